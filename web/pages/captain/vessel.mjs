// A vessel: mood, harmony and risk of its crew, what to do in words, demands and resources, and who is aboard.
import { h, own } from '/app/dom.mjs';
import { code, day, hasCode, language, moment, number, percent, t } from '/app/i18n.mjs';
import { from, read, rows, view as api, write } from '/app/api.mjs';
import { card, facts, interval, why } from '/components/card.mjs';
import { empty, notice } from '/components/state.mjs';
import { table } from '/components/table.mjs';

export async function load({ parameters: { vessel } }) {
  const [dashboard, [about], roster] = await Promise.all([
    read('dashboard', { vessel, language }),
    rows(api('vessels').select('id, name, environment, leadership, is_active').eq('id', vessel)),
    rows(from('roster', { vessel })),
  ]);
  return { dashboard, about, roster };
}
export const title = ({ about }) => about.name;
const hundred = () => t('word.scale');
const small = (name) => h('section', { class: 'card' }, h('h2', null, t(name)), h('p', { class: 'state' }, t('state.small_crew')));

/** Sunday of the week that begins on this Monday. */
const until = (monday) => new Date(Date.parse(monday) + 6 * 864e5).toISOString().slice(0, 10);

function weather({ weather: found }) {
  if (!found) return h('section', { class: 'card' }, h('h2', null, t('weather.title')), h('p', { class: 'state' }, t('weather.none')));
  const trend = found.trend ? t(`weather.${found.trend}`) : t('weather.no_trend');
  const shown = [
    { name: t('weather.mean'), value: found.mean, low: null, high: null },
    { name: t('weather.shrunk'), value: found.weather, low: null, high: null },
    found.outlook !== null && { name: t('weather.outlook'), value: found.outlook, low: found.outlook_low, high: found.outlook_high },
  ].filter(Boolean);
  return card({
    title: t('weather.title'),
    unit: t('word.scale_of_five'),
    n: t('weather.n', { n: found.n_people, pulses: found.n_pulses }),
    period: t('word.period', { from: day(found.week), to: day(until(found.week)) }),
    finding: t('weather.finding', { mean: number(found.mean), status: code('weather_status', found.status), trend }),
    content: [
      table({
        caption: t('weather.title'),
        rows: shown,
        columns: [
          { key: 'name', label: t('weather.figure') },
          {
            key: 'value',
            label: t('word.score'),
            unit: t('word.scale_of_five'),
            show: (row) => interval({ ...row, scale: [1, 5], digits: 1 }),
          },
        ],
      }),
      facts([
        t('weather.swing'),
        number(found.rmssd),
        found.rmssd === null ? t('weather.no_swing') : t('weather.swing_n', { n: found.n_differences }),
      ]),
    ],
    why: [
      ['why.definition', t('weather.definition')],
      ['why.formula', t('weather.formula')],
      ['why.limits', t('weather.limits')],
    ],
  });
}

function team({ harmony, diagnosis, f_team: fit }) {
  if (!harmony || !diagnosis) return small('crew.harmony');
  const shown = [
    { name: t('crew.performance'), value: harmony.performance, level: diagnosis.performance_level },
    { name: t('crew.cohesion'), value: harmony.cohesion, level: diagnosis.cohesion_level },
    { name: t('crew.fit'), value: fit?.score ?? null, level: null },
  ].map((row) => ({ low: null, high: null, ...row }));
  return card({
    title: t('crew.harmony'),
    unit: hundred(),
    n: harmony.n,
    period: t('crew.measured', { share: percent(harmony.data_quality) }),
    finding: t('crew.harmony_finding', {
      performance: code('counts_as', diagnosis.performance_level),
      cohesion: code('counts_as', diagnosis.cohesion_level),
      cell: code('cell', diagnosis.cell),
    }),
    content: [
      table({
        caption: t('crew.harmony'),
        rows: shown,
        columns: [
          { key: 'name', label: t('weather.figure') },
          { key: 'value', label: t('word.score'), unit: hundred(), show: (row) => interval(row) },
          { key: 'level', label: t('crew.level'), value: (row) => (row.level ? code('counts_as', row.level) : '–') },
        ],
      }),
      (fit?.flags ?? []).length > 0 &&
        h(
          'ul',
          null,
          fit.flags.map((one) => h('li', null, code('team_flag', one))),
        ),
    ],
    why: [
      ['why.definition', t('crew.harmony_definition')],
      ['why.formula', t('crew.harmony_formula')],
      ['why.limits', t('crew.limits')],
    ],
  });
}

