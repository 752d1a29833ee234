// Who fits a campaign, who cannot be told apart, and what the order depends on.
import { h, own } from '/app/dom.mjs';
import { code, hasCode, moment, number, percent, range, signed, t } from '/app/i18n.mjs';
import { from, pageSize, read, rows, view as api, write } from '/app/api.mjs';
import { facts, interval, near, why } from '/components/card.mjs';
import { empty, notice } from '/components/state.mjs';
import { csv, table } from '/components/table.mjs';

async function ranked(campaign, after = 0) {
  const found = await rows(from('matching', { campaign }).gt('rank', after).order('rank').limit(pageSize));
  return { rows: found, more: found.length === pageSize };
}
export async function load({ parameters: { campaign } }) {
  const [[about], found] = await Promise.all([rows(api('campaigns').select('*').eq('id', campaign)), ranked(campaign)]);
  return { about, found };
}
export const title = ({ about }) => about.title;

/**
 * Runs of rows whose intervals overlap that of the first of them: their order says nothing. Each row gets the ranks of its run.
 */
export function bracket(list) {
  let run = [];
  const out = new Map();
  const close = () =>
    run.forEach((row, i) => out.set(row, { from: run[0].rank, to: run.at(-1).rank, alone: run.length === 1, last: i === run.length - 1 }));
  for (const row of list) {
    const overlaps = run.length > 0 && row.y_high !== null && run[0].y_low !== null && row.y_high >= run[0].y_low;
    if (run.length > 0 && !overlaps) {
      close();
      run = [];
    }
    run.push(row);
  }
  close();
  return out;
}

const level = (row) =>
  h(
    'span',
    { class: `badge ${{ DISQUALIFIED: 'danger', HIGH_RISK: 'concern', CLEAR: 'good' }[row.safety_level] ?? ''}` },
    code('safety_level', row.safety_level),
  );

function columnsOf(campaign, places, context) {
  const shortlist = (row) =>
    h('input', {
      type: 'checkbox',
      checked: row.shortlisted,
      'aria-label': t('ranking.shortlist_of', { name: row.full_name }),
      on: {
        change: async (event) => {
          try {
            await write('shortlist', { campaign, persons: [row.person], shortlisted: event.target.checked });
            context.announce(t(event.target.checked ? 'ranking.shortlisted' : 'ranking.not_shortlisted', { name: row.full_name }));
          } catch (trouble) {
            event.target.checked = !event.target.checked;
            throw trouble;
          }
        },
      },
    });
  const place = (row) => {
    const at = places.get(row);
    return !at || at.alone ? number(row.rank) : t('ranking.ranks', { from: at.from, to: at.to });
  };
  const opens = (row) => {
    const at = places.get(row);
    return at && !at.alone && at.from === row.rank;
  };
  return [
    {
      key: 'rank',
      label: t('ranking.rank'),
      show: (row) => [place(row), opens(row) && h('span', { class: 'small muted tie' }, t('ranking.tied'))],
    },
    {
      key: 'full_name',
      label: t('ranking.name'),
      show: (row) => h('a', { href: `/campaigns/${campaign}/people/${row.person}` }, own(row.full_name)),
    },
    {
      key: 'y_success',
      label: t('ranking.success'),
      unit: t('ranking.scale'),
      show: (row) => interval({ value: row.y_success, low: row.y_low, high: row.y_high }),
    },
    {
      key: 'g_fit',
      label: t('ranking.fit'),
      unit: t('ranking.scale'),
      show: (row) => interval({ value: row.g_fit_computed, low: row.g_fit_low, high: row.g_fit_high }),
    },
    { key: 'tied_with', label: t('ranking.tied_with'), unit: t('ranking.others'), number: true, digits: 0 },
    { key: 'safety_level', label: t('ranking.safety'), show: level },
    {
      key: 'data_quality',
      label: t('ranking.measured'),
      show: (row) => [
        percent(row.data_quality),
        row.imputed.length > 0 && h('span', { class: 'small muted' }, h('br'), t('ranking.filled_in', { n: row.imputed.length })),
      ],
    },
    { key: 'shortlisted', label: t('ranking.shortlist'), show: shortlist },
  ];
}

