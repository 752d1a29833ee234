// What happened to the signals, the newest first: what runs found, what people did; and what of it one has not read.
import { h, own } from '/app/dom.mjs';
import { code, moment, nodes, number, t } from '/app/i18n.mjs';
import { read, rows, view as api, write } from '/app/api.mjs';
import { account, organizations } from '/app/session.mjs';
import { empty } from '/components/state.mjs';
import { table } from '/components/table.mjs';

const size = 50;
/** Events, with the names of what they are about: of sites, and of one's colleagues. */
async function events(last = null) {
  const found = await read('feed', { most: size, ...(last && { before_at: last.created_at, before_id: last.id }) });
  const ids = [...new Set(found.map((one) => one.signal))];
  const about = ids.length === 0 ? [] : await rows(api('signals').select('id, organization_id, facility, metric').in('id', ids));
  const names = new Map(about.map((one) => [one.id, one]));
  return { rows: found.map((one) => ({ ...one, about: names.get(one.signal) })), more: found.length === size };
}
/** The names of those who did something, besides oneself: asked for where there are any. */
async function colleagues(found) {
  const others = found.filter((one) => [one.actor, one.details?.assignee].some((who) => who && who !== account().id));
  const ids = organizations('client')
    .map((one) => one.id)
    .filter((id) => others.some((one) => one.about?.organization_id === id));
  const all = await Promise.all(ids.map((organization) => read('members', { organization })));
  return new Map(all.flat().map((one) => [one.account, one.full_name]));
}

export async function load() {
  const [found, unread] = await Promise.all([events(), read('feed_unread')]);
  return { found, unread, people: await colleagues(found.rows) };
}
export const title = () => t('feed.title');

const who = (actor, people) =>
  actor === null
    ? t('feed.by_run')
    : actor === account().id
    ? t('feed.by_me')
    : people.get(actor)
    ? own(people.get(actor))
    : t('feed.by_somebody');
/** What an event says beyond its kind. */
function told({ kind, details }, people) {
  if (['new_signal', 'regression', 'improvement'].includes(kind))
    return t('feed.found', { type: code('signal_type', details.type), severity: number(details.severity, 0) });
  if (kind === 'assigned')
    return nodes('feed.to', {
      name: details.assignee === account().id ? t('feed.by_me') : own(people.get(details.assignee) ?? t('feed.by_somebody')),
    });
  if (kind === 'snoozed') return details.until ? t('feed.until', { moment: moment(details.until) }) : t('feed.no_longer');
  if (kind === 'reopened') return own(details.reason);
  if (kind === 'status') return t('feed.step', { from: code('signal_status', details.from), to: code('signal_status', details.to) });
  return '–';
}

export function view({ found, unread, people }, context) {
  const all = found.rows.map((one) => one.about?.organization_id).filter(Boolean);
  for (const id of new Set(all.length > 0 ? all : organizations().map((one) => one.id)))
    context.follow(`organization.${id}`, (event) => {
      if (event?.event === 'signal.changed') context.reload();
    });
  const read_ = async () => {
    try {
      await write('mark_read', { up_to: found.rows[0].id });
      await context.done(t('feed.marked'));
    } catch (trouble) {
      context.announce(trouble.message);
    }
  };
  const shown = [
    {
      key: 'signal',
      label: t('feed.about'),
      show: (row) => [
        h(
          'a',
          { class: 'wide', href: `/signals/${row.signal}` },
          row.about ? own(row.about.facility) : t('feed.signal', { id: String(row.signal) }),
        ),
        row.about && h('span', { class: 'small muted tie' }, own(row.about.metric)),
      ],
    },
    {
      key: 'kind',
      label: t('feed.what'),
      show: (row) => [code('feed_kind', row.kind), row.unread && [' ', h('span', { class: 'badge concern' }, t('feed.new'))]],
    },
    { key: 'details', label: t('feed.details'), show: (row) => h('span', { class: 'wide' }, told(row, people)) },
    { key: 'actor', label: t('feed.by'), show: (row) => who(row.actor, people) },
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
          more: async (last) => {
            const next = await events(last);
            for (const [id, name] of await colleagues(next.rows)) people.set(id, name);
            return next;
          },
        }),
  ];
}
