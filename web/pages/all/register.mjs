import { client } from '/app/session.mjs';
import { h } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { field, form } from '/components/form.mjs';
import { notice } from '/components/state.mjs';

export const title = () => t('register.title');
export function view(data, context) {
  const place = h('div', { role: 'status' });
  return [
    h('h1', null, t('register.title')),
    place,
    form({
      narrow: true,
      action: t('register.action'),
      fields: [
        field({ name: 'full_name', label: t('register.full_name'), autocomplete: 'name', required: true }),
        field({ name: 'email', label: t('sign_in.email'), type: 'email', autocomplete: 'username', required: true }),
        field({
          name: 'password',
          label: t('sign_in.password'),
          hint: t('register.password_hint'),
          type: 'password',
          autocomplete: 'new-password',
          minlength: 8,
          required: true,
        }),
        field({
          name: 'organization',
          label: t('register.organization'),
          hint: t('register.organization_hint'),
          autocomplete: 'organization',
        }),
      ],
      submit: async ({ organization, ...person }) => {
        const account = await client.register(organization ? { ...person, organization } : person);
        if (account === null) {
          place.replaceChildren(notice('note', t('register.verify')));
          return;
        }
        history.replaceState(null, '', '/');
        await context.signedIn();
      },
    }),
    h('p', null, h('a', { href: '/' }, t('register.have'))),
  ];
}
