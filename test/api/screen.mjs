// docs/how-to/build_a_screen.md: its code, one block after the other, through nginx; and its types.
//   node screen.mjs FOLDER ORIGIN PASSWORD
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, origin, password] = process.argv.slice(2);
const modules = `${process.env.BUILD ?? 'build'}/api/node_modules`;
const page = readFileSync('docs/how-to/build_a_screen.md', 'utf8');
const blocks = (language) => [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map((m) => m[1]);
let n = 0;
const ok = (condition, what, found) => {
  n += 1;
  console.log(`${condition ? 'ok' : 'not ok'} ${n} - ${what}`);
  if (!condition) console.log(`# got ${JSON.stringify(found)}`);
};

// As make serve lays the pages out; what npm installs stands above them.
cpSync('web', `${folder}/web`, { recursive: true });
cpSync(`${modules}/@supabase/postgrest-js/dist/index.mjs`, `${folder}/web/vendor/postgrest.2.109.0.mjs`);
symlinkSync(resolve(modules), `${folder}/node_modules`);
const code = blocks('js').join('\n');
writeFileSync(`${folder}/web/screen.mjs`, `// @ts-check\nconst password = '';\n${code}`);

// Types: neither the client nor the code has a mistake, and those that are made are found. The compiler reads all of them at once, as web/tsconfig.json says.
const mistakes = {
  'a view that is not there': "connect().from('campaign');", 'a column that is not there': "connect().from('campaigns').select('id, titel').then((a) => a.data?.[0].titel);",
  'a function that is not there': "connect().rpc('match', {});", 'an argument of another type': "connect().rpc('give_pulse', { score: 'three' });",
};
Object.values(mistakes).forEach((line, i) => writeFileSync(`${folder}/web/wrong${i}.mjs`, `// @ts-check\nimport { connect } from '/client.mjs';\n${line}\n`));
let compiled = '';
try {
  execFileSync(process.execPath, [`${modules}/typescript/bin/tsc`, '--pretty', 'false', '-p', `${folder}/web`], { encoding: 'utf8', stdio: 'pipe' });
} catch (problem) { compiled = problem.stdout; }
const found = (file) => compiled.split('\n').filter((line) => line.includes(`${file}(`));
ok(found('client.mjs').length === 0, 'the client has no mistake in types', found('client.mjs'));
// For brevity the page does not ask each time whether there was an error, so that data could be null.
const inScreen = found('screen.mjs').filter((line) => !/TS(7006|18046|18047|2531):/.test(line));
ok(inScreen.length === 0, 'nor has the code of the page', inScreen);
Object.keys(mistakes).forEach((what, i) => ok(found(`wrong${i}.mjs`).length > 0, `${what} is found`, compiled));

// A browser's fetch, as far as the client uses it: cookies of the origin.
const jar = new Map();
globalThis.location = { origin };
const send = globalThis.fetch;
globalThis.fetch = async (address, init = {}) => {
  const headers = new Headers(init.headers);
  if (jar.size > 0) headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
  const answer = await send(address, { ...init, headers });
  for (const cookie of answer.headers.getSetCookie()) {
    const [name, value] = cookie.split(';')[0].split('=');
    if (value) jar.set(name, value); else jar.delete(name);
  }
  return answer;
};
globalThis.EventSource ??= class { close() {} };
const printed = [];
const log = console.log;
console.log = (...values) => printed.push(values.map(String).join(' '));
globalThis.password = password;
writeFileSync(`${folder}/web/screen.mjs`, code.replace("'/client.mjs'", "'./client.mjs'"));
try {
  await import(pathToFileURL(`${folder}/web/screen.mjs`));
} catch (problem) { printed.push(String(problem.stack)); }
console.log = log;
const wanted = blocks('text').at(-1).trimEnd().split('\n');
for (let i = 0; i < Math.max(wanted.length, printed.length); i += 1) ok(printed[i] === wanted[i], `the page's line ${i + 1}: ${wanted[i]}`, printed[i]);
ok(jar.size === 0, 'no cookie is left', [...jar.keys()]);
