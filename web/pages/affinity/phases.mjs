// Meeting people: what one has agreed to, how far one is, and what is next.
import { read, rows, view as api, write } from '/app/api.mjs';
import { h, link, own } from '/app/dom.mjs';
import { code, language, moment, t } from '/app/i18n.mjs';
import { why } from '/components/card.mjs';
import { liveConsents, meetingLinks } from '/components/meeting.mjs';
import { notice } from '/components/state.mjs';
import { acting } from '/components/tools.mjs';

const kinds = ['visual', 'personality', 'genetic'];
export async function load() {
  const [live, phases, found] = await Promise.all([
    liveConsents(),
    rows(api('phases').select('*').order('phase')),
    read('consent_texts', { language }),
  ]);
  const texts = new Map(found.map((one) => [one.kind, one]));
  const [photos, set] = live.has('visual')
    ? await Promise.all([rows(api('photos').select('id, status')), read('calibration_set')])
    : [[], []];
  // What was agreed to in other words than these is shown as it was.
  if ([...live.values()].some((one) => one.text_version !== texts.get(one.kind).text_version)) {
    for (const { kind, purpose, text_version: agreed } of await rows(
      api('consents').select('kind, purpose, text_version').is('withdrawn_at', null),
    ))
      if (agreed !== texts.get(kind).text_version) Object.assign(live.get(kind), { purpose });
  }
  return { live, phases, photos, set, texts };
}
export const title = () => t('meeting.title');

/** What is next: a sentence, and the way there. */
function next({ live, phases, photos, set }) {
  const [visual, personality, biological] = phases.map((one) => one.status === 'complete');
  const rated = set.filter((one) => one.rating !== null).length;
  if (!live.has('visual')) return [t('meeting.next_consent'), ['#visual', t('meeting.to_consent')]];
  if (!visual && !photos.some((one) => ['ready', 'checking'].includes(one.status)))
    return [t('meeting.next_photo'), ['/meeting/photos', t('photos.title')]];
  if (!visual && rated < 10) return [t('meeting.next_ratings', { n: 10 - rated }), ['/meeting/photos#ratings', t('photos.rate')]];
  if (!visual) return [t('meeting.next_wait'), ['/meeting/photos', t('photos.title')]];
  if (!personality)
    return live.has('personality')
      ? [t('meeting.next_questions'), ['/meeting/questions', t('questions.title')]]
      : [t('meeting.next_personality'), ['#personality', t('meeting.to_consent')]];
  if (!biological)
    return live.has('genetic')
      ? [t('meeting.next_typing'), ['/meeting/typing', t('typing.title')]]
      : [t('meeting.next_genetic'), ['#genetic', t('meeting.to_consent')]];
  return [t('meeting.next_matches'), ['/meeting/matches', t('matches.title')]];
}

/** The text in full, and the button that agrees to it, or takes that back: to the version and in the language that are shown. */
function consent(kind, { live, texts }, context) {
  const told = h('div', { role: 'status' });
  const given = live.get(kind);
  const { purpose, text_version: version, text_language: spoken } = texts.get(kind);
  const agree = async () => {
    await write('consent', { kind, given: true, text_version: version, language: spoken });
    await context.done(t('consent.is_given'));
  };
  const withdraw = () =>
    context.ask({
      title: t('consent.withdraw_of', { kind: t(`consent.${kind}`) }),
      text: t(`consent.${kind}_goes`),
      action: t('consent.withdraw'),
      act: async () => {
        await write('consent', { kind, given: false });
        await context.done(t('consent.is_withdrawn'));
      },
    });
  const text = given?.purpose ? h('p', null, own(given.purpose)) : h('p', { lang: spoken }, own(purpose));
  return [
    h('details', { open: !given }, h('summary', null, t('consent.text')), text),
    told,
    h(
      'p',
      { class: 'actions' },
      given
        ? [
            h('span', { class: 'badge good' }, t('consent.given')),
            h('span', { class: 'muted small' }, moment(given.given_at)),
            h(
              'button',
              {
                type: 'button',
                id: `withdraw-${kind}`,
                'aria-label': t('consent.withdraw_of', { kind: t(`consent.${kind}`) }),
                on: { click: withdraw },
              },
              t('consent.withdraw'),
            ),
          ]
        : acting(t('consent.agree'), agree, told, {
            class: 'primary',
            id: `agree-${kind}`,
            'aria-label': t('consent.agree_of', { kind: t(`consent.${kind}`) }),
          }),
    ),
  ];
}

function phase({ phase: n, status, completed_at: completed }, data, context) {
  const kind = kinds[n - 1];
  const [href, text] = [
    ['/meeting/photos', t('photos.title')],
    ['/meeting/questions', t('questions.title')],
    ['/meeting/typing', t('typing.title')],
  ][n - 1];
  const badge = h('span', { class: `badge ${{ complete: 'good', locked: '' }[status] ?? 'concern'}` }, code('phase_status', status));
  return h(
    'section',
    { class: 'card', id: kind, tabindex: -1 },
    h('h2', null, t('meeting.phase', { n, name: t(`phase.${n}`) })),
    h('p', null, badge, ' ', completed && h('span', { class: 'muted small' }, moment(completed))),
    h('p', null, t(`phase.${n}.about`)),
    status === 'locked'
      ? h('p', { class: 'muted' }, t('meeting.locked', { n: n - 1 }))
      : data.live.has(kind) && h('p', null, link(href, text)),
    (status !== 'locked' || data.live.has(kind)) && consent(kind, data, context),
  );
}

export function view(data, context) {
  const [sentence, [href, text]] = next(data);
  return [
    h('h1', null, t('meeting.title')),
    h('p', { class: 'lead' }, t('meeting.lead')),
    meetingLinks(),
    notice('note', h('span', null, t('meeting.next'), ' ', sentence), h('p', null, link(href, text))),
    h(
      'div',
      { class: 'grid' },
      data.phases.map((one) => phase(one, data, context)),
    ),
    h(
      'section',
      { class: 'card', id: 'research' },
      h('h2', null, t('consent.research')),
      h('p', null, t('consent.research_about')),
      consent('research', data, context),
    ),
    why(['why.definition', t('meeting.definition')], ['why.limits', t('meeting.limits')]),
  ];
}
