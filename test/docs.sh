#!/bin/sh
# Runs the SQL of README.md and docs/*.md as it stands there, on the server of the script that calls it, else on a private
# one of its own. One line a page, "ok N - page" or "not ok N - page"; fails unless all are ok.
#
#   test/docs.sh [page.md …]    only these
#
# Every page has a fresh database of its own. Its ```sql blocks run in one psql session, in their order; an error ends the
# page. A ```text block that follows a ```sql block is what psql prints for it (trailing blanks do not count). Where
# the first statement of a page is not CREATE EXTENSION, the extension and the module crew are there already.
. "$(dirname "$0")/../tools/common.sh"

if [ -z "${HARMONY_SERVER:-}" ]; then
  alone check
  build
  test_cluster_start docs
fi
work=$BUILD/test/docs
PGOPTIONS="${PGOPTIONS:-} -c client_min_messages=warning -c timezone=UTC -c extra_float_digits=1 -c jit=off"
export PGOPTIONS
run() { psql -X -v ON_ERROR_STOP=1 "$@" </dev/null; }

# split PAGE FOLDER: writes script.sql, which has the page's line numbers, and N.want for the Nth block where it has one.
split() {
  awk -v folder="$2" '
    fence == "" && /^```sql$/    { fence = "sql"; n++; directly = 0; print "\\o " folder "/" n ".got"; next }
    fence == "" && /^```text$/   { fence = directly ? "want" : "other"; directly = 0; if (fence == "want") printf "" > (folder "/" n ".want"); print ""; next }
    fence == "" && /^```/        { fence = "other"; directly = 0; print ""; next }
    fence != "" && /^```$/       { directly = fence == "sql"; print (directly ? "\\o" : ""); fence = ""; next }
    fence == "sql"               { print; next }
    fence == "want"              { print > (folder "/" n ".want"); print ""; next }
    fence == "" && !/^[ \t]*$/   { directly = 0 }
                                 { print "" }
  ' "$1" >"$2/script.sql"
}

# Without trailing blanks and without empty lines at the end.
trimmed() {
  awk '{ sub(/[ \t\r]+$/, ""); if ($0 == "") { empty++; next } while (empty > 0) { print ""; empty-- } print }' "$1"
}

# compare FOLDER: every block that says what it prints.
compare() {
  same=0
  for want in "$1"/*.want; do
    [ -f "$want" ] || continue
    block=$(basename "$want" .want)
    trimmed "$want" >"$1/want"
    trimmed "$1/$block.got" >"$1/got"
    diff -u --label "block $block, the page" --label "block $block, psql" "$1/want" "$1/got" || same=1
  done
  return $same
}

check_page() {
  folder=$work/$(echo "${1%.md}" | tr / -)
  rm -rf "$folder"
  mkdir -p "$folder"
  split "$1" "$folder"
  first=$(grep -m 1 -iE '^[a-z]' "$folder/script.sql" || true)
  [ -n "$first" ] || return 2
  run -q -d postgres -c "DROP DATABASE IF EXISTS $database" -c "CREATE DATABASE $database" || return 1
  case $first in
    'CREATE EXTENSION harmony'*) ;;
    *) run -q -d "$database" -o /dev/null -c "CREATE EXTENSION harmony" -c "SELECT harmony.install('crew')" || return 1 ;;
  esac
  run -d "$database" -f "$folder/script.sql" >"$folder/log" 2>&1 || { cat "$folder/log"; return 1; }
  compare "$folder"
}

# Every function that an application may call is in docs/reference/functions.md, and the other way round.
check_functions() {
  folder=$work/function-names
  rm -rf "$folder"
  mkdir -p "$folder"
  run -q -d postgres -c "DROP DATABASE IF EXISTS $database" -c "CREATE DATABASE $database" || return 1
  run -q -d "$database" -o /dev/null -c "CREATE EXTENSION harmony" -c "SELECT harmony.install('crew')" || return 1
  run -At -d "$database" >"$folder/there" -c "
    WITH called_by_server (oid) AS (
      SELECT unnest(ARRAY[aggtransfn, aggfinalfn, aggcombinefn, aggserialfn, aggdeserialfn]::oid[]) FROM pg_aggregate
      UNION SELECT unnest(ARRAY[typinput, typoutput, typreceive, typsend]::oid[]) FROM pg_type
      UNION SELECT tgfoid FROM pg_trigger
    )
    SELECT DISTINCT n.nspname || '.' || p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('harmony', 'platform', 'assessment', 'crew')
      AND (p.prokind = 'a' OR p.oid NOT IN (SELECT c.oid FROM called_by_server c)) ORDER BY 1" || return 1
  sed -n 's/^| `\([a-z_]*\.[a-z_0-9]*\)(.*/\1/p' docs/reference/functions.md | LC_ALL=C sort -u >"$folder/told"
  LC_ALL=C sort -u "$folder/there" | diff -u --label docs/reference/functions.md --label 'the database' "$folder/told" -
}

n=0 failed=0
# report STATUS WHAT
report() {
  [ "$1" -ne 2 ] || return 0
  n=$((n + 1))
  if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else echo "not ok $n - $2" && failed=1; fi
  run -q -d postgres -c "DROP DATABASE IF EXISTS $database" || failed=1
}

everything=''
if [ $# -eq 0 ]; then everything=yes && set -- README.md docs/*/*.md; fi
database=harmony_docs_$$
for page in "$@"; do
  status=0
  check_page "$page" || status=$?
  report "$status" "$page"
done
if [ -n "$everything" ]; then
  status=0
  check_functions || status=$?
  report "$status" "docs/reference/functions.md names every function"
fi
exit $failed
