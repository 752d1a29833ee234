// What roles do: tasks with their time, which scenarios start from. The defaults of all, or an organisation's own in their place.
import { h, own } from '/app/dom.mjs';
import { number, percent, t } from '/app/i18n.mjs';
import { change, rows, view as api } from '/app/api.mjs';
import { isAdmin, organizations } from '/app/session.mjs';
import { empty, notice } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';

const planning = () => (isAdmin() ? organizations() : organizations('planner'));
const members = () => organizations('client', 'admin', 'planner');
const chosen = ({ query }) =>
  members().some((one) => one.id === query.get('organization')) ? query.get('organization') : (planning()[0] ?? members()[0])?.id ?? null;

export async function load(context) {
  const organization = chosen(context);
  let asked = api('workloads')
    .select('id, organization_id, role, position, name, automatable, skill, time')
    .order('role')
    .order('position')
    .limit(1000);
  asked = organization ? asked.or(`organization_id.is.null,organization_id.eq.${organization}`) : asked.is('organization_id', null);
  const found = await rows(asked);
  const roles = new Map();
  for (const row of found) roles.set(row.role, [...(roles.get(row.role) ?? []), row]);
  // An organisation's own tasks of a role stand in place of the defaults.
  return {
    organization,
    roles: [...roles].map(([role, tasks]) => {
      const mine = tasks.filter((one) => one.organization_id !== null);
      return { role, isOwn: mine.length > 0, tasks: mine.length > 0 ? mine : tasks };
    }),
  };
}
export const title = () => t('workloads.title');

const fields = (row) => [
  { name: 'name', label: t('workloads.task'), value: row.name ?? '', required: true, maxlength: 500 },
  {
    name: 'time',
    label: t('workloads.time'),
    hint: t('workloads.time_hint'),
    type: 'number',
    min: 0,
    max: 1,
    step: 'any',
    value: row.time ?? 0,
    required: true,
  },
  {
    name: 'skill',
    label: t('workloads.skill'),
    hint: t('workloads.skill_hint'),
    type: 'number',
    min: 0,
    max: 1,
    step: 'any',
    value: row.skill ?? 0.5,
    required: true,
  },
  { name: 'automatable', label: t('workloads.automatable'), type: 'checkbox', value: row.automatable ?? false },
];

function role({ role: name, isOwn, tasks }, organization, plans, context) {
  const total = tasks.reduce((sum, one) => sum + one.time, 0);
  const edit = (row) =>
    context.ask({
      title: t('workloads.edit'),
      text: t('workloads.edit_why'),
      action: t('workloads.save'),
      fields: fields(row),
      act: async (values) => {
        await change(api('workloads').update(values).eq('id', row.id));
        await context.reload();
      },
    });
  const remove = (row) =>
    context.ask({
      title: t('workloads.remove'),
      text: t('workloads.remove_why', { name: row.name }),
      action: t('workloads.remove'),
      act: async () => {
        await change(api('workloads').delete().eq('id', row.id));
        await context.reload();
      },
    });
  const add = () =>
    context.ask({
      title: t('workloads.add'),
      text: t('workloads.edit_why'),
      action: t('workloads.add'),
      fields: fields({}),
      act: async (values) => {
        await change(
          api('workloads').insert({
            ...values,
            role: name,
            organization_id: organization,
            position: Math.max(...tasks.map((one) => one.position)) + 1,
          }),
        );
        await context.reload();
      },
    });
  const take = async () => {
    await change(api('workloads').insert(tasks.map(({ id, ...one }) => ({ ...one, organization_id: organization }))));
    await context.done(t('workloads.taken', { role: name }));
  };
  const acts = (row) =>
    h(
      'div',
      { class: 'actions' },
      h(
        'button',
        { type: 'button', 'aria-label': t('workloads.edit_of', { name: row.name }), on: { click: () => edit(row) } },
        t('workloads.edit'),
      ),
      h(
        'button',
        { type: 'button', 'aria-label': t('workloads.remove_of', { name: row.name }), on: { click: () => remove(row) } },
        t('workloads.remove'),
      ),
    );
  const columns = [
    { key: 'name', label: t('workloads.task') },
    { key: 'time', label: t('workloads.time'), unit: t('workloads.of_time'), number: true, show: (row) => percent(row.time, 1) },
    { key: 'automatable', label: t('workloads.automatable'), show: (row) => (row.automatable ? t('workloads.yes') : t('workloads.no')) },
    { key: 'skill', label: t('workloads.skill'), unit: t('workloads.of_1'), number: true, digits: 2 },
    isOwn && plans && { key: 'id', label: t('table.actions'), show: acts },
  ].filter(Boolean);
  return h(
    'section',
    { class: 'card' },
    h('header', null, h('h2', null, own(name)), h('p', { class: 'made' }, isOwn ? t('workloads.own') : t('workloads.default'))),
    Math.abs(total - 1) > 1e-6 && notice('concern', t('workloads.sum', { sum: number(total, 3) })),
    table({ caption: t('workloads.tasks', { role: name }), columns, rows: tasks }),
    plans &&
      h(
        'p',
        { class: 'actions' },
        isOwn
          ? h('button', { type: 'button', 'aria-label': t('workloads.add_to', { role: name }), on: { click: add } }, t('workloads.add'))
          : h('button', { type: 'button', 'aria-label': t('workloads.take_of', { role: name }), on: { click: take } }, t('workloads.take')),
      ),
  );
}

export function view({ organization, roles }, context) {
  const plans = planning().some((one) => one.id === organization);
  return [
    h('h1', null, t('workloads.title')),
    h('p', { class: 'lead' }, t('workloads.lead')),
    members().length > 1 &&
      filter(context, [
        { name: 'organization', label: t('scenario.organization'), none: false, options: members().map((one) => [one.id, one.name]) },
      ]),
    roles.length === 0 ? empty(t('workloads.none')) : roles.map((one) => role(one, organization, plans, context)),
  ];
}
