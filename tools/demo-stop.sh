#!/bin/sh
# Ends the server that make demo left running.
. "$(dirname "$0")/common.sh"
if [ -f "$BUILD/demo.cluster" ]; then
  cluster=$(cat "$BUILD/demo.cluster")
  cluster_stop
  rm -f "$BUILD/demo.cluster"
  say "The demo's server is stopped, its data are gone."
else
  say "No server of make demo is known in $BUILD."
fi
