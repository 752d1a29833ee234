// My profile: what was measured of me and how surely, what a reader is told, groups and experience that I declare, and what is kept.
import { h, own } from '/app/dom.mjs';
import { code, day, language, list, moment, percent, t } from '/app/i18n.mjs';
import { change, from, rows, view as api, write } from '/app/api.mjs';
import { card, facts, interval, near } from '/components/card.mjs';
import { field, form } from '/components/form.mjs';
import { empty } from '/components/state.mjs';
import { table } from '/components/table.mjs';

export async function load({ account }) {
  const [[profile], results] = await Promise.all([
    rows(api('profile').select('snapshot, updated_at')),
    rows(
      api('results').select('trait, score, score_low, score_high, percentile, measured_at').order('measured_at', { ascending: false }).limit(200),
    ),
  ]);
  const [report, readings] = await Promise.all([
    profile ? write('report', { person: account.id, context: 'candidate', language }) : null,
    rows(from('report_readings').order('read_on', { ascending: false }).limit(100)),
  ]);
  return { profile, results, report, readings };
}
export const title = () => t('profile.title');

const families = ['big_five', 'cognitive', 'motivation', 'resilience', 'leadership_preferences'];
/** Each trait of the snapshot, 0 to 100, with the interval of its measurement where the result behind it is known. */
function traits({ snapshot }, results) {
  const all = families.flatMap((family) => {
    const found = snapshot[family];
    const entries = typeof found === 'number' ? [[family, found]] : Object.entries(found ?? {});
    return entries.map(([trait, value]) => ({ family, trait, value: family === 'leadership_preferences' ? value * 100 : value }));
  });
  if (snapshot.emotional_stability !== undefined)
    all.splice(5, 0, { family: 'big_five', trait: 'emotional_stability', value: snapshot.emotional_stability });
  return all.map((one) => {
    const source = results.find((row) => row.trait === one.trait && Math.abs(row.score - one.value) < 0.6);
    return {
      ...one,
      low: source?.score_low ?? null,
      high: source?.score_high ?? null,
      percentile: source?.percentile ?? null,
      measured_at: source?.measured_at ?? null,
    };
  });
}

function measured({ profile, results }) {
  const { quality } = profile.snapshot;
  const notes = [
    quality.estimated.length > 0 && t('profile.estimated', { traits: list(quality.estimated.map((one) => code('trait', one))) }),
    quality.unreliable.length > 0 && t('profile.unreliable', { traits: list(quality.unreliable.map((one) => code('trait', one))) }),
    quality.flags.length > 0 && t('profile.flags', { flags: list(quality.flags.map((one) => code('answer_flag', one))) }),
  ].filter(Boolean);
  return card({
    title: t('profile.measured'),
    unit: t('word.scale'),
    n: t('profile.instruments', { n: quality.instruments.length }),
    period: t('word.as_of', { moment: moment(profile.updated_at) }),
    finding: t('profile.completeness', { share: percent(quality.completeness) }),
    content: [
      notes.length > 0 &&
        h(
          'ul',
          null,
          notes.map((one) => h('li', null, one)),
        ),
      table({
        caption: t('profile.traits'),
        rows: traits(profile, results),
        columns: [
          { key: 'trait', label: t('profile.trait'), value: (row) => code('trait', row.trait) },
          { key: 'family', label: t('profile.family'), value: (row) => code('family', row.family) },
          { key: 'value', label: t('word.score'), unit: t('profile.interval'), show: interval },
          { key: 'percentile', label: t('profile.percentile'), unit: '%', number: true, digits: 0 },
          { key: 'measured_at', label: t('profile.when'), show: (row) => day(row.measured_at?.slice(0, 10)) },
        ],
      }),
    ],
    why: [
      ['why.definition', t('profile.definition')],
      ['why.formula', t('profile.formula')],
      ['why.limits', t('profile.limits')],
    ],
  });
}

