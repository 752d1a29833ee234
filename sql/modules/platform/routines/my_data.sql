-- What is kept of a person: told to the person, and erased. Found by the foreign keys of whatever modules there are.

CREATE OR REPLACE FUNCTION platform.person_tables() RETURNS TABLE (relation regclass, person_column name)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20 SET search_path = pg_catalog, pg_temp
AS $$
  -- ON DELETE CASCADE: what goes with a person is the person's. Where a key only names somebody, such as the leader of a vessel, it is not,
  -- unless the comment of its column says [told]: what somebody did, which stays where it was done.
  SELECT k.conrelid::regclass, a.attname FROM pg_constraint k
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  WHERE k.contype = 'f' AND k.conparentid = 0 AND k.confrelid = 'platform.account'::regclass
    AND (k.confdeltype = 'c' OR col_description(k.conrelid, k.conkey[1]) LIKE '%[told]%')
    AND k.conrelid = ANY (harmony_internal.tables_of(ARRAY (SELECT DISTINCT m.module FROM harmony.migration m))::oid[])
  UNION
  -- What refers to such a row, or is derived of a person and refers to nothing, names the person so.
  SELECT t, a.attname FROM unnest(harmony_internal.tables_of(ARRAY (SELECT DISTINCT m.module FROM harmony.migration m))) t
  JOIN pg_attribute a ON a.attrelid = t AND a.attname = 'person_id' AND NOT a.attisdropped
  UNION VALUES ('platform.account'::regclass, 'id'::name);
$$;
COMMENT ON FUNCTION platform.person_tables() IS
'The tables whose rows are a person''s, and the column that says whose: those that a foreign key to platform.account deletes with the
account, those whose key has a comment with [told], and those with a column person_id.';

CREATE OR REPLACE FUNCTION platform.export_query(relation regclass, person_column name) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT format('SELECT jsonb_agg(to_jsonb(x)) FROM (SELECT %s FROM %s t WHERE t.%I = $1 AND (%s)%s) x',
    string_agg(CASE WHEN h.shown_when IS NULL THEN format('t.%I', a.attname)
                    ELSE format('CASE WHEN %s THEN t.%I END AS %2$I', h.shown_when, a.attname) END, ', ' ORDER BY a.attnum),
    export_query.relation, export_query.person_column,
    coalesce((SELECT coalesce(w.shown_when, 'false') FROM platform.export_hidden w
              WHERE w.relation = n.name AND w.column_name = '*'), 'true'),
    (SELECT ' ORDER BY ' || string_agg(format('t.%I', k.attname), ', ' ORDER BY array_position(i.indkey::smallint[], k.attnum))
     FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
     WHERE i.indrelid = export_query.relation AND i.indisprimary))
  FROM pg_attribute a CROSS JOIN (
    SELECT format('%s.%s', s.nspname, c.relname) FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
    WHERE c.oid = export_query.relation) n (name)
  LEFT JOIN platform.export_hidden h ON h.relation = n.name AND h.column_name = a.attname
  WHERE a.attrelid = export_query.relation AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid <> 'bytea'::regtype
    AND a.attname !~ '(password|secret|hash)' AND (h.column_name IS NULL OR h.shown_when IS NOT NULL)
  GROUP BY n.name;
$$;
COMMENT ON FUNCTION platform.export_query(regclass, name) IS
'The query of a person''s rows ($1) of one table, as an array of objects: without bytes, without columns whose names say that they are a
secret or a hash, and without what platform.export_hidden names.';

