// What stands where data would: loading, empty, refused, away. Each says why, and what to do next; never "no data".
import { h } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';

/** The shape of a page, of the final height, while it loads. */
export const loading = () =>
  h(
    'div',
    { class: 'skeleton' },
    h('p', { class: 'visually-hidden' }, t('state.loading')),
    h('div', { class: 'bone title' }),
    h('div', { class: 'bone line' }),
    h('div', { class: 'bone block' }),
    h('div', { class: 'bone block' }),
  );

/** Nothing is there: why, and the next step (nodes). */
export const empty = (why, ...next) => h('div', { class: 'state' }, h('p', null, why), next);

/** Fewer than five people: never how many are missing. */
export const smallGroup = () => h('p', { class: 'state' }, t('state.small_group'));

export const missing = () => [
  h('h1', null, t('state.missing')),
  h('p', null, t('state.missing_why')),
  h('p', null, h('a', { href: '/' }, t('state.home'))),
];

/** What was refused, in a line: the server's word, or that it is away. */
export const refusal = (trouble) =>
  trouble.status === 0 || !trouble.message
    ? [t('state.offline')]
    : [h('bdi', null, trouble.message), trouble.hint && [' ', h('bdi', null, trouble.hint)]];

/** A refusal, by what it was. @returns {Node[]} */
export function problem(trouble, again = null) {
  const status = trouble?.status;
  const [title, why] =
    status === undefined
      ? ['state.problem', 'state.problem_why']
      : status === 0 || status === 503 || status === 502
      ? ['state.offline', 'state.offline_why']
      : status === 403 || status === 401
      ? ['state.refused', 'state.refused_why']
      : status === 404
      ? ['state.missing', 'state.missing_why']
      : status === 429
      ? ['state.often', 'state.often_why']
      : status >= 400 && status < 500
      ? ['state.invalid', 'state.invalid_why']
      : ['state.problem', 'state.problem_why'];
  // What an address asks for that cannot be is refused again: without its filters it may be shown.
  const invalid = title === 'state.invalid';
  const told = status !== undefined && ![0, 502, 503, 401].includes(status) && trouble.message && !trouble.message.startsWith('status ');
  return [
    h('h1', null, t(title)),
    h('p', null, t(why)),
    told && h('p', { class: 'quoted' }, h('bdi', null, trouble.message), trouble.hint && [' ', h('bdi', null, trouble.hint)]),
    invalid && location.search !== '' && h('p', null, h('a', { href: location.pathname }, t('state.unfiltered'))),
    again &&
      !invalid &&
      ![403, 404].includes(status) &&
      h('p', null, h('button', { type: 'button', id: 'again', on: { click: again } }, t('state.again'))),
    h('p', null, h('a', { href: '/' }, t('state.home'))),
  ].filter(Boolean);
}

/** A message in the page: kind note, good, concern or danger; told by a word and a shape, not by colour alone. */
export const notice = (kind, ...content) =>
  h('div', { class: `notice ${kind}`, role: kind === 'danger' ? 'alert' : null }, h('strong', null, t(`notice.${kind}`)), ' ', content);
