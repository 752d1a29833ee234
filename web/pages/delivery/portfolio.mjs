// Projects side by side: what their sprints planned and got done, what the work went into, and their health with its parts.
import { h, own } from '/app/dom.mjs';
import { code, number, percent, t } from '/app/i18n.mjs';
import { read } from '/app/api.mjs';
import { interval, why } from '/components/card.mjs';
import { empty } from '/components/state.mjs';
import { csv, table } from '/components/table.mjs';
import { framed, period, windowOf } from '/components/window.mjs';

export async function load(context) {
  const window = await windowOf(context, { project: false });
  return { window, projects: window.organization ? await read('portfolio', window.args) : [] };
}
export const title = () => t('portfolio.title');

const parts = ['predictability', 'carry_over', 'scope_change', 'service_level'];
const share = (key) => ({ key, label: t(`portfolio.${key}`), number: true, show: (row) => percent(row[key]), value: (row) => row[key] });
const columns = () => [
  {
    key: 'project',
    label: t('window.project'),
    show: (row) => h('span', { class: 'wide' }, own(row.project)),
    value: (row) => row.project,
  },
  {
    key: 'health',
    label: t('portfolio.health'),
    unit: t('portfolio.of_100'),
    show: (row) => (row.health === null ? t('portfolio.not_measured') : interval({ value: row.health })),
    value: (row) => row.health,
  },
  {
    key: 'velocity',
    label: t('portfolio.velocity'),
    unit: t('portfolio.points'),
    number: true,
    show: (row) => (row.velocity === null ? t('portfolio.few_sprints') : number(row.velocity, 1)),
    value: (row) => row.velocity,
  },
  { key: 'sprints', label: t('portfolio.sprints'), unit: 'n', number: true, digits: 0 },
  share('predictability'),
  share('carry_over'),
  share('scope_change'),
];

/** The parts of a project's health, each from 0 to 1. */
function health(row) {
  const measured = parts.filter((key) => typeof row.health_parts?.[key] === 'number');
  const work = Object.entries(row.investment ?? {}).sort((a, b) => b[1] - a[1]);
  return h(
    'section',
    { class: 'card' },
    h('h3', null, own(row.project)),
    measured.length === 0
      ? h('p', null, t('portfolio.nothing_measured'))
      : table({
          caption: t('portfolio.parts'),
          rows: measured,
          columns: [
            { key: 'part', label: t('portfolio.part'), value: (key) => t(`portfolio.part_${key}`) },
            {
              key: 'value',
              label: t('portfolio.value'),
              unit: t('portfolio.of_100'),
              show: (key) => interval({ value: row.health_parts[key] * 100 }),
              value: (key) => row.health_parts[key],
            },
          ],
        }),
    work.length === 0
      ? h('p', { class: 'muted' }, t('portfolio.no_points'))
      : table({
          caption: t('portfolio.investment'),
          rows: work,
          columns: [
            { key: 'kind', label: t('portfolio.kind'), value: ([kind]) => code('work_kind', kind) },
            {
              key: 'share',
              label: t('portfolio.share'),
              unit: '%',
              show: ([, value]) => interval({ value: value * 100 }),
              value: ([, value]) => value,
            },
          ],
        }),
  );
}

export function view({ window, projects }, context) {
  return framed(context, window, { title: t('portfolio.title'), lead: t('portfolio.lead_text'), project: false }, () => [
    h('p', { class: 'muted' }, period(window)),
    projects.length === 0
      ? empty(t('portfolio.none'))
      : [
          table({ caption: t('portfolio.caption'), columns: columns(), rows: projects }),
          h(
            'p',
            null,
            h(
              'button',
              { type: 'button', on: { click: () => csv({ columns: columns(), rows: projects }, 'portfolio') } },
              t('card.download'),
            ),
          ),
          why(
            ['why.definition', t('portfolio.definition')],
            ['why.formula', t('portfolio.formula')],
            ['why.limits', t('portfolio.limits')],
          ),
          h('h2', null, t('portfolio.each')),
          h('div', { class: 'grid' }, projects.map(health)),
        ],
  ]);
}
