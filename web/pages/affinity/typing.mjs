// Phase 3: the own HLA typing, handed in once, sealed, never shown again but to its owner.
import { rows, saveBlob, view as api, write } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { list, moment, percent, t } from '/app/i18n.mjs';
import { why } from '/components/card.mjs';
import { field, form } from '/components/form.mjs';
import { liveConsents, meetingLinks, needsConsent, needsPhase } from '/components/meeting.mjs';
import { notice } from '/components/state.mjs';
import { acting } from '/components/tools.mjs';

export async function load() {
  const [live, phases] = await Promise.all([liveConsents(), rows(api('phases').select('*').order('phase'))]);
  return { state: phases[2].status === 'locked' ? 'locked' : live.has('genetic') ? 'open' : 'consent', phase: phases[2] };
}
export const title = () => t('typing.title');

function hand(told) {
  const text = field({
    name: 'gl',
    label: t('typing.gl'),
    hint: t('typing.gl_hint'),
    type: 'textarea',
    rows: 4,
    spellcheck: 'false',
    autocapitalize: 'off',
    class: 'code',
    maxlength: 100000,
  });
  const file = field({ name: 'file', label: t('typing.file'), hint: t('typing.file_hint'), type: 'file', accept: '.txt,.gl,text/plain' });
  return form({
    action: t('typing.hand_in'),
    name: t('typing.title'),
    fields: [text, file],
    submit: async ({ gl, file: chosen }) => {
      const typing = (chosen ? await chosen.text() : gl).trim();
      if (typing === '') throw Object.assign(new Error(t('typing.empty')), { status: 400, at: text });
      const { loci, quality } = await write('hla_put', { gl: typing });
      text.control.value = '';
      file.control.value = '';
      told.replaceChildren(notice('good', t('typing.sealed', { loci: list(loci), share: percent(quality) })));
    },
  });
}

export function view({ state, phase }) {
  const head = [h('h1', null, t('typing.title')), h('p', { class: 'lead' }, t('typing.lead')), meetingLinks()];
  if (state !== 'open') return [head, state === 'locked' ? needsPhase(2) : needsConsent('genetic')];
  const told = h('div', { role: 'status' });
  const back = async () => {
    const found = await write('export_typing');
    saveBlob(new Blob([`${found.typing}\n`], { type: 'text/plain' }), 'typing.txt');
  };
  return [
    head,
    phase.status === 'complete'
      ? [notice('note', t('typing.there', { moment: moment(phase.completed_at) })), h('p', null, t('typing.again'))]
      : null,
    told,
    hand(told),
    phase.status === 'complete' && [
      h('h2', null, t('typing.back')),
      h('p', null, t('typing.back_why')),
      h('p', { class: 'actions' }, acting(t('typing.back_action'), back, told, { id: 'typing-back' })),
    ],
    why(['why.definition', t('typing.definition')], ['why.formula', t('typing.formula')], ['why.limits', own(t('typing.limits'))]),
  ];
}