CREATE OR REPLACE FUNCTION platform.person_data(person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  visited record;
  found jsonb;
  answer jsonb := '{}';
BEGIN
  FOR visited IN
    SELECT format('%s.%s', n.nspname, c.relname) AS name, platform.export_query(t.relation, t.person_column) AS query
    FROM platform.person_tables() t JOIN pg_class c ON c.oid = t.relation JOIN pg_namespace n ON n.oid = c.relnamespace
  LOOP
    EXECUTE visited.query INTO found USING person;
    IF found IS NOT NULL THEN
      answer := answer || jsonb_build_object(visited.name, found);
    END IF;
  END LOOP;
  RETURN answer;
END
$$;
COMMENT ON FUNCTION platform.person_data(uuid) IS
'What a person is told of what is kept: {"schema.table": [rows]} (platform.export_query). For the owner of the modules.';

CREATE OR REPLACE FUNCTION platform.export_my_data() RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := platform.current_account();
  refusal jsonb;
BEGIN
  PERFORM platform.require_self(person);
  refusal := platform.take_call('export_my_data');
  IF refusal IS NOT NULL THEN
    RETURN refusal;
  END IF;
  PERFORM platform.audit('data.exported', 'platform.account/' || person), platform.add_header('Cache-Control', 'no-store');
  RETURN platform.person_data(person);
END
$$;
COMMENT ON FUNCTION platform.export_my_data() IS
'Everything that is kept of the account of this request: {"schema.table": [rows]}, of whatever modules there are, but for secrets, hashes
and what platform.export_hidden names; with a row in the audit trail.

Returned: 429 more than three at once, or one in 20 minutes. Error: 42501 nobody is signed in.';

CREATE OR REPLACE FUNCTION platform.erase_me(password text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := platform.current_account();
  refusal jsonb;
  due timestamptz;
BEGIN
  PERFORM platform.require_self(person);
  refusal := platform.check_own_password(password);
  IF refusal IS NOT NULL THEN
    RETURN refusal;
  END IF;
  PERFORM platform.require_other_admin(person);
  IF platform.erasure_obstacle(person) IS NOT NULL THEN
    RAISE EXCEPTION 'the account cannot be erased' USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = platform.erasure_obstacle(person);
  END IF;
  INSERT INTO platform.erasure AS e (account_id, due_at) VALUES (person, now() + platform.setting('erase_after')::interval)
  ON CONFLICT (account_id) DO UPDATE SET obstacle = NULL RETURNING e.due_at INTO due;
  PERFORM platform.audit('erasure.requested', 'platform.account/' || person),
    platform.mail_account(person, 'platform.erasure_planned', jsonb_build_object('due_at', due)), platform.set_status(202);
  RETURN jsonb_build_object('due_at', due);
END
$$;
COMMENT ON FUNCTION platform.erase_me(text) IS
'Has the account of this request erased in seven days (platform.setting erase_after), until when platform.cancel_erasure stops it: 202,
{due_at}. A second call changes nothing.

Returned: 400 the password is wrong, 429 too many tries. Errors: 55000 the last administrator, or something is in the way
(platform.erasure_obstacle); 42501 nobody is signed in.';

CREATE OR REPLACE FUNCTION platform.cancel_erasure() RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  person CONSTANT uuid := platform.current_account();
BEGIN
  PERFORM platform.require_self(person);
  DELETE FROM platform.erasure e WHERE e.account_id = person;
  IF FOUND THEN
    PERFORM platform.audit('erasure.cancelled', 'platform.account/' || person);
  END IF;
END
$$;
COMMENT ON FUNCTION platform.cancel_erasure() IS
'The account of this request is not erased; nothing happens where that was not asked for. 42501: nobody is signed in.';

CREATE OR REPLACE FUNCTION platform.erase_account(account uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  erased platform.account;
BEGIN
  PERFORM platform.require_other_admin(account), platform.end_sessions(account, 'deactivated');
  -- Reports that it waits for, by its jobs, which stay and name nobody.
  PERFORM FROM platform.account a WHERE a.id = account FOR UPDATE;
  DELETE FROM platform.report_page r USING platform.job j WHERE j.id = r.job_id AND j.owner_id = account;
  -- All that is the person's goes by its foreign key. The number is taken again at once: what refers to it finds nobody.
  DELETE FROM platform.account a WHERE a.id = account AND a.deleted_at IS NULL RETURNING a.* INTO erased;
  IF erased.id IS NULL THEN
    RAISE EXCEPTION 'account % does not exist', account USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO platform.account (id, email, is_active, created_at, deleted_at)
  VALUES (account, account || '@erased.invalid', false, erased.created_at, now());
  DELETE FROM platform.pseudonym p WHERE p.account_id = account;
  DELETE FROM platform.limit_turn t WHERE t.whom = account;
  DELETE FROM platform.outbox o WHERE o.channel = 'email' AND lower(o.address) = lower(erased.email);
  -- What others were answered about the person; of a day at most.
  DELETE FROM platform.idempotency_key k WHERE strpos(k.answer::text, account::text) > 0;
  PERFORM platform.empty_bucket('login:email', platform.email_key(erased.email)),
    platform.empty_bucket('reset:email', platform.email_key(erased.email)),
    platform.audit('account.erased', 'platform.account/' || account);
END
$$;
COMMENT ON FUNCTION platform.erase_account(uuid) IS
'Erases a person at once: all rows that are the person''s, in every module. What remains is a nameless account, <id>@erased.invalid, to
which the audit trail and hiring events refer.

For the owner of the modules. Errors: 22023 no such account, or erased before; 55000 the last administrator.';

-- One account a transaction: two at once would be waited for in circles by those who lock several people in an order of their own.
CREATE OR REPLACE FUNCTION platform.erase_due(payload jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  due uuid;
  next uuid;
  reason text;
BEGIN
  SELECT e.account_id INTO due FROM platform.erasure e WHERE e.due_at <= now() ORDER BY e.due_at, e.account_id LIMIT 1
  FOR UPDATE SKIP LOCKED;
  IF due IS NULL THEN
    RETURN '{"erased": 0, "put_off": 0}';
  END IF;
  next := (SELECT e.account_id FROM platform.erasure e WHERE e.due_at <= now() AND e.account_id <> due ORDER BY e.due_at, e.account_id
           LIMIT 1);
  IF next IS NOT NULL THEN
    PERFORM platform.add_job('platform.erase_due', dedup_key => next::text);
  END IF;
  reason := platform.erasure_obstacle(due);
  IF reason IS NULL THEN
    BEGIN
      PERFORM platform.erase_account(due);
      RETURN '{"erased": 1, "put_off": 0}';
    EXCEPTION WHEN OTHERS THEN
      reason := SQLERRM;
    END;
  END IF;
  UPDATE platform.erasure e SET due_at = now() + interval '1 day', obstacle = reason WHERE e.account_id = due;
  RETURN '{"erased": 0, "put_off": 1}';
END
$$;
COMMENT ON FUNCTION platform.erase_due(jsonb) IS
'Erases the account for which the time came first (platform.erasure), or puts it off by a day, with the reason, where something is in the
way: a job, which queues another while more are due. Returns {erased, put_off}. The payload is not looked at.';

-- It asks the extension which modules there are, and goes with it.
ALTER FUNCTION platform.person_tables() DEPENDS ON EXTENSION harmony;
