// Calls made from the OpenAPI document: each function with values of the right type that name nothing, with nulls and with extremes, each view
// with every column, as nobody, a candidate, an employer's client, an administrator and monitoring. Each has an answer that says what is
// wrong, none is the server's fault, and docs/how-to/move_from_a_back_end.md names what is there.
import { readFileSync } from 'node:fs';
import { administrator, get, is, ok, request, rpc, sql, token } from '../lib/api.mjs';

const password = 'four unrelated words';
const register = async (email, more = {}) => (await rpc('register', { email, password, cookie: false, ...more })).body.access_token;
const candidate = await register('ann@example.org');
const client = await register('bob@example.org', { organization: 'Fleet' });
const admin = (await administrator('root@example.org', password)).access_token;
const monitor = token({ role: 'harmony_monitor', exp: Math.floor(Date.now() / 1000) + 600 });
const everybody = { nobody: undefined, candidate, client, admin, monitor };
const { paths, definitions } = (await get('/', { token: admin })).body;

// What the page of former back ends names.
const page = readFileSync('docs/how-to/move_from_a_back_end.md', 'utf8');
const named = [...new Set(page.split('\n').filter((l) => /^\| [a-z]/.test(l)).flatMap((l) => [...l.split('|')[2].matchAll(/`([a-z_]+)`/g)].map((m) => m[1])))];
const there = Object.keys(paths).filter((p) => p !== '/').map((p) => p.replace(/^\/(rpc\/)?/, ''));
ok(named.length > 60, 'the page names what is called', named.length);
is(named.filter((name) => !there.includes(name)), [], 'and all of it is there');
is(there.filter((name) => !named.includes(name)), [], 'and it names all that is there');

// Values for an argument: likely ones that name nothing, nothing, and extremes.
const id = '00000000-0000-4000-8000-000000000000';
function value(schema, kind) {
  if (kind === 'nothing') return null;
  const extreme = kind === 'extreme';
  if (schema.type === 'array') return extreme ? Array(300).fill(value(schema.items ?? {}, kind)) : [value(schema.items ?? {}, kind)];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer') return extreme ? (schema.format === 'bigint' ? 9007199254740991 : schema.format === 'smallint' ? 32767 : 2147483647) : 1;
  if (schema.type === 'number') return extreme ? 1e308 : 0.5;
  switch (schema.format) {
    case 'uuid': return id;
    case 'interval': return extreme ? '178000000 years' : '1 day';
    case 'date': return extreme ? '5874897-12-31' : '2026-01-01';
    case 'timestamp with time zone': return extreme ? '294276-12-31 00:00:00Z' : '2026-01-01 00:00:00Z';
    case 'jsonb': case 'json': return extreme ? { a: Array(1000).fill({ b: 'x' }) } : {};
    case 'bytea': return '\\x00';
    default: return extreme ? `${'x'.repeat(50000)}'"\\\u202e` : 'nothing';
  }
}
const good = (answer) => answer.status < 500 && (answer.status < 400 || answer.status === 404 || answer.status === 406
  || ['code', 'details', 'hint', 'message'].every((key) => key in (answer.body ?? {})));
const faults = [];
let calls = 0;
async function call(who, method, path, options) {
  const answer = await request(method, path, { token: everybody[who], ...options });
  calls += 1;
  const missing = answer.status === 404 && ['PGRST202', '42P01', '42883'].includes(answer.body?.code);
  if (!good(answer) || missing) faults.push(`${who} ${method} ${path} ${JSON.stringify(options?.body ?? '').slice(0, 200)}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
  return answer;
}
// These end the session that the others need.
const last = ['logout', 'erase_me', 'change_password', 'revoke_session', 'set_active', 'set_roles'];
const functions = Object.keys(paths).filter((p) => p.startsWith('/rpc/')).sort((a, b) => last.indexOf(a.slice(5)) - last.indexOf(b.slice(5)));
for (const path of functions) {
  const { post, get: read } = paths[path];
  const body = post.parameters.find((p) => p.in === 'body');
  const schema = body.schema.type === 'object' ? body.schema : { properties: {}, required: [] };
  const bytes = body.schema.type !== 'object' || path === '/rpc/upload_part';
  for (const who of Object.keys(everybody)) {
    for (const kind of ['likely', 'nothing', 'extreme']) {
      const args = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, s]) => [name, value(s, kind)]));
      if (bytes) {
        await call(who, 'POST', path, { body: 'x'.repeat(10), headers: { 'Content-Type': 'application/octet-stream', Accept: '*/*', Document: id, Part: kind === 'extreme' ? '2147483648' : '1' } });
        continue;
      }
      await call(who, 'POST', path, { body: args, headers: { Accept: '*/*' } });
      if (kind === 'likely') {
        const required = Object.fromEntries((schema.required ?? []).map((name) => [name, args[name]]));
        await call(who, 'POST', path, { body: required, headers: { Accept: '*/*' } });
        if (read) {
          const query = Object.entries(required).map(([n, v]) => `${n}=${encodeURIComponent(Array.isArray(v) ? `{${v}}` : typeof v === 'object' ? JSON.stringify(v) : v)}`);
          await call(who, 'GET', `${path}?${query.join('&')}`, { headers: { Accept: '*/*' } });
        }
      }
    }
  }
}
is(faults, [], 'no function is missing, or fails for a reason of its own');
faults.length = 0;
// Signed in again: what was called has ended sessions.
sql(`UPDATE platform.account SET is_active = true`);
sql(`DELETE FROM platform.rate_bucket`);
everybody.admin = (await rpc('login', { email: 'root@example.org', password, cookie: false })).body.access_token;
await rpc('consent', { kind: 'visual', given: true }, { token: everybody.admin });  // without it some views are 403
for (const view of Object.keys(definitions).filter((name) => paths[`/${name}`])) {
  const columns = Object.keys(definitions[view].properties);
  for (const who of ['nobody', 'admin', 'monitor']) {
    const answer = await call(who, 'GET', `/${view}?select=${columns.map((c) => `"${c}"`).join(',')}&limit=2`);
    ok(answer.status === (who === 'admin' ? 200 : who === 'nobody' ? 401 : 403), `${view} for ${who}`, answer);
  }
  for (const method of ['POST', 'PATCH', 'DELETE']) {
    for (const body of [{}, ...columns.map((c) => ({ [c]: null })), ...columns.map((c) => ({ [c]: value(definitions[view].properties[c], 'extreme') }))]) {
      const filter = method === 'POST' ? '' : `?${columns[0]}=is.null`;
      await call('admin', method, `/${view}${filter}`, method === 'DELETE' ? {} : { body });
      if (method === 'DELETE') break;
    }
  }
}
is(faults, [], 'nor does any view');
ok(calls > 1000, `which were ${calls} requests, more than a thousand`, calls);
