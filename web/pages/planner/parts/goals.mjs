// What a planner asks of a scenario besides: the value of an assumption at which a goal is reached, and how assumptions work together.
import { h } from '/app/dom.mjs';
import { number, t } from '/app/i18n.mjs';
import { post, read, write } from '/app/api.mjs';
import { field, form } from '/components/form.mjs';
import { notice } from '/components/state.mjs';
import { why } from '/components/card.mjs';

/**
 * @param about {organization, config, metric, show(value), inputs: {input: span}, start, end}   start, end: the metric's means at both ends
 * @param context of the page
 */
export async function goals({ organization, config, metric, show, inputs, start, end }, context) {
  const { ranges } = await read('simulation_defaults', { organization });
  return [
    seek({ organization, config, metric, show, inputs, ranges, start, end }),
    together({ organization, config, metric, inputs }, context),
  ];
}

function seek({ organization, config, metric, show, inputs, ranges, start, end }) {
  const names = Object.keys(inputs);
  const told = h('div', { role: 'status', class: 'result' });
  const bound = (name, key) =>
    field({
      name,
      label: t(`seek.${name}`),
      type: 'number',
      step: 'any',
      value: ranges[names[0]][key],
      required: true,
      inputmode: 'decimal',
    });
  const input = field({
    name: 'input',
    label: t('tornado.input'),
    options: names.map((one) => [one, t(`scenario.${one}`)]),
    value: names[0],
  });
  const [low, high] = [bound('low', 'low'), bound('high', 'high')];
  input.control.addEventListener('change', () => {
    low.control.value = ranges[input.control.value].low;
    high.control.value = ranges[input.control.value].high;
  });
  const goal = field({
    name: 'goal',
    label: t('seek.goal', { metric: t(`metric.${metric}`) }),
    hint: t('seek.goal_hint', { start: show(start), end: show(end) }),
    type: 'number',
    step: 'any',
    value: Number(((start + end) / 2).toPrecision(3)),
    required: true,
    inputmode: 'decimal',
  });
  const submit = async (values) => {
    told.replaceChildren();
    const found = await post('seek_simulation', { config, metric, organization, ...values });
    const said = {
      input: t(`scenario.${values.input}`),
      value: number(found.value, 3),
      outcome: show(found.outcome),
      goal: show(values.goal),
    };
    told.replaceChildren(notice(found.reached ? 'good' : 'concern', t(found.reached ? 'seek.reached' : 'seek.not_reached', said)));
  };
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('seek.title')),
    h('p', null, t('seek.about')),
    form({ fields: [{ legend: t('seek.what'), fields: [goal, input, low, high] }], action: t('seek.ask'), submit, name: t('seek.title') }),
    told,
    why(['why.definition', t('seek.definition')], ['why.formula', t('seek.formula')]),
  );
}

/** Sobol indices take many runs: jobs compute them, as a scenario of its own. */
function together({ organization, config, metric, inputs }, context) {
  const samples = field({
    name: 'samples',
    label: t('sobol.samples'),
    hint: t('sobol.samples_hint'),
    options: ['128', '256', '512', '1024'].map((one) => [one, one]),
    value: '256',
  });
  const submit = async (values) => {
    const { simulation } = await write('start_sensitivity', {
      config: { ...config, n_iterations: Math.min(config.n_iterations, 50) },
      spans: inputs,
      metric,
      samples: Number(values.samples),
      organization,
    });
    await context.go(`/simulations/${simulation}`);
  };
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('sobol.ask_title')),
    h('p', null, t('sobol.ask_about')),
    form({ fields: [samples], action: t('sobol.ask'), submit, name: t('sobol.ask_title'), narrow: true }),
  );
}
