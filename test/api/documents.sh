#!/bin/sh
# Documents over HTTP: documents.mjs through the real PostgREST.
. "$(dirname "$0")/../lib/postgrest.sh"
postgrest_start documents
node test/api/documents.mjs
