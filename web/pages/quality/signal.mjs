// One signal: is it change or noise, does the site differ from its peers, what makes the value up, what has been done about it.
import { h, own } from '/app/dom.mjs';
import { code, moment, month, number, percent, probability, signed, t, valued } from '/app/i18n.mjs';
import { change, read, rows, view as api, write } from '/app/api.mjs';
import { account, organizations } from '/app/session.mjs';
import { card, facts, near } from '/components/card.mjs';
import { empty, notice } from '/components/state.mjs';
import { table } from '/components/table.mjs';

export async function load({ parameters: { id } }) {
  const signal = Number(id);
  const [detail, [assignment], metrics, { option: control }, { option: line }] = await Promise.all([
    read('signal_detail', { signal }), rows(api('signal_assignments').select('*').eq('signal', signal)), rows(api('signal_metrics').select('metric_id, unit, polarity, description')),
    import('/charts/control.mjs'), import('/charts/line.mjs'),
  ]);
  return { detail, assignment, about: metrics.find((one) => one.metric_id === detail.signal.metric_id) ?? {}, control, line };
}
export const title = ({ detail: { signal } }) => t('signal.title', { site: signal.facility, metric: signal.metric });

/** A difference of two values, with its sign: of shares in percentage points. */
const difference = (value, unit, digits = 2) => (unit === '%' ? t('signal.points', { value: signed(value, digits) }) : unit ? `${signed(value, digits)} ${unit}` : signed(value, digits));

function chart({ detail: { chart: points, signal }, about, control }) {
  if (points.length === 0) return h('section', { class: 'card' }, h('h2', null, t('signal.chart')), h('p', null, t('signal.no_months')));
  const special = points.filter((one) => one.rules.length > 0);
  const rules = (one) => one.rules.map((rule) => code('rule', rule)).join(', ');
  const told = (one) => t('signal.chart_at', { month: month(one.period), value: valued(one.value, about.unit), low: valued(one.lower, about.unit), high: valued(one.upper, about.unit), rules: one.rules.length === 0 ? t('signal.as_chance') : rules(one) });
  const finding = special.length === 0 ? t('signal.chart_noise', { n: points.length }) : t('signal.chart_change', { n: special.length, months: special.map((one) => month(one.period)).join(', ') });
  const words = { x: t('signal.month'), y: about.unit ? `${signal.metric} (${about.unit})` : signal.metric, centre: t('signal.centre'), low: t('signal.limit'), high: t('signal.limit'), number: (value) => number(value, 1) };
  return card({
    title: t('signal.chart'), unit: about.unit, n: t('signal.months', { n: points.length }), period: t('signal.from_to', { from: month(points[0].period), to: month(points.at(-1).period) }), finding,
    chart: {
      make: (palette, width) => control(points.map((one, i) => ({
        x: month(one.period), value: one.value, centre: one.centre, low: one.lower, high: one.upper, special: one.rules.length > 0 ? rules(one) : null,
        phase: i > 0 && one.phase !== points[i - 1].phase ? one.phase_reason : null,
      })), words, palette, width),
      label: finding, points: points.map(told), axis: t('signal.choose_month'), height: 20,
    },
    why: [['why.definition', t('signal.chart_definition')], ['why.formula', t('signal.chart_formula')], points.length < 12 && ['why.limits', t('signal.trial')]],
    table: {
      caption: t('signal.chart'), rows: points,
      columns: [{ key: 'period', label: t('signal.month'), show: (row) => month(row.period) }, ...['value', 'centre', 'lower', 'upper', 'moving_range'].map((key) => ({ key, label: t(`signal.${key}`), unit: about.unit, number: true, digits: 2 })),
        { key: 'rules', label: t('signal.rules'), value: rules }],
    },
    file: 'control-chart',
  });
}

