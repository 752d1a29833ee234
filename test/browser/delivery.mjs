// What people ask of deliveries: the figures of a team and a period, a forecast of their own; and that the pages say what the API answers.
import { browser, drawn, is, ok, open, quiet, signIn, until, visit } from './lib.mjs';

export async function playDelivery() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person2');
  await visit(page, '/delivery/flow');
  await page.select('#filter-days', '91');
  await until(page, () => location.search.includes('days=91') && document.querySelector('.card'));
  await drawn(page);
  const shown = await page.evaluate(async () => {
    const { client } = await import('/app/session.mjs');
    const day = 86400000;
    const end = new Date(Math.floor(Date.now() / day) * day);
    const organization = client.account.organizations.find((one) => one.name === 'Software delivery').id;
    const { data } = await client.rpc(
      'flow',
      { organization, start: new Date(end - 91 * day).toISOString(), end: end.toISOString() },
      { get: true },
    );
    const details = [...document.querySelectorAll('.card')][1].querySelectorAll('details')[1];
    details.open = true;
    return {
      cells: [...details.querySelectorAll('tbody tr')].map((row) => [...row.children].slice(1).map((cell) => Number(cell.textContent))),
      answer: data.cumulative.map((one) => [one.todo, one.in_progress, one.done]),
    };
  });
  ok(shown.cells.length === 91, 'a period of 91 days has as many', shown.cells.length);
  is(shown.cells, shown.answer, 'the table of a chart is the API’s answer');
  await page.select('#filter-team', 'Web');
  await until(page, () => location.search.includes('team=Web') && !document.getElementById('main').hasAttribute('aria-busy'));
  ok((await page.$eval('.facts', (node) => node.innerText)).includes('Cycle time'), 'and of one team');
  await visit(page, '/delivery/forecast');
  const field = async (name, value) => {
    await page.$eval(
      `input[name=${name}]`,
      (one, to) => {
        one.value = to;
      },
      value,
    );
  };
  await field('items', '100');
  await field('periods', '4');
  await page.click('form.filters button[type=submit]');
  await until(page, () => location.search.includes('items=100') && document.querySelector('#main h2')?.textContent.includes('100'));
  await drawn(page);
  ok((await page.$eval('.finding', (node) => node.textContent)).startsWith('In 4 weeks'), 'a forecast of one’s own');
  const read = () => page.$eval('.readout', (node) => node.textContent);
  const before = await read();
  await page.focus('input[type=range]');
  await page.keyboard.press('ArrowLeft');
  ok((await read()) !== before, 'the readout moves by the keyboard', before);
  quiet(page, 'deliveries');
  await context.close();
}
