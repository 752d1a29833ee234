// Who may what: accounts with their roles, whether they may sign in, and new ones.
import { page, rows, view as api, write } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { code, list, moment, t } from '/app/i18n.mjs';
import { field, form } from '/components/form.mjs';
import { empty } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';
import { holds, search } from '/components/tools.mjs';

const columns = 'id, email, full_name, roles, organizations, is_verified, is_active, created_at, last_login_at';

function asked({ query }) {
  let found = api('accounts').select(columns);
  if (query.get('active')) found = found.eq('is_active', query.get('active') === 'yes');
  if (query.get('role')) found = found.contains('roles', [query.get('role')]);
  if (query.get('q')) found = found.or(holds(['email', 'full_name'], query.get('q')));
  return found;
}
const sorting = ({ query }) => ({ column: query.get('sort') ?? 'email', descending: query.get('order') === 'down' });

export async function load(context) {
  const [found, roles, organizations] = await Promise.all([
    page(asked(context), sorting(context)),
    rows(api('roles').select('code, description').order('code')),
    rows(api('organizations').select('id, name').eq('is_active', true).order('name').limit(1000)),
  ]);
  return { found, roles, organizations };
}
export const title = () => t('accounts.title');

const choices = (roles, chosen = []) =>
  roles.map((role) => ({
    name: role.code,
    label: code('role', role.code),
    hint: code('role_about', role.code),
    type: 'checkbox',
    value: chosen.includes(role.code),
  }));
const picked = (roles, values) => roles.map((role) => role.code).filter((name) => values[name]);

function acts(row, roles, context) {
  const name = row.full_name || row.email;
  const change = () =>
    context.ask({
      title: t('accounts.roles_of', { name }),
      text: t('accounts.roles_why'),
      action: t('accounts.set_roles'),
      fields: choices(roles, row.roles),
      act: async (values) => {
        await write('set_roles', { account: row.id, roles: picked(roles, values) });
        await context.done(t('accounts.roles_set', { name }));
      },
    });
  const set = async () => {
    await write('set_active', { account: row.id, active: !row.is_active });
    await context.done(t(row.is_active ? 'accounts.is_off' : 'accounts.is_on', { name }));
  };
  const toggle = () =>
    context.ask({
      title: t(row.is_active ? 'accounts.off_of' : 'accounts.on_of', { name }),
      text: t(row.is_active ? 'accounts.off_why' : 'accounts.on_why'),
      action: t(row.is_active ? 'accounts.off' : 'accounts.on'),
      act: set,
    });
  return h(
    'div',
    { class: 'actions' },
    h(
      'button',
      { type: 'button', id: `roles-${row.id}`, 'aria-label': t('accounts.roles_of', { name }), on: { click: change } },
      t('accounts.set_roles'),
    ),
    h(
      'button',
      {
        type: 'button',
        id: `active-${row.id}`,
        'aria-label': t(row.is_active ? 'accounts.off_of' : 'accounts.on_of', { name }),
        on: { click: toggle },
      },
      t(row.is_active ? 'accounts.off' : 'accounts.on'),
    ),
  );
}

function add({ roles, organizations }, context) {
  const of = [['', t('accounts.none_of_them')], ...organizations.map((one) => [one.id, one.name])];
  return form({
    action: t('accounts.create'),
    name: t('accounts.add'),
    fields: [
      field({
        name: 'email',
        label: t('sign_in.email'),
        hint: t('accounts.email_hint'),
        type: 'email',
        required: true,
        autocomplete: 'off',
      }),
      field({ name: 'full_name', label: t('register.full_name'), required: true, autocomplete: 'off' }),
      { legend: t('accounts.roles'), hint: t('accounts.roles_why'), fields: choices(roles).map(field) },
      field({ name: 'organization', label: t('register.organization'), hint: t('accounts.organization_hint'), options: of }),
      field({
        name: 'organization_role',
        label: t('accounts.organization_role'),
        options: ['client', 'admin', 'planner', 'viewer'].map((one) => [one, code('organization_role', one)]),
      }),
    ],
    submit: async ({ email, full_name: name, organization, organization_role: role, ...values }) => {
      await write('create_account', {
        email,
        full_name: name,
        roles: picked(roles, values),
        ...(organization && { organization, organization_role: role }),
      });
      context.announce(t('accounts.created', { name }));
      await context.set({ q: email });
    },
  });
}

export function view(data, context) {
  const { found, roles } = data;
  const sort = sorting(context);
  const shown = [
    { key: 'full_name', label: t('accounts.name'), sort: true, show: (row) => own(row.full_name || '–') },
    { key: 'email', label: t('sign_in.email'), sort: true },
    { key: 'roles', label: t('accounts.roles'), value: (row) => list(row.roles.map((role) => code('role', role))) },
    {
      key: 'organizations',
      label: t('accounts.acts_for'),
      show: (row) =>
        row.organizations.length === 0
          ? '–'
          : h(
              'ul',
              { class: 'plain-list' },
              row.organizations.map((one) => h('li', null, own(one.name), ': ', code('organization_role', one.role))),
            ),
    },
    {
      key: 'is_active',
      label: t('account.state'),
      show: (row) => [
        h('span', { class: `badge ${row.is_active ? '' : 'concern'}` }, t(row.is_active ? 'accounts.active' : 'accounts.inactive')),
        ' ',
        row.is_verified && h('span', { class: 'badge good' }, t('accounts.verified')),
      ],
    },
    {
      key: 'last_login_at',
      label: t('accounts.last_login'),
      sort: true,
      show: (row) => (row.last_login_at ? moment(row.last_login_at) : t('accounts.never')),
    },
    { key: 'id', label: t('table.actions'), show: (row) => acts(row, roles, context) },
  ];
  return [
    h('h1', null, t('accounts.title')),
    h('p', { class: 'lead' }, t('accounts.lead')),
    search(context, { label: t('accounts.search'), hint: t('accounts.search_hint') }),
    filter(context, [
      {
        name: 'active',
        label: t('account.state'),
        options: [
          ['yes', t('accounts.active')],
          ['no', t('accounts.inactive')],
        ],
      },
      { name: 'role', label: t('accounts.role'), options: roles.map((role) => [role.code, code('role', role.code)]) },
    ]),
    found.rows.length === 0
      ? empty(t('accounts.none_match'))
      : table({
          caption: t('accounts.title'),
          columns: shown,
          rows: found.rows,
          hasMore: found.more,
          announce: context.announce,
          sort: {
            key: sort.column,
            descending: sort.descending,
            to: (key, descending) => context.set({ sort: key, order: descending ? 'down' : null }),
          },
          more: (last) => page(asked(context), { ...sort, after: last }),
        }),
    h('h2', null, t('accounts.add')),
    add(data, context),
  ];
}
