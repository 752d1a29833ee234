-- Every case of the shared data of names and genotypes (affinity/README.md there): rules of the nomenclature; enumeration of all that two
-- typings leave open, in exact fractions. Open and sealed, either way round, copies and alternatives in another order.
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\set present `cd "${HARMONY_DATA:-../shared/data}/affinity" 2>&- && [ -r cases.jsonl ] && echo true || echo false`
\if :present
\ir ../../lib/secrets.sql
SELECT pg_temp.put_secret('harmony.seal_key_file',
  jsonb_build_object('keys', jsonb_build_array(jsonb_build_object('id', 1, 'key', encode(repeat('k', 32)::bytea, 'base64'))))::text)
\g /dev/null
\set content `cat "${HARMONY_DATA:-../shared/data}/affinity/cases.jsonl"`
CREATE TEMP TABLE cases AS
SELECT (j ->> 'id')::integer AS id, j ->> 'kind' AS kind, j - 'want' AS c, j -> 'want' AS want
FROM (SELECT line::jsonb AS j FROM regexp_split_to_table(:'content', '\n') line WHERE line <> '') s;

-- What an expression gives, as text; SQLSTATE and all that is told where it is refused.
CREATE FUNCTION pg_temp.outcome(expression text, VARIADIC arguments text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  result text;
  detail text;
  hint text;
BEGIN
  EXECUTE 'SELECT ' || expression INTO result USING arguments;
  RETURN result;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  RETURN concat_ws(' ', 'error', SQLSTATE, SQLERRM, detail, hint);
END $$;

SELECT is(left(pg_temp.outcome('harmony.hla_normalize($1[1])', c ->> 'text'), 11), coalesce(want #>> '{}', 'error 22P02'),
  format('%s: %s', id, c ->> 'text')) FROM cases WHERE kind = 'hla_name' AND want = 'null';
SELECT is(pg_temp.outcome('harmony.hla_normalize($1[1])', c ->> 'text'), want #>> '{}', format('%s: %s', id, c ->> 'text'))
  FROM cases WHERE kind = 'hla_name' AND want <> 'null';
SELECT is(pg_temp.outcome('harmony.hla_two_field($1[1])', c ->> 'text'), c ->> 'two_field', format('%s: two fields', id))
  FROM cases WHERE kind = 'hla_name' AND want <> 'null';
SELECT is(harmony.hla_normalize(want #>> '{}'), want #>> '{}', format('%s: once more', id))
  FROM cases WHERE kind = 'hla_name' AND want <> 'null';

-- The texts of a genotype turned round at each delimiter but those of the loci's genes: copies, alternatives, possible genotypes, loci.
CREATE FUNCTION pg_temp.turned(gl text, delimiters text DEFAULT '^|+/') RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN delimiters = '' THEN gl ELSE (
    SELECT string_agg(pg_temp.turned(part, substr(delimiters, 2)), left(delimiters, 1) ORDER BY n DESC)
    FROM string_to_table(gl, left(delimiters, 1)) WITH ORDINALITY p (part, n)) END $$;
SELECT is(pg_temp.turned('a/b+c|d+e^f+g'), 'g+f^e+d|c+b/a', 'genotypes are turned round');
CREATE TEMP TABLE pairs AS
SELECT id, c ->> 'a' AS a, c ->> 'b' AS b, m AS method, w::float8 AS want,
  coalesce((SELECT array_agg(l) FROM jsonb_array_elements_text(c -> 'loci') l), '{A,B,DRB1}') AS loci
FROM cases, jsonb_each_text(want) AS e (m, w) WHERE kind = 'hla_dissimilarity' AND jsonb_typeof(want) = 'object';
SELECT cmp_ok(count(*), '>=', 200::bigint, 'the pairs are there') FROM pairs;
SELECT is_empty($$
  SELECT id, method, want, got FROM pairs, LATERAL (SELECT harmony.hla_dissimilarity(a, b, method, loci)) s (got)
  WHERE got IS NULL <> (want IS NULL) OR abs(got - want) > 1e-9 OR got < 0 OR got > 100 $$, 'every pair and method');
SELECT is_empty($$
  SELECT id, method FROM pairs, LATERAL (VALUES (b, a), (pg_temp.turned(a), pg_temp.turned(b)), (pg_temp.turned(b), a)) o (x, y)
  WHERE harmony.hla_dissimilarity(x, y, method, loci) IS DISTINCT FROM harmony.hla_dissimilarity(a, b, method, loci) $$,
  'the other way round and in another order: the same to the last digit');
CREATE TEMP TABLE sealed AS SELECT pairs.*, md5(a)::uuid AS person_a, md5(b)::uuid AS person_b,
  harmony.hla_seal(a, md5(a)::uuid) AS sealed_a, harmony.hla_seal(b, md5(b)::uuid) AS sealed_b FROM pairs;
SELECT is_empty($$
  SELECT id, method FROM sealed WHERE harmony.hla_sealed_dissimilarity(sealed_a, person_a, sealed_b, person_b, method, loci)
    IS DISTINCT FROM harmony.hla_dissimilarity(a, b, method, loci) $$, 'sealed: the same to the last digit');
SELECT is_empty($$
  SELECT id, method FROM sealed WHERE harmony_internal.hla_sealed_dissimilarity(sealed_a, person_a, sealed_b, person_b, method, loci,
      harmony_internal.hla_frequencies('{}', '{}')) IS DISTINCT FROM harmony.hla_dissimilarity(a, b, method, loci) $$,
  'an empty table of frequencies changes nothing');
SELECT is_empty($$
  SELECT id FROM sealed WHERE harmony_internal.hla_equality_token(a) IS DISTINCT FROM harmony_internal.hla_equality_token(pg_temp.turned(a))
    OR harmony_internal.hla_equality_token(a) IS DISTINCT FROM harmony_internal.hla_sealed_equality_token(sealed_a, person_a) $$,
  'one token for all orders, open and sealed');
SELECT alike(pg_temp.outcome('harmony.hla_dissimilarity($1[1], $1[2])', c ->> 'a', c ->> 'b'), 'error %', format('%s is refused', id))
  FROM cases WHERE kind = 'hla_dissimilarity' AND jsonb_typeof(want) = 'string';
SELECT unalike(pg_temp.outcome(f, c ->> 'a', c ->> 'b'), '%01:%', format('%s: nothing of it is told', id))
  FROM cases, unnest(ARRAY['harmony.hla_dissimilarity($1[1], $1[2])', 'harmony_internal.hla_typing_summary($1[1])',
    $$harmony.hla_seal($1[1], '00000000-0000-0000-0000-000000000001')$$, 'harmony_internal.hla_equality_token($1[1])']) f
  WHERE kind = 'hla_dissimilarity' AND jsonb_typeof(want) = 'string';
SELECT pg_temp.remove_secrets();
\else
SELECT skip('no affinity data in $HARMONY_DATA or ../shared/data', 1);
\endif
SELECT * FROM finish();
ROLLBACK;
