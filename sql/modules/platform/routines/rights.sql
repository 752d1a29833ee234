-- Roles of an application and their rights.

-- Notices are off while a module's files run; this one has to be seen.
CREATE OR REPLACE FUNCTION platform.make_roles() RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET client_min_messages = notice
AS $$
DECLARE
  may_create CONSTANT boolean := (SELECT r.rolsuper OR r.rolcreaterole FROM pg_roles r WHERE r.rolname = current_user);
  missing record;
  statements text := '';
BEGIN
  FOR missing IN
    SELECT w.* FROM (VALUES
      (1, 'harmony_anon', 'CREATE ROLE harmony_anon NOLOGIN'),
      (2, 'harmony_user', 'CREATE ROLE harmony_user NOLOGIN'),
      (3, 'harmony_analyst', 'CREATE ROLE harmony_analyst NOLOGIN'), (4, 'harmony_monitor', 'CREATE ROLE harmony_monitor NOLOGIN'),
      (5, 'harmony_worker', 'CREATE ROLE harmony_worker LOGIN'),
      (6, 'harmony_authenticator', $roles$CREATE ROLE harmony_authenticator LOGIN NOINHERIT;
ALTER ROLE harmony_authenticator SET statement_timeout = '30s';
ALTER ROLE harmony_authenticator SET lock_timeout = '5s';
ALTER ROLE harmony_authenticator SET idle_in_transaction_session_timeout = '10s';
GRANT harmony_anon, harmony_user, harmony_monitor TO harmony_authenticator$roles$)) w (n, role, statements)
    WHERE to_regrole(w.role) IS NULL ORDER BY w.n
  LOOP
    IF may_create THEN
      BEGIN
        EXECUTE missing.statements;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- another database has just made it
      END;
    ELSE
      statements := statements || missing.statements || ';' || E'\n';
    END IF;
  END LOOP;
  IF statements <> '' THEN
    RAISE NOTICE 'roles of an application are missing, and role % may not create any', current_user
      USING HINT = E'Let somebody run this, then call platform.grant_application():\n' || statements;
  END IF;
END
$$;
COMMENT ON FUNCTION platform.make_roles() IS
'Makes the roles harmony_anon, harmony_user, harmony_analyst, harmony_monitor, harmony_worker and harmony_authenticator where they are
missing; those that are there stay as they are.

For a role that may not create roles: a NOTICE with the statements.';

CREATE OR REPLACE FUNCTION platform.listed_rights()
RETURNS TABLE (module text, audience text, privilege text, object text, columns text[])
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 200 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  visited text;
BEGIN
  FOR visited IN SELECT platform.modules_with('application_rights()') LOOP
    RETURN QUERY EXECUTE format(
      'SELECT %L, r.* FROM %I.application_rights() r WHERE NOT EXISTS (
         SELECT FROM platform.application_right o WHERE (o.audience, o.privilege, o.object) = (r.audience, r.privilege, r.object))',
      visited, visited);
  END LOOP;
  RETURN QUERY SELECT NULL, w.audience, w.privilege, w.object, w.columns FROM platform.application_right w WHERE w.is_granted;
END
$$;
COMMENT ON FUNCTION platform.listed_rights() IS
'What applications may do: the application_rights() of every module, and what the site has made of them (platform.application_right).';

CREATE OR REPLACE FUNCTION platform.routines_named(name text) RETURNS SETOF oid
LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  SELECT p.oid FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname = (parse_ident(routines_named.name))[1]::name AND p.proname = (parse_ident(routines_named.name))[2]::name;
END;
COMMENT ON FUNCTION platform.routines_named(text) IS 'The routines of a name, schema.name, whatever their arguments.';

CREATE OR REPLACE FUNCTION platform.audiences() RETURNS TABLE (audience text, grantee name)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 5
BEGIN ATOMIC
  VALUES ('everybody', 'public'::name), ('anon', 'harmony_anon'), ('analyst', 'harmony_analyst'), ('monitor', 'harmony_monitor'),
         ('worker', 'harmony_worker');
END;
COMMENT ON FUNCTION platform.audiences() IS
'The audiences of application_rights() but for user, whose role platform.grant_application is told, and the role of each; public: PUBLIC.';

