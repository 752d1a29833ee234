// Accounts, sessions and rate limits through PostgREST: every step with its status, and what has to be refused.
import { claims, get, is, ok, request, rpc, sql, status, token } from '../lib/api.mjs';

const name = '__Host-harmony_refresh';
const cookieOf = (answer) => (answer.headers['set-cookie'] ?? []).find((c) => c.startsWith(`${name}=`));
const refreshOf = (answer) => cookieOf(answer).split(/[=;]/)[1];
const from = (address) => ({ headers: { 'X-Forwarded-For': `198.51.100.7, ${address}` } });
const mailed = (id, kind) => sql(`SELECT token FROM platform.issue_account_token('${id}', '${kind}')`);
const password = 'four unrelated words';

// Register, sign in, who am I.
let answer = await rpc('register', { email: 'Ann@example.org', password, full_name: 'Ann' });
status(answer, 201, 'register');
const ann = answer.body.account;
is([ann.email, ann.full_name, ann.is_verified, ann.roles, ann.organizations], ['Ann@example.org', 'Ann', false, ['candidate'], []], 'the account');
is(Object.keys(answer.body).sort(), ['access_token', 'account', 'expires_in', 'token_type'], 'no refresh token beside a cookie');
ok(/^__Host-harmony_refresh=[\w-]{43}; Path=\/; Max-Age=2592000; Secure; HttpOnly; SameSite=Strict$/.test(cookieOf(answer)), 'the cookie',
  cookieOf(answer));
is(answer.headers['cache-control'], 'no-store', 'not to be stored');
const held = claims(answer.body.access_token);
is([Object.keys(held).sort().join(), held.role, held.sub, held.exp - held.iat], ['exp,iat,iss,jti,role,sid,sub', 'harmony_user', ann.id, 7200],
  'the claims');
status(await rpc('register', { email: 'ann@EXAMPLE.org', password }), 409, 'the same address in other letters');
for (const [what, body] of Object.entries({
  'a short password': { email: 'x@example.org', password: '1234567' },
  'a common one': { email: 'x@example.org', password: 'Password' },
  'the address as password': { email: 'long-name@example.org', password: 'long-name' },
  'no address': { email: 'nobody', password },
  'two lines': { email: 'x@example.org\nBcc: y@example.org', password },
  'a long name': { email: 'x@example.org', password, full_name: 'x'.repeat(201) },
  'an organisation without a name': { email: 'x@example.org', password, organization: ' ' },
})) status(await rpc('register', body), 400, `register with ${what}`);
status(await rpc('register', { email: 'x@example.org' }), 404, 'register without a password');
is(sql("SELECT count(*) FROM platform.account WHERE email ~ '^(x|long)'"), '0', 'of these none was made');

status(await rpc('verify_email', { token: 'x'.repeat(43) }), 401, 'verify_email with a made-up token');
const verification = mailed(ann.id, 'verify_email');
answer = await rpc('verify_email', { token: verification });
status(answer, 204, 'verify_email');
is(answer.body, '', 'without a body');
status(await rpc('verify_email', { token: verification }), 401, 'verify_email again');

answer = await rpc('login', { email: 'ann@example.org', password, cookie: false });
status(answer, 200, 'login');
const session = answer.body;
ok(/^[\w-]{43}$/.test(session.refresh_token) && !cookieOf(answer), 'without a cookie the refresh token is in the answer');
const wrong = await rpc('login', { email: 'ann@example.org', password: 'four unrelated letters' });
status(wrong, 401, 'login with a wrong password');
const unknown = await rpc('login', { email: 'nobody@example.org', password });
is([wrong.status, wrong.body], [unknown.status, unknown.body], 'as with an unknown address');
is(Object.keys(wrong.body).sort(), ['code', 'details', 'hint', 'message'], 'the body of an error');
status(await get('/rpc/login?email=a&password=b'), 405, 'login by GET');

const me = (jwt) => get('/me', { token: jwt, headers: { Accept: 'application/vnd.pgrst.object+json' } });
answer = await me(session.access_token);
status(answer, 200, 'me');
is([answer.body.id, answer.body.roles], [ann.id, ['candidate']], 'it is me');
status(await get('/me'), 401, 'me of nobody');
status(await get('/accounts', { token: session.access_token }), 200, 'accounts for no administrator');
is((await get('/accounts', { token: session.access_token })).body, [], 'shows none');
answer = await request('PATCH', '/me', { body: { full_name: 'Ann B', phone: '1' }, token: session.access_token });
status(answer, 204, 'PATCH me');
is((await me(session.access_token)).body.full_name, 'Ann B', 'is there');
status(await request('PATCH', '/me', { body: { is_verified: true }, token: session.access_token }), 403, 'PATCH what is not one\'s to say');
answer = await request('PATCH', '/me', { body: { full_name: 'x\ny' }, token: session.access_token });
status(answer, 400, 'PATCH a bad name');
ok(!JSON.stringify(answer.body).includes('argon2'), 'and its error shows no row');
status(await get('/account', { token: session.access_token }), 404, 'no table is exposed');