function trend({ detail: { trend: months, statistics: s, peers }, about, line }) {
  if (months.length === 0) return null;
  const compared = months.some((one) => one.z !== null);
  const slope = s.slope === null ? t('signal.no_slope') : t(s.q_value !== null && s.q_value <= 0.05 ? 'signal.slope_sure' : 'signal.slope_chance', {
    slope: difference(s.slope, about.unit), error: number(s.std_error, 2), p: probability(s.p_value), q: probability(s.q_value), n: peers.n,
  });
  const words = { x: t('signal.month'), y: t('signals.z'), number: (value) => number(value, 1), least: Math.floor(Math.min(0, ...months.map((one) => one.z ?? 0))), most: Math.ceil(Math.max(0, ...months.map((one) => one.z ?? 0))) };
  return card({
    title: t('signal.trend'), unit: t('signal.z_long'), n: t('signal.months', { n: months.length }), finding: slope,
    chart: compared && {
      make: (palette, width) => line(months.map((one) => ({ x: month(one.period), values: [one.z] })), words, palette, width),
      label: slope, points: months.map((one) => t('signal.trend_at', { month: month(one.period), z: number(one.z, 2), value: valued(one.value, about.unit) })), axis: t('signal.choose_month'), height: 14,
    },
    content: compared ? null : h('p', { class: 'state' }, t('signal.few_peers')),
    why: [['why.definition', t('signal.trend_definition')], ['why.formula', t('signal.trend_formula')]],
    table: {
      caption: t('signal.trend'), rows: months, columns: [{ key: 'period', label: t('signal.month'), show: (row) => month(row.period) }, { key: 'value', label: t('signal.value'), unit: about.unit, number: true, digits: 2 }, { key: 'z', label: t('signals.z'), number: true, digits: 2 }],
    },
    file: 'trend',
  });
}

const outside = (point) => point.value > point.upper_998 || point.value < point.lower_998;
async function peers({ detail: { funnel: found, signal } }) {
  if (!found) return h('section', { class: 'card' }, h('h2', null, t('signal.funnel')), h('p', null, t('signal.no_funnel')));
  const far = found.points.filter(outside).map((one) => one.facility_id).slice(0, 200);
  const [{ option: funnel }, named] = await Promise.all([
    import('/charts/funnel.mjs'),
    far.length === 0 ? [] : rows(api('facilities').select('facility_id, name').eq('organization_id', signal.organization_id).is('valid_to', null).in('facility_id', far)),
  ]);
  const names = new Map(named.map((one) => [one.facility_id, one.name]));
  const place = (one) => (one.value > one.upper_998 || one.value < one.lower_998 ? 'far' : one.value > one.upper_95 || one.value < one.lower_95 ? 'out' : 'in');
  const points = found.points.map((one) => ({ ...one, own: one.facility_id === found.facility, outside: outside(one), name: one.facility_id === found.facility ? signal.facility : names.get(one.facility_id) ?? one.facility_id }));
  points.sort((a, b) => a.size - b.size);
  const mine = points.find((one) => one.own);
  const share = found.kind === 'proportion' ? (value) => percent(value, 1) : (value) => number(value, 2);
  const told = (one) => t('signal.funnel_at', { site: one.own || one.outside ? one.name : t('signal.another'), value: share(one.value), n: one.size, low: share(one.lower_998), high: share(one.upper_998), place: t(`signal.place_${place(one)}`) });
  const finding = t('signal.funnel_finding', { site: signal.facility, place: t(`signal.place_${place(mine)}`), value: share(mine.value), shrunken: share(mine.shrunken), outside: number(points.filter((one) => one.outside).length), n: points.length });
  const words = { x: t('signal.stays'), y: signal.metric, target: found.target, limits: ['95 %', '99.8 %'].map((one) => one.replace('.', number(1.5).charAt(1))), number: share, size: (value) => number(value, 0) };
  const shown = points.map((one) => ({ name: one.name, own: one.own, outside: one.outside, size: one.size, value: one.value, low95: one.lower_95, high95: one.upper_95, low998: one.lower_998, high998: one.upper_998 }));
  return card({
    title: t('signal.funnel'), unit: found.kind === 'proportion' ? '%' : t('signal.ratio'), n: t('signal.sites', { n: points.length }), finding,
    chart: { make: (palette, width) => funnel(shown, words, palette, width), label: finding, points: points.map(told), start: points.indexOf(mine), axis: t('signal.choose_site'), height: 22 },
    why: [['why.definition', t('signal.funnel_definition')], ['why.formula', t('signal.funnel_formula', { phi: number(found.phi, 2), tau: number(Math.sqrt(found.tau2), 3), target: share(found.target) })], ['why.limits', t('signal.funnel_limits')]],
    table: {
      caption: t('signal.funnel_table'), rows: points.filter((one) => one.own || one.outside),
      columns: [{ key: 'name', label: t('signals.site') }, { key: 'size', label: t('signal.stays'), number: true, digits: 0 }, ...['value', 'lower_95', 'upper_95', 'lower_998', 'upper_998', 'shrunken'].map((key) => ({ key, label: t(`signal.${key}`), number: true, show: (row) => share(row[key]) })),
        { key: 'q_value', label: t('signals.q'), number: true, show: (row) => probability(row.q_value) }],
    },
    file: 'funnel',
  });
}

