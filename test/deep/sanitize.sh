#!/bin/sh
# The extension with AddressSanitizer and UndefinedBehaviorSanitizer in the server as it is, over the SQL tests and the pgTAP
# files. Nothing may be reported. Small overruns of memory from memory contexts are not seen there; fuzz and unit tests run
# the core by itself.
#
#   test/deep/sanitize.sh [regress] [pgtap]    only these
#   SANITIZE_CXX=clang++                       the compiler, or g++, which takes half an hour for the larger files
#
# Tests of time and memory fail in such a build, and do not count here: what counts is what the sanitizers say.
BUILD=${BUILD:-build}/sanitize
export BUILD
. "$(dirname "$0")/lib/deep.sh"
compiler=${SANITIZE_CXX:-clang++}
if [ $# -eq 0 ]; then set -- regress pgtap; fi
flags='-fsanitize=address,undefined -fno-sanitize=vptr,function -fno-omit-frame-pointer'
case $compiler in
  *clang*) flags="$flags -shared-libsan" runtime=$($compiler -print-file-name=libclang_rt.asan-x86_64.so) ;;
  *) flags=$(echo "$flags" | sed 's/,function//') runtime=$($compiler -print-file-name=libasan.so) ;;
esac
# make takes blanks in a variable of its flags behind a backslash
MAKEFLAGS="CXX=$(printf '%s' "$compiler $flags" | sed 's/ /\\ /g') DEBUG=1"
export MAKEFLAGS
${CC:-cc} -O1 -fPIC -shared -Wl,-z,initfirst -o "$work/first.so" "$deep/sanitize/first.c"
before_start() {
  PRELOAD_BEFORE=$runtime
  preload "$work/first.so" \
    "ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:handle_segv=0:verify_asan_link_order=0 UBSAN_OPTIONS=print_stacktrace=1"
}
deep_start 'fsync = off' 'max_stack_depth = 1MB'
loaded=$(psql -XqAt -c 'CREATE EXTENSION harmony' -c 'SELECT harmony.version()' \
  -c "SELECT pg_read_file('/proc/self/maps') ~ 'asan'" -c 'DROP EXTENSION harmony')
say "$loaded ($(elapsed) s)"
figure 'AddressSanitizer in the server' "$(echo "$loaded" | grep -c '^t$' || true)" -eq 1
timeout "${SANITIZE_SECONDS:-2400}" sh test/run.sh "$@" >"$work/tests.log" 2>&1 || true
grep -E '^(regress|pgtap): ' "$work/tests.log" || tail -5 "$work/tests.log"
ran=$(sed -n 's/^[a-z]*: \([0-9]*\) passed, \([0-9]*\) failed.*/\1 \2/p' "$work/tests.log" | awk '{ n += $1 + $2 } END { print n + 0 }')
cp "$cluster/log" "$work/server.log"
figure 'tests that ran' "$ran" -ge "${SANITIZE_LEAST:-30}"
figure 'reports of AddressSanitizer' "$(grep -ac 'ERROR: AddressSanitizer' "$work/server.log" || true)" -eq 0
figure 'reports of UndefinedBehaviorSanitizer' "$(grep -ac 'runtime error:' "$work/server.log" || true)" -eq 0
figure 'sessions lost' "$(grep -acE 'terminated by signal|exited with exit code' "$work/server.log" || true)" -eq 0
grep -aE -A12 'ERROR: AddressSanitizer|runtime error:|terminated by signal' "$work/server.log" | head -60 || true