function diagnosis({ diagnosis: found, statement }) {
  if (!found) return small('crew.diagnosis');
  const shown = [
    { name: t('crew.conflict'), value: found.hidden_conflict },
    { name: t('crew.volatility'), value: found.team_volatility },
  ].map((row) => ({ ...row, low: null, high: null }));
  return card({
    title: t('crew.diagnosis'),
    unit: hundred(),
    period: t('crew.measured', { share: percent(found.data_quality) }),
    finding: t('crew.diagnosis_finding', { type: code('crew_type', found.crew_type), risk: code('risk', found.risk) }),
    content: [
      statement &&
        notice(
          ['high', 'critical'].includes(found.risk) ? 'concern' : 'note',
          h('span', { lang: statement.language === language ? null : statement.language }, own(statement.text)),
        ),
      table({
        caption: t('crew.risks'),
        rows: shown,
        columns: [
          { key: 'name', label: t('crew.risk_of') },
          { key: 'value', label: t('word.score'), unit: hundred(), show: (row) => interval(row) },
        ],
      }),
      found.risk_signal !== 'none' && h('p', null, t('crew.signal', { what: code('risk_signal', found.risk_signal) })),
    ],
    why: [
      ['why.definition', t('crew.diagnosis_definition')],
      ['why.formula', t('crew.diagnosis_formula')],
      ['why.model', hasCode('model', found.model_version) ? code('model', found.model_version) : own(found.model_version)],
      ['why.limits', t('crew.limits')],
    ],
  });
}

const keys = ['charter_intensity', 'management_pressure', 'salary_index', 'rest_days_ratio', 'private_cabin_ratio'];
function surroundings({ about, dashboard }, context) {
  const shown = keys.map((key) => ({
    key,
    kind: key.startsWith('c') || key.startsWith('m') ? 'demand' : 'resource',
    value: about.environment?.[key] ?? null,
  }));
  const change = () =>
    context.ask({
      title: t('environment.change'),
      text: t('environment.why'),
      action: t('word.save'),
      fields: keys.map((key) => ({
        name: key,
        label: t(`environment_key.${key}`),
        unit: '%',
        type: 'number',
        min: 0,
        max: 100,
        step: 1,
        value: about.environment?.[key] === undefined ? '' : Math.round(about.environment[key] * 100),
      })),
      act: async (values) => {
        const environment = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === null ? null : value / 100]));
        await write('set_environment', { vessel: about.id, environment });
        await context.reload();
      },
    });
  const leads = Object.entries(dashboard.leadership ?? {}).map(([key, value]) =>
    h('li', null, code('trait', key), ': ', typeof value === 'number' ? percent(value) : code('counts_as', value)),
  );
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('environment.title')),
    table({
      caption: t('environment.title'),
      rows: shown,
      columns: [
        { key: 'key', label: t('weather.figure'), value: (row) => code('environment_key', row.key) },
        { key: 'kind', label: t('environment.kind'), value: (row) => code('environment_kind', row.kind) },
        {
          key: 'value',
          label: t('word.score'),
          unit: t('environment.most'),
          show: (row) => (row.value === null ? '–' : interval({ value: Math.round(row.value * 100) })),
        },
      ],
    }),
    h('p', { class: 'actions' }, h('button', { type: 'button', on: { click: change } }, t('environment.change'))),
    h('h3', null, t('environment.leads')),
    leads.length > 0 ? h('ul', null, leads) : h('p', null, t('environment.leads_unknown')),
    why(['why.definition', t('environment.definition')]),
  );
}

