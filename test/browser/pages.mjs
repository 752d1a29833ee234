// Walks every page as each role, cold and in all looks, and plays what people do. node pages.mjs ORIGIN PASSWORD PICTURES
//   ONLY=…: pages whose name matches this, LOOKS=…: these looks alone, and no plays; PICTURES=yes: of every look, else of what fails
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
  redrawn,
  shaped,
  signIn,
  spelled,
  tabbed,
  theme,
  visit,
} from './lib.mjs';
import { act } from './acts.mjs';
import { forge } from './addresses.mjs';
import { papers } from './papers.mjs';
import { playDelivery } from './delivery.mjs';
import { cold, figures, within } from './measure.mjs';
import { play } from './play.mjs';
import { people } from './play_people.mjs';
import { playQuality } from './quality.mjs';
import { states } from './states.mjs';
import { compare, shown, spoiled } from './tables.mjs';
import { rank, walks } from './walks.mjs';

const { ONLY = '', LOOKS = '', PICTURES } = process.env;
const only = ONLY || LOOKS ? new RegExp(ONLY) : null;
/** How a page is seen: scheme, width, and what is emulated besides. */
const looks = [
  ['light', 1280],
  ['light', 320],
  ['light', 2560],
  ['dark', 2560],
  ['dark', 1280],
  ['dark', 320],
  ['light', 1280, 'forced colours'],
  ['light', 720, 'print'],
];

async function seen(page, name, [scheme, width, special]) {
  await page.setViewport({ width, height: 900 });
  await theme(page, scheme);
  if (special === 'forced colours')
    await page.client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  if (special === 'print') await page.emulateMediaType('print');
  await redrawn(page);
  const look = [name, scheme, width, special].filter(Boolean).join(', ');
  const good = none(await shaped(page), `${look}: nothing cut off, outside, too faint or too small`);
  if (!good || PICTURES)
    await page.screenshot({
      path: `${pictures}/${look.replaceAll(/, | /g, '-')}.png`,
      fullPage: width !== 2560,
      captureBeyondViewport: true,
    });
  if (special === undefined && scheme === 'light' && width === 1280) none(await accessible(page), `${look}: axe-core finds nothing`);
  if (scheme === 'dark' && width === 320)
    none(
      await accessible(page, ['color-contrast', 'target-size', 'link-in-text-block']),
      `${look}: axe-core finds no contrast or target too small`,
    );
  if (special === 'forced colours') await page.client.send('Emulation.setEmulatedMedia', { features: [] });
  if (special === 'print') await page.emulateMediaType('screen');
}

let whole = 0;
let inPart = 0;
/** Each table is what the API answered; and another figure in it would be found. */
async function told(page, name) {
  const answers = (await Promise.all(page.answers)).filter(Boolean);
  const tables = (await page.evaluate(shown)).filter((table) => table.rows.length > 0);
  const found = tables.map((table) => compare(table, answers));
  none(
    found.flatMap(({ missing }, i) =>
      missing.map(
        (column) => `${tables[i].caption}: ${column}: ${tables[i].rows.map((row) => row[tables[i].heads.indexOf(column)]).slice(0, 3)}`,
      ),
    ),
    `${name}: ${tables.length} tables say what the API answered`,
  );
  whole += found.filter((one) => one.whole).length;
  inPart += found.filter((one) => !one.whole).length;
  const first = found.findIndex((one) => one.whole);
  if (first >= 0)
    ok(!compare(spoiled(tables[first]), answers).whole, `${name}: another figure or name in ${tables[first].caption} would be seen`);
}

async function look(page, name, role) {
  for (const one of looks.filter((names) => new RegExp(LOOKS).test(names.join(', ')))) await seen(page, name, one);
  if (LOOKS) return;
  await page.setViewport({ width: 1280, height: 900 });
  await theme(page, 'light');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await redrawn(page);
  none(await shaped(page), `${name}, text at 200 %: nothing cut off`);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  none(await ordered(page), `${name}: one h1, in order, named by the title`);
  none(await spelled(page), `${name}: no key, no number that is none`);
  const { wanted, seen: reached } = await tabbed(page);
  ok(reached >= wanted, `${name}: every control is reached by Tab`, { wanted, seen: reached });
  quiet(page, `${name}, ${role}`);
}

/** Pages of a role, one after the other: cold, then as it is seen. */
async function walk(role, pages) {
  const chosen = pages.filter(([name]) => !only || only.test(name));
  if (chosen.length === 0) return;
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, role);
  quiet(page, `signing in, ${role}`);
  for (const [name, where, before] of chosen) {
    if (before) await visit(page, before);
    const path = typeof where === 'function' ? await where(page) : where;
    if (name === 'refused' || name === 'missing') page.declared.push(/status 403|status 404/);
    await within(page, name, path);
    await drawn(page);
    await told(page, name);
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
    if (only && !only.test(name)) continue;
    await within(page, name, path);
    await look(page, name, 'nobody');
  }
  await context.close();
}

/** Several at a time: most of it is waiting. */
async function lanes(work, n = 4) {
  const left = [...work];
  await Promise.all(
    Array.from({ length: n }, async () => {
      while (left.length > 0) await left.shift()();
    }),
  );
}

/** Times with nothing beside them, of a page of each role. */
async function timed() {
  for (const [role, path] of [
    ['person2', rank],
    ['person2', '/fleet'],
    ['person2', '/signals'],
    ['person2', '/delivery/keys'],
    ['person5', '/simulations'],
    ['person1', '/accounts'],
    ['person30', '/today'],
  ]) {
    const context = await browser.createBrowserContext();
    const page = await open(context);
    await signIn(page, role);
    const { paint, there } = await cold(page, path);
    console.log(`# ${path}, cold, nothing beside it: first paint ${paint} ms of 200, there after ${there} ms of 500`);
    await context.close();
  }
}

try {
  if (!only) await timed();
  const parts = Object.entries(walks).flatMap(([role, pages]) =>
    Array.from({ length: Math.ceil(pages.length / 8) }, (_, i) => () => walk(role, pages.slice(8 * i, 8 * i + 8))),
  );
  await lanes([strangers, ...parts]);
  figures();
  console.log(`# ${whole} tables are a list of an answer, each column a field of it; of ${inPart} each figure stands in an answer`);
  if (!only) {
    ok(whole >= 55, `${whole} tables are one list of what the API answered, of 55 at least`);
    await lanes([people, playQuality, playDelivery]);
    await play({ rank, origin, password });
    await states();
    await forge();
    await papers();
    await act();
  }
} catch (problem) {
  ok(false, `the walk went to its end: ${problem.stack}`);
} finally {
  await browser.close();
}
