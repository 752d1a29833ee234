#!/bin/sh
# Every object that the gateway tells of, called with made-up arguments as everybody: contract.mjs through the real PostgREST.
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start contract
node test/api/contract.mjs
