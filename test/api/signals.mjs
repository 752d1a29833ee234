// Quality of sites through PostgREST: artifacts are loaded, computed and taken over by jobs, a manager sees what needs attention, looks
// closer, hands it on, and the feed tells; each step with its status, and what has to be refused.
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
const manager = await join('manager', { organization: 'Sites' });
const nurse = await join('nurse');
const rival = await join('rival', { organization: 'Other sites' });
const admin = await join('admin');
sql(`INSERT INTO platform.account_role VALUES ('${admin.id}', 'admin')`);
const organization = manager.organizations[0].id;
status(await manager.rpc('set_member', { organization, email: 'nurse@example.org', role: 'client' }), 204, 'a second member');

// Loading is an administrator's, and done by a job.
status(await manager.rpc('load_artifacts', { organization, path: '1' }), 403, 'load_artifacts by a manager');
status(await manager.rpc('hydrate_signals', { organization, run_id: '1' }), 403, 'hydrate_signals by a manager');
status(await manager.rpc('refresh_layers', { organization, run_id: '1' }), 403, 'refresh_layers by a manager');
status(await admin.rpc('load_artifacts', { organization, path: '../../etc' }), 400, 'a path out of the folder');
const line = (f, values) => JSON.stringify({
  entity: [{ id: 'facilityId', value: `F${f}` }], metric: [{ metadata: { metric_id: 'falls' }, values }],
  metadata: { facility: `Site ${f}`, systemName: f % 2 ? 'North' : 'South', encounters: 500 },
});
const head = (node, children) => JSON.stringify({
  type: 'node_metadata', canonical_node_id: node, metric_id: 'falls', metric: { polarity: 'lower_is_better' },
  canonical_child_node_ids: children.map((c) => ({ canonical_child_node_id: c, edge_type: 'trends_to' })),
});
const sites = Array.from({ length: 20 }, (_, k) => k + 1);
const month = (f, m) => 5 + (f % 7) * 0.2 + ((f * m) % 5) * 0.05 + (f === 3 ? m * 0.15 : 0);
const months = Array.from({ length: 12 }, (_, k) => k + 1);
const year = [head('falls', ['falls by month']), ...sites.map((f) => line(f, months.reduce((s, m) => s + month(f, m), 0) / 12)), 'not JSON'];
const monthly = [head('falls by month', []), ...sites.map((f) => line(f, {
  timeline: months.map((m) => ({ period: String(202500 + m), value: month(f, m) })) }))];
const text = (lines) => lines.join('\n').replaceAll("'", "''");
const ingest = (run, name, lines) => sql(`SELECT loaded || ' ' || rejected FROM signals.ingest('${organization}', '${run}', '${name}', '${text(lines)}')`);
is(ingest('1', 'year.jsonl', year), '20 1', 'twenty sites, and a bad line');
is(ingest('1', 'month.jsonl', monthly), '20 0', 'their months');
is((await manager.get('/runs?select=run_id,status,rejected')).body, [{ run_id: '1', status: 'loaded', rejected: 1 }], 'runs');
let answer = await admin.rpc('refresh_layers', { organization, run_id: '1' });
status(answer, 202, 'refresh_layers');
ok(Number.isInteger(answer.body.job), 'by a job', answer.body);
sql(`SELECT count(*) FROM signals.build('${organization}', '1')`);
status(await admin.rpc('hydrate_signals', { organization, run_id: '1' }), 202, 'hydrate_signals');
sql(`SELECT signals.hydrate('${organization}', '1')`);

// What needs attention.
answer = await manager.get('/signals?order=severity.desc,z.desc&limit=10');
status(answer, 200, 'signals');
const worst = answer.body[0];
is([answer.body.length, worst.facility, worst.status, worst.organization_id], [10, 'Site 3', 'new', organization], 'the worst first');
is((await rival.get('/signals')).body, [], 'none of it to another organisation');
status(await get('/signals'), 401, 'nor to nobody');
answer = await manager.rpc('signal_detail', { signal: worst.id });
status(answer, 200, 'signal_detail');
is([answer.body.peers.n, answer.body.trend.length, answer.body.chart.length], [20, 12, 12], 'peers, months, and a chart of them');
is((await manager.rpc('signal_detail', { signal: worst.id, brief: true })).body.signal, answer.body.signal, 'in brief the same signal');
ok(answer.body.reason.length > 20, 'and why', answer.body.reason);
status(await rival.rpc('signal_detail', { signal: worst.id }), 404, 'signal_detail of another\'s');
status(await manager.rpc('signal_detail', { signal: 0 }), 404, 'signal_detail of none');
is((await manager.get('/facilities?select=facility_id&order=facility_id&limit=2')).body, [{ facility_id: 'F1' }, { facility_id: 'F10' }], 'facilities');
is((await manager.rpc('signal_filters', {})).body.metrics.length, 1, 'signal_filters');
is((await rival.rpc('signal_filters', {})).body.metrics, [], 'of the own alone');
answer = await manager.rpc('metric_query', { organization, metric: 'falls', group_by: ['system_name'] });
status(answer, 200, 'metric_query');
is(answer.body.length, 2, 'by system');
status(await manager.rpc('metric_query', { organization, metric: 'falls', group_by: ['x"; DROP TABLE signals.run; --'] }), 400, 'no such dimension');
is((await manager.get(`/rpc/metric_query?organization=${organization}&metric=falls&filters=${encodeURIComponent('{"facility_id":["F1","F2"]}')}`)).body[0].n, 2, 'metric_query by GET, filters in the query');
status(await rival.rpc('metric_query', { organization, metric: 'falls' }), 403, 'metric_query of another\'s');
is((await manager.rpc('lineage', { object: 'signals.fct_signal' })).body.some((r) => r.source === 'signals.raw_entity_result'), true, 'lineage');