// Tokens that the gateway takes and platform.pre_request does not.
const now = Math.floor(Date.now() / 1000);
const good = { sub: ann.id, role: 'harmony_user', sid: claims(session.access_token).sid, exp: now + 60 };
status(await me(token(good)), 200, 'a token with all it needs');
const without = (key) => Object.fromEntries(Object.entries(good).filter(([k]) => k !== key));
for (const [what, made] of Object.entries({
  'without an end': token(without('exp')), 'without a session': token(without('sid')), 'without an account': token(without('sub')),
  'of another session': token({ ...good, sid: claims(token({ sid: ann.id })).sid }), 'of another account': token({ ...good, sub: good.sid }),
  'for events': token({ ...good, scope: 'events' }), 'of an unknown scope': token({ ...good, scope: 'x' }),
  'that has ended': token({ ...good, exp: now - 60 }), 'of another key': token(good, 'x'.repeat(43)),
  'of a role that is not for requests': token({ ...good, role: 'harmony_analyst' }),
})) ok([401, 403].includes((await me(made)).status), `a token ${what} is refused`);

// Refresh: rotation, the token before for ten seconds, reuse, forged cookies.
const refresh = (refreshToken) => rpc('refresh', { refresh_token: refreshToken, cookie: false });
answer = await refresh(session.refresh_token);
status(answer, 200, 'refresh');
const second = answer.body.refresh_token;
ok(second !== session.refresh_token && claims(answer.body.access_token).sid === good.sid, 'another token of the same session');
const parallel = await Promise.all(Array.from({ length: 50 }, () => refresh(second)));
is(parallel.filter((a) => a.status === 200).length, 50, '50 at once are all answered');
is(new Set(parallel.map((a) => claims(a.body.access_token).sid)).size, 1, 'of one session');
is(sql(`SELECT generation FROM platform.session WHERE id = '${good.sid}'`), '3', 'that turned once');
answer = await rpc('refresh', {}, { cookie: `a=b; ${name}=${parallel[7].body.refresh_token}` });
status(answer, 200, 'refresh by cookie');
const newest = refreshOf(answer);
status(await rpc('refresh', {}, { cookie: `${name}=${'x'.repeat(43)}` }), 401, 'a forged cookie');
status(await rpc('refresh', {}, { cookie: `harmony_refresh=${newest}` }), 401, 'a cookie of another name');
status(await rpc('refresh', { refresh_token: 'x'.repeat(100000) }), 401, 'a token of 100 kB');
status(await rpc('refresh'), 401, 'none');
status(await refresh(session.refresh_token), 401, 'an old token');
status(await refresh(newest), 401, 'ends the whole family');
status(await me(session.access_token), 401, 'and its access tokens at once');
is(sql(`SELECT count(*) FROM platform.audit_event WHERE action = 'session.reused'`), '1', 'with a row in the audit trail');
is(sql("SELECT count(*) FROM platform.outbox WHERE template = 'platform.refresh_reused'"), '1', 'and a mail');

// Passwords.
const login = async (secret = password, more = {}) => (await rpc('login', { email: 'ann@example.org', password: secret, cookie: false }, more));
const here = (await login()).body;
const there = (await login()).body;
is((await get('/sessions', { token: here.access_token })).body.map((s) => s.is_current).sort(), [false, false, true], 'three sessions');
status(await rpc('change_password', { current_password: 'wrong password', new_password: 'other unrelated words' }, { token: here.access_token }), 400,
  'change_password with the wrong one');
status(await rpc('change_password', { current_password: password, new_password: 'qwertyuiop' }, { token: here.access_token }), 400,
  'change_password to a common one');
status(await rpc('change_password', { current_password: password, new_password: 'other unrelated words' }), 401, 'of nobody');
status(await rpc('change_password', { current_password: password, new_password: 'other unrelated words' }, { token: here.access_token }), 204,
  'change_password');
