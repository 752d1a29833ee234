// What the pages of meeting people share: the way from one to the other, and what one is told who has not agreed to what they need.
import { rows, view } from '/app/api.mjs';
import { h, link } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { links } from '/components/links.mjs';
import { empty } from '/components/state.mjs';

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
  const found = await rows(view('consents').select('kind, purpose, text_version, given_at').is('withdrawn_at', null));
  return new Map(found.map((one) => [one.kind, one]));
}
export const needsConsent = (kind) =>
  empty(t('meeting.needs', { kind: t(`consent.${kind}`) }), h('p', null, link('/meeting', t('meeting.to_consent'))));
/** A phase before is not complete. */
export const needsPhase = (n) => empty(t('meeting.locked', { n }), h('p', null, link('/meeting', t('meeting.title'))));
