// Whether groups are treated alike: who was selected at each stage, by what people declare, and whether a difference is more than chance.
import { h, own } from '/app/dom.mjs';
import { code, list, number, t } from '/app/i18n.mjs';
import { from, rows, view as api } from '/app/api.mjs';
import { hasRole, isAdmin, organizations } from '/app/session.mjs';
import { card, interval } from '/components/card.mjs';
import { field, form } from '/components/form.mjs';
import { empty, notice } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';

const stages = ['barrier', 'shortlist', 'hire'];

export async function load({ query }) {
  const campaign = query.get('campaign');
  const mustName = !isAdmin() && organizations('client').length === 0;
  const [found, campaigns] = await Promise.all([
    mustName && !campaign ? [] : rows(from('fairness', campaign ? { campaign } : {})),
    isAdmin() ? rows(api('campaigns').select('id, title, status').order('created_at', { ascending: false }).order('id').limit(100)) : [],
  ]);
  return { found, campaigns, mustName };
}
export const title = () => t('fairness.title');

/** One card an attribute, and of employers a year: the rows against all others, each with what the highest group's row adds. */
function grouped(found) {
  const all = new Map();
  for (const row of found) {
    const key = JSON.stringify([row.organization, row.year, row.attribute]);
    if (!all.has(key))
      all.set(key, { attribute: row.attribute, year: row.year, organization: row.organization, rows: [], highest: new Map(), every: [] });
    const one = all.get(key);
    one.every.push(row);
    if (row.reference === 'highest') one.highest.set(`${row.stage} ${row.group_name}`, row.ratio);
    else one.rows.push(row);
  }
  return [...all.values()].sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
}

const lessOften = (row) => row.adverse || row.adverse_rejection;
const moreOften = (row) => row.p_adjusted !== null && row.p_adjusted < 0.05 && row.risk_difference > 0;
function verdict(row) {
  const said = lessOften(row)
    ? [
        h('span', { class: 'badge concern' }, t('fairness.adverse')),
        row.decisions_to_turn !== null &&
          h('span', { class: 'small muted pair-note' }, t('fairness.to_turn', { n: row.decisions_to_turn })),
      ]
    : row.p === null
    ? h('span', { class: 'muted' }, t('fairness.untested'))
    : moreOften(row)
    ? t('fairness.more_often')
    : row.p_adjusted < 0.05
    ? t('fairness.within')
    : t('fairness.no_sign');
  return h('span', { class: 'said' }, said);
}

const points = (value) => number(value * 100, 0);
function columnsOf(highest) {
  return [
    { key: 'group_name', label: t('fairness.group') },
    { key: 'stage', label: t('fairness.stage'), value: (row) => code('stage', row.stage) },
    // What it comes to stands first: on a narrow screen the figures behind it are scrolled to.
    { key: 'adverse', label: t('fairness.sure'), show: verdict },
    {
      key: 'selected',
      label: t('fairness.selected'),
      unit: t('word.people'),
      number: true,
      value: (row) => t('format.of', { value: number(row.selected, 0), of: number(row.n, 0) }),
      show: (row) => t('format.of', { value: number(row.selected, 0), of: number(row.n, 0) }),
    },
    {
      key: 'rate',
      label: t('fairness.rate'),
      unit: t('fairness.percent'),
      show: (row) => interval({ value: row.rate * 100, low: row.rate_low * 100, high: row.rate_high * 100 }),
    },
    {
      key: 'risk_difference',
      label: t('fairness.difference'),
      unit: t('fairness.points'),
      show: (row) =>
        row.risk_difference === null
          ? '–'
          : h(
              'span',
              { class: 'interval-text' },
              t('format.range', { value: points(row.risk_difference), low: points(row.rd_low), high: points(row.rd_high) }),
            ),
    },
    { key: 'ratio', label: t('fairness.ratio'), number: true, digits: 2 },
    {
      key: 'highest',
      label: t('fairness.to_highest'),
      number: true,
      digits: 2,
      value: (row) => highest.get(`${row.stage} ${row.group_name}`) ?? null,
    },
    { key: 'p_adjusted', label: t('fairness.p'), number: true, digits: 3 },
  ];
}
const every = [
  'attribute',
  'group_name',
  'stage',
  'n',
  'selected',
  'rate',
  'rate_low',
  'rate_high',
  'reference',
  'ratio',
  'rejection_ratio',
  'risk_difference',
  'rd_low',
  'rd_high',
  'p',
  'p_adjusted',
  'z',
  'adverse',
  'adverse_rejection',
  'decisions_to_turn',
  'mh_odds_ratio',
  'mh_low',
  'mh_high',
  'mh_p',
];