status(await me(here.access_token), 200, 'this session goes on');
status(await me(there.access_token), 401, 'the other has ended');
status(await refresh(there.refresh_token), 401, 'its refresh token too');
status(await login(), 401, 'the old password');
for (const email of ['ann@example.org', 'nobody@example.org']) {
  answer = await rpc('request_password_reset', { email });
  status(answer, 202, `request_password_reset of ${email}`);
}
is((await rpc('request_password_reset', { email: 'ann@example.org' })).body, answer.body, 'one answer');
const reset = mailed(ann.id, 'reset_password');
const newer = mailed(ann.id, 'reset_password');
status(await rpc('reset_password', { token: reset, new_password: password }), 401, 'reset_password with an older token');
status(await rpc('reset_password', { token: newer, new_password: 'short' }), 400, 'reset_password to a weak one');
status(await rpc('reset_password', { token: newer, new_password: password }), 204, 'reset_password');
status(await rpc('reset_password', { token: newer, new_password: password }), 401, 'reset_password again');
status(await me(here.access_token), 401, 'all sessions have ended');

// Logout.
let one = (await login()).body;
answer = await rpc('logout', {}, { cookie: `${name}=${one.refresh_token}` });
status(answer, 204, 'logout by cookie');
is(cookieOf(answer), `${name}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict`, 'the cookie is cleared');
status(await me(one.access_token), 401, 'the access token has ended');
status(await rpc('logout', { refresh_token: one.refresh_token }), 204, 'logout of a dead token');
one = (await login()).body;
const other = (await login()).body;
status(await rpc('logout', { everywhere: true }, { token: one.access_token }), 204, 'logout everywhere');
status(await me(other.access_token), 401, 'has ended the other');

// Events.
one = (await login()).body;
answer = await rpc('event_token', {}, { token: one.access_token });
status(answer, 200, 'event_token');
const event = answer.body.token;
is(claims(event).exp - claims(event).iat, 60, 'for a minute');
const listen = (channel, jwt = event) => get(`/rpc/may_listen?channel=${channel}`, { token: jwt });
is([(await listen(`account.${ann.id}`)).body, (await listen(`account.${ann.id}`)).status], [true, 200], 'may_listen');
status(await listen(`account.${good.sid}`), 403, 'to another');
status(await listen('account.x'), 403, 'to nothing');
status(await listen(`vessel.${good.sid}`), 403, 'to a vessel that is not there');
status(await me(event), 401, 'the token is good for nothing else');

// Limits.
let failed;
for (let i = 0; i < 12; i += 1) failed = await login('wrong password');
status(failed, 429, 'the eleventh failure');
ok(Number(failed.headers['retry-after']) > 0 && failed.body.code === 'PT429', 'says when to come back', failed);
status(await login(), 429, 'also with the right password');
sql("DELETE FROM platform.rate_bucket");
const burst = await Promise.all(Array.from({ length: 30 }, () => login('wrong password')));
is(burst.filter((a) => a.status === 401).length, 10, 'of 30 at once ten are told that it was wrong');
sql("DELETE FROM platform.rate_bucket");
for (let i = 0; i < 52; i += 1) failed = await rpc('login', { email: `n${i}@example.org`, password }, from('2001:db8::1'));
status(failed, 429, 'the same place with many addresses');
status(await login(password, from('2001:db8::ffff')), 429, 'and its neighbours in the network of 64 bits');
status(await login(password, from('2001:db8:0:1::1')), 200, 'but nobody else');
for (let i = 0; i < 11; i += 1) answer = await rpc('register', { email: 'ann@example.org', password }, from('192.0.2.9'));
status(answer, 429, 'registering from one place');

