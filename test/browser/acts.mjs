// What an administrator, a member and somebody who wants to meet people do, and that the API then says so.
import { writeFileSync } from 'node:fs';
import { browser, is, none, ok, open, origin, pictures, quiet, settled, shaped, signIn, visit, wait } from './lib.mjs';

const text = (page, selector = 'main') => page.$eval(selector, (one) => one.innerText);
/** Presses a button by what it is called. */
async function press(page, name, within = 'main') {
  await page.waitForFunction(
    (wanted, where) =>
      [...document.querySelectorAll(`${where} button`)].some((one) => (one.getAttribute('aria-label') ?? one.textContent) === wanted),
    { timeout: 60000 },
    name,
    within,
  );
  await page.evaluate(
    (wanted, where) =>
      [...document.querySelectorAll(`${where} button`)]
        .find((one) => (one.getAttribute('aria-label') ?? one.textContent) === wanted)
        .click(),
    name,
    within,
  );
}
const told = (page, part) =>
  page.waitForFunction(
    (words) => document.getElementById('live').textContent.includes(words) || document.querySelector('main').innerText.includes(words),
    { timeout: 60000 },
    part,
  );
/** What the API answers the page's own account. */
const asked = (page, view, select, column, value) =>
  page.evaluate(
    async (...args) => {
      const { client } = await import('/app/session.mjs');
      const [from, what, by, is_] = args;
      return (await client.from(from).select(what).eq(by, is_)).data;
    },
    view,
    select,
    column,
    value,
  );
async function fill(page, fields, within = 'main') {
  for (const [name, value] of Object.entries(fields)) {
    await page.$eval(
      `${within} [name="${name}"]`,
      (one, to) => {
        if (one.type === 'checkbox') one.checked = to;
        else one.value = to;
      },
      value,
    );
  }
}
async function closed(page) {
  await page.waitForFunction(() => !document.querySelector('dialog'));
  await settled(page);
}

async function administrator() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person1');
  await visit(page, '/accounts');
  const email = `made.${Date.now()}@sample.invalid`;
  await fill(page, { email, full_name: '<i>Made</i>', viewer: true }, 'main form.form');
  await press(page, 'Make the account');
  await page.waitForFunction(() => location.search.includes('q=') && document.querySelectorAll('tbody tr').length === 1);
  is(await text(page, 'tbody th'), '<i>Made</i>', 'an account is made and found, its name as text');
  await press(page, 'Change roles of <i>Made</i>');
  await page.waitForSelector('dialog[open]');
  await fill(page, { viewer: false, researcher: true }, 'dialog');
  await press(page, 'Change roles', 'dialog');
  await closed(page);
  await press(page, 'Switch off <i>Made</i>');
  await page.waitForSelector('dialog[open]');
  await press(page, 'Switch off', 'dialog');
  await closed(page);
  is(
    await asked(page, 'accounts', 'roles, is_active', 'email', email),
    [{ roles: ['researcher'], is_active: false }],
    'its roles are changed, and it is switched off',
  );
  // The last administrator stays one: told in the dialog.
  page.declared.push(/status 409|status of 409/);
  await visit(page, '/accounts?q=person1@');
  await press(page, 'Switch off Person 1');
  await page.waitForSelector('dialog[open]');
  await press(page, 'Switch off', 'dialog');
  await page.waitForSelector('dialog .summary');
  await press(page, 'Cancel', 'dialog');
  ok(
    (await asked(page, 'accounts', 'is_active', 'email', 'person1@sample.invalid'))[0].is_active,
    'the last administrator cannot be switched off',
  );
  await visit(page, '/organizations');
  await fill(page, { name: `Harbour, "north" ${Date.now()}` }, 'main form.form');
  await press(page, 'Make the organisation');
  await page.waitForFunction(() => /^\/organizations\/[0-9a-f-]{36}$/.test(location.pathname));
  await settled(page);
  ok((await text(page)).includes('Nobody acts for it yet'), 'an organisation is made: why it is empty, and the next step');
  await fill(page, { email: 'person3@sample.invalid', role: 'planner' }, 'main form.form');
  await press(page, 'Give this role');
  await page.waitForSelector('tbody tr');
  ok((await text(page, 'tbody')).includes('plans its work'), 'somebody acts for it');
  await press(page, 'Remove Person 3 from the organisation');
  await page.waitForSelector('dialog[open]');
  await press(page, 'Remove', 'dialog');
  await page.waitForFunction(() => !document.querySelector('dialog') && !document.querySelector('tbody'));
  ok(true, 'and no longer');
  await visit(page, '/schedules');
  await press(page, 'Change pace of oversight.index');
  await page.waitForSelector('dialog[open]');
  await fill(page, { every: '90', unit: 'minutes' }, 'dialog');
  await press(page, 'Change pace', 'dialog');
  await closed(page);
  await press(page, 'Pause oversight.index');
  await page.waitForSelector('dialog[open]');
  await press(page, 'Pause', 'dialog');
  await closed(page);
  is(
    await asked(page, 'schedules', 'every, is_active', 'name', 'oversight.index'),
    [{ every: '01:30:00', is_active: false }],
    'a schedule has another pace, and is paused',
  );
  await press(page, 'Run now: oversight.index');
  await page.waitForSelector('dialog[open]');
  await press(page, 'Run now', 'dialog');
  await closed(page);
  await visit(page, '/jobs?kind=oversight.index');
  for (let i = 0; i < 20 && !(await text(page, 'tbody')).includes('done'); i += 1) {
    await wait(500);
    await press(page, 'Refresh');
    await settled(page);
    await wait(100);
  }
  ok((await text(page, 'tbody')).includes('done'), 'it is run now, and done');
  await visit(page, `/audit?q=${encodeURIComponent(email)}`);
  const actions = await page.$$eval('tbody tr', (all) => all.map((row) => row.children[2].textContent));
  ok(actions.includes('account made') && actions.includes('role given'), 'what was done to the account stands in the audit trail', actions);
  quiet(page, 'the administrator');
  await context.close();
}

