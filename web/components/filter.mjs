// Filters above a table: what they say stands in the address, so that a link shows the same.
import { h } from '../app/dom.mjs';
import { t } from '../app/i18n.mjs';
import { field } from './form.mjs';

/** filters: [{name, label, options: [[value, text]], none}]; the first option is none of them, unless none is false. */
export function filter(context, filters) {
  const fields = filters.map(({ name, label, options, none = true }) => {
    const one = field({ name, label, options: none ? [['', t('filter.all')], ...options] : options, value: context.query.get(name) ?? '', id: `filter-${name}` });
    one.querySelector('label').htmlFor = `filter-${name}`;
    one.control.addEventListener('change', () => context.set({ [name]: one.control.value }));
    return one;
  });
  return h('form', { class: 'filters', 'aria-label': t('filter.name'), on: { submit: (event) => event.preventDefault() } }, fields);
}
