// What the phases' scores are worth: how well they foretold whom people want to meet, and how well tastes could be learnt.
import { pageSize, read, rows, view as api } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { number, range, t } from '/app/i18n.mjs';
import { card, interval } from '/components/card.mjs';
import { empty, smallGroup } from '/components/state.mjs';
import { csv, table } from '/components/table.mjs';

/** After the last one shown, by pseudonym: they have no other number. */
async function tastes(after = null) {
  let found = api('calibration').select('*').order('pseudonym').limit(pageSize);
  if (after) found = found.gt('pseudonym', after.pseudonym);
  const got = await rows(found);
  return { rows: got, more: got.length === pageSize };
}
export async function load() {
  const [validation, found, [taste]] = await Promise.all([read('affinity_validation'), tastes(), read('calibration_summary')]);
  return { validation: [...validation].sort((a, b) => a.phase - b.phase), found, taste };
}
export const title = () => t('research.title');

const two = (value) => number(value, 2);
const phase = (row) => t('meeting.phase', { n: row.phase, name: t(`phase.${row.phase}`) });
/** What an interval of the area under the curve says beside .5, which is chance. */
const verdict = (row) => t(row.auc_low > 0.5 ? 'research.tells' : row.auc_high < 0.5 ? 'research.against' : 'research.chance');

function validation(list_) {
  const known = list_.filter((row) => row.auc !== null);
  if (list_.length === 0) return empty(t('research.none'));
  if (known.length === 0) return [smallGroup(), h('p', null, t('research.none'))];
  const shown = (row, key, scale) =>
    row[key] === null ? '–' : interval({ value: row[key], low: row[`${key}_low`], high: row[`${key}_high`], scale, digits: 2 });
  const least = Math.min(0, ...known.map((row) => row.slope_low ?? 0));
  const most = Math.max(1, ...known.map((row) => row.slope_high ?? 1));
  const ends = [Math.floor(least * 4) / 4, Math.ceil(most * 4) / 4];
  const columns = [
    { key: 'phase', label: t('research.phase'), value: phase },
    { key: 'verdict', label: t('research.says'), value: (row) => (row.auc === null ? t('research.too_few') : verdict(row)) },
    { key: 'auc', label: t('model_figure.auc'), unit: t('research.auc_unit'), show: (row) => shown(row, 'auc', [0, 1]) },
    {
      key: 'slope',
      label: t('model_figure.calibration_slope'),
      unit: t('research.between', { low: two(ends[0]), high: two(ends[1]) }),
      show: (row) => shown(row, 'slope', ends),
    },
    { key: 'brier', label: t('model_figure.brier'), number: true, digits: 2 },
    { key: 'incremental_r_squared', label: t('research.adds'), unit: 'R²', number: true, digits: 2 },
    { key: 'pairs', label: t('research.answers'), number: true, digits: 0 },
    { key: 'people', label: t('research.people'), number: true, digits: 0 },
  ];
  const finding = known
    .map((row) => t('research.finding', { phase: phase(row), auc: range(row.auc, row.auc_low, row.auc_high, 2), verdict: verdict(row) }))
    .join(' ');
  return card({
    title: t('research.validation'),
    unit: t('research.unit'),
    n: t('research.n', {
      n: Math.max(...known.map((row) => row.people ?? 0)),
      answers: number(Math.max(...known.map((row) => row.pairs ?? 0)), 0),
    }),
    finding,
    content: [
      table({ caption: t('research.validation'), columns, rows: list_ }),
      h(
        'p',
        null,
        h(
          'button',
          {
            type: 'button',
            on: {
              click: () =>
                csv(
                  {
                    columns: [...columns, ...['auc_low', 'auc_high', 'slope_low', 'slope_high'].map((key) => ({ key, label: key }))],
                    rows: list_,
                  },
                  'validation',
                ),
            },
          },
          t('card.download'),
        ),
      ),
    ],
    why: [
      ['why.definition', t('research.definition')],
      ['why.formula', t('research.formula')],
      ['why.limits', t('research.limits')],
    ],
  });
}

function calibration({ found, taste }, context) {
  if (found.rows.length === 0) return [h('h2', null, t('research.tastes')), smallGroup(), h('p', null, t('research.no_tastes'))];
  const columns = [
    { key: 'pseudonym', label: t('research.pseudonym'), show: (row) => h('code', null, own(row.pseudonym.slice(0, 8))) },
    { key: 'n', label: t('research.rated'), unit: t('research.photos'), number: true, digits: 0 },
    {
      key: 'loo_rmse',
      label: t('research.off'),
      unit: t('research.points'),
      show: (row) => interval({ value: row.loo_rmse, low: null, high: null, scale: [0, 4], digits: 2 }),
      value: (row) => row.loo_rmse,
    },
    {
      key: 'calibration_complete',
      label: t('research.learnt'),
      value: (row) => t(row.calibration_complete ? 'research.yes' : 'research.no'),
    },
    { key: 'model', label: t('research.net') },
    { key: 'month', label: t('research.month'), value: (row) => row.month?.slice(0, 7) },
  ];
  return card({
    title: t('research.tastes'),
    unit: t('research.points_long'),
    n: taste.people,
    finding:
      taste.learnt === 0
        ? null
        : t('research.taste_finding', { n: taste.learnt, median: two(taste.median), best: two(taste.best), worst: two(taste.worst) }),
    content: [
      table({
        caption: t('research.tastes'),
        columns,
        rows: found.rows,
        hasMore: found.more,
        announce: context.announce,
        more: (last) => tastes(last),
      }),
      h('p', null, h('button', { type: 'button', on: { click: () => csv({ columns, rows: found.rows }, 'tastes') } }, t('card.download'))),
    ],
    why: [
      ['why.definition', t('research.taste_definition')],
      ['why.formula', t('photos.formula')],
      ['why.limits', t('research.taste_limits')],
    ],
  });
}

export function view(data, context) {
  return [
    h('h1', null, t('research.title')),
    h('p', { class: 'lead' }, t('research.lead')),
    validation(data.validation),
    calibration(data, context),
  ];
}
