// The shell: which page an address is, its title, where the focus goes, what is shown while it loads and where it is refused.
import { HarmonyError, account, client, onChange, remembered } from '/app/session.mjs';
import { h, link } from '/app/dom.mjs';
import { loadArea, loadMessages, t } from '/app/i18n.mjs';
import { match, routes } from '/app/routes.mjs';
import { loading, missing, notice, problem, refusal } from '/components/state.mjs';

const main = document.getElementById('main');
const nav = document.getElementById('nav');
const head = document.getElementById('head');
const live = document.getElementById('live');
let turn = 0;
let current = null; // {path, route, controller}

/** Tells it to those who do not see it. */
const announce = (text) => {
  live.textContent = '';
  setTimeout(() => {
    live.textContent = text;
  }, 50);
};
const titled = (title) => {
  document.title = title ? `${title} · ${t('shell.name')}` : t('shell.name');
};

export function go(address, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  return show();
}

/** What a page is given besides its data. */
function contextOf(found, controller) {
  const query = new URLSearchParams(location.search);
  return {
    ...found,
    query,
    account: account(),
    signal: controller.signal,
    announce,
    go,
    /** Changes what the address says, such as filters, and shows the page anew; null takes it away. */
    set(changes) {
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === '') query.delete(name);
        else query.set(name, value);
      }
      const asked = query.toString();
      return go(`${location.pathname}${asked && `?${asked}`}`, { replace: true });
    },
    reload: () => show({ again: true }),
    /** Says what has been done, and shows the page anew. */
    done: (text) => {
      announce(text);
      return show({ again: true });
    },
    /** A question in a dialog: components/dialog.mjs, which comes when it is needed. */
    ask: async (question) => (await import('/components/dialog.mjs')).ask(question),
    /** Hears live events while the page is there: app/events.mjs. */
    follow: async (channel, hear) => {
      const { follow } = await import('/app/events.mjs');
      if (!controller.signal.aborted) follow(channel, controller.signal, hear);
    },
    signedIn: () => {
      drawHead();
      return show({ arrived: true });
    },
  };
}

/** Shows the page of the address. again: the same one with new data, where nothing moves. */
async function show({ again = false, arrived = false } = {}) {
  const mine = (turn += 1);
  const path = location.pathname;
  const same = again || (current?.path === path && !arrived);
  current?.controller.abort();
  const controller = new AbortController();
  const first = current === null;
  const found = match(path);
  current = { path, controller };
  drawNav(path);
  const context = contextOf({ parameters: found?.parameters ?? {}, route: found?.route }, controller);
  const put = (title, content) => {
    if (mine !== turn) return;
    const focused = same ? document.activeElement?.id : null;
    titled(title);
    main.replaceChildren(...[content].flat(Infinity).filter((node) => node !== null && node !== false));
    main.removeAttribute('aria-busy');
    if (focused && focused !== 'main') document.getElementById(focused)?.focus({ preventScroll: true });
    else if (!first && !same) main.focus({ preventScroll: true });
    if (!same) scrollTo(0, 0);
  };
  if (!found) return put(t('state.missing'), missing());
  let { page: address } = found.route;
  if (found.route.who && !account()) address = '/pages/all/sign_in.mjs';
  else if (found.route.who && !found.route.who()) return put(t('state.refused'), problem(new HarmonyError(403, {})));
  main.setAttribute('aria-busy', 'true');
  const patience = setTimeout(() => {
    if (mine === turn && !same) main.replaceChildren(loading());
  }, 150);
  try {
    // A module that did not arrive is not asked for again by the browser: only the whole page is.
    const words = address === found.route.page ? [found.route.words ?? []].flat() : [];
    const [page] = await Promise.all([import(address), ...words.map(loadArea)]).catch((trouble) => {
      console.warn(trouble);
      throw Object.assign(new HarmonyError(0, {}), { anew: true });
    });
    const data = await page.load?.(context);
    if (mine !== turn) return;
    put(page.title(data, context), page.view(data, context));
  } catch (trouble) {
    if (mine !== turn) return;
    if (trouble instanceof HarmonyError && trouble.status === 401 && !account()) return drawHead(), show({ arrived: true });
    if (!(trouble instanceof HarmonyError)) console.error(trouble);
    const told = problem(trouble, () => (trouble.anew ? location.reload() : show({ again: true })));
    put(told[0].textContent, told);
  } finally {
    clearTimeout(patience);
  }
}

