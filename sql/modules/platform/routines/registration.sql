-- Accounts: registering, verifying an address, and what administrators and the owner make.

CREATE OR REPLACE FUNCTION platform.require_email(email text) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF (email ~ '^[^[:space:][:cntrl:]<>@"(),:;\\]{1,64}@[^[:space:][:cntrl:]<>@"(),:;\\]+$' AND length(email) <= 254
      AND lower(email) !~ '[@.]erased\.invalid$') IS NOT TRUE THEN
    RAISE EXCEPTION 'an e-mail address looks like name@example.org' USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_email(text) IS
'Passes for an e-mail address that mail can be sent to, else an error 22023 without it.';

CREATE OR REPLACE FUNCTION platform.require_person(email text, full_name text, phone text DEFAULT NULL, location text DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  wrong CONSTANT text := CASE
    WHEN (length(full_name) <= 200 AND full_name !~ '[\x01-\x1f\x7f]') IS NOT TRUE THEN 'a name has at most 200 characters in one line'
    WHEN length(phone) > 50 OR phone ~ '[\x01-\x1f\x7f]' THEN 'a phone number has at most 50 characters in one line'
    WHEN length(location) > 200 OR location ~ '[\x01-\x1f\x7f]' THEN 'a location has at most 200 characters in one line' END;
BEGIN
  PERFORM platform.require_email(email);
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION '%', wrong USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.require_person(text, text, text, text) IS
'Passes for what can stand in platform.account, else an error 22023 without the row in it, which a CHECK would show.';

CREATE OR REPLACE FUNCTION platform.add_account(email text, full_name text, hash text, phone text, location text, organization text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  account uuid;
  employer uuid;
BEGIN
  INSERT INTO platform.account AS a (email, full_name, password_hash, phone, location)
  VALUES (add_account.email, add_account.full_name, hash, add_account.phone, add_account.location)
  ON CONFLICT (lower(email)) DO NOTHING RETURNING a.id INTO account;
  IF account IS NULL THEN
    RETURN NULL;
  ELSIF organization IS NULL THEN
    INSERT INTO platform.account_role (account_id, role) VALUES (account, 'candidate');
  ELSE
    INSERT INTO platform.organization AS o (name) VALUES (organization) RETURNING o.id INTO employer;
    INSERT INTO platform.membership (account_id, organization_id, role) VALUES (account, employer, 'client');
  END IF;
  RETURN account;
END
$$;
COMMENT ON FUNCTION platform.add_account(text, text, text, text, text, text) IS
'Adds an account of somebody who registers and returns its number; NULL: the e-mail address has one already. With an organisation, which is
made, as its client, else as a candidate.';

CREATE OR REPLACE FUNCTION platform.register(
  email text, password text, full_name text DEFAULT '', phone text DEFAULT NULL, location text DEFAULT NULL,
  organization text DEFAULT NULL, cookie boolean DEFAULT true) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  verifies CONSTANT boolean := platform.setting('email_verification') IS DISTINCT FROM 'optional';
  by_address CONSTANT text := platform.address_key(platform.request_address());
  seconds integer := platform.bucket_wait('register:address', by_address);
  hash text;
  account uuid;
BEGIN
  PERFORM platform.require_person(email, coalesce(full_name, ''), phone, location),
    platform.require_password(password, email, full_name);
  IF organization IS NOT NULL THEN
    PERFORM platform.require_text('the name of an organisation', organization, 200);
  END IF;
  IF seconds IS NULL THEN
    hash := platform.new_hash(password);  -- also for an address that is taken: it takes as long
    seconds := platform.take_token('register:address', by_address);
  END IF;
  IF seconds IS NOT NULL THEN
    RETURN platform.refuse_for_now(seconds);
  END IF;
  account := platform.add_account(email, coalesce(full_name, ''), hash, phone, location, organization);
  IF verifies THEN
    PERFORM platform.mail_account(a.id, CASE WHEN account IS NULL THEN 'platform.already_registered' ELSE 'platform.verify_email' END)
    FROM platform.account a WHERE lower(a.email) = lower(register.email) AND a.is_active;
    PERFORM platform.set_status(202);
    RETURN platform.mail_is_coming();
  ELSIF account IS NULL THEN
    RETURN platform.refuse(409, 'there is an account with this e-mail address', 'Log in, or reset the password.');
  END IF;
  PERFORM platform.mail_account(account, 'platform.verify_email'), platform.set_status(201);
  RETURN platform.open_session(account, hash, cookie);
END
$$;
COMMENT ON FUNCTION platform.register(text, text, text, text, text, text, boolean) IS
'Makes an account and signs it in: 201, the Session as in platform.login. With the name of an organisation that is made, and the account
acts for it; else it is a candidate. A mail asks to verify the address.

Where addresses have to be verified (platform.setting email_verification): 202 always, with one answer; an account that is there gets a
mail.
Returned: 409 the address is taken, 429 too many from one place. Errors 22023: a bad address, name or organisation, a weak password.';

CREATE OR REPLACE FUNCTION platform.new_hash(password text) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN harmony.password_hash(password);
END
$$;
COMMENT ON FUNCTION platform.new_hash(text) IS 'What is kept of a new password.';

CREATE OR REPLACE FUNCTION platform.request_email_verification() RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  refusal jsonb;
BEGIN
  PERFORM platform.require_self(platform.current_account());
  refusal := platform.take_call('request_email_verification');
  IF refusal IS NOT NULL THEN
    RETURN refusal;
  END IF;
  PERFORM platform.mail_account(platform.current_account(), 'platform.verify_email'), platform.set_status(202);
  RETURN platform.mail_is_coming();
END
$$;
COMMENT ON FUNCTION platform.request_email_verification() IS
'Mails a token to verify the address of the own account: 202. Returned: 429 too often. Error: 42501 nobody is signed in.';

CREATE OR REPLACE FUNCTION platform.verify_email(token text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  found CONSTANT platform.account_token := platform.lock_account_token(token, '{verify_email}');
BEGIN
  IF found.token_id IS NULL THEN
    RETURN platform.refuse(401, 'the token is not valid', 'Ask for a new one.');
  END IF;
  PERFORM platform.spend_account_token(found);
  UPDATE platform.account a SET email_verified_at = now() WHERE a.id = found.account_id;
  PERFORM platform.audit('email.verified', 'platform.account/' || found.account_id), platform.set_status(204);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION platform.verify_email(text) IS
'Notes that whoever has this token reads the mail of the account: 204. Returned: 401 for a token that is not valid.';

CREATE OR REPLACE FUNCTION platform.create_account(
  email text, full_name text, roles text[] DEFAULT '{}', organization uuid DEFAULT NULL, organization_role text DEFAULT 'client')
RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  account uuid;
BEGIN
  PERFORM platform.require_admin(), platform.require_person(email, full_name), platform.require_roles(roles || organization_role);
  IF organization IS NOT NULL THEN
    PERFORM platform.require_organization(organization);
  END IF;
  INSERT INTO platform.account AS a (email, full_name) VALUES (create_account.email, create_account.full_name)
  ON CONFLICT (lower(email)) DO NOTHING RETURNING a.id INTO account;
  IF account IS NULL THEN
    RAISE EXCEPTION 'there is an account with this e-mail address' USING ERRCODE = 'unique_violation';
  END IF;
  INSERT INTO platform.account_role (account_id, role) SELECT DISTINCT account, r FROM unnest(roles) r;
  IF organization IS NOT NULL THEN
    INSERT INTO platform.membership (account_id, organization_id, role) VALUES (account, organization, organization_role);
  END IF;
  PERFORM platform.audit('account.created', 'platform.account/' || account), platform.mail_account(account, 'platform.set_password');
  RETURN account;
END
$$;
COMMENT ON FUNCTION platform.create_account(text, text, text[], uuid, text) IS
'Makes an account with these roles, and in an organisation with that role, and returns its number. It gets a mail with a token to set a
password.

For administrators (42501). Errors: 23505 the e-mail address is taken; 22023 a bad address or name, a role or organisation that is not
there.';

CREATE OR REPLACE FUNCTION platform.create_admin(email text) RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp SET client_min_messages = notice
AS $$
#variable_conflict use_column
DECLARE
  account uuid;
BEGIN
  IF NOT platform.is_privileged() THEN
    RAISE EXCEPTION 'this is for the owner of the modules' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM platform.require_person(email, '');
  INSERT INTO platform.account AS a (email) VALUES (create_admin.email)
  ON CONFLICT (lower(email)) DO UPDATE SET is_active = true WHERE a.deleted_at IS NULL RETURNING a.id INTO account;
  INSERT INTO platform.account_role (account_id, role) VALUES (account, 'admin') ON CONFLICT DO NOTHING;
  RAISE NOTICE 'the token to set a password is %', (SELECT t.token FROM platform.issue_account_token(account, 'set_password') t)
    USING HINT = 'Within an hour: api.reset_password(token, new_password), POST /rpc/reset_password.';
  RETURN account;
END
$$;
COMMENT ON FUNCTION platform.create_admin(text) IS
'Makes an account an administrator''s, or a new one with this e-mail address, and returns its number. A NOTICE tells a token with which to
set its password, for an hour.

For the owner of the modules (42501). 22023: a bad address.';

-- It calls the extension, and goes with it.
ALTER FUNCTION platform.new_hash(text) DEPENDS ON EXTENSION harmony;
