// A message in the page: kind note, good, concern or danger; told by a word and a shape, not by colour alone.
import { h } from '../app/dom.mjs';
import { t } from '../app/i18n.mjs';

export const notice = (kind, ...content) => h('div', { class: `notice ${kind}`, role: kind === 'danger' ? 'alert' : null },
  h('strong', null, t(`notice.${kind}`)), ' ', content);
