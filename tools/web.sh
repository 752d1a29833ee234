#!/bin/sh
# make web: the pages of web/ with what they use of others (deploy/web/package-lock.json), one folder for a web server: $BUILD/web. What is
# loaded is made small there (tools/web.mjs); the sources are pages as they are, beside these vendor files.
#   tools/web.sh [FOLDER]
. "$(dirname "$0")/common.sh"

folder=${1:-$BUILD/web}
tools/deps.sh web
modules=$BUILD/npm-web/node_modules
[ -d "$modules" ] || fail "what pages use of others is not there: npm has to reach its registry once (tools/deps.sh web)"
# Laid out beside it first: who looks meanwhile sees the pages of before.
made=$folder.new
rm -rf "$made"
mkdir -p "$made/vendor" "$folder"
cp -R web/. "$made"

# vendor NAME PACKAGE FILE: under a name with its version, so that it never changes, without comments and maps, and
# compressed beside.
vendor() {
  version=$(sed -n 's/^ *"version": *"\([^"]*\)".*/\1/p' "$modules/$2/package.json" | head -1)
  sed '/^\/\/# sourceMappingURL=/d; /^[[:space:]]*\/\*\*/,/\*\//d' "$modules/$2/$3" >"$made/vendor/$1.$version.mjs"
  gzip -9 -n -k -f "$made/vendor/$1.$version.mjs"
  for text in LICENSE NOTICE; do
    if [ -f "$modules/$2/$text" ]; then cp "$modules/$2/$text" "$made/vendor/$1.$version.$text.txt"; fi
  done
  grep -rqF "/vendor/$1.$version.mjs" web --include='*.mjs' || fail "no page uses vendor/$1.$version.mjs: another version is imported"
}
vendor postgrest @supabase/postgrest-js dist/index.mjs
vendor echarts echarts dist/echarts.esm.min.mjs
node tools/web.mjs "$made" "$modules"
cp -R "$made/." "$folder"
rm -rf "$made"