function told({ report }, place, context) {
  const { account } = context;
  const items = report.items.map((one) => h('li', null, code('trait', one.item), ': ', code('counts_as', one.level)));
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('profile.report')),
    h('p', null, t('profile.report_about')),
    h(
      'div',
      { class: 'beside' },
      h('div', null, h('h3', null, t('profile.levels')), h('ul', null, items)),
      h(
        'div',
        null,
        h('h3', null, t('profile.advice')),
        report.advice.length === 0
          ? h('p', null, t('profile.no_advice'))
          : h(
              'ul',
              null,
              report.advice.map((one) => h('li', { lang: one.language === language ? null : one.language }, own(one.text))),
            ),
      ),
    ),
    h(
      'p',
      { class: 'actions' },
      h(
        'button',
        {
          type: 'button',
          on: { click: async () => (await import('/components/paper.mjs')).paper(context, 'candidate', { person: account.id }, place) },
        },
        t('paper.ask'),
      ),
    ),
    h(
      'details',
      null,
      h('summary', null, t('profile.who')),
      h('p', null, t('profile.who_candidate')),
      h('p', null, t('profile.who_crew')),
      h('p', null, t('profile.who_nobody')),
    ),
  );
}

function declared({ groups }, context) {
  const remove = async (row) => {
    await change(api('declared_groups').delete().eq('attribute', row.attribute));
    await context.done(t('groups.removed'));
  };
  const edit = (row) =>
    context.ask({
      title: t('groups.change_of', { attribute: row.attribute }),
      text: t('groups.why'),
      action: t('word.save'),
      fields: [{ name: 'group_name', label: t('groups.group'), value: row.group_name, required: true, maxlength: 200 }],
      act: async (values) => {
        await change(api('declared_groups').update(values).eq('attribute', row.attribute));
        await context.reload();
      },
    });
  const act = (row) =>
    h(
      'div',
      { class: 'actions' },
      h(
        'button',
        { type: 'button', 'aria-label': t('groups.change_of', { attribute: row.attribute }), on: { click: () => edit(row) } },
        t('groups.change'),
      ),
      h(
        'button',
        { type: 'button', 'aria-label': t('word.remove_of', { name: row.attribute }), on: { click: () => remove(row) } },
        t('word.remove'),
      ),
    );
  return [
    h('h2', null, t('groups.title')),
    h('p', null, t('groups.why')),
    groups.length > 0 &&
      table({
        caption: t('groups.title'),
        rows: groups,
        columns: [
          { key: 'attribute', label: t('groups.attribute') },
          { key: 'group_name', label: t('groups.group') },
          { key: 'id', label: t('table.actions'), show: act },
        ],
      }),
    form({
      action: t('groups.add'),
      name: t('groups.add'),
      fields: [
        field({ name: 'attribute', label: t('groups.attribute'), hint: t('groups.attribute_hint'), required: true, maxlength: 100 }),
        field({ name: 'group_name', label: t('groups.group'), hint: t('groups.group_hint'), required: true, maxlength: 200 }),
      ],
      submit: async (values) => {
        await change(api('declared_groups').insert(values));
        await context.done(t('word.saved'));
      },
    }),
  ];
}

