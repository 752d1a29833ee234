#!/bin/sh
# Ends the server that make demo left running.
. "$(dirname "$0")/common.sh"
if [ -f build/demo.cluster ]; then cluster=$(cat build/demo.cluster); cluster_stop; rm -f build/demo.cluster; say "stopped"; fi
