// A questionnaire or a test, one question at a time. What was answered is kept in this browser until it is handed in; a test that adapts
// is kept by the server, question by question.
import { h, link, own } from '/app/dom.mjs';
import { code, moment, number, t } from '/app/i18n.mjs';
import { rows, view as api, write } from '/app/api.mjs';
import { HarmonyError } from '/app/session.mjs';
import { scale } from '/components/scale.mjs';
import { empty, notice } from '/components/state.mjs';

export async function load({ parameters: { instrument } }) {
  const id = Number(instrument);
  const [[about], items, before] = await Promise.all([
    rows(api('instruments').select('*').eq('id', id)),
    rows(api('items').select('position, text, options, right_text').eq('instrument', id).order('position')),
    rows(api('submissions').select('submitted_at').eq('instrument', id).order('submitted_at', { ascending: false }).limit(1)),
  ]);
  if (!about) throw new HarmonyError(404, {});
  return { about, items, before: before[0] ?? null };
}
export const title = ({ about }) => about.name;

/** What the numbers of a scale mean, as far as the instructions say: "1 = not at all". */
export function meanings(instructions) {
  const found = [...(instructions ?? '').matchAll(/(\d+)\s*=\s*([^,.;]+?)(?=\s*(?:[,.;]|$|\bto\s+\d+\s*=|\bbis\s+\d+\s*=))/g)];
  return new Map(found.map(([, value, text]) => [Number(value), text.trim()]));
}
function optionsOf(about, item) {
  if (about.kind === 'forced_choice')
    return [
      [1, item.text],
      [2, item.right_text],
    ];
  if (item.options) return item.options.map((text, i) => [i + 1, text]);
  const words = meanings(about.instructions);
  return Array.from({ length: about.scale_max - about.scale_min + 1 }, (none, i) => about.scale_min + i).map((value) => [
    value,
    words.has(value) ? `${number(value)} – ${words.get(value)}` : number(value),
  ]);
}

/** The answers that are not handed in yet. */
function draftOf(account, about, n) {
  const key = `harmony.answers.${account.id}.${about.id}`;
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(key));
  } catch {
    /* no store, or nothing of ours */
  }
  if (!kept || kept.answers?.length !== n) kept = null;
  return {
    found: kept !== null,
    ...(kept ?? { started_at: null, at: 0, answers: Array(n).fill(null), ms: Array(n).fill(0) }),
    save() {
      try {
        localStorage.setItem(key, JSON.stringify({ started_at: this.started_at, at: this.at, answers: this.answers, ms: this.ms }));
      } catch {
        /* no store: until the page is left */
      }
    },
    drop() {
      try {
        localStorage.removeItem(key);
      } catch {
        /* no store */
      }
    },
  };
}

/** A question: its choices, by mouse, arrow keys or the number; next by Enter. Digits work while the focus is in it. */
function question({ about, item, heading, value, actions, next }) {
  const pair = about.kind === 'forced_choice';
  const choice = scale({
    name: 'answer',
    label: h('span', { lang: about.language, tabindex: -1, class: 'asked' }, pair ? t('answer.which') : item.text),
    options: optionsOf(about, item),
    value,
    inline: false,
  });
  const form = h(
    'form',
    {
      class: 'question',
      'aria-label': heading,
      on: {
        submit: (event) => {
          event.preventDefault();
          next(choice.control.value);
        },
        keydown: (event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || !/^[0-9]$/.test(event.key)) return;
          const box = choice.boxes.find((one) => one.value === event.key);
          if (!box) return;
          event.preventDefault();
          box.checked = true;
          next(event.key);
        },
      },
    },
    h('p', { class: 'muted' }, heading),
    choice,
    h('p', { class: 'actions' }, h('button', { type: 'submit', class: 'primary' }, t('answer.next')), actions),
  );
  choice.querySelector('.choices').lang = about.language;
  return form;
}
const focusOn = (place) => place.querySelector('.asked')?.focus();

