// Walks every page as each role, in light and dark, at three widths, and plays what people do. node pages.mjs ORIGIN PASSWORD PICTURES
import {
  accessible,
  browser,
  drawn,
  none,
  ok,
  open,
  ordered,
  origin,
  password,
  pictures,
  quiet,
  settled,
  shaped,
  signIn,
  spelled,
  tabbed,
  theme,
  until,
  visit,
  wait,
} from './lib.mjs';
import { playDelivery } from './delivery.mjs';
import { act } from './acts.mjs';
import { play } from './play.mjs';
import { people } from './play_people.mjs';
import { playQuality } from './quality.mjs';

const rank = '/campaigns/6ef65c1a-70db-529d-0a82-21ce961a6e18';
const vessel = '/fleet/cefc03c7-f06b-683a-1544-60bd5850e27d';
const small = '/fleet/2abd1232-7b66-a122-068c-b22865cc16a5';
/** Each role, the pages of its navigation and those behind them; a function finds an address in the page before. */
const first = (selector) => (page) => page.$eval(selector, (link) => link.getAttribute('href'));
const compared = async (page) => {
  for (const box of (await page.$$('table input[type=checkbox]')).slice(0, 3)) await box.click();
  await page.evaluate(() => [...document.querySelectorAll('button')].find((one) => one.textContent === 'Compare').click());
  await until(page, () => location.pathname.endsWith('/compare'));
  await settled(page);
  return page.evaluate(() => location.pathname + location.search);
};
const walks = {
  person5: [
    ['simulations', '/simulations'],
    ['compare', compared, '/simulations'],
    ['scenario', '/simulations/new'],
    ['simulation', first('table tbody a'), '/simulations'],
    ['tornado', async (page) => `${await first('table tbody a')(page)}?tornado=1&metric=salary`, '/simulations'],
    ['workloads', '/workloads'],
    ['documents', '/documents'],
    ['account', '/account'],
  ],
  person2: [
    ['home', '/'],
    ['campaigns', '/campaigns?status=open'],
    ['ranking', rank],
    ['candidate', first('table tbody a'), rank],
    ['fairness of an employer', '/fairness'],
    ['learning of an employer', '/learning'],
    ['fleet', '/fleet'],
    ['vessel', vessel],
    ['surveys', `${vessel}/surveys`],
    ['sociogram', `${vessel}/sociogram`],
    ['sociogram with a candidate', `${vessel}/sociogram?with=bf659939-14ce-ec98-58b3-d2efc359f816`],
    ['small crew', small],
    ['sociogram of a small crew', `${small}/sociogram`],
    ['surveys of a small crew', `${small}/surveys`],
    ['signals', '/signals'],
    ['signals of one kind', '/signals?type=volatility_alert&sort=z&site=1'],
    ['signal', first('table tbody a'), '/signals'],
    ['signal with rules', '/signals/463'],
    ['feed', '/signal-feed'],
    ['keys', '/delivery/keys'],
    ['flow', '/delivery/flow?team=Web'],
    ['reviews', '/delivery/reviews?state=merged'],
    ['forecast', '/delivery/forecast?items=60&periods=6'],
    ['portfolio', '/delivery/portfolio'],
    ['executive', '/delivery/executive?days=91'],
    ['organizations of a client', '/organizations'],
    ['models', '/models'],
    ['model of two classes', '/models/late%20delivery'],
    ['model of a number', '/models/days%20to%20deliver?days=90'],
    ['anomalies', '/anomalies'],
    ['checker', '/checker'],
  ],
  friend1: [
    ['phases', '/meeting'],
    ['about me', '/meeting/about'],
    ['photos', '/meeting/photos'],
    ['questions', '/meeting/questions'],
    ['typing', '/meeting/typing'],
    ['people', '/meeting/people'],
    ['matches', '/meeting/matches?sort=personality'],
    ['match', first('table tbody a'), '/meeting/matches'],
  ],
  researcher: [['research', '/research/affinity']],
  person1: [
    ['home of an administrator', '/'],
    ['simulations of an administrator', '/simulations'],
    ['fairness', '/fairness'],
    ['fairness of a campaign', `/fairness?campaign=${rank.slice(11)}&stage=hire`],
    ['learning', '/learning'],
    ['fleet of an administrator', '/fleet'],
    ['signals of an administrator', '/signals'],
    ['keys of an administrator', '/delivery/keys'],
    ['accounts', '/accounts?sort=last_login_at&order=down'],
    ['organizations', '/organizations'],
    ['members', first('table tbody a'), '/organizations'],
    ['jobs', '/jobs'],
    ['schedules', '/schedules'],
    ['outbox', '/outbox'],
    ['papers', '/papers'],
    ['audit', '/audit'],
    ['health', '/health'],
    ['models of an administrator', '/models'],
  ],
  person4: [
    ['today aboard', '/today'],
    ['survey', '/today/surveys/a2a763a1-8ab6-64d8-9102-86eefed2cc6a'],
    ['profile of crew', '/profile'],
  ],
  person30: [
    ['home of a candidate', '/'],
    ['today', '/today'],
    ['questionnaire', '/today/instruments/1'],
    ['test', '/today/instruments/2'],
    ['profile', '/profile'],
    ['applications', `/applications?campaign=${rank.slice(11)}`],
    ['join', '/join'],
    ['refused', '/campaigns'],
    ['missing', '/nowhere'],
    ['phases before', '/meeting'],
    ['photos before', '/meeting/photos'],
    ['typing before', '/meeting/typing'],
  ],
};
const looks = [
  ['light', 1280],
  ['light', 320],
  ['light', 2560],
  ['dark', 1280],
  ['dark', 320],
];

