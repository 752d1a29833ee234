// A season through PostgREST: answers, a profile, a campaign, an invite, an application, a ranking, an offer, pulses, surveys, dashboards,
// and who leaves; each step with its status, and what has to be refused.
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
const employer = await join('owner', { organization: 'Blue Fleet' });
const rival = await join('rival', { organization: 'Red Fleet' });
const admin = await join('admin');
sql(`INSERT INTO platform.account_role VALUES ('${admin.id}', 'admin')`);
const fleet = employer.organizations[0].id;
const people = await Promise.all(['ann', 'ben', 'cid', 'dot', 'eve', 'fay'].map((name) => join(name)));
const [ann, ben] = people;

// Answers.
const instruments = (await ann.get('/instruments?select=id,code,items')).body;
const instrument = (code) => instruments.find((i) => i.code === code).id;
is((await ann.get(`/items?instrument=eq.${instrument('ipip-ffm-50')}&select=position`)).body.length, 50, 'items');
const scale = (seed, items = 50) => ({
  instrument: instrument('ipip-ffm-50'), answers: Array.from({ length: items }, (_, n) => 1 + (n * seed + (n >> 2)) % 5),
  response_ms: Array.from({ length: items }, (_, n) => 3000 + 37 * n),
});
let answer = await ann.rpc('submit', scale(3));
status(answer, 201, 'submit');
is([answer.body.results.length, answer.body.completeness], [5, 1], 'five traits');
for (const [n, person] of people.entries()) await person.rpc('submit', scale(n + 2));
status(await ann.rpc('submit', { ...scale(3), response_ms: null }), 400, 'submit without times');
status(await ann.rpc('submit', { instrument: 0, answers: [1] }), 400, 'submit to no instrument');
status(await get('/rpc/submit?instrument=1&answers=%7B1%7D'), 401, 'submit by nobody');
status(await ann.get('/rpc/submit?instrument=1&answers=%7B1%7D&response_ms=%7B1000%7D'), 405, 'submit by GET');
is((await ann.get('/profile')).body.length, 1, 'one profile, the own');
const test = { instrument: instrument('reasoning-18'), answers: Array(18).fill(2), response_ms: Array(18).fill(9000) };
answer = await ann.rpc('submit', test);
status(answer, 201, 'a test');
is(answer.body.results, null, 'tells no score at once');
is((await ann.get(`/results?submission=eq.${answer.body.submission}`)).body.length, 3, 'but in results');
status(await ann.rpc('submit', test), 409, 'a test twice');
const session = (await ben.rpc('begin_test', { instrument: test.instrument })).body.test;
status(await ann.rpc('next_item', { test: session }), 403, 'another\'s test');
let step = (await ben.rpc('next_item', { test: session })).body;
for (let n = 0; n < 18 && !step.stop; n += 1) step = (await ben.rpc('next_item', { test: session, answer: 1, response_ms: 4000 })).body;
ok(step.stop && step.submission, 'an adaptive test ends with a submission', step);
status(await ben.rpc('next_item', { test: session, answer: 1, response_ms: 4000 }), 409, 'after which there is none');
status(await ann.rpc('grant_attempt', { person: ann.id, instrument: test.instrument }), 403, 'grant_attempt by oneself');
status(await admin.rpc('grant_attempt', { person: ann.id, instrument: test.instrument }), 204, 'by an administrator');
is((await ann.get('/norms')).body, [], 'norms are not for everybody');

