#!/bin/sh
# All benchmarks, one after the other; fails if one of them misses a goal. Sizes: see the head of each.
folder=$(dirname "$0")
status=0
all='assessment/insert assessment/copy ranking/match statistics/linear statistics/anova crew/crew honesty/learning honesty/toxicity'
for name in ${BENCHMARKS:-$all}; do
  "$folder/$name.sh" || status=1
done
exit $status
