-- Functions of a session that write the pages of docs/reference/functions; tools/reference.sh calls them. The table domain is there.
SET search_path = pg_catalog;

CREATE TEMP TABLE schema_page AS
  SELECT n.oid, n.nspname FROM pg_namespace n
  WHERE n.nspname = 'harmony' OR EXISTS (SELECT FROM harmony.migration m WHERE m.module = n.nspname);

-- Types under their short names, and defaults without their casts.
CREATE FUNCTION pg_temp.short(declaration text) RETURNS text LANGUAGE sql
  RETURN regexp_replace(replace(replace(replace(declaration, 'double precision', 'float8'), 'timestamp with time zone', 'timestamptz'),
    ' DEFAULT ', ' = '), '::[a-z0-9_."]+( varying)?(\[\])?', '', 'g');

-- A comment as Markdown: its first sentence, or all of it, a paragraph a line.
CREATE FUNCTION pg_temp.escaped(comment text) RETURNS text LANGUAGE sql
  RETURN regexp_replace(comment, '([*\\]|<(?=[a-z/!]))', '\\\1', 'g');
CREATE FUNCTION pg_temp.first_paragraph(comment text) RETURNS text LANGUAGE sql
  RETURN pg_temp.escaped(replace(split_part(comment, E'\n\n', 1), E'\n', ' '));
CREATE FUNCTION pg_temp.paragraphs(comment text) RETURNS text LANGUAGE sql
  RETURN pg_temp.escaped(regexp_replace(comment, '([^\n])\n([^\n])', '\1 \2', 'g'));

CREATE TEMP TABLE routine AS
  SELECT s.nspname || '.' || p.proname AS name, coalesce(d.page, s.nspname) AS page, p.prokind,
    regexp_replace(pg_temp.short(pg_get_function_arguments(p.oid)), 'x1 float8(, x[0-9]+ float8)*', 'x1 float8, …') AS arguments,
    CASE WHEN p.prokind <> 'p' THEN ' → ' || pg_temp.short(pg_get_function_result(p.oid)) ELSE '' END AS result,
    concat_ws(', ', CASE p.prokind WHEN 'a' THEN 'Aggregate' WHEN 'w' THEN 'Window function' WHEN 'p' THEN 'Procedure' ELSE 'Function' END,
      CASE WHEN p.prokind <> 'p' THEN CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END END,
      CASE WHEN p.proisstrict THEN 'strict' END,
      CASE WHEN p.prokind <> 'p' THEN CASE p.proparallel WHEN 's' THEN 'parallel safe' WHEN 'r' THEN 'parallel restricted'
        ELSE 'parallel unsafe' END END,
      CASE WHEN p.prosecdef THEN 'security definer' END) AS marks,
    CASE WHEN p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0) THEN 'everyone'
      ELSE coalesce((SELECT string_agg(a.grantee::regrole::text, ', ' ORDER BY a.grantee::regrole::text COLLATE "C")
        FROM aclexplode(p.proacl) a WHERE a.grantee <> p.proowner), 'the owner alone') END AS executes,
    coalesce(obj_description(p.oid, 'pg_proc'), '') AS comment
  FROM pg_proc p JOIN schema_page s ON s.oid = p.pronamespace
  LEFT JOIN domain d ON d.name = s.nspname || '.' || p.proname
  WHERE p.prorettype <> 'trigger'::regtype;

CREATE TEMP TABLE type_of_page AS
  SELECT s.nspname || '.' || t.typname AS name, coalesce(d.page, s.nspname) AS page, t.typrelid, t.typtype, t.oid,
    coalesce(obj_description(t.oid, 'pg_type'), '') AS comment
  FROM pg_type t JOIN schema_page s ON s.oid = t.typnamespace
  LEFT JOIN pg_class c ON c.oid = t.typrelid
  LEFT JOIN domain d ON d.name = s.nspname || '.' || t.typname
  WHERE t.typtype <> 'p' AND t.typcategory <> 'A' AND coalesce(c.relkind = 'c', true);

CREATE FUNCTION pg_temp.anchor(name text) RETURNS text LANGUAGE sql RETURN '#' || replace(name, '.', '');

