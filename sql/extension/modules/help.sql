-- Help from psql: what there is to call, told by the catalog and by the documentation.
CREATE TABLE harmony_internal.help_page (
  name    text PRIMARY KEY,
  page    text NOT NULL,
  example text
);
COMMENT ON TABLE harmony_internal.help_page IS
'Of each function the page of the documentation, and the shortest statement of its examples that calls it: what harmony.help shows beside
the catalog. Filled when the extension is built.';
COMMENT ON COLUMN harmony_internal.help_page.name IS 'With its schema, without arguments.';
COMMENT ON COLUMN harmony_internal.help_page.page IS 'A path in the source tree, with the anchor of the function.';
COMMENT ON COLUMN harmony_internal.help_page.example IS 'NULL where no example calls it.';
GRANT SELECT ON harmony_internal.help_page TO PUBLIC;

CREATE FUNCTION harmony.help(topic text DEFAULT NULL)
  RETURNS TABLE (name text, signature text, description text, example text, page text)
  LANGUAGE sql STABLE PARALLEL SAFE COST 10000 ROWS 20
BEGIN ATOMIC
  WITH asked AS MATERIALIZED (
    SELECT lower(help.topic) AS topic
  ), callable AS (
    SELECT format('%s.%s', n.nspname, p.proname) AS name, p.proname::text AS bare, p.pronargs,
      format('%s.%s(%s) RETURNS %s', n.nspname, p.proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid)) AS signature,
      obj_description(p.oid, 'pg_proc') AS comment
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE (n.nspname IN ('harmony', 'api') OR n.nspname IN (SELECT m.module FROM harmony.migration m))
      AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype) AND has_function_privilege(p.oid, 'EXECUTE')
  ), named AS (
    -- Overloads are one: the signature with the fewest arguments, and how many more there are.
    SELECT c.name, min(c.bare) AS bare, (array_agg(c.comment ORDER BY c.pronargs, c.signature))[1] AS comment,
      (array_agg(c.signature ORDER BY c.pronargs, c.signature))[1]
        || CASE WHEN count(*) > 1 THEN format(' (and %s more)', count(*) - 1) ELSE '' END AS signature
    FROM callable c GROUP BY c.name
  ), found AS (
    SELECT d.*, CASE WHEN a.topic IS NULL THEN 3 WHEN a.topic IN (d.name, d.bare) THEN 1
      WHEN position(a.topic IN d.name) > 0 THEN 2 WHEN position(a.topic IN lower(d.comment)) > 0 THEN 3 END AS place
    FROM named d, asked a
  )
  SELECT f.name, f.signature, CASE WHEN f.place = 1 THEN f.comment ELSE split_part(f.comment, E'\n\n', 1) END, p.example,
    coalesce(p.page, CASE WHEN f.name LIKE 'api.%' THEN 'docs/reference/api.md' END)
  FROM found f LEFT JOIN harmony_internal.help_page p ON p.name = f.name
  WHERE f.place = 1 OR (f.place IS NOT NULL AND NOT EXISTS (SELECT FROM found o WHERE o.place = 1))
  ORDER BY f.place, f.name;
END;
COMMENT ON FUNCTION harmony.help(text) IS
'What may be called: name, signature, description, an example, and the page of the documentation.

For the name of a function, with or without its schema: that one, with its whole description. For any other text: the functions in whose
name it stands, then those in whose description it does, with the first paragraph of it. Without one: all. Only functions that the caller
may call; of modules those that are installed. The example is a statement of the documentation, which runs there on that page''s tables.
Nothing is found: no row.';
