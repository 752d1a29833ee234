// Four clients of make serve that write until a file says to stop: a campaign with a title of its own, then an invite by mail. What was answered
// 201 is written down at once.
//   node writers.mjs ORIGIN PASSWORD FOLDER
import { appendFileSync, existsSync } from 'node:fs';

const [origin, password, folder] = process.argv.slice(2);
const send = async (path, body, token) => {
  const answer = await fetch(`${origin}/api${path}`, { method: 'POST', signal: AbortSignal.timeout(40000), body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Prefer: 'return=representation', ...(token ? { Authorization: `Bearer ${token}` } : {}) } });
  return { status: answer.status, body: await answer.json().catch(() => null) };
};
const session = (await send('/rpc/login', { email: 'person2@sample.invalid', password, cookie: false })).body;
const token = session.access_token;
const organization = session.account.organizations[0].id;
const vessel = (await (await fetch(`${origin}/api/vessels?limit=1&select=id`, { headers: { Authorization: `Bearer ${token}` } })).json())[0].id;
async function client(number) {
  for (let n = 0; !existsSync(`${folder}/stop`); n += 1) {
    try {
      const title = `restart ${number} ${n}`;
      const made = await send('/campaigns', { organization, vessel, position: 'Chef', title }, token);
      if (made.status !== 201) {
        console.log(made.status, JSON.stringify(made.body));
        await new Promise((wait) => setTimeout(wait, 100));
        continue;
      }
      appendFileSync(`${folder}/acknowledged`, `${title},${Date.now()}\n`);
      if (n % 5 === 0) {
        const invited = await send('/rpc/invite', { campaign: made.body[0].id, email: `restart${number}.${n}@example.org` }, token);
        if (invited.status === 201) appendFileSync(`${folder}/invited`, `restart${number}.${n}\n`);
        else console.log(invited.status, JSON.stringify(invited.body));
      }
    } catch (problem) {
      console.log(String(problem.cause ?? problem));
      await new Promise((wait) => setTimeout(wait, 100));
    }
  }
}
await Promise.all([1, 2, 3, 4].map(client));
