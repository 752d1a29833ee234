-- pg_temp.rights(): everything that the roles of applications, analysts and PUBLIC may do with the modules, from the catalogs, a line each:
-- "who | what | may". After platform.grant_application(). docs/reference/security.md shows it; tools/reference.sh writes it there.
CREATE FUNCTION pg_temp.rights() RETURNS SETOF text LANGUAGE sql SET search_path = pg_catalog AS $$
  WITH roles AS (
    SELECT r.oid, r.rolname::text AS name FROM pg_roles r
    WHERE r.rolname IN ('harmony_anon', 'harmony_user', 'harmony_authenticator', 'harmony_analyst', 'harmony_monitor',
      'harmony_worker')
    UNION ALL SELECT 0::oid, 'PUBLIC'
  ), spaces AS (
    SELECT n.* FROM pg_namespace n WHERE n.nspname IN ('harmony', 'harmony_internal', 'api')
      OR n.nspname IN (SELECT m.module FROM harmony.migration m)
  ), held AS (
    SELECT 'schema ' || n.nspname AS what, NULL::name AS column, coalesce(n.nspacl, acldefault('n', n.nspowner)) AS acl FROM spaces n
    UNION ALL SELECT CASE c.relkind WHEN 'v' THEN 'view ' WHEN 'S' THEN 'sequence ' ELSE 'table ' END || c.oid::regclass, NULL,
      coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))
    FROM pg_class c JOIN spaces n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
    UNION ALL SELECT CASE c.relkind WHEN 'v' THEN 'view ' ELSE 'table ' END || c.oid::regclass, a.attname, a.attacl
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN spaces n ON n.oid = c.relnamespace WHERE a.attacl IS NOT NULL
    -- Of the extension's own functions PUBLIC has all but four: docs/explanation/security.md.
    UNION ALL SELECT 'function ' || p.oid::regprocedure, NULL, coalesce(p.proacl, acldefault('f', p.proowner))
    FROM pg_proc p JOIN spaces n ON n.oid = p.pronamespace WHERE n.nspname NOT IN ('harmony', 'harmony_internal')
  ), may AS (
    SELECT r.name, h.what, x.privilege_type || CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
             || coalesce(' (' || string_agg(h.column, ', ' ORDER BY h.column::text COLLATE "C") || ')', '') AS privilege
    FROM held h CROSS JOIN LATERAL aclexplode(h.acl) x JOIN roles r ON r.oid = x.grantee
    GROUP BY r.name, h.what, x.privilege_type, x.is_grantable, h.column IS NULL
    UNION ALL
    SELECT r.name, 'role', concat_ws(', ', CASE WHEN a.rolcanlogin THEN 'logs in' ELSE 'does not log in' END,
      CASE WHEN NOT a.rolinherit THEN 'does not inherit' END,
      (SELECT 'becomes ' || string_agg(g.rolname, ', ' ORDER BY g.rolname COLLATE "C")
        FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
       WHERE m.member = r.oid), CASE WHEN a.rolsuper OR a.rolcreaterole OR a.rolcreatedb OR a.rolreplication OR a.rolbypassrls
       THEN 'is more than a role of applications may be' END, array_to_string(a.rolconfig, ', '))
    FROM roles r JOIN pg_roles a ON a.oid = r.oid)
  SELECT m.name || ' | ' || m.what || ' | ' || string_agg(m.privilege, ', ' ORDER BY m.privilege COLLATE "C") FROM may m
  GROUP BY m.name, m.what ORDER BY m.name COLLATE "C", m.what COLLATE "C" $$;
