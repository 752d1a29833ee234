// Scenarios side by side, run by run with the same random numbers: what differs from the first, and how sure that is. ?ids=…,…
import { h, own } from '/app/dom.mjs';
import { number, percent, short, signed, t } from '/app/i18n.mjs';
import { post, rows, view as api } from '/app/api.mjs';
import { option as line } from '/charts/line.mjs';
import { card } from '/components/card.mjs';
import { empty, notice } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';

const metrics = {
  employees: number,
  salary: short,
  automation_rate: (value) => percent(value, 1),
  time_per_employee: (value) => percent(value, 1),
};
const chosen = ({ query }) => (query.get('metric') in metrics ? query.get('metric') : 'employees');
const idsOf = ({ query }) =>
  (query.get('ids') ?? '')
    .split(',')
    .filter((one) => /^[0-9a-f-]{36}$/.test(one))
    .slice(0, 6);

export async function load(context) {
  const ids = idsOf(context);
  if (ids.length < 2) return null;
  const [compared, named] = await Promise.all([
    post('compare_simulations', { ids }),
    rows(api('simulations').select('id, name').in('id', ids)),
  ]);
  return { ids, compared, names: ids.map((id) => named.find((one) => one.id === id)?.name ?? t('simulations.unnamed')) };
}
export const title = () => t('compare.title');

function differences({ compared, names }, metric, last) {
  const show = metric === 'employees' ? (value) => signed(value) : (value) => `${value < 0 ? '−' : '+'}${metrics[metric](Math.abs(value))}`;
  const found = compared.differences.filter((one) => one.metric === metric && one.step === last && !one.role);
  return table({
    caption: t('compare.differences', { name: names[0], n: last }),
    rows: found,
    columns: [
      { key: 'config', label: t('simulations.name'), show: (row) => own(names[row.config]) },
      { key: 'mean', label: t('compare.difference'), unit: t(`metric.${metric}.unit`), number: true, show: (row) => show(row.mean) },
      {
        key: 'ci_low',
        label: t('compare.interval'),
        number: true,
        show: (row) => (row.ci_low === null ? '–' : t('compare.between', { low: show(row.ci_low), high: show(row.ci_high) })),
      },
      {
        key: 'sure',
        label: t('compare.sure'),
        show: (row) => (row.ci_low > 0 || row.ci_high < 0 ? t('compare.differs') : t('compare.same')),
      },
    ],
  });
}

export function view(data, context) {
  if (!data)
    return [
      h('h1', null, t('compare.title')),
      empty(t('compare.none'), h('p', null, h('a', { href: '/simulations' }, t('simulations.title')))),
    ];
  const { compared, names, ids } = data;
  const metric = chosen(context);
  const [base] = compared.runs;
  const told = compared.runs.filter(Boolean).length === names.length;
  if (!told) return [h('h1', null, t('compare.title')), empty(t('simulation.too_small'))];
  const show = metrics[metric];
  const of = (run, i) => run.steps[i].total[metric].mean;
  const at = (i) =>
    t('compare.at', { month: base.steps[i].step, values: names.map((name, k) => `${name} ${show(of(compared.runs[k], i))}`).join(', ') });
  const end = base.steps.length - 1;
  return [
    h('h1', null, t('compare.title')),
    h('p', { class: 'lead' }, t('compare.lead', { n: base.n_iterations })),
    h(
      'ul',
      null,
      names.map((name, i) => h('li', null, h('a', { href: `/simulations/${ids[i]}` }, own(name)), i === 0 && ` · ${t('compare.base')}`)),
    ),
    notice('note', t('scenario.what_if')),
    filter(context, [
      { name: 'metric', label: t('simulation.metric'), none: false, options: Object.keys(metrics).map((one) => [one, t(`metric.${one}`)]) },
    ]),
    card({
      title: t('simulation.metric_all', { metric: t(`metric.${metric}`) }),
      unit: t(`metric.${metric}.unit`),
      n: t('simulation.runs', { n: base.n_iterations }),
      period: t('simulation.months', { n: base.n_steps }),
      finding: at(end),
      chart: {
        make: (palette, width) =>
          line(
            base.steps.map((step, i) => ({ x: String(step.step), values: compared.runs.map((run) => of(run, i)) })),
            { x: t('simulation.month'), y: t(`metric.${metric}`), lines: names, number: show },
            palette,
            width,
          ),
        label: at(end),
        points: base.steps.map((step, i) => at(i)),
        axis: t('simulation.choose_month'),
        height: 22,
      },
      why: [
        ['why.definition', t(`metric.${metric}.definition`)],
        ['why.formula', t('compare.formula')],
        ['why.model', t('simulation.model', { model: base.model, version: base.version, seed: String(base.seed) })],
      ],
      table: {
        caption: t(`metric.${metric}`),
        rows: base.steps.map((step, i) => ({
          step: step.step,
          ...Object.fromEntries(compared.runs.map((run, k) => [`run${k}`, of(run, i)])),
        })),
        columns: [
          { key: 'step', label: t('simulation.month'), number: true, digits: 0 },
          ...names.map((name, k) => ({ key: `run${k}`, label: name, number: true, show: (row) => show(row[`run${k}`]) })),
        ],
      },
      file: `comparison-${metric}`,
    }),
    differences(data, metric, base.n_steps),
  ];
}