async function makesUp({ about, detail: { signal } }) {
  const [{ option: pareto }, parts] = await Promise.all([import('/charts/pareto.mjs'), read('signal_contributions', { signal: signal.id, top: 50 })]);
  if (parts.length === 0) return h('section', { class: 'card' }, h('h2', null, t('signal.parts')), h('p', null, t(Object.keys(signal.dimensions ?? {}).length > 0 ? 'signal.parts_of_part' : 'signal.no_parts')));
  const side = about.polarity === 'higher_is_better' ? 'down' : 'up';
  const bars = parts.filter((one) => one.direction === side);
  const told = (one) => t('signal.part_at', { part: one.name, excess: difference(one.excess, about.unit), value: valued(one.value, about.unit), share: percent(one.share), cumulative: percent(one.cumulative) });
  const finding = bars.length === 0 ? t(`signal.parts_none_${side}`) : t(`signal.parts_${side}`, { part: bars[0].name, excess: difference(bars[0].excess, about.unit), share: percent(bars[0].cumulative), n: bars.length });
  const words = { x: t(`signal.excess_${side}`), share: t('signal.cumulative'), number: (value) => number(value, 2), percent };
  return card({
    title: t('signal.parts'), unit: about.unit ?? t('signal.of_value'), n: t('signal.n_parts', { n: parts.length }), finding,
    chart: bars.length > 0 && {
      make: (palette, width) => pareto(bars.map((one) => ({ name: one.name, value: Math.abs(one.excess), cumulative: one.cumulative })), words, palette, width),
      label: finding, points: bars.map(told), start: 0, axis: t('signal.choose_part'), height: (width) => 8 + bars.length * (width < 480 ? 3.2 : 2.2),
    },
    why: [['why.definition', t('signal.parts_definition')], ['why.formula', t('signal.parts_formula')]],
    table: {
      caption: t('signal.parts'), rows: parts,
      columns: [{ key: 'name', label: t('signal.part') }, { key: 'value', label: t('signal.value'), unit: about.unit, number: true, digits: 1 }, { key: 'share', label: t('signal.weight'), number: true, show: (row) => percent(row.share) },
        { key: 'excess', label: t('signal.excess'), unit: about.unit, number: true, show: (row) => signed(row.excess, 2) }, { key: 'direction', label: t('signal.direction'), value: (row) => code('direction', row.direction) }, { key: 'cumulative', label: t('signal.cumulative'), number: true, show: (row) => percent(row.cumulative) }],
    },
    file: 'contributions',
  });
}

