#!/bin/sh
# The SQL guard: a million statements that no one would write, and tens of thousands of proofs against three data sets.
#   MUTATIONS=1000000  STATEMENTS=50000  SEED=0.31
. "$(dirname "$0")/../../tools/common.sh"
build
test_cluster_start guard
psql -Xq -d postgres -c 'CREATE DATABASE guard'
psql -Xq -d guard -c 'CREATE EXTENSION pgtap' -c 'CREATE EXTENSION harmony'
HARMONY_MUTATIONS=${MUTATIONS:-1000000} HARMONY_STATEMENTS=${STATEMENTS:-50000} HARMONY_SEED=${SEED:-0.31}
HARMONY_DATA=${HARMONY_DATA:-$root/../shared/data}
export HARMONY_MUTATIONS HARMONY_STATEMENTS HARMONY_SEED HARMONY_DATA
for name in fuzz proof; do
  psql -XqAt -d guard -f "test/pgtap/oversight/$name.sql" 2>&1 |
    sed -n "s/^\(ok\|not ok\) [0-9]* - /\1 - $name: /p; s/^.*ERROR/not ok - $name: ERROR/p"
done
