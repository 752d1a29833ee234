// Simulations of work through PostgREST: started, looked after, read, cancelled, compared, asked what if; workloads; occupations; each step with
// its status, and what has to be refused.
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
const client = await join('client', { organization: 'Shops' });
const rival = await join('rival', { organization: 'Other shops' });
const planner = await join('planner');
const nobody = await join('nobody');
const organization = client.organizations[0].id;
status(await client.rpc('set_member', { organization, email: 'planner@example.org', role: 'planner' }), 204, 'a client makes a planner');
sql('DELETE FROM platform.schedule'); // jobs that run are counted below, and a slot may begin at any moment
sql('SELECT platform.run_jobs()');

const roles = [{ role: 'Engineer', count: 30, salary: 100000 }, { role: 'HR', count: 3, salary: 60000 }, { role: 'Marketing', count: 9, salary: 70000 }];
const config = { n_iterations: 10, n_steps: 24, automation_factor: 0.9, adoption_midpoint: 3, seed: 4, roles };
const literal = (value) => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;
const computed = (call) => JSON.parse(sql(`SELECT ${call}`));
const document = async (who, id, wide) => (await who.rpc('simulation', { id, ...(wide && { wide }) })).body;

// A form, and what is asked.
let answer = await client.get('/rpc/simulation_defaults');
status(answer, 200, 'simulation_defaults');
is(Object.keys(answer.body).sort(), ['assumptions', 'config', 'ranges', 'workloads'], 'what a form starts from');
status(await planner.rpc('start_simulation', { config: { ...answer.body.config, n_iterations: 2 } }), 202, 'the form as it is');
status(await nobody.get('/rpc/simulation_defaults?organization=' + organization), 403, 'of others not');
sql('SELECT platform.run_jobs()');
for (const [wrong, key] of [[{ ...config, colour: 1 }, 'colour'], [{ ...config, n_steps: 601 }, 'n_steps'], [{ ...config, roles: [] }, 'roles'],
  [{ ...config, automation_factor: '1' }, 'automation_factor'], [{ ...config, roles: [{ role: 'Chef', count: 1, salary: 1 }] }, 'Chef']]) {
  answer = await planner.rpc('start_simulation', { config: wrong });
  status(answer, 400, `no such ${key}`);
  ok(JSON.stringify(answer.body).includes(key), `names ${key}`, answer.body);
}
status(await planner.rpc('start_simulation', { config: { ...config, roles: [{ role: 'HR', count: 1000001, salary: 1 }] } }), 413, 'too many agents');
status(await planner.rpc('start_simulation', { config: { ...config, n_iterations: 10000, n_steps: 600, roles: [{ role: 'HR', count: 20000, salary: 1 }] } }), 413, 'too long');
status(await client.rpc('start_simulation', { config, organization }), 403, 'a client does not plan');
status(await rival.rpc('start_simulation', { config, organization }), 403, 'nor do others');
status(await rpc('start_simulation', { config }), 401, 'nor does nobody');
status(await nobody.get('/rpc/simulation_defaults'), 403, 'a form is for members');
for (const [sent, why] of [[{ config: null }, 'no configuration'], [{ config, name: '' }, 'an empty name'], [{ config, name: 'x'.repeat(501) }, 'a long name'],
  [{ config: { ...config, roles: [{ role: 'other', count: 9, salary: 1 }], workloads: { other: [['A', true, 0.5, 1]] } } }, 'a role named other']]) {
  status(await planner.rpc('start_simulation', sent), 400, why);
}
is((await planner.rpc('may_listen', { channel: `organization.${organization}` })).body, true, 'planners hear what happens');
status(await nobody.rpc('may_listen', { channel: `organization.${organization}` }), 403, 'nobody else');

