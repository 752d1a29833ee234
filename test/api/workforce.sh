#!/bin/sh
# Simulations of work over HTTP: workforce.mjs through the real PostgREST.
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start workforce
node test/api/workforce.mjs
