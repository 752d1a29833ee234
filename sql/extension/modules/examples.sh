#!/bin/sh
# Writes what harmony.help tells beside the catalog: of each function the page of the reference, and the shortest statement of the
# documentation that calls it. Those statements run as tests, so no example is wrong.
{
  while read -r part; do
    case $part in
      modules/examples.sh) ;;
      *.sh) sh "sql/extension/$part" ;;
      */*) cat "sql/extension/$part" ;;
    esac | sed -n "s,^CREATE \(FUNCTION\|AGGREGATE\) \(harmony\.[a-z_0-9]*\).*,page \2 ${part%/*},p"
  done <sql/extension/order
  for module in sql/modules/*; do
    module=${module##*/}
    find "sql/modules/$module" -name '*.sql' -exec cat {} + |
      sed -n "s,^CREATE OR REPLACE \(FUNCTION\|PROCEDURE\) \($module\.[a-z_0-9]*\).*,page \2 $module,p"
  done
  # The statements of the pages' SQL blocks, on one line each: what psql does itself, and its variables, are left out.
  for page in README.md docs/*/*.md; do
    LC_ALL=C awk '/^```sql$/ { inside = 1; text = ""; next } /^```/ { inside = 0; next }
      !inside || /^\\/ || /^ *--/ || /^$/ { next }
      { text = text == "" ? $0 : text "\001" $0 }
      /;[ \t]*$/ { if (text ~ /^(SELECT|WITH|INSERT|UPDATE|CREATE (TEMP )?(TABLE|VIEW))/ &&
        text !~ /[^\001-\176]|\\|:\x27|:"/ && length(text) <= 600) print "call", text; text = "" }' "$page"
  done
} | LC_ALL=C awk '
  $1 == "page" && !($2 in page) { page[$2] = $3; names[++n] = $2 }
  $1 == "call" {
    text = rest = substr($0, 6)
    while (match(rest, /[a-z_]+\.[a-z_0-9]+\(/)) {
      name = substr(rest, RSTART, RLENGTH - 1)
      rest = substr(rest, RSTART + RLENGTH)
      if (!(name in example) || length(text) < length(example[name])) example[name] = text
    }
  }
  END {
    print "INSERT INTO harmony_internal.help_page (name, page, example) VALUES"
    for (i = 1; i <= n; i++) {
      name = names[i]
      anchor = name
      gsub(/[^a-z0-9_]/, "", anchor)
      text = name in example ? "$example$" example[name] "$example$" : "NULL"
      gsub(/\001/, "\n", text)
      printf "(\x27%s\x27, \x27docs/reference/functions/%s.md#%s\x27, %s)%s\n", name, page[name], anchor, text, i < n ? "," : ";"
    }
  }'
