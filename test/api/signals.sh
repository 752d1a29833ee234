#!/bin/sh
# Signals over HTTP, from a folder of artifacts to work that is done: signals.mjs through the real PostgREST.
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start signals
node test/api/signals.mjs
