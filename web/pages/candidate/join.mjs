// An invitation or a boarding pass: where it leads, before one applies or goes aboard. Its token stands behind the #, which no server sees.
import { h, own } from '/app/dom.mjs';
import { moment, t } from '/app/i18n.mjs';
import { post, write } from '/app/api.mjs';
import { facts } from '/components/card.mjs';
import { field, form } from '/components/form.mjs';

const tokenOf = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
};

export async function load() {
  const token = tokenOf();
  if (!token) return { token };
  return { token, invitation: await post('resolve', { token }) };
}
export const title = () => t('join.title');

function act({ token, invitation }, context) {
  const boarding = invitation.kind === 'boarding';
  if (!context.account)
    return h(
      'p',
      { class: 'actions' },
      h('a', { class: 'button primary', href: `/join/sign-in#${encodeURIComponent(token)}` }, t('join.sign_in')),
    );
  const go = () =>
    context.ask({
      title: t(boarding ? 'join.board' : 'join.apply'),
      text: t(boarding ? 'join.board_why' : 'join.apply_why', { vessel: invitation.vessel, position: invitation.position }),
      action: t(boarding ? 'join.board' : 'join.apply'),
      act: async (values, key) => {
        if (boarding) await write('board', { token });
        else await write('apply', { token }, key);
        await context.go(boarding ? '/today' : '/applications');
      },
    });
  return h(
    'p',
    { class: 'actions' },
    h('button', { type: 'button', class: 'primary', on: { click: go } }, t(boarding ? 'join.board' : 'join.apply')),
  );
}

export function view(data, context) {
  const { token, invitation } = data;
  return [
    h('h1', null, t('join.title')),
    invitation
      ? [
          h('p', { class: 'lead' }, t(invitation.kind === 'boarding' ? 'join.pass' : 'join.invite', { employer: invitation.employer })),
          facts(
            [t('word.position'), own(invitation.position), invitation.title && own(invitation.title)],
            [t('word.vessel'), own(invitation.vessel)],
            [t('applications.employer'), own(invitation.employer)],
            [t('join.until'), moment(invitation.expires_at)],
          ),
          h('p', null, t(invitation.kind === 'boarding' ? 'join.pass_means' : 'join.invite_means')),
          act(data, context),
        ]
      : h('p', { class: 'lead' }, t('join.lead')),
    h('h2', null, t(token ? 'join.other' : 'join.enter')),
    form({
      narrow: true,
      action: t('join.look'),
      name: t('join.enter'),
      fields: [
        field({
          name: 'token',
          label: t('join.token'),
          hint: t('join.token_hint'),
          required: true,
          autocomplete: 'off',
          spellcheck: 'false',
        }),
      ],
      submit: async ({ token: given }) => {
        const found = given.trim().replace(/^.*#/, '');
        await post('resolve', { token: found });
        await context.go(`${location.pathname}#${encodeURIComponent(found)}`, { replace: true });
      },
    }),
  ];
}
