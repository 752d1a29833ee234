// Requests that come again. With an Idempotency-Key: one effect, one answer, also of twenty at once; another body 422. With If-None-Match:
// 304 without a body, after rights were asked for.
import { get, is, ok, rpc, sql, status, token } from '../lib/api.mjs';

// signedIn(name): somebody of test/lib/crew.sql, with a session.
const signedIn = (name) => {
  const [sub, sid] = sql(`INSERT INTO platform.session (account_id, expires_at) VALUES (id('${name}'), now() + interval '1 day')
    RETURNING account_id, id`).split('\n')[0].split('|');
  return token({ sub, sid, role: 'harmony_user', exp: Math.floor(Date.now() / 1000) + 3600 });
};
const id = (name) => sql(`SELECT id('${name}')`);
const [candidate, other, client, rival] = ['candidate1', 'candidate2', 'client1', 'client2'].map(signedIn);
const keyed = (who, key, more = {}) => ({ token: who, headers: { 'Idempotency-Key': key, ...more } });
const replayed = (answer) => answer.headers['idempotency-replayed'];
const count = (table, where) => sql(`SELECT count(*) FROM ${table} WHERE ${where}`);

// Idempotency-Key.
const instrument = Number(sql("SELECT id FROM assessment.instrument WHERE code = 'resilience-10'"));
const answers = { instrument, answers: Array(10).fill(4), response_ms: Array(10).fill(3000) };
const first = await rpc('submit', answers, keyed(candidate, 'one'));
status(first, 201, 'submit with a key');
is(replayed(first), undefined, 'is not replayed');
const again = await rpc('submit', answers, keyed(candidate, 'one'));
is([again.status, again.body, replayed(again)], [201, first.body, 'true'], 'again: status, body and header');
const prague = await rpc('submit', answers, keyed(candidate, 'one', { Prefer: 'timezone=Europe/Prague' }));
is([prague.status, prague.body.submission, replayed(prague)], [201, first.body.submission, 'true'], 'in another time zone too');
is(count('assessment.submission', "person_id = id('candidate1')"), '1', 'one submission');
let answer = await rpc('submit', { ...answers, answers: Array(10).fill(2) }, keyed(candidate, 'one'));
is([answer.status, answer.body.code, replayed(answer)], [422, 'PT422', undefined], 'other answers: 422');
answer = await rpc('submit', answers, keyed(other, 'one'));
is([answer.status, replayed(answer), answer.body.submission === first.body.submission], [201, undefined, false], 'another account has its own');
status(await rpc('submit', answers, keyed(undefined, 'one')), 401, 'nobody');
for (const [what, key] of Object.entries({ 'an empty key': '', 'a space in it': 'a b', 'a long one': 'x'.repeat(256) }))
  status(await rpc('submit', answers, keyed(candidate, key)), 400, what);
status(await rpc('submit', { instrument, answers: [1] }, keyed(candidate, 'two')), 400, 'a refused request');
answer = await rpc('submit', answers, keyed(candidate, 'two'));
is([answer.status, replayed(answer)], [201, undefined], 'leaves its key free');

const decision = { campaign: id('campaign1'), person: id('candidate1'), decision: 'hired', reason: 'good' };
const many = await Promise.all(Array.from({ length: 20 }, () => rpc('decide', decision, keyed(client, 'many'))));
const done = many.filter((a) => a.status === 201);
is(many.filter((a) => a.status === 201 || a.status === 409).length, 20, 'twenty at once: answered or told to try again');
is(done.filter((a) => !replayed(a)).length, 1, 'one is the first');
is(new Set(done.map((a) => JSON.stringify(a.body))).size, 1, 'all that are answered alike');
is(count('crew.hiring_event', "person_id = id('candidate1')"), '1', 'one decision');
is((await rpc('decide', decision, keyed(client, 'many'))).body, done[0].body, 'and later the same');
status(await rpc('decide', decision, keyed(client, 'other')), 409, 'with another key it is decided');
status(await rpc('decide', decision, keyed(rival, 'many')), 403, 'another employer\'s client');

const invite = sql("SELECT crew.invite(id('campaign2'), '1 day', false)");
is([(await rpc('apply', { token: invite }, keyed(other, 'a'))).body, (await rpc('apply', { token: invite }, keyed(other, 'a'))).body],
  [id('campaign2'), id('campaign2')], 'apply');
status(await rpc('apply', { token: invite }, { token: other }), 409, 'without a key: twice');
status(await rpc('apply', { token: 'x' }, keyed(other, 'a')), 422, 'another token');

// If-None-Match.
sql('SELECT crew.rebuild_snapshots()');
for (const path of [`/rpc/dashboard?vessel=${id('vessel1')}`, `/rpc/fleet?organization=${id('employer1')}`]) {
  const what = path.slice(5, path.indexOf('?'));
  const full = await get(path, { token: client });
  const tag = full.headers.etag;
  ok(full.status === 200 && /^W\/"[\w-]{24}"$/.test(tag ?? ''), `${what} has an ETag`, full);
  const same = await get(path, { token: client, headers: { 'If-None-Match': tag } });
  is([same.status, same.body, same.headers.etag], [304, '', tag], '304, no body, the ETag');
  is((await get(path, { token: client, headers: { 'If-None-Match': '"x"' } })).body, full.body, 'in full to another');
  is((await get(path, { token: signedIn('admin'), headers: { 'If-None-Match': tag } })).status, 200, 'and to another viewer, exact');
  status(await get(path, { token: rival, headers: { 'If-None-Match': tag } }), 403, 'a foreign one');
  status(await get(path, { headers: { 'If-None-Match': '*' } }), 401, 'nobody');
  sql('SELECT crew.rebuild_snapshots()');
  status(await get(path, { token: client, headers: { 'If-None-Match': tag } }), 304, 'a rebuild that changes nothing to be seen');
  sql(`UPDATE crew.vessel SET name = name || ' again' WHERE id = '${id('vessel1')}'; SELECT crew.rebuild_snapshots()`);
  const newer = await get(path, { token: client, headers: { 'If-None-Match': tag } });
  ok(newer.status === 200 && newer.headers.etag !== tag && newer.body.updated_at !== full.body.updated_at, 'after one that does another', newer);
}
