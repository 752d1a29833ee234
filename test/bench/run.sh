#!/bin/sh
# All benchmarks, one after the other; fails if one of them misses a goal. Sizes: see the head of each.
folder=$(dirname "$0")
status=0
for name in ${BENCHMARKS:-assessment/insert assessment/copy ranking/match statistics/linear statistics/anova crew/crew}; do
  "$folder/$name.sh" || status=1
done
exit $status
