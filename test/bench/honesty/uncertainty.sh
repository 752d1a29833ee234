#!/bin/sh
# What the intervals, the ties and the chances of the top are worth, and what the model can be worth at best. People are
# simulated: true traits, and traits as tests with the model's standard errors would measure them. Big Five with the means,
# spreads and reliabilities of the shipped norm, all others around the middle of their scale; the reasoning tests share
# half of their variance. Then:
#   - does the 90 % interval hold what the model would say of the true traits? Whole profiles; a fifth of the values missing
#   - who was given a chance p to be among the best ten: how often is that so, by the true traits?
#   - how many who stand side by side in the ranking cannot be told apart
#   - how strongly would y_success go with performance, if traits went with it as published meta-analyses say, with the
#     default weights, with weights that are off by a factor, and without errors of measurement
#   POOLS=100  SIZE=50  SEED=1
. "$(dirname "$0")/../../lib/bench.sh"
POOLS=${POOLS:-100} SIZE=${SIZE:-50} SEED=${SEED:-1}
bench_start uncertainty

psql -qX -v ON_ERROR_STOP=1 -v pools="$POOLS" -v size="$SIZE" -v seed="$SEED" <<'EOF' >/dev/null
SET jit = off;
-- A standard normal number for whatever is named.
CREATE FUNCTION bench.normal(what text) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN harmony.normal_quantile((mod(abs(hashtextextended(what, 4711)), 1000000007) + 0.5) / 1000000007);
CREATE TABLE bench.trait (name text, path text[], mean float8, sd float8, alpha float8, scale float8 DEFAULT 1);
INSERT INTO bench.trait VALUES
  ('openness', '{big_five,openness}', 73.5839, 15.0905, .8058), ('conscientiousness', '{big_five,conscientiousness}', 60.3643,
    17.9383, .8253),
  ('extraversion', '{big_five,extraversion}', 51.3561, 22.8077, .9024), ('agreeableness', '{big_five,agreeableness}', 72.7268,
    17.0806, .8405),
  ('neuroticism', '{big_five,neuroticism}', 50.8744, 21.4564, .885);
INSERT INTO bench.trait SELECT t, ARRAY['cognitive', t], 55, 18.8747, .8 FROM unnest('{logical,numerical,verbal}'::text[]) t;
INSERT INTO bench.trait SELECT t, ARRAY['motivation', t], 55, 18.8747, .8 FROM unnest('{intrinsic,identified}'::text[]) t;
INSERT INTO bench.trait VALUES ('resilience', '{resilience}', 55, 18.8747, .8);
INSERT INTO bench.trait SELECT t, ARRAY['leadership_preferences', t], 50, 18.8747, .8, .01
  FROM unnest('{autonomy,feedback,structure}'::text[]) t;

-- True and measured values of everybody: the first six of a pool are its crew. z is the true value in standard deviations.
CREATE TABLE bench.value AS
SELECT p.pool, p.person, p.member, t.name, t.path, t.scale, v.z, v.gap,
       least(100, greatest(0, t.mean + t.sd * sqrt(t.alpha) * v.z)) AS truth,
       least(100, greatest(0, t.mean + t.sd * (sqrt(t.alpha) * v.z + sqrt(1 - t.alpha) * v.error))) AS measured
FROM (SELECT k, k / (:size + 6) AS pool, md5('person ' || k)::uuid AS person, mod(k, :size + 6) < 6 AS member
      FROM generate_series(0, :pools * (:size + 6) - 1) k) p
CROSS JOIN bench.trait t
CROSS JOIN LATERAL (SELECT format('%s %s %s', :seed, p.k, t.name) AS key OFFSET 0) k
CROSS JOIN LATERAL (
  SELECT CASE WHEN t.path[1] = 'cognitive' THEN sqrt(.5) * (bench.normal(format('%s %s g', :seed, p.k)) + bench.normal(k.key))
              ELSE bench.normal(k.key) END AS z,
         bench.normal(k.key || ' error') AS error, mod(abs(hashtextextended(k.key || ' gap', 1)), 5) = 0 AS gap) v;
CREATE FUNCTION bench.profile(paths text[], numbers float8[]) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN (SELECT jsonb_object_agg(f.family, f.value) FROM (
    SELECT split_part(v.path, ',', 1) AS family,
           CASE WHEN v.path LIKE '%,%' THEN jsonb_object_agg(split_part(v.path, ',', 2), v.number) ELSE to_jsonb(min(v.number)) END
             AS value
    FROM unnest(paths, numbers) v (path, number) GROUP BY 1, v.path LIKE '%,%') f);
CREATE TABLE bench.person AS
SELECT pool, person, member, bench.profile(array_agg(array_to_string(path, ',')), array_agg(truth * scale)) AS truth,
       bench.profile(array_agg(array_to_string(path, ',')), array_agg(measured * scale)) AS measured,
       bench.profile(array_agg(array_to_string(path, ',')) FILTER (WHERE NOT gap), array_agg(measured * scale) FILTER (WHERE NOT gap))
         AS gappy
