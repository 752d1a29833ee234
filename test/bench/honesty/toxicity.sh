#!/bin/sh
# How often crew.toxicity's rule (harmony.prediction_limits, q < .05) flags a vessel, over simulated fleets of 20 vessels: none special,
# at an ordinary ICC of .1; and one that is lower. Moods: between vessels a variance of .1, within .9. Seeded by hashes.
#   FLEETS=600
. "$(dirname "$0")/../../lib/bench.sh"
FLEETS=${FLEETS:-600}
bench_start honesty_toxicity fsync=off

psql -qX -v ON_ERROR_STOP=1 <<'EOF'
CREATE FUNCTION bench.deviate(key text) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sqrt(-2 * ln(((hashtextextended(key, 1) & 4294967295) + 0.5) / 4294967296.0::float8)) *
    cos(2 * pi() * ((hashtextextended(key, 2) & 4294967295) + 0.5) / 4294967296.0::float8);

-- judged(what, fleets, least, most, lower, vessels): fleets with crews of smallest to largest; the first vessel has 25 and is so many tau
-- (the standard deviation between vessels) lower than it would be.
CREATE FUNCTION bench.judged(what text, fleets integer, smallest integer, largest integer, lower float8, vessels integer DEFAULT 20)
RETURNS TABLE (fleet integer, flagged bigint, first_flagged boolean) LANGUAGE sql STABLE AS $$
  WITH vessel AS MATERIALIZED (
    SELECT f AS fleet, v AS vessel, sqrt(.1) * (bench.deviate(k) - CASE WHEN v = 1 THEN lower ELSE 0 END) AS mean,
           CASE WHEN v = 1 AND lower > 0 THEN 25 ELSE smallest + abs(hashtextextended(k, 3)) % (largest - smallest + 1) END AS crew
    FROM generate_series(1, fleets) f, generate_series(1, vessels) v, LATERAL (SELECT format('%s %s %s ', what, f, v) AS k OFFSET 0) x
  ), limits AS MATERIALIZED (
    SELECT v.fleet, harmony.prediction_limits(v.mean + sqrt(.9) * bench.deviate(format('%s %s %s %s', what, v.fleet, v.vessel, n)),
             v.vessel) AS l
    FROM vessel v, generate_series(1, v.crew) n GROUP BY v.fleet
  )
  SELECT l.fleet, count(*) FILTER (WHERE g.q < .05), bool_or(g.q < .05 AND g.grp = '1') FROM limits l, unnest(l.l) g GROUP BY l.fleet
$$;
EOF
any() { sql "SELECT round(100.0 * avg((flagged > 0)::int), 1) FROM bench.judged($1)"; }
first() { sql "SELECT round(100.0 * avg(first_flagged::int), 1) FROM bench.judged($1)"; }
bar() { goal "$2" "$3" "$4" && row "$1" "$2" "$3 $4" "$verdict"; }

heading "$FLEETS fleets of 20 vessels, ICC .1, none special: somebody is flagged, per cent" found bar
bar 'crews of 5 to 30' "$(any "'mixed', $FLEETS, 5, 30, 0")" '<=' 5
bar 'crews of 5' "$(any "'five', $FLEETS, 5, 5, 0")" '<=' 5
bar 'crews of 25' "$(any "'large', $FLEETS, 25, 25, 0")" '<=' 5
bar 'fleets of 6' "$(any "'small', $FLEETS, 5, 30, 0, 6")" '<=' 5

# The most that any rule could find which flags somebody in at most 5 % of ordinary fleets: the likelihood ratio of "one of the 20 is lower"
# against "none is", with all variances known (Neyman and Pearson 1933). A vessel's standardised mean is lower by d.
bound() {
  sql "WITH z AS MATERIALIZED (
         SELECT f, sum(exp(d * x)) AS ordinary, sum(exp(d * (x + CASE WHEN v = 1 THEN d ELSE 0 END))) AS special
         FROM (SELECT $1 * sqrt(.1 / (.1 + .9 / 25)) AS d) s, generate_series(1, 5000) f, generate_series(1, 20) v,
              LATERAL (SELECT bench.deviate(format('bound %s %s', f, v)) AS x OFFSET 0) z GROUP BY f)
       SELECT round(100.0 * avg((special > (SELECT percentile_cont(.95) WITHIN GROUP (ORDER BY ordinary) FROM z))::int), 1) FROM z"
}
heading "A vessel of 25 people lower than it would be, in a fleet of 20 with crews of 25: found, per cent" found bar 'any rule, at most'
for lower in 2.5 3.5 4.5 5.5; do
  found=$(first "'lower', $FLEETS, 25, 25, $lower") most=$(bound $lower)
  case $lower in
    2.5)
      row '2.5 tau' "$found" '>= 60' "$most: the bar cannot be met"
      half=$(calc "$most / 2")
      goal "$found" '>=' "$half"
      row '  at least half of what any rule could find' "$found" ">= $half" "$verdict"
      ;;
    4.5)
      goal "$found" '>=' 60
      row "$lower tau" "$found" '>= 60' "$most, $verdict"
      ;;
    *) row "$lower tau" "$found" '' "$most" ;;
  esac
done
exit $missed