CREATE OR REPLACE FUNCTION platform.wanted_rights(role name DEFAULT 'harmony_user')
RETURNS TABLE (grantee name, kind text, object oid, privilege text, "column" name)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 500 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  unknown text;
BEGIN
  SELECT w.object INTO unknown FROM platform.listed_rights() w
  WHERE CASE w.privilege
    WHEN 'USAGE' THEN to_regnamespace(w.object) IS NULL
    WHEN 'EXECUTE' THEN NOT EXISTS (SELECT FROM platform.routines_named(w.object))
    ELSE to_regclass(w.object) IS NULL END LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'there is no %, for which a right of applications is listed', unknown USING ERRCODE = 'undefined_object';
  END IF;
  RETURN QUERY
  SELECT g.grantee, o.kind, o.oid, w.privilege, c.name::name
  FROM platform.listed_rights() w
  JOIN (SELECT * FROM platform.audiences() UNION ALL VALUES ('user', wanted_rights.role)) g (audience, grantee) ON g.audience = w.audience
  CROSS JOIN LATERAL (
    SELECT 'SCHEMA', n.oid FROM pg_namespace n WHERE w.privilege = 'USAGE' AND n.oid = to_regnamespace(w.object)
    UNION ALL SELECT 'ROUTINE', r.oid FROM platform.routines_named(w.object) r (oid) WHERE w.privilege = 'EXECUTE'
    UNION ALL SELECT 'TABLE', t.oid FROM pg_class t WHERE w.privilege NOT IN ('USAGE', 'EXECUTE')
      AND t.oid = to_regclass(w.object)) o (kind, oid)
  LEFT JOIN LATERAL unnest(w.columns) c (name) ON true;
END
$$;
COMMENT ON FUNCTION platform.wanted_rights(name) IS
'What platform.listed_rights says, an object, privilege and column a row; column NULL: the whole object; grantee public: PUBLIC.

A right on what is not there is an error 42704.';

CREATE OR REPLACE FUNCTION platform.access_lists(namespace oid) RETURNS TABLE (kind text, object oid, "column" name, acl aclitem[])
LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 500
BEGIN ATOMIC
  SELECT 'SCHEMA', n.oid, NULL::name, n.nspacl FROM pg_catalog.pg_namespace n WHERE n.oid = access_lists.namespace
  UNION ALL SELECT 'ROUTINE', p.oid, NULL, coalesce(p.proacl, acldefault('f', p.proowner)) FROM pg_catalog.pg_proc p
  WHERE p.pronamespace = access_lists.namespace
  UNION ALL SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid, NULL, c.relacl FROM pg_catalog.pg_class c
  WHERE c.relnamespace = access_lists.namespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL SELECT 'TABLE', c.oid, a.attname, a.attacl FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = access_lists.namespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT a.attisdropped;
END;
COMMENT ON FUNCTION platform.access_lists(oid) IS
'A schema and what is in it, tables with their columns, with the access list of each: of kind SCHEMA, ROUTINE, TABLE (views too) or
SEQUENCE.';

CREATE OR REPLACE FUNCTION platform.name_of(kind text, object oid) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
  RETURN CASE kind WHEN 'SCHEMA' THEN object::regnamespace::text WHEN 'ROUTINE' THEN object::regprocedure::text
                   ELSE object::regclass::text END;
COMMENT ON FUNCTION platform.name_of(text, oid) IS
'The name of an object of one of the kinds of platform.access_lists, as GRANT takes it.';

CREATE OR REPLACE FUNCTION platform.module_schemas() RETURNS SETOF oid
LANGUAGE sql STABLE PARALLEL SAFE ROWS 5
BEGIN ATOMIC
  SELECT n.oid FROM pg_catalog.pg_namespace n
  WHERE n.nspname IN (SELECT w.module FROM harmony.migration w UNION ALL SELECT 'api') OR EXISTS (
    SELECT FROM platform.application_right w WHERE w.privilege = 'USAGE' AND w.object = n.nspname);
END;
COMMENT ON FUNCTION platform.module_schemas() IS
'The schemas of the modules, api, and those in which the site grants applications something.';

CREATE OR REPLACE FUNCTION platform.granted_rights(grantees name[])
RETURNS TABLE (grantee name, kind text, object oid, privilege text, "column" name)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 500
BEGIN ATOMIC
  SELECT r.name, h.kind, h.object, x.privilege_type, h."column"
  FROM platform.module_schemas() m (oid) CROSS JOIN LATERAL platform.access_lists(m.oid) h CROSS JOIN LATERAL aclexplode(h.acl) x
  CROSS JOIN LATERAL (
    SELECT CASE WHEN x.grantee = 0 THEN 'public'
                ELSE (SELECT o.rolname FROM pg_catalog.pg_roles o WHERE o.oid = x.grantee) END AS name) r
  -- Of routines that PUBLIC may execute, the modules' own: what a site adds to a schema is the site's.
  WHERE r.name = ANY (granted_rights.grantees) AND (x.grantee <> 0 OR h.kind <> 'ROUTINE' OR h.object IN (
    SELECT o FROM (SELECT DISTINCT w.module FROM harmony.migration w) w CROSS JOIN LATERAL harmony_internal.module_routines(w.module) o));
