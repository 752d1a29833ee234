// An organisation on a page: figures with their tiers, whether they change or only vary, and what is at risk with its evidence.
import { h } from '/app/dom.mjs';
import { code, duration, hasCode, number, percent, shortDay, t } from '/app/i18n.mjs';
import { read } from '/app/api.mjs';
import { card, facts } from '/components/card.mjs';
import { dayLength, framed, period, windowOf } from '/components/window.mjs';

export async function load(context) {
  const window = await windowOf(context, { project: false });
  if (!window.organization) return { window };
  const [found, { option: control }] = await Promise.all([read('executive', window.args), import('/charts/control.mjs')]);
  return { window, found, control };
}
export const title = () => t('executive.title');

const kinds = {
  deployment_frequency: { show: (one) => (one.value === null ? '–' : t('keys.days_a_week', { value: number(one.value, 1) })) },
  lead_time: { show: (one) => duration(one.value, one.low, one.high) },
  time_to_restore: { show: (one) => duration(one.value, one.low, one.high) },
  change_failure_rate: { show: (one) => shares(one) },
  rework_rate: { show: (one) => shares(one) },
};
const shares = (one) =>
  one.value === null
    ? '–'
    : one.low === null
    ? percent(one.value)
    : t('format.range', { value: percent(one.value), low: percent(one.low), high: percent(one.high) });

/** The whole weeks of the window, from Mondays, as the trends have them. */
function weeks({ start, end }, n) {
  const monday = new Date(start.getTime() + ((8 - start.getUTCDay()) % 7) * dayLength);
  return Array.from({ length: n }, (_, i) => new Date(monday.getTime() + i * 7 * dayLength)).filter((one) => one < end);
}

const scales = {
  lead_time: { scale: 86400, show: (value) => duration(value) },
  deployments: { scale: 1, show: (value) => number(value, 1) },
  completions: { scale: 1, show: (value) => number(value, 1) },
};
function trend({ name, points }, { window, control }) {
  const { scale, show } = scales[name] ?? scales.deployments;
  const at = weeks(window, points.length);
  const there = points.map((one, i) => ({ ...one, rules: one.rules ?? [], x: at[i] ? shortDay(at[i]) : String(i + 1) }));
  const special = there.filter((one) => one.rules.length > 0);
  const rules = (one) => one.rules.map((rule) => code('rule', rule)).join(', ');
  const finding =
    there.length === 0
      ? t('executive.no_weeks')
      : special.length === 0
      ? t('executive.noise', { n: there.length })
      : t('executive.change', { n: special.length, weeks: special.map((one) => one.x).join(', ') });
  const told = (one) =>
    one.value === null
      ? t('executive.week_nothing', { week: one.x })
      : t('executive.week', {
          week: one.x,
          value: show(one.value),
          low: show(Math.max(0, one.lower)),
          high: show(one.upper),
          rules: one.rules.length === 0 ? t('executive.as_chance') : rules(one),
        });
  const of = (value) => (value === null ? null : value / scale);
  const words = {
    x: t('executive.week_of'),
    y: t(`executive.${name}_axis`),
    centre: t('executive.mean'),
    low: t('executive.limit'),
    high: t('executive.limit'),
    number: (value) => number(value, 1),
  };
  return card({
    title: t(`executive.${name}`),
    level: 3,
    unit: t(`executive.${name}_axis`),
    n: t('executive.n_weeks', { n: there.length }),
    finding,
    chart: there.some((one) => one.value !== null) && {
      make: (palette, width) =>
        control(
          there.map((one) => ({
            x: one.x,
            value: of(one.value),
            centre: of(one.centre),
            low: of(Math.max(0, one.lower)),
            high: of(one.upper),
            special: one.rules.length > 0 ? rules(one) : null,
          })),
          words,
          palette,
          width,
        ),
      label: `${t(`executive.${name}`)}: ${finding}`,
      points: there.map(told),
      axis: t('executive.choose'),
      height: 16,
    },
    why: [
      ['why.definition', t(`executive.${name}_definition`)],
      ['why.formula', t('executive.formula')],
    ],
    table: {
      caption: t(`executive.${name}`),
      rows: there,
      columns: [
        { key: 'x', label: t('executive.week_of') },
        ...['value', 'centre', 'lower', 'upper'].map((key) => ({
          key,
          label: t(`executive.${key}`),
          number: true,
          show: (row) => show(row[key]),
          value: (row) => row[key],
        })),
        { key: 'rules', label: t('executive.rules'), value: rules },
      ],
    },
    file: `executive-${name}`,
  });
}

/** What a risk rests on: its evidence in words. */
const amounts = {
  age: (value) => duration(value),
  oldest: (value) => duration(value),
  known_commits: (value) => percent(value),
  ratio: (value) => number(value, 2),
};
function evidence(found) {
  const told = Object.entries(found ?? {}).filter(
    ([key, value]) => value !== null && typeof value !== 'object' && hasCode('evidence', key),
  );
  return told
    .map(
      ([key, value]) =>
        `${code('evidence', key)}: ${
          typeof value === 'boolean' ? t(value ? 'executive.yes' : 'executive.no') : (amounts[key] ?? ((one) => number(one, 2)))(value)
        }`,
    )
    .join(', ');
}

function risks({ found: { risks: all } }) {
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('executive.risks')),
    all.length === 0
      ? h('p', null, t('executive.no_risks'))
      : h(
          'ul',
          null,
          all.map((one) =>
            h(
              'li',
              null,
              hasCode('risk', one.code)
                ? t(`risk.${one.code}`, {
                    ...(one.parameters.figure && { figure: t(`executive.kpi_${one.parameters.figure}`) }),
                    ...(one.parameters.trend && { trend: t(`executive.${one.parameters.trend}`) }),
                  })
                : h('span', { lang: 'en' }, h('bdi', null, one.text)),
              evidence(one.evidence) && [' (', evidence(one.evidence), ')'],
            ),
          ),
        ),
  );
}

export function view(data, context) {
  const told = h('div', { role: 'status' });
  const paper = async () => (await import('/components/paper.mjs')).paper(context, 'delivery', data.window.args, told);
  return framed(context, data.window, { title: t('executive.title'), lead: t('executive.lead_text'), project: false }, () => [
    h('p', { class: 'muted' }, period(data.window)),
    h('p', { class: 'actions' }, h('button', { type: 'button', on: { click: paper } }, t('paper.ask'))),
    told,
    facts(
      ...data.found.kpis.map((one) => [
        t(`executive.kpi_${one.name}`),
        kinds[one.name]?.show(one) ?? number(one.value, 2),
        [t('card.n', { n: one.n }), one.tier && [' · ', t('keys.tier', { tier: code('tier', one.tier) })]],
      ]),
    ),
    risks(data),
    h('h2', null, t('executive.trends')),
    h(
      'div',
      { class: 'grid' },
      data.found.trends.map((one) => trend(one, data)),
    ),
  ]);
}