/** All items, in the order that one likes. */
function whole({ about, items }, place, context) {
  const draft = draftOf(context.account, about, items.length);
  const bar = h('progress', { max: items.length, 'aria-label': t('answer.progress') });
  const body = h('div');
  const told = h('div', { role: 'status' });
  let since = 0;
  const measure = () => {
    if (draft.at < items.length && since) draft.ms[draft.at] = Math.min(864e5, Math.round(draft.ms[draft.at] + Date.now() - since));
    since = 0;
  };
  const done = () => draft.answers.filter((one) => one !== null).length;
  function to(at, focus = true) {
    measure();
    draft.at = at;
    draft.save();
    bar.value = done();
    show();
    if (focus) focusOn(body);
  }
  function show() {
    if (draft.at >= items.length) return body.replaceChildren(end());
    since = Date.now();
    const { at } = draft;
    return body.replaceChildren(
      question({
        about,
        item: items[at],
        value: draft.answers[at],
        heading: t('answer.at', { n: at + 1, of: items.length }),
        next: (value) => {
          draft.answers[at] = value === '' ? null : Number(value);
          to(at + 1);
        },
        actions: [
          at > 0 && h('button', { type: 'button', on: { click: () => to(at - 1) } }, t('answer.back')),
          h('button', { type: 'button', on: { click: () => to(items.length) } }, t('answer.to_end')),
        ],
      }),
    );
  }
  function end() {
    const left = draft.answers.map((one, i) => (one === null ? i : -1)).filter((one) => one >= 0);
    const key = crypto.randomUUID();
    const hand = h('button', { type: 'button', class: 'primary', on: { click: send } }, t('answer.hand_in'));
    async function send() {
      hand.disabled = true;
      try {
        const { results, completeness } = await write(
          'submit',
          {
            instrument: about.id,
            answers: draft.answers,
            response_ms: draft.answers.map((one, i) => (one === null ? null : draft.ms[i])),
            started_at: draft.started_at,
          },
          key,
        );
        draft.drop();
        finished(place, results, completeness);
      } catch (trouble) {
        hand.disabled = false;
        told.replaceChildren(notice('danger', trouble.message || t('state.offline'), trouble.hint && [' ', trouble.hint]));
      }
    }
    return h(
      'div',
      null,
      h('h2', { tabindex: -1, class: 'asked' }, t('answer.end')),
      h('p', null, left.length === 0 ? t('answer.all_answered') : t('answer.left_out', { n: left.length })),
      h(
        'p',
        { class: 'actions' },
        left.length > 0 && h('button', { type: 'button', on: { click: () => to(left[0]) } }, t('answer.first_left')),
        h('button', { type: 'button', on: { click: () => to(items.length - 1) } }, t('answer.back')),
        hand,
      ),
    );
  }
  function start() {
    draft.started_at ??= new Date().toISOString();
    place.replaceChildren(
      bar,
      told,
      body,
      h('p', { class: 'muted small' }, t('answer.keys'), ' ', t('answer.kept_here')),
      h(
        'p',
        { class: 'actions' },
        h('a', { class: 'button', href: '/today' }, t('answer.pause')),
        h(
          'button',
          {
            type: 'button',
            on: {
              click: () => {
                draft.drop();
                place.replaceChildren();
                context.reload();
              },
            },
          },
          t('answer.discard'),
        ),
      ),
    );
    to(Math.min(draft.at, items.length));
  }
  context.signal.addEventListener('abort', () => {
    if (place.contains(body)) {
      measure();
      if (draft.found || done() > 0) draft.save();
    }
  });
  return { begun: done(), start };
}

function finished(place, results, completeness) {
  const flagged = (results ?? []).filter((one) => !one.reliable);
  place.replaceChildren(
    h(
      'div',
      null,
      notice('good', t('answer.handed_in')),
      h('h2', { tabindex: -1, class: 'asked' }, t('answer.thanks')),
      completeness !== undefined && h('p', null, t('answer.complete', { share: number(completeness * 100, 0) })),
      flagged.length > 0 &&
        h(
          'p',
          null,
          t('answer.unreliable', {
            flags: [...new Set(flagged.flatMap((one) => one.flags))].map((one) => code('answer_flag', one)).join(', '),
          }),
        ),
      h(
        'p',
        { class: 'actions' },
        h('a', { class: 'button primary', href: '/profile' }, t('profile.title')),
        h('a', { class: 'button', href: '/today' }, t('today.title')),
      ),
    ),
  );
  focusOn(place);
}

