// When is it done, and how much by then: an exact forecast from what was done in each unit of time, as a fan.
import { h } from '/app/dom.mjs';
import { number, percent, signed, t } from '/app/i18n.mjs';
import { card, facts } from '/components/card.mjs';
import { field } from '/components/form.mjs';
import { empty } from '/components/state.mjs';
import { figures, framed, period, windowOf } from '/components/window.mjs';

const units = ['week', 'day', 'month'];
const unitOf = ({ query }) => (units.includes(query.get('unit')) ? query.get('unit') : 'week');
const whole = (text, least, most, otherwise) => {
  const n = Number(text);
  return Number.isInteger(n) && n >= least && n <= most ? n : otherwise;
};
/** So sure one can be of as many at least; the ends of 50, 85 and 95 % of all futures, and the middle. */
const sure = [0.5, 0.85, 0.95];
const ends = [0.975, 0.925, 0.75, 0.5, 0.25, 0.075, 0.025];

export async function load(context) {
  const window = await windowOf(context);
  if (!window.organization) return { window };
  const unit = unitOf(context);
  const items = whole(context.query.get('items'), 1, 10000, 40);
  const periods = whole(context.query.get('periods'), 1, 24, 8);
  const asked = { ...window.args, unit };
  const [{ option: fan }, sum, ...ahead] = await Promise.all([
    import('/charts/fan.mjs'),
    figures('forecast', { ...asked, items, periods, probability: sure }),
    ...Array.from({ length: periods }, (_, i) => figures('forecast', { ...asked, periods: i + 1, probability: ends })),
  ]);
  return { window, unit, items, periods, sum, ahead: ahead.map((one) => one.items), fan };
}
export const title = () => t('forecast.title');

/** The numbers that are asked for. */
function ask({ items, periods, unit }, context) {
  const fields = [
    field({ name: 'items', label: t('forecast.items'), type: 'number', min: 1, max: 10000, step: 1, value: items, required: true }),
    field({
      name: 'periods',
      label: t('forecast.periods'),
      unit: t(`forecast.${unit}s`),
      type: 'number',
      min: 1,
      max: 24,
      step: 1,
      value: periods,
      required: true,
    }),
  ];
  const change = (event) => {
    event.preventDefault();
    if (event.target.reportValidity()) context.set({ items: fields[0].control.value, periods: fields[1].control.value });
  };
  return h(
    'form',
    { class: 'filters', 'aria-label': t('forecast.ask'), on: { submit: change } },
    fields,
    h('button', { type: 'submit', class: 'primary' }, t('forecast.ask')),
  );
}

function burnUp({ sum, ahead, periods, unit, window, fan }) {
  const shown = sum.throughput.slice(-Math.max(12, periods));
  let done = 0;
  const past = shown.map((n, i) => ({ x: String(i - shown.length + 1), value: (done += n), n, middle: null, bands: null }));
  const now = past.at(-1);
  Object.assign(now, {
    middle: done,
    bands: [
      [done, done],
      [done, done],
      [done, done],
    ],
  });
  const future = ahead.map((k, i) => ({
    x: signed(i + 1),
    value: null,
    middle: done + k[3],
    bands: [
      [done + k[2], done + k[4]],
      [done + k[1], done + k[5]],
      [done + k[0], done + k[6]],
    ],
    k,
  }));
  const rows = [...past, ...future];
  const last = ahead.at(-1);
  const finding = t('forecast.finding', {
    n: periods,
    unit: t(`forecast.in_${unit}s`, { n: periods }),
    middle: last[3],
    low: last[0],
    high: last[6],
  });
  const told = (row) =>
    row.k
      ? t('forecast.at', {
          unit: t(`forecast.in_${unit}s`, { n: Number(row.x) }),
          middle: row.k[3],
          low50: row.k[2],
          high50: row.k[4],
          low95: row.k[0],
          high95: row.k[6],
        })
      : t('forecast.was', { x: row.x, unit: t(`forecast.${unit}`), n: row.n, value: row.value });
  return card({
    title: t('forecast.burn_up'),
    unit: t('forecast.unit'),
    n: t(`forecast.n_${unit}s`, { n: sum.throughput.length }),
    period: period(window),
    finding,
    chart: {
      make: (palette) =>
        fan(
          rows,
          {
            x: t(`forecast.axis_${unit}`),
            y: t('forecast.unit'),
            now: t('forecast.now'),
            past: t('forecast.done'),
            shares: ['50 %', '85 %', '95 %'],
            number: (value) => number(value, 0),
          },
          palette,
        ),
      label: finding,
      points: rows.map(told),
      axis: t('forecast.choose'),
      height: 22,
    },
    why: [
      ['why.definition', t('forecast.definition')],
      ['why.formula', t('forecast.formula')],
      ['why.limits', t('forecast.limits')],
    ],
    table: {
      caption: t('forecast.table'),
      rows: future,
      columns: [
        { key: 'x', label: t(`forecast.axis_${unit}`), number: true, value: (row) => Number(row.x) },
        ...[
          ['97', 0],
          ['92', 1],
          ['75', 2],
          ['50', 3],
          ['25', 4],
          ['7', 5],
          ['2', 6],
        ].map(([key, at]) => ({
          key,
          label: t('forecast.at_least', { share: percent(ends[at], 1) }),
          number: true,
          digits: 0,
          value: (row) => row.k[at],
        })),
      ],
    },
    file: 'forecast',
  });
}

