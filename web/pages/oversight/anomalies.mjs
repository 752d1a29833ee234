// What stands out of the series of models: by how much, since when, and the series itself; acknowledged from here.
import { page, rows, view as api, write } from '/app/api.mjs';
import { h, link, own } from '/app/dom.mjs';
import { code, moment, number, shortDay, signed, t } from '/app/i18n.mjs';
import { option as control } from '/charts/control.mjs';
import { card, why } from '/components/card.mjs';
import { empty } from '/components/state.mjs';
import { csv, filter, table } from '/components/table.mjs';

const severities = ['critical', 'high', 'medium', 'low'];
const order = { column: 'id', descending: true };

function asked({ query }) {
  let found = api('anomalies').select('*');
  for (const name of ['status', 'severity', 'model']) if (query.get(name)) found = found.eq(name, query.get(name));
  return found;
}
/** The series that an anomaly stands out of: the twelve weeks before it and the four after, where its values are of days. */
const around = { n: 113, after: 28 * 86400000 };
async function series({ organization_id, model, metric, at }) {
  const values = await rows(
    api('metric_values')
      .select('at, value')
      .match({ organization_id, model, metric })
      .lte('at', new Date(Date.parse(at) + around.after).toISOString())
      .order('at', { ascending: false })
      .limit(around.n),
  );
  return values.reverse();
}
export async function load(context) {
  const found = await page(asked(context), order);
  const chosen = found.rows.find((row) => String(row.id) === context.query.get('series')) ?? found.rows[0] ?? null;
  return { found, chosen, values: chosen && (await series(chosen)) };
}
export const title = () => t('anomalies.title');

/** Means of probabilities and counts are of different sizes: three digits that say something. */
const figure = (value) => number(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 1 : 3);
const metric = (row) => code('watched_metric', row.metric);

function acts(row, context) {
  if (row.status !== 'open')
    return [
      t('anomalies.seen', { moment: moment(row.acknowledged_at) }),
      row.acknowledged_by_name && [' · ', own(row.acknowledged_by_name)],
      row.note && [': ', own(row.note)],
    ];
  const what = t('anomalies.what', { metric: metric(row), model: row.model || t('anomalies.no_model') });
  const click = () =>
    context.ask({
      title: t('anomalies.acknowledge_of', { what }),
      text: t('anomalies.acknowledge_why'),
      action: t('anomalies.acknowledge'),
      fields: [{ name: 'note', label: t('anomalies.note'), hint: t('anomalies.note_hint'), type: 'textarea', maxlength: 10000 }],
      act: async ({ note }) => {
        await write('acknowledge_anomaly', { anomaly: row.id, ...(note.trim() && { note }) });
        await context.done(t('anomalies.acknowledged', { what }));
      },
    });
  return h(
    'button',
    { type: 'button', id: `anomaly-${row.id}`, 'aria-label': t('anomalies.acknowledge_of', { what }), on: { click } },
    t('anomalies.acknowledge'),
  );
}

const reasons = () => [
  ['why.definition', t('anomalies.definition')],
  ['why.formula', t('anomalies.formula')],
  ['why.limits', t('anomalies.limits')],
];

/** The address that shows an anomaly's series. */
function seriesOf(row, { query }) {
  const asked = new URLSearchParams(query);
  asked.set('series', row.id);
  return `${location.pathname}?${asked}`;
}

