// Small parts of pages of administration and the like: search, time of the data, documents of the API, levels, buttons that act at once.
import { quoted, rows, view } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { code, moment, t } from '/app/i18n.mjs';
import { notice } from '/components/state.mjs';

// A word to look for, above a table: it stands in the address, so that a link shows the same.
export function search(context, { name = 'q', label, hint }) {
  const [own_, about] = [`search-${name}`, `search-${name}-hint`];
  const control = h('input', {
    id: own_,
    name,
    type: 'search',
    maxlength: 200,
    value: context.query.get(name) ?? '',
    'aria-describedby': hint ? about : null,
  });
  const submit = (event) => {
    event.preventDefault();
    context.set({ [name]: control.value.trim() });
  };
  return h(
    'form',
    { class: 'filters', role: 'search', 'aria-label': label, on: { submit } },
    h('div', { class: 'field' }, h('label', { for: own_ }, label), hint && h('span', { class: 'hint', id: about }, hint), control),
    h('button', { type: 'submit', id: `${own_}-go` }, t('search.go')),
  );
}
/** The condition that a column holds the word, whatever else it holds: an argument of or(). */
export const holds = (columns, word) => columns.map((column) => `${column}.ilike.${quoted(`*${word.replaceAll('*', '')}*`)}`).join(',');

// Of when the data of a page is, with a way to have it anew: what stands on the screen grows old.
export const asOf = (context, at = new Date()) =>
  h(
    'p',
    { class: 'actions small muted' },
    h('span', null, t('as_of.time', { moment: moment(at) })),
    h(
      'button',
      {
        type: 'button',
        id: 'refresh',
        on: {
          click: async () => {
            await context.reload();
            context.announce(t('as_of.done'));
          },
        },
      },
      t('as_of.refresh'),
    ),
  );

// A document of the API that has no form of its own, such as what a job gave: its members as text, folded where they are many.
const words = (value) => (value === null ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** One line where it is short, else folded. name: what it is of, for those who hear the summary alone. */
export function document_(value, name) {
  if (value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)) return '–';
  if (typeof value !== 'object' || Array.isArray(value)) return own(words(value));
  const members = Object.entries(value);
  if (members.length <= 2 && JSON.stringify(value).length <= 80)
    return own(members.map(([key, one]) => `${key}: ${words(one)}`).join(', '));
  return h(
    'details',
    null,
    h('summary', { 'aria-label': t('document.of', { n: members.length, name }) }, t('document.members', { n: members.length })),
    h(
      'dl',
      { class: 'members' },
      members.map(([key, one]) => [h('dt', null, own(key)), h('dd', null, own(words(one)))]),
    ),
  );
}

// How far something has moved, as a word on a badge.
export const level = (value) =>
  h(
    'span',
    { class: `badge ${{ major: 'danger', moderate: 'concern', none: 'good' }[value] ?? ''}` },
    code('drift_level', value ?? 'unknown'),
  );

// A button that does something at once: while it is under way it cannot be pressed again, and what is refused is told beside it.
/** told: the node where a refusal is told. Other attributes go to the button. */
export function acting(text, act, told, attributes = {}) {
  const button = h('button', { type: 'button', ...attributes, on: { click } }, text);
  async function click() {
    button.disabled = true;
    told.replaceChildren();
    try {
      await act();
    } catch (trouble) {
      if (trouble.status === undefined) console.error(trouble);
      told.replaceChildren(
        notice(
          'danger',
          trouble.status === 0
            ? t('state.offline')
            : [own(trouble.message || t('state.problem')), trouble.hint && [' ', own(trouble.hint)]],
        ),
      );
    } finally {
      button.disabled = false;
    }
  }
  return button;
}

// The addresses of accounts by their ids, for administrators: others are told none.
const together = 50; // An address that is longer than a page of memory is refused on the way.
/** @returns {Promise<Map<string, string>>} */
export async function emails(ids) {
  const wanted = [...new Set(ids.filter(Boolean))];
  const parts = [];
  for (let i = 0; i < wanted.length; i += together)
    parts.push(
      rows(
        view('accounts')
          .select('id, email')
          .in('id', wanted.slice(i, i + together)),
      ),
    );
  return new Map((await Promise.all(parts)).flat().map((one) => [one.id, one.email]));
}