async function look(page, name, role) {
  await drawn(page);
  for (const [scheme, width] of looks) {
    await page.setViewport({ width, height: 900 });
    await theme(page, scheme);
    await wait(120);
    await drawn(page);
    none(await shaped(page), `${name}, ${scheme}, ${width}: nothing cut off, outside, too faint or too small`);
    await page.screenshot({
      path: `${pictures}/${name.replaceAll(' ', '-')}-${scheme}-${width}.png`,
      fullPage: width !== 2560,
      captureBeyondViewport: true,
    });
    if ((scheme === 'light' && width === 1280) || (scheme === 'dark' && width === 320))
      none(await accessible(page), `${name}, ${scheme}, ${width}: axe-core finds nothing`);
  }
  await page.setViewport({ width: 1280, height: 900 });
  await theme(page, 'light');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await wait(200);
  await drawn(page);
  none(await shaped(page), `${name}, text at 200 %: nothing cut off`);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  none(await ordered(page), `${name}: one h1, in order, named by the title`);
  none(await spelled(page), `${name}: no key, no number that is none`);
  const { wanted, seen } = await tabbed(page);
  ok(seen >= wanted, `${name}: every control is reached by Tab`, { wanted, seen });
  quiet(page, `${name}, ${role}`);
}

async function walk(role) {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, role);
  quiet(page, `signing in, ${role}`);
  for (const [name, where, before] of walks[role]) {
    if (before) await visit(page, before);
    const path = typeof where === 'function' ? await where(page) : where;
    if (name === 'refused' || name === 'missing') page.declared.push(/status 403|status 404/);
    await visit(page, path);
    await look(page, name, role);
  }
  await context.close();
}

/** Without a session: what is for everybody. */
async function strangers() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  for (const [name, path] of [
    ['sign in', '/'],
    ['register', '/register'],
    ['reset password', '/reset-password'],
    ['verify', '/verify-email'],
  ]) {
    await visit(page, path);
    await look(page, name, 'nobody');
  }
  ok(!page.url().includes('refresh'), 'a first visit asks for no session');
  await context.close();
}

try {
  // Two at a time: most of it is waiting.
  await Promise.all([
    (async () => {
      await walk('person5');
      await walk('person30');
      await walk('person4');
    })(),
    (async () => {
      await strangers();
      await walk('person2');
      await walk('person1');
    })(),
  ]);
  await Promise.all([walk('friend1'), walk('researcher')]);
  await people();
  await play({ rank, origin, password });
  await playQuality();
  await playDelivery();
  await act();
} catch (problem) {
  ok(false, `the walk went to its end: ${problem.stack}`);
} finally {
  await browser.close();
}
