// With whom one is paired: today's best chances, and all pairs with their scores.
import { page, post, view as api } from '/app/api.mjs';
import { h, link, own } from '/app/dom.mjs';
import { code, list, moment, number, t } from '/app/i18n.mjs';
import { interval, why } from '/components/card.mjs';
import { liveConsents, meetingLinks, needsConsent } from '/components/meeting.mjs';
import { empty, notice } from '/components/state.mjs';
import { filter, table } from '/components/table.mjs';

const bands = ['low', 'middle', 'high'];
function asked({ query }) {
  const found = api('matches').select('id, person, score, personality, biological, missing, computed_at, display_name');
  return query.get('biological') ? found.eq('biological', query.get('biological')) : found;
}
const sorting = ({ query }) => ({
  column: ['personality', 'computed_at'].includes(query.get('sort')) ? query.get('sort') : 'score',
  descending: query.get('order') !== 'up',
});

export async function load(context) {
  if (!(await liveConsents()).has('visual')) return { allowed: false };
  const [top, found] = await Promise.all([post('match_top', { k: 10 }), page(asked(context), sorting(context))]);
  return { allowed: true, top, found };
}
export const title = () => t('matches.title');

const missing = (row) => (row.missing.length === 0 ? t('matches.all_known') : list(row.missing.map((one) => code('evidence', one))));

export function view({ allowed, top, found }, context) {
  const head = [h('h1', null, t('matches.title')), h('p', { class: 'lead' }, t('matches.lead')), meetingLinks()];
  if (!allowed) return [head, needsConsent('visual')];
  const sort = sorting(context);
  const person = (row) => link(`/meeting/matches/${row.person}`, own(row.display_name));
  const columns = [
    { key: 'display_name', label: t('matches.person'), show: person },
    {
      key: 'score',
      label: t('matches.score'),
      unit: t('matches.scale'),
      sort: true,
      show: (row) => interval({ value: row.score, low: null, high: null }),
      value: (row) => row.score,
    },
    { key: 'personality', label: t('matches.personality'), unit: t('matches.scale'), sort: true, number: true, digits: 0 },
    { key: 'biological', label: t('matches.biological'), value: (row) => code('band', row.biological) },
    { key: 'missing', label: t('matches.missing'), value: missing },
    { key: 'computed_at', label: t('matches.computed'), sort: true, show: (row) => moment(row.computed_at) },
  ];
  const none = context.query.get('biological') ? t('state.none_match') : t('matches.none');
  return [
    head,
    top.length > 0 &&
      h(
        'section',
        { class: 'card' },
        h('h2', null, t('matches.top')),
        h('p', { class: 'muted small' }, t('matches.top_why')),
        h(
          'ol',
          null,
          top.map((row) =>
            h(
              'li',
              null,
              person(row),
              ': ',
              number(row.score, 0),
              row.missing.length > 0 && [' · ', t('matches.without', { missing: missing(row) })],
            ),
          ),
        ),
      ),
    filter(context, [{ name: 'biological', label: t('matches.biological'), options: bands.map((one) => [one, code('band', one)]) }]),
    found.rows.length === 0
      ? empty(none, h('p', null, link('/meeting', t('meeting.title'))))
      : table({
          caption: t('matches.all'),
          columns,
          rows: found.rows,
          hasMore: found.more,
          announce: context.announce,
          sort: {
            key: sort.column,
            descending: sort.descending,
            to: (key, descending) => context.set({ sort: key, order: descending ? null : 'up' }),
          },
          more: (last) => page(asked(context), { ...sort, after: last }),
        }),
    notice('note', t('matches.no_verdict')),
    why(['why.definition', t('matches.definition')], ['why.formula', t('matches.formula')], ['why.limits', t('matches.limits')]),
  ];
}
