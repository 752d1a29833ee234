// Each table is what the API answered: every column of a table is one field of one answer's rows, in the order of the answer or by the
// row's head, at the precision that is shown. Where a row is no row of an answer, each of its figures has to stand in one.
import { readdirSync, readFileSync } from 'node:fs';

/** Words of a code, such as status open: from all messages. */
const wordsOf = new Map();
const folder = new URL('../../web/messages/', import.meta.url);
for (const name of readdirSync(folder).filter((one) => one.endsWith('.en.json')))
  for (const [key, text] of Object.entries(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))) {
    const code = key.split('.').pop();
    for (const one of typeof text === 'string' ? [text] : Object.values(text)) wordsOf.set(code, (wordsOf.get(code) ?? new Set()).add(one));
  }
/** Columns that a page makes of several fields, or shortens. */
const derived = new Map([
  ['Result there (change)', 'and how far it is from the result as planned'],
  ['Result there (change), higher', 'the same'],
  ['Number', 'of the place in the circle'],
  ['Goes well with', 'numbers of places, of the edges'],
  ['Neither way with', 'numbers of places, without an edge'],
  ['Friction with', 'numbers of places, of the edges'],
  ['Browser', 'named by what it sends of itself'],
  ['Lines', 'added and removed'],
  ['Took seconds', 'from its beginning to its end'],
  ['Pseudonym', 'its first characters'],
  ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((name) => [name, 'done so far, less what was done the day before']),
  ['Score 0 to 100, 95 % interval', 'the score less and more 1.96 of its standard error'],
]);
const known = new Set([...wordsOf.values()].flatMap((all) => [...all]));

/** Runs in the page: caption, heads and texts of each table, without what is clicked. */
export const shown = () =>
  [...document.querySelectorAll('main table')].map((table) => {
    const text = (cell) => {
      const copy = cell.cloneNode(true);
      for (const one of copy.querySelectorAll('button, select, input, .visually-hidden, svg')) one.remove();
      return copy.textContent.trim();
    };
    return {
      caption: table.caption?.firstChild?.textContent ?? '',
      heads: [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent),
      rows: [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => [...row.cells].map(text)),
    };
  });

/** All that is in a row of an answer, by its path: {path: value}. */
function leaves(value, path = '', into = {}, depth = 0) {
  if (value !== null && typeof value === 'object' && depth < 5) {
    if (Array.isArray(value)) into[`${path}.length`] = value.length;
    for (const [key, one] of Object.entries(value).slice(0, 250)) leaves(one, `${path}.${key}`, into, depth + 1);
  } else if (value === null || typeof value !== 'object') into[path] = value;
  return into;
}
/** The lists that an answer is or holds; an object of objects is one too, with its keys. */
function lists(value, path, found = [], depth = 0) {
  if (value === null || typeof value !== 'object' || depth > 6) return found;
  const entries = Object.entries(value);
  if (Array.isArray(value) ? value.length > 0 : entries.length > 0 && entries.every(([, one]) => one !== null && typeof one === 'object'))
    found.push({
      path,
      rows: Array.isArray(value) ? value.map((one) => leaves(one)) : entries.map(([key, one]) => leaves(one, '', { key })),
    });
  for (const [key, one] of entries.slice(0, 200)) lists(one, `${path}.${Array.isArray(value) ? '*' : key}`, found, depth + 1);
  return found;
}

const numbers = (text) =>
  [...text.matchAll(figure)].map(([, less, sign, whole, part = '', unit = '']) => ({
    value: Number(`${sign === '−' || sign === '-' ? '-' : ''}${whole.replaceAll(',', '')}${part}`),
    step: 10 ** -Math.max(0, part.length - 1),
    unit,
    less: Boolean(less),
  }));
const figure = /(<\s*|below )?([-−+]?)(\d[\d,]*)(\.\d+)?\s*(%|K|M|B|days?|hours?|minutes?|(?:kB|MB|GB)\b)?/g;
const scales = { '%': [1, 0.01], K: [1e3], M: [1e6], B: [1, 1e9], kB: [1e3], MB: [1e6], GB: [1e9] };
const times = [
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
];
/** Whether a figure that is shown is a value: rounded as it is shown, in the unit that stands beside it. */
function isFigure({ value, step, unit, less }, leaf) {
  const number = typeof leaf === 'string' && /^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(leaf) ? Number(leaf) : leaf;
  if (typeof number !== 'number') return false;
  if (less) return number < value;
  // A time is in seconds or in the unit that is shown, also where that stands in the head; a share may stand without its sign.
  const time = times.find(([name]) => unit.startsWith(name));
  return (scales[unit] ?? (time ? [time[1], 1] : [1, 0.01, 86400])).some((scale) => {
    const half = step * scale * 0.5000001;
    return Math.abs(number - value * scale) <= half || (Math.abs(number) < 1e-12 + half && Math.abs(value) <= step / 2);
  });
}

