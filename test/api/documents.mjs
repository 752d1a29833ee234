// Documents through PostgREST: raw parts in, raw bytes out, with their headers, and the statuses of what is refused.
import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import { get, is, ok, request, rpc, sql, status } from '../lib/api.mjs';

const password = 'four unrelated words';
const signIn = async (email) => (await rpc('register', { email, password, full_name: email, cookie: false })).body;
const ann = await signIn('ann@example.org');
const bob = await signIn('bob@example.org');
const admin = await signIn('admin@example.org');
sql(`INSERT INTO platform.account_role VALUES ('${admin.account.id}', 'admin')`);
const as = (who) => ({ token: who.access_token });

// Bytes as they are, in and out: test/lib/api.mjs speaks of texts.
const raw = (method, path, who, headers = {}, body = undefined) => new Promise((resolve, reject) => {
  const call = http.request({ socketPath: process.env.API_SOCKET, method, path, headers: {
    ...(who ? { Authorization: `Bearer ${who.access_token}` } : {}), ...headers } }, (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts) }));
  });
  call.on('error', reject);
  call.end(body);
});
const part = (who, document, number, bytes) => raw('POST', '/rpc/upload_part', who,
  { 'Content-Type': 'application/octet-stream', Document: document, Part: String(number) }, bytes);

// Two parts of bytes of every value.
const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5242880)]);
const plan = { title: 'My certificate', kind: 'certificate', file_name: 'Zeugnis "Ü".pdf', media_type: 'application/pdf',
  size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), expires_on: '2030-01-31' };
let answer = await rpc('begin_upload', plan, as(ann));
status(answer, 201, 'begin_upload');
const { document } = answer.body;
is([answer.body.method, answer.body.part_size, answer.body.parts.map((p) => p.number)], ['database', 5242880, [1, 2]], 'the plan');
status(await rpc('begin_upload', plan), 401, 'begin_upload of nobody');
for (const [what, more, wanted] of [['no such type', { media_type: 'image/svg+xml' }, 400], ['a path', { file_name: '../a.pdf' }, 400],
  ['no such kind', { kind: 'x' }, 400], ['11 MB', { size: 11000000 }, 413], ['S3, which is not there', { storage: 's3' }, 400]])
  status(await rpc('begin_upload', { ...plan, ...more }, as(ann)), wanted, `begin_upload with ${what}`);

const [first, second] = [bytes.subarray(0, 5242880), bytes.subarray(5242880)];
answer = await part(ann, document, 1, first);
status(answer, 200, 'upload_part');
is(JSON.parse(answer.bytes), { part: 1, received: [1] }, 'is told');
status(await part(ann, document, 2, first), 413, 'a part too large');
status(await part(ann, document, 3, second), 400, 'no such part');
status(await part(ann, document, 'x', second), 400, 'no number');
status(await part(bob, document, 2, second), 404, 'somebody else');
status(await part(undefined, document, 2, second), 401, 'nobody');
status(await rpc('complete_upload', { document }, as(ann)), 409, 'complete_upload with a part missing');
is((await rpc('upload_parts', { document, numbers: [2] }, as(ann))).body, { parts: [{ url: 'rpc/upload_part', number: 2 }], received: [1] },
  'upload_parts');
status(await part(ann, document, 2, second), 200, 'the other part');
status(await rpc('complete_upload', { document }, as(bob)), 404, 'complete_upload by somebody else');
for (const again of ['complete_upload', 'again']) {
  answer = await rpc('complete_upload', { document }, as(ann));
  is([answer.status, answer.body], [200, { status: 'ready', document }], again);
}
status(await part(ann, document, 2, second), 409, 'a part after that');

// Out again.
answer = await raw('GET', `/rpc/document_data?document=${document}`, ann);
status({ ...answer, bytes: undefined }, 200, 'document_data');
ok(answer.bytes.equals(bytes), 'the same bytes', answer.bytes.length);
is([answer.headers['content-type'], answer.headers['content-disposition'], answer.headers['x-content-type-options']],
  ['application/octet-stream', 'attachment; filename*=UTF-8\'\'Zeugnis%20%22%C3%9C%22.pdf', 'nosniff'], 'to be saved under its name');
