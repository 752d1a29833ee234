// What needs attention: the signals of one's organisations, the most severe first, by what they are, where, and how far the work on them is.
import { h, own } from '/app/dom.mjs';
import { code, probability, t, valued } from '/app/i18n.mjs';
import { page, read, rows, view as api } from '/app/api.mjs';
import { account } from '/app/session.mjs';
import { empty } from '/components/state.mjs';
import { csv, filter, table } from '/components/table.mjs';

const columns =
  'id, metric_id, metric, domain, facility, system_name, dimensions, value, z, percentile, slope_percentile, q_value, signal_type, severity, status, days_open';
const filtered = { type: 'signal_type', status: 'status', domain: 'domain', metric: 'metric_id', system: 'system_name' };
const sorting = ({ query }) => ({ column: query.get('sort') ?? 'severity', descending: query.get('order') !== 'up' });

function asked({ query }, mine) {
  let found = api('signals').select(columns);
  for (const [name, column] of Object.entries(filtered)) if (query.get(name)) found = found.eq(column, query.get(name));
  if (query.get('site')) found = found.ilike('facility', `%${query.get('site').replaceAll(/[\\%_]/g, '\\$&')}%`);
  return mine ? found.in('id', mine) : found;
}
/** The numbers of the signals that are mine, where that is asked for. */
const ofMine = async ({ query }) =>
  query.get('who') === 'me'
    ? (await rows(api('signal_assignments').select('signal').eq('assignee', account().id).limit(1000))).map((one) => one.signal)
    : null;

export async function load(context) {
  const [mine, filters, metrics] = await Promise.all([
    ofMine(context),
    read('signal_filters'),
    rows(api('signal_metrics').select('metric_id, unit')),
  ]);
  const found = mine?.length === 0 ? { rows: [], more: false } : await page(asked(context, mine), sorting(context));
  return { mine, filters, units: new Map(metrics.map((one) => [one.metric_id, one.unit])), found };
}
export const title = () => t('signals.title');

/** How severe, as a word with a shape, not by colour alone. */
const type = (row) =>
  h(
    'span',
    { class: `badge ${row.severity >= 76 ? 'danger' : row.severity >= 60 ? 'concern' : row.severity <= 25 ? 'good' : ''}` },
    code('signal_type', row.signal_type),
  );
const part = ({ dimensions }) =>
  Object.entries(dimensions ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');

function columnsOf(units) {
  return [
    {
      key: 'facility',
      label: t('signals.site'),
      sort: true,
      value: (row) => row.facility,
      show: (row) => [
        h('a', { class: 'wide', href: `/signals/${row.id}` }, own(row.facility)),
        row.system_name && h('span', { class: 'small muted tie' }, own(row.system_name)),
      ],
    },
    {
      key: 'metric',
      label: t('signals.metric'),
      sort: true,
      show: (row) => [h('span', { class: 'wide' }, own(row.metric)), part(row) && h('span', { class: 'small muted tie' }, own(part(row)))],
      value: (row) => [row.metric, part(row)].filter(Boolean).join(', '),
    },
    { key: 'severity', label: t('signals.severity'), unit: t('signals.severity_unit'), number: true, digits: 0, sort: true },
    { key: 'signal_type', label: t('signals.type'), show: type, value: (row) => code('signal_type', row.signal_type) },
    { key: 'value', label: t('signals.value'), number: true, digits: 2, show: (row) => valued(row.value, units.get(row.metric_id)) },
    { key: 'z', label: t('signals.z'), unit: t('signals.z_unit'), number: true, digits: 2, sort: true },
    {
      key: 'q_value',
      label: t('signals.q'),
      unit: t('signals.q_unit'),
      number: true,
      sort: true,
      digits: 3,
      show: (row) => probability(row.q_value),
    },
    {
      key: 'status',
      label: t('signals.status'),
      show: (row) => code('signal_status', row.status),
      value: (row) => code('signal_status', row.status),
    },
    { key: 'days_open', label: t('signals.open'), unit: t('signals.days'), number: true, digits: 0 },
  ];
}

/** Part of a site's name. */
function search(context) {
  const input = h('input', { id: 'site', name: 'site', type: 'search', value: context.query.get('site') ?? '', maxlength: 100 });
  const find = (event) => {
    event.preventDefault();
    context.set({ site: input.value.trim() });
  };
  return h(
    'form',
    { class: 'filters', role: 'search', 'aria-label': t('signals.search'), on: { submit: find } },
    h('div', { class: 'field' }, h('label', { for: 'site' }, t('signals.site_part')), input),
    h('button', { type: 'submit' }, t('signals.find')),
  );
}

function filters(context, { filters: found }) {
  const named = (kind, values) => [...values].sort().map((one) => [one, code(kind, one)]);
  const metrics = found.metrics.map((one) => [one.metric_id, one.name]);
  return [
    search(context),
    filter(context, [
      { name: 'type', label: t('signals.type'), options: named('signal_type', found.types) },
      { name: 'status', label: t('signals.status'), options: named('signal_status', found.statuses) },
      { name: 'who', label: t('signals.who'), options: [['me', t('signals.me')]] },
      ...(found.domains.length > 1 ? [{ name: 'domain', label: t('signals.domain'), options: named('domain', found.domains) }] : []),
      { name: 'metric', label: t('signals.metric'), options: metrics },
      ...(found.systems.length > 1 ? [{ name: 'system', label: t('signals.system'), options: named('system', found.systems) }] : []),
    ]),
  ];
}

/** Why it is so, without the weight of cards. */
const reasons = () =>
  h(
    'details',
    { class: 'why' },
    h('summary', null, t('card.why')),
    h(
      'dl',
      null,
      ['definition', 'formula', 'limits'].map((one) => [h('dt', null, t(`why.${one}`)), h('dd', null, t(`signals.${one}`))]),
    ),
  );

export function view(data, context) {
  const { found, units, mine } = data;
  const sort = sorting(context);
  const shown = columnsOf(units);
  const asks = [...Object.keys(filtered), 'site', 'who'].some((name) => context.query.get(name));
  const nothing = data.filters.types.length === 0;
  return [
    h('h1', null, t('signals.title')),
    h('p', { class: 'lead' }, t('signals.lead')),
    h('p', { class: 'actions' }, h('a', { class: 'button', href: '/signal-feed' }, t('feed.title'))),
    nothing
      ? empty(t('signals.none'))
      : [
          filters(context, data),
          found.rows.length === 0
            ? empty(asks ? t('state.none_match') : t('signals.none'))
            : [
                table({
                  caption: t('signals.caption'),
                  columns: shown,
                  rows: found.rows,
                  hasMore: found.more,
                  announce: context.announce,
                  sort: {
                    key: sort.column,
                    descending: sort.descending,
                    to: (key, descending) => context.set({ sort: key, order: descending ? null : 'up' }),
                  },
                  more: (last) => page(asked(context, mine), { ...sort, after: last }),
                }),
                h(
                  'p',
                  null,
                  h(
                    'button',
                    { type: 'button', on: { click: () => csv({ columns: shown, rows: found.rows }, 'signals') } },
                    t('card.download'),
                  ),
                ),
              ],
          reasons(),
        ],
  ];
}
