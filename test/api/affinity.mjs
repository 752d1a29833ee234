// Three people who might meet, through PostgREST: consent, photos, ratings, traits, typings, a night, and what they are told; each step with
// its status, and what has to be refused.
import { get, is, ok, request, rpc, sql, status } from '../lib/api.mjs';

const password = 'four unrelated words';
const join = async (name) => {
  const { body } = await rpc('register', { email: `${name}@example.org`, password, full_name: `${name} Surname`, cookie: false });
  const token = body.access_token;
  return {
    ...body.account,
    get: (path, options) => get(path, { token, ...options }),
    rpc: (called, args, options) => rpc(called, args, { token, ...options }),
    part: (document, bytes) => request('POST', '/rpc/upload_part', { token, body: bytes,
      headers: { 'Content-Type': 'application/octet-stream', Document: document, Part: '1' } }),
  };
};
const [ann, bob, cat, researcher] = [await join('ann'), await join('bob'), await join('cat'), await join('researcher')];
sql(`INSERT INTO platform.account_role VALUES ('${researcher.id}', 'researcher')`);
const people = [ann, bob, cat];
const face = (seed) => `'{${Array.from({ length: 8 }, (_, i) => Math.sin(seed * (i * i + 1) * 1.7 + i).toFixed(6))}}'`;
const nets = '\'{"detector": {"name": "d", "version": "1"}, "landmarks": {"name": "l", "version": "1"}, "embedding": {"name": "e", "version": "1"}}\'';
const jpeg = (text) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(text)]);
const hex = (bytes) => `'\\x${bytes.toString('hex')}'`;
for (let n = 1; n <= 11; n += 1) {
  sql(`SELECT affinity.settle_photo(affinity.add_calibration_photo('${researcher.id}', 'c.jpg', 'image/jpeg', ${hex(jpeg(`c${n}`))}, ${n}),
    'ready', ${nets}, ${hex(jpeg(`made ${n}`))}, ${face(100 + n)})`);
}

// Consent.
status(await get('/consents'), 401, 'consents of nobody');
const texts = await ann.get('/rpc/consent_texts?language=de&select=kind,purpose,text_version,text_language');
is(texts.body.map((one) => [one.kind, one.text_version, one.text_language]),
  ['visual', 'personality', 'genetic', 'research'].map((kind) => [kind, '1', 'de']), 'what is asked for can be read before it is agreed to');
status(await ann.rpc('consent', { kind: 'visual', given: true, text_version: '1', language: 'de' }), 204, 'consent');
is((await ann.get('/consents?select=purpose')).body, [{ purpose: texts.body[0].purpose }], 'to the words that were shown');
status(await ann.rpc('consent', { kind: 'soul', given: true }), 400, 'to what there is not');
const older = await ann.rpc('consent', { kind: 'visual', given: true, text_version: '0' });
status(older, 409, 'to a text that is not the current one');
ok(/version 1/.test(older.body.hint), 'which says so', older.body);
is((await ann.get('/consents?select=kind,text_version,withdrawn_at')).body, [{ kind: 'visual', text_version: '1', withdrawn_at: null }], 'consents');
is((await ann.get('/phases?select=phase,status')).body.map((p) => p.status), ['open', 'locked', 'locked'], 'phases');
for (const [method, path, sent] of [['GET', '/photos'], ['GET', '/matches'], ['POST', '/rpc/calibration_set', {}], ['POST', '/rpc/calibrate', { ratings: [] }],
  ['POST', '/rpc/discover', {}], ['POST', '/rpc/match_top', {}], ['POST', '/rpc/match', { person: ann.id }], ['POST', '/rpc/hla_put', { gl: 'A*01:01+A*01:01' }],
  ['POST', '/rpc/visual_score', { person: ann.id }], ['POST', '/rpc/hla_match', { person: ann.id }], ['POST', '/rpc/photo_put', { document: ann.id }],
  ['POST', '/rpc/want_to_meet', { person: ann.id, answer: 'yes' }], ['POST', '/rpc/match_report', { match: 1 }], ['POST', '/rpc/export_typing', {}]]) {
  const answer = method === 'GET' ? await bob.get(path) : await bob.rpc(path.slice(5), sent);
  status(answer, 403, `${path} without consent`);
  ok(/no consent of kind "(visual|genetic)"/.test(answer.body.message), 'which names the kind', answer.body);
}
for (const person of people) {
  for (const kind of ['visual', 'personality', 'genetic', 'research']) status(await person.rpc('consent', { kind, given: true }), 204, `consent ${kind}`);
}
status(await ann.rpc('hla_put', { gl: 'A*01:01+A*01:01' }), 409, 'phase 3 too early');
const questionnaire = Number(sql('SELECT instrument_id FROM affinity.questionnaire'));
const times = Array.from({ length: 28 }, (_, i) => 2000 + 40 * i);
const answers = (seed) => Array.from({ length: 28 }, (_, i) => 1 + ((seed * (i + 1) + (i % 4) * seed) % 5));
status(await ann.rpc('submit', { instrument: questionnaire, answers: answers(1), response_ms: times }), 409, 'phase 2 too early');
is((await ann.get(`/items?instrument=eq.${questionnaire}`)).body, [], 'its items are not shown');

