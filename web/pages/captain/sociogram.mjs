// Who goes with whom aboard, and with a candidate: a picture, and the same as a list.
import { h, own, svg } from '/app/dom.mjs';
import { code, hasCode, list, number, t } from '/app/i18n.mjs';
import { from, post, rows, view as api } from '/app/api.mjs';
import { layout } from '/charts/sociogram.mjs';
import { card, facts } from '/components/card.mjs';
import { filter, table } from '/components/table.mjs';

const kinds = ['synergy', 'neutral', 'friction'];

export async function load({ parameters: { vessel }, query }) {
  const chosen = query.get('with') ? [query.get('with')] : [];
  const [picture, [about], campaigns] = await Promise.all([
    post('sociogram', { vessel, candidates: chosen }),
    rows(api('vessels').select('id, name').eq('id', vessel)),
    rows(api('campaigns').select('id, title').eq('vessel', vessel).in('status', ['open', 'closed']).limit(5)),
  ]);
  const found = await Promise.all(
    campaigns.map((one) => rows(from('candidates', { campaign: one.id }).eq('status', 'pending').eq('has_profile', true).limit(100))),
  );
  const candidates = new Map(found.flat().map((one) => [one.person, one.full_name]));
  return { picture, about, candidates };
}
export const title = ({ about }) => t('sociogram.of', { vessel: about.name });

/** The picture, drawn anew when its place has another width. */
function draw(nodes, edges, label) {
  const place = h('div', { class: 'sociogram', role: 'img', 'aria-label': label });
  const paint = () => {
    const width = place.clientWidth;
    if (!place.isConnected) {
      resized.disconnect();
      return;
    }
    if (width === 0) return;
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.875;
    const { height, nodes: people, lines } = layout(nodes, edges, width, size);
    place.replaceChildren(
      svg(
        'svg',
        { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true', focusable: 'false' },
        lines.map(({ kind, from: a, to: b }) => svg('path', { class: `pair ${kind}`, d: `M${a.x} ${a.y}L${b.x} ${b.y}` })),
        people.map((one) => [
          svg('circle', { class: one.candidate ? 'person candidate' : 'person', cx: one.x, cy: one.y, r: size }),
          svg('text', { x: one.x, y: one.y + size * 0.35, 'text-anchor': 'middle', 'font-size': size, class: 'place' }, String(one.number)),
          one.label && svg('text', { x: one.labelX, y: one.labelY, 'text-anchor': one.side, 'font-size': size }, one.label),
        ]),
      ),
    );
  };
  const resized = new ResizeObserver(paint);
  resized.observe(place);
  return place;
}

const legend = () =>
  h(
    'ul',
    { class: 'legend' },
    kinds.map((kind) =>
      h(
        'li',
        null,
        svg(
          'svg',
          { viewBox: '0 0 40 12', width: 40, height: 12, 'aria-hidden': 'true' },
          svg('path', { class: `pair ${kind}`, d: 'M0 6H40' }),
        ),
        ' ',
        t(`sociogram.${kind}`),
      ),
    ),
  );

export function view({ picture, about, candidates }, context) {
  const nodes = picture.nodes.slice(0, 20).map((one) => ({ ...one, name: one.label }));
  const numbers = new Map(nodes.map((one, i) => [one.id, i + 1]));
  const edges = picture.edges.filter((one) => numbers.has(one.source) && numbers.has(one.target));
  const others = (id, kind) =>
    edges
      .filter((one) => one.kind === kind && (one.source === id || one.target === id))
      .map((one) => (one.source === id ? one.target : one.source));
  const shown = nodes.map((one, i) => ({
    ...one,
    number: i + 1,
    ...Object.fromEntries(
      kinds.map((kind) => [
        kind,
        list(
          others(one.id, kind)
            .map((id) => number(numbers.get(id), 0))
            .sort((a, b) => a - b),
        ) || '–',
      ]),
    ),
  }));
  const { summary } = picture;
  const finding =
    summary &&
    t('sociogram.finding', {
      pairs: number(summary.scored, 0),
      synergy: number(summary.synergy, 0),
      friction: number(summary.friction, 0),
    });
  const chosen = context.query.get('with');
  return [
    h('h1', null, own(t('sociogram.of', { vessel: about.name }))),
    h('p', { class: 'lead' }, t('sociogram.lead')),
    h('p', { class: 'actions' }, h('a', { href: `/fleet/${about.id}` }, own(about.name))),
    candidates.size > 0 &&
      filter(context, [{ name: 'with', label: t('sociogram.with'), none: false, options: [['', t('sociogram.as_it_is')], ...candidates] }]),
    nodes.length === 0
      ? h('p', { class: 'state' }, t('state.small_crew'))
      : [
          chosen && candidates.has(chosen) && facts([t('sociogram.preview'), own(candidates.get(chosen)), t('sociogram.preview_note')]),
          card({
            title: t('sociogram.title'),
            n: t('sociogram.people', { n: summary.n }),
            unit: t('sociogram.pairs', { n: summary.pairs }),
            finding,
            content: [
              h(
                'div',
                { class: 'beside' },
                h('div', null, draw(nodes, edges, finding), legend()),
                table({
                  caption: t('sociogram.list'),
                  rows: shown,
                  total: picture.nodes.length,
                  columns: [
                    { key: 'number', label: t('sociogram.number'), number: true, digits: 0 },
                    {
                      key: 'name',
                      label: t('word.name'),
                      show: (row) => [
                        own(row.name),
                        h('span', { class: 'small muted pair-note' }, row.candidate ? t('sociogram.candidate') : own(row.role)),
                      ],
                    },
                    ...kinds.map((kind) => ({ key: kind, label: t(`sociogram.${kind}`) })),
                  ],
                }),
              ),
              picture.nodes.length > 20 && h('p', { class: 'muted' }, t('sociogram.first_twenty', { n: picture.nodes.length })),
            ],
            why: [
              ['why.definition', t('sociogram.definition')],
              ['why.formula', t('sociogram.formula')],
              [
                'why.model',
                hasCode('model', picture.model_version ?? 'default')
                  ? code('model', picture.model_version ?? 'default')
                  : own(picture.model_version),
              ],
              ['why.limits', t('sociogram.limits')],
            ],
          }),
        ],
  ];
}
