// The messages of the pages, without a browser: the same keys and parameters in each language, none missing where it is used, none unused.
import { readdirSync, readFileSync } from 'node:fs';

let n = 0;
const none = (found, what) => {
  n += 1;
  console.log(`${found.length === 0 ? 'ok' : 'not ok'} ${n} - ${what}`);
  for (const one of found) console.log(`#   ${one}`);
};
const files = readdirSync('web/messages').filter((name) => name.endsWith('.json'));
const words = new Map(files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(`web/messages/${name}`, 'utf8'))]));
const areas = [...new Set([...words.keys()].map((name) => name.split('.')[0]))];
const languages = [...new Set([...words.keys()].map((name) => name.split('.')[1]))];
const of = (area, language) => words.get(`${area}.${language}`) ?? {};
const parameters = (text) => [...new Set([...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map((one) => one[1]))].sort().join();

for (const area of areas) {
  for (const language of languages.filter((one) => one !== 'en')) {
    const [one, other] = [of(area, 'en'), of(area, language)];
    none(
      [...Object.keys(one).filter((key) => !(key in other)), ...Object.keys(other).filter((key) => !(key in one))],
      `${area}: the same keys in ${language}`,
    );
    none(
      Object.keys(one).filter((key) => key in other && parameters(one[key]) !== parameters(other[key])),
      `${area}: the same parameters in ${language}`,
    );
    none(
      Object.keys(one).filter((key) => (typeof one[key] === 'object') !== (typeof other[key] === 'object')),
      `${area}: forms by number in both, en and ${language}`,
    );
  }
}
none(
  Object.keys(of('shell', 'en')).filter((key) => areas.some((area) => area !== 'shell' && key in of(area, 'en'))),
  'no key in two areas',
);

// Which area a page has is its route's word.
const routes = readFileSync('web/app/routes.mjs', 'utf8');
const areaOf = new Map(
  [...routes.matchAll(/page: '\/(pages\/[\w/]+\.mjs)'(?:,\s*words: (\[.*?\]|'\w+'))?/g)].map((one) => [
    one[1],
    (one[2] ?? '').match(/\w+/g) ?? [],
  ]),
);
// A part of a page has the area of its role's pages.
const wordsOf = (name) => {
  const role = /^(.*\/)parts\//.exec(name)?.[1];
  return role ? [...areaOf].filter(([page]) => page.startsWith(role)).flatMap(([, areas]) => areas) : areaOf.get(name) ?? [];
};
const sources = readdirSync('web', { recursive: true }).filter((name) => /^(app|components|charts|pages)\/.*\.mjs$/.test(name));
none(
  sources.filter((name) => name.startsWith('pages/') && !areaOf.has(name) && !name.includes('/parts/') && name !== 'pages/all/sign_in.mjs'),
  'every page has a route',
);
none(
  [...areaOf.keys()].filter((name) => !sources.includes(name)),
  'and every route its page',
);

const used = new Set();
const patterns = [];
const missing = [];
for (const name of [...sources, 'index.html']) {
  const text = readFileSync(`web/${name}`, 'utf8');
  const has = (key) => key in of('shell', 'en') || wordsOf(name).some((area) => key in of(area, 'en'));
  for (const [, key] of text.matchAll(/(?:\b(?:t|nodes)\(\s*'|data-(?:text|label)=")([\w.]+)['"]/g))
    if (!has(key)) missing.push(`web/${name}: ${key}`);
  for (const [, key] of text.matchAll(/['"]([a-z_]+(?:\.\w+)+)['"]/g)) used.add(key);
  for (const [, kind] of text.matchAll(/\b(?:code|hasCode)\(\s*'(\w+)'/g)) patterns.push(new RegExp(`^${kind}\\..`));
  for (const [, literal] of text.matchAll(/\bt\(\s*`([^`]*)`/g))
    patterns.push(new RegExp(`^${literal.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '.+')}$`));
}
none(missing, 'no key is missing where it is used');
const all = areas.flatMap((area) => Object.keys(of(area, 'en')));
none(
  all.filter((key) => !used.has(key) && !patterns.some((one) => one.test(key))),
  'no key is unused',
);
