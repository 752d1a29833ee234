#!/bin/sh
# A logical subscriber after 10,000 random statements on the tables of all modules: equal, and able to take over.
#   STATEMENTS=10000
. "$(dirname "$0")/../../tools/common.sh"
build
test_cluster_start subscriber
STATEMENTS=${STATEMENTS:-10000} sh test/cluster/modules/subscriber.sh | tee "$BUILD/subscriber.log"
failed=$(grep -vc '^ok ' "$BUILD/subscriber.log" || true)
say "subscriber: $failed differences or failures after ${STATEMENTS:-10000} statements, bar 0"
[ "$failed" -eq 0 ]
