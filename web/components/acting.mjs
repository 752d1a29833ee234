// A button that does something at once: while it is under way it cannot be pressed again, and what is refused is told beside it.
import { h, own } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { notice } from '/components/state.mjs';

/** told: the node where a refusal is told. Other attributes go to the button. */
export function acting(text, act, told, attributes = {}) {
  const button = h('button', { type: 'button', ...attributes, on: { click } }, text);
  async function click() {
    button.disabled = true;
    told.replaceChildren();
    try {
      await act();
    } catch (trouble) {
      if (trouble.status === undefined) console.error(trouble);
      told.replaceChildren(
        notice(
          'danger',
          trouble.status === 0
            ? t('state.offline')
            : [own(trouble.message || t('state.problem')), trouble.hint && [' ', own(trouble.hint)]],
        ),
      );
    } finally {
      button.disabled = false;
    }
  }
  return button;
}
