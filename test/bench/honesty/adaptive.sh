#!/bin/sh
# Whether an adaptive session gives the ability that the full form gives: simulated people answer the shipped reasoning test both
# ways, through the module. Abilities are N(0, 1), answers follow the two-parameter model and are drawn anew for each form.
#   PEOPLE=2000  SEED=0.3
. "$(dirname "$0")/../../lib/bench.sh"
PEOPLE=${PEOPLE:-2000} SEED=${SEED:-0.3}
bench_start adaptive autovacuum=off

psql -qX -v ON_ERROR_STOP=1 -v people="$PEOPLE" -v seed="$SEED" -f "$bench/adaptive.sql"
ask() { sql "SELECT round(($1)::numeric, 2) FROM bench.both"; }
heading "reasoning-18: all 18 items against an adaptive session, $PEOPLE simulated people (points of 100)" value goal
difference=$(ask 'avg(adaptive - full_form)')
goal "$difference" '>=' -2; low=$verdict; goal "$difference" '<=' 2; [ "$low" = pass ] || verdict=FAIL
row "mean difference in ability, adaptive less full" "$difference" "-2 to 2" "$verdict"
row "root mean square difference (both forms' errors)" "$(ask 'sqrt(avg((adaptive - full_form)^2))')"
row "root mean square error of the adaptive score" "$(ask 'sqrt(avg((adaptive - expected)^2))')"
row "its standard error, root mean square" "$(ask 'sqrt(avg(standard_error^2))')"
row "root mean square error of the full form's score" "$(ask 'sqrt(avg((full_form - expected)^2))')"
row "items asked" "$(ask 'avg(n_asked)')"
row "share of sessions that ended precise" "$(ask 'avg(is_precise::integer)')"
row "people with |theta| < 0.1: full form" "$(ask 'avg(full_form) FILTER (WHERE abs(theta) < 0.1)')"
middle=$(ask 'abs(avg(adaptive - full_form) FILTER (WHERE abs(theta) < 0.1))')
goal "$middle" '<=' 4; row "  difference of the adaptive session" "$middle" "<= 4" "$verdict"
unfinished=$(sql "SELECT count(*) FROM bench.unfinished")
goal "$unfinished" '==' 0; row "results of sessions broken off" "$unfinished" 0 "$verdict"
wrong=$(sql "SELECT count(*) FROM assessment.verify_snapshots()") || wrong=-1
goal "$wrong" '==' 0; row "differences found by verify_snapshots (-1: it failed)" "$wrong" 0 "$verdict"
exit $missed
