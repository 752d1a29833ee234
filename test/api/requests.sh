#!/bin/sh
# Requests that come again: Idempotency-Key, and If-None-Match; requests.mjs through the real PostgREST.
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start requests
psql -Xq -d "$DATABASE" -o /dev/null -v ON_ERROR_STOP=1 -f test/lib/crew.sql
node test/api/requests.mjs
