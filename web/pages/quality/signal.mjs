// One signal: is it change or noise, does the site differ from its peers, what makes the value up, what has been done about it.
import { h, own } from '/app/dom.mjs';
import { code, difference, moment, month, number, probability, t, valued } from '/app/i18n.mjs';
import { read, rows, view as api } from '/app/api.mjs';
import { card, facts, near } from '/components/card.mjs';
import { empty, notice } from '/components/state.mjs';
import { table } from '/components/table.mjs';

export async function load({ parameters: { id } }) {
  const signal = Number(id);
  const [detail, [assignment], metrics, { option: control }, { option: line }] = await Promise.all([
    read('signal_detail', { signal, brief: true }),
    rows(api('signal_assignments').select('*').eq('signal', signal)),
    rows(api('signal_metrics').select('metric_id, unit, polarity, description')),
    import('/charts/control.mjs'),
    import('/charts/line.mjs'),
  ]);
  return { detail, assignment, about: metrics.find((one) => one.metric_id === detail.signal.metric_id) ?? {}, control, line };
}
export const title = ({ detail: { signal } }) => t('signal.title', { site: signal.facility, metric: signal.metric });

function chart({ detail: { chart: points, signal }, about, control }) {
  if (points.length === 0) return h('section', { class: 'card' }, h('h2', null, t('signal.chart')), h('p', null, t('signal.no_months')));
  const special = points.filter((one) => one.rules.length > 0);
  const rules = (one) => one.rules.map((rule) => code('rule', rule)).join(', ');
  const told = (one) =>
    t('signal.chart_at', {
      month: month(one.period),
      value: valued(one.value, about.unit),
      low: valued(one.lower, about.unit),
      high: valued(one.upper, about.unit),
      rules: one.rules.length === 0 ? t('signal.as_chance') : rules(one),
    });
  const finding =
    special.length === 0
      ? t('signal.chart_noise', { n: points.length })
      : t('signal.chart_change', { n: special.length, months: special.map((one) => month(one.period)).join(', ') });
  const words = {
    x: t('signal.month'),
    y: about.unit ? `${signal.metric} (${about.unit})` : signal.metric,
    centre: t('signal.centre'),
    low: t('signal.limit'),
    high: t('signal.limit'),
    number: (value) => number(value, 1),
  };
  return card({
    title: t('signal.chart'),
    unit: about.unit,
    n: t('signal.months', { n: points.length }),
    period: t('signal.from_to', { from: month(points[0].period), to: month(points.at(-1).period) }),
    finding,
    chart: {
      make: (palette, width) =>
        control(
          points.map((one, i) => ({
            x: month(one.period),
            value: one.value,
            centre: one.centre,
            low: one.lower,
            high: one.upper,
            special: one.rules.length > 0 ? rules(one) : null,
            phase: i > 0 && one.phase !== points[i - 1].phase ? one.phase_reason : null,
          })),
          words,
          palette,
          width,
        ),
      label: finding,
      points: points.map(told),
      axis: t('signal.choose_month'),
      height: 20,
    },
    why: [
      ['why.definition', t('signal.chart_definition')],
      ['why.formula', t('signal.chart_formula')],
      points.length < 12 && ['why.limits', t('signal.trial')],
    ],
    table: {
      caption: t('signal.chart'),
      rows: points,
      columns: [
        { key: 'period', label: t('signal.month'), show: (row) => month(row.period) },
        ...['value', 'centre', 'lower', 'upper', 'moving_range'].map((key) => ({
          key,
          label: t(`signal.${key}`),
          unit: about.unit,
          number: true,
          digits: 2,
        })),
        { key: 'rules', label: t('signal.rules'), value: rules },
      ],
    },
    file: 'control-chart',
  });
}

