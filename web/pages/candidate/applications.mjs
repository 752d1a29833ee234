// Where I have applied, and what became of it; an offer is accepted or declined here; which rules applied to me.
import { h, own } from '/app/dom.mjs';
import { code, language, moment, t } from '/app/i18n.mjs';
import { from, rows, write } from '/app/api.mjs';
import { empty, notice } from '/components/state.mjs';
import { table } from '/components/table.mjs';

export async function load({ account, query }) {
  const found = await rows(from('applications').order('applied_at', { ascending: false }).limit(200));
  const chosen = found.find((one) => one.campaign === query.get('campaign')) ?? null;
  const reviews = chosen ? rows(from('review_requests').eq('campaign', chosen.campaign)) : [];
  const report = chosen
    ? await write('report', { person: account.id, context: 'candidate', campaign: chosen.campaign, language }).catch((trouble) => ({ trouble }))
    : null;
  return { found, chosen, report, reviews: await reviews };
}
export const title = () => t('applications.title');

function acts(row, context) {
  const accept = () =>
    context.ask({
      title: t('applications.accept'),
      text: t('applications.accept_why', { position: row.position, vessel: row.vessel }),
      action: t('applications.accept'),
      act: async () => {
        await write('accept_offer', { campaign: row.campaign });
        await context.done(t('applications.joined'));
      },
    });
  const withdraw = () =>
    context.ask({
      title: t(row.status === 'hired' ? 'applications.decline' : 'applications.withdraw'),
      text: t('applications.withdraw_why'),
      action: t(row.status === 'hired' ? 'applications.decline' : 'applications.withdraw'),
      act: async () => {
        await write('withdraw', { campaign: row.campaign });
        await context.reload();
      },
    });
  const named = (text) => `${text}: ${row.title}`;
  return h(
    'div',
    { class: 'actions' },
    row.status === 'hired' &&
      h(
        'button',
        { type: 'button', class: 'primary', 'aria-label': named(t('applications.accept')), on: { click: accept } },
        t('applications.accept'),
      ),
    ['pending', 'hired'].includes(row.status) &&
      h(
        'button',
        {
          type: 'button',
          'aria-label': named(t(row.status === 'hired' ? 'applications.decline' : 'applications.withdraw')),
          on: { click: withdraw },
        },
        t(row.status === 'hired' ? 'applications.decline' : 'applications.withdraw'),
      ),
    h(
      'button',
      {
        type: 'button',
        id: `rules-${row.campaign}`,
        'aria-label': named(t('applications.rules')),
        on: { click: () => context.set({ campaign: row.campaign }) },
      },
      t('applications.rules'),
    ),
  );
}

/** Requests that a person looks at the application, with the answers; one can wait at a time. */
function review({ chosen, reviews }, context) {
  const ask = () =>
    context.ask({
      title: t('applications.ask_review'),
      text: t('applications.ask_review_why', { employer: chosen.employer }),
      action: t('applications.ask_review'),
      fields: [{ name: 'message', label: t('applications.review_message'), type: 'textarea', required: true, maxlength: 2000 }],
      act: async ({ message }) => {
        await write('request_review', { campaign: chosen.campaign, message });
        await context.done(t('applications.review_asked'));
      },
    });
  return [
    h('p', null, t('applications.review', { employer: chosen.employer })),
    reviews.length > 0 &&
      h(
        'ul',
        null,
        reviews.map((one) =>
          h(
            'li',
            null,
            moment(one.requested_at),
            ': ',
            own(one.message),
            h('br'),
            one.answered_at === null
              ? h('span', { class: 'muted' }, t('applications.review_waits'))
              : [t('applications.review_answer', { moment: moment(one.answered_at) }), ' ', own(one.answer)],
          ),
        ),
      ),
    reviews.every((one) => one.answered_at !== null) &&
      h(
        'p',
        { class: 'actions' },
        h('button', { type: 'button', id: 'ask-review', on: { click: ask } }, t('applications.ask_review')),
      ),
  ];
}

/** What a rule said of the application, and what one can do. */
function rules({ chosen, report, reviews }, context) {
  if (!chosen) return null;
  const said = (report.statements ?? []).filter((one) => one.code !== 'HUMAN_REVIEW');
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('applications.rules_of', { title: chosen.title })),
    report.trouble
      ? notice('danger', report.trouble.message || t('state.problem'))
      : said.length === 0
      ? h('p', null, t('applications.no_rule'))
      : h(
          'ul',
          null,
          said.map((one) => h('li', { lang: one.language === language ? null : one.language }, own(one.text))),
        ),
    review({ chosen, reviews }, context),
  );
}

export function view(data, context) {
  const { found } = data;
  context.follow(`account.${context.account.id}`, (event) => {
    if (event?.event === 'candidacy.changed') context.reload();
  });
  return [
    h('h1', null, t('applications.title')),
    h('p', { class: 'lead' }, t('applications.lead')),
    h('p', { class: 'actions' }, h('a', { class: 'button', href: '/join' }, t('join.title'))),
    found.some((one) => one.status === 'hired') && notice('good', t('applications.offer')),
    found.length === 0
      ? empty(t('applications.none'))
      : table({
          caption: t('applications.title'),
          rows: found,
          columns: [
            { key: 'title', label: t('word.title') },
            { key: 'position', label: t('word.position') },
            { key: 'vessel', label: t('word.vessel') },
            { key: 'employer', label: t('applications.employer') },
            {
              key: 'status',
              label: t('word.state'),
              show: (row) => [
                code('candidacy_status', row.status),
                row.decided_at && h('span', { class: 'small muted pair-note' }, moment(row.decided_at)),
              ],
            },
            { key: 'applied_at', label: t('applications.applied'), show: (row) => moment(row.applied_at) },
            { key: 'campaign', label: t('table.actions'), show: (row) => acts(row, context) },
          ],
        }),
    rules(data, context),
  ];
}