// A vessel and its crew.
const vessel = (await employer.rpc('add_vessel', { organization: fleet, name: 'First' })).body;
status(await rival.rpc('add_vessel', { organization: fleet, name: 'x' }), 403, 'add_vessel for another employer');
status(await employer.rpc('set_environment', { vessel, environment: { salary_index: 0.6 } }), 200, 'set_environment');
status(await employer.rpc('set_environment', { vessel, environment: { salary_index: 7 } }), 400, 'out of range');
status(await employer.rpc('boarding_pass', { vessel, position: 'Nothing' }), 400, 'a pass for no position');
answer = await employer.rpc('boarding_pass', { vessel, position: 'Deckhand' });
status(answer, 201, 'boarding_pass');
for (const person of people.slice(1)) status(await person.rpc('board', { token: answer.body }), 201, 'board');
status(await ben.rpc('board', { token: answer.body }), 409, 'board twice');
status(await employer.rpc('set_leader', { vessel, person: ben.id }), 204, 'set_leader');
status(await employer.rpc('set_leader', { vessel, person: ann.id }), 409, 'who is not aboard');
is((await employer.get(`/rpc/roster?vessel=${vessel}&order=full_name`)).body.map((r) => r.full_name), ['ben', 'cid', 'dot', 'eve', 'fay'], 'roster');
answer = await employer.send('PATCH', `/vessels?id=eq.${vessel}`, { name: 'Renamed', leadership: { autonomy: 0.5 } });
is([answer.status, answer.body[0].name, answer.body[0].leadership], [200, 'Renamed', { autonomy: 0.5 }], 'PATCH a vessel');
status(await employer.send('PATCH', `/vessels?id=eq.${vessel}`, { environment: {} }), 403, 'but not its environment');
status(await employer.send('PATCH', `/vessels?id=eq.${vessel}`, { name: ' ' }), 400, 'nor to a blank name');

// Campaign, invite, application.
const search = { organization: fleet, vessel, position: 'Bosun', title: 'Summer', status: 'open' };
answer = await employer.send('POST', '/campaigns', search);
status(answer, 201, 'POST a campaign');
const campaign = answer.body[0].id;
status(await employer.send('POST', '/campaigns', { ...search, position: 'Nothing' }), 400, 'for no position');
status(await rival.send('POST', '/campaigns', search), 403, 'for another employer');
status(await employer.send('PATCH', `/campaigns?id=eq.${campaign}`, { status: 'archived' }), 400, 'a step that is none');
status(await employer.send('PATCH', `/campaigns?id=eq.${campaign}`, { position: 'Chef' }), 400, 'what is fixed');
is((await rival.send('PATCH', `/campaigns?id=eq.${campaign}`, { title: 'x' })).body, [], 'another employer changes nothing');
status(await rival.rpc('invite', { campaign }), 403, 'invite for another employer');
const invite = (await employer.rpc('invite', { campaign, single_use: false })).body;
answer = await get(`/rpc/resolve?token=${invite}`);
is([answer.status, answer.body.employer, answer.body.position], [200, 'Blue Fleet', 'Bosun'], 'resolve by nobody in particular');
status(await rpc('resolve', { token: 'nothing' }), 400, 'of no token');
status(await ann.rpc('apply', { token: invite }), 201, 'apply');
status(await ann.rpc('apply', { token: invite }), 409, 'apply twice');
status(await rpc('apply', { token: invite }), 401, 'apply by nobody');
status(await admin.rpc('apply', { token: invite }), 201, 'another candidate');
is((await ann.get('/rpc/applications')).body.map((a) => a.status), ['pending'], 'applications');

// Ranking and decision.
is((await employer.get(`/rpc/candidates?campaign=${campaign}&select=has_profile&order=has_profile`)).body.map((c) => c.has_profile), [false, true],
  'candidates');
answer = await employer.get(`/rpc/matching?campaign=${campaign}`);
is([answer.body.length, answer.body[0].full_name, answer.body[0].status], [1, 'ann', 'pending'], 'matching');
ok(Number.isInteger(answer.body[0].y_success), 'in whole numbers', answer.body[0]);
status(await rival.get(`/rpc/matching?campaign=${campaign}`), 403, 'not of another employer');
is((await employer.get(`/rpc/impact?campaign=${campaign}&person=${ann.id}`)).body.person, ann.id, 'impact');
status(await employer.get(`/rpc/impact?campaign=${campaign}&person=${rival.id}`), 403, 'of nobody who applied');
status(await employer.get(`/rpc/sensitivity?campaign=${campaign}`), 200, 'sensitivity');
is((await employer.rpc('shortlist', { campaign, persons: [ann.id] })).body, 1, 'shortlist');
status(await employer.rpc('report', { person: ann.id, context: 'recruiter', campaign }), 200, 'report');
status(await ann.get(`/rpc/report?person=${ann.id}&context=candidate`), 405, 'report by GET');
is((await ann.get('/rpc/report_readings?select=context,employer,campaign')).body.map((one) => [one.context, one.campaign]), [['recruiter', campaign]],
  'who has read it');
