// A new scenario: the form is made of what simulation_defaults says, or of an earlier scenario (?from=).
import { h } from '/app/dom.mjs';
import { code, number, t } from '/app/i18n.mjs';
import { read, write } from '/app/api.mjs';
import { isAdmin, organizations } from '/app/session.mjs';
import { field, form } from '/components/form.mjs';
import { empty, notice } from '/components/state.mjs';

const policies = ['none', 'natural_attrition', 'moderate', 'active', 'rapid'];
const groups = {
  automation: ['automation_factor', 'adoption_midpoint', 'adoption_rate'],
  people: ['annual_attrition', 'decision_delay', 'reskilling_share'],
  length: ['n_steps', 'n_iterations', 'discount_rate', 'seed'],
};
const shares = new Set(['automation_factor', 'annual_attrition', 'reskilling_share', 'discount_rate']);
const prices = ['licence_month', 'training', 'severance_months', 'reskilling', 'hiring'];

const planning = () => (isAdmin() ? organizations() : organizations('planner'));
export async function load({ query }) {
  const own = planning();
  const organization = query.get('organization') ?? own[0]?.id ?? null;
  if (!organization) return { own, organization };
  const from = query.get('from');
  const [defaults, earlier] = await Promise.all([
    read('simulation_defaults', { organization }),
    from ? read('simulation', { id: from }) : null,
  ]);
  const { workloads, learning_probability: learning, reduction_probability: reduction, ...config } = earlier?.result?.input ?? {};
  return { own, organization, defaults, config: { ...defaults.config, ...config } };
}
export const title = () => t('scenario.title');

function numeric(name, config, ranges) {
  const range = ranges[name] ?? { low: 0, high: 9007199254740991, whole: name === 'seed' };
  return field({
    name,
    label: t(`scenario.${name}`),
    hint: t(`scenario.${name}.hint`),
    unit:
      range.high > 1e9
        ? t('scenario.from', { low: number(range.low) })
        : t('scenario.between', { low: number(range.low), high: number(range.high) }),
    type: 'number',
    value: config[name],
    min: range.low,
    max: range.high,
    step: range.whole ? 1 : 'any',
    required: true,
    inputmode: 'decimal',
    class: shares.has(name) ? 'share' : null,
  });
}

/** Roles: rows of a role, its posts and the pay of one, of which there is at least one. */
function roleRows(config, workloads) {
  const known = Object.keys(workloads);
  const place = h('div', { class: 'role-rows' });
  const rows = [];
  function add({ role, count, salary }) {
    const at = rows.length;
    const fields = [
      field({ name: `roles.${at}.role`, label: t('scenario.role'), options: known.map((name) => [name, name]), value: role }),
      field({ name: `roles.${at}.count`, label: t('scenario.count'), type: 'number', min: 1, step: 1, value: count, required: true }),
      field({
        name: `roles.${at}.salary`,
        label: t('scenario.salary'),
        unit: t('scenario.a_year'),
        type: 'number',
        min: 0,
        step: 'any',
        value: salary,
        required: true,
      }),
    ];
    const row = { fields };
    const remove = h(
      'button',
      {
        type: 'button',
        on: {
          click: () => {
            if (rows.length > 1) {
              rows.splice(rows.indexOf(row), 1);
              node.remove();
            }
          },
        },
      },
      t('scenario.remove_role'),
    );
    const node = h('div', { class: 'fields' }, fields, remove);
    rows.push(row);
    place.append(node);
  }
  config.roles.filter((one) => known.includes(one.role)).forEach(add);
  if (rows.length === 0) add({ role: known[0], count: 10, salary: 50000 });
  const unused = () => known.find((name) => !rows.some((row) => row.fields[0].control.value === name)) ?? known[0];
  return {
    node: h(
      'fieldset',
      null,
      h('legend', null, t('scenario.roles')),
      h('p', { class: 'muted small' }, t('scenario.roles_why')),
      place,
      h(
        'p',
        { class: 'actions' },
        h(
          'button',
          {
            type: 'button',
            on: {
              click: () => {
                add({ role: unused(), count: 10, salary: 50000 });
                rows.at(-1).fields[0].control.focus();
              },
            },
          },
          t('scenario.add_role'),
        ),
      ),
    ),
    wrong: () =>
      rows
        .flatMap((row) => row.fields)
        .find((one) => {
          const bad = !one.control.validity.valid;
          one.mark(bad ? one.control.validationMessage : null);
          return bad;
        }),
    value: () =>
      rows.map(({ fields: [role, count, salary] }) => ({
        role: role.control.value,
        count: Number(count.control.value),
        salary: Number(salary.control.value),
      })),
  };
}

export function view({ own, organization, defaults, config }, context) {
  if (!organization)
    return [
      h('h1', null, t('scenario.title')),
      empty(t('scenario.no_organization'), h('p', null, h('a', { href: '/simulations' }, t('simulations.title')))),
    ];
  const roles = roleRows(config, defaults.workloads);
  const name = field({ name: 'name', label: t('simulations.name'), hint: t('scenario.name_hint'), maxlength: 500 });
  const chosen =
    own.length > 1 &&
    field({ name: 'organization', label: t('scenario.organization'), value: organization, options: own.map((one) => [one.id, one.name]) });
  if (chosen) chosen.control.addEventListener('change', () => context.set({ organization: chosen.control.value }));
  const policy = field({
    name: 'policy',
    label: t('scenario.policy'),
    hint: t('scenario.policy.hint'),
    value: config.policy,
    options: policies.map((one) => [one, code('policy', one)]),
  });
  const sections = Object.entries(groups).map(([group, names]) => ({
    legend: t(`scenario.group.${group}`),
    fields: [...names.map((one) => numeric(one, config, defaults.ranges)), ...(group === 'people' ? [policy] : [])],
  }));
  const money = {
    legend: t('scenario.group.money'),
    fields: prices.map((one) =>
      field({
        name: `money.${one}`,
        label: t(`scenario.money.${one}`),
        type: 'number',
        min: 0,
        step: 'any',
        value: config.money?.[one] ?? 0,
        required: true,
      }),
    ),
  };
  const start = async (values) => {
    const wrong = roles.wrong();
    if (wrong) throw Object.assign(new Error(wrong.control.validationMessage), { status: 400, at: wrong });
    const asked = { model: 'v2', policy: values.policy, roles: roles.value(), money: {} };
    for (const one of Object.values(groups).flat()) asked[one] = values[one];
    for (const one of prices) asked.money[one] = values[`money.${one}`];
    const { simulation } = await write('start_simulation', { config: asked, organization, ...(values.name && { name: values.name }) });
    await context.go(`/simulations/${simulation}`);
  };
  const made = form({
    fields: [name, ...(chosen ? [chosen] : []), ...sections, money],
    action: t('scenario.start'),
    submit: start,
    name: t('scenario.title'),
  });
  made.insertBefore(roles.node, made.querySelector('fieldset'));
  return [
    h('h1', null, t('scenario.title')),
    h('p', { class: 'lead' }, t('scenario.lead')),
    notice('note', t('scenario.what_if')),
    made,
    h(
      'details',
      null,
      h('summary', null, t('scenario.assumptions')),
      h(
        'ul',
        null,
        defaults.assumptions.map((text) => h('li', null, text)),
      ),
    ),
  ];
}
