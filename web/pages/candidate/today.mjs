// What is asked of me: surveys, how I feel today, offers, questionnaires and tests; and how I have felt.
import { h, own } from '/app/dom.mjs';
import { code, day, moment, number, t } from '/app/i18n.mjs';
import { from, rows, view as api, write } from '/app/api.mjs';
import { option as line } from '/charts/line.mjs';
import { card } from '/components/card.mjs';
import { form } from '/components/form.mjs';
import { scale } from '/components/scale.mjs';
import { empty } from '/components/state.mjs';
import { table } from '/components/table.mjs';

const days = 60;
const ago = (n) => new Date(Date.now() - n * 864e5).toISOString().slice(0, 10);

export async function load({ account }) {
  const now = new Date().toISOString();
  const [surveys, pulses, aboard, instruments, submissions, applications] = await Promise.all([
    rows(
      api('surveys')
        .select('id, vessel, kind, opens_at, closes_at')
        .is('answered', false)
        .or(`closes_at.is.null,closes_at.gt."${now}"`)
        .order('opens_at', { ascending: false })
        .limit(20),
    ),
    rows(
      api('pulses')
        .select('day, score')
        .gte('day', ago(days - 1))
        .order('day'),
    ),
    rows(api('assignments').select('vessel, vessel_name, position').eq('person', account.id).eq('status', 'active')),
    // Without items of it that one may see, such as before a consent, nothing can be answered.
    rows(
      api('instruments')
        .select('id, name, kind, items, language, attempts_left, running')
        .eq('is_active', true)
        .or('items.gt.0,adaptive.is.true')
        .order('name')
        .limit(100),
    ),
    rows(api('submissions').select('instrument, submitted_at').order('submitted_at', { ascending: false }).limit(200)),
    rows(from('applications').eq('status', 'hired')),
  ]);
  return { surveys, pulses, aboard: aboard[0] ?? null, instruments, submissions, applications };
}
export const title = () => t('today.title');

/** What was begun in this browser and not handed in: how many answers. */
function begun(account, instrument) {
  try {
    return (
      JSON.parse(localStorage.getItem(`harmony.answers.${account.id}.${instrument}`))?.answers.filter((one) => one !== null).length ?? 0
    );
  } catch {
    return 0;
  }
}

function pulse({ aboard, pulses }, context) {
  if (!aboard) return null;
  const mine = pulses.find((one) => one.day === ago(0));
  const choice = scale({
    name: 'score',
    label: t('pulse.ask', { vessel: aboard.vessel_name }),
    options: [1, 2, 3, 4, 5].map((n) => [n, number(n)]),
    value: mine?.score,
    low: t('pulse.low'),
    high: t('pulse.high'),
  });
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('pulse.title')),
    h('p', { class: 'muted' }, mine ? t('pulse.given') : t('pulse.why')),
    form({
      fields: [choice],
      action: mine ? t('pulse.correct') : t('pulse.give'),
      name: t('pulse.title'),
      submit: async ({ score }) => {
        if (score === '') throw { at: choice, message: t('pulse.none'), status: 400 };
        await write('give_pulse', { score: Number(score) });
        await context.done(t('pulse.kept'));
      },
    }),
  );
}

function course({ pulses }) {
  if (pulses.length === 0) return null;
  const all = new Map(pulses.map((one) => [one.day, one.score]));
  const shown = Array.from({ length: days }, (none, i) => ago(days - 1 - i))
    .filter((one) => one >= pulses[0].day)
    .map((one) => ({ day: one, score: all.get(one) ?? null }));
  const words = {
    x: t('pulse.day'),
    y: t('word.scale_of_five'),
    number: (value) => number(value, 0),
    least: 1,
    most: 5,
    step: 1,
    points: true,
  };
  const last = pulses.at(-1);
  const finding = t('pulse.finding', { n: pulses.length, day: day(last.day), score: number(last.score) });
  return card({
    title: t('pulse.course'),
    unit: t('word.scale_of_five'),
    n: pulses.length,
    period: t('word.period', { from: day(shown[0].day), to: day(shown.at(-1).day) }),
    finding,
    chart: {
      make: (palette, width) =>
        line(
          shown.map((one) => ({ x: day(one.day), values: [one.score] })),
          words,
          palette,
          width,
        ),
      label: finding,
      axis: t('pulse.choose'),
      height: 14,
      points: shown.map((one) =>
        one.score === null ? t('pulse.gap', { day: day(one.day) }) : t('pulse.at', { day: day(one.day), score: number(one.score) }),
      ),
    },
    why: [
      ['why.definition', t('pulse.definition')],
      ['why.limits', t('pulse.limits')],
    ],
    table: {
      caption: t('pulse.course'),
      rows: [...pulses].reverse(),
      columns: [
        { key: 'day', label: t('pulse.day'), show: (row) => day(row.day) },
        { key: 'score', label: t('pulse.score'), unit: t('word.scale_of_five'), number: true, digits: 0 },
      ],
    },
    file: 'pulses',
  });
}

