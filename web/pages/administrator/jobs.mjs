// What the machine does in the background: what waits, runs, is done or has failed; cancelled and tried again from here.
import { page, rows, view as api, write } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { code, moment, number, percent, t } from '/app/i18n.mjs';
import { isAdmin } from '/app/session.mjs';
import { empty } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';
import { asOf, document_ } from '/components/tools.mjs';

const states = ['queued', 'running', 'done', 'failed', 'cancelled'];
const order = { column: 'id', descending: true };

function asked({ query }) {
  let found = api('jobs').select(
    'id, kind, status, progress, message, result, error, attempt, run_at, created_at, started_at, finished_at',
  );
  if (query.get('status')) found = found.eq('status', query.get('status'));
  if (query.get('kind')) found = found.eq('kind', query.get('kind'));
  return found;
}
export async function load(context) {
  const [found, schedules] = await Promise.all([page(asked(context), order), isAdmin() ? rows(api('schedules').select('kind')) : []]);
  return { found, schedules };
}
export const title = () => t('jobs.title');

function acts(row, context) {
  const what = t('jobs.job', { id: String(row.id), kind: row.kind });
  const cancel = () =>
    context.ask({
      title: t('jobs.cancel_of', { job: what }),
      text: t(row.status === 'running' ? 'jobs.cancel_running_why' : 'jobs.cancel_why'),
      action: t('jobs.cancel'),
      act: async () => {
        await write('cancel_job', { job: row.id });
        await context.done(t('jobs.cancelled', { job: what }));
      },
    });
  const retry = () =>
    context.ask({
      title: t('jobs.retry_of', { job: what }),
      text: t('jobs.retry_why'),
      action: t('jobs.retry'),
      act: async () => {
        await write('retry_job', { job: row.id });
        await context.done(t('jobs.retried', { job: what }));
      },
    });
  if (['queued', 'running'].includes(row.status))
    return h(
      'button',
      { type: 'button', id: `job-${row.id}`, 'aria-label': t('jobs.cancel_of', { job: what }), on: { click: cancel } },
      t('jobs.cancel'),
    );
  if (['failed', 'cancelled'].includes(row.status) && isAdmin())
    return h(
      'button',
      { type: 'button', id: `job-${row.id}`, 'aria-label': t('jobs.retry_of', { job: what }), on: { click: retry } },
      t('jobs.retry'),
    );
  return '–';
}

function state(row) {
  const kind = { failed: 'danger', cancelled: 'concern', done: 'good' }[row.status] ?? '';
  return [
    h('span', { class: `badge ${kind}` }, code('job_status', row.status)),
    row.status === 'running' && row.progress !== null && ` ${percent(row.progress)}`,
  ];
}
/** How long it ran, or has been running, in seconds. */
const took = (row) =>
  row.started_at === null ? null : (Date.parse(row.finished_at ?? new Date().toISOString()) - Date.parse(row.started_at)) / 1000;
const gave = (row) =>
  row.error !== null && ['failed', 'queued'].includes(row.status)
    ? h('span', { class: 'wrap' }, own(row.error))
    : row.result !== null
    ? document_(row.result, String(row.id))
    : row.message
    ? own(row.message)
    : '–';

export function view({ found, schedules }, context) {
  const columns = [
    { key: 'id', label: t('jobs.number'), value: (row) => String(row.id) },
    { key: 'kind', label: t('jobs.kind'), show: (row) => own(row.kind) },
    { key: 'status', label: t('account.state'), show: state },
    { key: 'run_at', label: t('jobs.due'), show: (row) => moment(row.started_at ?? row.run_at) },
    { key: 'took', label: t('jobs.took'), unit: t('unit.seconds'), number: true, show: (row) => number(took(row), 2) },
    { key: 'attempt', label: t('jobs.attempts'), number: true, digits: 0 },
    { key: 'result', label: t('jobs.result'), show: gave },
    { key: 'act', label: t('table.actions'), show: (row) => acts(row, context) },
  ];
  const kinds = [...new Set([...schedules, ...found.rows].map((row) => row.kind).concat(context.query.get('kind') ?? []))].sort();
  const filtered = context.query.get('kind') || context.query.get('status');
  return [
    h('h1', null, t('jobs.title')),
    h('p', { class: 'lead' }, t('jobs.lead')),
    asOf(context),
    filter(context, [
      { name: 'status', label: t('account.state'), options: states.map((one) => [one, code('job_status', one)]) },
      { name: 'kind', label: t('jobs.kind'), options: kinds.map((one) => [one, one]) },
    ]),
    found.rows.length === 0
      ? empty(filtered ? t('state.none_match') : t('jobs.none'))
      : table({
          caption: t('jobs.title'),
          columns,
          rows: found.rows,
          hasMore: found.more,
          announce: context.announce,
          more: (last) => page(asked(context), { ...order, after: last }),
        }),
  ];
}