FROM bench.value GROUP BY pool, person, member;

-- What each pool is matched against; no rules, so that everybody reaches stage 2.
CREATE FUNCTION bench.request(of_pool bigint, model jsonb, draws integer) RETURNS jsonb LANGUAGE sql STABLE
  RETURN harmony.match_request(benchmarks => '{"conscientiousness": 80, "neuroticism": 30}', crew => ARRAY(
      SELECT c.truth FROM bench.person c WHERE c.pool = of_pool AND c.member ORDER BY c.person),
    environment => '{"salary_index": 0.7, "rest_days_ratio": 0.5, "private_cabin_ratio": 0.5,
                     "charter_intensity": 0.6, "management_pressure": 0.4}',
    leadership => '{"autonomy": 0.7, "feedback": 0.4, "structure": 0.6}', rules => '[]', model => model, draws => draws);
CREATE TABLE bench.ranked AS
SELECT r.pool, w.what, m.*
FROM (SELECT p.pool, bench.request(p.pool, NULL, 1000) AS request FROM generate_series(0, :pools - 1) p (pool) OFFSET 0) r
CROSS JOIN (VALUES ('truth'), ('measured'), ('gappy')) w (what)
CROSS JOIN LATERAL unnest((
  SELECT harmony.match(p.person, CASE w.what WHEN 'truth' THEN p.truth WHEN 'measured' THEN p.measured ELSE p.gappy END, r.request)
  FROM bench.person p WHERE p.pool = r.pool AND NOT p.member)) m;
CREATE INDEX ON bench.ranked (person);
ANALYZE bench.ranked;
CREATE TABLE bench.both AS
SELECT m.*, t.y_success AS true_y, t.g_fit AS true_fit, t.f_lmx AS true_lmx, t.rank <= 10 AS is_top,
       lead(m.y_success) OVER (PARTITION BY m.what, m.pool ORDER BY m.rank) AS next_y
FROM bench.ranked m JOIN bench.ranked t ON t.person = m.person AND t.what = 'truth' WHERE m.what <> 'truth';

-- Performance as meta-analyses have it: correlations with measured traits (Sackett et al. 2022: reasoning .31,
-- conscientiousness .19, agreeableness .10, stability .09), intrinsic motivation .26 (Cerasoli et al. 2014), fit with the
-- superior .18 (Kristof-Brown et al. 2005). The rest is chance.
CREATE TABLE bench.known AS
SELECT v.person, v.known + .18 * (b.true_lmx - avg(b.true_lmx) OVER ()) / stddev_pop(b.true_lmx) OVER () AS known
FROM (SELECT v.person, sum(a.validity / sqrt(t.alpha) * v.z) AS known
      FROM bench.value v JOIN bench.trait t USING (name)
      -- Three tests of reasoning go together by .5: each carries its third of what their mean would.
      JOIN (VALUES ('logical', .31 / 3 / sqrt(2. / 3)), ('numerical', .31 / 3 / sqrt(2. / 3)), ('verbal', .31 / 3 / sqrt(2. / 3)),
                   ('conscientiousness', .19), ('agreeableness', .10), ('neuroticism', -.09), ('intrinsic', .26)) a (name, validity)
        USING (name)
      WHERE NOT v.member GROUP BY v.person) v
JOIN bench.both b ON b.person = v.person AND b.what = 'measured';
CREATE TABLE bench.outcome AS
SELECT k.person, k.known + sqrt(1 - (SELECT var_pop(known) FROM bench.known)) * bench.normal(k.person || ' outcome') AS performance
FROM bench.known k;

-- Twenty models whose weights are each off by a factor: exp of a normal number with standard deviation .5, so that two in
-- three lie between 0.6 and 1.65 times the default.
CREATE FUNCTION bench.shaken(weights jsonb, seed text) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN (SELECT jsonb_object_agg(w.key, w.value::float8 * exp(.5 * bench.normal(format('%s %s', seed, w.key))))
    FROM jsonb_each(weights) w);
CREATE TABLE bench.shaken_model AS
SELECT k AS version, d.model || jsonb_build_object('version', 'shaken ' || k, 'mlpsm', bench.shaken(d.model -> 'mlpsm', k || ' mlpsm'),
         'p_ind', bench.shaken(d.model -> 'p_ind', k || ' p_ind')) AS model
FROM generate_series(1, 20) k, (SELECT harmony.default_model() AS model) d;
CREATE TABLE bench.shaken_score AS
SELECT r.version, r.pool, m.person, m.y_success
FROM (SELECT p.pool, v.version, bench.request(p.pool, v.model, NULL) AS request
      FROM generate_series(0, :pools - 1) p (pool) CROSS JOIN bench.shaken_model v OFFSET 0) r
CROSS JOIN LATERAL unnest((SELECT harmony.match(p.person, p.measured, r.request)
                           FROM bench.person p WHERE p.pool = r.pool AND NOT p.member)) m;
ANALYZE bench.shaken_score;
EOF

