// How pull requests are reviewed, where they wait, and who writes, as a group; no ranking of people.
import { h, own } from '/app/dom.mjs';
import { code, duration, moment, number, percent, t } from '/app/i18n.mjs';
import { page, rows, view as api } from '/app/api.mjs';
import { card, facts, interval, near, why } from '/components/card.mjs';
import { empty } from '/components/state.mjs';
import { table } from '/components/table.mjs';
import { figures, framed, period, windowOf } from '/components/window.mjs';

const order = { column: 'created_at', descending: true };
const columns =
  'id, project, external_id, author_is_bot, created_at, merged_at, additions, deletions, coding, pickup, review, deploy, total, flags';
const states = {
  merged: (found) => found.not('merged_at', 'is', null),
  open: (found) => found.is('merged_at', null).is('closed_at', null),
};

/** Pull requests opened in the window, of the projects of the organisation. */
async function requests({ query }, { args }) {
  const projects = args.project
    ? [args.project]
    : (await rows(api('projects').select('code').eq('organization_id', args.organization))).map((one) => one.code);
  return () => {
    const found = api('pull_requests').select(columns).in('project', projects).gte('created_at', args.start).lt('created_at', args.end);
    return states[query.get('state')]?.(found) ?? found;
  };
}

export async function load(context) {
  const window = await windowOf(context);
  return { window, reviews: window.organization ? await figures('reviews', window.args) : null };
}
export const title = () => t('reviews.title');

const sizes = ['under_10', 'under_50', 'under_250', 'under_1000', 'from_1000'];
function bySize({ reviews: { sizes: found, n } }) {
  const shown = sizes.map((key) => ({ key, n: found[key], share: n === 0 ? null : found[key] / n }));
  return h(
    'section',
    { class: 'card' },
    h('header', null, h('h2', null, t('reviews.sizes')), h('p', { class: 'made' }, t('card.n', { n }))),
    table({
      caption: t('reviews.sizes_caption'),
      rows: shown,
      columns: [
        { key: 'key', label: t('reviews.size'), value: (row) => t(`reviews.${row.key}`) },
        { key: 'n', label: t('reviews.count'), number: true, digits: 0 },
        {
          key: 'share',
          label: t('reviews.share'),
          unit: '%',
          show: (row) => interval({ value: row.share === null ? null : row.share * 100 }),
          value: (row) => row.share,
        },
      ],
    }),
    why(['why.definition', t('reviews.sizes_definition')]),
  );
}

async function group(window) {
  const found = await figures('contributors', window.args);
  const small = found.authors === null;
  const { own: mine } = found;
  return h(
    'section',
    { class: 'card' },
    h('header', null, h('h2', null, t('reviews.group')), h('p', { class: 'made' }, t('reviews.whole_months'))),
    small
      ? h('p', { class: 'state' }, t('reviews.too_few'))
      : facts(
          [t('reviews.authors'), number(found.authors)],
          [t('reviews.bus'), number(found.bus_factor), t('reviews.bus_why')],
          [t('reviews.gini'), number(found.gini, 2), t('reviews.gini_why')],
          found.commits?.quartiles && [
            t('reviews.quartiles'),
            found.commits.quartiles.map((one) => number(one)).join(' · '),
            t('reviews.quartiles_why'),
          ],
        ),
    mine &&
      h(
        'p',
        null,
        t('reviews.own', { commits: number(mine.commits), requests: number(mine.pull_requests), reviews: number(mine.reviews) }),
      ),
    found.unmapped?.length > 0 &&
      h(
        'details',
        null,
        h('summary', null, t('reviews.unmapped', { n: found.unmapped.length })),
        h(
          'ul',
          null,
          found.unmapped.slice(0, 100).map((one) => h('li', null, own(one))),
        ),
      ),
    why(['why.definition', t('reviews.group_definition')], ['why.limits', t('reviews.group_limits')]),
  );
}

