// One's own documents: uploaded, looked after, saved, removed. Each is checked before it can be read.
import { h, own } from '/app/dom.mjs';
import { bytes, code, day, moment, t } from '/app/i18n.mjs';
import { page, save, view as api, write } from '/app/api.mjs';
import { field, form } from '/components/form.mjs';
import { empty } from '/components/state.mjs';
import { filter, sorting, sorts, table } from '/components/table.mjs';

const columns = 'id, kind, title, file_name, media_type, size, status, expires_on, verified_at, problem, created_at';
const kinds = ['cv', 'certificate', 'identity', 'other'];
const states = ['uploading', 'checking', 'ready', 'quarantined'];

function asked({ query }) {
  let found = api('documents')
    .select(columns)
    .in('status', query.get('status') ? [query.get('status')] : states);
  if (query.get('kind')) found = found.eq('kind', query.get('kind'));
  return found;
}
const sortable = ['created_at', 'title', 'size'];
export const load = async (context) => ({ found: await page(asked(context), sorting(context, sortable)) });
export const title = () => t('documents.title');

function add(context) {
  return form({
    action: t('documents.upload'),
    name: t('documents.add'),
    fields: [
      field({ name: 'file', label: t('documents.file'), hint: t('documents.file_hint'), type: 'file', required: true }),
      field({ name: 'title', label: t('documents.name'), required: true, maxlength: 200 }),
      field({ name: 'kind', label: t('documents.kind'), options: kinds.map((kind) => [kind, code('document_kind', kind)]) }),
      field({ name: 'expires_on', label: t('documents.expires'), hint: t('documents.expires_hint'), type: 'date' }),
    ],
    submit: async ({ file, title: named, kind, expires_on: expires }, key) => {
      const { upload } = await import('/app/upload.mjs');
      const { status } = await upload(file, { title: named, kind, ...(expires && { expires_on: expires }) }, key);
      await context.done(code('document_status', status));
    },
  });
}

function acts(row, context) {
  return h(
    'div',
    { class: 'actions' },
    row.status === 'ready' &&
      h(
        'button',
        {
          type: 'button',
          'aria-label': t('documents.save_of', { name: row.title }),
          on: { click: () => save(`/rpc/document_data?document=${row.id}`, row.file_name) },
        },
        t('documents.save'),
      ),
    h(
      'button',
      {
        type: 'button',
        'aria-label': t('documents.remove_of', { name: row.title }),
        on: {
          click: () =>
            context.ask({
              title: t('documents.remove'),
              text: t('documents.remove_why', { name: row.title }),
              action: t('documents.remove'),
              act: async () => {
                await write('delete_document', { document: row.id });
                await context.reload();
              },
            }),
        },
      },
      t('documents.remove'),
    ),
  );
}

/** Whether something was entered, which would be lost. */
const entered = () => [...document.querySelectorAll('main form.form input')].some((one) => one.value !== '');

export function view({ found }, context) {
  // A report has been made, or a file been checked.
  context.follow(`account.${context.account.id}`, (event) => {
    if (event?.event === 'job.finished' && !entered()) context.reload();
  });
  const sort = sorting(context, sortable);
  const shown = [
    { key: 'title', label: t('documents.name'), sort: true, show: (row) => own(row.title) },
    { key: 'kind', label: t('documents.kind'), show: (row) => code('document_kind', row.kind) },
    {
      key: 'status',
      label: t('documents.state'),
      show: (row) => [code('document_status', row.status), row.problem && [': ', own(row.problem)]],
    },
    { key: 'size', label: t('documents.size'), number: true, sort: true, show: (row) => bytes(row.size) },
    { key: 'expires_on', label: t('documents.expires'), show: (row) => day(row.expires_on) },
    { key: 'created_at', label: t('documents.added'), sort: true, show: (row) => moment(row.created_at) },
    { key: 'id', label: t('table.actions'), show: (row) => acts(row, context) },
  ];
  const filtered = context.query.get('kind') || context.query.get('status');
  return [
    h('h1', null, t('documents.title')),
    h('p', { class: 'lead' }, t('documents.lead')),
    filter(context, [
      { name: 'kind', label: t('documents.kind'), options: kinds.map((kind) => [kind, code('document_kind', kind)]) },
      { name: 'status', label: t('documents.state'), options: states.map((state) => [state, code('document_status', state)]) },
    ]),
    found.rows.length === 0
      ? empty(filtered ? t('state.none_match') : t('documents.none'))
      : table({
          caption: t('documents.title'),
          columns: shown,
          rows: found.rows,
          hasMore: found.more,
          announce: context.announce,
          sort: sorts(context, sort),
          more: (last) => page(asked(context), { ...sort, after: last }),
        }),
    h('h2', null, t('documents.add')),
    add(context),
  ];
}
