// One model: is it still right, is it calibrated, and has what it sees moved.
import { read, rows, view as api } from '/app/api.mjs';
import { h, link, own } from '/app/dom.mjs';
import { day, list, moment, number, percent, range, t } from '/app/i18n.mjs';
import { option as reliability } from '/charts/reliability.mjs';
import { card, facts, why } from '/components/card.mjs';
import { empty, notice, smallGroup } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';
import { level } from '/components/tools.mjs';

/** Figures of each kind of model: how they are written, and whether more or less is better; null: neither. */
const share = (value) => percent(value, 1);
const two = (value) => number(value, 2);
const figures = {
  auc: [two, 'more'],
  average_precision: [two, 'more'],
  brier: [(value) => number(value, 3), 'less'],
  brier_skill: [two, 'more'],
  log_loss: [(value) => number(value, 3), 'less'],
  accuracy: [share, 'more'],
  precision: [share, 'more'],
  recall: [share, 'more'],
  f1: [two, 'more'],
  mcc: [two, 'more'],
  ks: [two, 'more'],
  ece: [share, 'less'],
  calibration_slope: [two, 'one'],
  calibration_intercept: [two, 'zero'],
  mae: [two, 'less'],
  median_ae: [two, 'less'],
  rmse: [two, 'less'],
  bias: [two, 'zero'],
  mape: [(value) => (value === null || value === undefined ? '–' : percent(value / 100, 1)), 'less'],
  r_squared: [two, 'more'],
};
const daysOf = ({ query }) => (['7', '90', '365'].includes(query.get('days')) ? Number(query.get('days')) : 30);

export async function load(context) {
  const { model } = context.parameters;
  const version = context.query.get('version');
  const [found, open] = await Promise.all([
    read('model_performance', { model, days: daysOf(context), ...(version && { version }) }),
    rows(api('anomalies').select('id').eq('model', model).eq('status', 'open').limit(1000)),
  ]);
  return { model, found, open };
}
export const title = ({ model }) => model;

const hasArea = (p) => p?.auc !== null && p?.auc !== undefined;
const area = (p) => range(p.auc, p.auc_low, p.auc_high, 2);
const shown = (key, p) => (key === 'auc' && hasArea(p) ? area(p) : figures[key][0](p?.[key]));
/** What the interval of the difference says of the area under the curve. */
function still(now, { performance: before, auc_change: change }) {
  if (!change) return null;
  const values = { now: area(now), before: area(before) };
  return t(change.low > 0 ? 'model.better' : change.high < 0 ? 'model.worse' : 'model.same', values);
}

function performance({ found }) {
  const { performance: now, reference, expected } = found;
  const before = reference?.performance ?? null;
  const keys = Object.keys(figures).filter((key) => [now, before, expected].some((p) => p && key in p));
  if (keys.length === 0) return null;
  const columns = [
    { key: 'name', label: t('model.figure'), value: (key) => t(`model_figure.${key}`) },
    {
      key: 'now',
      label: t('model.now'),
      unit: now && t('card.n', { n: now.n }),
      number: true,
      show: (key) => shown(key, now),
      value: (key) => now?.[key],
    },
    before && {
      key: 'before',
      label: t('model.before'),
      unit: t('card.n', { n: before.n }),
      number: true,
      show: (key) => shown(key, before),
      value: (key) => before?.[key],
    },
    expected && {
      key: 'expected',
      label: t('model.expected'),
      unit: t('card.n', { n: expected.n }),
      number: true,
      show: (key) => (key in expected ? figures[key][0](expected[key]) : '–'),
      value: (key) => expected[key],
    },
    { key: 'better', label: t('model.aim'), value: (key) => t(`aim.${figures[key][1]}`) },
  ].filter(Boolean);
  const finding = now && reference && still(now, reference);
  return card({
    title: t('model.performance'),
    unit: t('model.no_unit'),
    n: now?.n,
    period: t('models.last_days', { n: found.window.days }),
    finding: finding ?? (now ? null : t('model.no_outcomes')),
    content: [
      table({ caption: t('model.performance'), columns, rows: keys }),
      expected && h('p', { class: 'muted small' }, t('model.expected_note')),
    ],
    why: [
      [
        'why.definition',
        h(
          'ul',
          null,
          keys.map((key) => h('li', null, t(`model_figure.${key}`), ': ', t(`model_figure.${key}.about`))),
        ),
      ],
      ['why.formula', t('model.interval')],
      reference && ['why.assumptions', t('model.reference', { start: moment(reference.window.start), end: moment(reference.window.end) })],
      ['why.limits', t('model.limits')],
    ],
  });
}