const named = (those) => list([...new Set(those.map((row) => `${row.group_name} (${code('stage', row.stage)})`))]);

function one({ attribute, year, rows: shown, highest, every: all }, chosen) {
  const kept = shown.filter((row) => !chosen || row.stage === chosen).sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
  if (kept.length === 0) return null;
  const adverse = kept.filter(lessOften);
  const tested = kept.filter((row) => row.p !== null);
  const finding =
    adverse.length > 0
      ? t('fairness.some', { groups: named(adverse) })
      : kept.some(moreOften)
      ? t('fairness.some_more', { groups: named(kept.filter(moreOften)) })
      : tested.length > 0
      ? t('fairness.none_found')
      : t('fairness.none_tested');
  return card({
    title: own(attribute),
    n: t('fairness.people', {
      n: Math.max(...stages.map((stage) => shown.filter((row) => row.stage === stage).reduce((sum, row) => sum + row.n, 0))),
    }),
    unit: t('fairness.against'),
    period: year === null ? t('fairness.now') : t('fairness.year', { year: String(year) }),
    finding,
    content: table({ caption: t('fairness.rates'), columns: columnsOf(highest), rows: kept }),
    why: [
      ['why.definition', t('fairness.definition')],
      ['why.formula', t('fairness.formula'), year !== null && [' ', t('fairness.rounded')]],
      ['why.limits', t('fairness.limits')],
    ],
    table: {
      caption: t('fairness.every'),
      columns: every.map((key) => ({
        key,
        label: code('fairness_column', key),
        number: typeof all[0][key] === 'number',
        digits: 3,
        value: (row) => (typeof row[key] === 'boolean' ? code('truth', String(row[key])) : row[key]),
      })),
      rows: all,
    },
    file: 'fairness',
  });
}

export function view({ found, campaigns, mustName }, context) {
  const shown = grouped(found);
  const chosen = stages.includes(context.query.get('stage')) ? context.query.get('stage') : null;
  const name =
    hasRole('researcher') &&
    !isAdmin() &&
    form({
      narrow: true,
      action: t('fairness.look'),
      name: t('fairness.campaign'),
      fields: [
        field({
          name: 'campaign',
          label: t('fairness.campaign'),
          hint: t('fairness.campaign_hint'),
          value: context.query.get('campaign') ?? '',
          required: mustName,
          autocomplete: 'off',
        }),
      ],
      submit: ({ campaign }) => context.set({ campaign: campaign.trim() }),
    });
  const names = new Map(organizations().map((each) => [each.id, each.name]));
  return [
    h('h1', null, t('fairness.title')),
    h('p', { class: 'lead' }, t('fairness.lead')),
    name,
    filter(
      context,
      [
        isAdmin() && {
          name: 'campaign',
          label: t('fairness.campaign'),
          options: campaigns.map((each) => [each.id, each.title.slice(0, 60)]),
        },
        { name: 'stage', label: t('fairness.stage'), options: stages.map((stage) => [stage, code('stage', stage)]) },
      ].filter(Boolean),
    ),
    shown.length === 0
      ? empty(
          mustName && !context.query.get('campaign')
            ? t('fairness.name_one')
            : isAdmin() || context.query.get('campaign')
            ? t('fairness.none')
            : t('fairness.not_published'),
        )
      : [
          notice('note', t('fairness.reading')),
          shown.map((each, i) => [
            each.organization &&
              each.organization !== shown[i - 1]?.organization &&
              h('h2', { class: 'visually-hidden' }, own(names.get(each.organization) ?? '')),
            one(each, chosen),
          ]),
        ],
  ];
}
