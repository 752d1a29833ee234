-- Passwords: which are taken, whether one is right, changing and resetting them.

CREATE OR REPLACE FUNCTION platform.require_password(password text, email text, full_name text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  small CONSTANT text := lower(password);
  weakness CONSTANT text := CASE
    WHEN length(password) BETWEEN 8 AND 128 IS NOT TRUE THEN 'It has to have 8 to 128 characters.'
    WHEN small IN (lower(email), split_part(lower(email), '@', 1)) THEN 'It is the e-mail address, or a part of it.'
    WHEN small = lower(full_name) THEN 'It is the name.'
    WHEN EXISTS (SELECT FROM platform.common_password c WHERE c.password = small) THEN 'It is one of those that are tried first.' END;
BEGIN
  IF weakness IS NOT NULL THEN
    RAISE EXCEPTION 'the password is too easy to guess' USING ERRCODE = 'invalid_parameter_value', DETAIL = weakness,
      HINT = 'Several words that have nothing to do with each other make a good one.';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_password(text, text, text) IS
'Passes for a password that an account with this e-mail address and name may have, else an error 22023: 8 to 128 characters of any kind, not
the address, its part before the @, nor the name, and none of platform.common_password, all without regard to case.';

-- One hash of the same cost whether or not there is an account.
CREATE OR REPLACE FUNCTION platform.password_is_right(password text, hash text) RETURNS boolean
LANGUAGE plpgsql VOLATILE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF password IS NULL OR octet_length(password) > 4096 THEN
    RETURN false;
  ELSIF hash IS NULL THEN
    PERFORM harmony.password_hash(password);
    RETURN false;
  END IF;
  RETURN harmony.password_verify(password, hash);
END
$$;
COMMENT ON FUNCTION platform.password_is_right(text, text) IS
'Whether a password belongs to a hash; without a hash (an account that is not there, or has no password) false, after as much work.';

CREATE OR REPLACE FUNCTION platform.check_own_password(password text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  own platform.account;
  is_right boolean;
  seconds integer;
BEGIN
  SELECT a.* INTO own FROM platform.account a WHERE a.id = platform.current_account();
  seconds := platform.bucket_wait('login:email', platform.email_key(own.email));
  IF seconds IS NULL THEN
    is_right := platform.password_is_right(password, own.password_hash);
    seconds := platform.take_token('login:email', platform.email_key(own.email));
  END IF;
  IF seconds IS NOT NULL THEN
    RETURN platform.refuse_for_now(seconds);
  ELSIF NOT is_right THEN
    RETURN platform.refuse(400, 'the current password is wrong');
  END IF;
  PERFORM platform.empty_bucket('login:email', platform.email_key(own.email));
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.check_own_password(text) IS
'Whether this is the password of the account of this request: NULL; if not, the answer with which to refuse it. Counted as in
platform.login: whoever has got hold of an access token guesses no faster.';

CREATE OR REPLACE FUNCTION platform.set_password(account uuid, password text, kept_session uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  hash CONSTANT text := harmony.password_hash(password);
BEGIN
  UPDATE platform.account a SET password_hash = hash WHERE a.id = account;
  PERFORM platform.end_sessions(account, 'password', kept_session),
    platform.revoke_account_tokens(account, '{reset_password,set_password}');
END
$$;
COMMENT ON FUNCTION platform.set_password(uuid, text, uuid) IS
'Gives an account this password; ends all its sessions but the one to keep, and its one-time tokens to set another.';

CREATE OR REPLACE FUNCTION platform.change_password(current_password text, new_password text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  own platform.account;
  refusal jsonb;
BEGIN
  PERFORM platform.require_self(platform.current_account());
  SELECT a.* INTO own FROM platform.account a WHERE a.id = platform.current_account();
  PERFORM platform.require_password(new_password, own.email, own.full_name);
  refusal := platform.check_own_password(current_password);
  IF refusal IS NOT NULL THEN
    RETURN refusal;
  END IF;
  PERFORM platform.set_password(own.id, new_password, platform.current_session()),
    platform.audit('password.changed', 'platform.account/' || own.id),
    platform.mail_account(own.id, 'platform.password_changed'), platform.set_status(204);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.change_password(text, text) IS
'Changes the password of the account of this request: 204. Its other sessions end, and it gets a mail.

Returned: 400 the current password is wrong, 429 too many tries. Errors: 22023 the new one is too weak, 42501 nobody is signed in.';

CREATE OR REPLACE FUNCTION platform.request_password_reset(email text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  seconds CONSTANT integer := platform.take_token('reset:email', platform.email_key(coalesce(email, '')));
BEGIN
  IF seconds IS NOT NULL THEN
    RETURN platform.refuse_for_now(seconds);
  END IF;
  PERFORM platform.mail_account(a.id, 'platform.reset_password') FROM platform.account a
  WHERE lower(a.email) = lower(request_password_reset.email) AND a.is_active;
  PERFORM platform.set_status(202);
  RETURN platform.mail_is_coming();
END
$$;
COMMENT ON FUNCTION platform.request_password_reset(text) IS
'Mails a token to set a new password to an address, where an active account has it: 202, whether or not.

Returned: 429 too often for this address.';

CREATE OR REPLACE FUNCTION platform.reset_password(token text, new_password text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found CONSTANT platform.account_token := platform.lock_account_token(token, '{reset_password,set_password}');
  owner platform.account;
BEGIN
  IF found.token_id IS NULL THEN
    RETURN platform.refuse(401, 'the token is not valid', 'Ask for a new one.');
  END IF;
  SELECT a.* INTO owner FROM platform.account a WHERE a.id = found.account_id;
  PERFORM platform.require_password(new_password, owner.email, owner.full_name);
  PERFORM platform.spend_account_token(found), platform.set_password(owner.id, new_password, NULL);
  UPDATE platform.account a SET email_verified_at = coalesce(a.email_verified_at, now()) WHERE a.id = owner.id;
  PERFORM platform.empty_bucket('login:email', platform.email_key(owner.email)),
    platform.audit('password.reset', 'platform.account/' || owner.id), platform.mail_account(owner.id, 'platform.password_changed'),
    platform.set_status(204);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.reset_password(text, text) IS
'Sets the password of the account that a token of kind reset_password or set_password was mailed to: 204. All its sessions end, its address
counts as verified.

Returned: 401 for a token that is not valid. Error: 22023 the password is too weak; the token can be used again.';

-- They call the extension, and go with it: what somebody else puts into a schema of that name must not see a password.
ALTER FUNCTION platform.password_is_right(text, text) DEPENDS ON EXTENSION harmony;
ALTER FUNCTION platform.set_password(uuid, text, uuid) DEPENDS ON EXTENSION harmony;
