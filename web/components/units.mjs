// Months, lengths of time, and values with their units, as the reader's language writes them.
import { language, number, percent } from '/app/i18n.mjs';

const made = new Map();
function cached(kind, options) {
  const key = `${kind}${language}${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new Intl[kind](language, options));
  return made.get(key);
}
/** A month of the form 201201, or the month of a day: Jan 2012. */
export function month(value) {
  const at = typeof value === 'number' ? new Date(Date.UTC(Math.floor(value / 100), (value % 100) - 1, 1)) : new Date(value);
  return cached('DateTimeFormat', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(at);
}
/** A day without its year, for axes: 3 Nov. */
export const shortDay = (value) => cached('DateTimeFormat', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(value));

const lengths = [['day', 86400], ['hour', 3600], ['minute', 60]];
/** So many seconds in the largest unit that leaves at least one: 2.1 days. */
export function duration(seconds, digits = 1) {
  if (seconds === null || seconds === undefined) return '–';
  const [unit, size] = lengths.find(([, one]) => Math.abs(seconds) >= one) ?? lengths.at(-1);
  return cached('NumberFormat', { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: digits }).format(seconds / size);
}

/** A value of a metric with its unit, which a metric may lack. */
export const valued = (value, unit, digits = 1) => (value === null || value === undefined ? '–' : unit === '%' ? percent(value / 100, digits) : unit ? `${number(value, digits)} ${unit}` : number(value, digits));
/** A probability, such as p or q: what is less than a thousandth is not 0. */
export const probability = (value) => (value === null || value === undefined ? '–' : value < 0.001 ? `< ${number(0.001, 3)}` : number(value, 3));
