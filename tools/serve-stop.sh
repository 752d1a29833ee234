#!/bin/sh
# Ends what make serve runs, by the number of its process.
. "$(dirname "$0")/common.sh"
pid=$(cat "$BUILD/serve.pid" 2>/dev/null || true)
if [ -n "$pid" ] && kill -TERM "$pid" 2>/dev/null; then
  while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
  say "The servers of make serve have ended, their data are gone."
else
  say "Nothing of make serve is known in $BUILD."
fi
