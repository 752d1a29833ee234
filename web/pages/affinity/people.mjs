// People whom one may meet: a photo and a name each; one says yes or no, and nobody is told.
import { read, rows, view as api, write } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { moment, t } from '/app/i18n.mjs';
import { why } from '/components/card.mjs';
import { liveConsents, meetingLinks, needsConsent, photo } from '/components/meeting.mjs';
import { empty, notice } from '/components/state.mjs';
import { table } from '/components/table.mjs';
import { acting } from '/components/tools.mjs';

const most = 20;
export async function load() {
  if (!(await liveConsents()).has('visual')) return { allowed: false };
  const [found, answers, blocks] = await Promise.all([
    read('discover', { most }),
    rows(api('answers').select('person, display_name, answer, answered_at').order('answered_at', { ascending: false }).limit(200)),
    rows(api('blocks').select('person, display_name, blocked_at').order('blocked_at', { ascending: false }).limit(200)),
  ]);
  return { allowed: true, found, answers, blocks };
}
export const title = () => t('people.title');

function person(row, said, told, context) {
  const name = row.display_name;
  const item = h('li', { class: 'card' });
  const done = (text) => {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    said(text);
    if (next) next.querySelector('button').focus();
    else context.reload();
  };
  const answer = (one) => async () => {
    await write('want_to_meet', { person: row.person, answer: one });
    done(t(`people.said_${one}`, { name }));
  };
  const block = () =>
    context.ask({
      title: t('people.block_of', { name }),
      text: t('people.block_why'),
      action: t('people.block'),
      act: async () => {
        await write('block', { person: row.person });
        done(t('people.blocked', { name }));
      },
    });
  item.append(
    photo(row.photo, t('people.photo_of', { name })),
    h('h2', null, own(name)),
    h(
      'p',
      { class: 'actions' },
      acting(t('people.yes'), answer('yes'), told, { class: 'primary', 'aria-label': t('people.yes_of', { name }) }),
      acting(t('people.no'), answer('no'), told, { 'aria-label': t('people.no_of', { name }) }),
      h(
        'button',
        { type: 'button', class: 'danger', 'aria-label': t('people.block_of', { name }), on: { click: block } },
        t('people.block'),
      ),
    ),
  );
  return item;
}

/** What one has said about others, each answer to be corrected, and whom one has blocked. */
function said({ answers, blocks }, told, context) {
  const name = { key: 'display_name', label: t('people.name'), show: (row) => own(row.display_name) };
  const other = { yes: 'no', no: 'yes' };
  const correct = (row) =>
    acting(
      t(`people.${other[row.answer]}`),
      async () => {
        await write('want_to_meet', { person: row.person, answer: other[row.answer] });
        await context.done(t(`people.said_${other[row.answer]}`, { name: row.display_name }));
      },
      told,
      { 'aria-label': t(`people.${other[row.answer]}_of`, { name: row.display_name }) },
    );
  const unblock = (row) =>
    acting(
      t('people.unblock'),
      async () => {
        await write('block', { person: row.person, blocked: false });
        await context.done(t('people.unblocked', { name: row.display_name }));
      },
      told,
      { 'aria-label': t('people.unblock_of', { name: row.display_name }) },
    );
  return [
    answers.length > 0 &&
      table({
        caption: t('people.answers'),
        rows: answers,
        columns: [
          name,
          { key: 'answer', label: t('people.answer'), value: (row) => t(`people.${row.answer}`) },
          { key: 'answered_at', label: t('people.when'), show: (row) => moment(row.answered_at) },
          { key: 'person', label: t('people.correct'), show: correct },
        ],
      }),
    blocks.length > 0 &&
      table({
        caption: t('people.blocks'),
        rows: blocks,
        columns: [
          name,
          { key: 'blocked_at', label: t('people.when'), show: (row) => moment(row.blocked_at) },
          { key: 'person', label: t('people.unblock'), show: unblock },
        ],
      }),
  ];
}

export function view({ allowed, found, answers, blocks }, context) {
  const head = [h('h1', null, t('people.title')), h('p', { class: 'lead' }, t('people.lead')), meetingLinks()];
  if (!allowed) return [head, needsConsent('visual')];
  const told = h('div', { role: 'status' });
  const tell = (text) => {
    told.replaceChildren(notice('good', text));
  };
  return [
    head,
    told,
    found.length === 0
      ? empty(t('people.none'), h('p', null, h('a', { href: '/meeting/about' }, t('about.title'))))
      : [
          h('p', null, t('people.some', { n: found.length })),
          h(
            'ul',
            { class: 'photos' },
            found.map((row) => person(row, tell, told, context)),
          ),
        ],
    said({ answers, blocks }, told, context),
    why(['why.definition', t('people.definition')], ['why.limits', t('people.limits')]),
  ];
}
