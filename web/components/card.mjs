// A figure with everything that belongs to it: title, unit, n, period, finding, chart and readout; why it is so; the same as a table;
// the table as a file.
import { h } from '../app/dom.mjs';
import { number } from '../app/format.mjs';
import { t } from '../app/i18n.mjs';
import { chart } from './chart.mjs';
import { csv, table } from './table.mjs';

/** The line under a title: unit, n, period. */
export const made = (...parts) => h('p', { class: 'made' }, parts.filter(Boolean).join(' · '));
export const n = (count) => t('card.n', { n: count });

/** Why a figure is what it is: [term, text or nodes] pairs, such as definition, formula, model, assumptions. */
export const why = (...pairs) => h('details', { class: 'why' }, h('summary', null, t('card.why')),
  h('dl', null, pairs.filter(Boolean).map(([term, ...text]) => [h('dt', null, t(term)), h('dd', null, text)])));

/**
 * @param figure {title, level, unit, n, period, finding, chart: {make, label, points}, why: [[key, text]], table: {caption, columns, rows}, file}
 */
export function card({ title, level = 2, unit, n: count, period, finding, chart: drawn, content, why: reasons, table: shown, file }) {
  return h('section', { class: 'card' },
    h('header', null, h(`h${level}`, null, title), made(unit, count !== undefined && (typeof count === 'number' ? n(count) : count), period)),
    finding && h('p', { class: 'finding' }, finding),
    drawn && chart(drawn), content,
    reasons && why(...reasons),
    shown && h('details', null, h('summary', null, t('card.table')), table(shown),
      h('p', null, h('button', { type: 'button', on: { click: () => csv(shown, file ?? 'figures') } }, t('card.download')))));
}

/** A number that stands by itself: [label, value, what it means]. */
export const facts = (...entries) => h('dl', { class: 'facts' }, entries.filter(Boolean).map(([label, value, note]) => [
  h('div', null, h('dt', null, label), h('dd', null, typeof value === 'number' ? number(value) : value, note && h('span', { class: 'small muted' }, note)))]));
