// How work flows: how long it takes, what is under way, what gets old, and whether the promise is kept.
import { h } from '/app/dom.mjs';
import { duration, number, percent, shortDay, t, weekdayName } from '/app/i18n.mjs';
import { card, facts, interval, why } from '/components/card.mjs';
import { empty, notice } from '/components/state.mjs';
import { table } from '/components/table.mjs';
import { dayLength, figures, framed, period, windowOf } from '/components/window.mjs';

export async function load(context) {
  const window = await windowOf(context);
  if (!window.organization) return { window };
  const [flow, weeks, { option: line }, { option: heat }] = await Promise.all([
    figures('flow', window.args),
    figures('lead_time_trend', window.args),
    import('/charts/line.mjs'),
    import('/charts/heat.mjs'),
  ]);
  // The weeks at both ends are not whole: what is done in them is not all of it.
  return { window, flow, line, heat, weeks: weeks.filter((one) => !one.partial) };
}
export const title = () => t('flow.title');

const days = (seconds) => (seconds === null || seconds === undefined ? null : seconds / 86400);

function trend({ weeks, line, window }) {
  if (weeks.length === 0) return null;
  const there = weeks.filter((one) => one.median !== null);
  const told = (one) =>
    t(one.median === null ? 'flow.week_nothing' : one.low === null ? 'flow.week_few' : 'flow.week', {
      week: shortDay(one.week),
      median: duration(one.median),
      low: duration(one.low),
      high: duration(one.high),
      n: one.n,
      within: percent(one.within_week),
    });
  const finding =
    there.length === 0
      ? t('flow.none_done')
      : t('flow.trend_finding', {
          first: duration(there[0].median),
          last: duration(there.at(-1).median),
          from: shortDay(there[0].week),
          to: shortDay(there.at(-1).week),
        });
  return card({
    title: t('flow.trend'),
    unit: t('flow.days'),
    n: there.reduce((sum, one) => sum + one.n, 0),
    period: period(window),
    finding,
    chart: there.length > 0 && {
      make: (palette, width) =>
        line(
          weeks.map((one) => ({ x: shortDay(one.week), values: [days(one.median)], low: days(one.low), high: days(one.high) })),
          { x: t('flow.week_of'), y: t('flow.lead_axis'), number: (value) => number(value, 0), least: 0 },
          palette,
          width,
        ),
      label: finding,
      points: weeks.map(told),
      axis: t('flow.choose_week'),
      height: 18,
    },
    why: [
      ['why.definition', t('flow.trend_definition')],
      ['why.formula', t('flow.trend_formula')],
    ],
    table: {
      caption: t('flow.trend'),
      rows: weeks,
      columns: [
        { key: 'week', label: t('flow.week_of'), show: (row) => shortDay(row.week) },
        { key: 'n', label: t('flow.done'), number: true, digits: 0 },
        ...['median', 'low', 'high'].map((key) => ({
          key,
          label: t(`flow.${key}`),
          unit: t('flow.days'),
          number: true,
          value: (row) => days(row[key]),
        })),
        ...['within_day', 'within_week', 'within_month'].map((key) => ({
          key,
          label: t(`flow.${key}`),
          number: true,
          show: (row) => percent(row[key]),
        })),
      ],
    },
    file: 'lead-time-trend',
  });
}

function underWay({ flow: { cumulative }, line, window }) {
  if (cumulative.length === 0) return null;
  const last = cumulative.at(-1);
  const first = cumulative[0];
  const finding = t('flow.under_way_finding', { first: first.in_progress, last: last.in_progress, todo: last.todo });
  return card({
    title: t('flow.under_way'),
    unit: t('flow.items'),
    n: t('flow.n_days', { n: cumulative.length }),
    period: period(window),
    finding,
    chart: {
      make: (palette, width) =>
        line(
          cumulative.map((one) => ({ x: shortDay(one.day), values: [one.in_progress, one.todo] })),
          {
            x: t('flow.day'),
            y: t('flow.items'),
            lines: [t('flow.in_progress'), t('flow.todo')],
            number: (value) => number(value, 0),
            least: 0,
          },
          palette,
          width,
        ),
      label: finding,
      points: cumulative.map((one) =>
        t('flow.day_at', { day: shortDay(one.day), todo: one.todo, progress: one.in_progress, done: one.done }),
      ),
      axis: t('flow.choose_day'),
      height: 20,
    },
    why: [['why.definition', t('flow.under_way_definition')]],
    table: {
      caption: t('flow.cumulative'),
      rows: cumulative,
      columns: [
        { key: 'day', label: t('flow.day'), show: (row) => shortDay(row.day) },
        ...['todo', 'in_progress', 'done'].map((key) => ({ key, label: t(`flow.${key}`), unit: t('flow.items'), number: true, digits: 0 })),
      ],
    },
    file: 'cumulative-flow',
  });
}

