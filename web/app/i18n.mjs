// Messages: key → text with {name}, or forms by number ({one, other}, as Intl.PluralRules names them), chosen by the parameter n.
import { number } from './format.mjs';

export const languages = ['en', 'de'];
let texts = {};
let plural;
export let language = 'en';

/** The language of the reader: what they chose here, else the first of their browser's that there is. x-long: English, 40 % longer, for tests. */
function wanted() {
  let chosen = null;
  try { chosen = localStorage.getItem('harmony.language'); } catch { /* no store */ }
  return [chosen, ...navigator.languages].map((name) => (name === 'x-long' ? name : name?.slice(0, 2))).find((name) => name === 'x-long' || languages.includes(name)) ?? 'en';
}

const longer = (text) => text.replace(/(\{\w+\})|([^{}]+)/g, (all, name, words) => name ?? words + '~'.repeat(Math.ceil(words.length * 0.4)).replace(/~{7}/g, '~~~~~~ '));

export async function loadMessages() {
  const name = wanted();
  language = name === 'x-long' ? 'en' : name;
  plural = new Intl.PluralRules(language);
  texts = await (await fetch(`/messages/${language}.json`)).json();
  if (name === 'x-long') {
    for (const [key, text] of Object.entries(texts)) {
      texts[key] = typeof text === 'string' ? longer(text) : Object.fromEntries(Object.entries(text).map(([form, words]) => [form, longer(words)]));
    }
  }
  document.documentElement.lang = language;
}

export function choose(name) {
  localStorage.setItem('harmony.language', name);
  location.reload();
}

function pattern(key, parameters) {
  const text = texts[key] ?? key;
  return typeof text === 'string' ? text : text[plural.select(parameters.n)] ?? text.other;
}
const shown = (value) => (typeof value === 'number' ? number(value) : value);

/** The text of a key. Numbers are written as the language does; what is formatted otherwise is given as text. */
export const t = (key, parameters = {}) => pattern(key, parameters).replace(/\{(\w+)\}/g, (all, name) => shown(parameters[name]) ?? all);
/** The same with nodes as parameters: an array of texts and nodes. */
export const nodes = (key, parameters = {}) => pattern(key, parameters).split(/(\{\w+\})/).map((part) => {
  const name = /^\{(\w+)\}$/.exec(part)?.[1];
  return name === undefined ? part : shown(parameters[name]) ?? part;
});
/** A code of the API in words, such as code('status', 'open'); one that is not known as it is. */
export const code = (kind, value) => (value === null || value === undefined ? '' : texts[`${kind}.${value}`] ?? String(value).replaceAll('_', ' '));
/** Whether a code has words. */
export const hasCode = (kind, value) => `${kind}.${value}` in texts;
