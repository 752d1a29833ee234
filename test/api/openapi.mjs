// What the gateway tells each role that there is, and the types of it. With --write the files are written, else compared.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { get, is, ok, rpc, token } from '../lib/api.mjs';

const writes = process.argv.includes('--write');
const folder = 'docs/reference/openapi';
const modules = `${process.env.BUILD ?? 'build'}/api/node_modules`;

// Names in one order, without where this gateway is.
function settled(value) {
  if (Array.isArray(value)) return value.map(settled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, settled(part)]));
}
function compare(file, text, what) {
  if (writes) writeFileSync(file, text);
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text.split('\n');
  const line = kept.split('\n').findIndex((l, i) => l !== lines[i]);
  ok(kept === text, what, `differs from line ${line + 1} on; test/api/openapi.sh --write writes it: ${lines[line]}`);
}

const session = (await rpc('register', { email: 'ann@example.org', password: 'four unrelated words', cookie: false })).body;
const tokens = { anon: undefined, user: session.access_token, monitor: token({ role: 'harmony_monitor', exp: Math.floor(Date.now() / 1000) + 60 }) };
if (writes) mkdirSync(folder, { recursive: true });
const documents = {};
for (const [role, jwt] of Object.entries(tokens)) {
  const { host, basePath, schemes, ...document } = (await get('/', { token: jwt })).body;
  documents[role] = settled(document);
  compare(`${folder}/${role}.json`, `${JSON.stringify(documents[role], null, 1)}\n`, `the document of harmony_${role} is that in ${folder}`);
}
const paths = (role) => Object.keys(documents[role].paths);
is(paths('anon').filter((p) => !paths('user').includes(p)), [], 'whoever has signed in may do what nobody in particular may');
is(paths('monitor').sort(), ['/', '/rpc/health', '/rpc/health_ml', '/rpc/metrics'], 'monitoring has three functions');
const described = Object.entries(documents.user.paths).filter(([path]) => path !== '/').flatMap(([path, methods]) =>
  Object.entries(methods).filter(([, m]) => !m.summary || !m.description).map(([method]) => `${method} ${path}`));
is(described, [], 'each has a summary and a description');

// Types: what openapi-typescript makes of the document of a person.
const generate = createRequire(`${process.cwd()}/${modules}/`)('openapi-typescript').default;
compare('web/api.d.ts', await generate(documents.user, { commentHeader: '// Made from docs/reference/openapi/user.json by test/api/openapi.sh --write.\n' }),
  'the types in web/api.d.ts are those of it');
