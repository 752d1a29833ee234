// What the pages of meeting people share: the way from one to the other, and what one is told who has not agreed to what they need.
import { rows, view } from '/app/api.mjs';
import { h, id, link } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { client } from '/app/session.mjs';
import { empty } from '/components/state.mjs';

// Pages that belong together, as links above each of them.
/** entries: [[address, text]]; the one that is shown is marked. */
export const links = (label, entries) =>
  h(
    'nav',
    { class: 'links', 'aria-label': label },
    h(
      'ul',
      null,
      entries.map(([href, text]) => h('li', null, h('a', { href, 'aria-current': location.pathname === href ? 'page' : null }, text))),
    ),
  );

// A photo behind the token: its bytes are fetched when it comes into the window, and drawn; no address would take the token.
const largest = 640; // px: as large as it is shown on a screen of two to one

export function photo(document_, label) {
  const canvas = h('canvas', { class: 'photo', role: 'img', 'aria-label': label, width: 320, height: 320 });
  const place = h('span', { class: 'photo-place' }, canvas);
  const seen = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      seen.disconnect();
      draw();
    }
  });
  async function draw() {
    try {
      const answer = await client.fetch(`/rpc/document_data?document=${document_}`);
      if (!answer.ok) throw new Error(String(answer.status));
      const picture = await createImageBitmap(await answer.blob());
      const scale = Math.min(1, largest / Math.max(picture.width, picture.height));
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
    } catch {
      place.replaceChildren(h('span', { class: 'muted small' }, t('photo.away')));
    }
  }
  seen.observe(canvas);
  return place;
}

// A question answered on a scale of whole numbers: radio buttons under a legend, its ends in words.
/** {name, legend (text or nodes), least, most, low, high: words of the ends, value}. Its node has .chosen(): the number, or null. */
export function scale({ name, legend, least, most, low, high, value = null }) {
  const group = id(name);
  const radios = Array.from({ length: most - least + 1 }, (_, i) => {
    const own = `${group}-${i}`;
    const input = h('input', { type: 'radio', id: own, name: group, value: String(least + i), checked: value === least + i });
    return h('label', { class: 'point', for: own }, input, h('span', null, String(least + i)));
  });
  const node = h(
    'fieldset',
    { class: 'scale' },
    h('legend', null, legend),
    h('div', { class: 'points' }, radios),
    h('div', { class: 'ends' }, h('span', null, low), h('span', null, high)),
  );
  return Object.assign(node, {
    chosen: () => {
      const one = node.querySelector('input:checked');
      return one ? Number(one.value) : null;
    },
  });
}

const places = [
  ['/meeting', 'meeting.title'],
  ['/meeting/about', 'about.title'],
  ['/meeting/photos', 'photos.title'],
  ['/meeting/questions', 'questions.title'],
  ['/meeting/typing', 'typing.title'],
  ['/meeting/people', 'people.title'],
  ['/meeting/matches', 'matches.title'],
];
export const meetingLinks = () =>
  links(
    t('meeting.pages'),
    places.map(([href, key]) => [href, t(key)]),
  );
/** The kinds that one has agreed to, by kind; what needs one is not asked for without it. */
export async function liveConsents() {
  const found = await rows(view('consents').select('kind, text_version, given_at').is('withdrawn_at', null));
  return new Map(found.map((one) => [one.kind, one]));
}
export const needsConsent = (kind) =>
  empty(t('meeting.needs', { kind: t(`consent.${kind}`) }), h('p', null, link('/meeting', t('meeting.to_consent'))));
/** A phase before is not complete. */
export const needsPhase = (n) => empty(t('meeting.locked', { n }), h('p', null, link('/meeting', t('meeting.title'))));