const formats = [
  { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  { month: 'short', year: 'numeric', timeZone: 'UTC' },
  { day: 'numeric', month: 'short', timeZone: 'UTC' },
].map((options) => new Intl.DateTimeFormat('en', options));
const written = new Map();
/** What a value may be written as: itself, its words, a day or moment. */
function writings(leaf) {
  if (leaf === null || leaf === undefined || typeof leaf === 'boolean') return [];
  if (typeof leaf === 'number')
    return [
      ...(wordsOf.get(String(leaf)) ?? []),
      ...(leaf > 190000 && leaf < 210013 ? [formats[2].format(new Date(Date.UTC(leaf / 100, (leaf % 100) - 1)))] : []),
    ];
  if (!written.has(leaf)) {
    const all = [leaf.trim(), leaf.replaceAll('_', ' '), ...(wordsOf.get(leaf) ?? [])];
    if (/^\d{4}-\d\d-\d\d/.test(leaf)) all.push(...formats.map((one) => one.format(new Date(leaf))));
    written.set(leaf, all);
  }
  return written.get(leaf);
}
const isText = (text, leaf) => writings(leaf).some((one) => one !== '' && text.includes(one));
const isDated = (text) => /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/.test(text);

/** Whether a column is one field of the rows: its texts, or each of the figures that stand in it. */
function explained(cells, rows) {
  const filled = cells.map((text, i) => [text, rows[i]]).filter(([text]) => text !== '' && text !== '–');
  if (filled.length === 0) return true;
  const paths = Object.keys(Object.assign({}, ...filled.slice(0, 20).map(([, row]) => row)));
  if (paths.some((path) => filled.every(([text, row]) => isText(text, row[path])))) return true;
  if (filled.every(([text]) => known.has(text))) return true; // words that a condition chose
  if (filled.some(([text]) => isDated(text))) return false;
  const figures = filled.map(([text, row]) => [numbers(text), row]);
  const most = Math.max(...figures.map(([all]) => all.length));
  if (most === 0) return false;
  return Array.from({ length: most }, (_, k) => k).every((k) =>
    paths.some((path) => figures.every(([all, row]) => k >= all.length || isFigure(all[k], row[path]))),
  );
}

/** The rows of a list in the order of the table: as they are, from the end, or by what the heads say. */
function* orders(table, list) {
  const n = table.rows.length;
  if (list.rows.length < n) return;
  yield list.rows.slice(0, n);
  yield list.rows.slice(-n);
  yield list.rows.slice(-n).reverse();
  const heads = table.rows.map((row) => row[0]);
  for (const path of Object.keys(list.rows[0] ?? {})) {
    const found = heads.map((head) =>
      list.rows.find((row) => isText(head, row[path]) || (numbers(head).length === 1 && isFigure(numbers(head)[0], row[path]))),
    );
    if (found.every(Boolean) && new Set(found).size === n) yield found;
  }
}

/** The same table with another figure in its last row; where it has none, with another name and a figure. */
export function spoiled(table) {
  const rows = table.rows.map((row) => [...row]);
  const last = rows.at(-1);
  const at = table.heads.findIndex((name, i) => i > 0 && !derived.has(name) && /^[-−+]?\d[\d.,]*( \(|%|$)/.test(last[i]));
  if (at < 0) last[0] = 'Zyxwvu 123456.789';
  else last[at] = last[at].replace(/\d[\d.,]*/, '123456.789');
  return { ...table, rows };
}

/**
 * @returns {{whole: boolean, missing: string[]}} whole: each column is a field of one list; missing: columns with figures or names that
 *   stand in no answer
 */
export function compare(table, answers) {
  const name = ({ url }) => url.replace(/^.*\/api\//, '').replace(/\?.*/, '');
  const all = answers.flatMap((one) => lists(one.body, name(one)));
  // What is asked several times, such as for each month, is a list too.
  for (const path of new Set(answers.map(name))) {
    const same = answers.filter((one) => name(one) === path).sort((a, b) => (a.asked + a.url < b.asked + b.url ? -1 : 1));
    if (same.length > 1) all.push({ path, rows: same.map((one) => leaves(one.body, '', leaves(JSON.parse(one.asked ?? '{}'), '.asked'))) });
  }
  const columns = table.heads.map((_, at) => table.rows.map((row) => row[at] ?? ''));
  let best = { left: columns.length, at: null, names: table.heads };
  for (const list of all) {
    for (const rows of orders(table, list)) {
      const names = table.heads.filter((_, at) => !explained(columns[at], rows));
      if (names.length < best.left) best = { left: names.length, at: list.path, names };
      if (best.left === 0) return { whole: true, missing: [], at: best.at };
    }
  }
  // A column may come of a list of its own, beside the other; at last figures and names one by one.
  best.names = best.names.filter((name) => {
    const at = table.heads.indexOf(name);
    return !all.some((list) => list.rows.length >= table.rows.length && explained(columns[at], list.rows.slice(0, table.rows.length)));
  });
  if (best.names.length === 0) return { whole: true, missing: [], at: best.at };
  const everything = answers.flatMap(({ body }) =>
    Object.entries(leaves(body, '', {}, -3)).flatMap(([path, leaf]) => [leaf, ...path.split('.')]),
  );
  const missing = table.heads.filter(
    (name, at) =>
      best.names.includes(name) &&
      !derived.has(name) &&
      !columns[at].every(
        (text) =>
          text === '' ||
          text === '–' ||
          known.has(text) ||
          everything.some((leaf) => isText(text, leaf)) ||
          (numbers(text).length > 0 && numbers(text).every((one) => everything.some((leaf) => isFigure(one, leaf)))),
      ),
  );
  return { whole: false, missing, at: best.at, left: best.names };
}