// Started, polled, read.
answer = await planner.rpc('start_simulation', { config, name: 'First' });
status(answer, 202, 'start_simulation');
const first = answer.body;
is([typeof first.job, first.cached], ['number', false], 'a job, nothing stored');
is((await planner.rpc('start_simulation', { config })).body, first, 'the same that waits is not started again');
is(await document(planner, first.simulation), { id: first.simulation, result: null, status: 'created', progress: 0 }, 'it waits');
is((await planner.get(`/jobs?id=eq.${first.job}&select=status`)).body, [{ status: 'queued' }], 'so does its job');
is(sql('SELECT platform.run_jobs()'), '1', 'it runs');
let done = await document(planner, first.simulation);
is([done.status, done.progress], ['completed', 1], 'all is done');
is(done.result, computed(`harmony.simulate_workforce(${literal(config)})`), 'the result is that of the session');
const [sound] = (await planner.get(`/simulations?id=eq.${first.simulation}`)).body;
is([sound.name, sound.status, sound.progress, sound.model, sound.created_by, sound.error], ['First', 'completed', 1, 'simulation', planner.id, null], 'listed');
answer = await planner.rpc('start_simulation', { config: { ...config, roles: roles.map(({ salary, count, role }) => ({ salary, count, role })) } });
is([answer.status, answer.body], [202, { ...first, cached: true }], 'the same within an hour is stored, however it is written');
answer = await planner.get(`/rpc/simulation?id=${first.simulation}&wide=true`);
is([answer.status, answer.body.result[24].HR_count_max, answer.body.result[24].employees_mean],
  [200, done.result.steps[24].roles.HR.count.max, done.result.steps[24].total.employees.mean], 'wide');
is(Object.keys((await document(client, first.simulation)).result.steps[24].roles).sort(), ['Engineer', 'other'], 'who does not plan sees no small role');
for (const who of [rival, nobody]) {
  status(await who.rpc('simulation', { id: first.simulation }), 404, 'others have no such simulation');
  is((await who.get('/simulations')).body, [], 'nor a list');
}
status(await planner.rpc('simulation', { id: organization }), 404, 'no such simulation');
status(await rpc('simulation', { id: first.simulation }), 401, 'nobody');

// In parts, with progress; cancelled.
const parts = sql("SELECT pg_get_functiondef('workforce.part_size(jsonb, jsonb)'::regprocedure)");
sql('CREATE OR REPLACE FUNCTION workforce.part_size(input jsonb, question jsonb) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 4');
const second = (await planner.rpc('start_simulation', { config: { ...config, automation_factor: 0.5 } })).body;
sql('SELECT platform.run_jobs(1)');
is([(await document(client, second.simulation)).progress, (await document(client, second.simulation)).status], [0.4, 'running'], 'progress');
status(await planner.rpc('compare_simulations', { ids: [first.simulation, second.simulation] }), 409, 'not yet completed');
sql('SELECT platform.run_jobs()');
is((await document(planner, second.simulation)).result, computed(`harmony.simulate_workforce(${literal({ ...config, automation_factor: 0.5 })})`), 'in parts: the same');
const third = (await planner.rpc('start_simulation', { config: { ...config, seed: 5 } })).body;
sql('SELECT platform.run_jobs(1)');
const waiting = async () => (await planner.get(`/simulations?id=eq.${third.simulation}&select=job,status`)).body[0];
const { job } = await waiting();
ok(job !== third.job, 'the next part is another job', job);
status(await rival.rpc('cancel_job', { job }), 403, 'others do not cancel it');
answer = await planner.rpc('cancel_job', { job });
is([answer.status, (await waiting()).status], [200, 'cancelled'], 'cancel_job');
is(sql('SELECT platform.run_jobs()'), '0', 'nothing goes on');
is((await document(planner, third.simulation)).result, null, 'and there is no result');
sql(parts);

