#!/bin/sh
# A new domain by the text of CONTRIBUTING.md, section "Add a domain": taken from the page into a copy of the tree, it touches
# only folders of its own and the lists that fix an order, builds, passes its tests, and its function is there in SQL.
. "$(dirname "$0")/../../../tools/common.sh"
copy=$(mktemp -d /tmp/harmony-example.XXXXXX)
trap 'rm -rf "$copy"' EXIT
chmod 755 "$copy"
log=$copy.log
check() { if "$@" >"$log" 2>&1; then echo "ok - $what"; else cat "$log" && echo "not ok - $what"; fi; rm -f "$log"; }

# A copy without git, and what is built already, so that only new files are compiled.
tar -cf - --exclude=./.git --exclude=./build --exclude=./test/expected . | tar -xf - -C "$copy"
mkdir -p "$copy/build"
if [ -d "$BUILD/obj" ]; then cp -a "$BUILD/obj" "$copy/build/obj"; fi
cd "$copy"
BUILD=build
unset HARMONY_SERVER
files() { find . -path ./build -prune -o -type f -exec md5sum {} + | sort -k 2; }
files >build/before

# In the section, a line that ends in `path`: says which file the next block is; "one line more in `path`:" adds to the file.
awk '
  /^## / { inside = $0 == "## Add a domain" }
  !inside { next }
  target == "" && /`[^`]*`:$/ { path = $0; sub(/`:$/, "", path); sub(/.*`/, "", path); more = /one line more in `/ }
  /^```/ && target != "" { close(target); target = ""; path = ""; next }
  /^```/ && path != "" {
    target = path
    folder = path
    sub(/\/[^\/]*$/, "", folder)
    system("mkdir -p " folder)
    if (!more) printf "" > target
    next
  }
  target != "" { if (more) print >> target; else print > target }
' CONTRIBUTING.md
files >build/after

# Each line of the difference names a file of the domain or a list.
what="a new domain is new folders and lines in the lists that fix an order"
touched() { diff build/before build/after | sed -n 's/^[<>] [0-9a-f]* *//p' | sort -u; }
only_new() {
  touched
  [ "$(touched | grep -c '/example/')" -ge 6 ] && ! touched | grep -vE '/example/|^\./(src/core|sql/extension)/order$'
}
check only_new

what="its unit tests pass"
unit() {
  ${CXX:-c++} -std=c++17 -Wall -Wextra -Wshadow -Werror -Isrc src/core/example/*.cpp test/unit/example/*.cpp -lgtest -lgtest_main \
    -lpthread -o build/example_tests && build/example_tests
}
check unit

what="no rule of the lint is broken by it"
lint() { tools/lint.sh lines bytes words size routines layers folders lists source >build/lint.log || true; ! grep -E '(example|/order|CONTRIBUTING).*: ' build/lint.log; }
if [ -x tools/lint.sh ]; then check lint; fi

what="it builds, installs and gives what its SQL test expects"
in_a_server() {
  sh -c '. tools/common.sh; build && cluster_start example && make -s installcheck REGRESS=example/twice || { cat build/regress/regression.diffs; false; }' \
    "$copy/tools/check.sh"
}
check in_a_server
