// One scenario: how far it is while it runs; then what comes of it, by role, with the spread over the runs, and which assumption moves
// it most.
import { h, own } from '/app/dom.mjs';
import { code, moment, number, percent, short, signed, t } from '/app/i18n.mjs';
import { post, read, rows, view as api, write } from '/app/api.mjs';
import { isAdmin, organizations } from '/app/session.mjs';
import { option as line } from '/charts/line.mjs';
import { option as tornado, ordered } from '/charts/tornado.mjs';
import { card, facts, interval, near } from '/components/card.mjs';
import { empty, notice } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';

/** What is shown: of all roles, of one, and how its numbers are written. */
const metrics = {
  employees: { role: 'count', show: (value) => number(value, 1) },
  salary: { role: 'salary', show: short },
  automation_rate: { role: 'automation_rate', show: (value) => percent(value, 1), most: 1 },
  time_per_employee: { role: 'time_per_employee', show: (value) => percent(value, 1), most: 1 },
};
/** How far each assumption is moved, for the tornado: down and up. */
const spans = {
  automation_factor: 0.1,
  adoption_midpoint: 6,
  adoption_rate: 0.1,
  annual_attrition: 0.05,
  decision_delay: 6,
  reskilling_share: 0.1,
};
const chosenMetric = ({ query }) => (query.get('metric') in metrics ? query.get('metric') : 'employees');
const plans = (organization) => isAdmin() || organizations('planner').some((one) => one.id === organization);

/** What was asked, as it can be asked again: a learning probability that follows the automation factor is left to follow it. */
function configOf({ learning_probability: learning, reduction_probability: reduction, ...config }) {
  return learning === config.automation_factor || learning === undefined ? config : { ...config, learning_probability: learning };
}

export async function load(context) {
  const { id } = context.parameters;
  const [document, [about]] = await Promise.all([read('simulation', { id }), rows(api('simulations').select('*').eq('id', id))]);
  const asked = context.query.get('tornado') && document.result?.input && plans(about.organization_id);
  const moved = asked
    ? await post('simulation_tornado', {
        config: configOf(document.result.input),
        spans,
        metric: chosenMetric(context),
        organization: about.organization_id,
      })
    : null;
  return { document, about, moved };
}
export const title = ({ about }) => about.name ?? t('simulations.unnamed');

/** While it waits or runs. It is asked for again when an event tells of it, and now and then by itself. */
function underWay({ document, about }, context) {
  const bar = h('progress', { max: 1, value: document.progress, 'aria-label': t('simulation.progress') });
  const text = h('p', { role: 'status' }, t('simulation.running', { share: percent(document.progress) }));
  async function look() {
    try {
      const [now] = await rows(api('simulations').select('status, progress').eq('id', about.id));
      if (context.signal.aborted) return;
      if (!now || !['created', 'running'].includes(now.status)) {
        await context.reload();
        return;
      }
      bar.value = now.progress;
      text.textContent = t('simulation.running', { share: percent(now.progress) });
    } catch {
      /* it is looked at again */
    }
  }
  context.follow(`organization.${about.organization_id}`, (event) => {
    if (!event || event.id === null || event.id === about.id) look();
  });
  const now = setInterval(look, 5000);
  context.signal.addEventListener('abort', () => clearInterval(now));
  const cancel = () =>
    context.ask({
      title: t('simulation.cancel'),
      text: t('simulation.cancel_why'),
      action: t('simulation.cancel'),
      act: async () => {
        await write('cancel_job', { job: about.job });
        await context.reload();
      },
    });
  return [
    text,
    bar,
    plans(about.organization_id) &&
      about.job !== null &&
      h('p', { class: 'actions' }, h('button', { type: 'button', on: { click: cancel } }, t('simulation.cancel'))),
  ];
}

const figures = (step, role, metric) => (role === null ? step.total[metric] : step.roles[role]?.[metrics[metric].role]);
const roleName = (role) => (role === 'other' ? t('simulation.other') : role);

