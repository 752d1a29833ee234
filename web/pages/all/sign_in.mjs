// In place of a page that is for those who are signed in; afterwards it is shown, at the same address.
import { client } from '/app/session.mjs';
import { h } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { field, form } from '/components/form.mjs';

export const title = () => t('sign_in.title');
export const view = (data, context) => [
  h('h1', null, t('sign_in.title')),
  form({
    narrow: true,
    action: t('sign_in.action'),
    fields: [
      field({ name: 'email', label: t('sign_in.email'), type: 'email', autocomplete: 'username', required: true }),
      field({ name: 'password', label: t('sign_in.password'), type: 'password', autocomplete: 'current-password', required: true }),
    ],
    submit: async ({ email, password }) => {
      await client.signIn(email, password);
      await context.signedIn();
    },
  }),
  h('p', null, h('a', { href: '/reset-password' }, t('sign_in.forgotten'))),
  h('p', null, h('a', { href: '/register' }, t('sign_in.register'))),
];
