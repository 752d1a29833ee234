// The vessels of an employer: how each crew is, which one differs from the others, and how far that is more than chance.
import { h, own } from '/app/dom.mjs';
import { code, list, moment, number, percent, t } from '/app/i18n.mjs';
import { from, read, rows, view as api } from '/app/api.mjs';
import { isAdmin, organizations } from '/app/session.mjs';
import { card, facts, near } from '/components/card.mjs';
import { empty, notice } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';

const items = ['team_cohesion', 'workload', 'leadership', 'own_performance', 'intent_to_stay', 'all'];

/** Those whose fleet can be looked at; the first is one that has vessels. */
async function employers() {
  const mine = isAdmin() ? await rows(api('organizations').select('id, name').order('name').limit(200)) : organizations('client');
  if (mine.length < 2) return mine;
  const vessels = await rows(api('vessels').select('organization').limit(1));
  return [...mine].sort((a, b) => (b.id === vessels[0]?.organization) - (a.id === vessels[0]?.organization));
}

export async function load({ query }) {
  const found = await employers();
  const organization = found.find((one) => one.id === query.get('organization')) ?? found[0];
  if (!organization) return { found };
  return { found, organization, fleet: await read('fleet', { organization: organization.id }) };
}
export const title = () => t('fleet.title');

const risk = (value) =>
  value ? h('span', { class: `badge ${{ low: 'good', high: 'concern', critical: 'danger' }[value] ?? ''}` }, code('risk', value)) : '–';

function vessels(fleet, told, organization, context) {
  const flagged = fleet.vessels.filter((one) => one.toxicity_flag);
  const small = fleet.vessels.some((one) => one.risk === null);
  const columns = [
    { key: 'name', label: t('fleet.vessel'), show: (row) => h('a', { href: `/fleet/${row.id}` }, own(row.name)) },
    { key: 'crew_count', label: t('fleet.crew'), unit: t('word.people'), number: true, digits: 0 },
    {
      key: 'weather',
      label: t('fleet.weather'),
      value: (row) => (row.weather ? code('weather_status', row.weather) : t('fleet.no_weather')),
    },
    { key: 'f_team', label: t('fleet.fit'), unit: t('word.scale'), number: true, digits: 0 },
    { key: 'crew_type', label: t('fleet.type'), value: (row) => (row.crew_type ? code('crew_type', row.crew_type) : '–') },
    { key: 'risk', label: t('fleet.risk'), show: (row) => risk(row.risk), value: (row) => row.risk },
    { key: 'toxicity_flag', label: t('fleet.mood'), value: (row) => t(row.toxicity_flag ? 'fleet.lower' : row.mood_judged ? 'fleet.as_others' : 'fleet.not_judged') },
  ];
  return card({
    title: t('fleet.differs'),
    n: t('fleet.vessels', { n: fleet.vessel_count }),
    period: t('word.as_of', { moment: moment(fleet.updated_at) }),
    finding:
      flagged.length > 0
        ? t('fleet.some_differ', { n: flagged.length, names: list(flagged.map((one) => one.name)) })
        : t('fleet.none_differs'),
    content: [
      table({ caption: t('fleet.all'), columns, rows: fleet.vessels, total: fleet.vessel_count }),
      small && h('p', { class: 'muted' }, t('state.small_crew')),
      h(
        'p',
        { class: 'actions' },
        h(
          'button',
          {
            type: 'button',
            on: { click: async () => (await import('/components/paper.mjs')).paper(context, 'fleet', { organization }, told) },
          },
          t('paper.ask'),
        ),
      ),
    ],
    why: [
      ['why.definition', t('fleet.definition')],
      ['why.formula', t('fleet.formula')],
      ['why.limits', t('fleet.limits')],
    ],
  });
}

