// What happened to the signals, the newest first: what runs found, what people did; and what of it one has not read.
import { h, own } from '/app/dom.mjs';
import { code, moment, nodes, number, t } from '/app/i18n.mjs';
import { read, write } from '/app/api.mjs';
import { account, organizations } from '/app/session.mjs';
import { empty } from '/components/state.mjs';
import { table } from '/components/table.mjs';

const size = 50;
async function events(last = null) {
  const found = await read('feed', { most: size, ...(last && { before_at: last.created_at, before_id: last.id }) });
  return { rows: found, more: found.length === size };
}

export async function load() {
  const [found, unread] = await Promise.all([events(), read('feed_unread')]);
  return { found, unread };
}
export const title = () => t('feed.title');

const who = (id, name) => (id === account().id ? t('feed.by_me') : name ? own(name) : t('feed.by_somebody'));
/** What an event says beyond its kind. */
function told({ kind, details, assignee_name: assignee }) {
  if (['new_signal', 'regression', 'improvement'].includes(kind))
    return t('feed.found', { type: code('signal_type', details.type), severity: number(details.severity, 0) });
  if (kind === 'assigned')
    return nodes('feed.to', { name: who(details.assignee, assignee) });
  if (kind === 'snoozed') return details.until ? t('feed.until', { moment: moment(details.until) }) : t('feed.no_longer');
  if (kind === 'reopened') return own(details.reason);
  if (kind === 'status') return t('feed.step', { from: code('signal_status', details.from), to: code('signal_status', details.to) });
  return '–';
}

export function view({ found, unread }, context) {
  const all = found.rows.map((one) => one.organization);
  for (const id of new Set(all.length > 0 ? all : organizations().map((one) => one.id)))
    context.follow(`organization.${id}`, (event) => {
      if (event?.event === 'signal.changed') context.reload();
    });
  const read_ = async () => {
    await write('mark_read', { up_to: found.rows[0].id });
    await context.done(t('feed.marked'));
  };
  const shown = [
    {
      key: 'signal',
      label: t('feed.about'),
      show: (row) => [
        h('a', { class: 'wide', href: `/signals/${row.signal}` }, own(row.facility)),
        h('span', { class: 'small muted tie' }, own(row.metric)),
      ],
    },
    {
      key: 'kind',
      label: t('feed.what'),
      show: (row) => [code('feed_kind', row.kind), row.unread && [' ', h('span', { class: 'badge concern' }, t('feed.new'))]],
    },
    { key: 'details', label: t('feed.details'), show: (row) => h('span', { class: 'wide' }, told(row)) },
    { key: 'actor', label: t('feed.by'), show: (row) => (row.actor === null ? t('feed.by_run') : who(row.actor, row.actor_name)) },
    { key: 'created_at', label: t('feed.when'), show: (row) => h('span', { class: 'wide' }, moment(row.created_at)) },
  ];
  return [
    h('h1', null, t('feed.title')),
    h('p', { class: 'lead' }, t('feed.unread', { n: unread })),
    h(
      'p',
      { class: 'actions' },
      h('a', { class: 'button', href: '/signals' }, t('signals.title')),
      unread > 0 && h('button', { type: 'button', id: 'mark-read', on: { click: read_ } }, t('feed.mark')),
    ),
    found.rows.length === 0
      ? empty(t('feed.none'), h('p', null, h('a', { href: '/signals' }, t('signals.title'))))
      : table({
          caption: t('feed.title'),
          columns: shown,
          rows: found.rows,
          hasMore: found.more,
          announce: context.announce,
          more: events,
        }),
  ];
}
