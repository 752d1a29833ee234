// Forms: a label, a hint and the error at each field, and a summary of the errors that takes the focus. What was entered stays.
import { h, id } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';

/**
 * A field: {name, label, hint, type, value, options: [[value, text]], required, …attributes}. Its node has .control, to read and mark.
 */
export function field({ name, label, hint, type = 'text', value, options, unit, ...attributes }) {
  const own = id(name);
  const hintId = hint && `${own}-hint`;
  const error = h('span', { class: 'error', id: `${own}-error`, hidden: true });
  const shared = { id: own, name, 'aria-describedby': [hintId, `${own}-error`].filter(Boolean).join(' '), ...attributes };
  const control = options
    ? h(
        'select',
        shared,
        options.map(([key, text]) => h('option', { value: key, selected: key === value }, text)),
      )
    : type === 'textarea'
    ? h('textarea', { rows: 4, ...shared, value: value ?? '' })
    : type === 'checkbox'
    ? h('input', { type, ...shared, checked: Boolean(value) })
    : h('input', { type, ...shared, value: value ?? null });
  const caption = h('label', { for: own }, label, unit && h('span', { class: 'unit' }, ` ${unit}`));
  const hinted = hint && h('span', { class: 'hint', id: hintId }, hint);
  const node =
    type === 'checkbox'
      ? h('div', { class: 'field check' }, control, caption, hinted, error)
      : h('div', { class: 'field' }, caption, hinted, control, error);
  return Object.assign(node, {
    control,
    label,
    fieldName: name,
    mark(text) {
      error.textContent = text ?? '';
      error.hidden = !text;
      if (text) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    },
  });
}

const read = ({ control }) =>
  control.type === 'checkbox'
    ? control.checked
    : control.type === 'number'
    ? control.value === ''
      ? null
      : Number(control.value)
    : control.type === 'file'
    ? control.files[0] ?? null
    : control.value;

/** The field that an error of the API names: its message says which argument, in quotes or as a word. */
function named(fields, trouble) {
  const text = `${trouble.message ?? ''} ${trouble.details ?? ''}`;
  return fields.find((one) => new RegExp(`(^|[^\\w])${one.fieldName}([^\\w]|$)`).test(text));
}

/**
 * @param fields nodes of field(), or groups of them under a legend {legend, fields}
 * @param submit async (values, key) → anything: what it throws is shown; key: an Idempotency-Key, new after each success
 */
export function form({ fields, action, submit, narrow = false, extra = null, name = null }) {
  const flat = fields.flatMap((one) => one.fields ?? one);
  const place = h('div', { class: 'summary-place' });
  const button = h('button', { type: 'submit', class: 'primary' }, action);
  let key = crypto.randomUUID();
  const shown = fields.map((one) =>
    one.fields
      ? h(
          'fieldset',
          null,
          h('legend', null, one.legend),
          one.hint && h('p', { class: 'muted small' }, one.hint),
          h('div', { class: 'fields' }, one.fields),
        )
      : one,
  );

  function summarize(problems) {
    for (const one of flat) one.mark(null);
    if (problems.length === 0) return place.replaceChildren();
    for (const { at, text } of problems) at?.mark(text);
    const summary = h(
      'div',
      { class: 'summary', tabindex: -1, role: 'alert' },
      h('h2', null, t('form.problems', { n: problems.length })),
      h(
        'ul',
        null,
        problems.map(({ at, text, hint }) =>
          h('li', null, at ? h('a', { href: `#${at.control.id}` }, at.label, ': ', text) : text, hint && [' ', hint]),
        ),
      ),
    );
    place.replaceChildren(summary);
    return summary.focus();
  }
  async function send(event) {
    event.preventDefault();
    const problems = flat.filter((one) => !one.control.validity.valid).map((one) => ({ at: one, text: one.control.validationMessage }));
    if (problems.length > 0) return summarize(problems);
    button.disabled = true;
    try {
      await submit(Object.fromEntries(flat.map((one) => [one.fieldName, read(one)])), key);
      key = crypto.randomUUID();
      summarize([]);
    } catch (trouble) {
      if (trouble.status === undefined) console.error(trouble);
      const text =
        trouble.status === 0
          ? t('state.offline')
          : trouble.status === 401 && trouble.message
          ? trouble.message
          : trouble.message || t('state.problem');
      summarize([{ at: trouble.at ?? named(flat, trouble), text, hint: trouble.hint }]);
    } finally {
      button.disabled = false;
    }
    return undefined;
  }
  return h(
    'form',
    { class: narrow ? 'form narrow' : 'form', novalidate: true, 'aria-label': name, on: { submit: send } },
    place,
    shown,
    h('p', { class: 'actions' }, button, extra),
  );
}