function trend({ detail: { trend: months, statistics: s, peers }, about, line }) {
  if (months.length === 0) return null;
  const compared = months.some((one) => one.z !== null);
  const slope =
    s.slope === null
      ? t('signal.no_slope')
      : t(s.q_value !== null && s.q_value <= 0.05 ? 'signal.slope_sure' : 'signal.slope_chance', {
          slope: difference(s.slope, about.unit),
          error: number(s.std_error, 2),
          p: probability(s.p_value),
          q: probability(s.q_value),
          n: peers.n,
        });
  const words = {
    x: t('signal.month'),
    y: t('signals.z'),
    number: (value) => number(value, 1),
    least: Math.floor(Math.min(0, ...months.map((one) => one.z ?? 0))),
    most: Math.ceil(Math.max(0, ...months.map((one) => one.z ?? 0))),
  };
  return card({
    title: t('signal.trend'),
    unit: t('signal.z_long'),
    n: t('signal.months', { n: months.length }),
    finding: slope,
    chart: compared && {
      make: (palette, width) =>
        line(
          months.map((one) => ({ x: month(one.period), values: [one.z] })),
          words,
          palette,
          width,
        ),
      label: slope,
      points: months.map((one) =>
        t('signal.trend_at', { month: month(one.period), z: number(one.z, 2), value: valued(one.value, about.unit) }),
      ),
      axis: t('signal.choose_month'),
      height: 14,
    },
    content: compared ? null : h('p', { class: 'state' }, t('signal.few_peers')),
    why: [
      ['why.definition', t('signal.trend_definition')],
      ['why.formula', t('signal.trend_formula')],
    ],
    table: {
      caption: t('signal.trend'),
      rows: months,
      columns: [
        { key: 'period', label: t('signal.month'), show: (row) => month(row.period) },
        { key: 'value', label: t('signal.value'), unit: about.unit, number: true, digits: 2 },
        { key: 'z', label: t('signals.z'), number: true, digits: 2 },
      ],
    },
    file: 'trend',
  });
}

async function around({ detail: { signal } }) {
  const [related, children, parents] = await Promise.all(
    ['signal_related', 'signal_children', 'signal_parents'].map((name) => read(name, { signal: signal.id })),
  );
  const found = { related, children, parents };
  const columns = [
    { key: 'metric', label: t('signals.metric'), show: (row) => h('a', { href: `/signals/${row.id}` }, own(row.metric)) },
    { key: 'severity', label: t('signals.severity'), unit: t('signals.severity_unit'), number: true, digits: 0 },
    { key: 'signal_type', label: t('signals.type'), value: (row) => code('signal_type', row.signal_type) },
    { key: 'status', label: t('signals.status'), value: (row) => code('signal_status', row.status) },
  ];
  const shown = ['parents', 'children', 'related'].filter((kind) => found[kind].length > 0);
  return shown.length === 0
    ? empty(t('signal.alone', { site: signal.facility }))
    : shown.map((kind) => table({ caption: t(`signal.${kind}`), columns, rows: found[kind] }));
}

function checks({ detail: { checks: found } }) {
  const failed = found.filter((one) => !one.passed);
  const name = (row) =>
    `${code('check', row.kind)}: ${row.layer.replace('signals.', '')}${row.columns.length > 0 ? ` (${row.columns.join(', ')})` : ''}`;
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('signal.checks')),
    h(
      'p',
      { class: 'finding' },
      failed.length === 0
        ? t('signal.checks_passed', { n: found.length })
        : t('signal.checks_failed', { n: failed.length, of: found.length }),
    ),
    failed.some((one) => one.concerns_facility) && notice('concern', t('signal.checks_here')),
    found.length > 0 &&
      h(
        'details',
        null,
        h('summary', null, t('card.table')),
        table({
          caption: t('signal.checks'),
          rows: found,
          columns: [
            { key: 'kind', label: t('signal.check'), value: name },
            { key: 'passed', label: t('signal.result'), value: (row) => t(row.passed ? 'signal.passed' : 'signal.failed') },
            { key: 'n_rows', label: t('signal.rows'), number: true, digits: 0 },
            { key: 'n_failed', label: t('signal.rows_failed'), number: true, digits: 0 },
          ],
        }),
      ),
  );
}

