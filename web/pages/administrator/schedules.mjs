// Jobs that come round: how often, when next; run now, paused, given another pace.
import { change, rows, view as api, write } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { moment, t } from '/app/i18n.mjs';
import { empty } from '/components/state.mjs';
import { table } from '/components/table.mjs';
import { asOf } from '/components/tools.mjs';

export const load = async () => ({ found: await rows(api('schedules').select('*').order('name').limit(1000)) });
export const title = () => t('schedules.title');

/** An interval of the API, such as "1 day 02:00:10", as numbers of units: {days, hours, minutes, seconds}. */
function parts(text) {
  const [, days = 0] = /(\d+) days?/.exec(text) ?? [];
  const [, hours = 0, minutes = 0, seconds = 0] = /(\d+):(\d+):(\d+)/.exec(text) ?? [];
  return Object.entries({ days, hours, minutes, seconds })
    .map(([unit, n]) => [unit, Number(n)])
    .filter(([, n]) => n > 0);
}
const every = (text) => {
  const found = parts(text);
  return found.length === 0 ? own(text) : found.map(([unit, n]) => t(`every.${unit}`, { n })).join(' ');
};

function acts(row, context) {
  const run = () =>
    context.ask({
      title: t('schedules.run_of', { name: row.name }),
      text: t('schedules.run_why'),
      action: t('schedules.run'),
      act: async () => {
        const { job } = await write('run_now', { schedule: row.name });
        await context.done(t('schedules.queued', { job: String(job) }));
      },
    });
  const pause = () =>
    context.ask({
      title: t(row.is_active ? 'schedules.pause_of' : 'schedules.resume_of', { name: row.name }),
      text: t(row.is_active ? 'schedules.pause_why' : 'schedules.resume_why'),
      action: t(row.is_active ? 'schedules.pause' : 'schedules.resume'),
      act: async () => {
        await change(api('schedules').update({ is_active: !row.is_active }).eq('name', row.name));
        await context.done(t('schedules.changed', { name: row.name }));
      },
    });
  const [[unit, n]] = [...parts(row.every), ['hours', 1]];
  const pace = () =>
    context.ask({
      title: t('schedules.pace_of', { name: row.name }),
      text: t('schedules.pace_why'),
      action: t('schedules.pace'),
      fields: [
        { name: 'every', label: t('schedules.every'), type: 'number', min: 1, max: 31622400, step: 1, value: n, required: true },
        {
          name: 'unit',
          label: t('schedules.unit'),
          options: ['days', 'hours', 'minutes', 'seconds'].map((one) => [one, t(`unit.${one}`)]),
          value: unit,
        },
      ],
      act: async (values) => {
        await change(
          api('schedules')
            .update({ every: `${values.every} ${values.unit}` })
            .eq('name', row.name),
        );
        await context.done(t('schedules.changed', { name: row.name }));
      },
    });
  const button = (name, text, label, click) =>
    h('button', { type: 'button', id: `${name}-${row.name}`, 'aria-label': t(label, { name: row.name }), on: { click } }, t(text));
  return h(
    'div',
    { class: 'actions row' },
    button('run', 'schedules.run', 'schedules.run_of', run),
    button('pace', 'schedules.pace', 'schedules.pace_of', pace),
    button(
      'pause',
      row.is_active ? 'schedules.pause' : 'schedules.resume',
      row.is_active ? 'schedules.pause_of' : 'schedules.resume_of',
      pause,
    ),
  );
}

export function view({ found }, context) {
  const columns = [
    {
      key: 'name',
      label: t('schedules.name'),
      show: (row) => [own(row.name), row.kind !== row.name && h('span', { class: 'small muted tie' }, own(row.kind))],
    },
    { key: 'every', label: t('schedules.every'), show: (row) => every(row.every) },
    {
      key: 'next_run_at',
      label: t('schedules.next'),
      show: (row) => (row.is_active ? moment(row.next_run_at) : h('span', { class: 'badge concern' }, t('schedules.paused'))),
    },
    { key: 'act', label: t('table.actions'), show: (row) => acts(row, context) },
  ];
  return [
    h('h1', null, t('schedules.title')),
    h('p', { class: 'lead' }, t('schedules.lead')),
    asOf(context),
    h('p', { class: 'actions' }, h('a', { href: '/jobs' }, t('jobs.title'))),
    found.length === 0 ? empty(t('schedules.none')) : table({ caption: t('schedules.title'), columns, rows: found }),
  ];
}
