// Live events: who may listen, what arrives and how soon, once a statement, also when the publishing harmonyd is killed; and that nothing
// tells what people answered.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { is, ok, rpc, sql, status, token } from '../lib/api.mjs';

const folder = process.env.GATEWAY;
const id = (name) => sql(`SELECT id('${name}')`);
const signedIn = (name) => {
  const [sub, sid] = sql(`INSERT INTO platform.session (account_id, expires_at) VALUES (id('${name}'), now() + interval '1 day')
    RETURNING account_id, id`).split('\n')[0].split('|');
  const jwt = token({ sub, sid, role: 'harmony_user', exp: Math.floor(Date.now() / 1000) + 3600 });
  return { jwt, sid, ticket: async () => (await rpc('event_token', {}, { token: jwt })).body.token };
};
// listen(channel, ticket, last): the status, and the events with when they came, in a list that grows.
const listen = (channel, ticket, last) => new Promise((resolve, reject) => {
  const path = `/events/${channel}${ticket === undefined ? '' : `?token=${ticket}`}`;
  const headers = { Accept: 'text/event-stream', ...(last && { 'Last-Event-ID': last }) };
  const call = http.get({ socketPath: `${folder}/www`, path, headers }, (answer) => {
    const events = [];
    let text = '';
    const heard = { status: answer.statusCode, events, last: undefined, close: () => call.destroy() };
    answer.on('data', (part) => {
      text += part;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        for (const line of text.slice(0, end).split('\n')) {
          if (line.startsWith('id: ')) heard.last = line.slice(4);
          if (line.startsWith('data: ')) events.push({ ...JSON.parse(line.slice(6)), came: Date.now() });
        }
        text = text.slice(end + 2);
      }
    });
    answer.on('error', () => {});
    resolve(heard);
  });
  call.on('error', (problem) => (problem.code === 'ECONNRESET' ? undefined : reject(problem)));
});
const until = async (condition, seconds = 10) => {
  for (const end = Date.now() + 1000 * seconds; Date.now() < end; await sleep(5)) if (condition()) return true;
  return false;
};
const told = (list) => list.map(({ event, id: key }) => [event, key]);
const log = (n) => { try { return readFileSync(`${folder}/harmonyd${n}.log`, 'utf8'); } catch { return ''; } };
const publishes = (n) => (log(n).match(/publishes events/g) ?? []).length;

// One of the two publishes.
ok(await until(() => publishes(1) + publishes(2) > 0), 'a harmonyd publishes');
await sleep(1500);
is(publishes(1) + publishes(2), 1, 'one of two');

// Who may listen.
const [client, rival, member, candidate] = ['client1', 'client2', 'member1', 'candidate1'].map(signedIn);
const campaign = `campaign.${id('campaign1')}`;
is((await listen(campaign)).status, 401, 'without a token');
is((await listen(campaign, 'x')).status, 401, 'with a bad one');
is((await listen(campaign, token({ role: 'harmony_anon', exp: Math.floor(Date.now() / 1000) + 60 }))).status, 401, 'with one of nobody');
is((await listen(campaign, client.jwt)).status, 401, 'with an access token, which has no place in an address');
is((await listen(campaign, await client.ticket())).status, 200, 'one\'s own');
is((await listen(campaign, await rival.ticket())).status, 403, 'a foreign campaign');
is((await listen(`vessel.${id('vessel1')}`, await member.ticket())).status, 403, 'the own vessel, for the crew');
is((await listen(`account.${id('client1')}`, await rival.ticket())).status, 403, 'another account');
is((await listen('campaign.x', await client.ticket())).status, 404, 'no channel');
status(await rpc('event_token'), 401, 'a token for nobody');

// What arrives.
const of = async (who, channel) => listen(channel, await who.ticket());
const onCampaign = await of(client, campaign);
const onVessel = await of(client, `vessel.${id('vessel1')}`);
const onFleet = await of(client, `organization.${id('employer1')}`);
const onMember = await of(member, `account.${id('member1')}`);
const onCandidate = await of(candidate, `account.${id('candidate1')}`);
is([onCampaign, onVessel, onFleet, onMember, onCandidate].map((c) => c.status), [200, 200, 200, 200, 200], 'five streams');
const times = [];
for (let n = 0; n < 10; n += 1) {
  const before = onCampaign.events.length;
  sql(`INSERT INTO platform.account (id, email) VALUES (id('late${n}'), 'late${n}@example.org');
    INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('late${n}'), id('campaign1'))`);
  const sent = Date.now();
  await until(() => onCampaign.events.length > before);
  times.push((onCampaign.events.at(-1)?.came ?? Infinity) - sent);
}
is(onCampaign.events.length, 10, 'ten applications, ten events');
times.sort((a, b) => a - b);
ok(times[9] < 1000, `within ${Math.max(0, times[5])} ms (median), ${Math.max(0, times[9])} at most, of psql's end`, times);
is(Object.keys(onCampaign.events[0]).sort(), ['at', 'came', 'channel', 'event', 'id'], 'an event');
is([onCampaign.events[0].event, onCampaign.events[0].id, onCampaign.events[0].channel], ['candidacy.applied', id('late0'), campaign], 'of whom');

onCampaign.events.length = 0;
sql(`INSERT INTO platform.account (id, email) SELECT id('many' || n), 'many' || n || '@example.org' FROM generate_series(1, 1000) n;
  INSERT INTO crew.candidacy (person_id, campaign_id) SELECT id('many' || n), id('campaign1') FROM generate_series(1, 1000) n`);
