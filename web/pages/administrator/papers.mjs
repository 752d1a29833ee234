// All documents, for administrators: whose, whether the check let them through, verified or not, held for the law or not.
import { page, save, view as api, write } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { bytes, code, day, moment, t } from '/app/i18n.mjs';
import { empty } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';
import { emails, holds, search } from '/components/tools.mjs';

const columns = 'id, owner_id, kind, title, file_name, size, storage, status, expires_on, legal_hold, verified_at, created_at, problem';
const states = ['uploading', 'checking', 'ready', 'quarantined', 'aborted', 'deleted'];
const kinds = ['cv', 'certificate', 'identity', 'reference', 'report', 'photo', 'calibration', 'other'];
/** Of which nobody verifies anything, and which administrators are not shown. */
const faces = ['photo', 'calibration'];

function asked({ query }) {
  let found = api('documents')
    .select(columns)
    .in('status', query.get('status') ? [query.get('status')] : states.slice(0, 4));
  if (query.get('kind')) found = found.eq('kind', query.get('kind'));
  if (query.get('verified')) found = query.get('verified') === 'yes' ? found.not('verified_at', 'is', null) : found.is('verified_at', null);
  if (query.get('q')) found = found.or(holds(['title', 'file_name'], query.get('q')));
  return found;
}
const sorting = ({ query }) => ({ column: query.get('sort') ?? 'created_at', descending: query.get('order') !== 'up' });
async function named(context, after = null) {
  const found = await page(asked(context), { ...sorting(context), after });
  const email = await emails(found.rows.map((row) => row.owner_id));
  return { ...found, rows: found.rows.map((row) => ({ ...row, email: email.get(row.owner_id) ?? null })) };
}
export const load = async (context) => ({ found: await named(context) });
export const title = () => t('papers.title');

function acts(row, context) {
  if (['deleted', 'aborted'].includes(row.status)) return '–';
  const name = row.title;
  const verified = row.verified_at !== null;
  const verify = () =>
    context.ask({
      title: t(verified ? 'papers.unverify_of' : 'papers.verify_of', { name }),
      text: t(row.kind === 'identity' ? 'papers.verify_identity_why' : 'papers.verify_why'),
      action: t(verified ? 'papers.unverify' : 'papers.verify'),
      fields: [{ name: 'note', label: t('papers.note'), hint: t('papers.note_hint'), maxlength: 1000 }],
      act: async ({ note }) => {
        await write('verify_document', { document: row.id, verified: !verified, ...(note && { note }) });
        await context.done(t(verified ? 'papers.unverified' : 'papers.verified', { name }));
      },
    });
  const remove = () =>
    context.ask({
      title: t('documents.remove_of', { name }),
      text: t('documents.remove_why', { name }),
      action: t('documents.remove'),
      act: async () => {
        await write('delete_document', { document: row.id });
        await context.done(t('papers.removed', { name }));
      },
    });
  const saved = () => save(`/rpc/document_data?document=${row.id}`, row.file_name);
  return h(
    'div',
    { class: 'actions' },
    row.status === 'ready' &&
      !faces.includes(row.kind) &&
      h(
        'button',
        {
          type: 'button',
          id: `verify-${row.id}`,
          'aria-label': t(verified ? 'papers.unverify_of' : 'papers.verify_of', { name }),
          on: { click: verify },
        },
        t(verified ? 'papers.unverify' : 'papers.verify'),
      ),
    row.status === 'ready' &&
      !faces.includes(row.kind) &&
      row.storage === 'database' &&
      h(
        'button',
        { type: 'button', id: `save-${row.id}`, 'aria-label': t('documents.save_of', { name }), on: { click: saved } },
        t('documents.save'),
      ),
    !row.legal_hold &&
      h(
        'button',
        { type: 'button', id: `remove-${row.id}`, 'aria-label': t('documents.remove_of', { name }), on: { click: remove } },
        t('documents.remove'),
      ),
  );
}

export function view({ found }, context) {
  const sort = sorting(context);
  const state = (row) => [
    h('span', { class: `badge ${{ quarantined: 'danger', ready: 'good' }[row.status] ?? ''}` }, code('document_status', row.status)),
    ' ',
    row.verified_at && h('span', { class: 'badge good' }, t('papers.is_verified')),
    ' ',
    row.legal_hold && h('span', { class: 'badge concern' }, t('papers.held')),
    row.problem && [' ', own(row.problem)],
  ];
  const shown = [
    {
      key: 'title',
      label: t('documents.name'),
      sort: true,
      show: (row) => [own(row.title), h('span', { class: 'small muted tie' }, own(row.file_name))],
    },
    { key: 'email', label: t('papers.owner'), value: (row) => row.email ?? t('outbox.gone') },
    { key: 'kind', label: t('documents.kind'), value: (row) => code('document_kind', row.kind) },
    { key: 'status', label: t('documents.state'), show: state },
    { key: 'size', label: t('documents.size'), number: true, sort: true, show: (row) => bytes(row.size) },
    { key: 'expires_on', label: t('documents.expires'), show: (row) => day(row.expires_on) },
    { key: 'created_at', label: t('documents.added'), sort: true, show: (row) => moment(row.created_at) },
    { key: 'id', label: t('table.actions'), show: (row) => acts(row, context) },
  ];
  return [
    h('h1', null, t('papers.title')),
    h('p', { class: 'lead' }, t('papers.lead')),
    search(context, { label: t('papers.search') }),
    filter(context, [
      { name: 'kind', label: t('documents.kind'), options: kinds.map((kind) => [kind, code('document_kind', kind)]) },
      { name: 'status', label: t('documents.state'), options: states.map((one) => [one, code('document_status', one)]) },
      {
        name: 'verified',
        label: t('papers.verification'),
        options: [
          ['yes', t('papers.yes')],
          ['no', t('papers.no')],
        ],
      },
    ]),
    found.rows.length === 0
      ? empty(context.query.size > 0 ? t('state.none_match') : t('papers.none'))
      : table({
          caption: t('papers.title'),
          columns: shown,
          rows: found.rows,
          hasMore: found.more,
          announce: context.announce,
          sort: {
            key: sort.column,
            descending: sort.descending,
            to: (key, descending) => context.set({ sort: key, order: descending ? null : 'up' }),
          },
          more: (last) => named(context, last),
        }),
  ];
}
