// One's own account: who one is, where one is signed in, the password, the language, what is kept, and how to have it erased.
import { h, own } from '/app/dom.mjs';
import { choose, code, language, languages, moment, nodes, t, zone } from '/app/i18n.mjs';
import { change, post, rows, saveBlob, view as api, write } from '/app/api.mjs';
import { client } from '/app/session.mjs';
import { field, form } from '/components/form.mjs';
import { table } from '/components/table.mjs';
import { notice } from '/components/state.mjs';

export async function load() {
  const [[me], sessions] = await Promise.all([
    rows(api('me').select('*')),
    rows(api('sessions').select('*').order('last_used_at', { ascending: false })),
  ]);
  return { me, sessions };
}
export const title = () => t('account.title');

function person(me, context, told) {
  return form({
    action: t('account.save'),
    name: t('account.person'),
    fields: [
      field({ name: 'full_name', label: t('register.full_name'), value: me.full_name, autocomplete: 'name' }),
      field({ name: 'phone', label: t('account.phone'), type: 'tel', value: me.phone, autocomplete: 'tel' }),
      field({ name: 'location', label: t('account.location'), value: me.location, autocomplete: 'address-level2' }),
    ],
    submit: async ({ full_name: name, phone, location }) => {
      await change(
        api('me')
          .update({ full_name: name, phone: phone || null, location: location || null })
          .eq('id', me.id),
      );
      told.replaceChildren(notice('good', t('account.saved')));
    },
  });
}

function password(email, told) {
  const fields = [
    // For password managers, which keep a password with a name.
    field({ name: 'username', label: t('sign_in.email'), value: email, autocomplete: 'username', readonly: true }),
    field({
      name: 'current_password',
      label: t('account.current_password'),
      type: 'password',
      autocomplete: 'current-password',
      required: true,
    }),
    field({
      name: 'new_password',
      label: t('reset.new_password'),
      hint: t('register.password_hint'),
      type: 'password',
      autocomplete: 'new-password',
      minlength: 8,
      required: true,
    }),
  ];
  return form({
    action: t('account.change_password'),
    fields,
    narrow: true,
    name: t('account.password'),
    submit: async ({ username, ...values }) => {
      await write('change_password', values);
      for (const one of fields.slice(1)) one.control.value = '';
      told.replaceChildren(notice('good', t('account.password_changed')));
    },
  });
}

/** A browser's name for itself in short: which, and on what. */
function browser(agent) {
  const which = /(Firefox|Edg|OPR|Chrome|Safari)\/(\d+)/.exec(agent ?? '');
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent ?? '');
  return which ? `${{ Edg: 'Edge', OPR: 'Opera' }[which[1]] ?? which[1]} ${which[2]}${system ? `, ${system[1]}` : ''}` : agent ?? '–';
}

function sessions(found, context) {
  const end = (row) =>
    row.is_current
      ? h('span', { class: 'badge good' }, t('account.this_one'))
      : h(
          'button',
          {
            type: 'button',
            'aria-label': t('account.end_of', { session: browser(row.user_agent) }),
            on: {
              click: async () => {
                await write('revoke_session', { session: row.id });
                await context.done(t('account.ended'));
              },
            },
          },
          t('account.end'),
        );
  return table({
    caption: t('account.sessions'),
    rows: found,
    columns: [
      { key: 'user_agent', label: t('account.browser'), show: (row) => own(browser(row.user_agent)) },
      { key: 'address', label: t('account.address') },
      { key: 'created_at', label: t('account.since'), show: (row) => moment(row.created_at) },
      { key: 'last_used_at', label: t('account.last_used'), show: (row) => moment(row.last_used_at) },
      { key: 'is_current', label: t('account.state'), show: end },
    ],
  });
}

async function leave(everywhere, context) {
  await client.signOut({ everywhere });
  context.go('/');
  location.reload();
}

export function view({ me, sessions: found }, context) {
  const told = h('div', { role: 'status' });
  const saveData = async () =>
    saveBlob(new Blob([JSON.stringify(await post('export_my_data'), null, 2)], { type: 'application/json' }), 'my-data.json');
  const erase = () =>
    context.ask({
      title: t('account.erase'),
      text: t('account.erase_why'),
      action: t('account.erase_action'),
      fields: [
        { name: 'username', label: t('sign_in.email'), value: me.email, autocomplete: 'username', readonly: true },
        { name: 'password', label: t('sign_in.password'), type: 'password', autocomplete: 'current-password', required: true },
      ],
      act: async ({ password: given }) => {
        const { due_at: due } = await write('erase_me', { password: given });
        told.replaceChildren(
          notice(
            'concern',
            t('account.erase_due', { moment: moment(due) }),
            ' ',
            h(
              'button',
              {
                type: 'button',
                on: {
                  click: async () => {
                    await write('cancel_erasure');
                    told.replaceChildren(notice('good', t('account.erase_cancelled')));
                  },
                },
              },
              t('account.erase_cancel'),
            ),
          ),
        );
      },
    });
  const chosen = field({
    name: 'language',
    label: t('account.language'),
    value: language,
    options: languages.map((name) => [name, t(`language.${name}`)]),
  });
  chosen.control.addEventListener('change', () => choose(chosen.control.value));
  return [
    h('h1', null, t('account.title')),
    h(
      'p',
      { class: 'lead' },
      nodes('account.who', { email: own(me.email) }),
      ' ',
      me.is_verified ? t('account.verified') : [t('account.not_verified'), ' ', h('a', { href: '/verify-email' }, t('verify.action'))],
    ),
    told,
    me.organizations.length > 0 &&
      h(
        'ul',
        null,
        me.organizations.map((one) => h('li', null, own(one.name), ' · ', code('organization_role', one.role))),
      ),
    me.roles.length > 0 && h('p', null, t('account.roles', { roles: me.roles.map((role) => code('role', role)).join(', ') })),
    h('h2', null, t('account.person')),
    person(me, context, told),
    h('h2', null, t('account.language')),
    chosen,
    h('p', { class: 'muted small' }, t('account.zone', { zone: zone() })),
    sessions(found, context),
    h('p', { class: 'actions' }, h('button', { type: 'button', on: { click: () => leave(true, context) } }, t('account.leave_everywhere'))),
    h('h2', null, t('account.password')),
    password(me.email, told),
    h('h2', null, t('account.data')),
    h('p', null, t('account.data_why')),
    h(
      'p',
      { class: 'actions' },
      h('button', { type: 'button', on: { click: saveData } }, t('account.export')),
      h('button', { type: 'button', class: 'danger', on: { click: erase } }, t('account.erase')),
    ),
  ];
}