// Phase 1: a photo each, and ratings.
const upload = async (person, bytes) => {
  const begun = await person.rpc('begin_upload', { title: 'Me', kind: 'photo', file_name: 'me.jpg', media_type: 'image/jpeg', size: bytes.length });
  status(begun, 201, 'begin_upload of a photo');
  status(await person.part(begun.body.document, bytes), 200, 'its bytes');
  is((await person.rpc('complete_upload', { document: begun.body.document })).body.status, 'ready', 'all of them');
  return begun.body.document;
};
const photos = {};
for (const [n, person] of people.entries()) {
  const document = await upload(person, jpeg(`upload with a place ${n}`));
  status(await person.rpc('document_data', { document }, { headers: { Accept: '*/*' } }), 409, 'the upload is read by nobody');
  const put = await person.rpc('photo_put', { document });
  status(put, 202, 'photo_put');
  is(Object.keys(put.body).sort(), ['job', 'photo'], 'its photo and job');
  sql(`SELECT affinity.face_found(c.id, c.attempt, ${put.body.photo}, 'ready', ${nets}, ${hex(jpeg(`made of ${n}`))}, ${face(n)})
    FROM platform.claim_jobs('w', '{affinity.face}', 100) c WHERE c.id = ${put.body.job}`);
  is((await person.get('/photos?select=document,status,model')).body, [{ document, status: 'ready', model: 'e 1' }], 'photos');
  is((await person.rpc('document_data', { document }, { headers: { Accept: '*/*' } })).status, 200, 'the picture made anew');
  photos[person.id] = document;
  const set = await person.rpc('calibration_set');
  is([set.status, set.body.length, set.body[0].rating], [200, 11, null], 'calibration_set');
  const ratings = set.body.map(({ photo, sort }) => ({ photo, rating: 1 + ((sort * (n + 2)) % 5) }));
  const rated = await person.rpc('calibrate', { ratings });
  is([rated.status, rated.body.n, rated.body.calibration_complete, typeof rated.body.loo_rmse], [200, 11, true, 'number'], 'calibrate');
}
status(await ann.rpc('photo_put', { document: photos[bob.id] }), 404, 'another\'s photo');
status(await ann.rpc('calibrate', { ratings: [{ photo: ann.id, rating: 9 }] }), 400, 'no ratings');
is((await ann.rpc('calibration_set')).body.every((r) => r.rating >= 1), true, 'ratings are kept');
status(await get(`/rpc/document_data?document=${photos[ann.id]}`, { headers: { Accept: '*/*' } }), 401, 'nobody reads a photo');