await until(() => onCampaign.events.length > 0);
await sleep(300);
is(told(onCampaign.events), [['candidacy.applied', null]], 'a statement of 1,000 rows is one event');

sql("SELECT crew.decide(id('campaign1'), id('candidate1'), 'hired', 'x')");
await until(() => onCandidate.events.length > 0 && onCampaign.events.length > 1);
is([told(onCandidate.events), told(onCampaign.events).at(-1)], [[['candidacy.changed', id('campaign1')]],
  ['candidacy.changed', id('candidate1')]], 'a decision: to the candidate, and the employer');
sql("UPDATE crew.candidacy SET shortlisted = true WHERE person_id = id('candidate1')");
sql("SELECT crew.open_survey(id('vessel1'), 'post_season')");
await until(() => onMember.events.length > 0);
is(told(onMember.events).map(([event]) => event), ['survey.opened'], 'a survey: to who is asked');
sql('SELECT crew.rebuild_snapshots()');
await until(() => onVessel.events.length > 0 && onFleet.events.length > 1);
is(told(onVessel.events), [['dashboard.changed', id('vessel1')]], 'a dashboard');
is(told(onFleet.events).sort(), [['dashboard.changed', null], ['fleet.changed', id('employer1')]], 'and the fleet');

// A job of one's own, which harmonyd runs.
sql(`SELECT set_config('request.jwt.claims', json_build_object('sub', id('candidate1'))::text, false),
  platform.add_job('platform.clean_jobs')`);
await until(() => onCandidate.events.some((e) => e.event === 'job.finished'));
is(told(onCandidate.events).at(-1)[0], 'job.finished', 'a job has ended: to its owner');
await sleep(300);
ok(!onCandidate.events.some((e) => e.event === 'candidacy.changed' && e !== onCandidate.events[0]), 'the shortlist tells nothing');

// What people answer is told nobody.
const everything = [onCampaign, onVessel, onFleet, onMember, onCandidate];
for (const stream of everything) stream.events.length = 0;
sql(`INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member2'), id('vessel1'), 1);
  INSERT INTO crew.survey_response (person_id, survey_id, team_cohesion) SELECT id('member2'), id, 1 FROM crew.survey`);
is(sql('SELECT crew.rebuild_stale()'), '0', 'a pulse and answers to a survey rebuild nothing');
const exact = sql("SELECT md5(vessel_snapshot::text) FROM crew.vessel WHERE id = id('vessel1')");
sql("UPDATE assessment.profile SET psychometric_snapshot = profile(54, 62, 58) WHERE person_id = id('member2')");
ok(Number(sql('SELECT crew.rebuild_stale()')) > 0, 'another profile rebuilds a dashboard');
ok(exact !== sql("SELECT md5(vessel_snapshot::text) FROM crew.vessel WHERE id = id('vessel1')"), 'whose exact figures change');
await sleep(800);
is(everything.map((s) => s.events.length), [0, 0, 0, 0, 0], 'which tells nobody while the dashboard looks the same');
sql(`UPDATE assessment.profile SET psychometric_snapshot = profile(99, 20, 20) WHERE person_id = id('member2');
  SELECT crew.rebuild_stale()`);
await until(() => onVessel.events.length > 0);
is(told(onVessel.events), [['dashboard.changed', id('vessel1')]], 'and tells when it looks otherwise');

// The one that publishes is killed: the other takes over. Started again, it waits.
const first = publishes(1) ? 1 : 2;
process.kill(Number(readFileSync(`${folder}/harmonyd${first}.pid`, 'utf8')), 'SIGKILL');
const killed = Date.now();
ok(await until(() => publishes(3 - first) > 0), 'killed, the other one takes over');
console.log(`# after ${Date.now() - killed} ms`);
const start = [`${folder}/start`, String(first)];
const [program, ...rest] = process.getuid() ? start : ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', ...start];
const again = spawn(program, rest, { stdio: 'ignore' });
await sleep(2000);
onCampaign.events.length = 0;
sql("INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('stranger'), id('campaign1'))");
await until(() => onCampaign.events.length > 0);
await sleep(500);
is(told(onCampaign.events), [['candidacy.applied', id('stranger')]], 'an event arrives, once');
is(publishes(first), 1, 'the one that came back waits');

// Rights are asked again at each connection, and what was missed is told.
const last = onCampaign.last;
onCampaign.close();
sql("UPDATE crew.candidacy SET status = 'rejected', decided_at = now() WHERE person_id = id('stranger')");
await sleep(500);
const back = await listen(campaign, await client.ticket(), last);
await until(() => back.events.length > 0);
is([back.status, told(back.events)], [200, [['candidacy.changed', id('stranger')]]], 'connected again: what was missed');
back.close();
const ticket = await client.ticket();
sql("DELETE FROM platform.membership WHERE account_id = id('client1')");
is((await listen(campaign, ticket)).status, 403, 'who acts no more for the employer hears no more');
const own = await candidate.ticket();
sql(`UPDATE platform.session SET status = 'revoked', reason = 'logout', ended_at = now() WHERE id = '${candidate.sid}'`);
is((await listen(`account.${id('candidate1')}`, own)).status, 401, 'nor who has signed out');
again.kill();
process.exit(0);
