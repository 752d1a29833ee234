// One organisation: who acts for it, in which role; its clients and administrators change that.
import { from, rows, view as api, write } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { code, moment, t } from '/app/i18n.mjs';
import { HarmonyError } from '/app/session.mjs';
import { field, form } from '/components/form.mjs';
import { empty } from '/components/state.mjs';
import { table } from '/components/table.mjs';

const roles = ['client', 'admin', 'planner', 'viewer'];

export async function load({ parameters: { organization } }) {
  const [[about], members] = await Promise.all([
    rows(api('organizations').select('*').eq('id', organization)),
    rows(from('members', { organization }).order('full_name').order('account').limit(1000)),
  ]);
  if (!about) throw new HarmonyError(404, {});
  return { about, members };
}
export const title = ({ about }) => about.name;

function acts(row, organization, context) {
  const name = row.full_name || row.email;
  const change = () =>
    context.ask({
      title: t('members.role_of', { name }),
      text: t('members.role_why'),
      action: t('members.set_role'),
      fields: [
        { name: 'role', label: t('members.role'), options: roles.map((role) => [role, code('organization_role', role)]), value: row.role },
      ],
      act: async ({ role }) => {
        await write('set_member', { organization, email: row.email, role });
        await context.done(t('members.role_set', { name }));
      },
    });
  const remove = () =>
    context.ask({
      title: t('members.remove_of', { name }),
      text: t('members.remove_why'),
      action: t('members.remove'),
      act: async () => {
        await write('remove_member', { organization, account: row.account });
        await context.done(t('members.removed', { name }));
      },
    });
  return h(
    'div',
    { class: 'actions row' },
    h(
      'button',
      { type: 'button', id: `role-${row.account}-${row.role}`, 'aria-label': t('members.role_of', { name }), on: { click: change } },
      t('members.set_role'),
    ),
    h(
      'button',
      { type: 'button', id: `remove-${row.account}-${row.role}`, 'aria-label': t('members.remove_of', { name }), on: { click: remove } },
      t('members.remove'),
    ),
  );
}

export function view({ about, members }, context) {
  const columns = [
    { key: 'full_name', label: t('accounts.name'), show: (row) => own(row.full_name || '–') },
    { key: 'email', label: t('sign_in.email') },
    { key: 'role', label: t('members.role'), value: (row) => code('organization_role', row.role) },
    { key: 'since', label: t('organizations.since'), show: (row) => moment(row.since) },
    { key: 'account', label: t('table.actions'), show: (row) => acts(row, about.id, context) },
  ];
  const add = form({
    action: t('members.set'),
    name: t('members.add'),
    narrow: true,
    fields: [
      field({
        name: 'email',
        label: t('sign_in.email'),
        hint: t('members.email_hint'),
        type: 'email',
        required: true,
        autocomplete: 'off',
      }),
      field({ name: 'role', label: t('members.role'), options: roles.map((role) => [role, code('organization_role', role)]) }),
    ],
    submit: async ({ email, role }) => {
      await write('set_member', { organization: about.id, email, role });
      await context.done(t('members.role_set', { name: email }));
    },
  });
  return [
    h('h1', null, own(about.name)),
    h('p', { class: 'lead' }, t('members.lead')),
    h('p', { class: 'actions' }, h('a', { href: '/organizations' }, t('organizations.title'))),
    members.length === 0 ? empty(t('members.none')) : table({ caption: t('members.title'), columns, rows: members }),
    h('h2', null, t('members.add')),
    add,
  ];
}
