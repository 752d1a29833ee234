-- What tests of who sees what share: a role with every right, requests of persons of A, of B, of both, of nobody, and all relations of a
-- module. Expects variable module, and pg_temp.account(who), the number of the account of that name.
CREATE ROLE harmony_test_web NOLOGIN;
GRANT USAGE ON SCHEMA platform, :"module", api, harmony, harmony_internal, public TO harmony_test_web;
GRANT ALL ON ALL TABLES IN SCHEMA platform, :"module", api TO harmony_test_web;
GRANT ALL ON ALL SEQUENCES IN SCHEMA platform, :"module" TO harmony_test_web;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA platform, :"module", api, public, harmony, harmony_internal TO harmony_test_web;

CREATE FUNCTION pg_temp.become(who text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('request.jwt.claims', CASE WHEN who = 'anonymous' THEN '' ELSE json_build_object('sub', pg_temp.account(who), 'role',
    'harmony_test_web')::text END, true);
  SET LOCAL ROLE harmony_test_web;
END $$;
-- as_role(who, query): what a request of this person is given: all of it as text, or the SQLSTATE. Nothing of it stays.
CREATE FUNCTION pg_temp.as_role(who text, query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  BEGIN
    PERFORM pg_temp.become(who);
    EXECUTE format('SELECT string_agg(q::text, '' '') FROM (%s) q', query) INTO answer;
    RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = coalesce(answer, '-');
  EXCEPTION WHEN SQLSTATE 'HM001' THEN RETURN SQLERRM; WHEN OTHERS THEN RETURN SQLSTATE;
  END;
END $$;
-- written(who, command): how many rows a request of this person writes, or the SQLSTATE. Nothing of it stays.
CREATE FUNCTION pg_temp.written(who text, command text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
  BEGIN
    PERFORM pg_temp.become(who);
    EXECUTE command;
    GET DIAGNOSTICS n = ROW_COUNT;
    RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = n;
  EXCEPTION WHEN SQLSTATE 'HM001' THEN RETURN SQLERRM; WHEN OTHERS THEN RETURN SQLSTATE;
  END;
END $$;
CREATE FUNCTION pg_temp.all_of(relation text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  EXECUTE format('SELECT string_agg(t::text, '' '') FROM %s t', relation) INTO answer;
  RETURN answer;
END $$;

CREATE TEMP TABLE person (who text, sees text);
INSERT INTO person VALUES ('a1', 'A'), ('b1', 'B'), ('both', 'A B'), ('admin', 'A B'), ('stranger', '-'), ('left', '-'), ('anonymous', '-');
UPDATE platform.account SET is_active = false WHERE id = pg_temp.account('left');
CREATE TEMP TABLE relation AS SELECT c.oid::regclass::text AS name, c.relkind FROM pg_class c
  WHERE c.relnamespace = to_regnamespace(:'module') AND c.relkind IN ('r', 'p', 'v', 'm')
  UNION ALL SELECT 'api.' || substr(o, 10), 'v' FROM harmony.migration m, unnest(m.objects) o
  WHERE m.module = :'module' AND o ~ '^view api\.';