async function told({ about, detail: { signal: { organization_id: organization, facility_id: facility } } }) {
  const [newest] = await rows(api('narratives').select('run_id').eq('organization_id', organization).eq('facility_id', facility).order('run_id', { ascending: false }).limit(1));
  const story = newest ? await read('narrative', { organization, facility, run_id: newest.run_id }) : null;
  if (!story) return h('section', { class: 'card' }, h('h2', null, t('signal.story')), h('p', null, t('signal.no_story')));
  const part = (one) => h('li', null, own(one.segment), one.dimension && [' (', own(one.dimension), ')'], ': ', t('signal.story_part', { value: valued(one.value, about.unit), weight: number(one.weight, 0), excess: difference(one.excess, about.unit) }));
  const side = (key) => story[key]?.length > 0 && [h('h3', null, t(`signal.story_${key}`)), h('ul', null, story[key].map(part))];
  return h('section', { class: 'card' }, h('header', null, h('h2', null, t('signal.story')), h('p', { class: 'made' }, own(story.metric), ' · ', moment(story.generated_at))),
    h('p', { class: 'finding' }, t('signal.story_finding', { value: valued(story.value, about.unit), segments: t('signal.story_segments', { n: story.segments }), up: story.up?.length ?? 0, down: story.down?.length ?? 0 })), side('up'), side('down'));
}

async function around({ detail: { signal } }) {
  const [related, children, parents] = await Promise.all(['signal_related', 'signal_children', 'signal_parents'].map((name) => read(name, { signal: signal.id })));
  const found = { related, children, parents };
  const columns = [
    { key: 'metric', label: t('signals.metric'), show: (row) => h('a', { href: `/signals/${row.id}` }, own(row.metric)) }, { key: 'severity', label: t('signals.severity'), unit: t('signals.severity_unit'), number: true, digits: 0 },
    { key: 'signal_type', label: t('signals.type'), value: (row) => code('signal_type', row.signal_type) }, { key: 'status', label: t('signals.status'), value: (row) => code('signal_status', row.status) },
  ];
  const shown = ['parents', 'children', 'related'].filter((kind) => found[kind].length > 0);
  return shown.length === 0 ? empty(t('signal.alone', { site: signal.facility })) : shown.map((kind) => table({ caption: t(`signal.${kind}`), columns, rows: found[kind] }));
}

function checks({ detail: { checks: found } }) {
  const failed = found.filter((one) => !one.passed);
  const name = (row) => `${code('check', row.kind)}: ${row.layer.replace('signals.', '')}${row.columns.length > 0 ? ` (${row.columns.join(', ')})` : ''}`;
  return h('section', { class: 'card' }, h('h2', null, t('signal.checks')), h('p', { class: 'finding' }, failed.length === 0 ? t('signal.checks_passed', { n: found.length }) : t('signal.checks_failed', { n: failed.length, of: found.length })),
    failed.some((one) => one.concerns_facility) && notice('concern', t('signal.checks_here')),
    found.length > 0 && h('details', null, h('summary', null, t('card.table')), table({
      caption: t('signal.checks'), rows: found,
      columns: [{ key: 'kind', label: t('signal.check'), value: name }, { key: 'passed', label: t('signal.result'), value: (row) => t(row.passed ? 'signal.passed' : 'signal.failed') }, { key: 'n_rows', label: t('signal.rows'), number: true, digits: 0 }, { key: 'n_failed', label: t('signal.rows_failed'), number: true, digits: 0 }],
    })));
}

function head({ detail: { signal, statistics: s, peers: beside, since, reason }, about }) {
  const tiers = [['magnitude_tier', s.magnitude_tier], ['trajectory_tier', s.trajectory_tier], ['consistency_tier', s.consistency_tier]].filter(([, value]) => value);
  return [
    facts(
      [t('signals.type'), code('signal_type', signal.signal_type), t('signal.severity_of', { severity: number(signal.severity, 0) })],
      [t('signal.value'), valued(signal.value, about.unit), t('signal.peers_median', { median: valued(beside.median, about.unit), n: beside.n })],
      [t('signals.z'), number(signal.z, 2), signal.z === null ? t('signal.few_peers') : t('signal.percentile', { percentile: number(signal.percentile, 0), label: code('anomaly', s.anomaly) })],
      [t('signal.since'), moment(since.detected_at), t('signal.run', { run: since.run_id, days: t('signal.days_open', { n: signal.days_open }) })],
    ),
    h('section', { class: 'card' }, h('h2', null, t('signal.why_so')), h('p', { lang: 'en' }, own(reason)), tiers.length > 0 && h('ul', null, tiers.map(([kind, value]) => h('li', null, code('tier_kind', kind), ': ', code('tier', value)))),
      about.description && h('p', null, own(about.description)), s.suppressed && notice('concern', t('signal.suppressed'))),
    signal.description && h('section', { class: 'card' }, h('h2', null, t('signal.description')), h('p', null, own(signal.description))),
    signal.why_it_matters && h('section', { class: 'card' }, h('h2', null, t('signal.why_it_matters')), h('p', null, own(signal.why_it_matters))),
  ];
}

