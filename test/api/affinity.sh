#!/bin/sh
# Affinity over HTTP, from consent to a report on a pair: affinity.mjs through the real PostgREST.
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start affinity
node test/api/affinity.mjs
