#!/bin/sh
# Writes docs/reference/functions from the catalog: signatures, marks, comments, composite types with their columns; and the rights in
# docs/reference/security.md.
#
#   tools/reference.sh           make reference: builds, installs, starts a private server for it
#   tools/reference.sh FOLDER    into this folder, from the server and the database of the environment, which has no harmony in it
set -eu
if [ $# -eq 0 ]; then
  . "$(dirname "$0")/common.sh"
  tools/deps.sh build
  build
  test_cluster_start reference
  tools/reference.sh docs/reference/functions
  exit
fi
cd "$(dirname "$0")/.."
folder=$1
modules=$(cd sql/modules && ls)
PGOPTIONS="${PGOPTIONS:-} -c client_min_messages=warning"
export PGOPTIONS
run() { psql -XAtq -v ON_ERROR_STOP=1 "$@"; }

run -o /dev/null -c 'CREATE EXTENSION harmony'
for module in $modules; do run -o /dev/null -c "SELECT harmony.install('$module')"; done
run -o /dev/null -c 'SELECT platform.grant_application()'

# Which domain a function or type is of: that whose file creates it. A row a name, "harmony.ols statistics".
domains() {
  while read -r part; do
    case $part in *.sh) sh "sql/extension/$part" ;; */*) cat "sql/extension/$part" ;; esac |
      sed -n "s,^CREATE \(FUNCTION\|AGGREGATE\|TYPE\) \(harmony\.[a-z_0-9]*\).*,\2 ${part%/*},p"
  done <sql/extension/order | sort -u
}

mkdir -p "$folder"
rm -f "$folder"/*.md
{
  echo 'CREATE TEMP TABLE domain (name text PRIMARY KEY, page text);'
  echo 'COPY domain FROM STDIN WITH (DELIMITER $$ $$);'
  domains
  echo '\.'
  cat tools/reference.sql
  echo "\\o $folder/README.md"
  echo 'SELECT pg_temp.index_page();'
  for page in $(sed -n 's,^\([a-z_]*\)/.*,\1,p' sql/extension/order | sort -u) $modules; do
    echo "\\o $folder/$page.md"
    echo "SELECT pg_temp.page('$page');"
  done
} | run

# The rights of applications, into the block of their page. What the check of the pages compares is the folder alone.
if [ "$folder" = docs/reference/functions ]; then
  page=docs/reference/security.md
  {
    sed '/^<!-- rights -->/q' "$page"
    echo '```text'
    { cat test/lib/rights.sql; echo 'SELECT pg_temp.rights();'; } | run
    echo '```'
    sed -n '/^<!-- end of rights -->/,$p' "$page"
  } >"$page.new"
  mv "$page.new" "$page"
fi
