// Jobs, schedules, messages, health and metrics through PostgREST, and work that is answered by 202.
import { administrator, get, is, ok, request, rpc, sql, status, token } from '../lib/api.mjs';

const password = 'four unrelated words';
const register = async (email, more = {}) => (await rpc('register', { email, password, cookie: false, ...more })).body;
const ann = await register('ann@example.org');
const bob = await register('bob@example.org', { organization: 'Fleet' });
const as = (session) => ({ token: session.access_token });
const admin = await administrator('root@example.org', password);
const monitor = { token: token({ role: 'harmony_monitor', exp: Math.floor(Date.now() / 1000) + 60 }) };
const endless = { token: token({ role: 'harmony_monitor' }) };
const run = () => sql('SELECT platform.run_jobs()');

// Health and metrics: to each what is theirs.
let answer = await get('/rpc/health');
status(answer, 200, 'health of nobody');
is([Object.keys(answer.body).sort(), answer.body.status], [['status', 'version'], 'ok'], 'only that it works');
is(Object.keys((await get('/rpc/health', as(ann))).body).sort(), ['status', 'version'], 'nor more for a candidate');
for (const [who, options] of [['an administrator', as(admin)], ['monitoring', monitor]]) {
  answer = await get('/rpc/health', options);
  is(Object.keys(answer.body).sort(), ['database', 'extensions', 'migrations', 'modules', 'oldest_transaction_s', 'outbox', 'queue', 'snapshots',
    'status', 'version', 'workers'], `all of it for ${who}`);
  answer = await get('/rpc/metrics', options);
  status(answer, 200, `metrics for ${who}`);
  is(answer.headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8', 'as Prometheus reads it');
}
const lines = answer.body.trimEnd().split('\n');
is(lines.filter((l) => !/^(# (HELP harmony_[a-z_]+ [A-Z][^\n]*\.|TYPE harmony_[a-z_]+ gauge)|harmony_[a-z_]+(\{[a-z]+="[a-z0-9._]+"\})? [0-9.]+)$/.test(l)), [],
  'every line is one of its format');
ok(lines.some((l) => /^harmony_messages\{status="queued"\} [1-9]/.test(l)), 'mails wait', lines);
answer = await get('/rpc/metrics', { ...monitor, headers: { Accept: 'application/json' } });
ok(answer.status === 200 && answer.body.startsWith('# HELP'), 'the same, whatever is accepted', answer.body);
for (const count of ['planned', 'estimated', 'Planned', '"planned"']) status(await get('/documents', { ...as(ann), headers: { Prefer: `count=${count}` } }), 400,
  `no count by the planner's guess, which is of all rows: ${count}`);
status(await get('/documents', { ...as(ann), headers: { Prefer: 'count=exact' } }), 200, 'but an exact one');
status(await get('/rpc/metrics'), 401, 'metrics for nobody');
status(await get('/rpc/metrics', as(ann)), 403, 'nor for a candidate');
status(await get('/rpc/health', endless), 401, 'a token of monitoring that never ends');
status(await get('/me', monitor), 403, 'monitoring has no account');
status(await get('/jobs', monitor), 403, 'nor sees jobs');
status(await rpc('retrain', {}, monitor), 403, 'nor does anything');

// Jobs: work that takes long is answered at once.
for (const name of ['retrain', 'rebuild_snapshots']) {
  status(await rpc(name), 401, `${name} of nobody`);
  status(await rpc(name, {}, as(bob)), 403, `${name} of an employer`);
  answer = await rpc(name, {}, as(admin));
  status(answer, 202, name);
  is((await rpc(name, {}, as(admin))).body, answer.body, 'one job though asked twice');
  const job = async () => (await get(`/jobs?id=eq.${answer.body.job}`, as(admin))).body[0];
  is((await job()).status, 'queued', 'it waits');
  run();
  is([(await job()).status, (await job()).error], ['done', null], 'and is done');
}
status(await rpc('rebuild_snapshots', { vessels: Array(1001).fill(admin.account.id) }, as(admin)), 413, 'of more vessels than that');
is((await get('/jobs', as(ann))).body, [], 'others see no jobs that they have not asked for');
const made = sql(`SELECT set_config('request.jwt.claims', '{"sub": "${ann.account.id}"}', false) IS NULL; SELECT platform.add_job('platform.check')`).split('\n')[1];
is((await get('/jobs?select=id,kind,status', as(ann))).body, [{ id: Number(made), kind: 'platform.check', status: 'queued' }], 'but their own');
is((await get('/jobs?select=payload', as(ann))).status, 400, 'without what it was asked');
status(await rpc('cancel_job', { job: Number(made) }, as(bob)), 403, 'cancel_job of another\'s');
status(await rpc('cancel_job', { job: 999999 }, as(bob)), 403, 'of none');
answer = await rpc('cancel_job', { job: Number(made) }, as(ann));
is([answer.status, answer.body], [200, 'cancelled'], 'cancel_job');
status(await rpc('cancel_job', { job: Number(made) }, as(ann)), 409, 'cancel_job again');
status(await rpc('retry_job', { job: Number(made) }, as(ann)), 403, 'retry_job is for administrators');
status(await rpc('retry_job', { job: Number(made) }, as(admin)), 204, 'retry_job');
status(await rpc('retry_job', { job: Number(made) }, as(admin)), 409, 'retry_job of one that waits');
status(await rpc('retry_job', { job: 999999 }, as(admin)), 400, 'retry_job of none');
status(await request('PATCH', `/jobs?id=eq.${made}`, { ...as(admin), body: { status: 'done' } }), 403, 'nobody writes jobs');

// Schedules.
is((await get('/schedules', as(ann))).body, [], 'schedules are not everybody\'s');
answer = await get('/schedules?select=name&name=eq.platform.clean_jobs', as(admin));
is(answer.body, [{ name: 'platform.clean_jobs' }], 'but an administrator\'s');
const change = (body, options = as(admin)) => request('PATCH', '/schedules?name=eq.platform.clean_jobs', { ...options, body });
status(await change({ every: '2 minutes', is_active: false }), 204, 'PATCH');
is(sql("SELECT every, is_active FROM platform.schedule WHERE name = 'platform.clean_jobs'"), '00:02:00|f', 'it is changed');
for (const every of ['0', '1 month', '1000 days', 'soon', null]) status(await change({ every }), 400, `every ${every}`);
status(await change({ is_active: null }), 400, 'is_active null');
status(await change({ kind: 'crew.retrain' }), 403, 'another kind');
is((await request('PATCH', '/schedules', { ...as(ann), body: { is_active: false }, headers: { Prefer: 'return=representation' } })).body, [],
  'nobody else changes any');
status(await rpc('run_now', { schedule: 'platform.clean_sessions' }, as(admin)), 202, 'run_now');
status(await rpc('run_now', { schedule: 'nothing' }, as(admin)), 400, 'run_now of none');
status(await rpc('run_now', { schedule: 'platform.clean_sessions' }, as(ann)), 403, 'run_now of another');

// Messages.
sql(`SELECT platform.mail_account('${ann.account.id}', 'platform.erasure_planned', '{"due_at": "soon"}')`);
answer = (await get('/notifications?select=recipient_id,template,parameters,status&template=eq.platform.erasure_planned', as(ann))).body;
is(answer, [{ recipient_id: ann.account.id, template: 'platform.erasure_planned', parameters: { due_at: 'soon' }, status: 'queued' }], 'one\'s own');
is((await get('/notifications?template=eq.platform.erasure_planned', as(bob))).body, [], 'nobody else\'s');
is((await get('/notifications?select=parameters&template=eq.platform.erasure_planned', as(admin))).body, [{ parameters: null }],
  'an administrator sees that there is one, not what it says');
status(await get('/notifications'), 401, 'nobody sees any');