/** A card of a metric over the months: the mean of the runs, and between what nine in ten of them lie. */
function course(result, role, metric, level) {
  const { show, most } = metrics[metric];
  const steps = result.steps.filter((step) => figures(step, role, metric));
  const words = { x: t('simulation.month'), y: t(`metric.${metric}`), number: show, least: 0, most };
  const told = ({ step }, f) => t('simulation.at', { month: step, mean: show(f.mean), low: show(f.p05), high: show(f.p95) });
  const end = figures(steps.at(-1), role, metric);
  const start = figures(steps[0], role, metric);
  const finding = t('simulation.finding', {
    start: show(start.mean),
    end: show(end.mean),
    months: result.n_steps,
    low: show(end.p05),
    high: show(end.p95),
  });
  const name = role === null ? t('simulation.all_roles') : roleName(role);
  const columns = [
    { key: 'step', label: t('simulation.month'), number: true, digits: 0 },
    ...['mean', 'p05', 'p50', 'p95', 'ci_low', 'ci_high'].map((key) => ({
      key,
      label: t(`figure.${key}`),
      number: true,
      show: (row) => show(row[key]),
    })),
  ];
  const explained = role !== null && result.explanations?.[role];
  return card({
    title: role === null ? t('simulation.metric_all', { metric: t(`metric.${metric}`) }) : h('bdi', null, name),
    level,
    unit: t(`metric.${metric}.unit`),
    n: t('simulation.runs', { n: result.n_iterations }),
    period: t('simulation.months', { n: result.n_steps }),
    finding,
    chart: {
      make: (palette, width) =>
        line(
          steps.map((step) => {
            const f = figures(step, role, metric);
            return { x: String(step.step), values: [f.mean], low: f.p05, high: f.p95 };
          }),
          words,
          palette,
          width,
        ),
      label: `${name}: ${finding}`,
      points: steps.map((step) => told(step, figures(step, role, metric))),
      axis: t('simulation.choose_month'),
      height: role === null ? 20 : 14,
    },
    why: [
      ['why.definition', t(`metric.${metric}.definition`)],
      ['why.formula', t('simulation.formula')],
      explained && ['why.explanation', explained.text.join(' ')],
      ['why.model', t('simulation.model', { model: result.model, version: result.version, seed: String(result.seed) })],
      ['why.assumptions', h('a', { href: '#assumptions' }, t('simulation.see_assumptions'))],
    ],
    table: {
      caption: `${name}: ${t(`metric.${metric}`)}`,
      columns,
      rows: steps.map((step) => ({ step: step.step, ...figures(step, role, metric) })),
    },
    file: `simulation-${metric}${role === null ? '' : `-${role}`}`,
  });
}

/** An input's value as the form shows it. */
const inputValue = (value) => number(value, 3);
function sensitivity({ document: { result }, about, moved }, context) {
  if (!plans(about.organization_id)) return null;
  const metric = chosenMetric(context);
  if (!moved) {
    return h(
      'section',
      { class: 'card' },
      h('h2', null, t('tornado.title')),
      h('p', null, t('tornado.why_ask')),
      h(
        'p',
        { class: 'actions' },
        h(
          'button',
          { type: 'button', class: 'primary', id: 'tornado', on: { click: () => context.set({ tornado: '1' }) } },
          t('tornado.ask'),
        ),
      ),
    );
  }
  const { show } = metrics[metric];
  const bars = ordered(
    moved.bars.map((bar) => ({
      input: bar.input,
      name: t(`scenario.${bar.input}`),
      low: inputValue(bar.low),
      high: inputValue(bar.high),
      atLow: bar.at_low,
      atHigh: bar.at_high,
    })),
  );
  const [first] = bars;
  const change = (bar, at) =>
    metric === 'employees' ? signed(bar[at] - moved.base) : `${bar[at] < moved.base ? '−' : '+'}${show(Math.abs(bar[at] - moved.base))}`;
  const told = (bar) =>
    t('tornado.at', { input: bar.name, low: bar.low, high: bar.high, at_low: show(bar.atLow), at_high: show(bar.atHigh) });
  const finding = t('tornado.finding', {
    input: first.name,
    low: first.low,
    high: first.high,
    at_low: show(first.atLow),
    at_high: show(first.atHigh),
    base: show(moved.base),
  });
  return card({
    title: t('tornado.title'),
    unit: t('tornado.change', { metric: t(`metric.${metric}`), base: show(moved.base) }),
    n: t('simulation.runs', { n: result.n_iterations }),
    period: t('tornado.at_end', { n: result.n_steps }),
    finding,
    chart: {
      make: (palette, width) =>
        tornado(bars, { base: moved.base, number: (value) => (metric === 'employees' ? signed(value) : show(value)) }, palette, width),
      label: finding,
      points: bars.map(told),
      start: 0,
      axis: t('tornado.choose'),
      height: (width) => 4 + bars.length * (width < 480 ? 4 : 2.5),
    },
    why: [
      ['why.definition', t('tornado.definition')],
      ['why.formula', t('tornado.formula')],
      ['why.limits', t('tornado.limits')],
    ],
    table: {
      caption: t('tornado.title'),
      rows: bars,
      columns: [
        { key: 'name', label: t('tornado.input') },
        { key: 'low', label: t('tornado.low') },
        { key: 'atLow', label: t('tornado.at_low'), number: true, show: (bar) => `${show(bar.atLow)} (${change(bar, 'atLow')})` },
        { key: 'high', label: t('tornado.high') },
        { key: 'atHigh', label: t('tornado.at_high'), number: true, show: (bar) => `${show(bar.atHigh)} (${change(bar, 'atHigh')})` },
      ],
    },
    file: `tornado-${metric}`,
  });
}