async function member() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person2');
  await visit(page, '/anomalies?status=open');
  const before = await page.$$eval('tbody tr', (all) => all.length);
  await press(page, 'Acknowledge: mean prediction, late delivery');
  await page.waitForSelector('dialog[open]');
  await fill(page, { note: 'A test <b>run</b>' }, 'dialog');
  await press(page, 'Acknowledge', 'dialog');
  await closed(page);
  is(
    [before - 1, (await asked(page, 'anomalies', 'note', 'status', 'acknowledged'))[0].note],
    [await page.$$eval('tbody tr', (all) => all.length), 'A test <b>run</b>'],
    'an anomaly is acknowledged, with a note',
  );
  await visit(page, '/models/late%20delivery');
  const shown = await page.evaluate(async () => {
    const { client } = await import('/app/session.mjs');
    const { data } = await client.rpc('model_performance', { model: 'late delivery', days: 30 }, { get: true });
    const number = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
    const row = [...document.querySelectorAll('table')][0].querySelectorAll('tbody tr')[2];
    return [row.children[1].textContent, number.format(data.performance.brier)];
  });
  is(shown[0], shown[1], 'the table of a model is the API’s answer');
  await visit(page, '/checker');
  const check = async (sql, intent = '') => {
    await fill(page, { sql, intent });
    await page.evaluate(() => document.querySelector('.result').replaceChildren());
    await press(page, 'Check it');
    await page.waitForSelector('.result h2');
  };
  const payload = '<img src=x onerror="document.title=1"> \u{1F4A5} ';
  await check(`SELECT '${payload}' AS a, titel FROM api.campaigns LIMIT 5`, 'list of campaigns');
  is(
    await page.$eval('.result mark', (one) => one.firstChild.data),
    'titel',
    'where it is wrong is marked, also after characters of two units',
  );
  ok(
    (await page.evaluate(() => !document.querySelector('main img'))) && !page.url().includes('titel'),
    'what is in it is text, and stands in no address',
  );
  await check('SELECT title FROM api.campaigns LIMIT 5', 'list of campaigns');
  ok((await text(page, '.result')).includes('it may be run'), 'the correction is safe');
  await press(page, 'Yes, it helped');
  await told(page, 'it is kept');
  await check("SELECT 'other' AS b, titel FROM api.campaigns LIMIT 7", 'list of campaigns');
  ok((await text(page, '.result')).includes('Take it over'), 'what helped is suggested where a statement like it fails');
  await check('SELECT title FROM api.campaigns', 'how many campaigns');
  ok(
    (await text(page, '.result')).includes('may give too many rows') && (await text(page, '.result')).includes('aggregate: count'),
    'a missing limit, and what the question asks for',
  );
  none(await shaped(page), 'the answer of the checker is not cut off');
  quiet(page, 'the member');
  await context.close();
}

