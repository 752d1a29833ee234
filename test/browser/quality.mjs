// What people do with signals: find one, take it on, carry it to its end and open it again, say something, read what is new.
import { browser, drawn, is, ok, open, quiet, signIn, until, visit } from './lib.mjs';

const text = (page, selector = 'main') => page.$eval(selector, (node) => node.innerText);
const press = (page, label, within = 'main') =>
  page.evaluate(
    (wanted, root) => {
      [...document.querySelector(root).querySelectorAll('button, a')].find((one) => one.textContent.trim() === wanted).click();
    },
    label,
    within,
  );
const status = (page, wanted) =>
  until(page, (state) => document.querySelector('#work .facts dd')?.firstChild.textContent === state, wanted);

/** A step whose dialog is confirmed. */
async function step(page, label, wanted, field = null) {
  await press(page, label, '#work');
  await page.waitForSelector('dialog[open]');
  if (field) await page.type(`dialog [name=${field[0]}]`, field[1]);
  await press(page, label, 'dialog');
  await status(page, wanted);
}

export async function playQuality() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person2');
  await visit(page, '/signals?status=new&type=volatility_alert&site=site');
  const rows = await page.$$eval('tbody tr', (all) => all.map((one) => one.children[3].textContent));
  ok(
    rows.length > 0 && rows.every((one) => one === 'unsteady'),
    'signals are filtered by what they are and by a part of a site’s name',
    rows,
  );
  await visit(page, '/signals?sort=z&order=up');
  const z = await page.$$eval('tbody tr', (all) => all.map((one) => Number(one.children[5].textContent)));
  ok(z.length === 100 && z.every((one, i) => i === 0 || one >= z[i - 1]), 'and sorted', z);
  await press(page, 'Show more');
  await until(page, () => document.querySelectorAll('tbody tr').length === 200);
  is(
    new Set(await page.$$eval('tbody th a', (all) => all.map((one) => one.getAttribute('href')))).size,
    200,
    'the next page neither skips nor repeats',
  );
  await visit(page, '/signals?status=new&site=site 1');
  await visit(page, await page.$eval('tbody th a', (one) => one.getAttribute('href')));
  await drawn(page);
  await page.waitForSelector('#work select[name=assignee]');
  await press(page, 'Assign', '#work');
  await status(page, 'assigned');
  ok((await text(page, '#work')).includes('Person 2'), 'a signal is assigned');
  await step(page, 'Begin', 'in progress', ['notes', 'Asked the ward for its books']);
  ok((await text(page, '#work')).includes('its books'), 'notes are kept');
  await step(page, 'Resolved', 'resolved');
  await step(page, 'Close', 'closed');
  await step(page, 'Open again', 'in progress', ['reason', 'It came back']);
  await drawn(page);
  await page.waitForSelector('#work textarea[name=comment]');
  await page.type('#work textarea[name=comment]', '<b>bold</b> & "quoted", {name}');
  await press(page, 'Comment', '#work');
  await until(page, () => document.querySelector('#work .near')?.innerText.includes('bold') || document.querySelector('.near:empty'));
  await drawn(page);
  await until(page, () => document.querySelector('#work').innerText.includes('<b>bold</b> & "quoted", {name}'));
  ok(true, 'a comment is there, as it was written');
  quiet(page, 'the work on a signal');
  await visit(page, '/signal-feed');
  const told = await text(page, 'tbody');
  ok(
    ['comment', 'opened again', 'It came back', 'taken a step', 'assigned'].every((one) => told.includes(one)),
    'what is new tells of it',
    told.slice(0, 300),
  );
  if (await page.$('#mark-read')) {
    await page.click('#mark-read');
    await until(page, () => document.querySelector('.lead').textContent.startsWith('0 '));
  }
  is(await page.$$eval('tbody .badge', (all) => all.length), 0, 'and all of it can be marked as read');
  quiet(page, 'the feed');
  await context.close();
}
