// The four keys, and rework: how often, how fast and how safely is deployed; each with its interval and tier, and how it went over time.
import { h } from '/app/dom.mjs';
import { code, duration, number, percent, shortDay, t } from '/app/i18n.mjs';
import { card, facts, near } from '/components/card.mjs';
import { notice } from '/components/state.mjs';
import { table } from '/components/table.mjs';
import { dayLength, figures, framed, period, windowOf } from '/components/window.mjs';

export async function load(context) {
  const window = await windowOf(context);
  return { window, dora: window.organization ? await figures('dora', window.args) : null };
}
export const title = () => t('keys.title');

const keys = ['frequency', 'lead', 'change_failure_rate', 'restore'];
const share = (value, low, high) =>
  value === null
    ? '–'
    : low === null
    ? percent(value)
    : t('format.range', { value: percent(value), low: percent(low), high: percent(high) });
/** The tier of a figure, in words; where its interval crosses a border it says so. */
function tier({ tier: name, crosses } = {}) {
  if (!name) return t('keys.no_tier');
  return crosses ? t('keys.tier_crosses', { tier: code('tier', name) }) : t('keys.tier', { tier: code('tier', name) });
}

function now({ dora: f }) {
  const tiers = f.tiers['2023'] ?? {};
  return facts(
    [
      t('keys.frequency'),
      f.median_days_per_week === null ? '–' : t('keys.days_a_week', { value: number(f.median_days_per_week, 1) }),
      [t('keys.deployments', { n: f.deployments }), ' · ', tier(tiers.frequency)],
    ],
    [t('keys.lead'), duration(f.lead_median, f.lead_low, f.lead_high), [t('keys.commits', { n: f.lead_n }), ' · ', tier(tiers.lead)]],
    [
      t('keys.change_failure_rate'),
      share(f.change_failure_rate, f.cfr_low, f.cfr_high),
      [t('keys.failed', { n: f.deployments, failed: f.failed }), ' · ', tier(tiers.change_failure_rate)],
    ],
    [t('keys.restore'), duration(f.restore_median, f.restore_low, f.restore_high), [t('keys.restored', { n: f.restored }), ' · ', tier(tiers.restore)]],
    [t('keys.rework'), percent(f.rework_rate), t('keys.deployments', { n: f.deployments })],
    [t('keys.open'), number(f.incidents_open), t('keys.km', { median: duration(f.restore_km_median) })],
  );
}

function byYear({ dora: f }) {
  const years = Object.keys(f.tiers).sort();
  const cell = (year, key) => {
    const one = f.tiers[year][key];
    return one?.tier ? code('tier', one.tier) + (one.crosses ? ` (${t('keys.crosses')})` : '') : '–';
  };
  const columns = [
    { key: 'figure', label: t('keys.figure'), value: (key) => t(`keys.${key}`) },
    ...years.map((year) => ({ key: year, label: year, value: (key) => cell(year, key) })),
  ];
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('keys.tiers')),
    h('p', { class: 'finding' }, t('keys.tiers_why')),
    table({ caption: t('keys.tiers'), columns, rows: keys }),
  );
}

/** Windows of whole weeks, back from the newest Monday. */
function pieces({ end, days }) {
  const monday = end - ((end.getUTCDay() + 6) % 7) * dayLength;
  const weeks = days <= 28 ? 1 : days <= 91 ? 2 : 4;
  const n = Math.floor(days / 7 / weeks);
  return Array.from({ length: n }, (_, i) => ({
    start: new Date(monday - (n - i) * weeks * 7 * dayLength),
    end: new Date(monday - (n - i - 1) * weeks * 7 * dayLength),
    weeks,
  }));
}

