// Pages that belong together, as links above each of them.
import { h } from '/app/dom.mjs';

/** entries: [[address, text]]; the one that is shown is marked. */
export const links = (label, entries) =>
  h(
    'nav',
    { class: 'links', 'aria-label': label },
    h(
      'ul',
      null,
      entries.map(([href, text]) => h('li', null, h('a', { href, 'aria-current': location.pathname === href ? 'page' : null }, text))),
    ),
  );
