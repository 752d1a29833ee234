-- Header Idempotency-Key: a request that comes again with the same key is answered as the first was, and has no second effect.

CREATE OR REPLACE FUNCTION platform.idempotency_key() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  key CONSTANT text := platform.request_header('idempotency-key');
BEGIN
  IF key !~ '^[!-~]{1,255}$' THEN
    RAISE EXCEPTION 'Idempotency-Key is no such key' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'It is 1 to 255 visible ASCII characters, such as a UUID.';
  END IF;
  RETURN key;
END
$$;
COMMENT ON FUNCTION platform.idempotency_key() IS
'Header Idempotency-Key of the request; NULL: it has none. 22023: it is not 1 to 255 visible ASCII characters.';

-- An advisory lock, which ends with the transaction and is not waited for. Whoever can connect could take it, but would have to know
-- the key, and could only have its owner try again.
CREATE OR REPLACE FUNCTION platform.earlier_answer(routine text, arguments jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  account CONSTANT uuid := platform.active_account();
  given CONSTANT text := platform.idempotency_key();
  earlier platform.idempotency_key;
BEGIN
  IF account IS NULL OR given IS NULL THEN
    RETURN NULL;
  END IF;
  IF NOT pg_try_advisory_xact_lock(hashtextextended(concat_ws('/', 'platform.idempotency_key', account, routine, given), 0)) THEN
    RAISE EXCEPTION 'a request with this Idempotency-Key is being answered' USING ERRCODE = 'PT409', HINT = 'Try again in a moment.';
  END IF;
  -- A statement after the lock sees what its last holder has committed.
  SELECT k.* INTO earlier FROM platform.idempotency_key k
  WHERE k.account_id = account AND k.routine = earlier_answer.routine AND k.key = given AND k.expires_at > now();
  IF NOT FOUND THEN
    RETURN NULL;
  ELSIF earlier.body_hash <> sha256(convert_to(arguments::text, 'UTF8')) THEN
    RAISE EXCEPTION 'this Idempotency-Key was used with another body' USING ERRCODE = 'PT422', HINT = 'Take a new key for a new request.';
  END IF;
  PERFORM platform.add_header('Idempotency-Replayed', 'true');
  IF earlier.status IS NOT NULL THEN
    PERFORM platform.set_status(earlier.status);
  END IF;
  RETURN earlier.answer;
END
$$;
COMMENT ON FUNCTION platform.earlier_answer(text, jsonb) IS
'What was kept (platform.keep_answer) when this account called this function of schema api with the Idempotency-Key of this request, with
its status and header Idempotency-Replayed; NULL: nothing in the last 24 hours, no key, or nobody is signed in.

arguments: an object by name. From then on the key is this transaction''s. Errors: PT409 another request with it is being answered; PT422 it
came with other arguments; 22023 it is none.';

CREATE OR REPLACE FUNCTION platform.keep_answer(routine text, arguments jsonb, answer jsonb, members text[] DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  account CONSTANT uuid := platform.active_account();
  given CONSTANT text := platform.idempotency_key();
  set_status CONSTANT integer := nullif(current_setting('response.status', true), '')::integer;
BEGIN
  IF account IS NULL OR given IS NULL OR set_status >= 300 THEN
    RETURN answer;
  END IF;
  INSERT INTO platform.idempotency_key AS k (account_id, routine, key, body_hash, status, answer)
  VALUES (account, keep_answer.routine, given, sha256(convert_to(arguments::text, 'UTF8')), set_status,
          CASE WHEN members IS NULL THEN coalesce(keep_answer.answer, 'null') ELSE (
            SELECT coalesce(jsonb_object_agg(m, keep_answer.answer -> m), '{}') FROM unnest(members) m) END)
  ON CONFLICT ON CONSTRAINT idempotency_key_pkey DO UPDATE SET body_hash = excluded.body_hash, status = excluded.status,
    answer = excluded.answer, created_at = now(), expires_at = now() + interval '24 hours'
  WHERE k.expires_at <= now();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this Idempotency-Key has been used meanwhile' USING ERRCODE = 'PT409', HINT = 'Try again.';
  END IF;
  RETURN answer;
END
$$;
COMMENT ON FUNCTION platform.keep_answer(text, jsonb, jsonb, text[]) IS
'Keeps what this request is answered, for platform.earlier_answer, and returns it. members: these of the answer alone, where the rest is not
to be stored and can be made anew. Nothing is kept without a key, or of a refusal.

Error: PT409 the key was used meanwhile, by whoever did not ask for the earlier answer first.';

CREATE OR REPLACE FUNCTION platform.clean_idempotency_keys(payload jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  DELETE FROM platform.idempotency_key k WHERE k.expires_at <= now();
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN jsonb_build_object('deleted', n);
END
$$;
COMMENT ON FUNCTION platform.clean_idempotency_keys(jsonb) IS
'Deletes what was kept of requests with an Idempotency-Key that has ended, for a job; returns {deleted}. The payload is not looked at.';
