#!/bin/sh
# A season over HTTP, as candidate, crew, employer and administrator: season.mjs through the real PostgREST.
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start season
node test/api/season.mjs
