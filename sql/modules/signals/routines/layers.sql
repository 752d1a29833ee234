-- The registry of layers: what is made of what, as the catalog knows it, and in which order that is built.

CREATE OR REPLACE FUNCTION signals.layer_edges() RETURNS TABLE (layer text, needs text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 50 SET search_path = pg_catalog, pg_temp
AS $$
  WITH RECURSIVE source AS (
    SELECT DISTINCT r.ev_class AS relation, d.refobjid AS source
    FROM pg_rewrite r
    JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
      AND d.refobjid <> r.ev_class
  ), read (layer, relation) AS (
    SELECT l.name, to_regclass(coalesce(l.source, l.name))::oid FROM signals.layer l
    UNION
    SELECT r.layer, s.source FROM read r JOIN source s ON s.relation = r.relation
    -- What is a layer itself stands for what it reads.
    WHERE NOT EXISTS (SELECT FROM signals.layer o WHERE to_regclass(o.name) = r.relation AND o.name <> r.layer)
  )
  SELECT r.layer, o.name FROM read r JOIN signals.layer o ON to_regclass(o.name) = r.relation WHERE o.name <> r.layer OR EXISTS (
    SELECT FROM signals.layer l WHERE l.name = r.layer AND l.source IS NOT NULL)
  UNION
  SELECT l.name, d FROM signals.layer l, unnest(l.depends_on) d
$$;
COMMENT ON FUNCTION signals.layer_edges() IS
'Which layer has to be built before which: what its view reads, directly or by views that are no layers, and what depends_on names.';

CREATE OR REPLACE FUNCTION signals.layer_order() RETURNS TABLE ("position" integer, layer text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  edges CONSTANT jsonb := (SELECT coalesce(jsonb_agg(jsonb_build_array(e.layer, e.needs)), '[]') FROM signals.layer_edges() e);
  ready text[];
  done text[] := '{}';
  unknown CONSTANT text := (SELECT e ->> 1 FROM jsonb_array_elements(edges) e
                            WHERE NOT EXISTS (SELECT FROM signals.layer l WHERE l.name = e ->> 1) LIMIT 1);
BEGIN
  IF unknown IS NOT NULL THEN
    RAISE EXCEPTION 'layer "%" is not registered', unknown USING ERRCODE = 'invalid_parameter_value',
      HINT = 'See signals.layer, depends_on.';
  END IF;
  LOOP
    ready := ARRAY (
      SELECT l.name FROM signals.layer l
      WHERE l.name <> ALL (done) AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(edges) e WHERE e ->> 0 = l.name AND (e ->> 1) <> ALL (done))
      ORDER BY l.name);
    EXIT WHEN ready = '{}';
    RETURN QUERY SELECT (cardinality(done) + r.place)::integer, r.name FROM unnest(ready) WITH ORDINALITY r (name, place);
    done := done || ready;
  END LOOP;
  IF EXISTS (SELECT FROM signals.layer l WHERE l.name <> ALL (done)) THEN
    RAISE EXCEPTION 'layers depend on each other in a circle' USING ERRCODE = 'invalid_parameter_value',
      DETAIL = (SELECT string_agg(l.name, ', ' ORDER BY l.name) FROM signals.layer l WHERE l.name <> ALL (done));
  END IF;
END
$$;
COMMENT ON FUNCTION signals.layer_order() IS
'The layers in an order in which each comes after those it is made of; the same every time. Errors: 22023 a circle, or a layer that
depends_on names and nobody registered.';

CREATE OR REPLACE FUNCTION signals.broken_contracts() RETURNS TABLE (layer text, problem text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 SET search_path = pg_catalog, pg_temp
AS $$
  WITH relation AS (
    SELECT l.name, r.name AS relation, to_regclass(r.name) AS id, l.contract, l.kind FROM signals.layer l
    CROSS JOIN LATERAL (VALUES (l.name), (l.source)) r (name) WHERE r.name IS NOT NULL)
  SELECT r.name, format('%s does not exist', r.relation) FROM relation r WHERE r.id IS NULL
  UNION ALL
  SELECT r.name, CASE WHEN a.attname IS NULL THEN format('%s has no column %s', r.relation, c.key)
                      ELSE format('%s.%s is %s, not %s', r.relation, c.key, format_type(a.atttypid, NULL), c.value) END
  FROM relation r CROSS JOIN LATERAL (
    SELECT e.key, e.value FROM jsonb_each_text(r.contract) e
    UNION SELECT 'organization_id', 'uuid'
    UNION SELECT 'run_id', 'text' WHERE r.kind = 'incremental') c
  LEFT JOIN pg_attribute a ON a.attrelid = r.id AND a.attname = c.key AND NOT a.attisdropped
  WHERE r.id IS NOT NULL AND a.atttypid IS DISTINCT FROM to_regtype(c.value)::oid
  UNION ALL
  SELECT l.name, format('%s has no column %s', l.source, t.attname)
  FROM signals.layer l JOIN pg_attribute t ON t.attrelid = to_regclass(l.name) AND t.attnum > 0 AND NOT t.attisdropped
  WHERE to_regclass(l.source) IS NOT NULL AND t.attnotnull AND NOT t.atthasdef AND t.attidentity = '' AND NOT EXISTS (
    SELECT FROM pg_attribute s WHERE s.attrelid = to_regclass(l.source) AND s.attname = t.attname AND NOT s.attisdropped)
$$;
COMMENT ON FUNCTION signals.broken_contracts() IS
'Layers that are not what the registry says: a relation or a column that is not there, another type, a source that lacks what the table
needs.';
