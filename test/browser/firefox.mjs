// Once in Firefox: signing in, reloading, a page of each kind with its charts, live events, a wrong password; what Chromium does not tell.
// FIREFOX=… node firefox.mjs ORIGIN PASSWORD PICTURES
import { browser, drawn, is, none, ok, open, origin, quiet, settled, shaped, signIn, spelled, visit } from './lib.mjs';
import { rank, vessel } from './walks.mjs';

const pages = {
  person2: [
    '/',
    '/campaigns?status=open',
    rank,
    vessel,
    `${vessel}/sociogram`,
    '/signals',
    '/signals/463',
    '/delivery/keys',
    '/delivery/flow',
    '/delivery/forecast?items=60&periods=6',
    '/models/late%20delivery',
  ],
  person5: ['/simulations', '/simulations/new', '/workloads'],
  friend1: ['/meeting', '/meeting/people', '/meeting/matches'],
  person1: ['/accounts', '/audit', '/health'],
  person30: ['/today', '/today/instruments/1', '/profile', '/documents'],
};

async function walk(role) {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, role);
  let charts = 0;
  for (const path of pages[role]) {
    await visit(page, path);
    charts += await drawn(page);
    none([...(await shaped(page)), ...(await spelled(page))], `Firefox: ${path}: nothing cut off, outside, too faint or too small`);
    quiet(page, `Firefox: ${path}`);
  }
  await page.reload();
  await settled(page);
  ok(await page.$('.who[href="/account"]'), `Firefox: ${role} is signed in after a reload, ${charts} charts and parts drawn`);
  await context.close();
}

try {
  const page = await open(await browser.createBrowserContext());
  page.declared.push(/401/);
  await page.goto(`${origin}/campaigns`);
  await settled(page);
  await page.type('input[name=email]', 'person2@sample.invalid');
  await page.type('input[name=password]', 'wrong');
  await page.click('button[type=submit]');
  await page.waitForSelector('.summary');
  is(await page.evaluate(() => document.activeElement.className), 'summary', 'Firefox: a wrong password: the summary has the focus');
  quiet(page, 'Firefox: a wrong password');
  for (const role of Object.keys(pages)) await walk(role);
} catch (problem) {
  ok(false, `Firefox: the walk went to its end: ${problem.stack}`);
} finally {
  await browser.close();
}
