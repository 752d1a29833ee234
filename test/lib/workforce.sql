-- What the tests of module workforce share: two organisations with their people, and what a request of one of them is given.
CREATE FUNCTION public.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('harmony workforce test ' || name)::uuid;
INSERT INTO platform.account (id, email, full_name)
  SELECT id(name), name || '@workforce.example.org', 'Name of ' || name FROM unnest('{admin,pa,ca,pb,pab,stranger}'::text[]) name;
INSERT INTO platform.account_role VALUES (id('admin'), 'admin');
INSERT INTO platform.organization (id, name) VALUES (id('A'), 'Organisation A'), (id('B'), 'Organisation B');
INSERT INTO platform.membership (account_id, organization_id, role) VALUES (id('pa'), id('A'), 'planner'), (id('ca'), id('A'), 'client'),
  (id('pb'), id('B'), 'planner'), (id('pab'), id('A'), 'planner'), (id('pab'), id('B'), 'planner');
GRANT USAGE ON SCHEMA public TO harmony_user;
GRANT EXECUTE ON FUNCTION public.id(text) TO harmony_user;
SELECT platform.grant_application() \g /dev/null
-- What schedules ask for is done before.
SELECT platform.run_jobs() \g /dev/null

-- as_role(who, expression): what a request of this person is given, as text, or the SQLSTATE; what it writes stays.
CREATE FUNCTION pg_temp.as_role(who text, expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  PERFORM set_config('request.jwt.claims', json_build_object('sub', id(who), 'role', 'harmony_user')::text, true);
  SET LOCAL ROLE harmony_user;
  EXECUTE format('SELECT (%s)::text', expression) INTO answer;
  RESET ROLE;
  PERFORM set_config('request.jwt.claims', '', true);
  RETURN answer;
EXCEPTION WHEN OTHERS THEN
  RESET ROLE;
  PERFORM set_config('request.jwt.claims', '', true);
  RETURN SQLSTATE;
END $$;
-- The same of a command: how many rows it writes.
CREATE FUNCTION pg_temp.written(who text, command text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
  PERFORM set_config('request.jwt.claims', json_build_object('sub', id(who), 'role', 'harmony_user')::text, true);
  SET LOCAL ROLE harmony_user;
  EXECUTE command;
  GET DIAGNOSTICS n = ROW_COUNT;
  RESET ROLE;
  PERFORM set_config('request.jwt.claims', '', true);
  RETURN n;
EXCEPTION WHEN OTHERS THEN
  RESET ROLE;
  PERFORM set_config('request.jwt.claims', '', true);
  RETURN SQLSTATE;
END $$;
CREATE FUNCTION pg_temp.config(changes jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
  SELECT '{"n_iterations": 10, "n_steps": 24, "automation_factor": 0.9, "adoption_midpoint": 3, "seed": 4,
    "roles": [{"role": "Engineer", "count": 30, "salary": 100000}, {"role": "HR", "count": 3, "salary": 60000},
              {"role": "Marketing", "count": 9, "salary": 70000}]}'::jsonb || changes $$;
CREATE FUNCTION pg_temp.start(who text, changes jsonb DEFAULT '{}', more text DEFAULT '') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_role(who, format('api.start_simulation(%L%s)', pg_temp.config(changes), more)) $$;
