// Imported by test/api/*.mjs: requests to PostgREST by the socket of test/lib/postgrest.sh, SQL as the owner, and TAP.
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import http from 'node:http';

// What nobody else may find anywhere, where SECRETS names a file to write it to: test/deep/secrets.sh looks for it afterwards.
function remember(value) {
  if (!process.env.SECRETS || value === null || value === undefined) return;
  if (typeof value === 'object') {
    for (const [name, part] of Object.entries(value)) if (typeof part === 'object' || /password$|token$/.test(name)) remember(part);
  } else if (typeof value === 'string' && value.length >= 16 && new Set(value).size > 8 && !value.includes('\n')) {
    appendFileSync(process.env.SECRETS, `${value}\n`);
  }
}

// request('POST', '/rpc/login', {body, token, cookie, headers}): {status, body, headers}
export function request(method, path, { body, token, cookie, headers = {} } = {}) {
  const sent = { 'User-Agent': 'test', ...headers };
  if (body !== undefined) sent['Content-Type'] ??= 'application/json';
  if (token) sent.Authorization = `Bearer ${token}`;
  if (cookie) sent.Cookie = cookie;
  remember(body);
  remember(token);
  const text = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const call = http.request({ socketPath: process.env.API_SOCKET, method, path, headers: sent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const answered = Buffer.concat(parts).toString();
        let parsed = answered;
        try { parsed = JSON.parse(answered); } catch { /* not JSON */ }
        remember(typeof parsed === 'string' && /^[\w-]{43}$/.test(parsed) ? parsed : typeof parsed === 'object' ? parsed : undefined);
        for (const held of answer.headers['set-cookie'] ?? []) remember(held.split(/[=;]/)[1]);
        resolve({ status: answer.statusCode, body: parsed, headers: answer.headers });
      });
    });
    call.on('error', reject);
    call.end(text);
  });
}
export const get = (path, options) => request('GET', path, options);
export const rpc = (name, body = {}, options = {}) => request('POST', `/rpc/${name}`, { body, ...options });

// As the owner: what psql prints of one statement.
export function sql(statement) {
  const printed = execFileSync('psql', ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', process.env.DATABASE, '-c', statement], { encoding: 'utf8', stdio: 'pipe' }).trim();
  if (/^[\w-]{43}$/.test(printed)) remember(printed);
  return printed;
}

// The first administrator, who sets a password with a token: the session.
export async function administrator(email, password) {
  const id = sql(`SELECT platform.create_admin('${email}')`);
  await rpc('reset_password', { token: sql(`SELECT token FROM platform.issue_account_token('${id}', 'set_password')`), new_password: password });
  return (await rpc('login', { email, password, cookie: false })).body;
}

// A token as an issuer with the key would make it, good or not.
export function token(claims, key = readFileSync(process.env.API_KEY, 'utf8').trim()) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}
export const claims = (jwt) => JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url'));

let n = 0;
export function ok(condition, what, found) {
  n += 1;
  console.log(`${condition ? 'ok' : 'not ok'} ${n} - ${what}`);
  if (!condition) console.log(`# got ${JSON.stringify(found)}`);
}
export const is = (found, wanted, what) => ok(JSON.stringify(found) === JSON.stringify(wanted), what, found);
export const status = (answer, wanted, what) => ok(answer.status === wanted, `${what}: ${wanted}`, answer);