is((await ben.get('/rpc/report_readings')).body, [], 'of others nothing');
is((await employer.get(`/campaigns?id=eq.${campaign}&select=vessel_name`)).body.map((one) => typeof one.vessel_name), ['string'], 'the vessel by name');
status(await ann.rpc('request_review', { campaign, message: 'Please look at my references' }), 201, 'request_review');
status(await ann.rpc('request_review', { campaign, message: 'Again' }), 409, 'once until it is answered');
status(await rival.rpc('answer_review', { campaign, person: ann.id, answer: 'No' }), 403, 'answer_review of another employer');
status(await employer.rpc('answer_review', { campaign, person: ann.id, answer: 'We have' }), 200, 'answer_review');
is((await ann.get('/rpc/review_requests')).body.map((one) => [one.message, one.answer]), [['Please look at my references', 'We have']], 'review_requests');
status(await ann.rpc('report', { person: ben.id, context: 'candidate' }), 403, 'of somebody else');
status(await ann.rpc('accept_offer', { campaign }), 409, 'accept_offer before there is one');
const decision = { campaign, person: ann.id, decision: 'hired', reason: 'the best' };
status(await rival.rpc('decide', decision), 403, 'decide for another employer');
status(await employer.rpc('decide', { ...decision, decision: 'postponed' }), 400, 'no decision');
let disqualified = (await employer.get(`/rpc/matching?campaign=${campaign}`)).body[0].safety_level === 'DISQUALIFIED';
status(await employer.rpc('lift_barrier', { campaign, person: ann.id, reason: 'seen at work' }), disqualified ? 204 : 409, 'lift_barrier');
answer = await employer.rpc('decide', decision);
status(answer, 201, 'decide');
is([answer.body.person, answer.body.decision, answer.body.model_version], [ann.id, 'hired', 'default'], 'the evidence');
answer = await employer.rpc('decide', decision);
is([answer.status, answer.body.code, answer.body.details], [409, 'PT409', null], 'decide twice');
answer = await ann.rpc('accept_offer', { campaign });
is([answer.status, answer.body], [201, vessel], 'accept_offer');
is((await employer.get(`/rpc/decisions?campaign=${campaign}&decision=in.(hired,joined)&select=decision`)).body.map((d) => d.decision), ['hired', 'joined'],
  'decisions');
status(await ann.rpc('withdraw', { campaign }), 409, 'withdraw too late');

// Aboard.
status(await ann.rpc('give_pulse', { score: 4 }), 201, 'give_pulse');
status(await ann.rpc('give_pulse', { score: 5 }), 201, 'corrected');
is((await ann.get('/pulses?select=score')).body, [{ score: 5 }], 'pulses');
status(await ann.rpc('give_pulse', { score: 6 }), 400, 'out of range');
status(await employer.rpc('give_pulse', { score: 4 }), 409, 'not aboard');
is((await ann.get('/assignments?select=vessel_name,status')).body, [{ vessel_name: 'Renamed', status: 'active' }], 'assignments');
answer = await ann.send('POST', '/assignments', { vessel_name: 'Elsewhere', position: 'Chef', started_on: '2020-01-01', ended_on: '2020-06-01' });
is([answer.status, answer.body[0].status, answer.body[0].person], [201, 'declared', ann.id], 'POST experience');
status(await ann.send('POST', '/assignments', { vessel_name: 'Elsewhere', position: 'Chef', status: 'active' }), 403, 'but no service');
is((await ann.send('DELETE', '/assignments?vessel_name=eq.Elsewhere')).body.length, 1, 'DELETE experience');
is((await ann.send('DELETE', '/assignments')).body, [], 'and no service');
status(await ann.send('POST', '/declared_groups', { attribute: 'age', group_name: 'a' }), 201, 'POST a group');
status(await ann.send('POST', '/declared_groups', { attribute: 'age', group_name: 'a' }), 409, 'twice');
is((await ann.send('PATCH', '/declared_groups?attribute=eq.age', { group_name: 'b' })).body, [{ attribute: 'age', group_name: 'b' }], 'PATCH it');
is((await ann.send('DELETE', '/declared_groups?attribute=eq.age')).body.length, 1, 'DELETE it');
const survey = (await employer.rpc('open_survey', { vessel, kind: 'post_season' })).body;
status(await employer.rpc('open_survey', { vessel, kind: 'nothing' }), 400, 'a survey of no kind');
is((await ann.get('/surveys?answered=is.false&select=id')).body, [{ id: survey }], 'a survey waits');
status(await ann.rpc('respond', { survey, team_cohesion: 8, intent_to_stay: 9 }), 201, 'respond');
status(await ann.rpc('respond', { survey, team_cohesion: 8 }), 409, 'twice');
status(await ben.rpc('respond', { survey, team_cohesion: 11 }), 400, 'out of range');
answer = await rival.rpc('respond', { survey, team_cohesion: 8 });
const nowhere = await rival.rpc('respond', { survey: ann.id, team_cohesion: 8 });
is([answer.status, nowhere.status, answer.body.message.replace(survey, ann.id)], [400, 400, nowhere.body.message], 'by a stranger, as of no survey');
status(await employer.rpc('close_survey', { survey }), 200, 'close_survey');
status(await ben.rpc('respond', { survey, team_cohesion: 8 }), 409, 'too late');
status(await employer.get(`/rpc/survey_results?vessel=${vessel}`), 200, 'survey_results');

