// Scenarios of one's organisations: what has been asked, how far it is, which to compare.
import { h, own } from '/app/dom.mjs';
import { code, moment, percent, t } from '/app/i18n.mjs';
import { change, page, view as api } from '/app/api.mjs';
import { isAdmin, organizations } from '/app/session.mjs';
import { empty } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';

const columns = 'id, organization_id, name, status, progress, model, created_at, finished_at';
const states = ['created', 'running', 'completed', 'failed', 'cancelled'];
/** Whether one starts, names and removes scenarios of an organisation. */
export const plans = (organization) =>
  isAdmin() || organizations('planner').some((one) => organization === undefined || one.id === organization);

function asked({ query }) {
  const found = api('simulations').select(columns);
  return query.get('status') ? found.eq('status', query.get('status')) : found;
}
const order = { column: 'created_at', descending: true };
export const load = async (context) => ({ found: await page(asked(context), order) });
export const title = () => t('simulations.title');

function acts(row, context) {
  if (!plans(row.organization_id)) return '–';
  const rename = () =>
    context.ask({
      title: t('simulations.rename'),
      text: t('simulations.rename_why'),
      action: t('simulations.rename'),
      fields: [{ name: 'name', label: t('simulations.name'), value: row.name ?? '', required: true, maxlength: 500 }],
      act: async ({ name }) => {
        await change(api('simulations').update({ name }).eq('id', row.id));
        await context.reload();
      },
    });
  const remove = () =>
    context.ask({
      title: t('simulations.remove'),
      text: t('simulations.remove_why'),
      action: t('simulations.remove'),
      act: async () => {
        await change(api('simulations').delete().eq('id', row.id));
        await context.reload();
      },
    });
  const name = row.name ?? t('simulations.unnamed');
  return h(
    'div',
    { class: 'actions' },
    h('button', { type: 'button', 'aria-label': t('simulations.rename_of', { name }), on: { click: rename } }, t('simulations.rename')),
    h('button', { type: 'button', 'aria-label': t('simulations.remove_of', { name }), on: { click: remove } }, t('simulations.remove')),
  );
}

function state(row) {
  if (row.status === 'running' || row.status === 'created') return `${code('simulation_status', row.status)} (${percent(row.progress)})`;
  return code('simulation_status', row.status);
}

export function view({ found }, context) {
  const chosen = new Set();
  const compare = h(
    'button',
    { type: 'button', disabled: true, on: { click: () => context.go(`/simulations/compare?ids=${[...chosen].join(',')}`) } },
    t('simulations.compare'),
  );
  const pick = (row) =>
    row.status === 'completed' &&
    row.model === 'simulation' &&
    h('input', {
      type: 'checkbox',
      'aria-label': t('simulations.pick', { name: row.name ?? t('simulations.unnamed') }),
      on: {
        change: (event) => {
          if (event.target.checked) chosen.add(row.id);
          else chosen.delete(row.id);
          compare.disabled = chosen.size < 2 || chosen.size > 6;
        },
      },
    });
  const shown = [
    {
      key: 'name',
      label: t('simulations.name'),
      show: (row) => h('a', { href: `/simulations/${row.id}` }, own(row.name ?? t('simulations.unnamed'))),
    },
    { key: 'status', label: t('simulations.state'), show: state },
    { key: 'model', label: t('simulations.kind'), show: (row) => code('simulation_kind', row.model) },
    { key: 'created_at', label: t('simulations.started'), show: (row) => moment(row.created_at) },
    { key: 'picked', label: t('simulations.compare'), show: (row) => pick(row) || '–' },
    { key: 'id', label: t('table.actions'), show: (row) => acts(row, context) },
  ];
  if (found.rows.some((row) => ['created', 'running'].includes(row.status))) {
    for (const { id } of organizations())
      context.follow(`organization.${id}`, (event) => {
        if (!event || event.event.startsWith('simulation.')) context.reload();
      });
  }
  const make = plans() && h('a', { class: 'button primary', href: '/simulations/new' }, t('simulations.new'));
  return [
    h('h1', null, t('simulations.title')),
    h('p', { class: 'lead' }, t('simulations.lead')),
    h('p', { class: 'actions' }, make, compare),
    filter(context, [
      { name: 'status', label: t('simulations.state'), options: states.map((one) => [one, code('simulation_status', one)]) },
    ]),
    found.rows.length === 0
      ? empty(context.query.get('status') ? t('state.none_match') : plans() ? t('simulations.none') : t('simulations.none_yet'))
      : table({
          caption: t('simulations.title'),
          columns: shown,
          rows: found.rows,
          hasMore: found.more,
          announce: context.announce,
          more: (last) => page(asked(context), { ...order, after: last }),
        }),
  ];
}
