#!/bin/sh
# Delivery over HTTP, from documents of a team's tools to the page for who decides: delivery.mjs through the real PostgREST.
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start delivery
node test/api/delivery.mjs