function calibration({ found }) {
  const p = found.performance;
  if (!p?.calibration || p.calibration.length === 0) return null;
  const bins = p.calibration
    .filter((bin) => bin.n > 0)
    .map((bin) => ({
      from: bin.low,
      to: bin.high,
      predicted: bin.predicted,
      observed: bin.observed,
      n: bin.n,
      low: bin.observed_low,
      high: bin.observed_high,
    }));
  const told = (bin) =>
    t('reliability.at', {
      predicted: share(bin.predicted),
      observed: share(bin.observed),
      low: share(bin.low),
      high: share(bin.high),
      n: bin.n,
    });
  const off = bins.filter((bin) => bin.predicted < bin.low || bin.predicted > bin.high);
  const finding =
    off.length === 0
      ? t('reliability.fits', { n: bins.length })
      : t('reliability.off', { n: off.length, of: bins.length, bins: list(off.map((bin) => share(bin.predicted))) });
  return card({
    title: t('reliability.title'),
    unit: t('reliability.unit'),
    n: p.n,
    period: t('models.last_days', { n: found.window.days }),
    finding,
    chart: {
      make: (palette) =>
        reliability(
          bins,
          {
            x: t('reliability.predicted'),
            y: t('reliability.observed'),
            diagonal: t('reliability.diagonal'),
            n: t('reliability.n'),
            share: (value) => percent(value),
            number: (value) => number(value, 0),
          },
          palette,
        ),
      label: `${t('reliability.title')}: ${finding}`,
      points: bins.map(told),
      start: 0,
      axis: t('reliability.choose'),
      height: 28,
    },
    why: [
      ['why.definition', t('reliability.definition')],
      ['why.formula', t('reliability.formula')],
      ['why.limits', t('reliability.limits')],
    ],
    table: {
      caption: t('reliability.title'),
      rows: bins,
      columns: [
        {
          key: 'bin',
          label: t('reliability.bin'),
          value: (bin) => t('reliability.between', { low: percent(bin.from), high: percent(bin.to) }),
        },
        { key: 'predicted', label: t('reliability.predicted'), number: true, show: (bin) => share(bin.predicted) },
        { key: 'observed', label: t('reliability.observed'), number: true, show: (bin) => share(bin.observed) },
        { key: 'low', label: t('reliability.low'), number: true, show: (bin) => share(bin.low) },
        { key: 'high', label: t('reliability.high'), number: true, show: (bin) => share(bin.high) },
        { key: 'n', label: t('reliability.n'), number: true, digits: 0 },
      ],
    },
    file: 'calibration',
  });
}

const small = (value) =>
  value === null || value === undefined ? '–' : value < 0.001 ? t('drift.below', { value: number(0.001, 3) }) : number(value, 3);

function drift({ found }) {
  if (found.reference === null)
    return h('section', { class: 'card' }, h('h2', null, t('drift.title')), h('p', null, t('drift.no_reference')));
  if (found.drift.length === 0) return null;
  const rank = { major: 0, moderate: 1, none: 2 };
  const name = (row) => (row.part === 'input' ? row.input : t(`drift.${row.part}`));
  const sorted = [...found.drift].sort((a, b) => (rank[a.level] ?? 3) - (rank[b.level] ?? 3) || (b.psi ?? 0) - (a.psi ?? 0));
  const moved = sorted.filter((row) => row.level === 'major' || row.level === 'moderate');
  const finding =
    moved.length === 0 ? t('drift.none') : t('drift.moved', { n: moved.length, of: sorted.length, names: list(moved.map(name)) });
  const shift = (row) =>
    row.new_categories?.length > 0
      ? own(t('drift.new', { n: row.new_categories.length, names: list(row.new_categories) }))
      : row.wasserstein_sd !== undefined && row.wasserstein_sd !== null
      ? t('drift.by_sd', { n: two(row.wasserstein_sd) })
      : row.cramers_v !== undefined && row.cramers_v !== null
      ? t('drift.by_v', { n: two(row.cramers_v) })
      : '–';
  const columns = [
    {
      key: 'name',
      label: t('drift.what'),
      value: name,
      show: (row) => [
        row.part === 'input' ? own(row.input) : t(`drift.${row.part}`),
        row.part === 'input' && h('span', { class: 'small muted tie' }, t('drift.input')),
      ],
    },
    { key: 'level', label: t('drift.level'), show: (row) => level(row.level), value: (row) => row.level },
    { key: 'shift', label: t('drift.shift'), show: shift, value: (row) => row.wasserstein_sd ?? row.cramers_v },
    { key: 'psi', label: t('drift.psi'), number: true, digits: 2 },
    { key: 'p_adjusted', label: t('drift.p'), number: true, show: (row) => small(row.p_adjusted) },
    {
      key: 'missing_current',
      label: t('drift.missing'),
      unit: t('drift.missing_unit'),
      number: true,
      show: (row) => `${share(row.missing_current)} / ${share(row.missing_reference)}`,
    },
  ];
  return card({
    title: t('drift.title'),
    unit: t('drift.unit'),
    n: t('drift.n', { n: found.n, before: found.reference.n }),
    period: t('models.last_days', { n: found.window.days }),
    finding,
    content: table({ caption: t('drift.title'), columns, rows: sorted }),
    why: [
      ['why.definition', t('drift.definition')],
      ['why.formula', t('drift.formula')],
      ['why.limits', t('drift.limits')],
    ],
  });
}

