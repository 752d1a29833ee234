#!/bin/sh
# What can be told of the pages without a browser: messages.mjs, charts.mjs, and that the folder of tools/web.sh is whole.
. "$(dirname "$0")/../../tools/common.sh"
if ! command -v node >/dev/null; then
  echo 'ok 1 - messages and charts # SKIP tools/deps.sh web installs node'
  exit 0
fi
export BUILD
status=0
node test/browser/messages.mjs || status=1
if [ ! -d "$BUILD/npm-web/node_modules" ]; then
  echo 'ok 100 - charts # SKIP tools/deps.sh web installs their library, through npm'
  exit $status
fi
node test/browser/charts.mjs || status=1
folder=$(mktemp -d /tmp/harmony-web-test.XXXXXX)
trap 'rm -rf "$folder"' EXIT
if tools/web.sh "$folder" >"$folder/log" 2>&1 &&
  for name in $(sed -n "s/.*'\.\{0,1\}\(\/vendor\/[^']*\)'.*/\1/p" web/client.mjs web/components/chart.mjs); do
    [ -s "$folder$name" ] && [ -s "$folder$name.gz" ] && node --check "$folder$name" || exit 1
  done; then
  echo 'ok 101 - make web: what pages import of others is there, whole and compressed'
else
  cat "$folder/log"
  echo 'not ok 101 - make web'
  status=1
fi
exit $status
