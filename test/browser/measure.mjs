// What a page costs, cold and signed in: bytes and requests before charts, the library, and until it is there; and what the API answered.
import { none, ok, origin, settled } from './lib.mjs';

/** What does not count: what charts bring, the open stream, and what the browser asks for when it likes. */
const apart = /\/vendor\/echarts|\/charts\/|\/components\/chart\.mjs|\/events\/|favicon/;
/** The rows that charts draw, of pages that are little else: told, not judged. */
const rows = /\/rpc\/(simulation|compare_simulations|simulation_tornado)(\?|$)/;
const times = [];

/** What a question says, of its address or its body. */
const askedOf = (request) => {
  const said = Object.fromEntries(new URL(request.url()).searchParams);
  return JSON.stringify(request.method() === 'POST' ? { ...said, ...JSON.parse(request.postData() ?? '{}') } : said);
};

/** Loads a page with nothing kept; gives its requests. What the API answers from here on stands in page.answers. */
export async function cold(page, path) {
  if (!page.client) {
    page.client = await page.createCDPSession();
    await page.client.send('Network.enable');
    page.client.on('Network.requestWillBeSent', ({ requestId, request }) =>
      page.requests?.set(requestId, { url: request.url, method: request.method, body: request.postData ?? '', bytes: 0 }),
    );
    page.client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const one = page.requests?.get(requestId);
      if (one) one.bytes = encodedDataLength;
    });
    page.on('response', (response) => {
      if (!/\/api\/(?!rpc\/(refresh|login|event_token|may_listen))/.test(response.url()) || response.status() >= 300) return;
      const { answers } = page;
      answers.push(
        response.json().then(
          (body) => ({ url: response.url(), asked: askedOf(response.request()), body }),
          () => null,
        ),
      );
    });
  }
  await page.client.send('Network.clearBrowserCache');
  page.requests = new Map();
  page.answers = [];
  const begun = Date.now();
  await page.goto(origin + path);
  await settled(page);
  const there = Date.now() - begun;
  await page.waitForNetworkIdle({ idleTime: 150, concurrency: 1 });
  const paint = await page.evaluate(() => Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0));
  const requests = [...page.requests.values()];
  page.requests = null;
  return { requests, paint, there };
}

/** The budget of web pages: ≤ 60 kB and ≤ 20 requests before charts, none twice, library ≤ 400 kB. Times are told, not judged. */
export async function within(page, name, path) {
  const { requests, paint, there } = await cold(page, path);
  const before = requests.filter((one) => !apart.test(one.url));
  const sum = (some) => some.reduce((all, one) => all + one.bytes, 0);
  const drawn = sum(before.filter((one) => rows.test(one.url)));
  const bytes = sum(before) - drawn;
  const listed = before.map((one) => `${one.bytes} ${one.url}`);
  times.push({ name, paint, there, bytes, drawn, requests: before.length });
  ok(bytes <= 60000, `${name}, cold: ${(bytes / 1000).toFixed(1)} kB of 60 before charts`, listed);
  ok(before.length <= 20, `${name}, cold: ${before.length} requests of 20`, listed);
  const asked = before.map((one) => `${one.method} ${one.url} ${one.body}`);
  none(
    asked.filter((one, i) => asked.indexOf(one) !== i),
    `${name}, cold: nothing is asked twice`,
  );
  const library = requests.find((one) => one.url.includes('/vendor/echarts'));
  if (library) ok(library.bytes <= 400000, `${name}: library ${Math.round(library.bytes / 1000)} kB of 400`);
}

/** The figures of all pages, for the log. */
export function figures() {
  const middle = (key) => times.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const most = (key) => times.reduce((found, one) => (one[key] > found[key] ? one : found));
  for (const { name, bytes, drawn, requests, paint, there } of times)
    console.log(
      `# ${name}: ${bytes} bytes${
        drawn ? ` and ${drawn} of rows that charts draw` : ''
      }, ${requests} requests, paint ${paint} ms, there ${there} ms`,
    );
  for (const [key, unit, limit] of [
    ['bytes', 'bytes', 60000],
    ['requests', 'requests', 20],
    ['paint', 'ms to the first paint', 200],
    ['there', 'ms until it is there', 500],
  ])
    console.log(
      `# ${times.length} pages, cold: half of them ≤ ${middle(key)} ${unit}, most ${most(key)[key]} (${most(key).name}), of ${limit}`,
    );
}