/** What can follow each state, as the workflow has it. */
const steps = { new: ['assigned'], assigned: ['in_progress'], in_progress: ['resolved', 'assigned', 'new'], resolved: ['closed', 'in_progress'], closed: [] };

/** Does it, tells it, and shows the page anew. */
const done = async (context, text, act) => { await act(); context.announce(text); await context.reload(); };

function assign({ signal, assignment }, people, { field, form }, context) {
  const me = account();
  const members = people.length > 0 ? people : organizations().some((one) => one.id === signal.organization_id) ? [{ account: me.id, full_name: me.full_name || me.email }] : [];
  if (members.length === 0) return h('p', { class: 'muted' }, t('work.no_members'));
  return form({
    name: t('work.assign'), action: t('work.assign'),
    fields: [
      field({ name: 'assignee', label: t('work.assignee'), options: members.map((one) => [one.account, one.account === me.id ? t('work.me', { name: one.full_name || one.email }) : one.full_name || one.email]), value: assignment?.assignee ?? me.id }),
      field({ name: 'role_type', label: t('work.role'), hint: t('work.role_hint'), value: assignment?.role_type ?? '', maxlength: 100 }),
    ],
    submit: ({ assignee, role_type: role }) => done(context, t('work.assigned'), () => write('assign_signal', { signal: signal.id, assignee, role_type: role.trim() || null })),
  });
}

function step({ signal }, to, context) {
  const label = t(`work.to_${to}${signal.status === 'in_progress' && to === 'assigned' ? '_back' : signal.status === 'resolved' && to === 'in_progress' ? '_back' : ''}`);
  const open = () => context.ask({
    title: label, text: t('work.step_why', { from: code('signal_status', signal.status), to: code('signal_status', to) }), action: label,
    fields: [{ name: 'notes', label: t('work.notes'), hint: t('work.notes_hint'), type: 'textarea', maxlength: 10000 }],
    act: ({ notes }) => done(context, t('work.stepped'), () => write('set_signal_status', { signal: signal.id, status: to, notes: notes.trim() || null })),
  });
  return h('button', { type: 'button', class: to === steps[signal.status][0] ? 'primary' : null, id: `step-${to}`, on: { click: open } }, label);
}

function more({ signal, assignment }, context) {
  const reopen = () => context.ask({
    title: t('work.reopen'), text: t('work.reopen_why'), action: t('work.reopen'), fields: [{ name: 'reason', label: t('work.reason'), type: 'textarea', required: true, maxlength: 10000 }],
    act: ({ reason }) => done(context, t('work.reopened'), () => write('reopen_signal', { signal: signal.id, reason })),
  });
  const snooze = () => context.ask({
    title: t('work.snooze'), text: t('work.snooze_why'), action: t('work.snooze'), fields: [{ name: 'until', label: t('work.until'), type: 'date', required: true }],
    act: ({ until }) => done(context, t('work.snoozed'), () => write('snooze_signal', { signal: signal.id, until: new Date(`${until}T00:00`).toISOString() })),
  });
  const describe = () => context.ask({
    title: t('work.describe'), text: t('work.describe_why'), action: t('work.save'),
    fields: [{ name: 'description', label: t('signal.description'), type: 'textarea', value: signal.description ?? '', maxlength: 10000 }, { name: 'why_it_matters', label: t('signal.why_it_matters'), type: 'textarea', value: signal.why_it_matters ?? '', maxlength: 10000 }],
    act: ({ description, why_it_matters: why }) => done(context, t('work.described'), () => change(api('signals').update({ description: description.trim() || null, why_it_matters: why.trim() || null }).eq('id', signal.id))),
  });
  const wake = async () => { try { await done(context, t('work.woken'), () => write('snooze_signal', { signal: signal.id, until: null })); } catch (trouble) { context.announce(trouble.message); } };
  const closed = signal.status === 'closed';
  return [
    closed && h('button', { type: 'button', class: 'primary', id: 'reopen', on: { click: reopen } }, t('work.reopen')),
    !closed && (assignment?.snoozed_until && new Date(assignment.snoozed_until) > new Date() ? h('button', { type: 'button', on: { click: wake } }, t('work.wake')) : h('button', { type: 'button', on: { click: snooze } }, t('work.snooze'))),
    h('button', { type: 'button', on: { click: describe } }, t('work.describe')),
  ];
}