function versions({ found }) {
  if (found.by_version.length < 2) return null;
  const p = (key) => (row) => shown(key, row.performance);
  const classes = found.by_version.some((row) => row.kind === 'two_classes');
  const columns = [
    { key: 'version', label: t('model.version') },
    { key: 'n', label: t('models.predictions'), number: true, digits: 0 },
    { key: 'validated', label: t('models.validated'), number: true, digits: 0 },
    ...(classes ? ['auc', 'brier', 'calibration_slope'] : ['mae', 'bias', 'r_squared']).map((key) => ({
      key,
      label: t(`model_figure.${key}`),
      number: true,
      show: p(key),
    })),
  ];
  return [h('h2', null, t('model.by_version')), table({ caption: t('model.by_version'), columns, rows: found.by_version })];
}

/** A model about people: what was published of whole years. */
function published({ found }) {
  const told = found.years.filter((row) => row.performance);
  return [
    notice('note', t('model.people')),
    told.length === 0
      ? [smallGroup(), h('p', null, t('model.people_none'))]
      : table({
          caption: t('model.years'),
          rows: told,
          columns: [
            { key: 'year', label: t('model.year'), value: (row) => String(row.year) },
            { key: 'n', label: t('models.predictions'), number: true, digits: 0 },
            ...Object.keys(figures)
              .filter((key) => told.some((row) => key in row.performance))
              .map((key) => ({ key, label: t(`model_figure.${key}`), number: true, show: (row) => figures[key][0](row.performance[key]) })),
          ],
        }),
    why(['why.definition', t('model.people_definition')]),
  ];
}

export function view(data, context) {
  const { model, found, open } = data;
  const versionsKnown = [...new Set(found.by_version.map((row) => row.version).concat(context.query.get('version') ?? []))].sort();
  const filters = filter(context, [
    {
      name: 'days',
      label: t('models.days'),
      none: false,
      options: [['', t('models.last_days', { n: 30 })], ...[7, 90, 365].map((n) => [String(n), t('models.last_days', { n })])],
    },
    { name: 'version', label: t('model.version'), options: versionsKnown.map((one) => [one, one]) },
  ]);
  return [
    h('h1', null, own(model)),
    h(
      'p',
      { class: 'lead' },
      found.window?.start ? t('model.window', { start: day(found.window.start), end: moment(found.window.end) }) : t('model.published'),
    ),
    h(
      'p',
      { class: 'actions' },
      link('/models', t('models.title')),
      open.length > 0 && link(`/anomalies?status=open&model=${encodeURIComponent(model)}`, t('model.open', { n: open.length })),
    ),
    found.years
      ? published(data)
      : [
          filters,
          found.n === 0
            ? empty(t('model.none', { n: found.window.days }))
            : facts(
                [t('models.predictions'), number(found.n, 0)],
                [
                  t('models.validated'),
                  number(found.performance?.n ?? 0, 0),
                  found.expected ? t('model.still_open', { n: found.expected.n }) : null,
                ],
                hasArea(found.performance) && [t('model_figure.auc'), shown('auc', found.performance), t('model.ninety_five')],
                found.performance?.mae !== undefined && [t('model_figure.mae'), two(found.performance.mae), t('model.own_unit')],
              ),
          performance(data),
          calibration(data),
          drift(data),
          versions(data),
        ],
  ];
}
