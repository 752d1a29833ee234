// A person's side of an upload to S3, by psql and HTTP; DATABASE names the database, ANN the account, FOLDER where ETags are kept.
//   node upload.mjs plan FILE NAME TYPE [MORE arguments of begin_upload]    the document
//   node upload.mjs send DOCUMENT FILE FIRST LAST                           these parts, as soon as there are links
//   node upload.mjs complete DOCUMENT                                       what complete_upload answers
//   node upload.mjs ask CALL                                                what a function of schema api answers, or the error
//   node upload.mjs fetch DOCUMENT FILE                                     by document_url; the headers that matter
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { pipeline } from 'node:stream/promises';

const { DATABASE, ANN, FOLDER } = process.env;
const [what, ...given] = process.argv.slice(2);

function ask(call) {
  try {
    return execFileSync('psql', ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=sqlstate', '-d', DATABASE, '-c', `SELECT FROM
      set_config('request.jwt.claims', '{"sub": "${ANN}"}', false)`, '-c', 'SET ROLE harmony_user', '-c', `SELECT api.${call}`],
    { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch (problem) {
    return problem.stderr.trim();
  }
}
const kept = (document) => `${FOLDER}/${document}.json`;
const request = (method, url, headers, body) => new Promise((resolve, reject) => {
  const call = http.request(url, { method, headers }, resolve);
  call.on('error', reject);
  if (body) pipeline(body, call).catch(reject); else call.end();
});

async function links(document, first, last) {
  for (let n = 0; n < 300; n += 1) {
    const { parts } = JSON.parse(ask(`upload_parts('${document}', ARRAY(SELECT generate_series(${first}, ${last})))`));
    if (parts.length > 0) return parts;
    await new Promise((done) => { setTimeout(done, 100); });
  }
  throw new Error('no links');
}

if (what === 'plan') {
  const [file, name, type, more] = given;
  const begun = JSON.parse(ask(`begin_upload('A title', 'cv', '${name}', '${type}', ${statSync(file).size}${more ? `, ${more}` : ''})`));
  writeFileSync(kept(begun.document), JSON.stringify({ size: begun.part_size, etags: [] }));
  console.log(begun.document);
} else if (what === 'send') {
  const [document, file, first, last] = given;
  const state = JSON.parse(readFileSync(kept(document)));
  for (const { number, url } of await links(document, first, last)) {
    const start = (number - 1) * state.size;
    const end = Math.min(start + state.size, statSync(file).size) - 1;
    const answer = await request('PUT', url, { 'Content-Length': end - start + 1 }, createReadStream(file, { start, end }));
    answer.resume();
    if (answer.statusCode !== 200) throw new Error(`part ${number}: ${answer.statusCode}`);
    state.etags = state.etags.filter((e) => e.number !== number).concat({ number, etag: answer.headers.etag });
    writeFileSync(kept(document), JSON.stringify(state));
  }
} else if (what === 'complete') {
  console.log(ask(`complete_upload('${given[0]}', '${JSON.stringify(JSON.parse(readFileSync(kept(given[0]))).etags)}')`));
} else if (what === 'ask') {
  console.log(ask(given[0]));
} else if (what === 'fetch') {
  const answer = await request('GET', JSON.parse(ask(`document_url('${given[0]}')`)).url, {});
  await pipeline(answer, createWriteStream(given[1]));
  console.log([answer.statusCode, answer.headers['content-type'], answer.headers['content-disposition']].join(' '));
}
