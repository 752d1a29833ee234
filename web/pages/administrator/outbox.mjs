// Messages: to whom, whether they went out, and why not. What they say is shown to whom they are for alone.
import { page, view as api } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { code, moment, t } from '/app/i18n.mjs';
import { isAdmin } from '/app/session.mjs';
import { empty } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';
import { asOf, document_, emails } from '/components/tools.mjs';

const states = ['queued', 'sending', 'sent', 'failed', 'cancelled'];
const order = { column: 'id', descending: true };

function asked({ query }) {
  const found = api('notifications').select('*');
  return query.get('status') ? found.eq('status', query.get('status')) : found;
}
/** The next rows, with the addresses of whom they are for where one may know them. */
async function named(context, after = null) {
  const found = await page(asked(context), { ...order, after });
  const email = isAdmin() ? await emails(found.rows.map((row) => row.recipient_id)) : new Map();
  return { ...found, rows: found.rows.map((row) => ({ ...row, email: email.get(row.recipient_id) ?? null })) };
}
export const load = async (context) => ({ found: await named(context) });
export const title = () => t('outbox.title');

const badge = (status) =>
  h('span', { class: `badge ${{ failed: 'danger', cancelled: 'concern', sent: 'good' }[status] ?? ''}` }, code('message_status', status));

export function view({ found }, context) {
  const mine = (row) => row.recipient_id === context.account.id;
  const columns = [
    { key: 'template', label: t('outbox.template'), value: (row) => code('template', row.template) },
    isAdmin() && {
      key: 'email',
      label: t('outbox.to'),
      value: (row) => row.email ?? t(row.recipient_id ? 'outbox.gone' : 'outbox.address'),
    },
    { key: 'status', label: t('account.state'), show: (row) => badge(row.status) },
    { key: 'created_at', label: t('outbox.made'), show: (row) => moment(row.created_at) },
    { key: 'sent_at', label: t('outbox.sent'), show: (row) => moment(row.sent_at) },
    { key: 'attempts', label: t('jobs.attempts'), number: true, digits: 0 },
    { key: 'error', label: t('outbox.error'), show: (row) => (row.error ? h('span', { class: 'wrap' }, own(row.error)) : '–') },
    {
      key: 'parameters',
      label: t('outbox.says'),
      show: (row) => (mine(row) ? document_(row.parameters, String(row.id)) : t('outbox.hidden')),
    },
  ].filter(Boolean);
  return [
    h('h1', null, t('outbox.title')),
    h('p', { class: 'lead' }, t(isAdmin() ? 'outbox.lead' : 'outbox.lead_own')),
    asOf(context),
    filter(context, [{ name: 'status', label: t('account.state'), options: states.map((one) => [one, code('message_status', one)]) }]),
    found.rows.length === 0
      ? empty(context.query.get('status') ? t('state.none_match') : t('outbox.none'))
      : table({
          caption: t('outbox.title'),
          columns,
          rows: found.rows,
          hasMore: found.more,
          announce: context.announce,
          more: (last) => named(context, last),
        }),
  ];
}
