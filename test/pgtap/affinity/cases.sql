-- Every case of the shared data of affinity that is about taste, traits, willingness and stable pairs (affinity/README.md there says how
-- each right value is known). The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data'/affinity 2>&- && [ -r cases.jsonl ] && echo true || echo false`
\if :present

\ir ../../lib/has.sql
SELECT ok(NOT pg_temp.has('{"a": [1, 2.00001]}', '{"a": [1, 2]}') AND NOT pg_temp.has('{}', '{"a": 1}')
  AND NOT pg_temp.has('{"a": 1}', 'null'),
  'the comparison sees a difference');
-- A list of numbers, or of lists of them, as an array.
CREATE FUNCTION pg_temp.numbers(list jsonb) RETURNS float8[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(list) = 'array' THEN translate(list::text, '[]', '{}')::float8[] END $$;

\set content `cat "${HARMONY_DATA:-../shared/data}/affinity/cases.jsonl"`
CREATE TEMP TABLE cases AS
SELECT j ->> 'id' AS id, j ->> 'kind' AS kind, j AS a, j -> 'want' AS want
FROM (SELECT line::jsonb AS j FROM regexp_split_to_table(:'content', '\n') line WHERE line <> '') s;
SELECT ok(EXISTS (SELECT FROM cases WHERE kind = k), 'there are cases of ' || k) FROM unnest(ARRAY['similarity', 'perceived', 'willingness',
  'trait_preferences', 'visual_total', 'preference', 'matching', 'roommates']) k;

-- A fit with its scores of the targets.
CREATE FUNCTION pg_temp.fitted(a jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT to_jsonb(p) || jsonb_build_object('targets',
    (SELECT coalesce(jsonb_agg(harmony.visual_score(p, pg_temp.numbers(t)) ORDER BY o), '[]')
    FROM jsonb_array_elements(a -> 'targets') WITH ORDINALITY e (t, o)))
  FROM harmony.fit_preference(pg_temp.numbers(a -> 'embeddings'), pg_temp.numbers(a -> 'ratings'), pg_temp.numbers(a -> 'prior'),
    pg_temp.numbers(a -> 'center'), pg_temp.numbers(a -> 'scale')) p WHERE p.n IS NOT NULL $$;
-- What the function of a case gives.
CREATE FUNCTION pg_temp.got(kind text, a jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE v float8[] := pg_temp.numbers(a -> 'v');
BEGIN
  CASE kind
    WHEN 'similarity' THEN RETURN to_jsonb(harmony.trait_similarity(pg_temp.numbers(a -> 'a'), pg_temp.numbers(a -> 'b')));
    WHEN 'perceived' THEN RETURN harmony.perceived_similarity(pg_temp.numbers(a -> 'a'), pg_temp.numbers(a -> 'b'),
      pg_temp.numbers(a -> 'ca'), pg_temp.numbers(a -> 'cb'), (a ->> 'low')::float8, (a ->> 'high')::float8);
    WHEN 'willingness' THEN RETURN harmony.willingness(v[1], v[2], v[3], v[4], mean => coalesce(a ->> 'mean', 'geometric'));
    WHEN 'trait_preferences' THEN RETURN harmony.trait_preferences(pg_temp.numbers(a -> 'ratings'), pg_temp.numbers(a -> 'strengths'),
      ARRAY(SELECT jsonb_array_elements_text(a -> 'names')));
    WHEN 'visual_total' THEN RETURN to_jsonb(harmony.visual_total((a ->> 'component')::float8, a -> 'preferences', a -> 'detected'));
    WHEN 'preference' THEN RETURN pg_temp.fitted(a);
    WHEN 'matching' THEN RETURN (SELECT to_jsonb(harmony.stable_matching((p ->> 0)::bigint, (p ->> 1)::bigint, (p ->> 2)::float8,
      (p ->> 3)::float8)) FROM jsonb_array_elements(a -> 'pairs') p);
    WHEN 'roommates' THEN RETURN (SELECT to_jsonb(harmony.stable_roommates(l.key::bigint, o::bigint, -i))
      FROM jsonb_each(a -> 'preferences') l, jsonb_array_elements_text(l.value) WITH ORDINALITY e (o, i));
    ELSE RETURN NULL;
  END CASE;
END $$;
SELECT ok(pg_temp.has(pg_temp.got(kind, a), want), kind || ' ' || id) FROM cases
WHERE kind IN ('similarity', 'perceived', 'willingness', 'trait_preferences', 'visual_total', 'preference', 'matching');
-- No trait but the wanted ones is preferred.
SELECT is((SELECT array_agg(k ORDER BY k) FROM jsonb_object_keys(pg_temp.got(kind, a)) k),
  (SELECT array_agg(k ORDER BY k) FROM jsonb_object_keys(want) k), 'traits of ' || id) FROM cases WHERE kind = 'trait_preferences';
SELECT ok(CASE WHEN want = '[]' THEN pg_temp.got(kind, a) IS NULL ELSE want @> jsonb_build_array(pg_temp.got(kind, a)) END,
  kind || ' ' || id) FROM cases WHERE kind = 'roommates';

\else
SELECT skip('no affinity data in $HARMONY_DATA or ../shared/data', 1);
\endif
SELECT * FROM finish();
ROLLBACK;