/** What the order depends on: each weight changed by a fifth. */
function dependence(found) {
  const shown = found.filter((row) => row.stage === 'y_success');
  if (shown.length === 0) return null;
  const worst = [...shown].sort((a, b) => b.top_changed - a.top_changed || a.kendall_tau - b.kendall_tau)[0];
  const finding =
    worst.n <= worst.top
      ? null
      : worst.top_changed === 0
      ? t('sensitivity.steady', { n: worst.top })
      : t('sensitivity.moves', {
          weight: code('term', worst.weight),
          change: percent(Math.abs(worst.change)),
          n: worst.top_changed,
          top: worst.top,
        });
  const columns = [
    { key: 'weight', label: t('sensitivity.weight'), show: (row) => code('term', row.weight) },
    { key: 'change', label: t('sensitivity.change'), unit: '%', number: true, show: (row) => signed(row.change * 100, 0) },
    { key: 'kendall_tau', label: t('sensitivity.tau'), unit: t('sensitivity.tau_unit'), number: true, digits: 2 },
    { key: 'top_changed', label: t('sensitivity.leave', { n: worst.top }), unit: t('ranking.others'), number: true, digits: 0 },
  ];
  return h(
    'section',
    { class: 'card' },
    h('header', null, h('h2', null, t('sensitivity.title')), h('p', { class: 'made' }, t('card.n', { n: worst.n }))),
    finding && h('p', { class: 'finding' }, finding),
    table({ caption: t('sensitivity.caption'), columns, rows: shown }),
    why(['why.definition', t('sensitivity.definition')], ['why.limits', t('ranking.limits')]),
  );
}

/** Who is no longer ranked, since it was decided. */
async function decided(campaign) {
  const found = await rows(from('candidates', { campaign }).neq('status', 'pending').order('decided_at', { ascending: false }));
  if (found.length === 0) return h('p', { class: 'muted' }, t('ranking.none_decided'));
  return table({
    caption: t('ranking.decided'),
    rows: found,
    columns: [
      {
        key: 'full_name',
        label: t('ranking.name'),
        show: (row) => h('a', { href: `/campaigns/${campaign}/people/${row.person}` }, own(row.full_name)),
      },
      { key: 'status', label: t('ranking.state'), show: (row) => code('candidacy_status', row.status) },
      { key: 'decided_at', label: t('ranking.since'), show: (row) => moment(row.decided_at) },
    ],
  });
}

const invite = (campaign, told, context) =>
  context.ask({
    title: t('ranking.invite'),
    text: t('ranking.invite_why'),
    action: t('ranking.invite'),
    fields: [{ name: 'email', label: t('sign_in.email'), type: 'email', required: true, autocomplete: 'off' }],
    act: async ({ email }) => {
      const token = await write('invite', { campaign, email });
      told.replaceChildren(notice('good', t('ranking.invited', { email }), ' ', h('code', null, token)));
    },
  });

export function view({ about, found }, context) {
  const { campaign } = context.parameters;
  const told = h('div', { role: 'status' });
  const places = bracket(found.rows);
  const columns = columnsOf(campaign, places, context);
  const [first] = found.rows;
  const hidden = columns.map((column) => (column.key === 'shortlisted' ? { ...column, file: false } : column));
  const flat = [
    ...hidden.filter((column) => column.file !== false),
    ...['y_low', 'y_high', 'g_fit_low', 'g_fit_high', 'status'].map((key) => ({ key, label: key })),
  ];
  return [
    h('h1', null, own(about.title)),
    h('p', { class: 'lead' }, own(about.position), ' · ', code('campaign_status', about.status)),
    told,
    h(
      'p',
      { class: 'actions' },
      h('a', { href: '/campaigns' }, t('campaigns.title')),
      about.status === 'open' && h('button', { type: 'button', on: { click: () => invite(campaign, told, context) } }, t('ranking.invite')),
    ),
    found.rows.length === 0
      ? [empty(t('ranking.none')), near(() => decided(campaign), 4)]
      : [
          notice('note', t('ranking.order')),
          facts(
            [t('ranking.candidates'), found.more ? t('ranking.at_least', { n: found.rows.length }) : number(found.rows.length)],
            first.y_success !== null && [
              t('ranking.first'),
              range(first.y_success, first.y_low, first.y_high),
              first.tied_with === 0 ? t('ranking.stands_alone') : t('ranking.with_others', { n: first.tied_with }),
            ],
          ),
          table({
            caption: t('ranking.title'),
            columns,
            rows: found.rows,
            hasMore: found.more,
            announce: context.announce,
            more: (last) => ranked(campaign, last.rank),
            rowClass: (row) => {
              const at = places.get(row);
              return at && !at.alone ? `tied${at.last ? ' tied-last' : ''}` : 'tied-last';
            },
          }),
          h(
            'p',
            null,
            h('button', { type: 'button', on: { click: () => csv({ columns: flat, rows: found.rows }, 'ranking') } }, t('card.download')),
          ),
          why(
            ['why.definition', t('ranking.definition')],
            ['why.formula', t('ranking.formula')],
            ['why.model', hasCode('model', first.model_version) ? code('model', first.model_version) : own(first.model_version)],
            ['why.limits', t('ranking.limits')],
          ),
          near(() => decided(campaign), 4),
          near(async () => dependence(await read('sensitivity', { campaign, top: 3 })), 24),
        ],
  ];
}