function experience({ past, positions }, context) {
  const leave = (row) =>
    context.ask({
      title: t('experience.leave'),
      text: t('experience.leave_why', { vessel: row.vessel_name }),
      action: t('experience.leave'),
      fields: [
        { name: 'reason', label: t('word.reason'), type: 'textarea', required: true },
        { name: 'left_on', label: t('word.last_day'), type: 'date', required: true, value: new Date().toISOString().slice(0, 10) },
      ],
      act: async (values) => {
        await write('leave', { person: context.account.id, ...values });
        await context.reload();
      },
    });
  const remove = (row) =>
    context.ask({
      title: t('word.remove'),
      text: t('experience.remove_why', { vessel: row.vessel_name }),
      action: t('word.remove'),
      act: async () => {
        await change(api('assignments').delete().eq('id', row.id));
        await context.reload();
      },
    });
  return [
    h('h2', null, t('experience.title')),
    h('p', null, t('experience.why')),
    past.length > 0 &&
      table({
        caption: t('experience.title'),
        rows: past,
        columns: [
          { key: 'vessel_name', label: t('word.vessel') },
          { key: 'position', label: t('word.position') },
          { key: 'status', label: t('word.state'), value: (row) => code('assignment_status', row.status) },
          { key: 'started_on', label: t('experience.from'), show: (row) => day(row.started_on) },
          { key: 'ended_on', label: t('experience.to'), show: (row) => day(row.ended_on) },
          {
            key: 'id',
            label: t('table.actions'),
            show: (row) =>
              row.status === 'declared'
                ? h(
                    'button',
                    { type: 'button', 'aria-label': t('word.remove_of', { name: row.vessel_name }), on: { click: () => remove(row) } },
                    t('word.remove'),
                  )
                : row.status === 'active'
                ? h(
                    'button',
                    { type: 'button', 'aria-label': `${t('experience.leave')}: ${row.vessel_name}`, on: { click: () => leave(row) } },
                    t('experience.leave'),
                  )
                : '–',
          },
        ],
      }),
    form({
      action: t('experience.add'),
      name: t('experience.add'),
      fields: [
        field({ name: 'vessel_name', label: t('word.vessel'), required: true, maxlength: 200 }),
        field({ name: 'position', label: t('word.position'), options: positions.map((one) => [one.name, one.name]) }),
        field({ name: 'started_on', label: t('experience.from'), type: 'date', required: true }),
        field({ name: 'ended_on', label: t('experience.to'), type: 'date', required: true }),
      ],
      submit: async (values) => {
        await change(api('assignments').insert(values));
        await context.done(t('word.saved'));
      },
    }),
  ];
}

/** Who has read a report on one: employers, by day. */
function read({ readings }) {
  return [
    h('h2', null, t('profile.readings')),
    readings.length === 0
      ? h('p', null, t('profile.no_readings'))
      : table({
          caption: t('profile.readings'),
          rows: readings,
          columns: [
            { key: 'read_on', label: t('profile.when_read'), show: (row) => day(row.read_on) },
            { key: 'employer', label: t('profile.by'), show: (row) => (row.employer ? own(row.employer) : t('profile.by_administrator')) },
            { key: 'context', label: t('profile.as'), value: (row) => code('report_context', row.context) },
            { key: 'title', label: t('profile.of_campaign'), show: (row) => (row.title ? own(row.title) : '–') },
          ],
        }),
  ];
}

/** What stands below: what is declared by oneself. */
async function below(context) {
  const [groups, past, positions] = await Promise.all([
    rows(api('declared_groups').select('attribute, group_name').order('attribute')),
    rows(
      api('assignments')
        .select('id, vessel_name, position, status, started_on, ended_on')
        .eq('person', context.account.id)
        .order('started_on', { ascending: false })
        .limit(100),
    ),
    rows(api('positions').select('name').order('sort')),
  ]);
  return [...declared({ groups }, context), ...experience({ past, positions }, context)];
}

export function view(data, context) {
  const place = h('div', { role: 'status' });
  return [
    h('h1', null, t('profile.title')),
    h('p', { class: 'lead' }, t('profile.lead')),
    place,
    data.profile
      ? [
          facts(
            [t('profile.share'), percent(data.profile.snapshot.quality.completeness), t('profile.share_of')],
            [t('profile.changed'), moment(data.profile.updated_at)],
          ),
          told(data, place, context),
          measured(data),
        ]
      : empty(t('profile.none'), h('p', null, h('a', { class: 'button primary', href: '/today' }, t('today.title')))),
    read(data),
    near(() => below(context), 48),
    h('h2', null, t('profile.your_data')),
    h('p', null, t('profile.data')),
    h(
      'p',
      { class: 'actions' },
      h('a', { class: 'button', href: '/account' }, t('nav.account')),
      h('a', { class: 'button', href: '/documents' }, t('nav.documents')),
    ),
  ];
}
