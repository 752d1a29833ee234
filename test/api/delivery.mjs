// A team's delivery through PostgREST: documents are loaded, figures asked for, work written, a tracker mapped; each step with its status, and
// what has to be refused.
import { get, is, ok, request, rpc, sql, status } from '../lib/api.mjs';

const password = 'four unrelated words';
const join = async (name, more = {}) => {
  const { body } = await rpc('register', { email: `${name}@example.org`, password, full_name: name, cookie: false, ...more });
  const token = body.access_token;
  return {
    ...body.account,
    get: (path, options) => get(path, { token, ...options }),
    rpc: (called, args, options) => rpc(called, args, { token, ...options }),
    send: (method, path, sent) => request(method, path, { token, body: sent, headers: { Prefer: 'return=representation' } }),
  };
};
const lead = await join('lead', { organization: 'Shops' });
const rival = await join('rival', { organization: 'Other shops' });
const admin = await join('admin');
sql(`INSERT INTO platform.account_role VALUES ('${admin.id}', 'admin')`);
const organization = lead.organizations[0].id;
const day = (n, hour = 0) => new Date(Date.UTC(2026, 0, n, hour)).toISOString();
const days = (n) => Array.from({ length: n }, (_, k) => k + 1);
const window = { organization, start: day(1), end: day(32) };

// Documents of tools, in an order that no tool has: what is named comes later.
const load = (kind, documents, options) => lead.rpc('load_records', { organization, project: 'shop', kind, documents }, options);
let answer = await load('deployment', days(15).map((n) => ({ id: `d${n}`, service: 'web', environment: 'production', result: 'success',
  finished_at: day(2 * n, 12), commits: [`c${2 * n}`] })));
status(answer, 200, 'load_records');
is(answer.body, { loaded: 15, updated: 0, rejected: [] }, 'deployments');
answer = await load('commit', days(30).map((n) => ({ id: `c${n}`, parents: n > 1 ? [`c${n - 1}`] : [], author: `author ${n % 6}`, authored_at: day(n) })));
is(answer.body.loaded, 30, 'commits, whose deployments came before');
is((await load('commit', [{ id: 'c1', author: 'author 1', authored_at: day(1) }])).body, { loaded: 0, updated: 0, rejected: [] }, 'the same again');
is((await load('incident', [{ id: 'i', created_at: day(4, 13), resolved_at: day(4, 16) }, { id: 'j', created_at: day(4), resolved_at: day(3) }])).body,
  { loaded: 1, updated: 0, rejected: [{ id: 'j', reason: 'it was resolved before it was created' }] }, 'one incident, and one that is none');
is((await load('pull_request', [{ id: 'p', author: 'author 1', created_at: day(3, 12), merged_at: day(3, 18), merge_commit: 'c3',
  commits: [{ id: 'c3', authored_at: day(3) }], additions: 10, deletions: 5 }])).body.loaded, 1, 'a pull request');
is((await load('review', [{ id: 'r', pull_request: 'p', reviewer: 'author 2', submitted_at: day(3, 15), state: 'approved' }])).body.loaded, 1, 'its review');
status(await load('work_item', days(20).map((n) => ({ id: `w${n}`, type: n % 4 ? 'story' : 'bug', points: n % 5, created_at: day(n) }))), 200, 'work items');
status(await load('status_change', days(20).flatMap((n) => [{ id: `${n}a`, work_item: `w${n}`, category: 'in_progress', at: day(n, 6) },
  { id: `${n}b`, work_item: `w${n}`, category: 'done', at: day(n + 1 + (n % 3), 6) }])), 200, 'their changes');
status(await load('sprint', [{ id: 's', started_at: day(5), ended_at: day(12), items: [{ work_item: 'w5', points: 5, completed: true }] }]), 200, 'a sprint');
status(await load('thing', []), 400, 'another kind');
status(await load('commit', {}), 400, 'no list');
status(await rival.rpc('load_records', { organization, project: 'shop', kind: 'commit', documents: [] }), 403, 'by another organisation');
status(await rpc('load_records', { organization, project: 'shop', kind: 'commit', documents: [] }), 401, 'by nobody');

// Figures.
answer = await lead.rpc('dora', { ...window, project: 'shop' });
status(answer, 200, 'dora');
is([answer.body.deployments, answer.body.lead_n, answer.body.lead_median, answer.body.failed, answer.body.seeds, answer.body.restore_median],
  [15, 28, 86400, 1, 1, 10800], 'deployments, lead time, failures');
is(Object.keys(answer.body.tiers), ['2021', '2023', '2024'], 'tiers of the years');
is((await lead.get(`/rpc/dora?organization=${organization}&start=${day(1)}&end=${day(32)}`)).body, answer.body, 'by GET the same');
const byAddress = (called, options) =>
  lead.get(`/rpc/${called}?organization=${organization}&start=${day(1)}&end=${day(32)}&options=${encodeURIComponent(options)}`);
