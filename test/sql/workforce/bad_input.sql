-- Every field of a configuration missing, of every other type, and out of its range: 22023 that names it; too large: 54000.
\pset format unaligned
\pset tuples_only on

CREATE FUNCTION pg_temp.config() RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT '{"n_iterations": 2, "n_steps": 3, "automation_factor": 0.5, "learning_probability": 0.5, "seed": 7, "model": "v2", "policy":
    "active",
    "annual_attrition": 0.1, "adoption_rate": 0.2, "adoption_midpoint": 12, "decision_delay": 3, "reskilling_share": 0.5, "discount_rate":
    0.1,
    "new_tasks": 1, "company": "x", "money": {"licence_month": 1, "training": 1, "severance_months": 1, "reskilling": 1, "hiring": 1},
    "target_half_width": {"metric": "count", "role": "X", "width": 1},
    "roles": [{"role": "X", "count": 2, "salary": 1}], "workloads": {"X": [["A", true, 0.5, 1]]}}'::jsonb $$;
SELECT harmony.simulate_workforce(pg_temp.config()) ->> 'version';

-- What comes of a value at a path: ok where it is 22023 and the message or its detail names the key.
CREATE FUNCTION pg_temp.refused(path text[], value jsonb, names text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE m text; d text;
BEGIN
  PERFORM harmony.simulate_workforce(CASE WHEN value IS NULL THEN pg_temp.config() #- path ELSE jsonb_set(pg_temp.config(), path, value)
    END);
  RETURN 'taken';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL;
  RETURN CASE WHEN SQLSTATE <> '22023' THEN SQLSTATE || ' ' || m WHEN strpos(m || d, names) = 0 THEN 'does not name it: ' || m ELSE 'ok'
    END;
END $$;

CREATE TEMP TABLE field (path text[], type text, low float8, high float8, whole boolean);
INSERT INTO field SELECT ARRAY[f], 'number', l, h, w FROM (VALUES ('n_iterations', 1, 10000, true), ('n_steps', 1, 600, true),
  ('automation_factor', 0, 1, false), ('learning_probability', 0, 1, false), ('seed', 0, 9223372036854775807, true), ('annual_attrition',
    0, 1, false),
  ('adoption_rate', 0, 100, false), ('adoption_midpoint', 0, 600, false), ('decision_delay', 0, 600, true), ('reskilling_share', 0, 1,
    false),
  ('discount_rate', 0, 1, false), ('new_tasks', 0, 1000000, false)) v (f, l, h, w);
INSERT INTO field SELECT ARRAY['money', f], 'number', 0, 1e12, false FROM
  unnest('{licence_month,training,severance_months,reskilling,hiring}'::text[]) f;
INSERT INTO field VALUES ('{roles,0,count}', 'number', 1, NULL, true), ('{roles,0,salary}', 'number', 0, 1e12, false),
  ('{target_half_width,width}', 'number', 1e-300, NULL, false), ('{workloads,X,0,2}', 'number', 0, 1, false),
  ('{workloads,X,0,3}', 'number', 0, 1, false);
INSERT INTO field (path, type) VALUES ('{roles,0,role}', 'string'), ('{model}', 'string'), ('{policy}', 'string'), ('{company}',
  'string'), ('{money}', 'object'), ('{roles}', 'array'),
  ('{workloads}', 'object'), ('{target_half_width}', 'object'), ('{target_half_width,metric}', 'string'), ('{target_half_width,role}',
    'string'),
  ('{workloads,X}', 'array'), ('{workloads,X,0}', 'array'), ('{workloads,X,0,0}', 'string'), ('{workloads,X,0,1}', 'boolean'),
  ('{roles,0}', 'object');

-- The word that a message about a field has.
CREATE FUNCTION pg_temp.named(path text[]) RETURNS text LANGUAGE sql AS $$
  SELECT CASE WHEN path[1] = 'workloads' THEN 'workloads' WHEN path = '{roles,0}' THEN 'roles' ELSE path[cardinality(path)] END $$;

SELECT format('%s as %s: %s', path, value, outcome) FROM field,
  unnest('{"1", "\"x\"", true, "[]", "{}", "[1]", "{\"a\": 1}"}'::text[]) value, LATERAL (SELECT pg_temp.refused(path, value::jsonb,
    pg_temp.named(path)) AS outcome) o
WHERE jsonb_typeof(value::jsonb) <> type AND outcome <> 'ok';
SELECT format('%s = %s: %s', path, value, outcome) FROM field, LATERAL (
  SELECT low - 1 AS value UNION ALL SELECT -1e300 UNION ALL SELECT high * 2 + 1 UNION ALL SELECT 1e300 WHERE high IS NOT NULL
  UNION ALL SELECT low + 0.5 WHERE whole) v, LATERAL (SELECT pg_temp.refused(path, to_jsonb(value), pg_temp.named(path)) AS outcome) o
WHERE type = 'number' AND value IS NOT NULL AND outcome <> 'ok';
SELECT format('%s = 1e400: %s', path, outcome) FROM field, LATERAL (SELECT pg_temp.refused(path, '1e400', pg_temp.named(path)) AS outcome) o
WHERE type = 'number' AND outcome <> 'ok';
SELECT format('%s without it: %s', path, pg_temp.refused(path, NULL, pg_temp.named(path))) FROM field ORDER BY 1;
SELECT format('%s null: %s', path, pg_temp.refused(path, 'null', pg_temp.named(path))) FROM field ORDER BY 1;
SELECT format('%s: %s', path, pg_temp.refused(path, '1', 'colour'))
FROM (VALUES ('{colour}'::text[]), ('{money,colour}'), ('{roles,0,colour}'), ('{target_half_width,colour}')) v (path);

\set VERBOSITY terse
-- A role twice, keys of the other model, names that are empty or not known.
SELECT harmony.simulate_workforce(jsonb_set(pg_temp.config(), '{roles,1}', '{"role": "X", "count": 1, "salary": 1}'));
SELECT harmony.simulate_workforce(pg_temp.config() || '{"model": "classic"}');
SELECT harmony.simulate_workforce(pg_temp.config() || '{"reduction_probability": 0.5}');
SELECT harmony.simulate_workforce(jsonb_set(pg_temp.config(), '{roles,0,role}', '""'));
SELECT harmony.simulate_workforce(jsonb_set(pg_temp.config(), '{roles,0,role}', '"Y"'));
SELECT harmony.simulate_workforce(jsonb_set(pg_temp.config(), '{roles}', '[]'));
SELECT harmony.simulate_workforce(jsonb_set(pg_temp.config(), '{workloads,X}', '[]'));
SELECT harmony.simulate_workforce(jsonb_set(pg_temp.config(), '{workloads,X,0,0}', '""'));
SELECT harmony.simulate_workforce(jsonb_set(pg_temp.config(), '{workloads,X,0,3}', '0.99999'));
SELECT harmony.simulate_workforce(jsonb_set(pg_temp.config(), '{workloads,X,0,3}', '0.9999999')) ->> 'version';
SELECT harmony.simulate_workforce(jsonb_set(pg_temp.config(), '{target_half_width,metric}', '"colour"'));
SELECT harmony.simulate_workforce(jsonb_set(pg_temp.config(), '{target_half_width,role}', '"Y"'));
SELECT harmony.simulate_workforce('[]');
SELECT harmony.simulate_workforce('1');
SELECT harmony.simulate_workforce('{}');
SELECT harmony.simulate_workforce(pg_temp.config(), '[]');
-- Too large, which costs no memory.
\set VERBOSITY verbose
\set SHOW_CONTEXT never
CREATE FUNCTION pg_temp.too_large(changes jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE d text;
BEGIN
  PERFORM harmony.simulate_workforce(pg_temp.config() || changes);
  RETURN 'taken';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS d = PG_EXCEPTION_DETAIL;
  RETURN SQLSTATE || ' ' || d;
END $$;
SELECT pg_temp.too_large('{"roles": [{"role": "X", "count": 1000001, "salary": 1}]}');
SELECT pg_temp.too_large('{"roles": [{"role": "X", "count": 1000000000000, "salary": 1}]}');
SELECT pg_temp.too_large('{"n_iterations": 10000, "n_steps": 101, "roles": [{"role": "X", "count": 1000, "salary": 1}]}');
SELECT pg_temp.too_large(jsonb_build_object('n_iterations', 10000, 'n_steps', 600, 'target_half_width', NULL,
  'workloads', (SELECT jsonb_object_agg('r' || i, '[["A", true, 0.5, 1]]'::jsonb) FROM generate_series(1, 100) i),
  'roles', (SELECT jsonb_agg(jsonb_build_object('role', 'r' || i, 'count', 1, 'salary', 1)) FROM generate_series(1, 100) i)));
SELECT pg_temp.too_large(jsonb_build_object('roles', (SELECT jsonb_agg(jsonb_build_object('role', 'r' || i, 'count', 1, 'salary', 1))
  FROM generate_series(1, 1001) i)));
SELECT pg_temp.too_large(jsonb_build_object('workloads', jsonb_build_object('X', (SELECT jsonb_agg('["A", true, 0.5, 1]'::jsonb)
  FROM generate_series(1, 1001) i))));
