// A report on paper: asked for here, made by a job, found among one's documents.
import { h, own } from '/app/dom.mjs';
import { language, t } from '/app/i18n.mjs';
import { rows, view, write } from '/app/api.mjs';
import { notice } from '/components/state.mjs';

/** Says that a report is there, or why it is not, once its job has ended. */
const follow = (context, job, told, place) =>
  context.follow(`account.${context.account.id}`, async (event) => {
    // An event of several jobs names none.
    if (event?.event !== 'job.finished' || ![null, String(job)].includes(event.id)) return;
    const [ended] = await rows(view('jobs').select('status, error').eq('id', job).not('finished_at', 'is', null));
    if (!ended) return;
    told.replaceChildren(
      ended.status === 'done' ? notice('good', t('paper.there'), ' ', place()) : notice('danger', t('paper.failed'), ' ', own(ended.error)),
    );
  });

/** Asks for a report of this kind on this subject; told: where it is said that it is on its way. */
export const paper = (context, kind, subject, told) =>
  context.ask({
    title: t('paper.ask'),
    text: t('paper.why'),
    action: t('paper.make'),
    fields: [
      {
        name: 'format',
        label: t('paper.format'),
        options: [
          ['pdf', 'PDF'],
          ['docx', 'DOCX'],
        ],
      },
    ],
    act: async ({ format }, key) => {
      const { job } = await write('make_report', { kind, subject, format, language }, key);
      const place = () => h('a', { href: '/documents?kind=report' }, t('nav.documents'));
      told.replaceChildren(notice('good', t('paper.made'), ' ', place()));
      follow(context, job, told, place);
    },
  });
