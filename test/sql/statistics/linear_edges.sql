-- Linear models at the edges: degenerate input, every plan the same answer, states from outside, memory.
\set VERBOSITY sqlstate
\pset format unaligned
\pset tuples_only on

CREATE FUNCTION pg_temp.same(what text, got text, want text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN got IS NOT DISTINCT FROM want THEN 'ok - ' || what
              ELSE format('NOT OK - %s: got %s, want %s', what, coalesce(got, 'null'), coalesce(want, 'null')) END $$;
-- What an expression over rows v (x, y), given as SQL, answers: its text, or the SQLSTATE and the message.
CREATE FUNCTION pg_temp.answer(expression text, source text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r text;
BEGIN
  EXECUTE format('SELECT (%s)::text FROM %s', expression, source) INTO r;
  RETURN coalesce(r, 'null');
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
CREATE FUNCTION pg_temp.rows_of(list text) RETURNS text LANGUAGE sql AS $$ SELECT format('(VALUES %s) v (x, y)', list) $$;
-- A model in short: n, n_skipped, rank, df, coefficients, errors, R squared, F, warnings.
CREATE FUNCTION pg_temp.short(m harmony.linear_model) RETURNS text LANGUAGE sql AS $$
  SELECT concat_ws(' | ', (m).n || '+' || (m).n_skipped, 'rank ' || (m).rank, 'df ' || (m).df, (m).coefficients::text, (m).std_errors::text,
    'R2 ' || coalesce((m).r_squared::text, 'null'), 'F ' || coalesce((m).f_statistic::text, 'null'), (m).warnings::text) $$;

--
-- Degenerate input
--
SELECT pg_temp.same('no rows at all', pg_temp.answer('harmony.ols(y, x)', '(SELECT 1.0::float8 AS x, 1.0::float8 AS y WHERE false) v'),
  'null');
SELECT pg_temp.same('no rows, state',
  pg_temp.answer('harmony.linear_state(y, x)', '(SELECT 1.0::float8 AS x, 1.0::float8 AS y WHERE false) v'), 'null');
SELECT pg_temp.short(harmony.ols(y, x)) FROM (VALUES (NULL::float8, 1.0::float8), (1, NULL)) v (x, y);
SELECT pg_temp.short(harmony.ols(y, x)) FROM (VALUES (NULL::float8[], 1.0::float8), (NULL, NULL)) v (x, y);
SELECT pg_temp.short(harmony.ols(y, x)) FROM (VALUES (NULL::float8[], 1.0::float8), ('{1,NULL}', 3), ('{1,2}', NULL), ('{1,2}', 4)) v
  (x, y);
SELECT pg_temp.short(harmony.ols(y, x)) FROM (VALUES (2.0::float8, 5.0::float8)) v (x, y);
SELECT pg_temp.short(harmony.ols(y, x)) FROM (VALUES (1.0::float8, 5.0::float8), (2, 7)) v (x, y);
SELECT pg_temp.short(harmony.ols(y, x, x * x, x * x * x)) FROM (VALUES (1.0::float8, 5.0::float8), (2, 7)) v (x, y);
SELECT pg_temp.short(harmony.ols(y, x)) FROM (VALUES (1.0::float8, 5.0::float8), (2, 5), (4, 5)) v (x, y);
SELECT pg_temp.short(harmony.ols(y, x)) FROM (VALUES (3.0::float8, 1.0::float8), (3, 2), (3, 6)) v (x, y);
-- x = 1 .. 4, y = 1, 2, 4, 4: S_xx 5, S_xy 5.5, b = 1.1, b0 = 0, rss 0.7, s² 0.35; errors sqrt(0.35/5) and sqrt(0.35 (1/4 + 6.25/5)); R² =
-- 1 - 0.7/6.75, F = 6.05/0.35.
SELECT pg_temp.short(harmony.ols(y, x, 3 * x, 1 - x)) FROM (VALUES (1.0::float8, 1.0::float8), (2, 2), (3, 4), (4, 4)) v (x, y);
SELECT pg_temp.short(harmony.ols(y, '{}'::float8[])) FROM (VALUES (1.0::float8), (2), (6)) v (y);
-- NaN and infinity name the argument, in the first rows and in the block of waiting rows.
SELECT pg_temp.answer('harmony.ols(y, x)', pg_temp.rows_of('(1.0::float8, 2.0::float8), (''NaN'', 1)'));
SELECT pg_temp.answer('harmony.ols(y, x)', pg_temp.rows_of('(1.0::float8, 2.0::float8), (1, ''-Infinity'')'));
SELECT pg_temp.answer('harmony.ols(y, x, x2)',
  '(SELECT i AS y, i AS x, CASE WHEN i = 999 THEN float8 ''Infinity'' ELSE i END AS x2 FROM generate_series(1, 1000) i) v');
SELECT pg_temp.answer('harmony.ols(y, ARRAY[x, x2])',
  '(SELECT i AS y, i AS x, CASE WHEN i = 500 THEN float8 ''NaN'' ELSE i END AS x2 FROM generate_series(1, 1000) i) v');
SELECT pg_temp.same('NULL beside NaN is skipped',
  pg_temp.answer('(harmony.ols(y, x)).n_skipped', pg_temp.rows_of('(1.0::float8, 2.0::float8), (''NaN'', NULL)')), '1');
-- Arguments that do not fit.
SELECT pg_temp.answer('harmony.ols(y, x)', pg_temp.rows_of('(''{1}''::float8[], 2.0::float8), (''{1,2}'', 1)'));
SELECT pg_temp.answer('harmony.ols(y, x)', pg_temp.rows_of('(''{{1,2},{3,4}}''::float8[], 2.0::float8)'));
SELECT pg_temp.answer('harmony.ols(y, array_fill(x, ARRAY[1601]))', pg_temp.rows_of('(1.0::float8, 2.0::float8)'));
SELECT pg_temp.answer('harmony.wls_state(x, y, 1)', pg_temp.rows_of('(-1.0::float8, 2.0::float8)'));
SELECT pg_temp.answer('harmony.wls_state(x, y, 1)', pg_temp.rows_of('(float8 ''NaN'', 2.0::float8)'));
SELECT pg_temp.answer('harmony.ridge(x, y, ARRAY[y])', pg_temp.rows_of('(1.0::float8, 2.0::float8), (2, 2)'));
SELECT pg_temp.answer('harmony.ridge(-1, y, ARRAY[x])', pg_temp.rows_of('(1.0::float8, 2.0::float8)'));
SELECT pg_temp.answer('harmony.ridge(NULL, y, ARRAY[x])', pg_temp.rows_of('(1.0::float8, 2.0::float8)'));
SELECT pg_temp.answer('harmony.cross_validated_ols(1, x::text, y, ARRAY[x])', pg_temp.rows_of('(1.0::float8, 2.0::float8)'));
SELECT pg_temp.answer('harmony.cross_validated_ols(1001, x::text, y, ARRAY[x])', pg_temp.rows_of('(1.0::float8, 2.0::float8)'));
SELECT pg_temp.answer('harmony.cross_validated_ols(x::int, y::text, y, ARRAY[x])', pg_temp.rows_of('(2.0::float8, 2.0::float8), (3, 1)'));
SELECT pg_temp.answer('harmony.predict(harmony.ols(y, x), ''{1,2}'')', pg_temp.rows_of('(1.0::float8, 2.0::float8)'));
SELECT pg_temp.answer('harmony.predict_interval(harmony.ols(y, x), 1, ''{1}'')', pg_temp.rows_of('(1.0::float8, 2.0::float8)'));
SELECT pg_temp.answer('harmony.merge(s)', '(SELECT harmony.linear_state(1, 1) AS s UNION ALL SELECT harmony.linear_state(1, 1, 2)) v');
SELECT pg_temp.answer('harmony.merge(s)', '(SELECT harmony.linear_state(1, 1) AS s UNION ALL SELECT harmony.wls_state(1, 1, 1)) v');
-- A model that nobody fitted.
SELECT pg_temp.answer('harmony.predict(jsonb_populate_record(NULL::harmony.linear_model, ''{"rank": 2, "coefficients": [1, 2, 3], "vif": '
  '[1]}''), ''{1}'')', '(SELECT) v');
SELECT pg_temp.answer('harmony.predict(NULL::harmony.linear_model, ''{1}'')', '(SELECT) v'),
  pg_temp.answer('harmony.predict(ROW(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '
  'NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)::harmony.linear_model, ''{}'')', '(SELECT) v');
-- Values of any size: y = 2 + 3 x at 1e300 and at 1e-300.
SELECT pg_temp.same('1e300 and 1e-300', concat(round((m).coefficients[2]::numeric, 12), ' ', round((s).coefficients[2]::numeric, 12), ' ',
  (m).r_squared), '3.000000000000 3.000000000000 1')
FROM (SELECT harmony.ols(2e300 + 3 * x, x) AS m, harmony.ols(2e-300 + 3e-300 * (x / 1e300), x * 1e-300 / 1e300) AS s
  FROM (SELECT 1e300::float8 * k AS x FROM generate_series(1, 5) k) v) f;
SELECT pg_temp.same('all sizes in one column', (abs((m).coefficients[2] - 1e-300) < 1e-312)::text, 'true')
  FROM (SELECT harmony.ols(x * 1e-300, x) AS m FROM unnest('{1e300,-1e300,1,5e299}'::float8[]) x) f;
-- 1,600 columns.
SELECT pg_temp.same('1,600 columns', concat((m).rank, ' ', (m).df, ' ', cardinality((m).coefficients), ' ',
  abs((m).coefficients[1]) < 1e-15), '2 18 1601 t')
FROM (SELECT harmony.ols(i, (SELECT array_agg(i * k::float8) FROM generate_series(1, 1600) k)) AS m FROM generate_series(1, 20) i) f;

--
-- One answer, whatever the plan: 20,000 rows, one column with an offset, two nearly dependent.
--
CREATE TABLE linear_rows AS
SELECT i AS id, i % 7 AS part, sin(i) AS x1, 1e6 + cos(2 * i) AS x2, sin(i) + 1e-4 * sin(3 * i) AS x3, 1e-3 * (i % 11) AS x4,
  5 + sin(i) * 2 - cos(2 * i) + sin(i * i) AS y FROM generate_series(1, 20000) i;
CREATE TABLE linear_parted (LIKE linear_rows) PARTITION BY LIST (part);
SELECT format('CREATE TABLE linear_part_%s PARTITION OF linear_parted FOR VALUES IN (%s)', k, k) FROM generate_series(0, 6) k \gexec
INSERT INTO linear_parted SELECT * FROM linear_rows;
ANALYZE linear_rows;
ANALYZE linear_parted;
CREATE TABLE linear_days AS SELECT harmony.linear_state(y, x1, x2, x3, x4) AS s,
  harmony.cross_validation_state(5, id, y, ARRAY[x1, x2, x3, x4]) AS f FROM linear_rows GROUP BY id / 300;
-- Every figure of a model, and of the other fits on its state; the largest relative difference of two lists.
CREATE FUNCTION pg_temp.figures(s harmony.linear_state, f harmony.cross_validation_state) RETURNS float8[] LANGUAGE sql AS $$
  SELECT (m).coefficients || (m).std_errors || (m).t_statistics || ARRAY[(m).r_squared, (m).adj_r_squared, (m).residual_std_error,
    (m).f_statistic, (m).log_likelihood, (m).aic, (m).condition_number] || (m).vif
    || (harmony.ridge(s, 3)).coefficients || (harmony.nnls(s)).coefficients || (harmony.ols_no_intercept(s)).coefficients ||
      (harmony.cross_validated_ols(f)).cross_validated_r_squared
  FROM (SELECT harmony.ols(s) AS m) o $$;
CREATE FUNCTION pg_temp.agree(what text, got float8[], want float8[]) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN cardinality(got) = 41 AND max(abs(g - w) / CASE WHEN w = 0 THEN 1 ELSE abs(w) END) <= 1e-12 THEN 'ok - ' || what
              ELSE format('NOT OK - %s: %s figures, difference %s', what, cardinality(got),
                max(abs(g - w) / CASE WHEN w = 0 THEN 1 ELSE abs(w) END)) END FROM unnest(got, want) u (g, w) $$;
\set fits 'SELECT pg_temp.figures(harmony.linear_state(y, x1, x2, x3, x4), '
\set fits :fits 'harmony.cross_validation_state(5, id, y, ARRAY[x1, x2, x3, x4])) AS figures FROM'
SET max_parallel_workers_per_gather = 0;
:fits linear_rows \gset want_
:fits (SELECT * FROM linear_rows ORDER BY md5(id::text)) shuffled \gset shuffled_
:fits linear_parted \gset append_
SELECT pg_temp.figures(harmony.merge(s), harmony.merge(f)) AS figures FROM linear_days \gset merged_
SELECT pg_temp.figures(harmony.merge(s::text::harmony.linear_state), harmony.merge(f::text::harmony.cross_validation_state)) AS figures
  FROM (SELECT s, f FROM linear_days ORDER BY md5(s::text)) d \gset text_
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 1;
:fits linear_rows \gset one_
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT harmony.ols(y, x1, x2, x3, x4) FROM linear_rows;
:fits linear_rows \gset two_
SET enable_partitionwise_aggregate = on;
:fits linear_parted \gset parted_
RESET max_parallel_workers_per_gather;
SELECT pg_temp.agree('shuffled', :'shuffled_figures', :'want_figures'), pg_temp.agree('partitions', :'append_figures', :'want_figures'),
  pg_temp.agree('merged from stored states', :'merged_figures', :'want_figures'),
    pg_temp.agree('merged from their text', :'text_figures', :'want_figures'),
  pg_temp.agree('one worker', :'one_figures', :'want_figures'), pg_temp.agree('two workers', :'two_figures', :'want_figures'),
    pg_temp.agree('two workers over partitions', :'parted_figures', :'want_figures');
-- n_skipped does not depend on the plan either, even where the first rows do not tell how many predictors there are.
UPDATE linear_rows SET x1 = NULL WHERE id % 10 < 3;
SELECT pg_temp.same('skipped rows', concat((m).n, '+', (m).n_skipped), '14000+6000')
  FROM (SELECT harmony.ols(y, CASE WHEN x1 IS NOT NULL THEN ARRAY[x1, x2] END) AS m FROM linear_rows) f;
SELECT pg_temp.same('skipped rows in folds', concat((m).n, '+', (m).n_skipped), '14000+6000')
  FROM (SELECT harmony.cross_validated_ols(3, id, y, CASE WHEN x1 IS NOT NULL THEN ARRAY[x1, x2] END) AS m FROM linear_rows) f;
-- Binary forms: what COPY BINARY writes comes back the same.
\set file `mktemp /tmp/linear_states.XXXXXX`
\setenv STATES :file
\set copy_out '\\copy linear_days TO ' :file ' (FORMAT binary)'
\set copy_in '\\copy linear_back FROM ' :file ' (FORMAT binary)'
CREATE TABLE linear_back (LIKE linear_days);
:copy_out
:copy_in
SELECT pg_temp.same('binary round trip',
  (string_agg(s::text || f::text, '' ORDER BY s::text) = (SELECT string_agg(s::text || f::text, '' ORDER BY s::text)
  FROM linear_days))::text, 'true') FROM linear_back;

--
-- States from outside
--
SELECT harmony.linear_state(y, x)::text AS good FROM (VALUES (1.0::float8, 5.0::float8), (2, 7), (4, 1)) v (x, y) \gset
-- Text: the outcome of every truncation and of every flipped bit is an error of these two codes.
CREATE FUNCTION pg_temp.outcome(state text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM harmony.ols(state::harmony.linear_state), harmony.ridge(state::harmony.linear_state, 1),
    harmony.nnls(state::harmony.linear_state), harmony.correlation_matrix(state::harmony.linear_state);
  RETURN 'value';
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
SELECT pg_temp.same('truncated', string_agg(DISTINCT pg_temp.outcome(left(:'good', k)), ' '), '22P02 22P03')
  FROM generate_series(0, length(:'good') - 1) k;
SELECT pg_temp.same('every flipped bit is noticed',
  string_agg(DISTINCT pg_temp.outcome(encode(set_bit(decode(:'good', 'hex'), k, 1 - get_bit(decode(:'good', 'hex'), k)), 'hex')), ' '),
  '22P03') FROM generate_series(0, length(:'good') * 4 - 1) k;
-- Wrong version; bytes of every number in the other order; not hexadecimal; empty.
SELECT pg_temp.answer(format('%L::harmony.linear_state', overlay(:'good' PLACING '02' FROM 3)), '(SELECT) v');
SELECT pg_temp.same('other byte order',
  pg_temp.outcome((SELECT substr(:'good', 1, 8) ||
  string_agg((SELECT string_agg(substr(:'good', 8 + 16 * w + 2 * b + 1, 2), '' ORDER BY b DESC) FROM generate_series(0, 7) b), ''
  ORDER BY w) FROM generate_series(0, (length(:'good') - 8) / 16 - 1) w)), '22P03');
SELECT pg_temp.outcome('zz'), pg_temp.outcome(''), pg_temp.outcome('4c'), pg_temp.outcome(:'good' || '00');
SELECT pg_temp.answer(format('%L::harmony.cross_validation_state', :'good'), '(SELECT) v'),
  pg_temp.answer('''46''::harmony.cross_validation_state', '(SELECT) v');
-- Binary: a file that COPY BINARY would not have written.
CREATE TABLE linear_in (s harmony.linear_state);
\! printf 'PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0\0\001\0\0\0\010Lforged!\377\377' > "$STATES"
\set copy_in '\\copy linear_in FROM ' :file ' (FORMAT binary)'
:copy_in
\! rm -f "$STATES"

--
-- Size and memory
--
SELECT pg_temp.same('bytes of a stored state', string_agg(p || ': ' || pg_column_size(s), ', ' ORDER BY p),
  '1: 176, 2: 256, 4: 464, 10: 1472')
FROM (SELECT p, harmony.linear_state(i, (SELECT array_agg(sin(i * k)) FROM generate_series(1, p) k)) AS s FROM generate_series(1, 20) i,
  unnest('{1,2,4,10}'::int[]) p GROUP BY p) f;
-- A million rows through one aggregate leave the backend's private memory as it was, within 5 MB.
CREATE FUNCTION pg_temp.resident_kb() RETURNS bigint
  LANGUAGE sql VOLATILE AS $$ SELECT substring(pg_read_file('/proc/self/status') FROM 'RssAnon:\s+(\d+)')::bigint $$;
SET max_parallel_workers_per_gather = 0;
SELECT pg_temp.same('warm', ((harmony.ols(sin(i), cos(i))).n)::text, '1000') FROM generate_series(1, 1000) i;
SELECT pg_temp.resident_kb() AS before \gset
SELECT pg_temp.same('a million rows', ((harmony.ols(sin(a.id), cos(a.id), sin(b.id), cos(b.id))).n)::text, '1000000') FROM linear_parted a,
  (SELECT id FROM linear_parted WHERE id <= 50) b;
SELECT pg_temp.same('memory', (pg_temp.resident_kb() - :before < 5000)::text, 'true');
DROP TABLE linear_rows, linear_parted, linear_days, linear_back, linear_in;
