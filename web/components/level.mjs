// How far something has moved, as a word on a badge.
import { h } from '/app/dom.mjs';
import { code } from '/app/i18n.mjs';

export const level = (value) =>
  h(
    'span',
    { class: `badge ${{ major: 'danger', moderate: 'concern', none: 'good' }[value] ?? ''}` },
    code('drift_level', value ?? 'unknown'),
  );
