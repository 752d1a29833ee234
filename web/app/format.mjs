// Numbers, lists and times as the reader's language writes them; times in the zone of the reader, which is named.
import { language, t } from './i18n.mjs';

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
export const percent = (value, digits = 0) => (value === null || value === undefined ? '–' : cached('NumberFormat', { style: 'percent', maximumFractionDigits: digits }).format(value));
/** Large sums, short. */
export const short = (value) => (value === null || value === undefined ? '–' : cached('NumberFormat', { notation: 'compact', maximumSignificantDigits: 4 }).format(value));
/** With a sign, also above 0. */
export const signed = (value, digits = 1) => (value === null || value === undefined ? '–' : cached('NumberFormat', { signDisplay: 'exceptZero', maximumFractionDigits: digits }).format(value));
/** 62 (48 to 75). */
export const range = (value, low, high, digits = 0) => (low === null || low === undefined ? number(value, digits)
  : t('format.range', { value: number(value, digits), low: number(low, digits), high: number(high, digits) }));
export const list = (values) => cached('ListFormat', { type: 'conjunction' }).format(values);

export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const part = (value, options) => (value ? cached('DateTimeFormat', options).format(new Date(value)) : '–');
/** A day that is a day, such as 2026-08-01: that of no zone. */
export const day = (value) => part(value, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
/** A moment. */
export const moment = (value) => part(value, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
const units = ['B', 'kB', 'MB', 'GB', 'TB'];
export function bytes(value) {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  return `${number(value / 1000 ** step)} ${units[step]}`;
}
