// One pair: the three kinds of evidence beside each other, what is known of each, and what one does.
import { read, rows, saveBlob, view as api, write } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { code, list, moment, number, range, t } from '/app/i18n.mjs';
import { HarmonyError } from '/app/session.mjs';
import { card, interval } from '/components/card.mjs';
import { liveConsents, meetingLinks, needsConsent, photo } from '/components/meeting.mjs';
import { notice } from '/components/state.mjs';
import { table } from '/components/table.mjs';
import { acting } from '/components/tools.mjs';

export async function load({ parameters: { person } }) {
  const live = await liveConsents();
  if (!live.has('visual')) return { allowed: false };
  const [answer, phases, people] = await Promise.all([
    read('match', { person }),
    rows(api('phases').select('phase, status')),
    read('discover', { most: 50 }),
  ]);
  const match = Array.isArray(answer) ? answer[0] : answer;
  if (!match) throw new HarmonyError(404, {});
  const complete = (n) => phases.find((one) => one.phase === n)?.status === 'complete';
  const [visual, biological] = await Promise.all([
    complete(1) && !match.missing.includes('visual') ? read('visual_score', { person }) : null,
    complete(3) && live.has('genetic') && match.biological !== null ? read('hla_match', { person }) : null,
  ]);
  return { allowed: true, match, visual, biological, about: people.find((one) => one.person === person) };
}
export const title = ({ match }) => (match ? match.display_name : t('matches.title'));

function evidence({ match, visual, biological }) {
  const kinds = [
    { kind: 'visual', value: visual?.score ?? null, low: visual?.low, high: visual?.high },
    { kind: 'personality', value: match.personality },
    { kind: 'biological', band: match.biological, loci: biological?.loci },
  ];
  const known = (row) => t(`evidence.${row.kind}.known`);
  const shown = (row) =>
    row.kind === 'biological'
      ? row.band === null
        ? t('matches.not_measured')
        : [code('band', row.band), row.loci && h('span', { class: 'small muted' }, ' ', t('match.loci', { loci: list(row.loci) }))]
      : row.value === null
      ? t('matches.not_measured')
      : interval({ value: row.value, low: row.low ?? null, high: row.high ?? null });
  return card({
    title: t('match.evidence'),
    unit: t('matches.scale'),
    period: moment(match.computed_at),
    finding: t('match.finding', {
      score: number(match.score, 0),
      taste: visual ? range(visual.score, visual.low, visual.high) : t('matches.not_measured'),
    }),
    content: table({
      caption: t('match.evidence'),
      rows: kinds,
      columns: [
        { key: 'kind', label: t('match.kind'), value: (row) => t(`evidence.${row.kind}.long`) },
        { key: 'value', label: t('match.value'), show: shown },
        { key: 'known', label: t('match.known'), value: known },
      ],
    }),
    why: [
      ['why.definition', t('match.definition')],
      ['why.formula', t('matches.formula')],
      ['why.model', t('match.model', { model: match.model })],
      ['why.limits', t('matches.limits')],
    ],
  });
}

export function view(data, context) {
  if (!data.allowed) return [h('h1', null, t('matches.title')), meetingLinks(), needsConsent('visual')];
  const { match, about } = data;
  const name = title(data);
  const told = h('div', { role: 'status' });
  const answer = (one) => async () => {
    await write('want_to_meet', { person: match.person, answer: one });
    told.replaceChildren(notice('good', t(`people.said_${one}`, { name })));
  };
  const block = () =>
    context.ask({
      title: t('people.block_of', { name }),
      text: t('people.block_why'),
      action: t('people.block'),
      act: async () => {
        await write('block', { person: match.person });
        context.announce(t('people.blocked', { name }));
        await context.go('/meeting/matches');
      },
    });
  const html = async () => {
    const { html: text } = await write('match_report', { match: match.id, format: 'html' });
    saveBlob(new Blob([text], { type: 'application/xhtml+xml' }), 'match.xhtml');
  };
  const file = (format) => async () => {
    await write('match_report', { match: match.id, format });
    told.replaceChildren(notice('good', t('match.report_made'), ' ', h('a', { href: '/documents?kind=report' }, t('match.documents'))));
  };
  return [
    h('h1', null, own(name)),
    h('p', { class: 'lead' }, t('match.lead', { score: number(match.score, 0) })),
    meetingLinks(),
    about ? h('div', { class: 'portrait' }, photo(about.photo, t('people.photo_of', { name }))) : null,
    told,
    h(
      'p',
      { class: 'actions' },
      acting(t('people.yes'), answer('yes'), told, { class: 'primary', id: 'yes', 'aria-label': t('people.yes_of', { name }) }),
      acting(t('people.no'), answer('no'), told, { id: 'no', 'aria-label': t('people.no_of', { name }) }),
      h(
        'button',
        { type: 'button', class: 'danger', id: 'block', 'aria-label': t('people.block_of', { name }), on: { click: block } },
        t('people.block'),
      ),
    ),
    evidence(data),
    h(
      'section',
      { class: 'card' },
      h('h2', null, t('match.report')),
      h('p', null, t('match.report_why')),
      h(
        'p',
        { class: 'actions' },
        acting(t('match.report_pdf'), file('pdf'), told, { id: 'pdf' }),
        acting(t('match.report_docx'), file('docx'), told, { id: 'docx' }),
        acting(t('match.report_page'), html, told, { id: 'html' }),
      ),
    ),
  ];
}