/** On which days work was done: by week and day of the week, of whole days that the states of work are known of. */
function whenDone({ flow: { cumulative }, heat, window }) {
  if (cumulative.length < 14) return null;
  const weekday = (value) => (new Date(value).getUTCDay() + 6) % 7;
  const weekOf = (value) => new Date(new Date(value) - weekday(value) * dayLength).toISOString().slice(0, 10);
  // What was opened again the same day counts against what was done; a day of more opened than done is 0.
  const done = cumulative.slice(1).map((one, i) => ({ day: one.day, n: Math.max(0, one.done - cumulative[i].done) }));
  const weeks = [...new Set(done.map((one) => weekOf(one.day)))];
  const names = Array.from({ length: 7 }, (_, i) => weekdayName(i));
  const cells = done.map((one) => ({ x: weeks.indexOf(weekOf(one.day)), y: weekday(one.day), value: one.n }));
  const sums = names.map((_, i) => cells.filter((one) => one.y === i).reduce((sum, one) => sum + one.value, 0));
  const most = sums.indexOf(Math.max(...sums));
  const n = sums.reduce((sum, one) => sum + one, 0);
  if (n === 0) return null;
  const finding = t('flow.when_finding', { day: names[most], n: sums[most], of: n });
  return card({
    title: t('flow.when'),
    unit: t('flow.items'),
    n: t('flow.n_items', { n }),
    period: period(window),
    finding,
    chart: {
      make: (palette) => heat(cells, { xs: weeks.map(shortDay), ys: names, x: t('flow.week_of'), number }, palette),
      label: finding,
      points: done.map((one) => t('flow.when_at', { weekday: weekdayName(weekday(one.day)), day: shortDay(one.day), n: one.n })),
      axis: t('flow.choose_day'),
      height: 18,
    },
    why: [
      ['why.definition', t('flow.when_definition')],
      ['why.limits', t('flow.when_limits')],
    ],
    table: {
      caption: t('flow.when'),
      rows: weeks.map((week, x) => ({ week, ...Object.fromEntries(cells.filter((one) => one.x === x).map((one) => [one.y, one.value])) })),
      columns: [
        { key: 'week', label: t('flow.week_of'), show: (row) => shortDay(row.week) },
        ...names.map((label, i) => ({ key: i, label, number: true, digits: 0 })),
      ],
    },
    file: 'when-done',
  });
}

function ageing({ flow: { ageing: found, cycle } }) {
  if (found.length === 0) return h('section', { class: 'card' }, h('h2', null, t('flow.ageing')), h('p', null, t('flow.nothing_open')));
  const most = Math.max(...found.map((one) => days(one.age)), days(cycle.p95) ?? 0);
  const old = found.filter((one) => one.line === 95).length;
  const columns = [
    { key: 'work_item', label: t('flow.item') },
    { key: 'type', label: t('flow.type') },
    {
      key: 'age',
      label: t('flow.age'),
      unit: t('flow.days'),
      show: (row) => interval({ value: days(row.age), scale: [0, most], digits: 1 }),
      value: (row) => days(row.age),
    },
    {
      key: 'line',
      label: t('flow.beyond'),
      value: (row) => (row.line === null ? t('flow.line_none') : t('flow.line', { share: percent(row.line / 100) })),
    },
  ];
  const rows = [...found].sort((a, b) => b.age - a.age);
  return h(
    'section',
    { class: 'card' },
    h('header', null, h('h2', null, t('flow.ageing')), h('p', { class: 'made' }, t('flow.n_items', { n: found.length }))),
    h(
      'p',
      { class: 'finding' },
      t('flow.ageing_finding', { n: old, p50: duration(cycle.p50), p85: duration(cycle.p85), p95: duration(cycle.p95) }),
    ),
    table({ caption: t('flow.ageing'), columns, rows }),
    why(['why.definition', t('flow.ageing_definition')]),
  );
}

export function view(data, context) {
  return framed(context, data.window, { title: t('flow.title'), lead: t('flow.lead_text') }, () => {
    const { flow: f } = data;
    const spread = (one) => t('flow.spread', { p85: duration(one.p85), p95: duration(one.p95) });
    return [
      h('p', { class: 'muted' }, period(data.window)),
      f.n === 0
        ? empty(t('flow.none_done'))
        : facts(
            [t('flow.n_done'), number(f.n), t('flow.items')],
            [t('flow.cycle'), duration(f.cycle.median, f.cycle.low, f.cycle.high), spread(f.cycle)],
            [t('flow.lead'), duration(f.lead.median, f.lead.low, f.lead.high), spread(f.lead)],
            [t('flow.efficiency'), percent(f.efficiency), t('flow.efficiency_why')],
            [t('flow.rework'), percent(f.rework), t('flow.rework_why')],
            [
              t('flow.service_level'),
              f.service_level === null ? '–' : percent(f.service_level),
              f.service_level === null ? t('flow.no_promise') : t('flow.service_why'),
            ],
          ),
      f.little?.stable === false && notice('concern', t('flow.unstable', { ratio: number(f.little.ratio, 2) })),
      trend(data),
      underWay(data),
      whenDone(data),
      ageing(data),
      why(
        ['why.definition', t('flow.definition')],
        ['why.formula', t('flow.formula')],
        f.little && f.little.ratio !== null && ['why.limits', t('flow.little', { ratio: number(f.little.ratio, 2) })],
      ),
    ];
  });
}