// Work.
status(await manager.send('PATCH', `/signals?id=eq.${worst.id}`, { description: 'More each month', why_it_matters: 'People fall' }), 200, 'PATCH signals');
status(await rival.send('PATCH', `/signals?id=eq.${worst.id}`, { description: 'x' }), 200, 'PATCH of another\'s changes nothing');
is((await manager.get(`/signals?id=eq.${worst.id}&select=description`)).body, [{ description: 'More each month' }], 'as it was written');
status(await manager.send('PATCH', `/signals?id=eq.${worst.id}`, { severity: 1 }), 403, 'PATCH severity');
answer = await manager.rpc('assign_signal', { signal: worst.id, assignee: nurse.id, role_type: 'owner', notes: 'please' });
status(answer, 200, 'assign_signal');
is([answer.body.status, answer.body.assignee], ['assigned', nurse.id], 'assigned');
status(await manager.rpc('assign_signal', { signal: worst.id, assignee: rival.id }), 400, 'to somebody outside');
status(await rival.rpc('assign_signal', { signal: worst.id, assignee: rival.id }), 404, 'by somebody outside');
status(await nurse.rpc('set_signal_status', { signal: worst.id, status: 'resolved' }), 409, 'a step that there is none of');
for (const step of ['in_progress', 'resolved', 'closed'])
  status(await nurse.rpc('set_signal_status', { signal: worst.id, status: step, notes: step }), 200, step);
status(await nurse.rpc('set_signal_status', { signal: worst.id, status: 'in_progress' }), 409, 'closed is closed');
status(await nurse.rpc('comment_signal', { signal: worst.id, comment: 'Rails were missing' }), 200, 'comment_signal');
is((await manager.rpc('signal_detail', { signal: worst.id })).body.comments.map((c) => [c.author, c.comment]), [[nurse.id, 'Rails were missing']], 'and read');
status(await nurse.rpc('reopen_signal', { signal: worst.id, reason: 'Again' }), 200, 'reopen_signal');
const feed = (await manager.rpc('feed', { most: 5 })).body;
is(feed.length, 5, 'feed');
is([feed[0].actor, feed[0].unread], [nurse.id, true], 'the newest first, unread');
is([feed[0].actor_name, feed[0].organization, feed[0].facility], ['nurse', organization, 'Site 3'], 'by whom, and of what');
const next = (await manager.rpc('feed', { most: 5, before_at: feed[4].created_at, before_id: feed[4].id })).body;
ok(!next.some((e) => feed.some((f) => f.id === e.id)), 'the next page', next);
ok((await manager.rpc('feed_unread', {})).body > 0, 'feed_unread');
status(await manager.rpc('mark_read', {}), 204, 'mark_read');
is((await manager.rpc('feed_unread', {})).body, 0, 'all is read');
is((await rival.rpc('feed', {})).body, [], 'nothing of it to another organisation');
status(await manager.rpc('feed', { most: 101 }), 400, 'more than 100');

// The same again: work stays.
is(ingest('2', 'year.jsonl', year), '20 1', 'a second run');
is(ingest('2', 'month.jsonl', monthly), '20 0', 'and its months');
sql(`SELECT count(*) FROM signals.build('${organization}', '2')`);
is(sql(`SELECT created || ' ' || skipped FROM signals.hydrate('${organization}', '2')`), '0 0', 'taken over');
is((await manager.get(`/signals?id=eq.${worst.id}&select=run_id,description,status`)).body,
  [{ run_id: '2', description: 'More each month', status: 'in_progress' }], 'words and work are there');