function answers({ sum, items, periods, unit }) {
  const when = sure.map((p, i) => [
    t('forecast.sure', { share: percent(p) }),
    sum.periods[i] === null ? t('forecast.never') : t(`forecast.in_${unit}s`, { n: sum.periods[i] }),
    t('forecast.when_note', { n: items }),
  ]);
  const many = sure.map((p, i) => [
    t('forecast.sure', { share: percent(p) }),
    t('forecast.items_n', { n: sum.items[i] }),
    t('forecast.many_note', { unit: t(`forecast.in_${unit}s`, { n: periods }) }),
  ]);
  return [
    h('h2', null, t('forecast.when', { n: items })),
    facts(...when),
    h('h2', null, t('forecast.many', { unit: t(`forecast.in_${unit}s`, { n: periods }) })),
    facts(...many),
  ];
}

function trust({ sum: { backtest, trend }, unit }) {
  const inside =
    backtest.n > 0 && sure.map((p, i) => t('forecast.inside', { share: percent(p), inside: percent(backtest.inside[i]) })).join('; ');
  const moves =
    trend.slope === null
      ? null
      : t(trend.low > 0 || trend.high < 0 ? 'forecast.moves' : 'forecast.steady', {
          slope: signed(trend.slope, 2),
          low: signed(trend.low, 2),
          high: signed(trend.high, 2),
          unit: t(`forecast.${unit}`),
        });
  return h(
    'section',
    { class: 'card' },
    h('header', null, h('h2', null, t('forecast.trust')), h('p', { class: 'made' }, t('forecast.tries', { n: backtest.n ?? 0 }))),
    h('p', { class: 'finding' }, inside || t('forecast.no_tries')),
    moves && h('p', null, moves),
    trend.next?.value !== null &&
      trend.next &&
      h(
        'p',
        null,
        t('forecast.next', {
          unit: t(`forecast.${unit}`),
          value: number(trend.next.value, 1),
          low: number(Math.max(0, trend.next.low), 1),
          high: number(trend.next.high, 1),
        }),
      ),
  );
}

export function view(data, context) {
  const also = [
    {
      name: 'unit',
      label: t('forecast.unit_of'),
      none: false,
      options: [...units].sort((a, b) => (a === data.unit ? -1 : b === data.unit ? 1 : 0)).map((one) => [one, t(`forecast.by_${one}`)]),
    },
  ];
  return framed(context, data.window, { title: t('forecast.title'), lead: t('forecast.lead_text'), also }, () => {
    const some = data.sum.throughput.some((n) => n > 0);
    return [ask(data, context), some ? [answers(data), burnUp(data), trust(data)] : empty(t('forecast.nothing'))];
  });
}
