// What the tests of the pages share: TAP, a browser that keeps what goes wrong, and what holds of every page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

export const [origin, password, pictures] = process.argv.slice(2);
const require = createRequire(`${resolve(process.env.BUILD ?? 'build')}/npm-browser/`);
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let n = 0;
export function ok(condition, what, found = undefined) {
  n += 1;
  console.log(`${condition ? 'ok' : 'not ok'} ${n} - ${what}`);
  if (!condition && found !== undefined) console.log(`#   ${JSON.stringify(found, null, 1).replaceAll('\n', '\n#   ')}`);
  return condition;
}
export const is = (got, wanted, what) => ok(JSON.stringify(got) === JSON.stringify(wanted), what, { got, wanted });
export const none = (found, what) => ok(found.length === 0, what, found.slice(0, 12));
export const wait = (ms) =>
  new Promise((done) => {
    setTimeout(done, ms);
  });

/** Chromium, or what FIREFOX names. */
export const browser = await puppeteer.launch(
  process.env.FIREFOX
    ? { browser: 'firefox', executablePath: process.env.FIREFOX, headless: true, extraPrefsFirefox: { 'intl.accept_languages': 'en' } }
    : {
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        headless: true,
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage', '--lang=en'],
      },
);

/** What a request is for; Firefox does not tell. */
function kind(request) {
  try {
    return request.resourceType();
  } catch {
    return '';
  }
}