// Compared, and what if.
answer = await client.rpc('compare_simulations', { ids: [first.simulation, second.simulation] });
status(answer, 200, 'compare_simulations');
const compared = computed(`harmony.compare_workforce(ARRAY[${literal(config)}, ${literal({ ...config, automation_factor: 0.5 })}])`);
is([answer.body.differences, answer.body.variance_ratio], [compared.differences, compared.variance_ratio], 'as in the session');
ok(!JSON.stringify(answer.body.runs).includes('HR'), 'without small roles', answer.body.runs[0].input);
const other = (await planner.rpc('start_simulation', { config: { ...config, seed: 6 } })).body;
sql('SELECT platform.run_jobs()');
status(await planner.rpc('compare_simulations', { ids: [first.simulation, other.simulation] }), 400, 'other seeds');
status(await planner.rpc('compare_simulations', { ids: [] }), 400, 'none');
status(await planner.rpc('compare_simulations', { ids: Array(21).fill(first.simulation) }), 413, 'too many');
status(await rival.rpc('compare_simulations', { ids: [first.simulation, second.simulation] }), 404, 'of others');
const spans = { automation_factor: 0.1, annual_attrition: 0.05 };
answer = await planner.rpc('simulation_tornado', { config, spans, metric: 'employees' });
is([answer.status, answer.body], [200, computed(`harmony.workforce_tornado(${literal(config)}, ${literal(spans)}, 'employees')`)], 'simulation_tornado');
status(await planner.rpc('simulation_tornado', { config, spans: { colour: 1 }, metric: 'employees' }), 400, 'no such input');
status(await client.rpc('simulation_tornado', { config, spans, metric: 'employees' }), 400, 'who plans for none must not ask');
const goal = { config, input: 'automation_factor', metric: 'employees', goal: 38, low: 0, high: 1 };
answer = await planner.rpc('seek_simulation', goal);
is([answer.status, answer.body], [200, computed(`harmony.seek_workforce(${literal(config)}, 'automation_factor', 'employees', 38, 0, 1)`)], 'seek_simulation');
is((await planner.rpc('seek_simulation', { ...goal, goal: 1000 })).body.reached, false, 'out of reach');
status(await planner.rpc('seek_simulation', { ...goal, metric: 'joy' }), 400, 'no such metric');
status(await planner.rpc('seek_simulation', { ...goal, config: { ...config, n_iterations: 10000, n_steps: 600 } }), 413, 'too much to wait for');
answer = await planner.rpc('start_sensitivity', { config, spans, metric: 'employees', samples: 10 });
status(answer, 202, 'start_sensitivity');
is(Object.keys(answer.body).sort(), ['job', 'simulation'], 'a simulation and its job');
sql('SELECT platform.run_jobs()');
done = await document(client, answer.body.simulation);
is([done.status, done.result.indices.map((i) => i.input).sort(), Object.keys(done.result.indices[0]).sort()], ['completed', Object.keys(spans).sort(),
  ['first', 'first_high', 'first_low', 'input', 'total', 'total_high', 'total_low']], 'indices of both');
status(await planner.rpc('start_sensitivity', { config, spans, metric: 'employees', samples: 7 }), 400, 'too few');

for (const samples of [null, 40000000]) status(await planner.rpc('start_sensitivity', { config, spans, metric: 'employees', samples }), 400, `${samples} samples`);
for (const left of ['spans', 'metric']) status(await planner.rpc('start_sensitivity', { config, spans, metric: 'employees', [left]: null }), 400, `no ${left}`);

// Who plans for two organisations says for which.
status(await rival.rpc('set_member', { organization: rival.organizations[0].id, email: 'planner@example.org', role: 'planner' }), 204, 'a planner of two');
for (const [called, sent] of [['start_simulation', { config }], ['simulation_tornado', { config, spans, metric: 'employees' }], ['seek_simulation', goal],
  ['start_sensitivity', { config, spans, metric: 'employees', samples: 10 }]]) {
  status(await planner.rpc(called, sent), 400, `${called} of either`);
  answer = await planner.rpc(called, { ...sent, organization });
  ok([200, 202].includes(answer.status), `${called} of one`, answer.body);
  status(await rival.rpc(called, { ...sent, organization }), 403, `${called} of others`);
}
status(await rival.rpc('remove_member', { organization: rival.organizations[0].id, account: planner.id }), 204, 'of one again');
sql('SELECT platform.run_jobs()');

