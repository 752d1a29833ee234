-- A thousand artifacts that something has happened to: cut off, other types, NaN, huge numbers, names twice, nests, long lines, letters of
-- other encodings, bytes. Each line is loaded as it says, or kept with a reason; nothing stops.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT plan(10);
SELECT harmony.install('signals') \g /dev/null
\ir ../../lib/secrets.sql
INSERT INTO platform.organization (id, name) VALUES (md5('signals mutated')::uuid, 'Employer');
SELECT setseed(0.2718) \g /dev/null

CREATE TEMP TABLE base (place integer, line text);
INSERT INTO base VALUES (1, '{"type": "node_metadata", "canonical_node_id": "n", "canonical_parent_node_ids": [], '
  '"canonical_child_node_ids": [{"canonical_child_node_id": "c", "edge_type": "trends_to"}], '
  '"metric_id": "m", "metric": {"polarity": "lower_is_better"}}');
INSERT INTO base SELECT i, jsonb_build_object('entity', jsonb_build_array(jsonb_build_object('id', 'facilityId', 'value', 'F' || i)),
    'metric', jsonb_build_array(jsonb_build_object('metadata', '{"metric_id": "m"}'::jsonb, 'values',
      CASE mod(i, 2) WHEN 0 THEN to_jsonb(i / 7.0)
      ELSE jsonb_build_object('timeline', (SELECT jsonb_agg(jsonb_build_object('period', (202500 + k)::text, 'value', k / 3.0))
        FROM generate_series(1, 6) k)) END)),
    'metadata', jsonb_build_object('facility', 'Name ' || i, 'systemName', 'S', 'encounters', 10 * i))::text
  FROM generate_series(2, 7) i;

CREATE FUNCTION pg_temp.spoilt(line text, kind integer) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  at CONSTANT integer := 1 + floor(random() * length(line))::integer;
  odd CONSTANT text[] := ARRAY['NaN', '-Infinity', '1e999', '-1e-999', 'null', '"abc"', '[]', '{}', 'true', '0x10', '01', '1.', '""', '1e5',
                               '123456789012345678901234567890'];
  value CONSTANT text := odd[1 + floor(random() * cardinality(odd))::integer];