answer = await raw('GET', `/rpc/document_data?document=${document}`, ann, { Accept: 'text/html' });
is(answer.headers['content-type'], 'application/octet-stream', 'never as HTML');
is((await rpc('document_url', { document }, as(ann))).body, { url: `rpc/document_data?document=${document}`, expires_in: null },
  'document_url');
for (const call of ['document_data', 'document_url']) {
  status(await get(`/rpc/${call}?document=${document}`, as(bob)), 404, `${call} of somebody else's`);
  status(await get(`/rpc/${call}?document=${document}`), 401, `${call} by nobody`);
  status(await get(`/rpc/${call}?document=${document}`, as(admin)), 200, `${call} by an administrator`);
}

// The view.
answer = await get(`/documents?id=eq.${document}&select=owner_id,kind,title,size,sha256,storage,status,expires_on,legal_hold`, as(ann));
is(answer.body, [{ owner_id: ann.account.id, kind: 'certificate', title: 'My certificate', size: bytes.length, sha256: plan.sha256,
  storage: 'database', status: 'ready', expires_on: '2030-01-31', legal_hold: false }], 'documents');
is((await get('/documents', as(bob))).body, [], 'of somebody else: none');
status(await request('PATCH', `/documents?id=eq.${document}`, { ...as(ann), body: { title: 'Renewed', expires_on: '2035-01-31' } }),
  204, 'PATCH');
is((await get('/documents?select=title,expires_on&status=eq.ready', as(ann))).body, [{ title: 'Renewed', expires_on: '2035-01-31' }],
  'is there');
status(await request('PATCH', `/documents?id=eq.${document}`, { ...as(ann), body: { title: ' ' } }), 400, 'PATCH no title');
status(await request('PATCH', `/documents?id=eq.${document}`, { ...as(ann), body: { status: 'ready' } }), 403,
  'PATCH what is not to be changed');
status(await request('DELETE', `/documents?id=eq.${document}`, as(ann)), 403, 'DELETE');

// Verified, held, deleted, aborted.
status(await rpc('verify_document', { document, verified: true }, as(ann)), 403, 'verify_document by its owner');
status(await rpc('verify_document', { document, verified: true, note: 'seen' }, as(admin)), 204, 'verify_document');
sql(`SELECT platform.hold_document('${document}', true)`);
status(await rpc('delete_document', { document }, as(ann)), 409, 'delete_document under legal hold');
status(await rpc('erase_me', { password }, as(ann)), 409, 'erase_me with a document under legal hold');
sql(`SELECT platform.hold_document('${document}', false)`);
status(await rpc('delete_document', { document }, as(bob)), 404, 'delete_document of somebody else\'s');
status(await rpc('delete_document', { document }, as(ann)), 204, 'delete_document');
status(await get(`/rpc/document_data?document=${document}`, as(ann)), 409, 'document_data of what is deleted');
const other = (await rpc('begin_upload', { ...plan, size: 3, file_name: 'a.txt', media_type: 'text/plain', sha256: null },
  as(ann))).body.document;
status(await rpc('abort_upload', { document: other }, as(ann)), 204, 'abort_upload');
status(await part(ann, other, 1, Buffer.from('abc')), 409, 'upload_part after that');

// The same request again, with a key.
const once = { ...as(admin), headers: { 'Idempotency-Key': 'one' } };
const [one, two] = [await rpc('begin_upload', plan, once), await rpc('begin_upload', plan, once)];
is([two.status, two.body, two.headers['idempotency-replayed']], [201, one.body, 'true'], 'begin_upload again with its key');
status(await rpc('begin_upload', { ...plan, size: 3 }, once), 422, 'and with another body');

// One too many in a minute.
let refused;
for (let n = 0; n < 80 && refused?.status !== 429; n += 1) refused = await rpc('begin_upload', { ...plan, size: 3 }, as(bob));
status(refused, 429, 'begin_upload again and again');
ok(Number(refused.headers['retry-after']) >= 1, 'with Retry-After', refused.headers);
