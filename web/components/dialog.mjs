// A question before what cannot be undone, with the reason where one is kept.
import { h, id } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { field, form } from '/components/form.mjs';

/**
 * Asks; fields: as form.mjs describes them; act(values) is done when it is confirmed, and what it throws is shown in the dialog.
 * @returns whether it was done
 */
export function ask({ title, text, action, fields = [], act }) {
  return new Promise((resolve) => {
    const name = id('dialog');
    let done = false;
    const box = h(
      'dialog',
      {
        'aria-labelledby': name,
        on: {
          close: () => {
            box.remove();
            resolve(done);
          },
        },
      },
      h('h2', { id: name }, title),
      h('p', null, text),
      form({
        fields: fields.map(field),
        action,
        submit: async (values, key) => {
          await act(values, key);
          done = true;
          box.close();
        },
        extra: h('button', { type: 'button', on: { click: () => box.close() } }, t('dialog.cancel')),
      }),
    );
    document.body.append(box);
    box.showModal();
  });
}
