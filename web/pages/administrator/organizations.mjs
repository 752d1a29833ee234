// Organisations: which there are; an administrator makes new ones.
import { page, view as api, write } from '/app/api.mjs';
import { h, link, own } from '/app/dom.mjs';
import { moment, t } from '/app/i18n.mjs';
import { isAdmin } from '/app/session.mjs';
import { field, form } from '/components/form.mjs';
import { empty } from '/components/state.mjs';
import { table } from '/components/table.mjs';
import { holds, search } from '/components/tools.mjs';

function asked({ query }) {
  const found = api('organizations').select('id, name, is_active, created_at');
  return query.get('q') ? found.or(holds(['name'], query.get('q'))) : found;
}
const sorting = ({ query }) => ({ column: query.get('sort') ?? 'name', descending: query.get('order') === 'down' });
export const load = async (context) => ({ found: await page(asked(context), sorting(context)) });
export const title = () => t('organizations.title');

export function view({ found }, context) {
  const sort = sorting(context);
  const columns = [
    { key: 'name', label: t('organizations.name'), sort: true, show: (row) => link(`/organizations/${row.id}`, own(row.name)) },
    { key: 'is_active', label: t('account.state'), value: (row) => t(row.is_active ? 'accounts.active' : 'accounts.inactive') },
    { key: 'created_at', label: t('organizations.since'), sort: true, show: (row) => moment(row.created_at) },
  ];
  const add = () =>
    form({
      action: t('organizations.create'),
      name: t('organizations.add'),
      narrow: true,
      fields: [field({ name: 'name', label: t('organizations.name'), required: true, maxlength: 200, autocomplete: 'off' })],
      submit: async (values) => {
        const id = await write('create_organization', values);
        context.go(`/organizations/${id}`);
      },
    });
  return [
    h('h1', null, t('organizations.title')),
    h('p', { class: 'lead' }, t('organizations.lead')),
    search(context, { label: t('organizations.search') }),
    found.rows.length === 0
      ? empty(context.query.get('q') ? t('organizations.none_match') : t('organizations.none'))
      : table({
          caption: t('organizations.title'),
          columns,
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
    isAdmin() && [h('h2', null, t('organizations.add')), add()],
  ];
}
