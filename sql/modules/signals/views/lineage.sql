-- Which column is made of which, as the catalog knows it.

CREATE OR REPLACE VIEW signals.column_source WITH (security_invoker = true) AS
  WITH rule AS MATERIALIZED (
    SELECT r.oid, r.ev_class, r.ev_action::text AS action, r.ev_action::text LIKE '%:setOperations {SETOPERATIONSTMT%' AS has_arms
    FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE r.ev_type = '1' AND c.relkind = 'v' AND (n.nspname = 'signals'
      OR EXISTS (SELECT FROM signals.layer l WHERE format('%s.%s', n.nspname, c.relname) IN (l.name, l.source))
      OR n.nspname = 'api' AND EXISTS (
        SELECT FROM pg_depend d JOIN pg_class k ON k.oid = d.refobjid
        WHERE d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
          AND k.relnamespace = 'signals'::regnamespace))
  ), word AS (
    -- The rule as the server prints its parse tree: a brace opens or closes a node, a backslash takes a character for itself.
    SELECT r.oid, r.ev_class, r.has_arms, t.place, t.word[1] AS word,
           sum(CASE WHEN t.word[1] LIKE '{%' THEN 1 WHEN t.word[1] = '}' THEN -1 ELSE 0 END) OVER (PARTITION BY r.oid
             ORDER BY t.place) AS depth
    FROM rule r CROSS JOIN LATERAL regexp_matches(r.action,
      '(\\.|\{QUERY |\{WINDOWFUNC |[{}]|:targetList |:rtekind \d+ (?::relid \d+)?|:varno \d+ :varattno \d+'
      '|:resno \d+ :resname (?:\\.|[^ \\])+ :ressortgroupref \d+ :resorigtbl \d+ :resorigcol \d+ :resjunk (?:true|false))',
      'g') WITH ORDINALITY t (word, place)
  ), place AS MATERIALIZED (
    -- The list of columns of the view itself, and what it selects from, are one and two nodes deep; those of queries within it deeper. A
    -- column's expression stands before its number: entry counts the columns that have ended.
    SELECT w.oid, w.ev_class, w.has_arms, w.word, w.depth,
           count(*) FILTER (WHERE w.depth = 1 AND w.word = ':targetList ') OVER p AS is_listed,
           count(*) FILTER (WHERE w.depth = 2 AND w.word LIKE ':resno %') OVER p - (w.depth = 2
             AND w.word LIKE ':resno %')::integer AS entry,
           count(*) FILTER (WHERE w.depth = 2 AND w.word LIKE ':rtekind %') OVER p AS range
    FROM word w WHERE w.word ~ '^(\{[QW]|:)' WINDOW p AS (PARTITION BY w.oid ORDER BY w.place)
  ), result AS MATERIALIZED (
    SELECT p.oid, p.ev_class, p.has_arms, p.entry, e.numbers[1]::smallint AS attnum, e.numbers[2]::oid AS origin,
           e.numbers[3]::smallint AS origin_column
    FROM place p
    CROSS JOIN LATERAL regexp_match(p.word, '^:resno (\d+) .* :resorigtbl (\d+) :resorigcol (\d+) :resjunk false') e (numbers)
    WHERE p.depth = 2 AND p.word LIKE ':resno %' AND p.is_listed > 0 AND e.numbers IS NOT NULL
  ), source AS MATERIALIZED (
    SELECT p.oid, p.range, substring(p.word FROM ' :relid (\d+)')::oid AS relation FROM place p WHERE p.depth = 2
      AND p.word LIKE ':rtekind %'
  ), named AS MATERIALIZED (
    -- Columns that a column's expression names; relation NULL: of a query, a function, a join or a window within the view.
    SELECT DISTINCT p.oid, p.entry, s.relation, substring(p.word FROM '\d+$')::smallint AS attnum
    FROM place p
    LEFT JOIN source s ON s.oid = p.oid AND s.range = substring(p.word FROM '^:varno (\d+)')::bigint
    WHERE p.is_listed > 0 AND p.depth > 2 AND p.word ~ '^(:varno |\{)'
  ), used AS MATERIALIZED (
    SELECT DISTINCT d.objid AS rule, d.refobjid AS origin, d.refobjsubid::smallint AS origin_column
    FROM pg_depend d WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
  ), vague AS MATERIALIZED (
    SELECT e.oid, e.entry FROM result e JOIN named n ON n.oid = e.oid AND n.entry = e.entry
    WHERE e.origin = 0 GROUP BY e.oid, e.entry HAVING bool_or(n.relation IS NULL)
  ), edge AS (
    SELECT e.ev_class AS relation, e.attnum, e.origin, e.origin_column FROM result e WHERE e.origin <> 0
    UNION
    SELECT e.ev_class, e.attnum, n.relation, n.attnum FROM result e JOIN named n ON n.oid = e.oid AND n.entry = e.entry
    WHERE e.origin = 0 AND n.relation IS NOT NULL AND n.attnum > 0 AND (e.oid, e.entry) NOT IN (SELECT v.oid, v.entry FROM vague v)
    UNION
    -- A column of such a query or window may be made of every column that the view reads. Of a set operation the tree names the first
    -- arm alone: a column of it is also made of those of its name.
    SELECT e.ev_class, e.attnum, u.origin, u.origin_column
    FROM result e JOIN used u ON u.rule = e.oid AND u.origin <> e.ev_class
    WHERE (e.oid, e.entry) IN (SELECT v.oid, v.entry FROM vague v) OR e.has_arms AND (
      SELECT a.attname FROM pg_attribute a WHERE a.attrelid = e.ev_class AND a.attnum = e.attnum) = (
      SELECT o.attname FROM pg_attribute o WHERE o.attrelid = u.origin AND o.attnum = u.origin_column)
    UNION
    SELECT to_regclass(l.name)::oid, t.attnum, s.attrelid, s.attnum
    FROM signals.layer l JOIN pg_attribute t ON t.attrelid = to_regclass(l.name)
    JOIN pg_attribute s ON s.attrelid = to_regclass(l.source) AND s.attname = t.attname
    WHERE t.attnum > 0 AND NOT t.attisdropped AND NOT s.attisdropped
  )
  SELECT format('%s.%s', n.nspname, c.relname) AS object, a.attname::text AS "column",
         format('%s.%s', o.nspname, k.relname) AS source, b.attname::text AS source_column
  FROM edge e
  JOIN pg_class c ON c.oid = e.relation JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = e.relation AND a.attnum = e.attnum
  JOIN pg_class k ON k.oid = e.origin JOIN pg_namespace o ON o.oid = k.relnamespace
  JOIN pg_attribute b ON b.attrelid = e.origin AND b.attnum = e.origin_column
  WHERE o.nspname NOT IN ('pg_catalog', 'information_schema') AND k.relkind <> 'c';  -- not the columns of types
COMMENT ON VIEW signals.column_source IS
'Columns of the views and layers of this module, and of what schema api shows of it, and the columns that each is made of, one step back: by
the rules of views and pg_depend; of a layer that is a table, the column of the same name of its source. A column that a query or a window
within the view computes is made of every column that the view reads.';
COMMENT ON COLUMN signals.column_source.object IS 'The view or layer, with its schema.';
COMMENT ON COLUMN signals.column_source."column" IS 'Its column.';
COMMENT ON COLUMN signals.column_source.source IS 'A table or view that it is made of, with its schema.';
COMMENT ON COLUMN signals.column_source.source_column IS 'The column of the source.';