/** A test that chooses its next question by the answers. */
async function adaptive(data, place, context) {
  const { about } = data;
  const test = await write('begin_test', { instrument: about.id });
  const body = h('div');
  const told = h('div', { role: 'status' });
  place.replaceChildren(
    told,
    body,
    h('p', { class: 'muted small' }, t('answer.keys'), ' ', t('answer.kept_there', { moment: moment(test.expires_at) })),
    h('p', { class: 'actions' }, h('a', { class: 'button', href: '/today' }, t('answer.pause'))),
  );
  let busy = false;
  async function step(answer = null, since = 0) {
    if (busy) return;
    busy = true;
    try {
      const state = await write(
        'next_item',
        answer === null ? { test: test.test } : { test: test.test, answer, response_ms: Math.max(1, Date.now() - since) },
      );
      told.replaceChildren();
      if (state.stop) {
        finished(place);
        return;
      }
      const now = Date.now();
      body.replaceChildren(
        question({
          about,
          item: state.item,
          value: null,
          heading: t('answer.nth', { n: state.n_answered + 1 }),
          next: (value) => (value === '' ? told.replaceChildren(notice('note', t('answer.choose_one'))) : step(Number(value), now)),
          actions: h('button', { type: 'button', on: { click: () => step(0, now) } }, t('answer.leave_out')),
        }),
      );
      focusOn(body);
    } catch (trouble) {
      told.replaceChildren(notice('danger', trouble.message || t('state.offline'), trouble.hint && [' ', trouble.hint]));
    } finally {
      busy = false;
    }
  }
  await step();
}

export function view(data, context) {
  const { about, items, before } = data;
  const place = h('div');
  if (items.length === 0 && !about.adaptive)
    return [h('h1', null, own(about.name)), empty(t('answer.unseen'), h('p', null, link('/meeting', t('nav.meeting'))))];
  const isTest = about.kind === 'cognitive';
  const over = isTest && about.attempts_left < 1 && !about.running;
  const all = about.adaptive ? null : whole(data, place, context);
  const begin = h(
    'button',
    { type: 'button', class: 'primary', on: { click: start } },
    all?.begun > 0 || about.running ? t('instruments.go_on') : t('instruments.begin'),
  );
  async function start() {
    begin.disabled = true;
    try {
      if (about.adaptive) await adaptive(data, place, context);
      else all.start();
    } catch (trouble) {
      begin.disabled = false;
      place.prepend(notice('danger', trouble.message || t('state.offline'), trouble.hint && [' ', trouble.hint]));
    }
  }
  place.append(
    ...[
      h('p', null, h('bdi', { lang: about.language }, about.instructions)),
      h(
        'ul',
        null,
        [
          about.adaptive ? t('answer.test_once') : t('answer.items', { n: items.length }),
          about.adaptive ? t('answer.test_resume') : t('answer.resume'),
          t('answer.free'),
          before && t('instruments.answered', { moment: moment(before.submitted_at) }),
        ]
          .filter(Boolean)
          .map((text) => h('li', null, text)),
      ),
      !about.is_active
        ? h('p', { class: 'state' }, t('answer.inactive'))
        : over
        ? h('p', { class: 'state' }, t('answer.no_attempt'))
        : h('p', { class: 'actions' }, begin),
    ],
  );
  return [
    h('h1', null, own(about.name)),
    h(
      'p',
      { class: 'lead' },
      code('instrument_kind', about.kind),
      all?.begun > 0 && [' · ', t('instruments.begun', { n: all.begun, of: items.length })],
    ),
    place,
  ];
}
