-- How attacks are played, with the rights of applications: what a request gets, and what its error says.
SELECT platform.grant_application();
GRANT USAGE ON SCHEMA public TO harmony_user, harmony_anon, harmony_analyst;

-- attempt(claims, query, role, stays): the first column of what comes back, lines joined, - for nothing, or the SQLSTATE; undone, or not.
CREATE FUNCTION pg_temp.attempt(claims text, query text, as_role text DEFAULT 'harmony_user', stays boolean DEFAULT false) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  answer text;
BEGIN
  BEGIN
    PERFORM set_config('request.jwt.claims', claims, true), set_config('role', as_role, true);
    IF query ~ '^(SELECT|VALUES)' THEN
      EXECUTE format('SELECT string_agg(x::text, '' '') FROM (%s) q (x)', query) INTO answer;
    ELSIF query ~ '^WITH' THEN
      EXECUTE query INTO answer;
    ELSE
      EXECUTE query;
    END IF;
    IF NOT stays THEN
      RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = coalesce(answer, '-');
    END IF;
    PERFORM set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
    RETURN coalesce(answer, '-');
  EXCEPTION WHEN SQLSTATE 'HM001' THEN RETURN SQLERRM; WHEN OTHERS THEN RETURN SQLSTATE;
  END;
END $$;
-- A person's try, which leaves nothing, and what a person does, which stays.
CREATE FUNCTION pg_temp.tries(who text, query text) RETURNS text
  LANGUAGE sql RETURN pg_temp.attempt(json_build_object('sub', id(who))::text, query);
CREATE FUNCTION pg_temp.does(who text, query text) RETURNS text
  LANGUAGE sql RETURN pg_temp.attempt(json_build_object('sub', id(who))::text, query, 'harmony_user', true);

-- words(who, query): message and detail of the error.
CREATE FUNCTION pg_temp.words(who text, query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  m text;
  d text;
BEGIN
  BEGIN
    PERFORM set_config('request.jwt.claims', json_build_object('sub', id(who))::text, true), set_config('role', 'harmony_user', true);
    EXECUTE query;
    RAISE EXCEPTION USING ERRCODE = 'HM001';
  EXCEPTION WHEN SQLSTATE 'HM001' THEN RETURN ''; WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL;
    RETURN m || d;
  END;
END $$;

-- says(who, query): the first column of what comes back, lines joined, - for nothing, or SQLSTATE, message and detail; undone.
CREATE FUNCTION pg_temp.says(who text, query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text; state text; m text; d text;
BEGIN
  BEGIN
    PERFORM set_config('request.jwt.claims', json_build_object('sub', id(who))::text, true), set_config('role', 'harmony_user', true);
    IF query ~ '^SELECT' THEN
      EXECUTE format('SELECT string_agg(x::text, '' '') FROM (%s) q (x)', query) INTO answer;
    ELSE
      EXECUTE query;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = coalesce(answer, '-');
  EXCEPTION WHEN SQLSTATE 'HM001' THEN RETURN SQLERRM;
    WHEN OTHERS THEN GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL;
      RETURN concat_ws(' ', state, m, nullif(d, ''));
  END;
END $$;
