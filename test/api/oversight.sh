#!/bin/sh
# Models under watch and an assistant's SQL over HTTP: oversight.mjs through the real PostgREST.
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start oversight
node test/api/oversight.mjs
