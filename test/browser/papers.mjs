// A report on paper as an employer has it made: by the button of a page, told when it is there, found among the documents, a file to open.
import { browser, is, ok, open, quiet, settled, signIn, until, visit } from './lib.mjs';
import { rank } from './walks.mjs';

const told = (page, words) => until(page, (wanted) => document.getElementById('main').innerText.includes(wanted), words);

async function make(page, format) {
  await page.evaluate(() => [...document.querySelectorAll('main button')].find((one) => one.textContent === 'Report on paper').click());
  await page.waitForSelector('dialog[open] select[name=format]');
  await page.select('dialog select[name=format]', format);
  await page.click('dialog button[type=submit]');
  await until(page, () => !document.querySelector('dialog'));
}

export async function papers() {
  const context = await browser.createBrowserContext();
  const page = await open(context);
  await signIn(page, 'person2');
  await visit(page, rank);
  const [path, name] = await page.$eval('table tbody a', (one) => [one.getAttribute('href'), one.textContent]);
  await visit(page, path);
  await make(page, 'pdf');
  await told(page, 'the report is made');
  ok(true, 'a report as PDF: said when it is there, without a reload');
  // A page of documents that is open hears of the next one.
  const list = await open(context);
  await list.goto(page.url().replace(path, '/documents?kind=report'));
  await settled(list);
  const rows = () => list.$$eval('main tbody tr', (all) => all.length);
  const before = await rows();
  const hears = list.waitForResponse((answer) => answer.url().includes('/events/'), { timeout: 60000 });
  await list.reload();
  await hears;
  await settled(list);
  await list.evaluate(async (wanted) => {
    const { client } = await import('/app/session.mjs');
    const [, campaign, person] = /campaigns\/([^/]+)\/people\/([^/]+)/.exec(wanted);
    await client.rpc('make_report', { kind: 'recruiter', subject: { campaign, person }, format: 'docx', language: 'en' });
  }, path);
  await until(list, (n) => document.querySelectorAll('main tbody tr').length === n, before + 1);
  ok(true, 'a report as DOCX: documents that are open list it, without a reload');
  const files = await list.evaluate(async () => {
    const { client } = await import('/app/session.mjs');
    const { data } = await client.from('documents').select('id, title, file_name').eq('kind', 'report').order('created_at', { ascending: false });
    const begin = async (one) => {
      const answer = await client.fetch(`/rpc/document_data?document=${one.id}`);
      return [one.title, one.file_name.split('.').pop(), String.fromCharCode(...new Uint8Array(await answer.arrayBuffer()).slice(0, 4))];
    };
    return Promise.all(data.slice(0, 2).map(begin));
  });
  is(
    files,
    [
      [`Candidate report: ${name}`, 'docx', 'PK\u0003\u0004'],
      [`Candidate report: ${name}`, 'pdf', '%PDF'],
    ],
    'both are files of their kinds',
  );
  quiet(page, 'a report on paper');
  quiet(list, 'documents that are open');
  await context.close();
}