function instruments({ instruments: found, submissions }, { account }) {
  const last = new Map([...submissions].reverse().map((one) => [one.instrument, one.submitted_at]));
  const state = (row) => {
    const n = begun(account, row.id);
    return n > 0
      ? t('instruments.begun', { n, of: row.items })
      : last.has(row.id)
      ? t('instruments.answered', { moment: moment(last.get(row.id)) })
      : t('instruments.open');
  };
  // A test that one has taken is not offered again.
  const act = (row) =>
    (row.attempts_left === null || row.attempts_left > 0 || row.running || begun(account, row.id) > 0) &&
    h('a', { class: 'button', href: `/today/instruments/${row.id}`, 'aria-label': `${action(row)}: ${row.name}` }, action(row));
  const action = (row) =>
    begun(account, row.id) > 0 || row.running ? t('instruments.go_on') : last.has(row.id) ? t('instruments.again') : t('instruments.begin');
  return table({
    caption: t('instruments.title'),
    rows: [...found].sort((a, b) => last.has(a.id) - last.has(b.id)),
    columns: [
      { key: 'name', label: t('instruments.name'), show: (row) => h('bdi', { lang: row.language }, row.name) },
      { key: 'kind', label: t('word.kind'), value: (row) => code('instrument_kind', row.kind) },
      { key: 'items', label: t('instruments.items'), number: true, digits: 0 },
      { key: 'state', label: t('word.state'), value: state },
      { key: 'id', label: t('table.actions'), show: act },
    ],
  });
}

export function view(data, context) {
  const { surveys, aboard, applications, instruments: tests, submissions, pulses } = data;
  context.follow(`account.${context.account.id}`, (event) => {
    if (['survey.opened', 'candidacy.changed'].includes(event?.event)) context.reload();
  });
  const answered = new Set(submissions.map((one) => one.instrument));
  const open = tests.filter((one) => !answered.has(one.id)).length;
  const asked = [
    ...applications.map((one) =>
      h('li', null, h('a', { href: '/applications' }, t('today.offer', { title: one.title, vessel: one.vessel }))),
    ),
    ...surveys.map((one) =>
      h(
        'li',
        null,
        h('a', { href: `/today/surveys/${one.id}` }, t('today.survey', { kind: code('survey_kind', one.kind) })),
        ' · ',
        one.closes_at ? t('word.until', { moment: moment(one.closes_at) }) : t('today.since', { moment: moment(one.opens_at) }),
      ),
    ),
    aboard && !pulses.some((one) => one.day === ago(0)) && h('li', null, t('today.pulse')),
    open > 0 && h('li', null, t('today.instruments', { n: open })),
  ].filter(Boolean);
  return [
    h('h1', null, t('today.title')),
    h('p', { class: 'lead' }, aboard ? [own(aboard.position), ' · ', own(aboard.vessel_name)] : t('today.lead')),
    asked.length > 0
      ? h('section', { class: 'card' }, h('h2', null, t('today.asked')), h('ul', null, asked), h('p', { class: 'muted' }, t('today.free')))
      : empty(t('today.nothing'), h('p', null, h('a', { href: '/profile' }, t('profile.title')))),
    pulse(data, context),
    course(data),
    h('h2', null, t('instruments.title')),
    h('p', null, t('instruments.about')),
    instruments(data, context),
  ];
}