for (const called of ['dora', 'lead_time_trend', 'flow', 'forecast', 'reviews', 'repositories', 'contributors'])
  is((await byAddress(called, '{"zone": "Asia/Tokyo"}')).body, (await lead.rpc(called, { ...window, options: { zone: 'Asia/Tokyo' } })).body,
    `${called} with options in the address`);
for (const [options, what] of [['{"nothing": 1}', 'an option that there is none of'], ['{"zone"', 'no JSON'], ['Asia/Tokyo', 'no object'], ['[]', 'a list']])
  status(await byAddress('dora', options), 400, `${what}, in the address`);
is(['restore_low', 'restore_high'].map((key) => key in answer.body), [true, true], 'the interval of the time to restore');
is((await lead.rpc('dora', { ...window, start: day(32), end: day(1) })).body.lead_median, null, 'a window without an end');
status(await lead.rpc('dora', { ...window, options: { nothing: 1 } }), 400, 'an option that there is none of');
status(await lead.rpc('dora', { ...window, options: { year: 1999 } }), 400, 'a year without tiers');
status(await lead.rpc('dora', { ...window, project: 'none' }), 400, 'no such project');
status(await lead.rpc('dora', { ...window, start: null }), 400, 'no start');
status(await lead.rpc('dora', { ...window, start: 'tomorrow or so' }), 400, 'no time');
status(await rival.rpc('dora', window), 403, 'dora of another organisation');
status(await rpc('dora', window), 401, 'dora for nobody');
answer = await lead.get(`/rpc/lead_time_trend?organization=${organization}&start=${day(1)}&end=${day(32)}&order=week.desc&limit=2`);
status(answer, 200, 'lead_time_trend');
is(answer.body.map((r) => [r.week, r.partial]), [['2026-01-26', true], ['2026-01-19', false]], 'rows, with filters; the last week is not whole');
status(await lead.get(`/rpc/lead_time_trend?organization=${organization}&start=${day(1)}&end=${day(32)}&select=week&n=gt.0`), 400,
  'what a function\'s rows are filtered by is selected');
status(await lead.get(`/rpc/lead_time_trend?organization=${organization}&start=${day(1)}&end=${day(32)}&select=week,n&n=gt.0`), 200, 'then they are');
is((await lead.rpc('delivery_filters', {})).body.projects, ['shop'], 'delivery_filters');
is((await rival.rpc('delivery_filters', {})).body.projects, [], 'of the own alone');
answer = await lead.rpc('flow', window);
is([answer.body.n, answer.body.cumulative.length, answer.body.ageing], [20, 31, []], 'flow');
answer = await lead.rpc('forecast', { ...window, items: 10, periods: 2 });
is([answer.body.probability, answer.body.items.length, answer.body.periods.length], [[0.5, 0.85, 0.95], 3, 3], 'forecast');
ok(answer.body.items[0] >= answer.body.items[2] && answer.body.periods[0] <= answer.body.periods[2], 'surer is less, and later', answer.body);
status(await lead.rpc('forecast', { ...window, periods: 1, probability: [2] }), 400, 'a probability that is none');
is((await lead.rpc('reviews', window)).body.reviewed, 1, 'reviews');
answer = await lead.rpc('contributors', window);
is([answer.body.authors, answer.body.own, JSON.stringify(answer.body).includes('author 1"')], [6, null, true], 'contributors: a group, and names to map');
is((await lead.rpc('repositories', window)).body.map((r) => [r.project, r.commits, r.authors]), [['shop', 30, 6]], 'repositories');
is((await lead.rpc('portfolio', { organization, start: day(1), end: day(32) })).body.map((r) => [r.project, r.sprints, r.health]), [['shop', 1, 100]], 'portfolio');
answer = await lead.rpc('executive', { organization, start: day(1), end: day(32) });
is([answer.body.kpis.length, answer.body.trends.length], [5, 3], 'executive');
answer = await lead.get('/pull_requests?select=project,external_id,coding,pickup,review,deploy,total,deployment,flags');
is(answer.body, [{ project: 'shop', external_id: 'p', coding: 43200, pickup: 10800, review: 10800, deploy: 64800, total: 129600, deployment: 'd2', flags: [] }], 'pull_requests');
is((await rival.get('/pull_requests')).body, [], 'none to another organisation');