// Dashboards, administration.
status(await admin.rpc('rebuild_snapshots'), 202, 'rebuild_snapshots');
sql('SELECT platform.run_jobs()');
is((await admin.get('/rpc/verify_snapshots')).body, [], 'verify_snapshots');
for (const called of ['rebuild_snapshots', 'retrain']) status(await employer.rpc(called), 403, `${called} by an employer`);
status(await employer.rpc('judge_toxicity', { organization: fleet }), 403, 'judge_toxicity by an employer');
status(await admin.rpc('judge_toxicity', { organization: fleet }), 200, 'by an administrator');
status(await admin.rpc('activate_model', { version: 'nothing' }), 400, 'activate_model of none');
is((await employer.get(`/rpc/dashboard?vessel=${vessel}`)).body.name, 'Renamed', 'dashboard');
status(await rival.get(`/rpc/dashboard?vessel=${vessel}`), 403, 'of another employer');
ok((await employer.get(`/rpc/fleet?organization=${fleet}`)).body.updated_at, 'fleet');
status(await employer.get(`/rpc/simulate?vessel=${vessel}&persons=%7B${ann.id},${ben.id}%7D`), 200, 'simulate');
is((await employer.get(`/rpc/sociogram?vessel=${vessel}`)).body.nodes.length, 6, 'sociogram');
status(await employer.get('/rpc/fairness'), 200, 'fairness of past years');
status(await employer.get(`/rpc/fairness?campaign=${campaign}`), 403, 'of one campaign');
is((await employer.rpc('revoke_tokens', { campaign })).body, 1, 'revoke_tokens');
status(await get(`/rpc/resolve?token=${invite}`), 400, 'after which none is valid');
ok((await employer.get('/tokens?kind=eq.invite')).body[0].revoked_at, 'tokens');

// The end.
answer = await ann.rpc('leave', { person: ann.id, reason: 'the season has ended' });
is([answer.status, answer.body.status], [200, 'ended'], 'leave');
status(await ann.rpc('leave', { person: ann.id, reason: 'again' }), 409, 'twice');
status(await rival.rpc('leave', { person: ben.id, reason: 'x' }), 403, 'by another employer');
for (const step of ['closed', 'archived']) status(await employer.send('PATCH', `/campaigns?id=eq.${campaign}`, { status: step }), 200, step);
status(await employer.get(`/rpc/matching?campaign=${campaign}`), 409, 'matching of what is archived');
status(await employer.send('DELETE', `/campaigns?id=eq.${campaign}`), 403, 'DELETE a campaign');
status(await employer.send('DELETE', '/tokens'), 403, 'DELETE tokens');
status(await employer.rpc('decide', { campaign: 'x' }), 404, 'decide without its arguments');
status(await employer.rpc('decide', { ...decision, campaign: 'x' }), 400, 'of no uuid');

// What the gateway tells of all this.
const paths = (await employer.get('/')).body.paths;
is(Object.entries(paths).filter(([path, p]) => path !== '/' && !(p.post ?? p.get).summary).map(([path]) => path), [], 'every object has a summary');
