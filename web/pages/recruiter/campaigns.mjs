// The campaigns of one's organisations: where a place is open, and for what.
import { h, own } from '/app/dom.mjs';
import { code, moment, t } from '/app/i18n.mjs';
import { page, rows, view as api } from '/app/api.mjs';
import { empty } from '/components/state.mjs';
import { filter, sorting, sorts, table } from '/components/table.mjs';

const states = ['draft', 'open', 'closed', 'archived'];
function asked({ query }) {
  const found = api('campaigns').select('id, organization, vessel, position, title, status, created_at');
  return query.get('status') ? found.eq('status', query.get('status')) : found;
}
const sortable = ['created_at', 'title', 'position'];

export async function load(context) {
  const [found, vessels] = await Promise.all([page(asked(context), sorting(context, sortable)), rows(api('vessels').select('id, name'))]);
  return { found, vessels: new Map(vessels.map((one) => [one.id, one.name])) };
}
export const title = () => t('campaigns.title');

export function view({ found, vessels }, context) {
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
  ];
}