/** A page of a context, that keeps messages, failures and violations; declared: regular expressions of what a test brings about itself. */
export async function open(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(60000); // other work may stand beside
  page.wrong = [];
  page.declared = [];
  const wrong = (text) => {
    if (!page.declared.some((one) => one.test(text))) page.wrong.push(text);
  };
  page.on('console', (message) => wrong(`console ${message.type()}: ${message.text()} ${message.location().url ?? ''}`));
  page.on('pageerror', (problem) => wrong(`error: ${problem.stack}`));
  page.on('requestfailed', (request) => {
    if (kind(request) !== 'eventsource' && request.failure()?.errorText !== 'net::ERR_ABORTED')
      wrong(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong(`status ${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction('reportViolation', (text) => wrong(`violation: ${text}`));
  await page.evaluateOnNewDocument(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    ),
  );
  await page.setViewport({ width: 1280, height: 900 });
  return page;
}
/** Nothing went wrong since the last time. */
export function quiet(page, what) {
  none(page.wrong, `${what}: no message, failed request or violation`);
  page.wrong.length = 0;
}

/** Until it is so in the page; also where the page is not seen, and draws no frames. */
export const until = (page, so, ...given) => page.waitForFunction(so, { timeout: 60000, polling: 50 }, ...given);
/** Until the page has what it shows. */
export async function settled(page) {
  await until(page, () => {
    const main = document.getElementById('main');
    return main?.childElementCount > 0 && !main.hasAttribute('aria-busy') && !main.querySelector('.skeleton');
  });
}
/** Goes within the pages, as a link does, without loading anew. */
export async function visit(page, path) {
  if (page.url().startsWith(origin))
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    }, path);
  else await page.goto(origin + path);
  await settled(page);
}
export async function signIn(page, person) {
  await page.goto(`${origin}/`);
  await page.waitForSelector('input[name=email]');
  await page.type('input[name=email]', `${person}@sample.invalid`);
  await page.type('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('.who[href="/account"]', { timeout: 60000 });
  await settled(page);
}
/** Draws every chart, also those below the window; how many charts and parts there are. */
export const drawn = (page) =>
  page.evaluate(async () => {
    const pause = () =>
      new Promise((done) => {
        setTimeout(done, 15);
      });
    const there = (one) => (one.matches('.chart') ? one.querySelector('svg text') : one.childElementCount > 0);
    const left = () => [...document.querySelectorAll('.chart, .chart-place, .near')].find((one) => !there(one));
    // What comes when it is near may hold charts, which come when they are near.
    const end = Date.now() + 60000;
    let scrolled = false;
    for (let one = left(); one; one = left()) {
      one.scrollIntoView({ block: 'center' });
      scrolled = true;
      for (let i = 0; i < 200 && one.isConnected && !there(one); i += 1) await pause();
      if (Date.now() > end) throw new Error(`does not come: ${one.outerHTML.slice(0, 200)}`);
    }
    if (scrolled) scrollTo(0, 0);
    return document.querySelectorAll('.chart, .chart-place, .near').length;
  });
/** Charts that were drawn draw anew by themselves where the width or the colours have changed: until they have the colours of now. */
export async function redrawn(page) {
  await wait(60);
  await until(page, () => {
    const probe = document.createElement('span');
    probe.style.forcedColorAdjust = 'none';
    document.body.append(probe);
    const colours = ['text', 'muted'].map((name) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    return [...document.querySelectorAll('.chart')].every((chart) =>
      [...chart.querySelectorAll('svg text')].some((text) => colours.includes(getComputedStyle(text).fill)),
    );
  });
}
export const theme = (page, scheme) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What axe-core finds of standards or rules, and controls without a name. The contrast of SVG text it leaves open: below. */
export async function accessible(page, runOnly = standards) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const { violations } = await window.axe.run(document, { runOnly: only, resultTypes: ['violations'] });
    return violations.map(
      (one) =>
        `${one.id}: ${one.help}: ${one.nodes
          .slice(0, 3)
          .map((node) => node.html.slice(0, 160))
          .join(' | ')}`,
    );
  }, runOnly);
}

/** Runs in the page: what is wider than the window, cut off, too small to hit; text of charts that is outside or too faint. */
function shape() {
  const found = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    const wide = [...document.querySelectorAll('main *, header *, nav *')]
      .filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.scroll, .visually-hidden, svg'))
      .slice(0, 3);
    found.push(
      `wider than the window: ${document.documentElement.scrollWidth} > ${width}: ${wide
        .map((one) => one.outerHTML.slice(0, 120))
        .join(' | ')}`,
    );
  }
  const clips = (one) => {
    const style = getComputedStyle(one);
    return style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll';
  };
  for (const one of document.querySelectorAll('main *, header *, nav *')) {
    if (one.closest('.visually-hidden, svg, select, input') || !one.offsetParent) continue;
    if (
      clips(one) &&
      one.scrollWidth > one.clientWidth + 1 &&
      one.textContent.trim() !== '' &&
      getComputedStyle(one).textOverflow !== 'ellipsis' &&
      !one.classList.contains('chart')
    )
      found.push(`cut off: ${one.outerHTML.slice(0, 120)}`);
  }
  for (const one of document.querySelectorAll('button, a, input:not([type=checkbox]):not([type=radio]), select, textarea, summary')) {
    const box = one.getBoundingClientRect();
    if (!one.offsetParent || box.height === 0) continue;
    const inText = one.matches('a') && one.closest('p, li, td, th, dd') !== null;
    if (!inText && box.height < 23.5) found.push(`less than 24 px high: ${box.height} ${one.outerHTML.slice(0, 100)}`);
  }
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = '#000';
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => {
      const s = c / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  for (const chart of document.querySelectorAll('.chart')) {
    const outer = chart.getBoundingClientRect();
    let ground = chart;
    while (ground && rgb(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
    const back = light(rgb(getComputedStyle(ground ?? document.documentElement).backgroundColor));
    const seen = [];
    for (const text of chart.querySelectorAll('svg text')) {
      const box = text.getBoundingClientRect();
      if (text.textContent.trim() === '' || box.width === 0) continue;
      if (box.left < outer.left - 1 || box.right > outer.right + 1 || box.top < outer.top - 1 || box.bottom > outer.bottom + 1)
        found.push(`outside its chart: "${text.textContent}"`);
      const front = light(rgb(getComputedStyle(text).fill));
      const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
      if (contrast < 4.5) found.push(`contrast ${contrast.toFixed(2)}: "${text.textContent}"`);
      for (const other of seen) {
        if (
          box.left < other.right - 2 &&
          box.right > other.left + 2 &&
          box.top < other.bottom - box.height * 0.1 &&
          box.bottom > other.top + box.height * 0.1
        )
          found.push(`one text over another: "${text.textContent}" and "${other.text}"`);
      }
      seen.push(Object.assign(box, { text: text.textContent }));
    }
  }
  return [...new Set(found)];
}
/** What stays so: a busy machine draws a chart anew some time after its window has changed. */
export async function shaped(page) {
  for (let i = 0; ; i += 1) {
    const found = await page.evaluate(shape);
    if (found.length === 0 || i === 12) return found;
    await wait(250);
  }
}

/** Headings, landmarks and title as they have to be. */
export const ordered = (page) =>
  page.evaluate(() => {
    const found = [];
    const heads = [...document.querySelectorAll('h1')];
    if (heads.length !== 1) found.push(`${heads.length} h1`);
    if (!document.title.includes(heads[0]?.textContent.trim().slice(0, 20) ?? '?'))
      found.push(`the title "${document.title}" does not name "${heads[0]?.textContent}"`);
    const levels = [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map((one) => Number(one.tagName[1]));
    levels.forEach((level, i) => {
      if (i > 0 && level > levels[i - 1] + 1) found.push(`h${level} after h${levels[i - 1]}`);
    });
    for (const one of document.querySelectorAll('[id]'))
      if (document.querySelectorAll(`[id="${CSS.escape(one.id)}"]`).length > 1) found.push(`twice: #${one.id}`);
    return [...new Set(found)];
  });
/** Texts that look like a key, a number that is none, or an object. */
export const spelled = (page) =>
  page.evaluate(() => {
    const texts = [];
    for (let walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walk.nextNode(); )
      if (!walk.currentNode.parentElement.closest('bdi, option')) texts.push(walk.currentNode.data);
    return [
      ...texts
        .join('\n')
        .replaceAll('& "quoted", {name}', '')
        .matchAll(/\b[a-z_]+\.[a-z_]+(\.[a-z_]+)*\b|NaN|undefined|\[object|\bnull\b|\{\w+\}/g),
    ]
      .map((one) => one[0])
      .filter((text) => !/\.(invalid|csv|org|de|test)$/.test(text));
  });
/** Every control is reached by Tab, in an order, and is seen when it has the focus. */
export async function tabbed(page) {
  const wanted = await page.evaluate(() => {
    document.querySelector('.skip').focus();
    window.tabIds = new Map([[document.activeElement, 0]]);
    // Of radio buttons of a group Tab reaches the chosen one, else the first; the arrows reach the others.
    const group = (one) => [...document.getElementsByName(one.name)];
    const stop = (one) => one.type !== 'radio' || one === (group(one).find((other) => other.checked) ?? group(one)[0]);
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && stop(one),
    ).length;
  });
  const seen = new Set([0]);
  for (let i = 0; i < wanted + 40; i += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      if (one === document.body || !one) return null;
      if (!window.tabIds.has(one)) window.tabIds.set(one, window.tabIds.size);
      return one.matches('a[href], button, input, select, textarea, summary') ? window.tabIds.get(one) : -1;
    });
    if (at === null) break;
    if (at >= 0) seen.add(at);
  }
  return { wanted, seen: seen.size };
}
