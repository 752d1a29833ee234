#!/bin/sh
# The SQL guard: a million statements that no one would write, tens of thousands of proofs against three data sets, and every statement of
# PostgreSQL's own tests, from its source: judged without a trace, and what passes is run by a role that may read what is allowed alone.
#   MUTATIONS=1000000  STATEMENTS=50000  SEED=0.31  POSTGRESQL_SOURCE=folder
. "$(dirname "$0")/lib/deep.sh"
. "$deep/guard/server.sh"
build
# As test_cluster_start, and with a log of each statement's text.
cluster_start guard fsync=off autovacuum=off max_wal_size=4GB wal_level=logical max_locks_per_transaction=256 track_functions=all \
  logging_collector=on log_destination=csvlog log_directory=log log_filename=all log_rotation_size=0
psql -Xq -d postgres -c 'CREATE DATABASE guard'
psql -Xq -d guard -c 'CREATE EXTENSION pgtap' -c 'CREATE EXTENSION harmony'
HARMONY_MUTATIONS=${MUTATIONS:-1000000} HARMONY_STATEMENTS=${STATEMENTS:-50000} HARMONY_SEED=${SEED:-0.31}
HARMONY_DATA=${HARMONY_DATA:-$root/../shared/data}
export HARMONY_MUTATIONS HARMONY_STATEMENTS HARMONY_SEED HARMONY_DATA
for name in fuzz proof; do
  psql -XqAt -d guard -f "test/pgtap/oversight/$name.sql" 2>&1 |
    sed -n "s/^\(ok\|not ok\) [0-9]* - /\1 - $name: /p; s/^.*ERROR/not ok - $name: ERROR/p"
done
judge_server_tests