async function repositories(window) {
  const found = await figures('repositories', window.args);
  if (found.length === 0) return empty(t('reviews.no_repositories'));
  const people = (value) => (value === null ? t('reviews.hidden') : number(value));
  return [
    table({
      caption: t('reviews.repositories'),
      rows: found,
      columns: [
        { key: 'project', label: t('window.project') },
        { key: 'commits', label: t('reviews.commits'), number: true, digits: 0 },
        { key: 'authors', label: t('reviews.authors'), number: true, show: (row) => people(row.authors) },
        { key: 'bus_factor', label: t('reviews.bus'), number: true, show: (row) => people(row.bus_factor) },
        { key: 'elephant_factor', label: t('reviews.elephant'), number: true, show: (row) => people(row.elephant_factor) },
        { key: 'pull_requests', label: t('reviews.requests'), number: true, digits: 0 },
        { key: 'merge_rate', label: t('reviews.merge_rate'), number: true, show: (row) => percent(row.merge_rate) },
        { key: 'last_commit_at', label: t('reviews.last_commit'), show: (row) => h('span', { class: 'wide' }, moment(row.last_commit_at)) },
      ],
    }),
    h('p', { class: 'muted small' }, t('reviews.hidden_why')),
  ];
}

async function each(window, context) {
  const asked = await requests(context, window);
  const found = await page(asked(), order);
  if (found.rows.length === 0) return empty(context.query.get('state') ? t('state.none_match') : t('reviews.none'));
  const part = (key) => ({ key, label: t(`reviews.${key}`), number: true, show: (row) => duration(row[key]) });
  return [
    table({
      caption: t('reviews.requests'),
      rows: found.rows,
      hasMore: found.more,
      announce: context.announce,
      more: async (last) => page(asked(), { ...order, after: last }),
      columns: [
        {
          key: 'external_id',
          label: t('reviews.request'),
          show: (row) => [own(row.external_id), row.author_is_bot && h('span', { class: 'badge' }, t('reviews.bot'))],
        },
        { key: 'project', label: t('window.project'), show: (row) => h('span', { class: 'wide' }, own(row.project)) },
        { key: 'created_at', label: t('reviews.opened'), show: (row) => h('span', { class: 'wide' }, moment(row.created_at)) },
        { key: 'lines', label: t('reviews.lines'), number: true, value: (row) => row.additions + row.deletions, digits: 0 },
        ...['coding', 'pickup', 'review', 'deploy', 'total'].map(part),
        { key: 'flags', label: t('reviews.flags'), value: (row) => row.flags.map((one) => code('flag', one)).join(', ') },
      ],
    }),
  ];
}

export function view(data, context) {
  const also = [
    {
      name: 'state',
      label: t('reviews.state'),
      options: [
        ['merged', t('reviews.merged')],
        ['open', t('reviews.open')],
      ],
    },
  ];
  return framed(context, data.window, { title: t('reviews.title'), lead: t('reviews.lead_text'), also }, () => {
    const { reviews: f, window } = data;
    return [
      h('p', { class: 'muted' }, period(window)),
      f.n === 0
        ? empty(t('reviews.none'))
        : [
            facts(
              [t('reviews.requests'), number(f.n), t('reviews.opened_in')],
              [t('reviews.first_review'), duration(f.first_review.median, f.first_review.low, f.first_review.high), t('reviews.first_why')],
              [t('reviews.reviewed'), percent(f.reviewed), t('reviews.reviewed_why')],
              [t('reviews.rounds'), number(f.rounds, 2), t('reviews.rounds_why')],
              [t('reviews.merge_rate'), percent(f.merge_rate), t('reviews.merge_why')],
              [t('reviews.rework'), percent(f.rework_share), t('reviews.rework_why')],
            ),
            bySize(data),
          ],
      near(() => group(window), 20),
      h('h2', null, t('reviews.repositories')),
      near(() => repositories(window), 10),
      h('h2', null, t('reviews.each')),
      h('p', null, t('reviews.parts_why')),
      near(() => each(window, context), 20),
    ];
  });
}
