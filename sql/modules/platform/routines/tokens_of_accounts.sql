-- One-time tokens that are mailed to an account: verify_email, reset_password, set_password. And the mails.

CREATE OR REPLACE FUNCTION platform.revoke_account_tokens(account uuid, kinds text[]) RETURNS bigint
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  SELECT platform.revoke_tokens(ARRAY (
    SELECT t.id FROM platform.account_token u JOIN platform.token t ON t.id = u.token_id
    WHERE u.account_id = revoke_account_tokens.account AND t.kind = ANY (revoke_account_tokens.kinds)
      AND t.used_at IS NULL AND t.revoked_at IS NULL ORDER BY t.id));
END;
COMMENT ON FUNCTION platform.revoke_account_tokens(uuid, text[]) IS
  'Ends the unused tokens of these kinds of an account; returns how many.';

CREATE OR REPLACE FUNCTION platform.issue_account_token(account uuid, kind text, OUT id bigint, OUT token text)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM FROM platform.account a WHERE a.id = account FOR NO KEY UPDATE;  -- of two at once the later ends the other's
  PERFORM platform.revoke_account_tokens(account, ARRAY[kind]);
  SELECT t.id, t.token INTO id, token FROM platform.issue_token(kind, '1 hour') t;
  INSERT INTO platform.account_token (token_id, account_id) VALUES (issue_account_token.id, account);
END
$$;
COMMENT ON FUNCTION platform.issue_account_token(uuid, text) IS
'Issues a token of this kind for an account, for a single use within an hour, and returns its number and the token, which is not shown
again. Earlier ones of the kind end: the newest only is valid.';

CREATE OR REPLACE FUNCTION platform.issue_mailed_token(message platform.outbox, OUT id bigint, OUT token text)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  SELECT t.id, t.token INTO id, token
  FROM platform.issue_account_token((message).recipient_id, split_part((message).template, '.', 2)) t;
END
$$;
COMMENT ON FUNCTION platform.issue_mailed_token(platform.outbox) IS
'What {{token}} stands for in the templates platform.verify_email, platform.reset_password and platform.set_password: a token of the kind
that the template is named after, for the recipient, made when the message is handed out.';

CREATE OR REPLACE FUNCTION platform.lock_account_token(token text, kinds text[]) RETURNS platform.account_token
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  hash CONSTANT bytea := platform.lookup_hash(token);
  locked platform.token;
  found platform.account_token;
BEGIN
  SELECT t.* INTO locked FROM platform.token t WHERE t.token_hash = hash AND t.kind = ANY (kinds) FOR NO KEY UPDATE;
  IF platform.token_is_valid(locked) THEN
    SELECT u.* INTO found FROM platform.account_token u JOIN platform.account a ON a.id = u.account_id
    WHERE u.token_id = locked.id AND a.is_active;
  END IF;
  RETURN found;
END
$$;
COMMENT ON FUNCTION platform.lock_account_token(text, text[]) IS
'Whose a valid token of one of these kinds is, an active account, the token locked: of two who show it at once the second finds it spent. A
row of NULL where it is not valid.';

CREATE OR REPLACE FUNCTION platform.spend_account_token(token platform.account_token) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE platform.token t SET used_at = now(), used_by = (token).account_id WHERE t.id = (token).token_id;
END
$$;
COMMENT ON FUNCTION platform.spend_account_token(platform.account_token) IS 'Notes the single use of a token that is locked.';

CREATE OR REPLACE FUNCTION platform.mail_account(account uuid, template text, parameters jsonb DEFAULT '{}') RETURNS bigint
  LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  INSERT INTO platform.outbox (recipient_id, template, parameters, idempotency_key)
  VALUES (mail_account.account, mail_account.template, mail_account.parameters,
          format('%s/%s/%s', mail_account.template, mail_account.account, gen_random_uuid()))
  RETURNING id;
END;
COMMENT ON FUNCTION platform.mail_account(uuid, text, jsonb) IS
'Writes a mail to an account, to be sent; returns its number. It holds no token: {{token}} of its template is made when the message is
handed out (platform.issue_mailed_token).';

CREATE OR REPLACE FUNCTION platform.mail_is_coming() RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '{"message": "If the address is right, a mail is on its way."}'::jsonb;
COMMENT ON FUNCTION platform.mail_is_coming() IS 'The one answer to whoever asks for a mail, whether or not one is sent.';
