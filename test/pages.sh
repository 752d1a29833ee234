#!/bin/sh
# The pages by themselves, without a server: every rule of docs/decisions/0001 stands where its row says, every link leads
# somewhere, and every page is reached from README.md and from docs/README.md. One line a check, "ok - what" or "not ok - what".
set -eu
cd "$(dirname "$0")/.."
work=${BUILD:-build}/test/pages
rm -rf "$work"
mkdir -p "$work"
rules=docs/decisions/0001-where-each-rule-lives.md

# Every link but those to other sites: page, file and anchor, files relative to the root.
find ./*.md docs -name '*.md' | sed 's|^\./||' | LC_ALL=C sort >"$work/pages"
xargs awk '
  FNR == 1 { code = 0 }
  /^ *```/ { code = !code; next }
  !code {
    for (rest = $0; match(rest, /\]\([^)]*\)/); rest = substr(rest, RSTART + RLENGTH)) {
      target = substr(rest, RSTART + 2, RLENGTH - 3)
      if (target ~ /^[a-z]+:/) continue
      anchor = file = target
      if (!sub(/^[^#]*#/, "", anchor)) anchor = ""
      sub(/#.*/, "", file)
      folder = FILENAME
      if (!sub(/\/[^\/]*$/, "/", folder)) folder = ""
      path = file == "" ? FILENAME : folder file
      while (sub(/[^\/]+\/\.\.\//, "", path));
      sub(/\/$/, "", path)
      print FILENAME "|" path "|" anchor
    }
  }' <"$work/pages" >"$work/links"

# has_heading PAGE ANCHOR: as hosting sites make anchors of headings.
has_heading() {
  awk '/^ *```/ { code = !code; next } !code && /^#/' "$1" | sed 's/^#* *//; s/[^[:alnum:] _-]//g; s/ /-/g' | tr '[:upper:]' '[:lower:]' \
    | grep -qx -e "$2"
}

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
grep -q "^README.md|$rules|" "$work/links" || echo "README.md does not link to $rules" >>"$work/wrong"
report "each of $(wc -l <"$work/rules") rules is in its place, two steps from README.md"

while IFS='|' read -r page file anchor; do
  if [ ! -e "$file" ]; then echo "$page: there is no $file"
  elif [ -n "$anchor" ] && [ -f "$file" ] && ! has_heading "$file" "$anchor"; then echo "$page: no heading in $file for #$anchor"; fi
done <"$work/links" >"$work/wrong"
report "every link leads somewhere"

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
