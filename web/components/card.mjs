// A figure with everything that belongs to it: title, unit, n, period, finding, chart and readout; why it is so; the same as a table;
// the table as a file.
import { h, svg } from '/app/dom.mjs';
import { number, range, t } from '/app/i18n.mjs';
import { empty, refusal } from '/components/state.mjs';
import { csv, table } from '/components/table.mjs';

/** The line under a title: unit, n, period. */
export const made = (...parts) => h('p', { class: 'made' }, parts.filter(Boolean).join(' · '));
export const n = (count) => t('card.n', { n: count });

/** Why a figure is what it is: [term, text or nodes] pairs, such as definition, formula, model, assumptions. */
export const why = (...pairs) =>
  h(
    'details',
    { class: 'why' },
    h('summary', null, t('card.why')),
    h(
      'dl',
      null,
      pairs.filter(Boolean).map(([term, ...text]) => [h('dt', null, t(term)), h('dd', null, text)]),
    ),
  );

/** The chart of a card, whose file comes when there is one. */
function drawing(drawn) {
  const place = h('div', { class: 'chart-place' });
  place.style.minHeight = `${(typeof drawn.height === 'function' ? drawn.height(innerWidth) : drawn.height ?? 18) + 5.5}rem`;
  import('/components/chart.mjs').then(({ chart }) => {
    place.style.minHeight = '';
    place.replaceChildren(...chart(drawn).filter(Boolean));
  });
  return place;
}

/**
 * @param figure {title, level, unit, n, period, finding, chart: {make, label, points}, content: nodes, why: [[key, text]],
 *   table: {caption, columns, rows}, file}
 */
export function card({ title, level = 2, unit, n: count, period, finding, chart: drawn, content, why: reasons, table: shown, file }) {
  return h(
    'section',
    { class: 'card' },
    h(
      'header',
      null,
      h(`h${level}`, null, title),
      made(unit, count !== undefined && (typeof count === 'number' ? n(count) : count), period),
    ),
    finding && h('p', { class: 'finding' }, finding),
    drawn && drawing(drawn),
    content,
    reasons && why(...reasons),
    shown &&
      h(
        'details',
        null,
        h('summary', null, t('card.table')),
        table(shown),
        h('p', null, h('button', { type: 'button', on: { click: () => csv(shown, file ?? 'figures') } }, t('card.download'))),
      ),
  );
}

/** A number that stands by itself: [label, value, what it means]. */
export const facts = (...entries) =>
  h(
    'dl',
    { class: 'facts' },
    entries
      .filter(Boolean)
      .map(([label, value, note]) => [
        h(
          'div',
          null,
          h('dt', null, label),
          h('dd', null, typeof value === 'number' ? number(value) : value, note && h('span', { class: 'small muted' }, note)),
        ),
      ]),
  );

/**
 * A value with its interval on a scale that all rows share: a bar from low to high, a tick at the value, and the same in figures.
 * low, high: null where there is none. scale: [least, most]; what lies beyond is cut at its end.
 */
export function interval({ value, low, high, scale = [0, 100], digits = 0 }) {
  if (value === null || value === undefined) return '–';
  const place = (x) => Math.min(100, Math.max(0, ((x - scale[0]) / (scale[1] - scale[0])) * 100));
  const bar = low !== null && low !== undefined;
  return [
    svg(
      'svg',
      { class: 'interval', viewBox: '0 0 100 20', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
      svg('path', { class: 'scale', d: 'M0 10H100', 'vector-effect': 'non-scaling-stroke' }),
      bar && svg('rect', { class: 'bar', x: place(low), y: 7, width: Math.max(0.5, place(high) - place(low)), height: 6 }),
      svg('rect', { class: 'tick', x: Math.min(98.5, Math.max(0, place(value) - 0.75)), y: 2, width: 1.5, height: 16 }),
    ),
    h('span', { class: 'interval-text' }, range(value, low, high, digits)),
  ];
}

/** What stands below, asked for when it comes near the window: make() → nodes; height: in rem, until then. shown: at once, as it was before. */
export function near(make, height, shown = false) {
  const place = h('div', { class: 'near' });
  place.style.minHeight = `${height}rem`;
  const fill = async () => {
    const found = await make().catch((trouble) => {
      if (trouble.status === undefined) console.error(trouble);
      const again = h('button', { type: 'button', on: { click: fill } }, t('state.again'));
      return empty(trouble.status === undefined ? t('state.problem') : refusal(trouble), h('p', null, again));
    });
    place.style.minHeight = '';
    place.replaceChildren(...[found].flat(Infinity).filter(Boolean));
  };
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      fill();
    },
    { rootMargin: '200px' },
  );
  if (shown) fill();
  else seen.observe(place);
  return place;
}
