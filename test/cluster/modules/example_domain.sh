#!/bin/sh
# A new domain by the text of CONTRIBUTING.md, section "Add a domain": taken from the page into a copy of the tree, it touches
# only folders of its own and the lists that fix an order, it builds, and its function does what its tests expect.
set -eu
PG_CONFIG=${PG_CONFIG:-pg_config}
build=$(realpath "${BUILD:-build}")
copy=$(mktemp -d /tmp/harmony-example.XXXXXX)
trap 'rm -rf "$copy"' EXIT
chmod 755 "$copy"
check() { if "$1" >"$copy/build/log" 2>&1; then echo "ok - $2"; else cat "$copy/build/log" && echo "not ok - $2"; fi; }

# A copy without git. What is built already is not built again: make compares times, which the copy keeps.
tar -cf - --exclude=./.git --exclude=./build --exclude='*.so' . | tar -xf - -C "$copy"
mkdir -p "$copy/build"
for objects in "$build"/obj-*; do if [ -d "$objects" ]; then cp -a "$objects" "$copy/build"; fi; done
cd "$copy"
files() { find . -path ./build -prune -o -type f -exec md5sum {} + | sort -k 2; }
files >build/before

# A line of the section that ends in `path`: names the file that the next block is added to, which is a new one or a list.
awk '
  /^## /                        { inside = $0 == "## Add a domain" }
  !inside                       { next }
  /^```/ && writing             { close(path); path = ""; writing = 0; next }
  /^```/ && path != ""          { folder = path; sub(/\/[^\/]*$/, "", folder); system("mkdir -p " folder); writing = 1; next }
  writing                       { print >> path; next }
  /`[^`]*`:$/                   { path = $0; sub(/`:$/, "", path); sub(/.*`/, "", path) }
' CONTRIBUTING.md
files >build/after
touched() { diff build/before build/after | sed -n 's/^[<>] [0-9a-f]* *//p' | sort -u; }
only_new() {
  touched && [ "$(touched | grep -c '/example/')" -ge 7 ] && ! touched | grep -vE '/example/|^\./(src/core|sql/extension)/order$'
}
check only_new "a new domain is new folders, and a line in the lists that fix an order"

domain=example
unit_tests() {
  ${CXX:-c++} -std=c++17 -Wall -Wextra -Wshadow -Werror -Isrc src/core/$domain/*.cpp test/unit/$domain/*.cpp -lgtest -lgtest_main \
    -lpthread -o build/example_tests && build/example_tests
}
check unit_tests "its unit tests pass"

# The library is loaded from its folder here, so that the installed one stays as it is; harmonyd is not built again.
sql_test() {
  make -s BUILD=build PG_CONFIG="$PG_CONFIG" WORKER_LIBRARIES=none && grep harmony_twice build/sql/harmony--*.sql || return 1
  library=$copy/$(find . -name harmony.so -newer build/after | head -1)
  { echo 'CREATE SCHEMA harmony;' && sed "s|MODULE_PATHNAME|$library|" sql/extension/$domain/functions.sql; } >build/example.sql
  dropdb --if-exists harmony_example && createdb harmony_example && psql -Xq -v ON_ERROR_STOP=1 -d harmony_example -f build/example.sql \
    && psql -Xaq -d harmony_example <test/sql/$domain/twice.sql >build/twice.out 2>&1 && dropdb harmony_example \
    && diff -u expected/$domain/twice.out build/twice.out
}
check sql_test "it builds, and its SQL test prints what it expects"

# Nor does the lint find anything in it.
lint() {
  tools/lint.sh lines bytes words size routines layers folders lists source references >build/lint.out || true
  ! grep -E '(example|/order).*: ' build/lint.out
}
if [ -x tools/lint.sh ]; then check lint "the lint finds nothing in it"; fi
