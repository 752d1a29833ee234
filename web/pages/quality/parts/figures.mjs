// What stands below one signal's charts: does the site differ from its peers, what makes its value up, what the run tells of it.
import { h, own } from '/app/dom.mjs';
import { code, difference, moment, number, percent, probability, signed, t, valued } from '/app/i18n.mjs';
import { read, rows, view as api } from '/app/api.mjs';
import { card } from '/components/card.mjs';

/** The other facilities, of which nothing but their place is told. */
const others = ['size', 'value', 'lower_95', 'upper_95', 'lower_998', 'upper_998'];
export async function peers({ detail: { funnel: found, signal } }) {
  if (!found) return h('section', { class: 'card' }, h('h2', null, t('signal.funnel')), h('p', null, t('signal.no_funnel')));
  const { option: funnel } = await import('/charts/funnel.mjs');
  const place = (one) =>
    one.outside ? 'far' : one.value > one.upper_95 || one.value < one.lower_95 ? 'out' : 'in';
  const points = [
    ...found.points.map((one) => ({
      ...one,
      own: one.facility_id === found.facility,
      name: one.facility_id === found.facility ? signal.facility : one.name ?? one.facility_id,
    })),
    ...found.others.map((one) => ({ ...Object.fromEntries(others.map((key, i) => [key, one[i]])), own: false, outside: false, name: '' })),
  ];
  points.sort((a, b) => a.size - b.size);
  const mine = points.find((one) => one.own);
  const share = found.kind === 'proportion' ? (value) => percent(value, 1) : (value) => number(value, 2);
  const told = (one) =>
    t('signal.funnel_at', {
      site: one.own || one.outside ? one.name : t('signal.another'),
      value: share(one.value),
      n: one.size,
      low: share(one.lower_998),
      high: share(one.upper_998),
      place: t(`signal.place_${place(one)}`),
    });
  const finding = t('signal.funnel_finding', {
    site: signal.facility,
    place: t(`signal.place_${place(mine)}`),
    value: share(mine.value),
    shrunken: share(mine.shrunken),
    outside: number(points.filter((one) => one.outside).length),
    n: points.length,
  });
  const words = {
    x: t('signal.stays'),
    y: signal.metric,
    target: found.target,
    limits: ['95 %', '99.8 %'].map((one) => one.replace('.', number(1.5).charAt(1))),
    number: share,
    size: (value) => number(value, 0),
  };
  const shown = points.map((one) => ({
    name: one.name,
    own: one.own,
    outside: one.outside,
    size: one.size,
    value: one.value,
    low95: one.lower_95,
    high95: one.upper_95,
    low998: one.lower_998,
    high998: one.upper_998,
  }));
  return card({
    title: t('signal.funnel'),
    unit: found.kind === 'proportion' ? '%' : t('signal.ratio'),
    n: t('signal.sites', { n: points.length }),
    finding,
    chart: {
      make: (palette, width) => funnel(shown, words, palette, width),
      label: finding,
      points: points.map(told),
      start: points.indexOf(mine),
      axis: t('signal.choose_site'),
      height: 22,
    },
    why: [
      ['why.definition', t('signal.funnel_definition')],
      [
        'why.formula',
        t('signal.funnel_formula', { phi: number(found.phi, 2), tau2: number(found.tau2, 4), target: share(found.target) }),
      ],
      ['why.limits', t('signal.funnel_limits')],
    ],
    table: {
      caption: t('signal.funnel_table'),
      rows: points.filter((one) => one.own || one.outside),
      columns: [
        { key: 'name', label: t('signals.site') },
        { key: 'size', label: t('signal.stays'), number: true, digits: 0 },
        ...['value', 'lower_95', 'upper_95', 'lower_998', 'upper_998', 'shrunken'].map((key) => ({
          key,
          label: t(`signal.${key}`),
          number: true,
          show: (row) => share(row[key]),
        })),
        { key: 'q_value', label: t('signals.q'), number: true, show: (row) => probability(row.q_value) },
      ],
    },
    file: 'funnel',
  });
}