async function friend() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'friend1');
  await visit(page, '/meeting/people');
  const name = await text(page, '.photos h2');
  const number = await page.$$eval('.photos > li', (all) => all.length);
  await press(page, `Yes, I would meet ${name}`);
  await told(page, `you would meet ${name}`);
  is(await page.$$eval('.photos > li', (all) => all.length), number - 1, 'somebody is answered, and the next has the focus');
  const blocked = await text(page, '.photos h2');
  await press(page, `Block ${blocked}`);
  await page.waitForSelector('dialog[open]');
  await press(page, 'Block', 'dialog');
  await told(page, `${blocked} is blocked`);
  await page.reload();
  await settled(page);
  const left = await page.$$eval('.photos h2', (all) => all.map((one) => one.textContent));
  ok(!left.includes(name) && !left.includes(blocked), 'neither comes again');
  const lists = await page.$$eval('main table', (all) => all.map((one) => one.textContent));
  is([lists[0].includes(name), lists[1].includes(blocked)], [true, true], 'what one has said, and whom one has blocked, is listed');
  await press(page, `Take back that ${blocked} is blocked`);
  await page.waitForFunction((one) => [...document.querySelectorAll('.photos h2')].some((h2) => h2.textContent === one), {}, blocked);
  ok(true, 'who is not blocked any more is shown again');
  await visit(page, '/meeting/photos');
  await page.waitForFunction(() => [...document.querySelectorAll('canvas')].some((one) => one.width === 1), { timeout: 60000 });
  ok(true, 'photos behind the token are drawn');
  await page.evaluate(() => document.querySelectorAll('.scale')[0].querySelector('input:not(:checked)').click());
  await press(page, 'Save the ratings');
  await told(page, 'your taste is learnt');
  ok(true, 'a rating is corrected, and the taste learnt anew');
  writeFileSync(`${pictures}/typing.txt`, 'A2, DR15\n');
  await visit(page, '/meeting/typing');
  page.declared.push(/status 400|status of 400|status 409|status of 409/);
  await (await page.$('input[type=file]')).uploadFile(`${pictures}/typing.txt`);
  await press(page, 'Hand it in');
  await page.waitForSelector('.summary');
  ok((await text(page, '.summary')).length > 20, 'a typing that is none is refused, and says why');
  quiet(page, 'who wants to meet people');
  await context.close();
}

/** A candidate asks that a person looks at the application; the employer answers. */
async function review() {
  const campaign = '6ef65c1a-70db-529d-0a82-21ce961a6e18';
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person30');
  await visit(page, `/applications?campaign=${campaign}`);
  await page.click('#ask-review');
  await page.waitForSelector('dialog[open]');
  await fill(page, { message: 'Please <b>look</b>' }, 'dialog');
  await press(page, 'Ask that a person looks at it', 'dialog');
  await closed(page);
  ok((await text(page, 'main')).includes('Please <b>look</b>'), 'a review is asked for');
  const person = await page.evaluate(async () => (await import('/app/session.mjs')).account().id);
  const other = await browser.createBrowserContext();
  const employer = await open(other);
  await signIn(employer, 'person2');
  await visit(employer, `/campaigns/${campaign}/people/${person}`);
  await employer.click('#answer-review');
  await employer.waitForSelector('dialog[open]');
  await fill(employer, { answer: 'We have' }, 'dialog');
  await employer.click('dialog button.primary, dialog button[type=submit]');
  await closed(employer);
  ok((await employer.$('#answer-review')) === null, 'and answered once');
  quiet(employer, 'the employer who answers');
  await other.close();
  await visit(page, `/applications?campaign=${campaign}`);
  ok((await text(page, 'main')).includes('We have') && (await page.$('#ask-review')) !== null, 'the candidate reads it, and may ask again');
  quiet(page, 'the candidate who asks');
  await context.close();
}

/** From nothing: agrees, hands in a photo, takes it all back. */
async function beginner() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await page.goto(`${origin}/`);
  await signIn(page, 'person30');
  await visit(page, '/meeting');
  await press(page, 'I agree: photos and faces');
  await page.waitForFunction(() => document.querySelector('main').innerText.includes('upload a photo of your face'));
  ok(true, 'who agrees is told what is next');
  const [given] = await asked(page, 'consents', 'kind, purpose, text_version', 'kind', 'visual');
  ok(
    (await page.$eval('#visual details p', (one) => one.textContent)) === given.purpose,
    'what was shown is what is kept of the consent',
    given,
  );
  await visit(page, '/meeting/photos');
  await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 200, height: 200 });
    canvas.getContext('2d').fillRect(20, 20, 90, 90);
    const blob = await new Promise((done) => {
      canvas.toBlob(done, 'image/png');
    });
    const files = new DataTransfer();
    files.items.add(new File([blob], 'me.png', { type: 'image/png' }));
    document.querySelector('input[type=file]').files = files.files;
  });
  await press(page, 'Upload');
  await page.waitForFunction(() => /is being looked at|no face found|refused/.test(document.querySelector('.photos')?.innerText ?? ''), {
    timeout: 60000,
  });
  ok(true, 'a photo is handed in, and looked at');
  await visit(page, '/meeting');
  await press(page, 'Withdraw: photos and faces');
  await page.waitForSelector('dialog[open]');
  await press(page, 'Withdraw', 'dialog');
  await closed(page);
  ok((await text(page)).includes('agree if you want to begin'), 'who withdraws is where they began');
  quiet(page, 'who begins');
  await context.close();
}

export async function act() {
  await Promise.all([
    (async () => {
      await administrator();
      await member();
      await review();
    })(),
    (async () => {
      await friend();
      await beginner();
    })(),
  ]);
}
