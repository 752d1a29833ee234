// A forgotten password: asked for by address, set with the code of the mail.
import { h } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { write } from '/app/api.mjs';
import { field, form } from '/components/form.mjs';
import { notice } from '/components/state.mjs';

export const title = () => t('reset.title');
export function view() {
  const told = h('div', { role: 'status' });
  const sent = field({ name: 'email', label: t('sign_in.email'), type: 'email', autocomplete: 'username', required: true });
  return [
    h('h1', null, t('reset.title')),
    told,
    h('h2', null, t('reset.ask')),
    form({
      narrow: true,
      action: t('reset.ask_action'),
      fields: [sent],
      name: t('reset.ask'),
      submit: async ({ email }) => {
        await write('request_password_reset', { email });
        told.replaceChildren(notice('note', t('reset.sent')));
      },
    }),
    h('h2', null, t('reset.set')),
    form({
      narrow: true,
      action: t('reset.set_action'),
      name: t('reset.set'),
      fields: [
        field({ name: 'token', label: t('reset.token'), hint: t('reset.token_hint'), autocomplete: 'one-time-code', required: true }),
        field({
          name: 'new_password',
          label: t('reset.new_password'),
          hint: t('register.password_hint'),
          type: 'password',
          autocomplete: 'new-password',
          minlength: 8,
          required: true,
        }),
      ],
      submit: async (values) => {
        await write('reset_password', values);
        told.replaceChildren(notice('good', t('reset.done'), ' ', h('a', { href: '/' }, t('shell.sign_in'))));
      },
    }),
  ];
}
