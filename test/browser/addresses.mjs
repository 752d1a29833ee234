// What nobody's page leads to: addresses that are forged, others' pages and ids, filters that cannot be; clicks that come twice; answers
// that come late. The page always says what is the matter, and what to do.
import { browser, drawn, is, none, ok, open, origin, quiet, settled, signIn, until, visit, wait } from './lib.mjs';
import { rank, vessel } from './walks.mjs';

const nobody = '00000000-0000-4000-8000-000000000000';
const forged = ['x', '%00', "'%3B--", '%3Cimg%20src=x%3E', '9'.repeat(400), '-1', '%E0%A4%A', '1e400', 'null', '()', '{}'];
const named = {
  person2: [
    '/campaigns/ID',
    `${rank}/people/ID`,
    '/fleet/ID',
    '/fleet/ID/sociogram',
    '/fleet/ID/surveys',
    '/signals/ID',
    '/organizations/ID',
  ],
  person5: ['/simulations/ID'],
  person30: ['/today/surveys/ID', '/today/instruments/ID', '/meeting/matches/ID'],
};
const filtered = {
  person2: [
    '/campaigns',
    '/fairness',
    `${vessel}/surveys`,
    `${vessel}/sociogram`,
    '/signals',
    '/delivery/keys',
    '/models/late%20delivery',
    '/anomalies',
  ],
  person5: ['/simulations', '/simulations/new', '/simulations/compare'],
  person1: ['/accounts', '/jobs', '/papers', '/audit', '/outbox'],
};
const names =
  'status,kind,q,sort,order,days,organization,campaign,metric,with,site,version,role,project,item,type,severity,model,ids,from,series';
const asked = (value) =>
  names
    .split(',')
    .map((name) => `${name}=${value}`)
    .join('&');

/** Whether a page says something whole: one heading, no number that is none, nothing wider than the window. */
const said = (page) =>
  page.evaluate(() => {
    const main = document.getElementById('main');
    return [
      document.querySelectorAll('h1').length === 1 && document.title.startsWith(document.querySelector('h1').textContent.slice(0, 20)),
      main.innerText.trim().length > 20,
      !/NaN|undefined|\[object/.test(main.innerText),
      document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    ].every(Boolean);
  });

async function addresses() {
  for (const role of new Set([...Object.keys(named), ...Object.keys(filtered)])) {
    const context = await browser.createBrowserContext();
    const page = await open(context);
    await signIn(page, role);
    quiet(page, `addresses, ${role}`);
    const requests = [];
    page.on('request', (request) => request.url().includes('/api/') && requests.push(request.url()));
    for (const path of named[role] ?? []) {
      const poor = [];
      for (const value of forged) {
        await visit(page, path.replace('ID', value));
        if (!(await said(page)) || (await page.$eval('h1', (one) => one.textContent)) !== 'There is no such page') poor.push(value);
      }
      none(poor, `${path}: an id that can be none is a page that there is not`);
    }
    none(requests, `addresses, ${role}: and the API is not asked`);
    quiet(page, `addresses, ${role}`);
    page.declared.push(/status 40[0346]/, /console error: Failed to load resource.*40[0346]/);
    for (const path of named[role] ?? []) {
      await visit(page, path.replace('ID', path.includes('ignals') || path.includes('instruments') ? '999999999' : nobody));
      ok(await said(page), `${path} of somebody else, or of nothing: says so`);
    }
    for (const path of filtered[role] ?? []) {
      const poor = [];
      for (const value of ['x', '%00', "'%3B--", '-1', '9'.repeat(300)]) {
        await visit(page, `${path}?${asked(value)}`);
        if (!(await said(page))) poor.push(value);
      }
      none(poor, `${path}: filters that cannot be are answered`);
    }
    quiet(page, `filters, ${role}`);
    await context.close();
  }
}

/** Refused filters: what was refused, and the page without them. */
async function unfiltered() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person2');
  page.declared.push(/status 400/, /console error.*400/);
  await visit(page, '/delivery/keys?organization=x');
  is(await page.$eval('h1', (one) => one.textContent), 'This cannot be shown', 'an organisation that can be none: says what was refused');
  await page.evaluate(() =>
    [...document.querySelectorAll('main a')].find((one) => one.textContent.includes('without these filters')).click(),
  );
  await until(page, () => document.querySelector('h1')?.textContent.startsWith('Four keys'));
  is(await page.evaluate(() => location.search), '', 'and leads to the page without its filters');
  await visit(page, '/campaigns?status=x');
  is(
    await page.$eval('#filter-status', (one) => one.selectedOptions[0].textContent),
    'x',
    'a filter shows what the address asks for, also where there is no such value',
  );
  await visit(page, '/anomalies');
  const [first, second] = await page.$$eval('main > .scroll tbody tr th a', (all) =>
    all.slice(0, 2).map((one) => one.getAttribute('href')),
  );
  await visit(page, second);
  ok(
    await page.evaluate(() => {
      const chosen = document.querySelector('a[aria-current=true]:not(nav a)');
      return document.querySelector('.card h2').textContent.startsWith(chosen.textContent);
    }),
    'the series of an anomaly is shown by its address',
    [first, second],
  );
  quiet(page, 'refused filters');
  await context.close();
}

