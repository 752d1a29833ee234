-- Every case of the shared data of methods (methods/README.md there says by whom: R, SciPy, NetworkX, igraph, exact fractions), to the
-- tolerance that each case has, in the order given and in another.
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data'/methods 2>&- && [ -r cases.jsonl ] && echo true || echo false`
\if :present

-- Whether `got` has what is wanted: numbers to a relative tolerance (of p-values 1,000 times that, at least 1e-6), or an absolute one.
CREATE FUNCTION pg_temp.near(got jsonb, want jsonb, a jsonb, key text DEFAULT '') RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  tolerance float8 := coalesce((a #>> ARRAY['tol_of', key])::float8, (a ->> 'tol')::float8);
BEGIN
  IF key ~ '^(p|p_.*|.*_p)$' OR key = 'f_p_value' THEN tolerance := greatest(1000 * tolerance, 1e-6); END IF;
  IF want ? 'modularity_at_least' THEN RETURN (got ->> 'modularity')::float8 >= (want ->> 'modularity_at_least')::float8; END IF;
  IF want IS NULL OR jsonb_typeof(want) = 'null' THEN RETURN got IS NULL OR jsonb_typeof(got) = 'null'; END IF;
  IF jsonb_typeof(want) = 'number' AND jsonb_typeof(got) = 'array' AND jsonb_array_length(got) = 1 THEN got := got -> 0; END IF;  -- of one
  IF jsonb_typeof(got) IS DISTINCT FROM jsonb_typeof(want) THEN RETURN false; END IF;
  CASE jsonb_typeof(want)
    WHEN 'number' THEN
      RETURN abs(got::float8 - want::float8) <= greatest(tolerance * abs(want::float8), coalesce((a ->> 'abs')::float8, 0));
    WHEN 'array' THEN
      RETURN jsonb_array_length(got) = jsonb_array_length(want)
        AND NOT EXISTS (SELECT FROM generate_series(0, jsonb_array_length(want) - 1) i WHERE NOT pg_temp.near(got -> i, want -> i, a, key));
    WHEN 'object' THEN
      RETURN NOT EXISTS (SELECT FROM jsonb_object_keys(want) k WHERE NOT pg_temp.near(got -> k, want -> k, a, k));
    ELSE RETURN got = want;
  END CASE;
END $$;
SELECT ok(pg_temp.near('{"a": [1, null]}', '{"a": [1.0000000001, null]}', '{"tol": 1e-9}')
  AND NOT pg_temp.near('{"a": 1}', '{"a": 1.001}', '{"tol": 1e-9}') AND NOT pg_temp.near('{"a": null}', '{"a": 1}', '{"tol": 1e-9}')
  AND pg_temp.near('{"p_value": 1}', '{"p_value": 1.0000001}', '{"tol": 1e-9}'), 'the comparison sees a difference');

\set content `cat "${HARMONY_DATA:-../shared/data}/methods/cases.jsonl"`
CREATE TEMP TABLE cases AS
SELECT j ->> 'id' || coalesce(': ' || (j ->> 'note'), '') AS id, j ->> 'method' AS method, j AS a, j -> 'want' AS want, j ->> 'error' AS
  error
FROM (SELECT line::jsonb AS j FROM regexp_split_to_table(:'content', '\n') line WHERE line <> '') s;

-- One limit there is where a search ended, not where the profile has fallen: over a grid of slopes the penalised likelihood at an
-- intercept of -14.14 is still 0.587 above the limit's height; R's optimize and uniroot find it at -24.4315846.
UPDATE cases SET want = jsonb_set(want, '{ci_low,0}', '-24.43158464') WHERE a ->> 'id' = 'firth_b01';
-- SciPy's quantile of t at 37.98 degrees of freedom is off by 1.5e-9; mpmath with 30 digits gives 1.685971287341613.
UPDATE cases SET want = want || '{"low": -0.831331172427564, "high": 0.310631172427564}' WHERE a ->> 'id' = 'tost_b01';

-- Here the case takes paths whose lengths are sums of the same decimals for paths of two lengths, where rounding parts them; these are
-- the figures of exact fractions.
UPDATE cases SET want = (SELECT jsonb_agg(jsonb_build_object('node', (o - 1)::text, 'value', v) ORDER BY o) FROM unnest('{46.5,6.5,
  5.333333333333333,0,3.5,51,12.166666666666666,21.166666666666668,84,7,16,15.333333333333334,1,0,15,20,1,15,2,22,67.66666666666667,4,108,
  26.833333333333332,32.5,20,17,0,8.333333333333334,2.3333333333333335}'::float8[]) WITH ORDINALITY u (v, o))
WHERE a ->> 'id' = 'network_a64';

-- The statement of a case: its columns are the table d, in the order given or by a hash of the rows.
CREATE FUNCTION pg_temp.statement(a jsonb, shuffled boolean) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce('WITH d AS (SELECT ' || string_agg(format('%1$I::%2$s AS %1$I', c.key, c.value ->> 0), ', ')
    || ' FROM ROWS FROM (' || string_agg(format('unnest(%L::text[])', values.list), ', ')
    || ') r (' || string_agg(quote_ident(c.key), ', ') || ')' || CASE WHEN shuffled THEN ' ORDER BY md5(r::text)' ELSE '' END
    || ' OFFSET 0) ', '')
    || coalesce(a ->> 'query', 'SELECT to_jsonb(' || (a ->> 'call') || ')' || CASE WHEN count(c) > 0 THEN ' FROM d' ELSE '' END)
  FROM jsonb_each(a -> 'columns') c, LATERAL (  -- arrays among the values are written as PostgreSQL has them
    SELECT coalesce(array_agg(CASE WHEN c.value ->> 0 LIKE '%[]' THEN translate(v, '[]', '{}') ELSE v END ORDER BY o), '{}')::text
    FROM jsonb_array_elements_text(c.value -> 1) WITH ORDINALITY e (v, o)) values (list) $$;
CREATE FUNCTION pg_temp.got(a jsonb, shuffled boolean) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE got jsonb;
BEGIN
  EXECUTE pg_temp.statement(a, shuffled) INTO got;
  RETURN got;
END $$;
SELECT ok(pg_temp.near(pg_temp.got(a, shuffled), want, a), id || CASE WHEN shuffled THEN ', shuffled' ELSE '' END)
FROM cases, unnest(ARRAY[false, true]) shuffled WHERE error IS NULL ORDER BY id, shuffled;
SELECT throws_ok(pg_temp.statement(a, false), error, NULL, id) FROM cases WHERE error IS NOT NULL;
SELECT cmp_ok((SELECT count(*) FROM cases), '>=', 373::bigint, 'the cases are there');

\else
SELECT skip('no methods data in $HARMONY_DATA or ../shared/data', 1);
\endif
SELECT * FROM finish();
ROLLBACK;
