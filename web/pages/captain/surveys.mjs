// The surveys of a vessel: opened and ended here, their results over time by item.
import { h, own } from '/app/dom.mjs';
import { code, day, moment, number, t } from '/app/i18n.mjs';
import { from, page, rows, view as api, write } from '/app/api.mjs';
import { option as line } from '/charts/line.mjs';
import { card } from '/components/card.mjs';
import { field, form } from '/components/form.mjs';
import { empty } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';

const items = ['team_cohesion', 'workload', 'leadership', 'own_performance', 'intent_to_stay'];
const order = { column: 'opens_at', descending: true };
function asked({ parameters: { vessel }, query }) {
  const found = api('surveys').select('id, vessel, kind, opens_at, closes_at').eq('vessel', vessel);
  return query.get('kind') ? found.eq('kind', query.get('kind')) : found;
}

export async function load(context) {
  const { vessel } = context.parameters;
  const [results, [about], found, kinds] = await Promise.all([
    rows(from('survey_results', { vessel, ...(context.query.get('kind') && { survey_kind: context.query.get('kind') }) })),
    rows(api('vessels').select('id, name').eq('id', vessel)),
    page(asked(context), order),
    rows(api('survey_kinds').select('kind')),
  ]);
  return { results, about, found, kinds: kinds.map((one) => one.kind) };
}
export const title = ({ about }) => t('surveys.of', { vessel: about.name });

/** The results by survey, in the order of time: {survey, kind, opens_at, n, of: {item: {n, mean, sd, low, high}}}. */
function bySurvey(results) {
  const all = new Map();
  for (const row of results) {
    if (!all.has(row.survey)) all.set(row.survey, { survey: row.survey, kind: row.kind, opens_at: row.opens_at, n: 0, of: {} });
    const one = all.get(row.survey);
    one.of[row.item] = row;
    one.n = Math.max(one.n, row.n);
  }
  return [...all.values()].sort((a, b) => (a.opens_at < b.opens_at ? -1 : 1));
}

const when = (one) => day(one.opens_at.slice(0, 10));
/** One item over the surveys: its mean, and a standard deviation of the answers to either side. */
function course(shown, item, level, height = 12) {
  const of = shown.map((one) => ({ ...one, figure: one.of[item] ?? null }));
  const told = of.filter((one) => one.figure);
  const [last, before] = [told.at(-1), told.at(-2)];
  const figure = ({ mean, low, high }) => ({ values: [mean], low, high });
  const finding = t('surveys.finding', {
    day: when(last),
    mean: number(last.figure.mean, 0),
    before: before ? t('surveys.before', { mean: number(before.figure.mean, 0) }) : '',
  });
  const words = { x: t('surveys.opened'), y: t('word.scale'), number: (value) => number(value, 0), least: 0, most: 100 };
  const name = code('item', item);
  return card({
    title: name,
    level,
    unit: t('word.scale'),
    n: t('surveys.answered', { n: last.figure.n }),
    finding,
    chart: {
      make: (palette, width) =>
        line(
          of.map((one) => ({ x: when(one), ...(one.figure ? figure(one.figure) : { values: [null], low: null, high: null }) })),
          words,
          palette,
          width,
        ),
      label: `${name}: ${finding}`,
      axis: t('surveys.choose'),
      height,
      points: of.map((one) =>
        one.figure
          ? t('surveys.at', {
              day: when(one),
              kind: code('survey_kind', one.kind),
              mean: number(one.figure.mean, 0),
              sd: number(one.figure.sd, 0),
              n: one.figure.n,
            })
          : t('surveys.at_none', { day: when(one) }),
      ),
    },
    why: [
      ['why.definition', t(item === 'workload' ? 'surveys.definition_workload' : 'surveys.definition')],
      ['why.formula', t('surveys.formula')],
      ['why.limits', t('surveys.limits')],
    ],
    table: {
      caption: name,
      rows: [...told].reverse().map((one) => ({ ...one.figure, opens_at: one.opens_at })),
      columns: [
        { key: 'opens_at', label: t('surveys.opened'), show: (row) => day(row.opens_at.slice(0, 10)) },
        { key: 'kind', label: t('word.kind'), value: (row) => code('survey_kind', row.kind) },
        { key: 'mean', label: t('surveys.mean'), unit: t('word.scale'), number: true, digits: 0 },
        { key: 'sd', label: t('surveys.sd'), unit: t('surveys.points'), number: true, digits: 0 },
        { key: 'n', label: t('surveys.n'), unit: t('word.people'), number: true, digits: 0 },
      ],
    },
    file: `surveys-${item}`,
  });
}