// Phases 2 and 3.
for (const [n, person] of people.entries()) {
  is((await person.get(`/items?instrument=eq.${questionnaire}`)).body.length, 28, 'items are shown');
  status(await person.rpc('submit', { instrument: questionnaire, answers: answers(n + 1), response_ms: times }), 201, 'submit');
  const typed = await person.rpc('hla_put', { gl: `A*01:01+A*0${n + 1}:01^B*07:02+B*08:0${n + 1}^DRB1*15:01+DRB1*0${n + 1}:01` });
  status(typed, 201, 'hla_put');
  is(typed.body, { loci: ['A', 'B', 'DRB1'], quality: 1 }, 'its loci and quality, no genotype');
  is((await person.get('/phases')).body.map((p) => p.status), ['complete', 'complete', 'complete'], 'phases');
}
status(await ann.rpc('hla_put', { gl: 'A*01:01+A*01:01' }), 409, 'not again at once');
status(await ann.rpc('hla_match', { person: bob.id }), 404, 'nothing before the night');
const wrong = await cat.rpc('hla_put', { gl: 'A*SECRET' });
ok(wrong.status >= 400 && !JSON.stringify(wrong.body).includes('SECRET'), 'an error quotes nothing', wrong.body);

// People.
status(await ann.rpc('set_filters', { filters: { gender: 'woman', seeks: ['man'], born_on: '1990-05-01' } }), 204, 'set_filters');
status(await bob.rpc('set_filters', { filters: { gender: 'man' } }), 204, 'of another');
status(await ann.rpc('set_filters', { filters: { colour: 1 } }), 400, 'a filter that is none');
status(await ann.rpc('set_filters', { filters: { age_from: 3 } }), 400, 'a value that cannot be');
is((await ann.get('/filters?select=gender,seeks')).body, [{ gender: 'woman', seeks: ['man'] }], 'filters');
is((await ann.rpc('discover')).body, [{ person: bob.id, display_name: 'bob', photo: photos[bob.id] }], 'discover');
is((await ann.get(`/rpc/document_data?document=${photos[bob.id]}`, { headers: { Accept: '*/*' } })).status, 200, 'with a photo');
status(await ann.get(`/rpc/document_data?document=${photos[cat.id]}`, { headers: { Accept: '*/*' } }), 404, 'of nobody else');
status(await ann.rpc('discover', { most: 51 }), 400, 'not so many');
status(await ann.rpc('want_to_meet', { person: bob.id, answer: 'yes' }), 201, 'want_to_meet');
status(await ann.rpc('want_to_meet', { person: bob.id, answer: 'no' }), 201, 'corrected');
status(await ann.rpc('want_to_meet', { person: cat.id, answer: 'yes' }), 404, 'somebody who is not shown');
status(await ann.rpc('want_to_meet', { person: bob.id, answer: 'perhaps' }), 400, 'no answer');
status(await ann.rpc('want_to_meet', { person: bob.id, answer: 'yes' }), 201, 'yes after all');
is((await ann.get('/answers?select=person,display_name,answer')).body, [{ person: bob.id, display_name: 'bob', answer: 'yes' }], 'answers');
is((await bob.get('/answers')).body, [], 'one\'s own alone');

// The night.
is((await ann.get('/matches')).body, [], 'no matches yet');
sql("SELECT affinity.score(now() + interval '1 hour')");
const match = (await ann.get('/matches')).body;
is(match.map((one) => one.display_name), ['bob'], 'matches by name');
is(match.map((m) => [m.person, m.missing, m.model, Number.isInteger(m.score), Number.isInteger(m.personality), ['low', 'middle', 'high'].includes(m.biological)]),
  [[bob.id, [], '1', true, true, true]], 'matches: whole numbers and a band');
is(Object.keys(match[0]).sort(), ['biological', 'computed_at', 'display_name', 'id', 'missing', 'model', 'person', 'personality', 'score'],
  'and nothing else');