function drawHead() {
  const person = account();
  head.replaceChildren(
    ...[
      h('a', { class: 'brand', href: '/' }, t('shell.name')),
      person &&
        h(
          'button',
          { type: 'button', class: 'menu', 'aria-expanded': 'false', 'aria-controls': 'nav', on: { click: toggleNav } },
          t('shell.menu'),
        ),
      person && h('a', { class: 'who', href: '/account' }, h('bdi', null, person.full_name || person.email)),
      person && h('button', { type: 'button', class: 'plain', on: { click: leave } }, t('shell.sign_out')),
      !person && h('a', { class: 'who', href: '/' }, t('shell.sign_in')),
    ].filter(Boolean),
  );
}
function toggleNav() {
  const open = document.body.classList.toggle('nav-open');
  head.querySelector('.menu').setAttribute('aria-expanded', String(open));
}
async function leave() {
  try {
    await client.signOut();
  } catch {
    /* the session has ended here in any case */
  }
  drawHead();
  go('/');
}

/** The navigation follows from the account: groups in the order of the routes. */
function drawNav(path) {
  document.body.classList.remove('nav-open');
  head.querySelector('.menu')?.setAttribute('aria-expanded', 'false');
  const groups = new Map();
  if (account()) {
    for (const route of routes) {
      if (!route.nav || !route.who()) continue;
      if (!groups.has(route.group)) groups.set(route.group, []);
      const here = path === route.path || path.startsWith(`${route.path}/`);
      const item = link(route.path, t(route.nav));
      if (here) item.setAttribute('aria-current', path === route.path ? 'page' : 'true');
      groups.get(route.group).push(h('li', null, item));
    }
  }
  nav.replaceChildren(
    ...[...groups].map(([name, items]) => h('div', { class: 'nav-group' }, h('h2', null, t(name)), h('ul', null, items))),
  );
  nav.hidden = groups.size === 0;
  document.body.classList.toggle('has-nav', groups.size > 0);
}

document.addEventListener('click', (event) => {
  const anchor = event.target.closest?.('a[href]');
  if (!anchor || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (anchor.origin !== location.origin || anchor.target || anchor.hasAttribute('download') || anchor.pathname.startsWith('/api/')) return;
  if (anchor.hash && anchor.pathname === location.pathname) {
    const target = document.getElementById(decodeURIComponent(anchor.hash.slice(1)));
    if (target) {
      event.preventDefault();
      target.focus();
      target.scrollIntoView();
    }
    return;
  }
  event.preventDefault();
  go(anchor.href);
});
addEventListener('popstate', () => show());
// What a button asked for and was refused is told where it is seen and heard.
addEventListener('unhandledrejection', (event) => {
  if (!(event.reason instanceof HarmonyError)) return;
  event.preventDefault();
  main.querySelector('.refusal')?.remove();
  const told = notice('danger', ...refusal(event.reason));
  told.classList.add('refusal');
  main.prepend(told);
  told.scrollIntoView({ block: 'nearest' });
});
onChange(() => location.reload());

/** What the page of the address is made of is on its way while it is asked who is signed in. */
function ahead() {
  const route = match(location.pathname)?.route;
  if (!route || (route.who && !remembered())) return;
  for (const coming of [import(route.page), ...[route.words ?? []].flat().map(loadArea)]) coming.catch(() => {}); // it is told when it is shown
}
const words = loadMessages();
ahead();
const [, resumed] = await Promise.allSettled([words, client.resume()]);
for (const node of document.querySelectorAll('[data-text]')) node.textContent = t(node.dataset.text);
for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', t(node.dataset.label));
drawHead();
if (resumed.status === 'rejected') main.replaceChildren(...problem(resumed.reason, () => location.reload()));
else await show();
