// Where one begins: what this account can look at, in the groups of the navigation.
import { h, own } from '/app/dom.mjs';
import { code, list, t } from '/app/i18n.mjs';
import { routes } from '/app/routes.mjs';
import { organizations } from '/app/session.mjs';

export const title = () => t('home.title');
export function view(data, { account }) {
  const groups = new Map();
  for (const route of routes.filter((one) => one.nav && one.who())) groups.set(route.group, [...(groups.get(route.group) ?? []), route]);
  const member = organizations().map((one) => t('home.member', { organization: one.name, role: code('organization_role', one.role) }));
  return [
    h('h1', null, t('home.title')),
    h(
      'p',
      { class: 'lead' },
      t('home.welcome'),
      ' ',
      own(account.full_name || account.email),
      member.length > 0 && [' · ', own(list(member))],
    ),
    h(
      'div',
      { class: 'grid' },
      [...groups].map(([name, entries]) =>
        h(
          'section',
          { class: 'card' },
          h('h2', null, t(name)),
          h(
            'ul',
            null,
            entries.map((route) =>
              h(
                'li',
                null,
                h('a', { href: route.path }, t(route.nav)),
                h('br'),
                h('span', { class: 'muted small' }, t(`${route.nav}.about`)),
              ),
            ),
          ),
        ),
      ),
    ),
  ];
}
