// A value with its interval on a scale that all rows share: a bar from low to high, a tick at the value, and the same in figures.
import { h, svg } from '../app/dom.mjs';
import { range } from '../app/format.mjs';

/** low, high: null where there is none. scale: [least, most]; what lies beyond is cut at its end. */
export function interval({ value, low, high, scale = [0, 100], digits = 0 }) {
  if (value === null || value === undefined) return '–';
  const place = (x) => Math.min(100, Math.max(0, ((x - scale[0]) / (scale[1] - scale[0])) * 100));
  const bar = low !== null && low !== undefined;
  return [
    svg('svg', { class: 'interval', viewBox: '0 0 100 20', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
      svg('path', { class: 'scale', d: 'M0 10H100', 'vector-effect': 'non-scaling-stroke' }),
      bar && svg('rect', { class: 'bar', x: place(low), y: 7, width: Math.max(0.5, place(high) - place(low)), height: 6 }),
      svg('rect', { class: 'tick', x: place(value) - 0.75, y: 2, width: 1.5, height: 16 })),
    h('span', { class: 'interval-text' }, range(value, low, high, digits)),
  ];
}
