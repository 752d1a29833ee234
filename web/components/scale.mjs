// One choice of a row of them, such as 1 to 10: by mouse, by arrow keys, by Tab. Its node serves a form as field() does.
import { h, id } from '/app/dom.mjs';

/** options: [[value, text]]; low, high: what the ends mean; inline: side by side. The node's control has the value chosen, '' for none. */
export function scale({ name, label, hint, options, value, low, high, inline = true }) {
  const own = id(name);
  const error = h('span', { class: 'error', id: `${own}-error`, hidden: true });
  const boxes = options.map(([key]) =>
    h('input', { type: 'radio', name: own, id: `${own}-${key}`, value: String(key), checked: String(key) === String(value) }),
  );
  const choices = h(
    'div',
    { class: inline ? 'choices inline' : 'choices' },
    options.map(([key, text], i) => h('label', { class: 'choice', for: `${own}-${key}` }, boxes[i], h('span', null, text))),
  );
  const ends = (low || high) && h('p', { class: 'ends small muted' }, h('span', null, low), h('span', null, high));
  const node = h(
    'fieldset',
    { id: own, tabindex: -1, class: 'choosing', 'aria-describedby': `${own}-error` },
    h('legend', null, label),
    hint && h('p', { class: 'muted small' }, hint),
    h('div', { class: 'fitted' }, choices, ends),
    error,
  );
  const control = {
    id: own,
    type: 'choice',
    validity: { valid: true },
    get value() {
      return boxes.find((box) => box.checked)?.value ?? '';
    },
    set value(to) {
      for (const box of boxes) box.checked = box.value === String(to);
    },
  };
  return Object.assign(node, {
    control,
    boxes,
    label,
    fieldName: name,
    mark(text) {
      error.textContent = text ?? '';
      error.hidden = !text;
    },
  });
}
