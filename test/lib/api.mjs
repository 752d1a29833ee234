// Imported by test/api/*.mjs: requests to PostgREST by the socket of test/lib/postgrest.sh, SQL as the owner, and TAP.
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';

// request('POST', '/rpc/login', {body, token, cookie, headers}): {status, body, headers}
export function request(method, path, { body, token, cookie, headers = {} } = {}) {
  const sent = { 'User-Agent': 'test', ...headers };
  if (body !== undefined) sent['Content-Type'] ??= 'application/json';
  if (token) sent.Authorization = `Bearer ${token}`;
  if (cookie) sent.Cookie = cookie;
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const call = http.request({ socketPath: process.env.API_SOCKET, method, path, headers: sent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const answered = Buffer.concat(parts).toString();
        let parsed = answered;
        try { parsed = JSON.parse(answered); } catch { /* not JSON */ }
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
  return execFileSync('psql', ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', process.env.DATABASE, '-c', statement], { encoding: 'utf8', stdio: 'pipe' }).trim();
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