/** Why it is called so: of what was looked at, in the reader's language; of data to be checked as the API says it. */
function because({ signal, statistics, indicators: found, reason }) {
  if (signal.signal_type === 'suspect_data') return h('p', { lang: 'en' }, own(reason));
  return h(
    'p',
    null,
    t(statistics.slope_percentile === null ? 'signal.because_no_trend' : 'signal.because', {
      position: code('signal_position', found.position),
      trend: code('signal_trend', found.trend),
      momentum: code('signal_momentum', found.momentum),
      months: code('signal_months', found.consistency),
      type: code('signal_type', signal.signal_type),
    }),
    found.spike && [' ', t('signal.spike')],
  );
}

function head({ detail, about }) {
  const { signal, statistics: s, peers: beside, since } = detail;
  const tiers = [
    ['magnitude_tier', s.magnitude_tier],
    ['trajectory_tier', s.trajectory_tier],
    ['consistency_tier', s.consistency_tier],
  ].filter(([, value]) => value);
  return [
    facts(
      [t('signals.type'), code('signal_type', signal.signal_type), t('signal.severity_of', { severity: number(signal.severity, 0) })],
      [
        t('signal.value'),
        valued(signal.value, about.unit),
        t('signal.peers_median', { median: valued(beside.median, about.unit), n: beside.n }),
      ],
      [
        t('signals.z'),
        number(signal.z, 2),
        signal.z === null
          ? t('signal.few_peers')
          : t('signal.percentile', { percentile: number(signal.percentile, 0), label: code('anomaly', s.anomaly) }),
      ],
      [
        t('signal.since'),
        moment(since.detected_at),
        t('signal.run', { run: since.run_id, days: t('signal.days_open', { n: signal.days_open }) }),
      ],
    ),
    h(
      'section',
      { class: 'card' },
      h('h2', null, t('signal.why_so')),
      because(detail),
      tiers.length > 0 &&
        h(
          'ul',
          null,
          tiers.map(([kind, value]) => h('li', null, code('tier_kind', kind), ': ', code('tier', value))),
        ),
      about.description && h('p', null, own(about.description)),
      s.suppressed && notice('concern', t('signal.suppressed')),
    ),
    signal.description && h('section', { class: 'card' }, h('h2', null, t('signal.description')), h('p', null, own(signal.description))),
    signal.why_it_matters &&
      h('section', { class: 'card' }, h('h2', null, t('signal.why_it_matters')), h('p', null, own(signal.why_it_matters))),
  ];
}

/** What stands below: it comes when it is near. */
const figures = () => import('/pages/quality/parts/figures.mjs');

export function view(data, context) {
  const { signal } = data.detail;
  context.follow(`organization.${signal.organization_id}`, (event) => {
    if (event?.event === 'signal.changed' && event.id === String(signal.id)) context.reload();
  });
  const told = h('div', { role: 'status' });
  const part = Object.entries(signal.dimensions ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
  return [
    h('h1', null, own(title(data))),
    h(
      'p',
      { class: 'lead' },
      own(signal.system_name ?? signal.facility_id),
      part && [' · ', own(part)],
      ' · ',
      code('domain', signal.domain),
      ' · ',
      code('signal_status', signal.status),
    ),
    h(
      'p',
      { class: 'actions' },
      h('a', { class: 'button', href: '/signals' }, t('signals.title')),
      h('button', { type: 'button', on: { click: () => document.getElementById('work-place').scrollIntoView() } }, t('work.go')),
      h(
        'button',
        {
          type: 'button',
          on: { click: async () => (await import('/components/paper.mjs')).paper(context, 'signal', { signal: signal.id }, told) },
        },
        t('paper.ask'),
      ),
    ),
    told,
    head(data),
    chart(data),
    trend(data),
    near(async () => (await figures()).peers(data), 36),
    near(async () => (await figures()).makesUp(data), 30),
    near(async () => (await figures()).told(data), 14),
    h(
      'div',
      { id: 'work-place' },
      near(
        async () => (await import('/pages/quality/parts/work.mjs')).work({ ...data, signal }, context),
        40,
        document.getElementById('work') !== null, // what was done there is to be seen, wherever the window stands
      ),
    ),
    h('h2', null, t('signal.around')),
    near(() => around(data), 10),
    checks(data),
  ];
}