// Named and removed.
is((await planner.send('PATCH', `/simulations?id=eq.${first.simulation}`, { name: 'Renamed' })).body.map((s) => s.name), ['Renamed'], 'named');
status(await planner.send('PATCH', `/simulations?id=eq.${first.simulation}`, { name: '' }), 400, 'not empty');
status(await client.send('PATCH', `/simulations?id=eq.${first.simulation}`, { name: 'x' }), 403, 'not by clients');
status(await planner.send('PATCH', `/simulations?id=eq.${first.simulation}`, { status: 'failed' }), 403, 'nor anything else');
status(await planner.send('POST', '/simulations', { name: 'x' }), 403, 'they are started, not written');
status(await planner.send('DELETE', `/simulations?id=eq.${first.simulation}`), 200, 'removed');
status(await planner.rpc('simulation', { id: first.simulation }), 404, 'and gone');

// Workloads.
is((await client.get('/workloads?organization_id=is.null')).body.length, 12, 'the defaults');
const cook = { role: 'Chef', position: 1, name: 'Cook', automatable: false, skill: 0.5, time: 0.5 };
answer = await planner.send('POST', '/workloads', cook);
status(answer, 201, 'a task');
is([answer.body[0].organization_id, answer.body[0].time], [organization, 0.5], 'of one\'s organisation');
const chef = { ...config, roles: [{ role: 'Chef', count: 9, salary: 1 }] };
status(await planner.send('POST', '/workloads', cook), 409, 'the position is taken');
status(await planner.send('POST', '/workloads', { ...cook, position: 2, skill: 1.5 }), 400, 'a skill above 1');
status(await planner.send('POST', '/workloads', { ...cook, position: 2, organization_id: rival.organizations[0].id }), 403, 'of others');
status(await client.send('POST', '/workloads', { ...cook, position: 2, organization_id: organization }), 403, 'not by clients');
status(await planner.rpc('start_simulation', { config: chef }), 400, 'times must sum to 1');
is((await planner.send('PATCH', '/workloads?role=eq.Chef', { time: 1 })).body.map((w) => w.time), [1], 'changed');
status(await planner.rpc('start_simulation', { config: chef }), 202, 'now they do');
status(await planner.send('PATCH', '/workloads?organization_id=is.null', { skill: 0.1 }), 403, 'defaults stay');
is((await rival.get('/workloads?role=eq.Chef')).body, [], 'others do not see it');
is((await planner.send('DELETE', '/workloads?role=eq.Chef')).body.length, 1, 'removed');

// Occupations.
sql(`INSERT INTO workforce.onet_task VALUES ('99-1111.00', 1, 'Taste soup', 'Core', 'Taster', 2, 1), ('99-1112.00', 1, 'Taste soups', 'Core', 'Cook', 2, 1),
  ('99-1113.00', 1, 'Drive lorries', 'Core', 'Driver', 2, 1)`);
sql(`INSERT INTO workforce.task_rating VALUES ('${organization}', '99-1111.00', 1, 'a', 20), ('${organization}', '99-1111.00', 1, 'b', 40)`);
is((await client.get('/rpc/task_scores?soc=99-1111.00&select=task,time,score,n')).body, [{ task: 'Taste soup', time: 1, score: 30, n: 2 }], 'task_scores');
is((await rival.get('/rpc/task_scores?soc=99-1111.00&select=score,n')).body, [{ score: null, n: 0 }], 'without the ratings of others');
status(await client.get('/rpc/task_scores?soc=x'), 404, 'no such occupation');
status(await nobody.get('/rpc/task_scores?soc=99-1111.00'), 403, 'who is of no organisation');
status(await client.rpc('role_adjacency', { soc: '99-1111.00' }), 409, 'not indexed');
sql('SELECT workforce.index_occupations()');
answer = await client.get('/rpc/role_adjacency?soc=99-1111.00');
is([answer.status, answer.body.map((r) => r.title)], [200, ['Cook', 'Driver']], 'role_adjacency');
ok(answer.body[0].similarity > 0.8 && answer.body[0].similarity <= 1, 'nearly the same', answer.body);
is((await client.get('/rpc/role_adjacency?soc=99-1111.00&top=1')).body.length, 1, 'the first');
status(await client.get('/rpc/role_adjacency?soc=99-1111.00&top=101'), 400, 'too many');
status(await client.get('/rpc/role_adjacency?soc=x'), 404, 'no such occupation, here too');
status(await nobody.get('/rpc/role_adjacency?soc=99-1111.00'), 403, 'nor here');
