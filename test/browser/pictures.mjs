// The pictures of docs/pictures, of the demo data: a page as each role sees it. node pictures.mjs ORIGIN PASSWORD FOLDER
import { browser, drawn, ok, open, redrawn, signIn, theme, visit } from './lib.mjs';
import { rank } from './walks.mjs';
import { statSync } from 'node:fs';

const folder = process.argv[4];
const pictures = [
  ['candidate-today', 'person30', '/today'],
  ['recruiter-ranking', 'person2', rank],
  ['captain-fleet', 'person2', '/fleet'],
  ['quality-signals', 'person2', '/signals'],
  ['delivery-flow', 'person2', '/delivery/flow', '.card:nth-of-type(3)'],
  ['planner-scenario', 'person5', null, '.card'],
  ['administrator-health', 'person1', '/health'],
];
const [width, height] = [960, 540];

try {
  for (const [name, role, path, place] of pictures) {
    const context = await browser.createBrowserContext();
    const page = await open(context);
    await page.setViewport({ width, height });
    await theme(page, 'light');
    await signIn(page, role);
    if (path === null) await visit(page, '/simulations');
    await visit(page, path ?? (await page.$eval('tbody tr:last-child a', (one) => one.getAttribute('href'))));
    await drawn(page);
    await redrawn(page);
    await page.evaluate((part) => {
      scrollTo(0, 0);
      if (part) document.querySelector(part).scrollIntoView();
    }, place);
    await page.screenshot({ path: `${folder}/${name}.png`, optimizeForSpeed: false });
    await context.close();
    const size = statSync(`${folder}/${name}.png`).size;
    ok(size <= 60000, `${name}: ${Math.round(size / 1000)} kB of 60`);
  }
} catch (problem) {
  ok(false, `all pictures are taken: ${problem.stack}`);
} finally {
  await browser.close();
}
