// People whom one may meet: a photo and a name each; one says yes or no, and nobody is told.
import { read, write } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { why } from '/components/card.mjs';
import { liveConsents, meetingLinks, needsConsent, photo } from '/components/meeting.mjs';
import { empty, notice } from '/components/state.mjs';
import { acting } from '/components/tools.mjs';

const most = 20;
export async function load() {
  if (!(await liveConsents()).has('visual')) return { allowed: false };
  return { allowed: true, found: await read('discover', { most }) };
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

export function view({ allowed, found }, context) {
  const head = [h('h1', null, t('people.title')), h('p', { class: 'lead' }, t('people.lead')), meetingLinks()];
  if (!allowed) return [head, needsConsent('visual')];
  const told = h('div', { role: 'status' });
  const said = (text) => {
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
            found.map((row) => person(row, said, told, context)),
          ),
        ],
    why(['why.definition', t('people.definition')], ['why.limits', t('people.limits')]),
  ];
}