function aboard({ roster, about }, told, context) {
  const vessel = about.id;
  const pass = async () => {
    const positions = await rows(api('positions').select('name').order('sort'));
    await context.ask({
      title: t('roster.pass'),
      text: t('roster.pass_why'),
      action: t('roster.pass'),
      fields: [
        { name: 'position', label: t('word.position'), options: positions.map((one) => [one.name, one.name]) },
        { name: 'email', label: t('sign_in.email'), hint: t('roster.email_hint'), type: 'email', autocomplete: 'off' },
      ],
      act: async ({ position, email }) => {
        const token = await write('boarding_pass', { vessel, position, ...(email && { email }) });
        told.replaceChildren(notice('good', t('roster.passed'), ' ', h('code', null, `${location.origin}/join#${token}`)));
      },
    });
  };
  const end = (row) =>
    context.ask({
      title: t('roster.end_of', { name: row.full_name }),
      text: t('roster.end_why'),
      action: t('roster.end'),
      fields: [
        { name: 'reason', label: t('word.reason'), type: 'textarea', required: true },
        { name: 'left_on', label: t('word.last_day'), type: 'date', required: true, value: new Date().toISOString().slice(0, 10) },
      ],
      act: async ({ reason, left_on: left }) => {
        await write('leave', { person: row.person, reason, left_on: left });
        await context.reload();
      },
    });
  const lead = async (row) => {
    await write('set_leader', { vessel, person: row.is_leader ? null : row.person });
    await context.reload();
  };
  const act = (row) =>
    h(
      'div',
      { class: 'actions' },
      h(
        'button',
        {
          type: 'button',
          id: `lead-${row.person}`,
          'aria-pressed': String(row.is_leader),
          'aria-label': t(row.is_leader ? 'roster.leads_of' : 'roster.lead_of', { name: row.full_name }),
          on: { click: () => lead(row) },
        },
        row.is_leader ? t('roster.leads') : t('roster.lead'),
      ),
      h(
        'button',
        { type: 'button', 'aria-label': t('roster.end_of', { name: row.full_name }), on: { click: () => end(row) } },
        t('roster.end'),
      ),
    );
  return [
    h('h2', null, t('roster.title')),
    h(
      'p',
      { class: 'actions' },
      about.is_active && h('button', { type: 'button', class: 'primary', on: { click: pass } }, t('roster.pass')),
    ),
    roster.length === 0
      ? empty(t('roster.none'))
      : table({
          caption: t('roster.title'),
          rows: roster,
          columns: [
            { key: 'full_name', label: t('word.name') },
            { key: 'position', label: t('word.position') },
            { key: 'started_on', label: t('word.since'), show: (row) => day(row.started_on) },
            { key: 'person', label: t('table.actions'), show: act },
          ],
        }),
  ];
}

export function view(data, context) {
  const { dashboard, about } = data;
  const told = h('div', { role: 'status' });
  context.follow(`vessel.${about.id}`, (event) => {
    if (event) context.reload();
  });
  const { toxicity_evidence: evidence } = dashboard;
  return [
    h('h1', null, own(about.name)),
    h(
      'p',
      { class: 'lead' },
      about.is_active ? t('vessel.lead', { n: data.roster.length }) : t('vessel.former'),
      dashboard.updated_at && [' · ', t('vessel.at', { moment: moment(dashboard.updated_at) })],
    ),
    h(
      'p',
      { class: 'actions' },
      h('a', { href: '/fleet' }, t('fleet.title')),
      h('a', { class: 'button', href: `/fleet/${about.id}/sociogram` }, t('sociogram.title')),
      h('a', { class: 'button', href: `/fleet/${about.id}/surveys` }, t('surveys.title')),
      h(
        'button',
        {
          type: 'button',
          on: { click: async () => (await import('/components/paper.mjs')).paper(context, 'vessel', { vessel: about.id }, told) },
        },
        t('paper.ask'),
      ),
    ),
    told,
    dashboard.toxicity_flag &&
      notice(
        'concern',
        evidence?.people
          ? t('vessel.toxic_n', { n: evidence.people, vessels: evidence.rest_vessels, week: day(evidence.week) })
          : t('vessel.toxic'),
      ),
    h('div', { class: 'grid' }, weather(dashboard), diagnosis(dashboard), team(dashboard), surroundings(data, context)),
    aboard(data, told, context),
  ];
}
