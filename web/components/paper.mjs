// A report on paper: asked for here, made by a job, found among one's documents.
import { h } from '/app/dom.mjs';
import { language, t } from '/app/i18n.mjs';
import { write } from '/app/api.mjs';
import { notice } from '/components/state.mjs';

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
      await write('make_report', { kind, subject, format, language }, key);
      told.replaceChildren(notice('good', t('paper.made'), ' ', h('a', { href: '/documents?kind=report' }, t('nav.documents'))));
    },
  });