-- A name with all its signatures; those that share marks and comment share these.
CREATE FUNCTION pg_temp.routine_entry(wanted text) RETURNS text LANGUAGE sql AS $$
  WITH signature AS (
    SELECT DISTINCT r.prokind, r.arguments, r.result, r.marks, r.executes, r.comment FROM pg_temp.routine r WHERE r.name = wanted
  ), form AS (
    SELECT s.marks, s.executes, s.comment, min(s.arguments COLLATE "C") AS first,
      string_agg(wanted || '(' || s.arguments || ')' || s.result, E'\n' ORDER BY length(s.arguments), s.arguments COLLATE "C") AS signatures
    FROM signature s GROUP BY s.marks, s.executes, s.comment
  )
  SELECT E'## ' || wanted || E'\n\n' || string_agg(E'```\n' || f.signatures || E'\n```\n\n' || pg_temp.paragraphs(f.comment)
    || E'\n\n*' || f.marks || '; executed by ' || f.executes || E'.*\n', E'\n' ORDER BY f.marks COLLATE "C", f.first COLLATE "C")
  FROM form f
$$;

CREATE FUNCTION pg_temp.type_entry(wanted text) RETURNS text LANGUAGE sql AS $$
  SELECT '## type ' || t.name || E'\n\n' || pg_temp.paragraphs(t.comment) || E'\n' || CASE
    WHEN t.typtype = 'e' THEN E'\nValues: ' || (SELECT string_agg('`' || e.enumlabel || '`', ', ' ORDER BY e.enumsortorder)
      FROM pg_enum e WHERE e.enumtypid = t.oid) || E'\n'
    WHEN t.typtype = 'c' THEN E'\n| column | type | |\n|---|---|---|\n' || (
      SELECT string_agg(format('| `%s` | %s | %s |', a.attname, pg_temp.short(format_type(a.atttypid, a.atttypmod)),
        replace(pg_temp.escaped(coalesce(col_description(a.attrelid, a.attnum), '')), '|', '\|')), E'\n' ORDER BY a.attnum)
      FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) || E'\n'
    ELSE '' END
  FROM pg_temp.type_of_page t WHERE t.name = wanted
$$;

CREATE FUNCTION pg_temp.page(wanted text) RETURNS text LANGUAGE sql AS $$
  WITH routine_comment AS (  -- the fullest of the overloads
    SELECT DISTINCT ON (r.name COLLATE "C") r.name, r.comment FROM pg_temp.routine r WHERE r.page = wanted
    ORDER BY r.name COLLATE "C", length(r.comment) DESC, r.comment COLLATE "C"
  ), entry (rank, kind, name, anchor, comment, body) AS (
    SELECT 1, '', r.name, pg_temp.anchor(r.name), r.comment, pg_temp.routine_entry(r.name) FROM routine_comment r
    UNION ALL SELECT 2, 'type ', t.name, '#type-' || ltrim(pg_temp.anchor(t.name), '#'), t.comment, pg_temp.type_entry(t.name)
    FROM pg_temp.type_of_page t WHERE t.page = wanted
  )
  SELECT '# Functions: ' || wanted
    || E'\n\nWritten by `make reference` from the comments of the objects; [the index](README.md) tells the marks.\n\n'
    || string_agg(format('- %s[%s](%s): %s', e.kind, e.name, e.anchor, pg_temp.first_paragraph(e.comment)), E'\n'
      ORDER BY e.rank, e.name COLLATE "C")
    || E'\n\n' || rtrim(string_agg(e.body, E'\n' ORDER BY e.rank, e.name COLLATE "C"), E'\n')
  FROM entry e
$$;

CREATE FUNCTION pg_temp.index_page() RETURNS text LANGUAGE sql AS $$
  WITH linked AS (
    SELECT r.page, string_agg(DISTINCT format('[%s](%s.md%s)', r.name, r.page, pg_temp.anchor(r.name)) COLLATE "C", E',\n') AS names
    FROM pg_temp.routine r GROUP BY r.page
  )
  SELECT $page$# Functions

What an application or analyst calls, a page a domain of the extension or module: signatures, comments, composite types. Written by
`make reference` from the comments of the objects in the catalog; `\df+` and `\da+` in psql show the same. Support functions, in
schema `harmony_internal`, and trigger functions are left out.

Marks: *strict* functions return NULL (a set: no row) where an argument is NULL; *immutable* and *stable* ones read nothing, or read
without writing; *parallel safe* ones run in parallel workers; a *security definer* runs with the rights of its owner. A profile is a
jsonb document in the layout of [assessment](../assessment.md). Bad input is an error of class 22 or 23.
$page$ || string_agg(E'\n## [' || l.page || '](' || l.page || E'.md)\n\n' || l.names, E'\n' ORDER BY l.page COLLATE "C")
  FROM linked l
$$;