percent() { sql "SELECT round(100 * ($1), 1)"; }
coverage() { # what score true
  percent "(SELECT avg(($3 BETWEEN ${2}_low AND ${2}_high)::int) FROM bench.both WHERE what = '$1')"
}
within() { # label value low high
  if awk "BEGIN{exit !($2 >= $3 && $2 <= $4)}"; then verdict=pass; else verdict=FAIL missed=1; fi
  row "$1" "$2" "$3 to $4" "$verdict"
}
n=$(sql "SELECT count(*) FROM bench.both WHERE what = 'measured'")
heading "The model's answer at the true traits lies within the 90 % interval; $n people in $POOLS pools, percent" share bar
within "y_success, whole profiles" "$(coverage measured y true_y)" 87 94
within "g_fit, whole profiles" "$(coverage measured g_fit true_fit)" 87 94
within "y_success, a fifth of the values missing" "$(coverage gappy y true_y)" 87 95
within "g_fit, a fifth of the values missing" "$(coverage gappy g_fit true_fit)" 87 95
half_width() { # what
  sql "SELECT round(percentile_cont(.5) WITHIN GROUP (ORDER BY (y_high - y_low) / 2)::numeric, 1) FROM bench.both WHERE what = '$1'"
}
row "half width of the interval of y_success, median" "$(half_width measured)"
row "the same, a fifth of the values missing" "$(half_width gappy)"
row "standard deviation of y_success in a pool" "$(sql "SELECT round(sqrt(avg(v))::numeric, 1) FROM (SELECT var_samp(y_success) AS v
  FROM bench.both WHERE what = 'measured' GROUP BY pool) x")"

heading "Chance to be among the best ten of $SIZE, and how often it is so by the true traits" "given" "come true"
sql "SELECT b.bin, count(*), round(avg(p_top)::numeric, 3), round(avg(is_top::int), 3)
     FROM bench.both CROSS JOIN LATERAL (SELECT least(4, floor(5 * p_top))::int AS bin) b
       WHERE what = 'measured' GROUP BY b.bin ORDER BY b.bin" |
  while IFS='|' read -r bin count given true; do
    row "p_top from $(calc "$bin / 5") to $(calc "($bin + 1) / 5"), $count people" "$given" "$true"
  done
error=$(sql "SELECT round(sum(count * abs(given - kept)) / sum(count), 3) FROM (
  SELECT count(*), avg(p_top)::numeric AS given, avg(is_top::int) AS kept
    FROM bench.both WHERE what = 'measured' GROUP BY least(4, floor(5 * p_top))) b")
within "mean difference of the two" "$error" 0 0.05

heading "Who cannot be told apart (1.645 √2 standard errors)" share
row "neighbours in the ranking, percent" "$(percent "(SELECT avg((y_success - next_y <= sqrt(2) * (y_success - y_low))::int)
  FROM bench.both
  WHERE what = 'measured' AND next_y IS NOT NULL)")"
row "of the others of the pool, tied with a candidate, percent" "$(percent "(SELECT avg(tied_with)
  FROM bench.both WHERE what = 'measured') / ($SIZE - 1)")"

# Within pools: the crew is the same for all who are compared.
validity() { # FROM clause with pool, score, performance
  sql "SELECT round(corr(s, performance)::numeric, 2) FROM (
    SELECT score - avg(score) OVER (PARTITION BY pool) AS s, performance - avg(performance) OVER (PARTITION BY pool) AS performance
      FROM ($1) v) w"
}
measured="SELECT b.pool, b.y_success AS score, o.performance
  FROM bench.both b JOIN bench.outcome o USING (person) WHERE b.what = 'measured'"
heading "Correlation of y_success with performance, if traits go with it as published" r
expected=$(validity "$measured")
row "default weights" "$expected"
row "default weights, traits without errors of measurement" "$(validity "SELECT b.pool, b.true_y AS score, o.performance
  FROM bench.both b JOIN bench.outcome o USING (person) WHERE b.what = 'measured'")"
row "weights off by a factor of 0.6 to 1.65, mean of 20 models" "$(sql "
  SELECT round(avg(r)::numeric, 2) || ' (' || round(min(r)::numeric, 2) || ' to ' || round(max(r)::numeric, 2) || ')' FROM (
    SELECT version, corr(s, performance) AS r FROM (
      SELECT version, y_success - avg(y_success) OVER w AS s, performance - avg(performance) OVER w AS performance
      FROM bench.shaken_score JOIN bench.outcome USING (person) WINDOW w AS (PARTITION BY version, pool)) x GROUP BY version) y")"
row "the best weights of the four terms, fitted to these people" "$(sql "
  SELECT round(sqrt((harmony.ols(performance, p_ind, f_team, f_env, f_lmx)).r_squared)::numeric, 2)
  FROM bench.both JOIN bench.outcome USING (person) WHERE what = 'measured'")"
row "all that these traits tell" "$(sql "SELECT round(sqrt(var_pop(known))::numeric, 2) FROM bench.known")"
row "share of the variance of performance that y_success explains, percent" "$(calc "100 * $expected * $expected")"
exit $missed
