// What somebody does for themselves: a questionnaire by the keyboard, left and taken up again; a scale left empty; an invitation.
import { browser, drawn, is, none, ok, open, origin, quiet, settled, signIn, visit } from './lib.mjs';

const text = (page, selector = 'main') => page.$eval(selector, (node) => node.innerText);
const press = (page, label, within = 'main') =>
  page.evaluate(
    (wanted, root) => [...document.querySelectorAll(`${root} :is(button, a)`)].find((one) => one.textContent.trim() === wanted).click(),
    label,
    within,
  );
const heading = (page) => page.$eval('.question > p', (node) => node.textContent);
const until = (page, words) =>
  page.waitForFunction((wanted) => document.querySelector('main').innerText.includes(wanted), { timeout: 60000 }, words);

async function answering(page) {
  await visit(page, '/today/instruments/4');
  await press(page, 'Begin');
  await page.keyboard.press('2');
  is(await heading(page), 'Question 2 of 10', 'a number answers, and the next question is asked');
  ok(await page.evaluate(() => document.activeElement.classList.contains('asked')), 'and has the focus');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  is(await heading(page), 'Question 3 of 10', 'arrow keys choose, Enter goes on');
  await page.reload();
  await settled(page);
  ok((await text(page)).includes('begun here: 2 of 10'), 'after a reload it is known what was answered');
  await press(page, 'Go on');
  is(await heading(page), 'Question 3 of 10', 'and one goes on where one stopped');
  await press(page, 'To the end');
  ok((await text(page)).includes('8 questions are not answered'), 'what was left out is told before it is handed in');
  await press(page, 'Discard what I answered');
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('harmony.answers')));
  ok(true, 'what is discarded is gone');
  quiet(page, 'answering');
}

async function joining(page, token) {
  await page.goto(`${origin}/join#${token}`);
  await settled(page);
  ok((await text(page)).includes('Northern Charter awaits you aboard'), 'a boarding pass tells where it leads');
  page.declared.push(/status 400: .*resolve/, /console error: Failed to load resource.*400/);
  await page.type('input[name=token]', 'no such code');
  await press(page, 'See where it leads');
  await page.waitForSelector('.summary');
  ok(await page.evaluate(() => document.activeElement.className === 'summary'), 'one that is none is refused at the form');
  quiet(page, 'joining');
}

export async function people() {
  const context = await browser.createBrowserContext();
  const [page, employer] = [await open(context), await open(await browser.createBrowserContext())];
  await signIn(employer, 'person2');
  await visit(employer, '/fleet/cefc03c7-f06b-683a-1544-60bd5850e27d');
  await press(employer, 'Make a boarding pass');
  await employer.waitForSelector('dialog[open]');
  await press(employer, 'Make a boarding pass', 'dialog');
  await employer.waitForSelector('main .notice.good code');
  const token = (await text(employer, 'main .notice.good code')).split('#')[1];
  quiet(employer, 'a boarding pass');
  await joining(page, token);
  await signIn(page, 'person30');
  await answering(page);
  await visit(page, '/profile');
  await drawn(page);
  await page.type('input[name=attribute]', 'origin');
  await page.type('input[name=group_name]', 'coast, "north"');
  await press(page, 'Declare a group');
  await until(page, 'coast, "north"');
  ok(true, 'a group is declared');
  await page.evaluate(() => document.querySelector('button[aria-label="Remove origin"]').click());
  await page.waitForFunction(() => !document.querySelector('main').innerText.includes('coast, "north"'));
  none(page.wrong, 'and removed: no message, failed request or violation');
  await employer.browserContext().close();
  await context.close();
}