// Administrators.
const root = sql("SELECT platform.create_admin('root@example.org')");
status(await rpc('reset_password', { token: mailed(root, 'set_password'), new_password: password }), 204, 'the first administrator sets a password');
const admin = (await rpc('login', { email: 'root@example.org', password, cookie: false })).body.access_token;
const as = (jwt) => ({ token: jwt });
status(await rpc('create_account', { email: 'bob@example.org', full_name: 'Bob', roles: ['candidate'] }, as(one.access_token)), 403, 'for administrators');
answer = await rpc('create_account', { email: 'bob@example.org', full_name: 'Bob', roles: ['candidate'] }, as(admin));
status(answer, 201, 'create_account');
const bob = answer.body;
status(await rpc('create_account', { email: 'BOB@example.org', full_name: 'Bob' }, as(admin)), 409, 'create_account twice');
status(await rpc('create_account', { email: 'eve@example.org', full_name: 'Eve', roles: ['captain'] }, as(admin)), 400, 'an unknown role');
is((await get('/accounts?select=email&order=email', as(admin))).body.length, 3, 'accounts');
status(await rpc('set_roles', { account: root, roles: [] }, as(admin)), 409, 'the last administrator stays one');
status(await rpc('set_active', { account: root, active: false }, as(admin)), 409, 'and active');
status(await rpc('set_roles', { account: bob, roles: ['admin'] }, as(admin)), 204, 'set_roles');
status(await rpc('set_active', { account: ann.id, active: false }, as(admin)), 204, 'set_active');
status(await me(one.access_token), 401, 'ends sessions at once');
status(await rpc('set_active', { account: ann.id, active: true }, as(admin)), 204, 'set_active again');
status(await me(one.access_token), 401, 'and they stay ended');
answer = await rpc('create_organization', { name: 'Fleet' }, as(admin));
status(answer, 201, 'create_organization');
const fleet = answer.body;
const plain = (await login()).body.access_token;
status(await rpc('set_member', { organization: fleet, email: 'ann@example.org', role: 'client' }, as(plain)), 403, 'set_member of another\'s');
status(await rpc('set_member', { organization: fleet, email: 'ann@example.org', role: 'client' }, as(admin)), 204, 'set_member');
status(await rpc('set_member', { organization: fleet, email: 'nobody@example.org', role: 'client' }, as(plain)), 400, 'set_member of nobody');
is((await get(`/rpc/members?organization=${fleet}&select=email,role`, as(plain))).body, [{ email: 'Ann@example.org', role: 'client' }], 'members');
is((await get('/organizations?select=name', as(plain))).body, [{ name: 'Fleet' }], 'organizations');
status(await rpc('remove_member', { organization: fleet, account: ann.id }, as(plain)), 204, 'remove_member');
status(await get(`/rpc/members?organization=${fleet}`, as(plain)), 403, 'no longer a member');
is((await get('/audit_events', as(plain))).body, [], 'the audit trail is not everybody\'s');
ok((await get('/audit_events?limit=5', as(admin))).body.length === 5, 'but an administrator\'s');

// My data.
answer = await rpc('export_my_data', {}, as(plain));
status(answer, 200, 'export_my_data');
ok(answer.body['platform.account'][0].email === 'Ann@example.org' && !/argon2|_hash"/.test(JSON.stringify(answer.body)), 'mine, no secrets', answer.body);
ok(!JSON.stringify(answer.body).includes('bob@'), 'nobody else\'s');
status(await get('/rpc/export_my_data', as(plain)), 405, 'not by GET: it is audited');
for (let i = 0; i < 3; i += 1) answer = await rpc('export_my_data', {}, as(plain));
status(answer, 429, 'three an hour');
status(await rpc('erase_me', { password: 'wrong password' }, as(plain)), 400, 'erase_me with the wrong password');
status(await rpc('erase_me', { password }, as(plain)), 202, 'erase_me');
status(await rpc('cancel_erasure', {}, as(plain)), 204, 'cancel_erasure');
status(await rpc('erase_me', { password }, as(plain)), 202, 'erase_me again');
sql('UPDATE platform.erasure SET due_at = now()');
is(sql('SELECT platform.erase_due()'), '{"erased": 1, "put_off": 0}', 'when the time has come');
status(await me(plain), 401, 'nobody is left to sign in');
status(await login(), 401, 'nor to log in');

// Where addresses have to be verified.
sql("UPDATE platform.setting SET value = 'required' WHERE name = 'email_verification'");
const fresh = await rpc('register', { email: 'cat@example.org', password });
status(fresh, 202, 'register where addresses are verified');
const taken = await rpc('register', { email: 'root@example.org', password });
is([fresh.status, fresh.body, fresh.headers['set-cookie']], [taken.status, taken.body, taken.headers['set-cookie']], 'as with a known address');
status(await rpc('login', { email: 'cat@example.org', password }), 401, 'login before that');
const cat = sql("SELECT id FROM platform.account WHERE email = 'cat@example.org'");
status(await rpc('verify_email', { token: mailed(cat, 'verify_email') }), 204, 'verify_email');
status(await rpc('login', { email: 'cat@example.org', password }), 200, 'login after it');

// What the gateway tells of itself.
answer = await get('/', as(admin));
status(answer, 200, 'OpenAPI');
is(Object.entries(answer.body.paths).filter(([path, p]) => path !== '/' && !(p.post ?? p.get).summary).map(([path]) => path), [],
  'every object has a summary');
const open = (await get('/')).body.paths;
is(Object.keys(open).sort(), ['/', '/rpc/health', '/rpc/login', '/rpc/logout', '/rpc/refresh', '/rpc/register', '/rpc/request_password_reset',
  '/rpc/reset_password', '/rpc/resolve', '/rpc/verify_email'], 'what nobody in particular may call');