// What people write.
answer = await lead.send('POST', '/projects', { organization_id: organization, code: 'till', name: 'The till', team: 'Blue' });
status(answer, 201, 'POST projects');
is(answer.body.map((p) => [p.code, p.name, p.team, p.is_active]), [['till', 'The till', 'Blue', true]], 'as it was made');
status(await lead.send('POST', '/projects', { organization_id: organization, code: 'till' }), 409, 'twice');
status(await rival.send('POST', '/projects', { organization_id: organization, code: 'x' }), 403, 'for another organisation');
status(await lead.send('POST', '/projects', { organization_id: organization, code: '' }), 400, 'without a code');
status(await lead.send('PATCH', '/projects?code=eq.till', { is_active: false }), 200, 'PATCH projects');
status(await lead.send('PATCH', '/projects?code=eq.till', { code: 'x' }), 403, 'not the code');
status(await lead.send('DELETE', '/projects?code=eq.till'), 403, 'nor away');
answer = await lead.send('POST', '/work_items', { project: 'till', type: 'bug', title: 'It jams', points: 2 });
status(answer, 201, 'POST work_items');
const item = answer.body[0];
is([item.status, item.project, item.done_at], ['todo', 'till', null], 'to do');
answer = await lead.send('PATCH', `/work_items?id=eq.${item.id}`, { status: 'done', points: 3 });
status(answer, 200, 'PATCH work_items');
ok(answer.body[0].status === 'done' && answer.body[0].done_at !== null && answer.body[0].points === 3, 'done', answer.body);
status(await lead.send('PATCH', `/work_items?id=eq.${item.id}`, { status: 'lost' }), 400, 'a status that is none');
is((await rival.send('PATCH', `/work_items?id=eq.${item.id}`, { status: 'todo' })).body, [], 'of another: nothing');
const loaded = (await lead.get('/work_items?external_id=eq.w1')).body[0];
is([loaded.status, loaded.done_at], ['done', '2026-01-03T06:00:00+00:00'], 'a loaded one');
answer = await lead.send('PATCH', `/work_items?id=eq.${loaded.id}`, { title: 'x' });
status(answer, 409, 'PATCH of what was loaded');
is(Object.keys(answer.body).sort(), ['code', 'details', 'hint', 'message'], 'which says why');
status(await lead.send('DELETE', `/work_items?id=eq.${loaded.id}`), 409, 'DELETE of what was loaded');
status(await lead.send('DELETE', `/work_items?id=eq.${item.id}`), 200, 'DELETE of the own');
is((await lead.get(`/work_items?id=eq.${item.id}`)).body, [], 'gone');

// A tracker.
answer = await lead.send('POST', '/integrations', { organization_id: organization, kind: 'jira', name: 'Tracker',
  settings: { url: 'https://jira.example.org', key: 'TILL', project: 'till' } });
status(answer, 201, 'POST integrations');
const integration = answer.body[0].id;
status(await lead.send('POST', '/integrations', { organization_id: organization, kind: 'jira', name: 'x', settings: { token: 'x' } }), 400, 'a secret');
status(await lead.send('POST', '/integrations', { organization_id: organization, kind: 'jira', name: 'x', settings: { url: 'http://10.0.0.1' } }), 400, 'no https');
status(await lead.send('POST', '/integrations', { organization_id: organization, kind: 'jira', name: 'Tracker' }), 409, 'the name is there');
status(await rival.send('POST', '/integrations', { organization_id: organization, kind: 'jira', name: 'x' }), 403, 'for another organisation');
status(await lead.send('PATCH', `/integrations?id=eq.${integration}`, { is_active: false }), 200, 'PATCH integrations');
status(await lead.send('PATCH', `/integrations?id=eq.${integration}`, { last_error: null }), 403, 'not what has happened');
const issue = (key, was, now) => ({ id: key, key, fields: { created: '2026-01-05T09:00:00.000+0100', summary: key, issuetype: { name: 'Story' },
  status: { name: now, statusCategory: { key: 'indeterminate' } } },
changelog: { histories: [{ id: '1', created: '2026-01-06T09:00:00.000+0100', items: [{ field: 'status', fromString: was, toString: now }] }] } });
sql(`SELECT delivery.import_jira('${organization}', 'till', 'issues', '${JSON.stringify([issue('TILL-1', 'Queue', 'Doing')])}')`);
is((await lead.get('/raw_records?select=kind,status,error')).body, [{ kind: 'jira.issues', status: 'rejected', error: 'status "Queue" has no category' }], 'raw_records');
is((await lead.get('/work_items?project=eq.till&select=external_id,status')).body, [{ external_id: 'TILL-1', status: 'in_progress' }], 'what is known of it is there');
status(await lead.send('POST', '/status_mappings', { integration, status: 'Queue', category: 'todo' }), 201, 'POST status_mappings');
status(await lead.send('POST', '/status_mappings', { integration, status: 'Queue', category: 'todo' }), 409, 'twice');
status(await lead.send('POST', '/status_mappings', { integration, status: 'Doing', category: 'nearly' }), 400, 'a category that is none');
status(await rival.send('POST', '/status_mappings', { integration, status: 'Doing', category: 'done' }), 403, 'of another organisation');
is(sql('SELECT platform.run_jobs() > 0'), 't', 'the job runs');
is((await lead.get('/raw_records?select=status,error')).body, [{ status: 'loaded', error: null }], 'what came before is transformed again');
status(await lead.send('PATCH', '/status_mappings?status=eq.Queue', { category: 'done' }), 200, 'PATCH status_mappings');
status(await lead.send('DELETE', '/status_mappings?status=eq.Queue'), 200, 'DELETE status_mappings');
is((await rival.get('/integrations')).body.concat((await rival.get('/status_mappings')).body, (await rival.get('/raw_records')).body), [], 'nothing to another');
status(await get('/integrations'), 401, 'nor to nobody');
