// Each role, the pages of its navigation and those behind them; where an address is only known from the page before, a function finds it.
import { settled, until } from './lib.mjs';

export const rank = '/campaigns/6ef65c1a-70db-529d-0a82-21ce961a6e18';
export const vessel = '/fleet/cefc03c7-f06b-683a-1544-60bd5850e27d';
export const small = '/fleet/2abd1232-7b66-a122-068c-b22865cc16a5';
const first = (selector) => (page) => page.$eval(selector, (link) => link.getAttribute('href'));
const compared = async (page) => {
  for (const box of (await page.$$('table input[type=checkbox]')).slice(0, 3)) await box.click();
  await page.evaluate(() => [...document.querySelectorAll('button')].find((one) => one.textContent.startsWith('Compare')).click());
  await until(page, () => location.pathname.endsWith('/compare'));
  await settled(page);
  return page.evaluate(() => location.pathname + location.search);
};
export const walks = {
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
