import { h } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { write } from '/app/api.mjs';
import { field, form } from '/components/form.mjs';
import { notice } from '/components/state.mjs';

export const title = () => t('verify.title');
export function view(data, { account }) {
  const told = h('div', { role: 'status' });
  return [
    h('h1', null, t('verify.title')),
    told,
    form({
      narrow: true,
      action: t('verify.action'),
      fields: [
        field({ name: 'token', label: t('reset.token'), hint: t('reset.token_hint'), autocomplete: 'one-time-code', required: true }),
      ],
      submit: async (values) => {
        await write('verify_email', values);
        told.replaceChildren(notice('good', t('verify.done')));
      },
    }),
    account &&
      h(
        'p',
        null,
        h(
          'button',
          {
            type: 'button',
            on: {
              click: async () => {
                await write('request_email_verification');
                told.replaceChildren(notice('note', t('reset.sent')));
              },
            },
          },
          t('verify.ask'),
        ),
      ),
  ];
}
