// A question answered on a scale of whole numbers: radio buttons under a legend, its ends in words.
import { h, id } from '/app/dom.mjs';

/** {name, legend (text or nodes), least, most, low, high: words of the ends, value}. Its node has .chosen(): the number, or null. */
export function scale({ name, legend, least, most, low, high, value = null }) {
  const group = id(name);
  const radios = Array.from({ length: most - least + 1 }, (_, i) => {
    const own = `${group}-${i}`;
    const input = h('input', { type: 'radio', id: own, name: group, value: String(least + i), checked: value === least + i });
    return h('label', { class: 'point', for: own }, input, h('span', null, String(least + i)));
  });
  const node = h(
    'fieldset',
    { class: 'scale' },
    h('legend', null, legend),
    h('div', { class: 'points' }, radios),
    h('div', { class: 'ends' }, h('span', null, low), h('span', null, high)),
  );
  return Object.assign(node, {
    chosen: () => {
      const one = node.querySelector('input:checked');
      return one ? Number(one.value) : null;
    },
  });
}