/** The values around an anomaly, which is marked, and what was expected there. */
function course({ chosen, values }) {
  const what = t('anomalies.what', { metric: metric(chosen), model: chosen.model || t('anomalies.no_model') });
  const finding = t('anomalies.finding', {
    moment: moment(chosen.at),
    value: figure(chosen.value),
    expected: figure(chosen.expected),
    z: signed(chosen.z),
  });
  const off = (one) => one.at === chosen.at;
  const words = { x: t('anomalies.at'), y: metric(chosen), centre: t('anomalies.median'), low: '', high: '', number: figure };
  return card({
    title: what,
    unit: code('watched_unit', chosen.metric),
    n: t('anomalies.n', { n: values.length }),
    finding,
    chart: {
      make: (palette, width) =>
        control(
          values.map((one) => ({ x: shortDay(one.at), value: one.value, centre: chosen.expected, special: off(one) ? true : null })),
          words,
          palette,
          width,
        ),
      label: `${what}: ${finding}`,
      axis: t('anomalies.choose'),
      start: Math.max(0, values.findIndex(off)),
      points: values.map((one) =>
        t(off(one) ? 'anomalies.point_off' : 'anomalies.point', { moment: moment(one.at), value: figure(one.value) }),
      ),
    },
    why: reasons(),
    table: {
      caption: what,
      rows: [...values].reverse(),
      columns: [
        { key: 'at', label: t('anomalies.at'), show: (row) => moment(row.at) },
        { key: 'value', label: t('anomalies.value'), number: true, show: (row) => figure(row.value) },
      ],
    },
    file: 'anomaly',
  });
}

export function view(data, context) {
  const { found } = data;
  const columns = [
    {
      key: 'metric',
      label: t('anomalies.metric'),
      value: metric,
      show: (row) => h('a', { href: seriesOf(row, context), 'aria-current': row.id === data.chosen.id ? 'true' : null }, metric(row)),
    },
    {
      key: 'model',
      label: t('models.model'),
      value: (row) => row.model,
      show: (row) => (row.model ? link(`/models/${encodeURIComponent(row.model)}`, own(row.model)) : t('anomalies.no_model')),
    },
    {
      key: 'severity',
      label: t('anomalies.severity'),
      value: (row) => row.severity,
      show: (row) =>
        h(
          'span',
          { class: `badge ${{ critical: 'danger', high: 'danger', medium: 'concern' }[row.severity] ?? ''}` },
          code('severity', row.severity),
        ),
    },
    { key: 'at', label: t('anomalies.at'), show: (row) => moment(row.at) },
    { key: 'value', label: t('anomalies.value'), number: true, show: (row) => figure(row.value) },
    { key: 'expected', label: t('anomalies.expected'), unit: t('anomalies.median'), number: true, show: (row) => figure(row.expected) },
    { key: 'z', label: t('anomalies.off'), unit: t('anomalies.robust'), number: true, show: (row) => signed(row.z) },
    { key: 'status', label: t('anomalies.state'), value: (row) => row.status, show: (row) => acts(row, context) },
  ];
  const models = [...new Set(found.rows.map((row) => row.model).concat(context.query.get('model') ?? []))].filter(Boolean).sort();
  return [
    h('h1', null, t('anomalies.title')),
    h('p', { class: 'lead' }, t('anomalies.lead')),
    h('p', { class: 'actions' }, link('/models', t('models.title'))),
    filter(context, [
      { name: 'status', label: t('anomalies.state'), options: ['open', 'acknowledged'].map((one) => [one, code('anomaly_status', one)]) },
      { name: 'severity', label: t('anomalies.severity'), options: severities.map((one) => [one, code('severity', one)]) },
      { name: 'model', label: t('models.model'), options: models.map((one) => [one, one]) },
    ]),
    found.rows.length === 0
      ? empty(context.query.size > 0 ? t('state.none_match') : t('anomalies.none'))
      : [
          data.values.length > 1 && course(data),
          table({
            caption: t('anomalies.title'),
            columns,
            rows: found.rows,
            hasMore: found.more,
            announce: context.announce,
            more: (last) => page(asked(context), { ...order, after: last }),
          }),
          h(
            'p',
            null,
            h('button', { type: 'button', on: { click: () => csv({ columns, rows: found.rows }, 'anomalies') } }, t('card.download')),
          ),
        ],
    (data.values ?? []).length > 1 ? null : why(...reasons()),
  ];
}