const sorted = (row) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
is(sorted((await ann.rpc('match', { person: bob.id })).body), sorted(match[0]), 'match');
status(await ann.rpc('match', { person: cat.id }), 404, 'match of somebody else');
const liked = await ann.rpc('visual_score', { person: bob.id });
is([liked.status, Object.keys(liked.body).sort(), Object.values(liked.body).every(Number.isInteger)], [200, ['high', 'low', 'score'], true], 'visual_score');
is((await ann.rpc('hla_match', { person: bob.id })).body, { band: match[0].biological, loci: ['A', 'B', 'DRB1'] }, 'hla_match');
is((await ann.rpc('match_top')).body, [{ person: bob.id, score: match[0].score, missing: [], display_name: 'bob' }],
  'match_top');
status(await ann.get('/rpc/match_top'), 405, 'match_top by GET');
status(await ann.rpc('match_top', { k: 51 }), 400, 'too many');
const report = await ann.rpc('match_report', { match: match[0].id });
is([report.status, Object.keys(report.body)], [200, ['html']], 'match_report');
ok(report.body.html.startsWith('<html') && report.body.html.includes('Joel et al. 2017') && report.body.html.includes(`>${match[0].score}<`)
  && !/[AB]\*\d/.test(report.body.html), 'which says what is known, and no detail of genes', report.body.html.slice(-3000));
const paper = await ann.rpc('match_report', { match: match[0].id, format: 'pdf' });
is([paper.status, Object.keys(paper.body)], [202, ['job']], 'as a file');
status(await ann.rpc('make_report', { kind: 'match', subject: { match: match[0].id } }), 202, 'make_report the same');
status(await cat.rpc('match_report', { match: match[0].id }), 404, 'another\'s');
status(await ann.rpc('match_report', { match: match[0].id, format: 'doc' }), 400, 'another format');
ok((await ann.rpc('export_typing')).body.typing.includes('A*01:01'), 'export_typing', null);
const exported = await ann.rpc('export_my_data');
ok(exported.status === 200 && !JSON.stringify(exported.body).includes('A*01:01') && !JSON.stringify(exported.body).includes(bob.id)
  === false, 'export_my_data has no genotype', Object.keys(exported.body));

// Researchers.
is((await researcher.get('/calibration')).body, [], 'of three people nothing');
is((await researcher.rpc('affinity_validation')).body.map((r) => [r.phase, r.people, r.auc]), [[1, null, null], [2, null, null], [3, null, null]], 'affinity_validation');
status(await ann.get('/calibration'), 403, 'not for people');
status(await ann.rpc('affinity_validation'), 403, 'nor this');
status(await researcher.rpc('affinity_validation', { model: 'none' }), 400, 'no such model');

// Blocks, and consent withdrawn.
status(await bob.rpc('block', { person: ann.id }), 204, 'block');
is((await ann.get('/matches')).body.concat((await bob.get('/matches?person=eq.' + ann.id)).body), [], 'neither sees the other');
status(await ann.rpc('match', { person: bob.id }), 404, 'nor is told');
is((await bob.get('/blocks?select=person,display_name')).body, [{ person: ann.id, display_name: 'ann' }], 'whom one has blocked');
is((await ann.get('/blocks')).body.concat((await ann.get('/answers')).body, (await bob.get('/answers')).body), [], 'which nobody else is told');
status(await bob.rpc('block', { person: ann.id, blocked: false }), 204, 'taken back');
is((await bob.get('/blocks')).body, [], 'and off the list');
status(await bob.rpc('block', { person: bob.id }), 404, 'oneself');
status(await bob.rpc('consent', { kind: 'genetic', given: false }), 204, 'consent withdrawn');
is((await ann.get('/matches?select=score,biological')).body, [{ score: null, biological: null }], 'its scores are gone at once');
status(await bob.rpc('hla_match', { person: ann.id }), 403, 'and nothing is told');
status(await bob.rpc('consent', { kind: 'visual', given: false }), 204, 'the other one too');
is((await ann.get('/matches')).body, [], 'who does not agree is no match');
status(await ann.get(`/rpc/document_data?document=${photos[bob.id]}`, { headers: { Accept: '*/*' } }), 404, 'nor is the photo there');