END;
COMMENT ON FUNCTION platform.granted_rights(name[]) IS
'What these roles (public: PUBLIC) have been granted in the modules'' schemas, as platform.wanted_rights tells it.';

CREATE OR REPLACE FUNCTION platform.unlisted_rights(role name DEFAULT 'harmony_user')
RETURNS TABLE (grantee name, kind text, object oid, privilege text)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 10 SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  on_tables CONSTANT text[] := '{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]
    || CASE WHEN current_setting('server_version_num')::integer >= 170000 THEN '{MAINTAIN}'::text[] ELSE '{}' END;
BEGIN
  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT r.oid, r.rolname AS name FROM pg_roles r
    WHERE r.rolname = unlisted_rights.role OR r.rolname IN (SELECT a.grantee FROM platform.audiences() a)
  ), wanted AS MATERIALIZED (
    SELECT a.name, w.kind, w.object, w.privilege, w."column"
    FROM platform.wanted_rights(unlisted_rights.role) w JOIN asked a ON w.grantee IN (a.name, 'public')
  ), present AS MATERIALIZED (
    SELECT l.kind, l.object, l."column" FROM platform.module_schemas() m (oid) CROSS JOIN LATERAL platform.access_lists(m.oid) l
  ), own AS MATERIALIZED (
    SELECT o::oid AS oid FROM (SELECT DISTINCT w.module FROM harmony.migration w) w
    CROSS JOIN LATERAL harmony_internal.module_routines(w.module) o
  ), held AS (
    SELECT a.name, p.kind, p.object, v.privilege, p."column"
    FROM asked a CROSS JOIN present p CROSS JOIN LATERAL unnest(CASE
      WHEN p.kind = 'SCHEMA' THEN '{USAGE,CREATE}'::text[] WHEN p.kind = 'ROUTINE' THEN '{EXECUTE}'
      WHEN p.kind = 'SEQUENCE' THEN '{USAGE,SELECT,UPDATE}' WHEN p."column" IS NULL THEN on_tables
      ELSE '{SELECT,INSERT,UPDATE,REFERENCES}' END) v (privilege)
    WHERE CASE WHEN p.kind = 'SCHEMA' THEN has_schema_privilege(a.oid, p.object, v.privilege)
               WHEN p.kind = 'ROUTINE' THEN p.object IN (SELECT o.oid FROM own o) AND has_function_privilege(a.oid, p.object, v.privilege)
               WHEN p.kind = 'SEQUENCE' THEN has_sequence_privilege(a.oid, p.object, v.privilege)
               WHEN p."column" IS NULL THEN has_table_privilege(a.oid, p.object, v.privilege)
               ELSE has_column_privilege(a.oid, p.object, p."column", v.privilege) END)
  SELECT DISTINCT h.name, h.kind, h.object, h.privilege FROM held h
  WHERE NOT EXISTS (SELECT FROM wanted w WHERE (w.name, w.kind, w.object, w.privilege) = (h.name, h.kind, h.object, h.privilege)
                                           AND (w."column" IS NULL OR w."column" = h."column"));
END
$$;
COMMENT ON FUNCTION platform.unlisted_rights(name) IS
'Rights in the modules'' schemas that this role and those of platform.audiences have without being listed (platform.wanted_rights),
however they came by them: as PUBLIC, by a grant of another role, or by membership such as in pg_read_all_data.';

CREATE OR REPLACE FUNCTION platform.require_audience(role name) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  reason CONSTANT text := CASE
    WHEN role IN (SELECT a.grantee FROM platform.audiences() a WHERE a.audience <> 'everybody')
      THEN 'It is for other requests than those with a person.'
    WHEN role = 'harmony_authenticator' THEN 'The gateway logs in with it, before it knows whose request it is.'
    WHEN role LIKE 'pg\_%' OR role = 'public' THEN 'It is one of the server''s own.'
    WHEN EXISTS (
      SELECT FROM pg_roles r CROSS JOIN pg_namespace n
      WHERE r.rolname = role AND n.nspname = 'platform' AND (r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, n.nspowner, 'MEMBER')))
    THEN 'It owns the modules, or passes by their policies.' END;
BEGIN
  IF role IS NULL OR reason IS NOT NULL THEN
    RAISE EXCEPTION 'role "%" is no role for requests', role USING ERRCODE = 'invalid_parameter_value',
      DETAIL = coalesce(reason, 'It has no name.'), HINT = 'Name a role like harmony_user.';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_audience(name) IS
'Passes for a role that may have the rights of requests with a person, else an error 22023: not for the owner of the modules, who passes by
policies, the server''s own roles (pg_...), and the roles of the other audiences.';

