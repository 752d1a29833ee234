// What happened: who did what to which object, newest first.
import { page, rows, view as api } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { code, moment, t } from '/app/i18n.mjs';
import { empty } from '/components/state.mjs';
import { csv, filter, table } from '/components/table.mjs';
import { asOf, document_, emails, search } from '/components/tools.mjs';

const order = { column: 'id', descending: true };
const days = ['1', '7', '30', '365'];
/** Actions that there is a word for; others are found among the rows. */
const known = [
  'account.created',
  'account.erased',
  'account.verified',
  'attempt.granted',
  'barrier.lifted',
  'candidacy.hired',
  'candidacy.rejected',
  'candidacy.withdrawn',
  'consent.given',
  'consent.withdrawn',
  'data.exported',
  'document.deleted',
  'document.verified',
  'email.verified',
  'erasure.requested',
  'membership.granted',
  'membership.revoked',
  'model.activated',
  'model.retrained',
  'organization.created',
  'password.changed',
  'password.reset',
  'report.read',
  'review.requested',
  'role.granted',
  'role.revoked',
  'session.reused',
  'token.revoked',
  'typing.exported',
  'typing.sealed',
  'typing.unsealed',
];
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Events, of an action, of the last days, and of an account: by whom, or about it. */
function asked({ query }, account) {
  let found = api('audit_events').select('id, happened_at, actor_id, action, object, details');
  if (query.get('action')) found = found.eq('action', query.get('action'));
  if (query.get('days')) found = found.gte('happened_at', new Date(Date.now() - Number(query.get('days')) * 86400000).toISOString());
  return account ? found.or(`actor_id.eq.${account},object.eq."platform.account/${account}"`) : found;
}
/** The account that a word means: its number, or that of its address; null: none. */
async function accountOf(word) {
  if (uuid.test(word)) return word;
  const [one] = await rows(api('accounts').select('id').eq('email', word.toLowerCase()));
  return one?.id ?? null;
}
async function named(context, account, after = null) {
  const found = await page(asked(context, account), { ...order, after });
  const about = (row) => /^platform\.account\/([0-9a-f-]{36})$/.exec(row.object ?? '')?.[1];
  const email = await emails(found.rows.flatMap((row) => [row.actor_id, about(row)]));
  return { ...found, rows: found.rows.map((row) => ({ ...row, actor: email.get(row.actor_id), about: email.get(about(row)) })) };
}
export async function load(context) {
  const word = context.query.get('q');
  const account = word ? await accountOf(word) : null;
  if (word && !account) return { account, found: { rows: [], more: false } };
  return { account, found: await named(context, account) };
}
export const title = () => t('audit.title');

export function view({ account, found }, context) {
  const columns = [
    { key: 'happened_at', label: t('audit.when'), value: (row) => row.happened_at, show: (row) => moment(row.happened_at) },
    { key: 'actor', label: t('audit.who'), value: (row) => row.actor ?? (row.actor_id ? t('outbox.gone') : t('audit.system')) },
    { key: 'action', label: t('audit.action'), show: (row) => own(code('audit_action', row.action)), value: (row) => row.action },
    { key: 'object', label: t('audit.object'), value: (row) => row.about ?? row.object },
    {
      key: 'details',
      label: t('audit.details'),
      value: (row) => JSON.stringify(row.details),
      show: (row) => document_(row.details, String(row.id)),
    },
  ];
  const actions = [
    ...new Set(
      known.concat(
        found.rows.map((row) => row.action),
        context.query.get('action') ?? [],
      ),
    ),
  ].sort((a, b) => code('audit_action', a).localeCompare(code('audit_action', b)));
  return [
    h('h1', null, t('audit.title')),
    h('p', { class: 'lead' }, t('audit.lead')),
    asOf(context),
    search(context, { label: t('audit.account'), hint: t('audit.account_hint') }),
    filter(context, [
      { name: 'action', label: t('audit.action'), options: actions.map((one) => [one, code('audit_action', one)]) },
      { name: 'days', label: t('audit.days'), options: days.map((n) => [n, t('audit.last_days', { n: Number(n) })]) },
    ]),
    found.rows.length === 0
      ? empty(context.query.get('q') && !account ? t('audit.no_account') : context.query.size > 0 ? t('state.none_match') : t('audit.none'))
      : [
          table({
            caption: t('audit.title'),
            columns,
            rows: found.rows,
            hasMore: found.more,
            announce: context.announce,
            more: (last) => named(context, account, last),
          }),
          h(
            'p',
            null,
            h('button', { type: 'button', on: { click: () => csv({ columns, rows: found.rows }, 'audit') } }, t('card.download')),
          ),
        ],
  ];
}
