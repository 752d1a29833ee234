#!/bin/sh
# What administrators and monitoring do over HTTP: administration.mjs through the real PostgREST.
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start administration
node test/api/administration.mjs