/** A click that comes twice is done once; a page that was left while its answer was on its way does not come over another. */
async function twice() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person2');
  await visit(page, '/campaigns');
  await drawn(page);
  const title = `Twice ${Date.now()}`;
  await page.type('main input[name=title]', title);
  await page.evaluate(() => {
    const button = document.querySelector('main form.form button[type=submit]');
    button.click();
    button.click();
  });
  await until(page, (wanted) => document.querySelector('h1')?.textContent === wanted, title);
  const made = await page.evaluate(async (wanted) => {
    const { client } = await import('/app/session.mjs');
    return (await client.from('campaigns').select('id').eq('title', wanted)).data.length;
  }, title);
  is(made, 1, 'two clicks make one campaign');
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    if (request.url().includes('/rpc/fleet')) await wait(1500);
    request.continue();
  });
  await page.evaluate(() => document.querySelector('nav a[href="/fleet"]').click());
  await until(page, () => document.querySelector('.skeleton'));
  await page.evaluate(() => document.querySelector('nav a[href="/models"]').click());
  await until(page, () => document.querySelector('h1')?.textContent === 'Models under watch');
  await wait(2000);
  is(await page.$eval('h1', (one) => one.textContent), 'Models under watch', 'a late answer does not come over the page of now');
  await page.goBack();
  await until(page, () => document.querySelector('h1')?.textContent === 'Fleet');
  ok(await page.evaluate(() => location.pathname === '/fleet'), 'back leads to the page before');
  quiet(page, 'clicks that come twice, answers that come late');
  await context.close();
}

/** What is refused while a page is used is seen in it, and can be tried again. */
async function refused() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person2');
  page.declared.push(/status 429/, /console error.*429/);
  let away = null;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (away && request.url().includes(away))
      request.respond({ status: 429, contentType: 'application/json', body: '{"message":"too many requests","hint":"Wait."}' });
    else request.continue();
  });
  const seen = () => until(page, () => document.querySelector('main > .refusal')?.innerText.includes('too many requests'));
  await visit(page, rank);
  away = '/rpc/shortlist';
  const box = 'main tbody input[type=checkbox]';
  const before = await page.$eval(box, (one) => one.checked);
  await page.$eval(box, (one) => one.click());
  await seen();
  is(await page.$eval(box, (one) => one.checked), before, 'a shortlisting that is refused is told, and undone');
  away = null;
  await visit(page, '/signals');
  away = '/api/signals?';
  const more = () =>
    page.evaluate(() => [...document.querySelectorAll('main button')].find((one) => one.textContent === 'Show more').click());
  await more();
  await seen();
  away = null;
  await more();
  await until(page, () => document.querySelectorAll('main tbody tr').length > 100);
  ok(true, 'more rows that are refused: told, and asked for again');
  away = '/api/positions';
  await visit(page, '/campaigns');
  await page.evaluate(() => document.querySelector('.near').scrollIntoView());
  await until(page, () => document.querySelector('.near .state button'));
  away = null;
  await page.evaluate(() => document.querySelector('.near .state button').click());
  await until(page, () => document.querySelector('main form.form input[name=title]'));
  ok(true, 'a part of a page that is refused can be asked for again');
  quiet(page, 'refused while a page is used');
  await context.close();
}

export async function forge() {
  await addresses();
  await unfiltered();
  await twice();
  await refused();
}
