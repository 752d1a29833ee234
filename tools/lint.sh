#!/bin/sh
# make lint: what no compiler and no test checks. A line a finding, "file:line: rule: what", then a line a rule, "ok N - rule" or
# "not ok N - rule"; fails if there is a finding. What is allowed in spite of a rule stands in tools/lint/exceptions, with the reason.
#
#   tools/lint.sh [rule …]    only these: format lines bytes words size routines layers folders lists source elog references pages
#   tools/lint.sh --format    make format: lays out the C++ sources
set -eu
cd "$(dirname "$0")/.."
LC_ALL=C
export LC_ALL
rules='format lines bytes words size routines layers folders lists source elog references pages'
work=${BUILD:-build}/lint
mkdir -p "$work"

# Every file of the repository: what git knows or could add; without git what is there.
all_files() {
  if [ -e .git ] && git ls-files -co --exclude-standard 2>/dev/null; then return; fi
  find . \( -name .git -o -path ./build -o -path ./test/expected -o -name '*.so' \) -prune -o -type f -print | sed 's|^\./||'
}
all_files | sort -u | while read -r file; do if [ -f "$file" ]; then echo "$file"; fi; done >"$work/files"

# some PATTERN [NOT]: the files that match, and do not match NOT.
some() { grep -E "$1" "$work/files" | grep -vE "${2:-^$}" || true; }

# over AWK-PROGRAM FILES…: the program over the files; none is no error.
over() {
  program=$1
  shift
  [ $# -eq 0 ] || awk "$program" "$@"
}

# .clang-format names the version whose output counts: another one breaks lines elsewhere.
wanted_format() { sed -n 's/^# clang-format \([0-9]*\).*/\1/p' .clang-format; }
has_format() { command -v clang-format >/dev/null && clang-format --version | grep -q "version $(wanted_format)\."; }
if [ "${1:-}" = --format ]; then
  has_format || { echo "make format takes clang-format $(wanted_format), whose output .clang-format is written for." >&2; exit 1; }
  some '\.(cpp|hpp)$' | xargs clang-format -i
  exit
fi
rule_format() {
  some '\.(cpp|hpp)$' | xargs clang-format --dry-run 2>&1 |
    sed -n 's/^\([^:]*\):\([0-9]*\):[0-9]*: warning: .*/\1:\2: format: differs from clang-format; run make format/p' | sort -u -t: -k1,1
}

rule_lines() {
  over '
    FNR == 1 { most = FILENAME ~ /\.[ch]pp$/ ? 120 : 140 }
    length > most {
      line = $0
      gsub(/[\200-\277]/, "", line)  # characters, not bytes
      if (length(line) > most) print FILENAME ":" FNR ": lines: " length(line) " characters, at most " most
    }
  ' $(some '^(src|sql|test|tools)/.*\.(cpp|hpp|c|sql|spec|sh|py|awk)$')
}

rule_bytes() {
  texts=$(some '\.(cpp|hpp|c|sql|sh|spec|awk|py|md|map|json|control|txt|yml|service|conf)$|^[A-Z][A-Za-z]*$|/(order|requires)$' \
    '^expected/|^test/isolation/expected/')
  # Read one more byte than a file has: its last line has no end.
  stat -c '%s %n' $texts | over '
    FILENAME == "-" { size[$2] = $1; next }
    /\r$/    { print FILENAME ":" FNR ": bytes: line ends in a carriage return" }
    /[ \t]$/ { print FILENAME ":" FNR ": bytes: trailing blank" }
    FILENAME ~ /^sql\/(modules|extension)\// && /[\200-\377]/ {
      print FILENAME ":" FNR ": bytes: a letter that databases in other encodings do not have" }
    /\t/ && FILENAME !~ /(^|\/)Makefile$/ { print FILENAME ":" FNR ": bytes: tab" }
    { bytes[FILENAME] += length + 1; lines[FILENAME] = FNR }
    END { for (f in bytes) if (bytes[f] > size[f]) print f ":" lines[f] - 1 ": bytes: no newline at the end" }
  ' - $texts
  for program in $(over 'FNR == 1 && /^#!/ { print FILENAME }' $texts); do
    [ -x "$program" ] || echo "$program:1: bytes: begins as a program does, and is not executable"
  done
}

