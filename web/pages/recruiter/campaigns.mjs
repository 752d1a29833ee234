// The campaigns of one's organisations: where a place is open, and for what.
import { h, own } from '/app/dom.mjs';
import { code, moment, t } from '/app/i18n.mjs';
import { change, page, rows, view as api } from '/app/api.mjs';
import { isAdmin, organizations } from '/app/session.mjs';
import { near } from '/components/card.mjs';
import { field, form } from '/components/form.mjs';
import { empty } from '/components/state.mjs';
import { filter, sorting, sorts, table } from '/components/table.mjs';

const states = ['draft', 'open', 'closed', 'archived'];
function asked({ query }) {
  const found = api('campaigns').select('id, organization, vessel, position, title, status, created_at');
  return query.get('status') ? found.eq('status', query.get('status')) : found;
}
const sortable = ['created_at', 'title', 'position'];

export async function load(context) {
  const [found, vessels] = await Promise.all([
    page(asked(context), sorting(context, sortable)),
    rows(api('vessels').select('id, name, organization')),
  ]);
  return { found, fleet: vessels, vessels: new Map(vessels.map((one) => [one.id, one.name])) };
}
export const title = () => t('campaigns.title');

/** A campaign of one of one's vessels; its page comes next. */
async function making(fleet, context) {
  const vessels = fleet.filter((one) => isAdmin() || organizations('client').some(({ id }) => id === one.organization));
  if (vessels.length === 0) return h('p', { class: 'state' }, t('campaigns.no_vessel'));
  const positions = await rows(api('positions').select('name').order('sort'));
  const states = ['open', 'draft'].map((one) => [one, code('campaign_status', one)]);
  return form({
    name: t('campaigns.add'),
    action: t('campaigns.create'),
    narrow: true,
    fields: [
      field({ name: 'title', label: t('campaigns.name'), required: true, maxlength: 200, autocomplete: 'off' }),
      field({ name: 'vessel', label: t('campaigns.vessel'), options: vessels.map((one) => [one.id, one.name]) }),
      field({ name: 'position', label: t('campaigns.position'), options: positions.map((one) => [one.name, one.name]) }),
      field({ name: 'status', label: t('campaigns.state'), hint: t('campaigns.status_hint'), options: states }),
    ],
    submit: async (values) => {
      const { organization } = vessels.find((one) => one.id === values.vessel);
      const [made] = await change(
        api('campaigns')
          .insert({ ...values, organization })
          .select('id'),
      );
      await context.go(`/campaigns/${made.id}`);
    },
  });
}

export function view({ found, fleet, vessels }, context) {
  const sort = sorting(context, sortable);
  const columns = [
    { key: 'title', label: t('campaigns.name'), sort: true, show: (row) => h('a', { href: `/campaigns/${row.id}` }, own(row.title)) },
    { key: 'position', label: t('campaigns.position'), sort: true },
    { key: 'vessel', label: t('campaigns.vessel'), show: (row) => own(vessels.get(row.vessel) ?? '–') },
    { key: 'status', label: t('campaigns.state'), show: (row) => code('campaign_status', row.status) },
    { key: 'created_at', label: t('campaigns.made'), sort: true, show: (row) => moment(row.created_at) },
  ];
  return [
    h('h1', null, t('campaigns.title')),
    h('p', { class: 'lead' }, t('campaigns.lead')),
    filter(context, [{ name: 'status', label: t('campaigns.state'), options: states.map((one) => [one, code('campaign_status', one)]) }]),
    found.rows.length === 0
      ? empty(context.query.get('status') ? t('state.none_match') : t('campaigns.none'))
      : table({
          caption: t('campaigns.title'),
          columns,
          rows: found.rows,
          hasMore: found.more,
          announce: context.announce,
          sort: sorts(context, sort),
          more: (last) => page(asked(context), { ...sort, after: last }),
        }),
    h('h2', null, t('campaigns.add')),
    near(() => making(fleet, context), 28),
  ];
}
