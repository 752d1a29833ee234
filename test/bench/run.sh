#!/bin/sh
# All benchmarks, one after the other; fails if one of them misses a goal. Sizes: see the head of each.
folder=$(dirname "$0")
status=0
all='assessment/insert assessment/copy ranking/match statistics/linear statistics/anova statistics/glm statistics/irt'
all="$all statistics/people_models network/network crew/crew platform/jobs"
all="$all platform/gateway platform/login signals/score signals/ingest signals/build delivery/graph delivery/dora affinity/hla"
all="$all affinity/neighbors affinity/preference affinity/matching"
all="$all oversight/drift oversight/performance oversight/guard workforce/simulate workforce/threads"
all="$all $(cd "$folder" && ls honesty/*.sh | sed 's/\.sh$//')"
for name in ${BENCHMARKS:-$all}; do
  "$folder/$name.sh" || status=1
done
exit $status
