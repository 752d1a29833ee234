-- Two organisations, A and B, with members (a1, a2, b1), an administrator and a stranger; of each a run of 20 facilities in two metrics,
-- with months, parts, a model and narratives, built and taken over. What is A's has an A in its name, what is B's a B. id('…') names
-- everybody.
CREATE FUNCTION public.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('harmony signals test ' || name)::uuid;

INSERT INTO platform.account (id, email, full_name)
  SELECT id(name), name || '@signals.example.org', 'Name of ' || name FROM unnest('{admin,a1,a2,b1,both,left,stranger}'::text[]) name;
INSERT INTO platform.account_role VALUES (id('admin'), 'admin');
INSERT INTO platform.organization (id, name) VALUES (id('A'), 'Organisation A'), (id('B'), 'Organisation B');
INSERT INTO platform.membership (account_id, organization_id) VALUES (id('a1'), id('A')), (id('a2'), id('A')), (id('b1'), id('B')),
  (id('both'), id('A')), (id('both'), id('B')), (id('left'), id('A'));

-- node(organization, run, artifact's number, node, metric, polarity, children): an artifact of a node.
CREATE FUNCTION public.node(who text, run text, node text, metric text, polarity text, children jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  made bigint;
BEGIN
  INSERT INTO signals.artifact (organization_id, run_id, artifact, kind, n_lines, digest)
  VALUES (id(who), run, node || '.jsonl', 'node', 20, sha256(''))
  RETURNING id INTO made;
  INSERT INTO signals.raw_node_result (organization_id, run_id, artifact_id, node_id, metric_id, polarity, children, document)
  VALUES (id(who), run, made, node, metric, polarity, children, '{}');
  RETURN made;
END $$;

-- Facility n of 20: length of stay n/10 and rising with n, months n/10 + (month - 6.5)(n - 10)/1000; mortality a share of encounters.
CREATE FUNCTION public.load_run(who text, run text, factor float8 DEFAULT 1) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  los bigint; months bigint; payer bigint; mortality bigint; others bigint;
BEGIN
  INSERT INTO signals.run (organization_id, run_id, n_lines, rejected) VALUES (id(who), run, 100, 1);
  los := node(who, run, who || ' los', who || 'los', 'lower_is_better', jsonb_build_array(
    jsonb_build_object('canonical_child_node_id', who || ' los month', 'edge_type', 'trends_to'),
    jsonb_build_object('canonical_child_node_id', who || ' los payer', 'edge_type', 'splits_into')));
  months := node(who, run, who || ' los month', who || 'los', 'lower_is_better', '[]');
  payer := node(who, run, who || ' los payer', who || 'los', 'lower_is_better', '[]');
  mortality := node(who, run, who || ' mortality', who || 'mortality', 'lower_is_better', '[]');
  INSERT INTO signals.raw_entity_result (organization_id, run_id, artifact_id, line, facility_id, dimensions, facility, system_name,
    encounters, value, periods, "values")
  SELECT id(who), run, v.artifact, v.line, format('%sF%s', who, lpad(n::text, 2, '0')), v.dimensions, format('%s facility %s', who, n),
    format('%s system %s', who, n % 2), 100 * n, v.value, v.periods, v."values"
  FROM generate_series(1, 20) n CROSS JOIN LATERAL (VALUES
    (los, n, '{}'::jsonb, n / 10.0 * factor, NULL::integer[], NULL::float8[]),
    (months, n, '{}', NULL, ARRAY (SELECT 202500 + m FROM generate_series(1, 12) m),
     ARRAY (SELECT (n / 10.0 + (m - 6.5) * (n - 10) / 1000.0) * factor FROM generate_series(1, 12) m)),
    (payer, 2 * n, '{"payer": "public"}', n / 20.0, NULL, NULL), (payer, 2 * n + 1, '{"payer": "private"}', n / 5.0, NULL, NULL),
    (mortality, n, '{}', (20 - n) / 100.0, NULL, NULL)) v (artifact, line, dimensions, value, periods, "values");
  INSERT INTO signals.artifact (organization_id, run_id, artifact, kind, n_lines, digest)
  VALUES (id(who), run, 'others.jsonl', 'contribution', 9, sha256(''))
  RETURNING id INTO others;
  INSERT INTO signals.raw_line (organization_id, run_id, artifact_id, line, kind, document)
  SELECT id(who), run, others, row_number() OVER (), l.kind, l.document FROM (
    SELECT 'contribution', jsonb_build_object('node_id', who || ' los', 'metric_id', who || 'los', 'facility_id', who || 'F20',
      'child', 'part' || n, 'name', who || ' part ' || n, 'value', n, 'weight', 1) FROM generate_series(1, 3) n
    UNION ALL SELECT 'shap', jsonb_build_object('metric_id', who || 'los', 'model', 'm', 'facility_id', who || 'F0' || n,
      'feature', who || ' ' || f.feature, 'value', f.sign * n) FROM generate_series(1, 4) n, (VALUES ('age', 1), ('beds', -2)) f (feature,
        sign)
    UNION ALL SELECT 'narrative', jsonb_build_object('type', 'narrative', 'facility', who || 'F20', 'metric', who || 'los', 'value', 2.0,
      'generated_at', '2026-01-03T16:46:14Z', 'segments', 3, 'facility_segments', 2, 'peers', '[]'::jsonb, 'up', '[]'::jsonb,
      'down', '[]'::jsonb, 'hierarchy', '[]'::jsonb)
    UNION ALL SELECT 'modeling_experiment', jsonb_build_object('experiment', who || ' x', 'metric_id', who || 'los', 'scores',
      '{"r2": 0.5}'::jsonb, 'created_at', '2026-01-01')
    UNION ALL SELECT 'modeling_run', jsonb_build_object('metric_id', who || 'los', 'model', 'm', 'features', '["x"]'::jsonb,
      'beta', '[1]'::jsonb, 'mean', '[0]'::jsonb)
    UNION ALL SELECT 'classification', jsonb_build_object('secret', who || ' line')) l (kind, document);
  INSERT INTO signals.ingest_reject (organization_id, artifact_id, line, reason, excerpt) VALUES (id(who), los, 1000, 'no JSON', who);
  INSERT INTO signals.ingest_warning (organization_id, artifact_id, line, statistic, stated) VALUES (id(who), los, 1, 'z', 1);
  INSERT INTO signals.dim_metric (organization_id, metric_id, name, domain, unit, polarity, description) VALUES
    (id(who), who || 'los', who || ' length of stay', who || ' flow', 'days', NULL, 'x'),
    (id(who), who || 'mortality', who || ' mortality', who || ' safety', 'proportion', 'lower_is_better', 'x') ON CONFLICT DO NOTHING;
  PERFORM signals.build(id(who), run);
  PERFORM signals.hydrate(id(who), run);
END $$;
SELECT load_run(who, '20260101') FROM unnest('{A,B}'::text[]) who;

-- signal(name): the number of a signal, by its facility and, after a blank, its node, by default los.
CREATE FUNCTION public.signal(name text) RETURNS bigint LANGUAGE sql STABLE RETURN (
  SELECT s.id FROM signals.signal s WHERE s.facility_id = split_part(name, ' ', 1)
    AND s.node_id = left(name, 1) || ' ' || coalesce(nullif(split_part(name, ' ', 2), ''), 'los') AND s.dimensions = '{}');
