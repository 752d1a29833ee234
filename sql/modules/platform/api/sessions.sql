-- Signing in and out over HTTP.

CREATE OR REPLACE VIEW api.sessions WITH (security_invoker = true) AS
SELECT s.id, s.user_agent, host(s.address) AS address, s.created_at, s.last_used_at,
       s.id = (SELECT platform.current_session()) AS is_current
FROM platform.session s WHERE s.account_id = (SELECT platform.active_account()) AND s.status = 'active';
COMMENT ON VIEW api.sessions IS
'Where the own account is signed in.

address: kept for 90 days; is_current: the one of this request. revoke_session ends one.';
COMMENT ON COLUMN api.sessions.id IS 'Identifies the session.';
COMMENT ON COLUMN api.sessions.user_agent IS 'The browser or program, as it names itself; null: not told.';
COMMENT ON COLUMN api.sessions.address IS 'Where it was used last, an IP address; null: not told, or forgotten.';
COMMENT ON COLUMN api.sessions.created_at IS 'When one signed in.';
COMMENT ON COLUMN api.sessions.last_used_at IS 'When it was used last.';
COMMENT ON COLUMN api.sessions.is_current IS 'Whether it is the session of this request.';

SELECT platform.expose('platform.register(text, text, text, text, text, text, boolean)',
  'Makes an account and signs it in: for an organisation that is made with it, or as a candidate.

email: name@example.org; password: 8 to 128 characters, none that many have; full_name, phone, location: texts in one line; organization:
the name of one that is made, whose client the account is. 201 {access_token, token_type, expires_in, account}, the refresh token
in a cookie, or, where cookie is false, as refresh_token; 202 where the site has addresses verified first; 400 a bad
address or a weak password; 409 the address is taken; 429 with Retry-After.'),
  platform.expose('platform.login(text, text, boolean)',
  'Signs in with e-mail address and password.

email, password: as registered; cookie: where the refresh token goes. 200 {access_token, token_type, expires_in, account},
the refresh token in a cookie, or, where cookie is false, as refresh_token; 401, the same for every reason; 429 with Retry-After.'),
  platform.expose('platform.refresh(text, boolean)',
  'Takes the refresh token, by default that of the cookie, for a new session answer.

200 as login; 401 for a token that is not valid any more. A token is good once: one that comes again later ends the session.'),
  platform.expose('platform.logout(text, boolean)',
  'Signs out: this session, or everywhere.

refresh_token: by default that of the cookie; everywhere: all sessions of the account. 204, also for a token that is dead; the cookie is
cleared.'),
  platform.expose('platform.change_password(text, text)',
  'Changes the own password; other sessions end.

current_password, new_password. 204; 400 the current one is wrong, or the new one too weak; 429.'),
  platform.expose('platform.request_password_reset(text)',
  'Asks for a mail with a link to set a new password.

email: of the account. 202, whether or not there is one; 429.'),
  platform.expose('platform.reset_password(text, text)',
  'Sets a password with the token of a mail; all sessions end.

token: of the mail, good for an hour; new_password: 8 to 128 characters. 204; 401 a token that is not valid; 400 a weak password, with
which the token is not spent.'),
  platform.expose('platform.verify_email(text)',
  'Verifies an e-mail address with the token of a mail.

204; 401 a token that is not valid.'),
  platform.expose('platform.request_email_verification()',
  'Asks for a mail with a link to verify the own address.

202; 429.'),
  platform.expose('platform.revoke_session(uuid)',
  'Ends one of the own sessions.

204; 404 for one that is not.'),
  platform.expose('platform.event_token()',
  'A token for the address of an event stream, good for 60 seconds and for nothing else.

200 {token, expires_in}.'),
  platform.expose('platform.may_listen(text)',
  'Whether one may hear a channel of events: account.<id>, organization.<id>, vessel.<id>, campaign.<id>.

200 true; 403.'),
  platform.secure_api();
