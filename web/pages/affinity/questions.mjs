// Phase 2: the questionnaire on seven traits.
import { rows, view as api, write } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { language, moment, t } from '/app/i18n.mjs';
import { why } from '/components/card.mjs';
import { liveConsents, meetingLinks, needsConsent, needsPhase, scale } from '/components/meeting.mjs';
import { empty, notice } from '/components/state.mjs';
import { acting } from '/components/tools.mjs';

/** The questionnaire of the traits; a newer version of it, or one of the reader's language, comes first. */
const questionnaire = 'seven-traits';

export async function load() {
  const [live, phases] = await Promise.all([liveConsents(), rows(api('phases').select('*').order('phase'))]);
  if (phases[1].status === 'locked') return { state: 'locked' };
  if (!live.has('personality')) return { state: 'consent' };
  const found = await rows(
    api('instruments').select('*').like('code', `${questionnaire}%`).eq('is_active', true).order('version', { ascending: false }),
  );
  const instrument = found.find((one) => one.language === language) ?? found[0];
  if (!instrument) return { state: 'none' };
  const items = await rows(api('items').select('position, text').eq('instrument', instrument.id).order('position'));
  return { state: 'open', instrument, items, phase: phases[1] };
}
export const title = () => t('questions.title');

function answering({ instrument, items, phase }, context) {
  const told = h('div', { role: 'status' });
  const began = new Date().toISOString();
  const ends = { least: instrument.scale_min, most: instrument.scale_max, low: t('questions.least'), high: t('questions.most') };
  const questions = items.map((item) => ({
    ...item,
    node: scale({
      name: `item${item.position}`,
      legend: [`${item.position}. `, h('bdi', { lang: instrument.language }, item.text)],
      ...ends,
    }),
  }));
  const key = crypto.randomUUID();
  const send = async () => {
    const answers = questions.map((one) => one.node.chosen());
    const open = answers.findIndex((one) => one === null);
    if (open >= 0) {
      told.replaceChildren(
        notice('danger', t('questions.left', { n: answers.filter((one) => one === null).length, first: questions[open].position })),
      );
      questions[open].node.querySelector('input').focus();
      return;
    }
    await write('submit', { instrument: instrument.id, answers, started_at: began }, key);
    context.announce(t('questions.sent'));
    await context.go('/meeting');
  };
  return [
    phase.status === 'complete' && notice('note', t('questions.done', { moment: moment(phase.completed_at) })),
    h('p', { lang: instrument.language }, own(instrument.instructions)),
    h('p', { class: 'muted' }, t('questions.stop')),
    h(
      'div',
      { class: 'questions' },
      questions.map((one) => one.node),
    ),
    told,
    h('p', { class: 'actions' }, acting(t('questions.send'), send, told, { class: 'primary', id: 'send' })),
    why(['why.definition', t('questions.definition')], ['why.formula', t('questions.formula')], ['why.limits', t('questions.limits')]),
  ];
}

export function view(data, context) {
  const head = [h('h1', null, t('questions.title')), h('p', { class: 'lead' }, t('questions.lead')), meetingLinks()];
  return [
    head,
    data.state === 'locked'
      ? needsPhase(1)
      : data.state === 'consent'
      ? needsConsent('personality')
      : data.state === 'none'
      ? empty(t('questions.none'))
      : answering(data, context),
  ];
}