async function overTime({ window }) {
  const windows = pieces(window);
  const [{ option: line }, ...found] = await Promise.all([
    import('/charts/line.mjs'),
    ...windows.map(({ start, end }) => figures('dora', { ...window.args, start: start.toISOString(), end: end.toISOString() })),
  ]);
  const points = windows.map((one, i) => ({ ...one, x: shortDay(one.start), f: found[i] }));
  const shown = {
    frequency: { value: (f) => f.median_days_per_week, n: (f) => f.deployments, show: (value) => number(value, 1), most: 7 },
    lead: {
      value: (f) => f.lead_median,
      low: (f) => f.lead_low,
      high: (f) => f.lead_high,
      n: (f) => f.lead_n,
      show: (value) => duration(value),
      scale: 86400,
    },
    change_failure_rate: {
      value: (f) => f.change_failure_rate,
      low: (f) => f.cfr_low,
      high: (f) => f.cfr_high,
      n: (f) => f.deployments,
      show: (value) => percent(value),
      most: 1,
    },
    restore: {
      value: (f) => f.restore_median,
      low: (f) => f.restore_low,
      high: (f) => f.restore_high,
      n: (f) => f.restored,
      show: (value) => duration(value),
      scale: 3600,
    },
  };
  const drawn = ([key, { value, low = () => null, high = () => null, n, show, scale = 1, most }]) => {
    const scaled = (one) => (one === null ? null : one / scale);
    const told = ({ x, f }) =>
      t(value(f) === null ? 'keys.at_nothing' : low(f) === null ? 'keys.at' : 'keys.at_range', {
        from: x,
        value: show(value(f)),
        low: show(low(f)),
        high: show(high(f)),
        n: n(f),
      });
    const there = points.filter(({ f }) => value(f) !== null);
    const finding =
      there.length < 2
        ? t('keys.too_few')
        : t('keys.course', { first: show(value(there[0].f)), last: show(value(there.at(-1).f)), from: there[0].x, to: there.at(-1).x });
    const words = {
      x: t('keys.from'),
      y: t(`keys.${key}_axis`),
      number: key === 'change_failure_rate' ? (one) => percent(one) : (one) => number(one, 1),
      least: 0,
      most,
    };
    return card({
      title: t(`keys.${key}`),
      level: 3,
      unit: t(`keys.${key}_axis`),
      n: t('keys.windows', { n: points.length, weeks: points[0]?.weeks ?? 0 }),
      finding,
      chart: there.length > 0 && {
        make: (palette, width) =>
          line(
            points.map(({ x, f }) => ({ x, values: [scaled(value(f))], low: scaled(low(f)), high: scaled(high(f)) })),
            words,
            palette,
            width,
          ),
        label: `${t(`keys.${key}`)}: ${finding}`,
        points: points.map(told),
        axis: t('keys.choose'),
        height: 14,
      },
      why: [
        ['why.definition', t(`keys.${key}_definition`)],
        ['why.formula', t(`keys.${key}_formula`)],
      ],
      table: {
        caption: t(`keys.${key}`),
        rows: points,
        columns: [
          { key: 'x', label: t('keys.from') },
          { key: 'value', label: t('keys.value'), number: true, show: ({ f }) => show(value(f)), value: ({ f }) => value(f) },
          { key: 'low', label: t('keys.low'), number: true, show: ({ f }) => show(low(f)), value: ({ f }) => low(f) },
          { key: 'high', label: t('keys.high'), number: true, show: ({ f }) => show(high(f)), value: ({ f }) => high(f) },
          { key: 'n', label: t('keys.n'), number: true, value: ({ f }) => n(f) },
        ],
      },
      file: `delivery-${key}`,
    });
  };
  return h('div', { class: 'grid' }, Object.entries(shown).map(drawn));
}

/** What the figures rest on. */
function data({ dora: f }) {
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('keys.data')),
    f.lead_skewed > 0 && notice('concern', t('keys.skewed', { n: f.lead_skewed })),
    facts(
      [t('keys.known'), percent(f.known_commits), t('keys.known_why')],
      [t('keys.seeds'), number(f.seeds), t('keys.seeds_why')],
      [t('keys.named'), percent(f.cfr_named), t('keys.named_why')],
      [t('keys.percentiles'), `${duration(f.lead_p75)} · ${duration(f.lead_p90)}`, t('keys.percentiles_why')],
      [t('keys.recovery'), duration(f.recovery_median), t('keys.restored', { n: f.recovery_n })],
    ),
  );
}

export function view(found, context) {
  return framed(context, found.window, { title: t('keys.title'), lead: t('keys.lead_text') }, () => [
    h('p', { class: 'muted' }, period(found.window)),
    found.dora.deployments === 0 && notice('note', t('keys.nothing')),
    now(found),
    byYear(found),
    h('h2', null, t('keys.over_time')),
    near(() => overTime(found), 60),
    data(found),
  ]);
}
