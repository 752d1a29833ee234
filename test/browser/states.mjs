// States that pages may be in: texts 40 % longer, ten thousand rows, payloads as names and texts, few people, old data, a service that is
// away.
import { browser, drawn, is, none, ok, open, quiet, settled, shaped, signIn, until, visit } from './lib.mjs';
import { small, walks } from './walks.mjs';

const text = (page, selector = 'main') => page.$eval(selector, (node) => node.innerText);

/** What the API said on a page, all its texts. */
function listen(page) {
  page.said = [];
  page.on('response', (response) => {
    if (!response.url().includes('/api/')) return;
    response.text().then(
      (body) => page.said.push(body.replaceAll('\\"', '"').replaceAll('\\\\', '\\').replaceAll('_', ' ')),
      () => {},
    );
  });
}
/** Texts that are neither of the messages (those of the language x-long have a mark) nor the API's. What people wrote stands in bdi. */
async function untold(page) {
  const found = await page.evaluate(() => {
    const found = [];
    for (let walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walk.nextNode(); ) {
      const { data, parentElement: parent } = walk.currentNode;
      if (
        /[a-z]{3,}/.test(data.replace(/[\d.,]+ (day|hour|minute)s?/g, '')) &&
        !data.includes('~') &&
        !parent.closest('bdi, code, svg, td:not(:has(button)), [hidden], .visually-hidden')
      )
        found.push(data);
    }
    return found;
  });
  // What an answer says, alone or as "name: what it is".
  const told = (text) => page.said.some((body) => body.includes(text.trim().replaceAll('_', ' ')));
  return found.filter((text) => !told(text) && !text.split(': ').every(told));
}

/** Every page at 320 px in texts that are 40 % longer: nothing is cut off, and no text is outside of the messages. */
async function longer(role, pages) {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await page.setViewport({ width: 320, height: 900 });
  listen(page);
  if (role) await signIn(page, role);
  else await visit(page, '/');
  await page.evaluate(() => localStorage.setItem('harmony.language', 'x-long'));
  await page.reload();
  await settled(page);
  page.declared.push(/status (of )?40[34]/);
  for (const [name, where, before] of pages) {
    if (typeof where === 'function' && !before) continue;
    if (before) await visit(page, before);
    await visit(page, typeof where === 'function' ? await where(page) : where);
    await drawn(page);
    none(await shaped(page), `${name}: texts 40 % longer at 320`);
    none(await untold(page), `${name}: every text is a message`);
  }
  quiet(page, `texts 40 % longer, ${role ?? 'nobody'}`);
  await context.close();
}

/** Shows all rows of a list, page by page by its keys; the table is laid out at the end alone, not once a page. */
async function toTheEnd(page) {
  const some = () =>
    page.evaluate(async () => {
      const more = () =>
        [...document.querySelectorAll('main .actions button')].find((one) => one.textContent === 'Show more' && !one.hidden);
      document.querySelector('main table').style.display = 'none';
      for (let i = 0; i < 10 && more(); i += 1) {
        const button = more();
        button.click();
        while (button.disabled)
          await new Promise((done) => {
            setTimeout(done, 5);
          });
      }
      return Boolean(more());
    });
  while (await some());
  await page.$eval('main table', (one) => {
    one.style.display = '';
  });
}
const nothingTaken = (page) =>
  page.evaluate(
    () =>
      !document.querySelector('main :is(script, img, b, i, iframe, style, math, textarea, svg[onload], a[href^="javascript:"])') &&
      location.pathname.length > 1,
  );

/** Ten thousand rows and the payloads among them: each once, in order, as it is. */
async function lists() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person1');
  await visit(page, '/jobs?kind=payload.shown');
  const begun = Date.now();
  await toTheEnd(page);
  console.log(`# 10,000 rows by keys of 100: ${Date.now() - begun} ms`);
  const { ids, errors, answer } = await page.evaluate(async () => {
    const { client } = await import('/app/session.mjs');
    const asked = client.from('jobs').select('id, error').eq('kind', 'payload.shown').order('id', { ascending: false });
    const rows = [...document.querySelectorAll('tbody tr')];
    return {
      ids: rows.map((row) => Number(row.children[0].textContent.replaceAll('−', '-').replaceAll(',', ''))),
      errors: rows.slice(0, 800).map((row) => row.textContent),
      answer: (await asked.limit(800)).data.map((one) => one.error),
    };
  });
  is([ids.length, ids.findIndex((one, i) => one !== -1 - i)], [10000, -1], 'ten thousand rows by keys, each once, in order');
  none(
    answer.filter((one, i) => !errors[i].includes(one)),
    'texts that are payloads are shown as they are',
  );
  ok(await nothingTaken(page), 'and nothing of them became an element');
  await visit(page, '/accounts?q=payload&sort=email&order=up');
  await toTheEnd(page);
  const names = await page.evaluate(async () => {
    const { client } = await import('/app/session.mjs');
    const { data } = await client.from('accounts').select('full_name').like('email', 'payload%').limit(1000);
    return {
      shown: [...document.querySelectorAll('tbody th')].map((one) => one.textContent).sort(),
      answer: data.map((one) => one.full_name).sort(),
    };
  });
  ok(names.answer.length > 100, `${names.answer.length} payloads as names`);
  is(names.shown, names.answer, 'names that are payloads are shown as they are');
  ok(await nothingTaken(page), 'and nothing of them became an element');
  quiet(page, 'long lists');
  await context.close();
}

/** Few people, old data, a service that is away for a moment. */
async function states_() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person2');
  await visit(page, small);
  const crew = await text(page);
  ok(
    crew.includes('Not shown: fewer than five people aboard were measured. This protects them.'),
    'of a crew of two nothing is shown, and why',
  );
  ok(!/[3-4] (more|missing)|only 2/.test(crew), 'and not how many are missing');
  let away = false;
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    if (request.url().includes('/api/rpc/delivery_filters')) {
      const answer = await fetch(request.url(), { headers: request.headers() });
      const body = { ...(await answer.json()), last: new Date(Date.now() - 40 * 86400000).toISOString() };
      await request.respond({ status: 200, contentType: 'application/json', body: JSON.stringify(body) });
    } else if (away && request.url().includes('/api/signals')) {
      await request.respond({
        status: 503,
        contentType: 'application/json',
        body: '{"code":"HTTP503","message":"the service is not there","details":null,"hint":"Try again."}',
      });
    } else await request.continue();
  });
  await visit(page, '/delivery/flow');
  ok(/the newest data are of \w+ \d+, \d{4}\./.test(await text(page, '.notice.concern')), 'old data say of when they are');
  page.declared.push(/status 503|status of 503/);
  away = true;
  await visit(page, '/signals');
  ok((await text(page, 'h1')).includes('cannot be reached'), 'a service that is away: says so');
  away = false;
  await page.click('#again');
  await until(page, () => document.querySelector('h1')?.textContent === 'Signals');
  ok(true, 'and again it is there');
  quiet(page, 'few people, old data, away');
  await context.close();
}

export async function states() {
  const strangers = [
    ['sign in', '/'],
    ['register', '/register'],
    ['reset password', '/reset-password'],
    ['verify', '/verify-email'],
  ];
  const left = [
    lists,
    states_,
    () => longer(null, strangers),
    ...Object.entries(walks).flatMap(([role, pages]) =>
      Array.from({ length: Math.ceil(pages.length / 10) }, (_, i) => () => longer(role, pages.slice(10 * i, 10 * i + 10))),
    ),
  ];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (left.length > 0) await left.shift()();
    }),
  );
}
