// Words and numbers as the reader's language has them. Messages: key → text with {name}, or forms by number ({one, other}, as
// Intl.PluralRules names them, and zero for none in any language), chosen by the parameter n.

export const languages = ['en', 'de'];
const texts = {};
let plural;
export let language = 'en';

/** What the reader chose here, else the first of their browser's languages that there is. x-long: English, 40 % longer, for tests. */
function wanted() {
  let chosen = null;
  try {
    chosen = localStorage.getItem('harmony.language');
  } catch {
    /* no store */
  }
  return (
    [chosen, ...navigator.languages]
      .map((name) => (name === 'x-long' ? name : name?.slice(0, 2)))
      .find((name) => name === 'x-long' || languages.includes(name)) ?? 'en'
  );
}

const longer = (text) =>
  text.replace(
    /(\{\w+\})|([^{}]+)/g,
    (all, name, words) => name ?? words + '~'.repeat(Math.ceil(words.length * 0.4)).replace(/~{7}/g, '~~~~~~ '),
  );

export async function loadMessages() {
  const name = wanted();
  language = name === 'x-long' ? 'en' : name;
  plural = new Intl.PluralRules(language);
  document.documentElement.lang = language;
  await loadArea('shell');
}

/** The messages of an area of pages, once: those of the shell come first, those of a role with its first page. */
const areas = new Map();
export function loadArea(area) {
  if (!areas.has(area)) {
    areas.set(
      area,
      fetch(`/messages/${area}.${language}.json`)
        .then((answer) => answer.json())
        .then((found) => {
          for (const [key, text] of Object.entries(found)) {
            texts[key] =
              wanted() !== 'x-long'
                ? text
                : typeof text === 'string'
                ? longer(text)
                : Object.fromEntries(Object.entries(text).map(([form, words]) => [form, longer(words)]));
          }
        })
        .catch((trouble) => {
          areas.delete(area);
          throw trouble;
        }),
    );
  }
  return areas.get(area);
}

export function choose(name) {
  localStorage.setItem('harmony.language', name);
  location.reload();
}

function pattern(key, parameters) {
  const text = texts[key] ?? key;
  if (typeof text === 'string') return text;
  return (parameters.n === 0 ? text.zero : undefined) ?? text[plural.select(parameters.n)] ?? text.other;
}
const shown = (value) => (typeof value === 'number' ? number(value) : value);

/** The text of a key. Numbers are written as the language does; what is formatted otherwise is given as text. */
export const t = (key, parameters = {}) => pattern(key, parameters).replace(/\{(\w+)\}/g, (all, name) => shown(parameters[name]) ?? all);
/** The same with nodes as parameters: an array of texts and nodes. */
export const nodes = (key, parameters = {}) =>
  pattern(key, parameters)
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return name === undefined ? part : shown(parameters[name]) ?? part;
    });
/** A code of the API in words, such as code('status', 'open'); one that is not known as it is. */
export const code = (kind, value) =>
  value === null || value === undefined ? '' : texts[`${kind}.${value}`] ?? String(value).replaceAll('_', ' ');
/** Whether a code has words. */
export const hasCode = (kind, value) => `${kind}.${value}` in texts;

// Numbers, lists and times; times in the zone of the reader, which is named.
const made = new Map();
function cached(kind, options) {
  const key = `${kind}${language}${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new Intl[kind](language, options));
  return made.get(key);
}

/** A number; null: a dash. digits: how many after the point at most. */
export function number(value, digits = 1) {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  return cached('NumberFormat', { maximumFractionDigits: digits }).format(value);
}
/** A share of 0 to 1 as per cent. */
export const percent = (value, digits = 0) =>
  value === null || value === undefined ? '–' : cached('NumberFormat', { style: 'percent', maximumFractionDigits: digits }).format(value);
/** Large sums, short. */
export const short = (value) =>
  value === null || value === undefined ? '–' : cached('NumberFormat', { notation: 'compact', maximumSignificantDigits: 4 }).format(value);
/** With a sign, also above 0. */
export const signed = (value, digits = 1) =>
  value === null || value === undefined
    ? '–'
    : cached('NumberFormat', { signDisplay: 'exceptZero', maximumFractionDigits: digits }).format(value);
/** 62 (48 to 75). */
export const range = (value, low, high, digits = 0) =>
  low === null || low === undefined
    ? number(value, digits)
    : t('format.range', { value: number(value, digits), low: number(low, digits), high: number(high, digits) });
export const list = (values) => cached('ListFormat', { type: 'conjunction' }).format(values);

export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const part = (value, options) => (value ? cached('DateTimeFormat', options).format(new Date(value)) : '–');
/** A day that is a day, such as 2026-08-01: that of no zone. */
export const day = (value) => part(value, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
/** A moment. */
export const moment = (value) =>
  part(value, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
const units = ['B', 'kB', 'MB', 'GB', 'TB'];
export function bytes(value) {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  return `${number(value / 1000 ** step)} ${units[step]}`;
}
/** A month of the form 201201, or the month of a day: Jan 2012. */
export function month(value) {
  const at = typeof value === 'number' ? new Date(Date.UTC(Math.floor(value / 100), (value % 100) - 1, 1)) : new Date(value);
  return cached('DateTimeFormat', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(at);
}
/** A day without its year, for axes: 3 Nov. */
export const shortDay = (value) => cached('DateTimeFormat', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(value));

/** A day of the week, Monday 0, short: Mon. */
export const weekdayName = (n) =>
  cached('DateTimeFormat', { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + n)));

const lengths = [
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
];
/** So many seconds in the largest unit that leaves at least one: 2.1 days; with the ends of an interval: 2.1 days (2 to 2.3). */
export function duration(seconds, low = null, high = null) {
  if (seconds === null || seconds === undefined) return '–';
  const [unit, size] = lengths.find(([, one]) => Math.abs(seconds) >= one) ?? lengths.at(-1);
  const value = cached('NumberFormat', { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }).format(seconds / size);
  return low === null || low === undefined ? value : t('format.range', { value, low: number(low / size), high: number(high / size) });
}

/** A value of a metric with its unit, which a metric may lack. */
export const valued = (value, unit, digits = 1) =>
  value === null || value === undefined
    ? '–'
    : unit === '%'
    ? percent(value / 100, digits)
    : unit
    ? `${number(value, digits)} ${unit}`
    : number(value, digits);
/** A probability, such as p or q: what is less than a thousandth is not 0. */
export const probability = (value) =>
  value === null || value === undefined ? '–' : value < 0.001 ? `< ${number(0.001, 3)}` : number(value, 3);
/** A difference of two of them, with its sign: of shares in percentage points. */
export const difference = (value, unit, digits = 2) =>
  value === null || value === undefined
    ? '–'
    : unit === '%'
    ? t('format.points', { value: signed(value, digits) })
    : unit
    ? `${signed(value, digits)} ${unit}`
    : signed(value, digits);
