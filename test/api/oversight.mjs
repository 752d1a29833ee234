// Models under watch and an assistant's SQL through PostgREST: predictions and outcomes, performance, statements judged, learnt from,
// searched; each step with its status, and what has to be refused.
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
const nobody = await join('nobody');
const organization = lead.organizations[0].id;

// Predictions and what came of them.
let answer = await lead.send('POST', '/predictions', Array.from({ length: 60 }, (_, n) => ({
  organization_id: organization, model: 'late', version: 'v1', input: { x: n }, prediction: (n % 10 + 0.5) / 10, confidence: 0.8 })));
status(answer, 201, 'predictions');
const made = answer.body;
is(made.length, 60, 'all of them');
for (const p of made.slice(0, 50)) await lead.send('PATCH', `/predictions?id=eq.${p.id}`, { outcome: p.input.x % 10 > 5 ? 1 : 0 });
status(await lead.send('PATCH', `/predictions?id=eq.${made[0].id}`, { outcome: 1 }), 409, 'an outcome once');
answer = await lead.rpc('model_performance', { model: 'late' });
status(answer, 200, 'model_performance');
is([answer.body.performance.auc_low, answer.body.performance.auc_high], [1, 1], 'with its interval');
ok(answer.body.performance.calibration.every((b) => b.n === 0 || (b.observed_low <= b.observed && b.observed <= b.observed_high)), 'of each bin too',
  answer.body.performance.calibration);
is((await lead.get('/sql_policies?select=name,relations')).body, [{ name: 'default', relations: ['api.*'] }], 'the policies by name');
is((await lead.get('/metric_values')).body, [], 'no series yet');
is([answer.body.performance.n, answer.body.performance.auc, answer.body.expected.n], [50, 1, 10], 'of those with an outcome, and expected for the rest');
status(await rival.rpc('model_performance', { model: 'late' }), 400, 'another organisation has no such model');
is((await rival.get('/predictions')).body, [], 'nor predictions');
is((await lead.rpc('oversight_stats', {})).body.models, 1, 'oversight_stats');

// Statements.
answer = await lead.rpc('check_sql', { sql: 'SELECT name FROM projects ORDER BY name LIMIT 10' });
status(answer, 200, 'check_sql');
is([answer.body.ok, answer.body.relations[0], answer.body.columns], [true, 'api.projects', [{ name: 'name', type: 'text' }]], 'a safe one');
for (const [text, rule] of [['DELETE FROM projects', 'statement'], ['SELECT 1; SELECT 2', 'multiple'], ['SELEC 1', 'syntax'], ['', 'empty'],
  ['SELECT nme FROM projects LIMIT 1', 'unresolved'], ['SELECT email FROM platform.account LIMIT 1', 'relation'],
  ["SELECT pg_read_file('/etc/passwd')", 'function'], ['WITH d AS (DELETE FROM projects RETURNING 1) SELECT 1', 'modifying_cte'],
  ['SELECT name FROM projects', 'limit'], ['SELECT name FROM projects LIMIT 1 FOR UPDATE', 'row_lock']]) {
  const { body } = await lead.rpc('check_sql', { sql: text });
  ok(!body.ok && body.errors.some((e) => e.rule === rule), `${rule}: ${text}`, JSON.stringify(body.errors));
}
status(await lead.get("/rpc/check_sql?sql=SELECT%201"), 405, 'by POST alone, so that no log has the statement');
status(await lead.rpc('check_sql', { sql: 'SELECT 1', policy: 'none' }), 400, 'no such policy');
status(await nobody.rpc('check_sql', { sql: 'SELECT 1' }), 403, 'who is of no organisation');
status(await rpc('check_sql', { sql: 'SELECT 1' }), 401, 'nobody');
is((await lead.rpc('check_sql_intent', { sql: 'SELECT count(*) FROM projects', intent: 'how many projects' })).body.confidence, 1, 'what was asked for');
answer = await lead.rpc('check_data', { kind: 'dora_metric', data: [{ metric: 'lead_time', value: 3 }, { metric: 'joy', value: -1 }] });
is([answer.body.ok, answer.body.errors.map((e) => [e.row, e.path])], [false, [[2, 'value'], [2, 'metric']]], 'rows and their faults');
is((await lead.rpc('oversight_stats', {})).body.refused, 10, 'refused ones are counted');

// Learning and searching.
answer = await lead.rpc('record_feedback', { sql: "SELECT nme FROM projects WHERE code = 'secret' LIMIT 1", intent: 'how many for Ann', helpful: true,
  correction: "SELECT name FROM projects WHERE code = 'secret' LIMIT 1", sqlstate: '42703' });
status(answer, 201, 'record_feedback');
answer = await lead.get('/learning_memory?select=intent,statement,correction');
is(answer.body, [{ intent: 'how many', statement: 'SELECT nme FROM projects WHERE code = $1 LIMIT 1',
  correction: 'SELECT name FROM projects WHERE code = $1 LIMIT 1' }], 'without what it was about');
is((await lead.rpc('suggest_fix', { sql: "SELECT nme FROM projects WHERE code = 'other' LIMIT 1", sqlstate: '42703' })).body.map((r) => r.sql),
  ['SELECT name FROM projects WHERE code = $1 LIMIT 1'], 'suggest_fix');
is((await rival.rpc('suggest_fix', { sql: "SELECT nme FROM projects WHERE code = 'other' LIMIT 1" })).body, [], 'to others nothing');
status(await lead.rpc('record_feedback', { sql: 'x'.repeat(10001), intent: '', helpful: true }), 413, 'too long');
status(await lead.send('POST', '/projects', { organization_id: organization, code: 'shop', name: 'Online shop for tea' }), 201, 'a project');
sql('SELECT oversight.index_texts()');
is((await lead.rpc('find_similar', { query: 'tea shops online', kind: 'project' })).body.map((r) => r.title), ['Online shop for tea'], 'find_similar');
is((await rival.rpc('find_similar', { query: 'tea shops online' })).body.filter((r) => r.kind === 'project'), [], 'to others nothing, here too');
status(await lead.rpc('find_similar', { query: 'tea', k: 101 }), 400, 'too many');