async function forms(data, context) {
  const { signal } = data;
  const [people, parts] = await Promise.all([organizations('client').some((one) => one.id === signal.organization_id) ? read('members', { organization: signal.organization_id }) : [], import('/components/form.mjs')]);
  const { comments } = data.detail;
  return [
    ['new', 'assigned', 'in_progress'].includes(signal.status) && assign(data, people, parts, context),
    h('h3', null, t('work.comments')),
    comments.length === 0 ? h('p', { class: 'muted' }, t('work.no_comments')) : h('ul', null, comments.map((one) => h('li', null, h('strong', null, own(one.author_name ?? t('feed.by_somebody'))), ' · ', moment(one.created_at), h('br'), own(one.comment)))),
    parts.form({
      name: t('work.comment'), action: t('work.comment'), fields: [parts.field({ name: 'comment', label: t('work.comment_label'), type: 'textarea', required: true, maxlength: 10000 })],
      submit: ({ comment }) => done(context, t('work.commented'), () => write('comment_signal', { signal: signal.id, comment })),
    }),
  ];
}

function work(data, context) {
  const { signal, assignment } = data;
  const waits = assignment?.snoozed_until && new Date(assignment.snoozed_until) > new Date();
  return h('section', { class: 'card', id: 'work', tabindex: -1, 'aria-labelledby': 'work-title' }, h('h2', { id: 'work-title' }, t('work.title')),
    facts([t('signals.status'), code('signal_status', signal.status)],
      [t('work.assignee'), assignment?.assignee_name ? own(assignment.assignee_name) : t('work.nobody'), assignment?.role_type && own(assignment.role_type)],
      assignment?.started_at && [t('work.started'), moment(assignment.started_at)], assignment?.resolved_at && [t('work.resolved'), moment(assignment.resolved_at)], assignment?.closed_at && [t('work.closed'), moment(assignment.closed_at)]),
    waits && notice('note', t('work.waits', { moment: moment(assignment.snoozed_until) })),
    assignment?.notes && h('p', { class: 'quoted' }, own(assignment.notes)),
    h('p', { class: 'actions' }, steps[signal.status].filter((to) => to !== 'assigned' || signal.status === 'in_progress').map((to) => step(data, to, context)), more(data, context)),
    near(() => forms(data, context), 28));
}

export function view(data, context) {
  const { signal } = data.detail;
  context.follow(`organization.${signal.organization_id}`, (event) => { if (event?.event === 'signal.changed' && event.id === String(signal.id)) context.reload(); });
  const part = Object.entries(signal.dimensions ?? {}).map(([name, value]) => `${name}: ${value}`).join(', ');
  return [
    h('h1', null, own(title(data))),
    h('p', { class: 'lead' }, own(signal.system_name ?? signal.facility_id), part && [' · ', own(part)], ' · ', code('domain', signal.domain), ' · ', code('signal_status', signal.status)),
    h('p', { class: 'actions' }, h('a', { class: 'button', href: '/signals' }, t('signals.title')), h('a', { class: 'button', href: '#work' }, t('work.go'))),
    head(data), chart(data), trend(data), near(() => peers(data), 36), near(() => makesUp(data), 30), near(() => told(data), 14), work({ ...data, signal }, context),
    h('h2', null, t('signal.around')), near(() => around(data), 10), checks(data),
  ];
}
