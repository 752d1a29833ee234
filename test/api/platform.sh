#!/bin/sh
# Accounts over HTTP: platform.mjs through the real PostgREST.
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start platform
node test/api/platform.mjs