function results(found, context) {
  const shown = bySurvey(found);
  const told = items.filter((item) => shown.some((one) => one.of[item]));
  if (told.length === 0) return [h('p', { class: 'state' }, t('state.small_group')), h('p', null, t('surveys.when'))];
  const chosen = told.includes(context.query.get('item')) ? context.query.get('item') : null;
  return [
    h('p', { class: 'muted' }, t('surveys.band')),
    chosen
      ? course(shown, chosen, 3, 20)
      : h(
          'div',
          { class: 'grid' },
          told.map((item) => course(shown, item, 3)),
        ),
  ];
}

const open = (row) => row.closes_at === null || new Date(row.closes_at) > new Date();

function openOne(kinds, { parameters: { vessel }, announce, reload }) {
  return form({
    action: t('surveys.open'),
    name: t('surveys.open'),
    fields: [
      field({ name: 'kind', label: t('word.kind'), options: kinds.map((kind) => [kind, code('survey_kind', kind)]) }),
      field({ name: 'closes_at', label: t('surveys.closes'), hint: t('surveys.closes_hint'), type: 'datetime-local' }),
    ],
    submit: async ({ kind, closes_at: closes }) => {
      await write('open_survey', { vessel, kind, ...(closes && { closes_at: new Date(closes).toISOString() }) });
      announce(t('surveys.is_open'));
      await reload();
    },
  });
}

export function view({ results: figures, about, found, kinds }, context) {
  const published = new Map(bySurvey(figures, null).map((one) => [one.survey, one.n]));
  const close = (row) =>
    context.ask({
      title: t('surveys.close'),
      text: t('surveys.close_why'),
      action: t('surveys.close'),
      act: async () => {
        await write('close_survey', { survey: row.id });
        await context.reload();
      },
    });
  const columns = [
    { key: 'opens_at', label: t('surveys.opened'), show: (row) => moment(row.opens_at) },
    { key: 'kind', label: t('word.kind'), value: (row) => code('survey_kind', row.kind) },
    {
      key: 'closes_at',
      label: t('word.state'),
      show: (row) =>
        row.closes_at === null
          ? t('surveys.until_closed')
          : open(row)
          ? t('word.until', { moment: moment(row.closes_at) })
          : t('surveys.closed', { moment: moment(row.closes_at) }),
    },
    {
      key: 'n',
      label: t('surveys.results'),
      value: (row) => (published.has(row.id) ? t('surveys.counted', { n: published.get(row.id) }) : t('surveys.not_yet')),
    },
    {
      key: 'id',
      label: t('table.actions'),
      show: (row) =>
        open(row)
          ? h(
              'button',
              {
                type: 'button',
                'aria-label': t('surveys.close_of', { kind: code('survey_kind', row.kind), moment: moment(row.opens_at) }),
                on: { click: () => close(row) },
              },
              t('surveys.close'),
            )
          : '–',
    },
  ];
  return [
    h('h1', null, own(title({ about }))),
    h('p', { class: 'lead' }, t('surveys.lead')),
    h('p', { class: 'actions' }, h('a', { href: `/fleet/${about.id}` }, own(about.name))),
    filter(context, [
      { name: 'kind', label: t('word.kind'), options: kinds.map((kind) => [kind, code('survey_kind', kind)]) },
      { name: 'item', label: t('surveys.item'), options: items.map((item) => [item, code('item', item)]) },
    ]),
    h('h2', null, t('surveys.results')),
    results(figures, context),
    h('h2', null, t('surveys.all')),
    found.rows.length === 0
      ? empty(context.query.get('kind') ? t('state.none_match') : t('surveys.none'))
      : table({
          caption: t('surveys.all'),
          columns,
          rows: found.rows,
          hasMore: found.more,
          announce: context.announce,
          more: (last) => page(asked(context), { ...order, after: last }),
        }),
    h('h2', null, t('surveys.open')),
    openOne(kinds, context),
  ];
}
