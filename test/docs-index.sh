#!/bin/sh
# The pages as an index, without a server: every rule of docs/decisions/0001-where-each-rule-lives.md stands where its row says,
# every page says what it needs, and is reached from README.md and from docs/README.md. One line a check, "ok - what" or "not ok - what".
set -eu
cd "$(dirname "$0")/.."
work=${BUILD:-build}/test/docs-index
rm -rf "$work"
mkdir -p "$work"
rules=docs/decisions/0001-where-each-rule-lives.md

# Every link but those to other sites: page and file, relative to the root.
find ./*.md docs -name '*.md' | sed 's|^\./||' | LC_ALL=C sort >"$work/pages"
xargs awk '
  FNR == 1 { code = 0 }
  /^ *```/ { code = !code; next }
  !code {
    for (rest = $0; match(rest, /\]\([^)]*\)/); rest = substr(rest, RSTART + RLENGTH)) {
      path = substr(rest, RSTART + 2, RLENGTH - 3)
      sub(/#.*/, "", path)
      if (path == "" || path ~ /^[a-z]+:/) continue
      folder = FILENAME
      if (!sub(/\/[^\/]*$/, "/", folder)) folder = ""
      path = folder path
      while (sub(/[^\/]+\/\.\.\//, "", path));
      sub(/\/$/, "", path)
      print FILENAME "|" path
    }
  }' <"$work/pages" >"$work/links"

# report WHAT: ok when $work/wrong is empty.
failed=0
report() {
  if [ -s "$work/wrong" ]; then cat "$work/wrong" && echo "not ok - $1" && failed=1; else echo "ok - $1"; fi
}

# Rows | rule | [file](…) | `name` |.
sed -n 's/^| \(.*\) | \[\([^]]*\)\](\([^)]*\)) | `\([^`]*\)` |$/\2|\4|\3|\1/p' "$rules" >"$work/rules"
while IFS='|' read -r file name target rule; do
  if [ "../../$file" != "$target" ]; then echo "$rules: $file is linked as $target"; fi
  if [ ! -f "$file" ]; then echo "$rule: there is no file $file"
  elif ! grep -qF -e "$name" "$file"; then echo "$rule: $file does not hold $name"; fi
done <"$work/rules" >"$work/wrong"
[ "$(wc -l <"$work/rules")" -ge 20 ] || echo "$rules has fewer than 20 rules in the form | rule | [file](link) | \`name\` |" >>"$work/wrong"
grep -qx "README.md|$rules" "$work/links" || echo "README.md does not link to $rules" >>"$work/wrong"
report "each of $(wc -l <"$work/rules") rules is in its place, two steps from README.md"

# What a page of tutorial, how-to and reference needs, and modules that there are.
for page in docs/tutorial/*.md docs/how-to/*.md docs/reference/*.md; do
  needs=$(sed -n '3s/^Needs: //p' "$page")
  [ -n "$needs" ] || echo "$page: its third line does not say what it needs, as in Needs: module \`crew\`."
  for module in $(printf '%s' "$needs" | grep -o '^modules\{0,1\} .*' | grep -o '`[a-z]*`' | tr -d '`'); do
    [ -d "sql/modules/$module" ] || echo "$page needs module $module, which is not there"
  done
done >"$work/wrong"
report "every page says what it needs"

# A link to a folder leads to its README.md.
for index in README.md docs/README.md; do
  awk -F'|' -v index_page="$index" '
    FNR == NR { to[$1, ++n[$1]] = $2; next }
    FNR == 1 { reach(index_page) }
    /^docs\// && !seen[$0] { print $0 " is not reached from " index_page }
    function reach(page, i) {
      if (page in seen) return
      seen[page] = 1
      for (i = 1; i <= n[page]; i++) { reach(to[page, i]); reach(to[page, i] "/README.md") }
    }' "$work/links" "$work/pages" >"$work/wrong"
  report "every page is reached from $index"
done
exit $failed