/** How far crews agree among themselves, and differ from each other. */
function agree(found, fleet) {
  if (found.length === 0)
    return h('section', { class: 'card' }, h('h2', null, t('fleet.agreement')), h('p', null, t('fleet.no_agreement')));
  const names = new Map(fleet.vessels.map((one) => [one.id, one.name]));
  const ids = [...new Set(found.map((one) => one.vessel_id))];
  const shown = items
    .map((item) => ({ item, of: found.filter((one) => one.item === item) }))
    .filter((one) => one.of.length > 0)
    .map(({ item, of }) => ({
      item,
      icc1: of[0].icc1,
      icc2: of[0].icc2,
      people: of[0].people,
      rwg: Object.fromEntries(of.map((one) => [one.vessel_id, one.rwg])),
    }));
  const [most] = shown.filter((one) => one.icc1 !== null).sort((a, b) => b.icc1 - a.icc1);
  return card({
    title: t('fleet.agreement'),
    n: most && most.people,
    unit: t('fleet.answers'),
    finding:
      most && t(most.icc1 > 0 ? 'fleet.agree_finding' : 'fleet.agree_none', { item: code('item', most.item), share: percent(most.icc1) }),
    content: table({
      caption: t('fleet.by_item'),
      rows: shown,
      columns: [
        { key: 'item', label: t('fleet.item'), value: (row) => code('item', row.item) },
        { key: 'icc1', label: t('fleet.icc1'), unit: 'ICC(1)', number: true, digits: 2 },
        { key: 'icc2', label: t('fleet.icc2'), unit: 'ICC(2)', number: true, digits: 2 },
        ...ids.map((id) => ({
          key: id,
          label: own(names.get(id) ?? '–'),
          unit: 'r_wg',
          number: true,
          digits: 2,
          value: (row) => row.rwg[id],
        })),
      ],
    }),
    why: [
      ['why.definition', t('fleet.agree_definition')],
      ['why.formula', t('fleet.agree_formula')],
      ['why.limits', t('fleet.survey_limits')],
    ],
  });
}

/** What stands below: how far crews agree, and vessels out of service. */
async function below(organization, fleet) {
  const [agreement, former] = await Promise.all([
    rows(from('agreement', { organization })),
    rows(api('vessels').select('id, name').eq('organization', organization).eq('is_active', false).order('name').limit(100)),
  ]);
  const links = former.map((one) => h('li', null, h('a', { href: `/fleet/${one.id}` }, own(one.name))));
  return [agree(agreement, fleet), links.length > 0 && h('details', null, h('summary', null, t('fleet.former')), h('ul', null, links))];
}

export function view({ found, organization, fleet }, context) {
  const head = [h('h1', null, t('fleet.title')), h('p', { class: 'lead' }, organization ? own(organization.name) : t('fleet.lead'))];
  if (!organization) return [head, empty(t('fleet.no_organization'))];
  context.follow(`organization.${organization.id}`, (event) => {
    if (event?.event === 'fleet.changed') context.reload();
  });
  const told = h('div', { role: 'status' });
  const choose =
    found.length > 1 &&
    filter(context, [
      { name: 'organization', label: t('word.organization'), none: false, options: found.map((one) => [one.id, one.name]) },
    ]);
  if (!fleet || fleet.vessel_count === 0) return [head, choose, empty(t('fleet.none'))];
  return [
    head,
    choose,
    told,
    facts(
      [t('fleet.count'), number(fleet.vessel_count, 0), t('fleet.people', { n: fleet.crew_count })],
      fleet.performance !== null && [t('fleet.performance'), number(fleet.performance, 0), t('fleet.mean_of')],
      fleet.cohesion !== null && [t('fleet.cohesion'), number(fleet.cohesion, 0), t('fleet.mean_of')],
      [
        t('fleet.risk'),
        list(
          ['critical', 'high', 'medium', 'low']
            .filter((one) => fleet.risk[one] > 0)
            .map((one) => `${number(fleet.risk[one], 0)} × ${code('risk', one)}`),
        ) || '–',
        t('fleet.risk_note'),
      ],
    ),
    fleet.toxic > 0 && notice('concern', t('fleet.toxic', { n: fleet.toxic })),
    vessels(fleet, told, organization.id, context),
    near(() => below(organization.id, fleet), 24),
  ];
}
