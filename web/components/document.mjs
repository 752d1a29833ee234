// A document of the API that has no form of its own, such as what a job gave: its members as text, folded where they are many.
import { h, own } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';

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
