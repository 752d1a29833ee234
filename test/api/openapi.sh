#!/bin/sh
# The OpenAPI documents of the gateway, one a role, and the types made from them, against those in docs/reference/openapi and web.
#   test/api/openapi.sh --write    writes them anew
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start openapi
node test/api/openapi.mjs "$@"