CREATE OR REPLACE FUNCTION platform.grant_application(role name DEFAULT 'harmony_user') RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  grantees CONSTANT name[] := ARRAY (
    SELECT r.rolname FROM pg_roles r WHERE r.rolname = grant_application.role
    UNION ALL SELECT a.grantee FROM platform.audiences() a WHERE a.grantee = 'public' OR to_regrole(a.grantee::text) IS NOT NULL);
  change record;
  left_over record;
BEGIN
  LOCK TABLE platform.application_right IN SHARE ROW EXCLUSIVE MODE;  -- two at once would change the same rights
  PERFORM platform.require_audience(role);
  IF to_regrole(quote_ident(role)) IS NULL THEN
    RAISE NOTICE 'role "%" does not exist and is granted nothing', role;
  END IF;
  FOR change IN
    WITH wanted AS MATERIALIZED (SELECT w.* FROM platform.wanted_rights(role) w WHERE w.grantee = ANY (grantees)),
         granted AS MATERIALIZED (SELECT h.* FROM platform.granted_rights(grantees) h),
         taken AS (
           SELECT t.grantee, t.kind, t.object, t.privilege FROM granted t WHERE t."column" IS NULL
           EXCEPT SELECT w.grantee, w.kind, w.object, w.privilege FROM wanted w WHERE w."column" IS NULL),
         held AS (  -- a table's right that is taken away takes those of its columns along
           SELECT h.* FROM granted h
           WHERE h."column" IS NULL OR (h.grantee, h.kind, h.object, h.privilege) NOT IN (
             SELECT t.grantee, t.kind, t.object, t.privilege FROM taken t)),
         changes AS (
           SELECT 'REVOKE' AS verb, 'FROM' AS preposition, d.* FROM (SELECT * FROM held EXCEPT SELECT * FROM wanted) d
           UNION ALL SELECT 'GRANT', 'TO', d.* FROM (SELECT * FROM wanted EXCEPT SELECT * FROM held) d)
    SELECT c.verb, c.preposition, c.kind, c.privilege, platform.name_of(c.kind, c.object) AS object,
           CASE c.grantee WHEN 'public' THEN 'PUBLIC' ELSE quote_ident(c.grantee) END AS grantee,
           string_agg(quote_ident(c."column"), ', ' ORDER BY c."column") AS columns
    FROM changes c GROUP BY c.verb, c.preposition, c.grantee, c.kind, c.privilege, c.object, c."column" IS NULL
    ORDER BY c.verb DESC, c."column" IS NULL DESC, c.object, c.privilege, c.grantee  -- revoking a table revokes its columns
  LOOP
    EXECUTE format('%s %s%s ON %s %s %s %s', change.verb, change.privilege, ' (' || change.columns || ')', change.kind, change.object,
                   change.preposition, change.grantee);
  END LOOP;
  SELECT count(*) AS n, min(format('%s on %s for %s', u.privilege, platform.name_of(u.kind, u.object), u.grantee)) AS example
  INTO left_over FROM platform.unlisted_rights(role) u;
  IF left_over.n > 0 THEN
    RAISE WARNING '% rights remain that are not listed', left_over.n
      USING DETAIL = format('Such as %s. platform.unlisted_rights() names them.', left_over.example),
            HINT = 'Other roles have granted them, or they come by membership, as in pg_read_all_data: REVOKE that.';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.grant_application(name) IS
'Grants an application everything that the modules which are there are made for, and takes away what is not listed any more
(platform.listed_rights): to this role for requests with a person, and to those of platform.audiences: harmony_anon for requests without
one, harmony_analyst, harmony_monitor, harmony_worker, PUBLIC.

For the owner of the modules, again after each install; calling it again changes nothing. A role that is not for such requests: 22023
(platform.require_audience). What these can do besides, as other roles have granted it or by membership, remains, with a WARNING
(platform.unlisted_rights). What is granted to other roles stays. A role that does not exist is granted nothing, with a NOTICE.';

CREATE OR REPLACE FUNCTION platform.is_analyst() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(pg_has_role(CURRENT_USER, to_regrole('harmony_analyst'), 'USAGE'), false);
COMMENT ON FUNCTION platform.is_analyst() IS 'Whether the current role has the rights of harmony_analyst; what policies ask.';

CREATE OR REPLACE FUNCTION platform.give_pseudonyms() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO platform.pseudonym (account_id) SELECT n.id FROM new_rows n ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.give_pseudonyms() IS 'Gives new accounts their random names (platform.pseudonym).';

-- It calls the extension, and goes with it.
ALTER FUNCTION platform.unlisted_rights(name) DEPENDS ON EXTENSION harmony;
