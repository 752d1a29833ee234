#!/bin/sh
# Tests of the lint itself: in a copy of the sources each rule finds what is planted, where it is planted. One line a plant, "ok N - …"
# or "not ok N - …"; fails unless all are ok.
set -eu
cd "$(dirname "$0")/.."
copy=${BUILD:-build}/lint-test
rm -rf "$copy"
mkdir -p "$copy"
tar -cf - --exclude=./build --exclude=./.git --exclude=./test/expected . | tar -xf - -C "$copy"
cd "$copy"
BUILD=build
export BUILD

n=0 failed=0
# found RULE FINDING: the rule has a finding that begins so.
found() {
  n=$((n + 1))
  if tools/lint.sh "$1" | grep -qF "$2"; then echo "ok $n - $2"; else echo "not ok $n - $2" && failed=1; fi
}
many() { yes "$1" | head -n "$2" || true; }

sql=sql/extension/statistics/planted.sql cpp=src/core/statistics/planted.hpp
{ printf -- '--%0141d\n' 0; printf 'SELECT 1; \n\tSELECT 2;\r\n-- what hangs on it\n'; many '--' 400; printf 'SELECT 3;'; } >$sql
found lines "$sql:1: lines: 143 characters"
found bytes "$sql:2: bytes: trailing blank"
found bytes "$sql:3: bytes: tab"
found bytes "$sql:3: bytes: line ends in a carriage return"
found bytes "$sql:404: bytes: no newline at the end"
found words "$sql:4: words:"
found size "$sql:401: size:"
found lists "$sql:1: lists: not in sql/extension/order"
{ echo 'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS $$'; many '  -- (' 61; echo '$$;'; } >$sql
found routines "$sql:1: routines: f has 61 lines"
found source "$sql:1: source: SECURITY DEFINER without"
printf 'CREATE VIEW v AS\n  SELECT * FROM t;\n' >$sql
found source "$sql:2: source: SELECT * in a view"
echo '-- See docs/nowhere.md and src/core/base/gone.hpp.' >$sql
found references "$sql:1: references: docs/nowhere.md"
found references "$sql:1: references: src/core/base/gone.hpp"
rm $sql
chmod -x test/deep/run.sh
found bytes 'test/deep/run.sh:1: bytes: begins as a program does'

# A line of 120 letters with a letter of two bytes is not too long.
{ echo '#include "core/team/team_fit.hpp"'; echo '#include "postgres/datum.hpp"'; echo '#include <postgres.h>'; echo 'using namespace std;'
  echo 'inline int planted(int x) {'; many '  x += sizeof("}");  // }' 60; echo '}'; printf '//µ%0117d\n//µ%0118d\n' 0 0; } >$cpp
found layers "$cpp:1: layers: wing statistics includes team"
found layers "$cpp:2: layers: \"postgres/datum.hpp\" in the core"
found layers "$cpp:3: layers: <postgres.h> in core"
found source "$cpp:4: source: using namespace"
found routines "$cpp:5: routines: planted has 62 lines"
found lines "$cpp:68: lines: 121 characters"
n=$((n + 1)) what='120 characters are not 121 bytes'
if tools/lint.sh lines | grep -F "$cpp:67:"; then echo "not ok $n - $what" && failed=1; else echo "ok $n - $what"; fi
echo '  elog(ERROR, "planted");' >$cpp
found elog "$cpp:1: elog:"
echo 'int  planted;' >$cpp
if tools/lint.sh format | grep -q SKIP; then :; else found format "$cpp:1: format:"; fi
rm $cpp

page=web/pages/all/planted.mjs
{ echo "import { h } from '../app/dom.mjs';"; echo '// a comment of innerHTML'; echo "node.innerHTML = '<b>';"
  echo "h('p', { style: 'color: red' });"; echo "h('p', null, 'Some text here');"; } >$page
found pages "$page:1: pages: a module by a relative address"
found pages "$page:3: pages: markup or code"
found pages "$page:4: pages: a style in markup"
found pages "$page:5: pages: a text outside"
n=$((n + 1)) what='comments of pages are no code'
if tools/lint.sh pages | grep -F "$page:2:"; then echo "not ok $n - $what" && failed=1; else echo "ok $n - $what"; fi
rm $page

mkdir src/core/planted test/sql/strange
echo '// A wing.' >src/core/planted/wing.hpp
echo 'SELECT 1;' >test/sql/strange/planted.sql
stray=$(printf 'tools/str%s.sh' ay)  # named nowhere, here neither
: >"$stray"
: >test/planted.txt
found layers "src/core/planted/wing.hpp:1: layers: wing planted is not in src/core/order"
found folders "src/functions/planted:1: folders: domain planted"
found folders "sql/extension/planted:1: folders: domain planted"
found folders "test/unit/planted:1: folders: domain planted"
found folders "test/sql/planted:1: folders: domain planted"
found folders "test/sql/strange:1: folders: neither a domain nor a module"
found lists "test/sql/strange/planted.sql:1: lists: no expected/strange/planted.out"
found lists "$stray:1: lists: named nowhere"
found lists "test/planted.txt:1: lists: nothing runs it"
echo 'planted  base later' >>src/core/order
found layers "src/core/order:$(wc -l <src/core/order): layers: planted may include later"
echo 'gone/gone.sql' >>sql/extension/order
found lists "sql/extension/order:$(wc -l <sql/extension/order): lists: no file gone/gone.sql"
printf '# A page\n\n[a](gone.md) [b](#not-here) [c](../README.md#harmony) [d](#a-page)\n' >docs/planted.md
found references "docs/planted.md:3: references: link to docs/gone.md"
found references "docs/planted.md:3: references: no heading docs/planted.md#not-here"
n=$((n + 1)) what='good links are good'
if [ "$(tools/lint.sh references | grep -c '^docs/planted')" = 2 ]; then echo "ok $n - $what"; else echo "not ok $n - $what" && failed=1; fi
echo 'size  src/core/base/score.hpp  not long at all' >>tools/lint/exceptions
found size "tools/lint/exceptions:$(wc -l <tools/lint/exceptions): size: no longer needed"
exit $failed