BEGIN
  RETURN CASE kind
    WHEN 0 THEN left(line, at - 1)
    WHEN 1 THEN regexp_replace(line, '(: )([0-9.]+)', '\1' || value)
    WHEN 2 THEN regexp_replace(line, '("value": )([0-9.]+|"[^"]*")', '\1' || value)
    WHEN 3 THEN overlay(line PLACING chr(33 + floor(random() * 90)::integer) FROM at FOR 1)
    WHEN 4 THEN replace(line, '"metric":', '"metric": 1, "metric":')
    WHEN 5 THEN replace(line, '"metadata":', '"metadata": ' || repeat('[', 5000) || repeat(']', 5000) || ', "more":')
    WHEN 6 THEN left(line, at) || substr(line, at + 1 + floor(random() * 10)::integer)
    WHEN 7 THEN replace(line, '2025', (ARRAY['2O25', '0000', '9999', '-202', '20251'])[1 + floor(random() * 5)::integer])
    WHEN 8 THEN left(line, at) || repeat(substr(line, at, 1), 1 + floor(random() * 400)::integer) || substr(line, at)
    WHEN 9 THEN replace(line, 'F', (ARRAY['\u0000', chr(246), '\ud83d\ude00', '\ud83d', chr(128512), E'\t', '\n', repeat('x', 300), ''''])
      [1 + floor(random() * 9)::integer])
    WHEN 10 THEN ''
    WHEN 11 THEN line || E'\n' || line
    WHEN 12 THEN E'\uFEFF' || line || E'\r'
    WHEN 13 THEN left(line, length(line) - 1) || ', "more": "' || repeat('long ', 200000 + floor(random() * 2)::integer * 20000) || '"}'
    ELSE line END;
END $$;
CREATE TEMP TABLE mutated AS
SELECT b.n, string_agg(CASE WHEN random() < 0.3 OR b.place = 1 + mod(b.n, 7) AND b.n > 7
    THEN pg_temp.spoilt(b.line, CASE WHEN b.n < 20 THEN 13 ELSE mod(b.n, 13) END) ELSE b.line END, E'\n' ORDER BY b.place) AS content
FROM (SELECT a.n, b.place, b.line FROM generate_series(1, 900) a (n) CROSS JOIN base b ORDER BY a.n, b.place) b GROUP BY b.n;

-- ---- texts ----
CREATE TEMP TABLE outcome (n integer, loaded bigint, rejected bigint, sqlstate text, message text);
DO $$
DECLARE m record;
BEGIN
  FOR m IN SELECT * FROM mutated ORDER BY n LOOP
    BEGIN
      INSERT INTO outcome SELECT m.n, i.loaded, i.rejected FROM signals.ingest(md5('signals mutated')::uuid, 'r', m.n::text, m.content) i;
    EXCEPTION WHEN OTHERS THEN
      INSERT INTO outcome VALUES (m.n, NULL, NULL, SQLSTATE, SQLERRM);
    END;
  END LOOP;
END $$;
SELECT is_empty($$SELECT n, sqlstate, message FROM outcome WHERE sqlstate IS NOT NULL$$, 'of 900 texts none is an error');
CREATE TEMP TABLE line AS
SELECT m.n, a.id AS artifact_id, l.place, rtrim(CASE l.place WHEN 1 THEN ltrim(l.line, E'\uFEFF') ELSE l.line END, E'\r') AS line
FROM mutated m JOIN signals.artifact a ON a.artifact = m.n::text
CROSS JOIN LATERAL regexp_split_to_table(m.content, '\n') WITH ORDINALITY l (line, place);
CREATE TEMP TABLE told AS
SELECT e.artifact_id, e.line, 'loaded' AS what, NULL AS reason FROM signals.raw_entity_result e
UNION ALL SELECT j.artifact_id, j.line, 'refused', j.reason FROM signals.ingest_reject j
UNION ALL SELECT n.artifact_id, min(l.place), 'node', NULL FROM signals.raw_node_result n JOIN line l USING (artifact_id)
  WHERE l.line ~ '\S'
  GROUP BY n.artifact_id;
SELECT is_empty($$SELECT l.n, l.place, count(t.line) FROM line l LEFT JOIN told t ON t.artifact_id = l.artifact_id AND t.line = l.place
  GROUP BY l.n, l.place, l.line HAVING count(t.line) <> (l.line ~ '\S')::integer$$, 'each line that is not empty is told of once');
SELECT is_empty($$SELECT o.* FROM outcome o JOIN signals.artifact a ON a.artifact = o.n::text
  WHERE o.loaded <> (SELECT count(*) FROM told t WHERE t.artifact_id = a.id AND t.what = 'loaded')
     OR o.rejected <> (SELECT count(*) FROM told t WHERE t.artifact_id = a.id AND t.what = 'refused')$$, 'the counts are right');

-- What a loaded line says, as the server's own JSON reads it; apart from the others, which it does not read.
CREATE TEMP TABLE kept AS SELECT e.*, l.n, l.place, l.line AS text FROM signals.raw_entity_result e
  JOIN line l ON l.artifact_id = e.artifact_id AND l.place = e.line;
SELECT is_empty($$SELECT e.n, e.place, left(e.text, 200) FROM kept e CROSS JOIN LATERAL (SELECT e.text::jsonb AS j OFFSET 0) p
  WHERE (e.facility_id, e.facility, e.system_name, e.encounters, e.value) IS DISTINCT FROM (p.j #>> '{entity,0,value}',
      p.j #>> '{metadata,facility}', p.j #>> '{metadata,systemName}', (p.j #>> '{metadata,encounters}')::float8,
      CASE jsonb_typeof(p.j #> '{metric,0,values}') WHEN 'number' THEN (p.j #>> '{metric,0,values}')::float8 END)$$,
  'a loaded line is loaded as it is');
SELECT is_empty($$SELECT e.n, e.place, left(e.text, 200) FROM kept e CROSS JOIN LATERAL (
    SELECT coalesce(array_agg((t ->> 'period')::integer ORDER BY (t ->> 'period')::integer), '{}') AS periods,
           coalesce(array_agg((t ->> 'value')::float8 ORDER BY (t ->> 'period')::integer), '{}') AS "values"
    FROM jsonb_array_elements(e.text::jsonb #> '{metric,0,values,timeline}') t WHERE t ->> 'value' IS NOT NULL) p
  WHERE e.periods IS NOT NULL AND (e.periods, e."values") IS DISTINCT FROM (p.periods, p."values")$$, 'and so are its months');
-- What nothing has happened to is loaded, unless its node was refused or its entity was there before.
SELECT is_empty($$SELECT t.reason, l.n, l.place FROM line l JOIN base b ON b.line = l.line
  JOIN told t ON t.artifact_id = l.artifact_id AND t.line = l.place
  WHERE t.what = 'refused' AND t.reason NOT IN ('an entity again', 'the node of this artifact was refused',
    'the first line does not say what this is', 'a first line without a type that is known', 'another metric than the node''s')
    AND NOT (b.place = 1 AND l.place > 1)$$, 'a good line is refused for what came before it alone');
SELECT cmp_ok((SELECT count(*) FROM told t WHERE t.what = 'loaded'), '>', 2500::bigint, 'thousands of lines are loaded');
SELECT is_empty($$SELECT r.reason FROM unnest(ARRAY['not JSON', 'not JSON, which has no NaN and no Infinity',
  'a number beyond the range of double',
    'a value that is no number', 'a period that is no month, YYYYMM from 190001 to 299912', 'a name twice in an object', 'a zero character',
    'nested deeper than 64 levels', 'longer than 1 MiB', 'an entity again', 'no entity', 'value is empty', 'value has more than 200 bytes',
    'the node of this artifact was refused', 'the first line does not say what this is']) r (reason)
  WHERE NOT EXISTS (SELECT FROM told t WHERE t.reason = r.reason)$$, 'and every kind of harm has happened');

-- ---- bytes ----
SELECT set_config('harmony.artifact_directory', current_setting('data_directory') || '/harmony_test_artifacts', true),
  pg_temp.shell('rm -rf harmony_test_artifacts && mkdir -p harmony_test_artifacts/bytes') \g /dev/null
CREATE TEMP TABLE bytes AS
SELECT n, CASE mod(n, 4)
    WHEN 0 THEN convert_to(replace(c.content, 'Name', 'N' || chr(228) || 'me'), 'LATIN1')
    WHEN 1 THEN (SELECT string_agg(set_byte('\x0000', mod(n, 8) / 4, get_byte(b, i)), '' ORDER BY i) FROM convert_to(c.content, 'UTF8') b,
                 generate_series(0, length(b) - 1) i)
    ELSE (SELECT set_byte(set_byte(b, floor(random() * length(b))::integer, floor(random() * 256)::integer),
                          floor(random() * length(b))::integer, floor(random() * 256)::integer)
                            FROM convert_to(c.content, 'UTF8') b) END AS content
FROM generate_series(1, 100) n CROSS JOIN (SELECT string_agg(b.line, E'\n' ORDER BY b.place) AS content FROM base b) c;
DO $$
DECLARE
  m record;
  object oid;
BEGIN
  FOR m IN SELECT * FROM bytes LOOP
    object := lo_from_bytea(0, m.content);
    PERFORM lo_export(object, current_setting('data_directory') || '/harmony_test_artifacts/bytes/' || m.n || '.jsonl');
    PERFORM lo_unlink(object);
  END LOOP;
END $$;
CREATE TEMP TABLE read (artifact text, loaded bigint, rejected bigint, replaced bigint);
SELECT lives_ok($$INSERT INTO read SELECT * FROM signals.ingest_directory(md5('signals mutated')::uuid, 'bytes')$$,
  'of 100 files none is an error');
SELECT is((SELECT count(*) FROM read r JOIN bytes b ON r.artifact = b.n || '.jsonl'
    WHERE r.loaded + r.rejected + (SELECT count(*) FROM signals.raw_node_result n JOIN signals.artifact a ON a.id = n.artifact_id
                                   WHERE a.run_id = 'bytes' AND a.artifact = r.artifact)
          BETWEEN 6 AND 9), 100::bigint, 'and their lines are loaded or refused');
SELECT pg_temp.shell('rm -rf harmony_test_artifacts') \g /dev/null
SELECT * FROM finish();
ROLLBACK;