rule_words() {
  over '
    FILENAME == "tools/lint/words" { if (!/^(#|$)/) { split($0, part, " :: "); why[part[1]] = part[2] } next }
    { for (word in why) if ($0 ~ word) print FILENAME ":" FNR ": words: \"" word "\": " why[word] }
  ' tools/lint/words $(some '\.(cpp|hpp|c|sql|sh|spec|awk|py|md)$|^Makefile$|^CMakeLists\.txt$' '^tools/lint')
}

rule_size() {
  over 'FNR == 401 { print FILENAME ":401: size: more than 400 lines" }' \
    $(some '^(src|sql|test/lib|tools|web)/.*\.(cpp|hpp|c|sql|sh|awk|js|mjs|css|html)$')
}

rule_routines() {
  cpp=$(some '^src/.*\.(cpp|hpp)$')
  [ -z "$cpp" ] || awk -f tools/lint/routines_cpp.awk $cpp
  awk -f tools/lint/routines_sql.awk $(some '^(sql|test/lib)/.*\.sql$')
  over '
    /^[a-z_]+\(\) *\{/ { name = $1; start = FNR }
    /^\}/ && name != "" {
      if (FNR - start + 1 > 60) print FILENAME ":" start ": routines: " name " has " FNR - start + 1 " lines, at most 60"
      name = ""
    }
  ' $(some '^(sql|test/lib|tools)/.*\.sh$|^test/[a-z]*\.sh$')
}

rule_layers() { awk -f tools/lint/layers.awk src/core/order $(some '^(src|test/unit|test/fuzz)/.*\.(cpp|hpp)$'); }

# The names on the next level of folders that match.
names() { sed -n "s,^\($1\)/\([a-z_]*\)/.*,\2,p" "$work/files" | sort -u; }

# A domain has its folder on every layer and in the tests; a module its tests of tables and triggers.
rule_folders() {
  for domain in $(names 'src/core\|src/functions\|sql/extension' | grep -v '^updates$'); do
    for folder in "src/core/$domain" "src/functions/$domain" "sql/extension/$domain" "test/unit/$domain"; do
      [ -d "$folder" ] || echo "$folder:1: folders: domain $domain has no such folder"
    done
    [ -d "test/sql/$domain" ] || [ -d "test/pgtap/$domain" ] || echo "test/sql/$domain:1: folders: domain $domain has no test in SQL"
  done
  for module in $(names 'sql/modules'); do
    [ -d "test/pgtap/$module" ] || echo "test/pgtap/$module:1: folders: module $module has no tests"
  done
  for kind in unit sql pgtap cluster fuzz isolation/specs; do
    for name in $(names "test/$kind"); do
      [ -d "src/core/$name" ] || [ -d "src/functions/$name" ] || [ -d "sql/modules/$name" ] ||
        echo "test/$kind/$name:1: folders: neither a domain nor a module"
    done
  done
}

# counterparts FOLDER ENDING OTHER ENDING: each file of the folder has one of the same name in the other.
counterparts() {
  for file in $(some "^$1/.*\\$2\$"); do
    name=${file#"$1"/}
    name=${name%"$2"}
    [ -f "$3/$name$4" ] || [ -f "$3/${name%_[0-9]}$4" ] || echo "$file:1: lists: no $3/$name$4"
  done
}

# The files of test/ that something runs or reads; .R: where a unit test has its values from.
run_tests='^test/([a-z-]+\.sh|lib/.*|bench/run\.sh|bench/[a-z]+/[^/]+|unit/[a-z_]+/[^/]+(_test\.cpp|\.hpp|\.R))$'
run_tests="$run_tests|^test/(fuzz/[a-z_]+/([^/]+\.[ch]pp|corpus/.*)|(sql|pgtap)/[a-z_]+/[^/]+\.sql|cluster/[a-z_]+/[^/]+\.sh)\$"
run_tests="$run_tests|^test/api/([a-z_]+\.(sh|mjs)|package(-lock)?\.json|\.npmrc)\$"
run_tests="$run_tests|^test/browser/([a-z_]+\.(sh|mjs|sql)|package(-lock)?\.json|\.npmrc)\$"
run_tests="$run_tests|^test/deep/([a-z]+\.sh|[a-z]+/[^/]+)\$"
run_tests="$run_tests|^test/isolation/(specs/[a-z_]+/[^/]+\.spec|expected/[a-z_]+/[^/]+\.out)\$"

# What is listed is there, and what is there is listed, run or named.
rule_lists() {
  for file in $(some '^sql/extension/.*\.(sql|sh)$' '^sql/extension/updates/'); do
    grep -qx "${file#sql/extension/}" sql/extension/order || echo "$file:1: lists: not in sql/extension/order"
  done
  grep -nvE '^(#|$)' sql/extension/order | while IFS=: read -r line part; do
    [ -f "sql/extension/$part" ] || echo "sql/extension/order:$line: lists: no file $part"
  done
  for file in $(some '^test/' "$run_tests"); do echo "$file:1: lists: nothing runs it"; done
  counterparts test/sql .sql expected .out
  counterparts expected .out test/sql .sql
  counterparts test/isolation/specs .spec test/isolation/expected .out
  counterparts test/isolation/expected .out test/isolation/specs .spec
  callers=$(some '^(Makefile$|tools/|test/.*\.sh$|docs/|README|CONTRIBUTING|\.ci/)')
  for file in $(some '^tools/'); do
    grep -lF "${file#tools/}" $callers | grep -qvxF "$file" || echo "$file:1: lists: named nowhere"
  done
}

rule_source() { awk -f tools/lint/source.awk $(some '^src/.*\.(cpp|hpp)$|^sql/.*\.sql$'); }

# elog gives XX000: only what no user can bring about may raise it, and says so in tools/lint/exceptions.
rule_elog() {
  sources=$(some '^src/.*\.(cpp|hpp)$')
  { grep -nE 'elog\((ERROR|FATAL|PANIC)' $sources /dev/null || true; } |
    sed 's/^\([^:]*:[0-9]*\):.*/\1: elog: hides the SQLSTATE; throw harmony::error/'
}

rule_references() {
  awk -f tools/lint/references.awk "$work/files" \
    $(some '\.(md|cpp|hpp|c|sql|sh|spec|awk)$|(^|/)(Makefile|CMakeLists.txt|order|META.json)$' '^CHANGELOG\.md$')
}

# What the content policy refuses, and what would keep pages in one language.
rule_pages() { awk -f tools/lint/pages.awk $(some '^web/.*\.(mjs|html)$' '^web/vendor/'); }

# without_exceptions RULE: its findings but for those that are allowed; an exception that allows nothing is one itself.
without_exceptions() {
  awk -v rule="$1" '
    FILENAME == "tools/lint/exceptions" { if ($1 == rule) line[$2] = FNR; next }
    { path = $0; sub(/:.*/, "", path); if (path in line) used[path] = 1; else print }
    END { for (path in line) if (!(path in used)) print "tools/lint/exceptions:" line[path] ": " rule ": no longer needed for " path }
  ' tools/lint/exceptions -
}

[ $# -gt 0 ] || set -- $rules
n=0 status=0
for rule in "$@"; do
  n=$((n + 1))
  if [ "$rule" = format ] && ! has_format; then
    echo "ok $n - lint: format # SKIP clang-format $(wanted_format) is not here"
    continue
  fi
  "rule_$rule" | without_exceptions "$rule" >"$work/findings"
  cat "$work/findings"
  if [ -s "$work/findings" ]; then
    echo "not ok $n - lint: $rule ($(wc -l <"$work/findings") findings)"
    status=1
  else
    echo "ok $n - lint: $rule"
  fi
done
exit $status
