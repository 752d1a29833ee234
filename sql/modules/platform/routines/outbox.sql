-- Messages: written in the transaction that causes them, handed out to harmonyd, which sends them at least once.

CREATE OR REPLACE FUNCTION platform.send(recipient uuid, template text, parameters jsonb, idempotency_key text,
                                         channel text DEFAULT 'email') RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  message bigint;
BEGIN
  IF parameters ? 'token' THEN
    RAISE EXCEPTION 'a message cannot hold a token' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'A template''s {{token}} is made when the message is handed out.';
  ELSIF channel = 'email' THEN
    -- {{token}} is there when the message is handed out.
    PERFORM platform.require_one_line('address', (SELECT a.email FROM platform.account a WHERE a.id = recipient)),
      platform.render(template, '{"token": ""}' || coalesce(parameters, '{}'), parameters ->> 'language');
    INSERT INTO platform.outbox AS o (recipient_id, template, parameters, idempotency_key)
    VALUES (recipient, send.template, coalesce(send.parameters, '{}'), send.idempotency_key)
    ON CONFLICT (idempotency_key) DO NOTHING RETURNING o.id INTO message;
  ELSIF channel = 'webhook' THEN
    INSERT INTO platform.outbox AS o (channel, template, parameters, idempotency_key, address)
    SELECT 'webhook', send.template, coalesce(send.parameters, '{}'), send.idempotency_key || '/' || w.name, w.name
    FROM platform.webhook w WHERE w.organization_id IS NOT DISTINCT FROM recipient AND w.is_active ORDER BY w.name
    ON CONFLICT (idempotency_key) DO NOTHING;
  ELSE
    RAISE EXCEPTION 'channel "%" does not exist', left(channel, 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'Channels: email, webhook.';
  END IF;
  RETURN coalesce(message, (
    SELECT o.id FROM platform.outbox o
    WHERE o.idempotency_key = send.idempotency_key
       OR send.channel = 'webhook' AND o.idempotency_key LIKE replace(replace(send.idempotency_key, '\', '\\'), '_', '\_') || '/%'
    ORDER BY o.id LIMIT 1));
END
$$;
COMMENT ON FUNCTION platform.send(uuid, text, jsonb, text, text) IS
'Writes a message in this transaction, once an idempotency_key, and returns its number, also of one that is there.

email: to an account, by a template (platform.template) in the language that the parameters name, else in English; sent if the account is
active then. webhook: recipient is an organisation, or NULL for the site; one message for each of its active platform.webhook, the key with
the webhook''s name; NULL where there is none. Errors 22023: what platform.render refuses, a line break in the address, another channel.';

CREATE OR REPLACE FUNCTION platform.send_to_address(address text, template text, parameters jsonb, organization uuid) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  message bigint;
BEGIN
  PERFORM platform.require_email(address), platform.render(template, '{"token": ""}' || parameters, parameters ->> 'language');
  -- Each organisation's own: what others have sent is not told. That an address gets more from all is found when it is to be sent.
  PERFORM platform.take_turn('mails_to_an_address', ARRAY[organization]);
  PERFORM platform.require_limit('mails_to_an_address', 1 + (
    SELECT count(*) FROM platform.outbox o
    WHERE o.organization_id = organization AND lower(o.address) = lower(send_to_address.address)
      AND o.created_at > platform.limit_start('mails_to_an_address')));
  INSERT INTO platform.outbox AS o (address, organization_id, template, parameters, idempotency_key)
  VALUES (send_to_address.address, organization, send_to_address.template, send_to_address.parameters,
          format('%s/%s', send_to_address.template, gen_random_uuid()))
  RETURNING o.id INTO message;
  RETURN message;
END
$$;
COMMENT ON FUNCTION platform.send_to_address(text, text, jsonb, uuid) IS
'Writes an e-mail in the name of an organisation to somebody who may have no account, and returns its number. Errors 22023: no address, and
what platform.render refuses; PT429 more than 5 a day to an address (platform.limit).

Beyond 20 a day of all organisations an address gets none, which nobody is told: platform.message_obstacle.';

CREATE OR REPLACE FUNCTION platform.issue_message_token(message platform.outbox, OUT id bigint, OUT token text)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  issued CONSTANT record := platform.issue_token(split_part((message).template, '.', 2), '1 hour');
BEGIN
  id := issued.id;
  token := issued.token;
END
$$;
COMMENT ON FUNCTION platform.issue_message_token(platform.outbox) IS
'The token of a message: for a single use within an hour, of the kind that the template is named after; platform.outbox.token_id leads
from it to the recipient.';

CREATE OR REPLACE FUNCTION platform.message_token(message platform.outbox, routine text, OUT id bigint, OUT token text)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.revoke_tokens(ARRAY[(message).token_id]);
  IF routine IS NULL THEN
    SELECT t.id, t.token INTO id, token FROM platform.issue_message_token(message) t;
  ELSE
    EXECUTE format('SELECT t.id, t.token FROM %s($1) t', routine) INTO id, token USING message;
  END IF;
END
$$;
COMMENT ON FUNCTION platform.message_token(platform.outbox, text) IS
'A new token for a message that is handed out; the one that it was handed out with before ends.';

CREATE OR REPLACE FUNCTION platform.message_obstacle(message platform.outbox, OUT status text, OUT reason text)
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  account CONSTANT platform.account := (SELECT a FROM platform.account a WHERE a.id = (message).recipient_id);
  address CONSTANT text := coalesce((message).address, account.email);
BEGIN
  IF (message).created_at < now() - interval '3 days' THEN
    status := 'failed';
    reason := concat_ws(': ', 'it could not be sent for three days', (message).error);
  ELSIF (message).channel = 'webhook' THEN
    IF NOT EXISTS (SELECT FROM platform.webhook w WHERE w.name = address AND w.is_active) THEN
      status := 'cancelled';
      reason := 'there is no active webhook of this name';
    END IF;
  ELSIF account.email LIKE '%@erased.invalid' THEN
    status := 'cancelled';
    reason := 'the recipient was erased';
  ELSIF NOT account.is_active THEN
    status := 'cancelled';
    reason := 'the recipient is not active';
  ELSIF address !~ '^[^[:space:][:cntrl:]<>@"(),:;\\]+@[^[:space:][:cntrl:]<>@"(),:;\\]+$' IS NOT FALSE THEN
    status := 'failed';
    reason := 'the recipient has no valid address';
  ELSIF (message).organization_id IS NOT NULL AND (
    SELECT count(*) FROM platform.outbox o
    WHERE lower(o.address) = lower((message).address) AND o.channel = 'email'
      AND o.sent_at > platform.limit_start('mails_to_an_address_of_all'))
      >= (SELECT l.most FROM platform.limit l WHERE l.what = 'mails_to_an_address_of_all') THEN
    status := 'cancelled';
    reason := 'the address has had enough mails';
  END IF;
END
$$;
COMMENT ON FUNCTION platform.message_obstacle(platform.outbox) IS
'What becomes of a message that is not to be sent, failed or cancelled, and why; NULL, NULL: it is to be sent.

Too old (3 days), no valid address, a recipient that is not active or was erased, a webhook that is not there, an address to which all
organisations together have sent enough (platform.limit: mails_to_an_address_of_all).';

CREATE OR REPLACE FUNCTION platform.message_content(message platform.outbox, OUT content jsonb, OUT token_id bigint)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  language CONSTANT text := coalesce((message).parameters ->> 'language', 'en');
  template CONSTANT platform.template := platform.find_template((message).template, language);
  parameters jsonb := (message).parameters - 'token'::text;
  token text;
BEGIN
  IF (message).channel = 'webhook' THEN
    content := jsonb_build_object('text', jsonb_build_object('event', (message).template, 'id', (message).idempotency_key,
      'created_at', (message).created_at, 'data', (message).parameters)::text);
    RETURN;
  ELSIF concat(template.subject, template.text, template.html) LIKE '%{{token}}%' THEN
    SELECT t.id, t.token INTO token_id, token FROM platform.message_token(message, template.token_routine) t;
    parameters := parameters || jsonb_build_object('token', token);
  END IF;
  content := platform.render((message).template, parameters, language);
END
$$;
COMMENT ON FUNCTION platform.message_content(platform.outbox) IS
'What a message says: {subject, text, html}, for a webhook {text}, its body; with a new token, and the number of that, where the template
has one.';

CREATE OR REPLACE FUNCTION platform.claim_messages(worker text, most integer, channels text[] DEFAULT '{email,webhook}')
RETURNS TABLE (id bigint, attempt integer, channel text, address text, name text, subject text, body text, html text, url text,
               idempotency_key text, trace_id text, created_at timestamptz)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  message platform.outbox;
  obstacle text;
  reason text;
  content jsonb;
  token bigint;
BEGIN
  PERFORM platform.require_worker();
  FOR message IN
    SELECT o.* FROM platform.outbox o
    WHERE o.status = 'queued' AND o.run_at <= now() AND o.channel = ANY (channels)
    ORDER BY o.run_at, o.id LIMIT most FOR UPDATE SKIP LOCKED
  LOOP
    SELECT m.status, m.reason INTO obstacle, reason FROM platform.message_obstacle(message) m;
    IF obstacle IS NULL THEN
      BEGIN
        SELECT c.content, c.token_id INTO content, token FROM platform.message_content(message) c;
      EXCEPTION WHEN OTHERS THEN
        obstacle := 'failed';
        reason := SQLERRM;
      END;
    END IF;
    IF obstacle IS NOT NULL THEN
      PERFORM platform.revoke_tokens(ARRAY[message.token_id]);
      UPDATE platform.outbox o SET status = obstacle, error = left(reason, 2000) WHERE o.id = message.id;
      CONTINUE;
    END IF;
    UPDATE platform.outbox o SET status = 'sending', attempts = o.attempts + 1, worker = claim_messages.worker, token_id = token,
      lease_until = now() + interval '10 minutes'
    WHERE o.id = message.id;
    RETURN QUERY
    SELECT message.id, message.attempts + 1, message.channel, coalesce(message.address, a.email), a.full_name,
           content ->> 'subject', content ->> 'text', content ->> 'html', w.url, message.idempotency_key, message.trace_id,
           message.created_at
    FROM (VALUES (1)) one LEFT JOIN platform.account a ON a.id = message.recipient_id
    LEFT JOIN platform.webhook w ON message.channel = 'webhook' AND w.name = message.address;
  END LOOP;
END
$$;
COMMENT ON FUNCTION platform.claim_messages(text, integer, text[]) IS
'Hands out up to most messages whose time has come, with what they say: they are being sent, for ten minutes at most. What is not to be sent
(platform.message_obstacle), or whose template refuses its parameters, fails or is cancelled instead, with the reason.

A template''s {{token}} is made here, and that of the attempt before ends: no row holds one. Commit before sending, then
platform.message_sent or message_failed. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.message_sent(id bigint, attempt integer, message_id text DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_worker();
  UPDATE platform.outbox o SET status = 'sent', sent_at = clock_timestamp(), lease_until = NULL, error = NULL,
    message_id = left(message_sent.message_id, 1000)
  WHERE o.id = message_sent.id AND o.attempts = message_sent.attempt AND o.lease_until IS NOT NULL;
  RETURN FOUND;
END
$$;
COMMENT ON FUNCTION platform.message_sent(bigint, integer, text) IS
'A message was sent: true; false, and nothing changes, where it is no longer this attempt''s. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.message_failed(id bigint, attempt integer, error text, permanent boolean DEFAULT false) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  written platform.outbox;
BEGIN
  PERFORM platform.require_worker();
  UPDATE platform.outbox o SET lease_until = NULL, error = left(message_failed.error, 2000),
    status = CASE WHEN message_failed.permanent OR o.created_at < now() - interval '3 days' THEN 'failed' ELSE 'queued' END,
    run_at = now() + platform.retry_delay('10 seconds', o.attempts, '1 hour')
  WHERE o.id = message_failed.id AND o.attempts = message_failed.attempt AND o.lease_until IS NOT NULL RETURNING o.* INTO written;
  IF written.status = 'failed' THEN
    PERFORM platform.revoke_tokens(ARRAY[written.token_id]);
  END IF;
  RETURN written.status;
END
$$;
COMMENT ON FUNCTION platform.message_failed(bigint, integer, text, boolean) IS
'A message could not be sent: returns queued, for another attempt after 20 seconds, then twice as long each time, up to an hour (give or
take 20 %), failed where that is permanent or three days have passed, or NULL where it is no longer this attempt''s. For harmonyd (42501).';

CREATE OR REPLACE FUNCTION platform.release_message(id bigint, attempt integer) RETURNS boolean
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_worker();
  UPDATE platform.outbox o SET status = 'queued', lease_until = NULL
  WHERE o.id = release_message.id AND o.attempts = release_message.attempt AND o.lease_until IS NOT NULL;
  RETURN FOUND;
END
$$;
COMMENT ON FUNCTION platform.release_message(bigint, integer) IS
'Hands a message back that was not tried, for another worker to send at once; false where it is no longer this attempt''s. For harmonyd
(42501).';

CREATE OR REPLACE FUNCTION platform.clean_messages(payload jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  DELETE FROM platform.outbox o
  WHERE o.status IN ('sent', 'failed', 'cancelled') AND o.created_at < now() - platform.setting('keep_messages')::interval;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN jsonb_build_object('removed', n);
END
$$;
COMMENT ON FUNCTION platform.clean_messages(jsonb) IS
'Removes messages that were sent, failed or were cancelled, 90 days after they were written (platform.setting keep_messages): for a job.
Returns {removed}. The payload is not looked at.';

CREATE OR REPLACE FUNCTION platform.rescue_messages() RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  UPDATE platform.outbox o SET status = 'queued', lease_until = NULL, run_at = now(),
    error = format('worker %s was not heard of for the lease', o.worker)
  WHERE o.id IN (SELECT m.id FROM platform.outbox m WHERE m.status = 'sending' AND m.lease_until < now() FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION platform.rescue_messages() IS
'Takes messages back whose worker was not heard of for their lease; returns how many. They are sent again: at least once.';
