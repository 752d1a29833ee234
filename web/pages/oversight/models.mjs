// Models under watch: how much was predicted and came true, which stand out, and the way to each.
import { read, rows, view as api } from '/app/api.mjs';
import { h, link, own } from '/app/dom.mjs';
import { code, moment, number, t } from '/app/i18n.mjs';
import { isAdmin } from '/app/session.mjs';
import { facts, why } from '/components/card.mjs';
import { empty } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';
import { level } from '/components/tools.mjs';

const daysOf = ({ query }) => (['7', '90', '365'].includes(query.get('days')) ? Number(query.get('days')) : 30);

/** Administrators are told of all by health_ml; others see those of their newest predictions. */
async function named() {
  if (isAdmin()) return (await read('health_ml')).models;
  const newest = await rows(api('predictions').select('model, created_at').order('id', { ascending: false }).limit(1000));
  const found = new Map();
  for (const row of newest)
    if (!found.has(row.model))
      found.set(row.model, { model: row.model, last_prediction: row.created_at, last_outcome: null, level: undefined });
  return [...found.values()];
}
export async function load(context) {
  const [stats, models, open] = await Promise.all([
    read('oversight_stats', { days: daysOf(context) }),
    named(),
    rows(api('anomalies').select('model').eq('status', 'open').limit(1000)),
  ]);
  const known = new Map(models.map((one) => [one.model, one]));
  for (const { model } of open) if (model && !known.has(model)) known.set(model, { model, last_prediction: null, last_outcome: null });
  const counted = (model) => open.filter((one) => one.model === model).length;
  return {
    stats,
    models: [...known.values()].map((one) => ({ ...one, open: counted(one.model) })).sort((a, b) => a.model.localeCompare(b.model)),
  };
}
export const title = () => t('models.title');

export function view({ stats, models }, context) {
  const { anomalies } = stats;
  const sum = Object.values(anomalies).reduce((all, n) => all + n, 0);
  const told = ['critical', 'high', 'medium', 'low']
    .filter((name) => anomalies[name] > 0)
    .map((name) => `${number(anomalies[name])} ${code('severity', name)}`)
    .join(', ');
  const columns = [
    { key: 'model', label: t('models.model'), show: (row) => link(`/models/${encodeURIComponent(row.model)}`, own(row.model)) },
    { key: 'last_prediction', label: t('models.last_prediction'), show: (row) => moment(row.last_prediction) },
    isAdmin() && { key: 'last_outcome', label: t('models.last_outcome'), show: (row) => moment(row.last_outcome) },
    isAdmin() && { key: 'level', label: t('models.drift'), show: (row) => level(row.level) },
    {
      key: 'open',
      label: t('models.open'),
      number: true,
      show: (row) => (row.open > 0 ? link(`/anomalies?status=open&model=${encodeURIComponent(row.model)}`, number(row.open, 0)) : '0'),
    },
  ].filter(Boolean);
  return [
    h('h1', null, t('models.title')),
    h('p', { class: 'lead' }, t('models.lead')),
    filter(context, [
      {
        name: 'days',
        label: t('models.days'),
        none: false,
        options: [['', t('models.last_days', { n: 30 })], ...[7, 90, 365].map((n) => [String(n), t('models.last_days', { n })])],
      },
    ]),
    facts(
      [t('models.watched'), number(stats.models, 0)],
      [t('models.predictions'), number(stats.predictions, 0)],
      [t('models.validated'), number(stats.validated, 0), t('models.validated_note')],
      [t('models.anomalies'), number(sum, 0), told || t('models.none_found')],
      [t('models.checks'), number(stats.checks, 0), t('models.refused', { n: stats.refused })],
    ),
    models.length === 0 ? empty(t('models.none')) : table({ caption: t('models.title'), columns, rows: models }),
    why(
      ['why.definition', t('models.definition')],
      ['why.formula', t('models.formula')],
      ['why.limits', t(isAdmin() ? 'models.limits' : 'models.limits_member')],
    ),
  ];
}
