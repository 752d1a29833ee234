// What people do: sign in wrongly and rightly, reload, two tabs, an expired token, no network, too often, a scenario from its form to its
// result, a long list to its end, a file up and down, another language; and what a page may cost.
import { writeFileSync } from 'node:fs';
import { browser, drawn, is, none, ok, open, origin, pictures, quiet, settled, shaped, signIn, theme, until, visit, wait } from './lib.mjs';

const text = (page, selector = 'main') => page.$eval(selector, (node) => node.innerText);
const press = (page, label, within = 'document') =>
  page.evaluate(
    (wanted, root) => {
      const place = root === 'document' ? document : document.querySelector(root);
      [...place.querySelectorAll('button, a')]
        .find((one) => one.textContent.trim() === wanted || one.getAttribute('aria-label') === wanted)
        .click();
    },
    label,
    within,
  );

async function session() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${origin}/campaigns`);
  await settled(page);
  none(
    asked.filter((one) => one.includes('/api/')),
    'a first visit asks the API for nothing',
  );
  page.declared.push(/status 401: .*login/, /console error: Failed to load resource.*401/);
  await page.type('input[name=email]', 'person2@sample.invalid');
  await page.type('input[name=password]', 'wrong');
  await page.click('button[type=submit]');
  await page.waitForSelector('.summary');
  is(
    await page.evaluate(() => [document.activeElement.className, document.querySelector('input[name=email]').value]),
    ['summary', 'person2@sample.invalid'],
    'a wrong password: the summary has the focus, what was entered stays',
  );
  quiet(page, 'a wrong password');
  await signIn(page, 'person2');
  await page.goto(`${origin}/campaigns`);
  await settled(page);
  ok((await page.title()).startsWith('Campaigns'), 'a reload keeps the session');
  const other = await open(context);
  await other.goto(`${origin}/documents`);
  await settled(other);
  ok((await other.title()).startsWith('Documents'), 'a second tab has it too');
  // Both at once: each takes its turn with the one cookie.
  await Promise.all([page.reload(), other.reload()]);
  await Promise.all([settled(page), settled(other)]);
  is(
    [await page.title(), await other.title()].map((one) => one.split(' ')[0]),
    ['Campaigns', 'Documents'],
    'two tabs renew at once',
  );
  await page.bringToFront();
  // An access token that the server takes no more; then too many requests.
  page.declared.push(/status 401: .*campaigns/, /429/);
  const answers = {
    expired: [401, '{"code":"PGRST301","message":"JWT expired","details":null,"hint":null}'],
    often: [429, '{"code":"HTTP429","message":"too many requests","details":null,"hint":"Wait a moment."}'],
  };
  let instead = 'expired';
  let refused = 0;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!instead || !request.url().includes('/api/campaigns')) {
      request.continue();
      return;
    }
    const [status, body] = answers[instead];
    refused += 1;
    if (instead === 'expired') instead = null;
    request.respond({ status, contentType: 'application/json', body });
  });
  await visit(page, '/campaigns?status=open');
  ok(refused === 1 && (await text(page)).includes('Bosun'), 'a token that has ended is renewed, and the page is there');
  instead = 'often';
  await visit(page, '/campaigns?status=draft');
  ok((await text(page, 'h1')).includes('Too often'), 'too often: says so');
  instead = null;
  await press(page, 'Try again');
  await until(page, () => document.querySelector('h1')?.textContent === 'Campaigns');
  ok(true, 'and again it is there');
  // No network.
  page.declared.push(/ERR_INTERNET_DISCONNECTED/);
  await page.setOfflineMode(true);
  await visit(page, '/campaigns?status=closed');
  ok((await text(page, 'h1')).includes('cannot be reached'), 'without a network: says so');
  await page.setOfflineMode(false);
  await press(page, 'Try again');
  await until(page, () => document.querySelector('h1')?.textContent === 'Campaigns');
  quiet(page, 'renewed, too often, offline');
  await press(page, 'Sign out');
  await page.waitForSelector('input[name=password]');
  await other.bringToFront();
  await other.waitForSelector('input[name=password]', { timeout: 60000 });
  ok(true, 'signing out in one tab is heard in the other');
  quiet(other, 'the other tab');
  await context.close();
}

async function planner() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person5');
  await visit(page, '/simulations/new');
  await page.type('input[name=name]', 'From the form');
  await page.$eval('input[name=seed]', (one) => {
    one.value = String(Date.now() % 100000);
  });
  await page.$eval('input[name=n_iterations]', (one) => {
    one.value = '20000';
  });
  await press(page, 'Start the scenario');
  await page.waitForSelector('.summary');
  ok((await text(page, '.summary')).includes('Runs'), 'a number out of its range: told at the field');
  await page.$eval('input[name=n_iterations]', (one) => {
    one.value = '300';
  });
  const streams = [];
  page.on('response', (response) => {
    if (response.url().includes('/events/')) streams.push(response.status());
  });
  await press(page, 'Start the scenario');
  await until(page, () => /^\/simulations\/[0-9a-f-]{36}$/.test(location.pathname));
  await until(page, () => document.querySelector('.chart svg text'));
  ok((await text(page)).includes('Posts after 48 months'), 'a scenario from its form to its result, without a reload');
  none(
    streams.filter((status) => status !== 200),
    'its live events are heard',
  );
  await press(page, 'Find out');
  await until(page, () => document.querySelectorAll('.chart').length >= 4);
  await drawn(page);
  ok((await text(page)).includes('Most of all:'), 'which assumption moves the answer most');
  // At which value a goal is reached: between the ends it is, beyond them it is not.
  await page.evaluate(() => document.querySelector('.near').scrollIntoView({ block: 'center' }));
  await page.waitForSelector('select[name=input]');
  const sought = async (goal) => {
    await page.$eval(
      'input[name=goal]',
      (one, to) => {
        one.value = to;
      },
      goal,
    );
    await press(page, 'Seek');
    await page.waitForSelector('.result .notice');
    const found = await text(page, '.result');
    await page.$eval('.result', (one) => one.replaceChildren());
    return found;
  };
  const hint = Number(/, ([\d.,]+) at the end/.exec(await text(page, 'form[aria-label^="At which value"]'))[1].replaceAll(',', ''));
  const reached = await sought(String(hint));
  ok(
    reached.includes('the mean at the end is') && reached.includes('How fast tasks are automated: with'),
    'a goal is sought, and reached',
    reached,
  );
  ok((await sought('1000000')).includes('not reached between these ends'), 'a goal that cannot be reached is told');
  const scenario = page.url();
  await press(page, 'Share out the spread');
  await until(page, (was) => /^\/simulations\/[0-9a-f-]{36}$/.test(location.pathname) && location.href !== was, scenario);
  await page.waitForFunction(() => document.querySelector('main table caption')?.textContent.includes('Shares of the spread'), {
    timeout: 60000,
  });
  const shares = await page.$$eval('tbody tr', (all) => all.map((row) => row.children.length));
  ok(shares.length === 6 && shares.every((one) => one === 3), 'how assumptions work together: each with its shares', shares);
  await visit(page, scenario.replace(/^https?:\/\/[^/]*/, ''));
  await drawn(page);
  const before = await text(page, '.readout');
  await page.focus('input[type=range]');
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowLeft');
  const after = await text(page, '.readout');
  ok(before !== after && after.startsWith('Month 43'), 'the readout moves by the keyboard', [before, after]);
  const box = await (await page.$('.chart')).boundingBox();
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.5);
  await page.mouse.move(box.x + box.width * 0.32, box.y + box.height * 0.5);
  await wait(150);
  ok((await text(page, '.readout')) !== after, 'and by the pointer', await text(page, '.readout'));
  is(
    await page.$eval('input[type=range]', (one) => one.getAttribute('aria-valuetext')),
    await text(page, '.readout'),
    'as it is told to those who do not see it',
  );
  // What a table says is what the API answers.
  const shown = await page.evaluate(async () => {
    const { client } = await import('/app/session.mjs');
    const { data } = await client.rpc('simulation', { id: location.pathname.split('/').pop() }, { get: true });
    const details = [...document.querySelectorAll('.card')][0].querySelectorAll('details')[1];
    details.open = true;
    const cells = [...details.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
    return {
      cells,
      answer: data.result.steps.map((step) => [
        String(step.step),
        ...['mean', 'p05', 'p50', 'p95', 'ci_low', 'ci_high'].map((key) => number.format(step.total.employees[key])),
      ]),
    };
  });
  is(shown.cells, shown.answer, 'the table of a chart is the API’s answer');
  await theme(page, 'dark');
  await page.emulateMediaType('print');
  await drawn(page);
  ok(
    (await page.$eval('.head', (one) => getComputedStyle(one).display === 'none')) &&
      (await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 255, 255)')),
    'on paper, also of a dark screen: white, without what is clicked',
  );
  writeFileSync(`${pictures}/simulation.pdf`, await page.pdf({ format: 'A4', tagged: true }));
  await page.emulateMediaType('screen');
  await theme(page, 'light');
  await visit(page, '/simulations');
  const markup = await page.$$eval('table tbody a', (all) => all.map((one) => one.textContent));
  ok(markup.includes('<img src=x onerror=alert(1)> & "quoted", {name}'), 'a name that is markup is text', markup);
  await press(page, 'Remove From the form');
  await page.waitForSelector('dialog[open]');
  await press(page, 'Remove', 'dialog');
  await until(page, () => ![...document.querySelectorAll('table tbody a')].some((one) => one.textContent === 'From the form'));
  ok(true, 'a scenario is removed, after it was asked');
  await visit(page, '/workloads');
  await press(page, 'Write our own of HR');
  await until(page, () => document.querySelector('[aria-label="Change Payroll"]'));
  await press(page, 'Change Payroll');
  await page.waitForSelector('dialog[open] input[name=time]');
  await page.$eval('dialog input[name=time]', (one) => {
    one.value = '0.3';
  });
  await press(page, 'Save', 'dialog');
  await until(page, () => document.querySelector('main').innerText.includes('the times sum to 1.1'));
  ok(true, 'tasks of a role become one’s own, and what cannot start is told');
  page.declared.push(/status 409: .*workloads/, /console error.*409/);
  await page.evaluate(async () => {
    const { view, change } = await import('/app/api.mjs');
    const [one] = await change(view('workloads').select('*').eq('role', 'HR').not('organization_id', 'is', null).limit(1));
    const { id, ...same } = one;
    change(view('workloads').insert(same));
  });
  await page.waitForSelector('.refusal');
  ok((await text(page, '.refusal')).length > 20, 'what a button is refused is told in the page');
  quiet(page, 'the planner');
  await context.close();
}

async function recruiter(rank) {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person2');
  // A long list whose titles are payloads: each once, as text.
  await visit(page, '/campaigns?sort=title&order=up');
  for (let i = 0; i < 20; i += 1) {
    const more = await page.evaluate(() => {
      const one = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Show more' && !button.hidden);
      one?.click();
      return Boolean(one);
    });
    if (!more) break;
    await until(page, () => ![...document.querySelectorAll('button')].some((one) => one.disabled));
  }
  const { shown, answer } = await page.evaluate(async () => {
    const { client } = await import('/app/session.mjs');
    const { data } = await client.from('campaigns').select('title').order('title').order('id').limit(1000);
    return {
      shown: [...document.querySelectorAll('tbody tr')].map((row) => row.querySelector('a').textContent),
      answer: data.map((one) => one.title),
    };
  });
  is(
    [shown.length, shown.filter((one, i) => one !== answer[i])],
    [answer.length, []],
    `${answer.length} rows by keys, each once, in order, as text`,
  );
  ok(
    await page.evaluate(
      () => !document.querySelector('main script, main img, main b, main svg[onload]') && !document.title.includes('taken'),
    ),
    'nothing of them became an element',
  );
  none(await shaped(page), 'and nothing of them is wider than the window');
  // A campaign of one's own: what is missing is told at the form, then its page comes.
  await visit(page, '/campaigns?status=closed');
  await page.evaluate(() => document.querySelector('.near').scrollIntoView({ block: 'center' }));
  await page.waitForSelector('main form.form input[name=title]');
  await press(page, 'Make the campaign');
  await page.waitForSelector('main .summary');
  await page.type('main form.form input[name=title]', 'Deckhand, <b>"north"</b>');
  await page.select('main form.form select[name=position]', 'Deckhand');
  await page.select('main form.form select[name=status]', 'draft');
  await press(page, 'Make the campaign');
  await until(
    page,
    () => /^\/campaigns\/[0-9a-f-]{36}$/.test(location.pathname) && !document.getElementById('main').hasAttribute('aria-busy'),
  );
  const kept = await page.evaluate(async () => {
    const { client } = await import('/app/session.mjs');
    return (await client.from('campaigns').select('title, position, status').eq('id', location.pathname.split('/').pop())).data;
  });
  is(kept, [{ title: 'Deckhand, <b>"north"</b>', position: 'Deckhand', status: 'draft' }], 'a campaign is made, and its page is there');
  await visit(page, rank);
  const ranking = await page.evaluate(async (campaign) => {
    const { client } = await import('/app/session.mjs');
    const { data } = await client.rpc('matching', { campaign }, { get: true }).order('rank');
    const cells = [...document.querySelectorAll('table')][0].querySelectorAll('tbody tr');
    return {
      shown: [...cells].map((row) => [row.querySelector('a').textContent, row.querySelector('.interval-text').textContent]),
      answer: data.map((row) => [row.full_name, `${row.y_success} (${row.y_low} to ${row.y_high})`]),
    };
  }, rank.split('/').pop());
  is(ranking.shown, ranking.answer, 'the ranking is the API’s answer, names as text');
  await page.click('tbody input[type=checkbox]');
  await until(page, () => document.getElementById('live').textContent.includes('is on the shortlist'));
  await page.reload();
  await settled(page);
  ok(await page.$eval('tbody input[type=checkbox]', (one) => one.checked), 'somebody is put on the shortlist, and stays there');
  await page.click('tbody input[type=checkbox]');
  await page.click('tbody a');
  await until(page, () => location.pathname.includes('/people/'));
  await settled(page);
  ok(await page.evaluate(() => document.activeElement.id === 'main'), 'after a link the focus is in the new page');
  await press(page, 'Reject');
  await page.waitForSelector('dialog[open] textarea');
  await press(page, 'Cancel', 'dialog');
  await until(page, () => !document.querySelector('dialog'));
  await press(page, 'Reject');
  await page.waitForSelector('dialog[open] textarea');
  await press(page, await page.$eval('dialog button[type=submit]', (one) => one.textContent), 'dialog');
  ok((await text(page, 'dialog .summary')).length > 0, 'a decision can be left, and asks for a reason');
  await page.type('dialog textarea', 'No <u>certificate</u>');
  await page.click('dialog button[type=submit]');
  await until(page, () => document.querySelector('main').innerText.includes('No <u>certificate</u>'));
  ok((await text(page)).includes('State of the application: rejected'), 'and is kept with it, as text');
  await visit(page, rank);
  await press(page, 'Invite somebody');
  await page.waitForSelector('dialog[open] input');
  await page.type('dialog input', 'someone@sample.invalid');
  await press(page, 'Invite somebody', 'dialog');
  await until(page, () => document.querySelector('main [role=status] code')?.textContent.length > 20);
  ok(true, 'somebody is invited');
  quiet(page, 'the recruiter');
  await context.close();
}

async function files() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person30');
  await visit(page, '/documents');
  writeFileSync(`${pictures}/cv.txt`, 'Born at sea\n');
  await (await page.$('input[type=file]')).uploadFile(`${pictures}/cv.txt`);
  await page.type('main form.form input[name=title]', '<b>My CV</b>');
  await press(page, 'Upload');
  await until(page, () => document.querySelector('tbody th')?.textContent === '<b>My CV</b>');
  ok((await text(page, 'tbody')).includes('ready'), 'a file is uploaded, checked and listed');
  const saved = await page.evaluate(async () => {
    let name = null;
    HTMLAnchorElement.prototype.click = function click() {
      name = this.download;
    };
    const create = URL.createObjectURL;
    const blob = new Promise((done) => {
      URL.createObjectURL = (one) => {
        done(one);
        return create.call(URL, one);
      };
    });
    [...document.querySelectorAll('button')].find((one) => one.textContent === 'Save').click();
    const content = await (await blob).text();
    return [content, name];
  });
  is(saved, ['Born at sea\n', 'cv.txt'], 'and saved again');
  await press(page, 'Remove <b>My CV</b>');
  await page.waitForSelector('dialog[open]');
  await press(page, 'Remove', 'dialog');
  await until(page, () => !document.querySelector('tbody'));
  ok((await text(page)).includes('You have no documents yet'), 'and removed: why it is empty, and the next step');
  // In German; the language whose texts are 40 % longer is for states.mjs.
  await page.evaluate(() => localStorage.setItem('harmony.language', 'de'));
  await page.reload();
  await settled(page);
  is(
    await page.evaluate(() => [document.documentElement.lang, document.querySelector('h1').textContent]),
    ['de', 'Dokumente'],
    'in German',
  );
  quiet(page, 'files and languages');
  await context.close();
}

async function accounts() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  const fill = async (name, value) => {
    await page.$eval(`input[name=${name}]`, (one) => {
      one.value = '';
    });
    await page.type(`input[name=${name}]`, value);
  };
  await visit(page, '/register');
  const email = `new${Date.now()}@sample.invalid`;
  await fill('full_name', 'A new <i>person</i>');
  await fill('email', email);
  await fill('password', 'four unrelated words');
  await press(page, 'Make the account');
  await page.waitForSelector('.who[href="/account"]');
  ok((await text(page)).includes('A new <i>person</i>'), 'somebody makes an account, and is signed in');
  await visit(page, '/account');
  await fill('location', 'Kiel');
  await press(page, 'Save');
  await until(page, () => document.querySelector('main [role=status]').textContent.includes('saved'));
  await fill('current_password', 'not it at all');
  await fill('new_password', 'five quite unrelated words');
  page.declared.push(/status 400: .*change_password/, /console error.*400/);
  await press(page, 'Change the password');
  await page.waitForSelector('.summary');
  await fill('current_password', 'four unrelated words');
  await press(page, 'Change the password');
  await until(page, () => document.querySelector('main [role=status]').textContent.includes('password is changed'));
  ok(true, 'changes place and password; a wrong one is told');
  await page.reload();
  await settled(page);
  is(await page.$eval('input[name=location]', (one) => one.value), 'Kiel', 'and it stays');
  // Forced colours: where one is still differs.
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  ok(
    await page.evaluate(() => {
      const [here, other] = [document.querySelector('nav a[aria-current]'), document.querySelector('nav a:not([aria-current])')].map(
        (one) => getComputedStyle(one).backgroundColor,
      );
      return here !== other;
    }),
    'in forced colours the current page still differs',
  );
  await client.send('Emulation.setEmulatedMedia', { features: [] });
  // Erasing, and keeping.
  await press(page, 'Erase my account');
  await page.waitForSelector('dialog[open] input[name=password]');
  await page.type('dialog input[name=password]', 'five quite unrelated words');
  await press(page, 'Erase it', 'dialog');
  await until(page, () => document.querySelector('main [role=status]').textContent.includes('is erased'));
  await press(page, 'Keep it');
  await until(page, () => document.querySelector('main [role=status]').textContent.includes('stays'));
  ok(true, 'asks to be erased, and changes their mind');
  await Promise.all([page.waitForNavigation(), press(page, 'Sign out everywhere')]);
  await page.waitForSelector('input[name=password]');
  quiet(page, 'an account of one’s own');
  await context.close();
}

export async function play({ rank }) {
  await session(); // by itself: of its tabs one is before the other, and a page that is not seen draws nothing
  await Promise.all([
    (async () => {
      await files();
      await recruiter(rank);
    })(),
    (async () => {
      await accounts();
      await planner();
    })(),
  ]);
}
