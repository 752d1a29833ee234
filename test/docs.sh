#!/bin/sh
# Runs the SQL of README.md and docs/*.md as it stands there, on the server of the script that calls it, else on a private
# one of its own. One line a page, "ok N - page" or "not ok N - page"; fails unless all are ok.
#
#   test/docs.sh [page.md …]    only these; without pages, also what test/docs-index.sh checks
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
    fence == "" && /^```text$/   {
      fence = directly ? "want" : "other"
      directly = 0
      if (fence == "want") printf "" > (folder "/" n ".want")
      print ""
      next
    }
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

# What is in the catalog is what docs/reference/functions tells of it.
check_reference() {
  run -q -d postgres -c "DROP DATABASE IF EXISTS $database" -c "CREATE DATABASE $database" || return 1
  rm -rf "$work/functions"
  PGDATABASE=$database tools/reference.sh "$work/functions" || return 1
  diff -ru docs/reference/functions "$work/functions" || { echo "Write them again with make reference."; return 1; }
}

# Every name that a page writes with the schema of the extension or a module, but for what psql prints, is that of an object or a
# setting of the database of check_reference. Endings of files are no names, and harmony.name and harmony.example stand for any.
check_names() {
  # Settings are there once the library is.
  run -qAt -d "$database" >"$work/objects" -c "LOAD 'harmony'" -c "
    SELECT n.nspname || '.' || o.name FROM pg_namespace n JOIN (
      SELECT pronamespace, proname FROM pg_proc UNION ALL SELECT relnamespace, relname FROM pg_class
      UNION ALL SELECT typnamespace, typname FROM pg_type) o (namespace, name) ON o.namespace = n.oid
    UNION SELECT name FROM pg_settings UNION SELECT kind FROM platform.job_kind UNION SELECT code FROM platform.template" || return 1
  schemas=$(cd sql/modules && echo harmony harmony_internal * | tr ' ' '|')
  # shellcheck disable=SC2046
  awk -v pattern="($schemas)[.][a-z_][a-z_0-9]*" '
    NR == FNR                       { there[$0] = 1; next }
    FNR == 1                        { fence = printed = 0 }
    /^```/                          { fence = !fence; printed = fence && !/^```sql/; next }
    printed                         { next }
    /^CREATE [A-Z]+ /               { made = $3; sub(/\(.*/, "", made); there[made] = 1 }  # by the page itself
    { rest = $0
      while (match(rest, pattern)) {
        name = substr(rest, RSTART, RLENGTH)
        before = RSTART > 1 ? substr(rest, RSTART - 1, 1) : " "
        rest = substr(rest, RSTART + RLENGTH)
        if (FILENAME ~ /build_a_screen/ && name ~ /^harmony[.]/) continue  # the client of the page
        if (before ~ /[A-Za-z0-9_.@\/-]/ || name in there || name ~ /[.](md|sql|so|control|name|example)$/) continue
        print FILENAME ":" FNR ": there is no " name
        bad = 1
      } }
    END { exit bad }' "$work/objects" README.md $(find . -maxdepth 1 -name '[B-Z]*.md' ! -name README.md ! -name CHANGELOG.md) \
    $(find docs -name '*.md')
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
  check_reference || status=$?
  names=0
  check_names || names=$?
  report "$status" "docs/reference/functions is what the catalog has"
  report "$names" "every object named in a page exists"
  test/docs-index.sh || failed=1
fi
exit $failed