function summary(result) {
  const last = result.steps.at(-1).total;
  const first = result.steps[0].total;
  const spread = (f, show) => t('simulation.spread', { low: show(f.p05), high: show(f.p95) });
  const { npv, paid_back_share: paid, payback_month_median: month } = result.money ?? {};
  return facts(
    [
      t('simulation.posts_end', { n: result.n_steps }),
      t('format.of', { value: number(last.employees.mean), of: number(first.employees.mean) }),
      spread(last.employees, number),
    ],
    [
      t('simulation.payroll_end'),
      t('format.of', { value: short(last.salary.mean), of: short(first.salary.mean) }),
      spread(last.salary, short),
    ],
    npv && [t('simulation.npv'), short(npv.mean), spread(npv, short)],
    npv && [t('simulation.paid_back'), percent(paid), month === null ? null : t('simulation.median_month', { n: month })],
  );
}

/** What planners ask besides, below: its file comes when it comes near. */
function asking({ document: { result }, about }, metric, context) {
  if (!plans(about.organization_id)) return null;
  const mean = (at) => figures(result.steps.at(at), null, metric).mean;
  const asked = {
    organization: about.organization_id,
    config: configOf(result.input),
    metric,
    show: metrics[metric].show,
    inputs: spans,
    start: mean(0),
    end: mean(-1),
  };
  return near(async () => (await import('/pages/planner/parts/goals.mjs')).goals(asked, context), 40);
}

function completed(data, context) {
  const { result } = data.document;
  const metric = chosenMetric(context);
  const roles = Object.keys(result.steps[0].roles);
  return [
    notice('note', t('scenario.what_if')),
    summary(result),
    filter(context, [
      { name: 'metric', label: t('simulation.metric'), none: false, options: Object.keys(metrics).map((one) => [one, t(`metric.${one}`)]) },
    ]),
    course(result, null, metric, 2),
    sensitivity(data, context),
    asking(data, metric, context),
    h('h2', null, t('simulation.by_role')),
    h(
      'div',
      { class: 'grid' },
      roles.map((role) => course(result, role, metric, 3)),
    ),
    h('h2', { id: 'assumptions', tabindex: -1 }, t('scenario.assumptions')),
    h(
      'ul',
      null,
      result.assumptions.map((text) => h('li', null, text)),
    ),
  ];
}

/** The result of a sensitivity analysis: shares of the variance. */
function indices({ indices: found }) {
  const columns = [
    { key: 'input', label: t('tornado.input'), show: (row) => code('scenario', row.input) },
    ...['first', 'total'].map((key) => ({
      key,
      label: t(`sobol.${key}`),
      unit: t('sobol.unit'),
      show: (row) => interval({ value: row[key], low: row[`${key}_low`], high: row[`${key}_high`], scale: [0, 1], digits: 2 }),
    })),
  ];
  return [
    h('p', null, t('sobol.about')),
    table({ caption: t('sobol.title'), columns, rows: [...found].sort((a, b) => b.total - a.total) }),
  ];
}

export function view(data, context) {
  const { document, about } = data;
  const again =
    plans(about.organization_id) &&
    document.result?.input &&
    h('a', { class: 'button', href: `/simulations/new?from=${about.id}&organization=${about.organization_id}` }, t('simulation.again'));
  const told = h('div', { role: 'status' });
  const paper =
    document.status === 'completed' &&
    document.result?.steps &&
    h(
      'button',
      {
        type: 'button',
        on: { click: async () => (await import('/components/paper.mjs')).paper(context, 'simulation', { simulation: about.id }, told) },
      },
      t('paper.ask'),
    );
  const body = ['created', 'running'].includes(document.status)
    ? underWay(data, context)
    : document.status !== 'completed'
    ? empty(
        t('simulation.ended', { status: code('simulation_status', document.status) }),
        about.error && h('p', { class: 'quoted' }, own(about.error)),
      )
    : document.result === null
    ? empty(t('simulation.too_small'))
    : document.result.indices
    ? indices(document.result)
    : completed(data, context);
  return [
    h('h1', null, own(title(data))),
    h(
      'p',
      { class: 'lead' },
      code('simulation_status', document.status),
      ' · ',
      t('simulation.started', { moment: moment(about.started_at ?? about.created_at) }),
    ),
    h('p', { class: 'actions' }, h('a', { href: '/simulations' }, t('simulations.title')), again, paper),
    told,
    body,
  ];
}