export async function makesUp({ about, detail: { signal } }) {
  const [{ option: pareto }, parts] = await Promise.all([
    import('/charts/pareto.mjs'),
    read('signal_contributions', { signal: signal.id, top: 50 }),
  ]);
  if (parts.length === 0)
    return h(
      'section',
      { class: 'card' },
      h('h2', null, t('signal.parts')),
      h('p', null, t(Object.keys(signal.dimensions ?? {}).length > 0 ? 'signal.parts_of_part' : 'signal.no_parts')),
    );
  const side = about.polarity === 'higher_is_better' ? 'down' : 'up';
  const bars = parts.filter((one) => one.direction === side);
  const told = (one) =>
    t('signal.part_at', {
      part: one.name,
      excess: difference(one.excess, about.unit),
      value: valued(one.value, about.unit),
      share: percent(one.share),
      cumulative: percent(one.cumulative),
    });
  const finding =
    bars.length === 0
      ? t(`signal.parts_none_${side}`)
      : t(`signal.parts_${side}`, {
          part: bars[0].name,
          excess: difference(bars[0].excess, about.unit),
          share: percent(bars[0].cumulative),
          n: bars.length,
        });
  const words = { x: t(`signal.excess_${side}`), share: t('signal.cumulative'), number: (value) => number(value, 2), percent };
  return card({
    title: t('signal.parts'),
    unit: about.unit ?? t('signal.of_value'),
    n: t('signal.n_parts', { n: parts.length }),
    finding,
    chart: bars.length > 0 && {
      make: (palette, width) =>
        pareto(
          bars.map((one) => ({ name: one.name, value: Math.abs(one.excess), cumulative: one.cumulative })),
          words,
          palette,
          width,
        ),
      label: finding,
      points: bars.map(told),
      start: 0,
      axis: t('signal.choose_part'),
      height: (width) => 8 + bars.length * (width < 480 ? 3.2 : 2.2),
    },
    why: [
      ['why.definition', t('signal.parts_definition')],
      ['why.formula', t('signal.parts_formula')],
    ],
    table: {
      caption: t('signal.parts'),
      rows: parts,
      columns: [
        { key: 'name', label: t('signal.part') },
        { key: 'value', label: t('signal.value'), unit: about.unit, number: true, digits: 1 },
        { key: 'share', label: t('signal.weight'), number: true, show: (row) => percent(row.share) },
        { key: 'excess', label: t('signal.excess'), unit: about.unit, number: true, show: (row) => signed(row.excess, 2) },
        { key: 'direction', label: t('signal.direction'), value: (row) => code('direction', row.direction) },
        { key: 'cumulative', label: t('signal.cumulative'), number: true, show: (row) => percent(row.cumulative) },
      ],
    },
    file: 'contributions',
  });
}

export async function told({
  about,
  detail: {
    signal: { organization_id: organization, facility_id: facility },
  },
}) {
  const [newest] = await rows(
    api('narratives')
      .select('run_id')
      .eq('organization_id', organization)
      .eq('facility_id', facility)
      .order('run_id', { ascending: false })
      .limit(1),
  );
  const story = newest ? await read('narrative', { organization, facility, run_id: newest.run_id }) : null;
  if (!story) return h('section', { class: 'card' }, h('h2', null, t('signal.story')), h('p', null, t('signal.no_story')));
  const part = (one) =>
    h(
      'li',
      null,
      own(one.segment),
      one.dimension && [' (', own(one.dimension), ')'],
      ': ',
      t('signal.story_part', {
        value: valued(one.value, about.unit),
        weight: number(one.weight, 0),
        excess: difference(one.excess, about.unit),
      }),
    );
  const side = (key) => story[key]?.length > 0 && [h('h3', null, t(`signal.story_${key}`)), h('ul', null, story[key].map(part))];
  return h(
    'section',
    { class: 'card' },
    h('header', null, h('h2', null, t('signal.story')), h('p', { class: 'made' }, own(story.metric), ' · ', moment(story.generated_at))),
    h(
      'p',
      { class: 'finding' },
      t('signal.story_finding', {
        value: valued(story.value, about.unit),
        segments: t('signal.story_segments', { n: story.segments }),
        up: story.up?.length ?? 0,
        down: story.down?.length ?? 0,
      }),
    ),
    side('up'),
    side('down'),
  );
}
