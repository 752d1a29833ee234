// A word to look for, above a table: it stands in the address, so that a link shows the same.
import { quoted } from '/app/api.mjs';
import { h } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { field } from '/components/form.mjs';

export function search(context, { name = 'q', label, hint }) {
  const one = field({ name, label, hint, type: 'search', value: context.query.get(name) ?? '', maxlength: 200 });
  one.control.id = `search-${name}`;
  one.querySelector('label').htmlFor = one.control.id;
  return h(
    'form',
    {
      class: 'filters',
      role: 'search',
      'aria-label': label,
      on: {
        submit: (event) => {
          event.preventDefault();
          context.set({ [name]: one.control.value.trim() });
        },
      },
    },
    one,
    h('button', { type: 'submit', id: `search-${name}-go` }, t('search.go')),
  );
}
/** The condition that a column holds the word, whatever else it holds: an argument of or(). */
export const holds = (columns, word) => columns.map((column) => `${column}.ilike.${quoted(`*${word.replaceAll('*', '')}*`)}`).join(',');
