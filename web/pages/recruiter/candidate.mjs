// One candidate of a campaign: why this score, what changes in the team, what was not measured; and the decision.
import { h, own, svg } from '/app/dom.mjs';
import { code, hasCode, language, list, moment, number, percent, range, signed, t } from '/app/i18n.mjs';
import { from, read, rows, view as api, write } from '/app/api.mjs';
import { card, facts, interval, why } from '/components/card.mjs';
import { table } from '/components/table.mjs';
import { notice } from '/components/state.mjs';

export async function load({ parameters: { campaign, person } }) {
  const [[about], [candidate], decisions] = await Promise.all([
    rows(api('campaigns').select('id, title, position, status').eq('id', campaign)),
    rows(from('candidates', { campaign }).eq('person', person)),
    rows(from('decisions', { campaign }).eq('person', person)),
  ]);
  // What is predicted is told of open candidates; of others what was known when it was decided.
  const impact = candidate && candidate.status !== 'pending' ? null : await read('impact', { campaign, person });
  return { impact, about, candidate, decisions };
}
export const title = ({ candidate }) => candidate?.full_name || t('candidate.title');

/** A bar from 0 on a scale of 0 to most. */
const bar = (value, most) =>
  svg(
    'svg',
    { class: 'interval', viewBox: '0 0 100 20', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('path', { class: 'scale', d: 'M0 10H100', 'vector-effect': 'non-scaling-stroke' }),
    svg('rect', { class: 'bar', x: 0, y: 4, width: Math.max(0, Math.min(100, (value / most) * 100)), height: 12 }),
  );

function makesUp({ success }) {
  if (!success?.terms) return null;
  const terms = Object.entries(success.terms).map(([term, values]) => ({ term, ...values }));
  const most = Math.max(...terms.map((one) => Math.abs(one.contribution ?? 0)), 1);
  const columns = [
    { key: 'term', label: t('candidate.term'), value: (row) => code('term', row.term) },
    { key: 'value', label: t('candidate.value'), unit: t('ranking.scale'), number: true, digits: 0 },
    { key: 'beta', label: t('candidate.weight'), number: true, digits: 2 },
    { key: 'contribution', label: t('candidate.brings'), unit: t('candidate.points'), number: true, digits: 0 },
    { key: 'bar', label: t('candidate.as_bar'), show: (row) => bar(row.contribution, most), value: () => '', file: false },
  ];
  const rows_ = [...terms].sort((a, b) => b.contribution - a.contribution);
  return card({
    title: t('candidate.makes_up'),
    unit: t('candidate.points'),
    finding: t('candidate.sum', {
      score: number(success.score, 0),
      parts: list(rows_.map((row) => `${number(row.contribution, 0)} (${code('term', row.term)})`)),
    }),
    content: table({ caption: t('candidate.makes_up'), columns, rows: rows_ }),
    why: [
      ['why.definition', t('candidate.terms_definition')],
      ['why.formula', t('candidate.formula')],
      ['why.limits', t('ranking.limits')],
    ],
  });
}

function fit({ fit: found }) {
  if (!found?.competencies) return null;
  const shown = Object.entries(found.competencies)
    .map(([name, values]) => ({ name, ...values }))
    .sort((a, b) => b.contribution - a.contribution);
  const traits = (row) =>
    list(
      row.traits.map((one) =>
        t('candidate.trait', {
          trait: code('trait', one.source ?? one.trait),
          level: code('counts_as', one.counts_as ?? ''),
          points: number(one.contribution, 0),
        }),
      ),
    );
  return card({
    title: t('ranking.fit'),
    unit: t('ranking.scale'),
    finding: t('candidate.fit_finding', { fit: range(found.g_fit_computed, found.g_fit_low, found.g_fit_high) }),
    content: table({
      caption: t('candidate.competencies'),
      rows: shown,
      columns: [
        { key: 'name', label: t('candidate.competency'), value: (row) => code('competency', row.name) },
        { key: 'score', label: t('candidate.score'), unit: t('ranking.scale'), show: (row) => interval({ value: row.score }) },
        { key: 'weight', label: t('candidate.weight'), number: true, show: (row) => percent(row.weight) },
        { key: 'data_quality', label: t('ranking.measured'), number: true, show: (row) => percent(row.data_quality) },
        { key: 'traits', label: t('candidate.from'), show: traits, value: traits },
      ],
    }),
    why: [
      ['why.definition', t('ranking.fit_definition')],
      ['why.formula', t('candidate.fit_formula')],
    ],
  });
}

function team({ team: found, pairs = [], leadership, environment }) {
  if (!found?.delta) return h('section', { class: 'card' }, h('h2', null, t('candidate.team')), h('p', null, t('candidate.team_unknown')));
  const parts = Object.entries(found.delta.parts).map(([name, values]) => ({ name, ...values }));
  const kinds = Object.entries(
    Object.groupBy
      ? Object.groupBy(pairs, (one) => one.kind)
      : pairs.reduce((all, one) => ({ ...all, [one.kind]: [...(all[one.kind] ?? []), one] }), {}),
  );
  return card({
    title: t('candidate.team'),
    unit: t('ranking.scale'),
    n: t('candidate.crew', { n: found.without.n }),
    finding: t(found.delta.score === 0 ? 'candidate.team_same' : 'candidate.team_finding', {
      before: number(found.without.score, 0),
      after: number(found.with.score, 0),
      delta: signed(found.delta.score, 0),
      label: code('delta', found.delta.label),
    }),
    content: [
      facts(
        leadership && [t('term.f_lmx'), number(leadership.score, 0), code('label', leadership.label)],
        environment && [t('term.f_env'), number(environment.score, 0), code('environment', environment.status)],
      ),
      pairs.length > 0 &&
        h(
          'ul',
          null,
          kinds.map(([kind, those]) => h('li', null, code('pair', kind), ': ', own(list(those.map((one) => one.position))))),
        ),
      table({
        caption: t('candidate.team_parts'),
        rows: parts,
        columns: [
          { key: 'name', label: t('candidate.part'), value: (row) => code('team_part', row.name) },
          { key: 'without', label: t('candidate.before'), number: true, digits: 0 },
          { key: 'with', label: t('candidate.after'), number: true, digits: 0 },
          {
            key: 'contribution',
            label: t('candidate.brings'),
            unit: t('candidate.points'),
            number: true,
            show: (row) => signed(row.contribution, 0),
          },
        ],
      }),
    ],
    why: [['why.definition', t('candidate.team_definition')]],
  });
}

function barrier({ safety }, context) {
  if (safety.level === 'CLEAR' && safety.unassessed.length === 0) return null;
  const fired = safety.triggers.map((one) =>
    h(
      'li',
      null,
      code('trait', one.trait),
      one.below === undefined ? null : ` < ${number(one.below, 0)}`,
      ': ',
      code('safety_level', one.effect),
    ),
  );
  const { campaign, person } = context.parameters;
  const lift = () =>
    context.ask({
      title: t('candidate.lift'),
      text: t('candidate.lift_why'),
      action: t('candidate.lift'),
      fields: [{ name: 'reason', label: t('candidate.reason'), type: 'textarea', required: true }],
      act: async ({ reason }) => {
        await write('lift_barrier', { campaign, person, reason });
        await context.reload();
      },
    });
  return notice(
    safety.level === 'DISQUALIFIED' ? 'danger' : 'concern',
    h('span', null, t('candidate.barrier', { level: code('safety_level', safety.level) })),
    fired.length > 0 && h('ul', null, fired),
    safety.unassessed.length > 0 &&
      h('p', null, t('candidate.unassessed', { traits: list(safety.unassessed.map((one) => code('trait', one))) })),
    h('p', null, t('candidate.barrier_why')),
    safety.level === 'DISQUALIFIED' && h('p', null, h('button', { type: 'button', on: { click: lift } }, t('candidate.lift'))),
  );
}

function decide({ candidate, decisions }, context) {
  const { campaign, person } = context.parameters;
  const name = candidate.full_name;
  const act = (decision) =>
    context.ask({
      title: t(`candidate.${decision}`, { name }),
      text: t('candidate.decide_why'),
      action: t(`candidate.${decision}`, { name }),
      fields: [{ name: 'reason', label: t('candidate.reason'), hint: t('candidate.reason_hint'), type: 'textarea', required: true }],
      act: async ({ reason }, key) => {
        await write('decide', { campaign, person, decision, reason }, key);
        await context.done(t('candidate.decided'));
      },
    });
  const known = (one) =>
    one.y_success !== null && [
      h('br'),
      h(
        'span',
        { class: 'muted' },
        t('candidate.known', {
          score: range(one.y_success, one.dnre?.y_low, one.dnre?.y_high),
          model: one.model_version,
          parts: list(
            ['p_ind', 'f_team', 'f_env', 'f_lmx']
              .filter((term) => one[term] !== null)
              .map((term) => `${code('term', term)} ${number(one[term], 0)}`),
          ),
        }),
      ),
    ];
  // A request stands until it is answered, before a decision or after it.
  const asked = decisions.filter((one) => ['review_requested', 'review_answered'].includes(one.decision)).at(-1);
  const answer = () =>
    context.ask({
      title: t('candidate.answer_review', { name }),
      text: t('candidate.answer_review_why'),
      action: t('candidate.answer_review', { name }),
      fields: [{ name: 'answer', label: t('candidate.answer'), type: 'textarea', required: true }],
      act: async (given) => {
        await write('answer_review', { campaign, person, answer: given.answer });
        await context.done(t('candidate.review_answered'));
      },
    });
  const told = decisions.map((one) =>
    h('li', null, moment(one.decided_at), ' · ', code('candidacy_status', one.decision), one.reason && [': ', own(one.reason)], known(one)),
  );
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('candidate.decision')),
    h('p', null, t('candidate.status', { status: code('candidacy_status', candidate.status) })),
    told.length > 0 && h('ul', null, told),
    asked?.decision === 'review_requested' &&
      notice(
        'concern',
        t('candidate.review_asked', { name }),
        h('p', null, h('button', { type: 'button', id: 'answer-review', on: { click: answer } }, t('candidate.answer_review', { name }))),
      ),
    candidate.status === 'pending' && [
      h('p', { class: 'muted' }, t('candidate.decide_first')),
      h(
        'p',
        { class: 'actions' },
        h('button', { type: 'button', class: 'primary', on: { click: () => act('hired') } }, t('candidate.hire')),
        h('button', { type: 'button', on: { click: () => act('rejected') } }, t('candidate.reject')),
      ),
    ],
  );
}

export function view(data, context) {
  const { impact, about, candidate } = data;
  const lead = h('p', { class: 'lead' }, h('a', { href: `/campaigns/${about.id}` }, own(about.title)), ' · ', own(about.position));
  if (!impact) return [h('h1', null, own(title(data))), lead, decide(data, context)];
  const { success, fit: found, standing } = impact;
  const told = h('div', { role: 'status' });
  const { campaign, person } = context.parameters;
  const paper = async () => (await import('/components/paper.mjs')).paper(context, 'recruiter', { person, campaign }, told);
  return [
    h('h1', null, own(title(data))),
    lead,
    h('p', { class: 'actions' }, h('button', { type: 'button', on: { click: paper } }, t('paper.ask'))),
    told,
    facts(
      success?.score !== undefined &&
        success.score !== null && [t('ranking.success'), range(success.score, success.y_low, success.y_high), code('label', success.label)],
      found && [t('ranking.fit'), range(found.g_fit_computed, found.g_fit_low, found.g_fit_high), code('label', found.label)],
      standing && [
        t('ranking.rank'),
        t('format.of', { value: number(standing.rank, 0), of: number(standing.pool, 0) }),
        standing.tied_with === 0 ? t('ranking.stands_alone') : t('ranking.with_others', { n: standing.tied_with }),
      ],
      found && [
        t('ranking.measured'),
        percent(found.data_quality),
        impact.imputed.length > 0 ? t('ranking.filled_in', { n: impact.imputed.length }) : t('candidate.all_measured'),
      ],
    ),
    barrier(impact, context),
    h(
      'section',
      { class: 'card' },
      h('h2', null, t('candidate.in_words')),
      h(
        'ul',
        { lang: language === impact.statements[0]?.language ? null : impact.statements[0]?.language },
        impact.statements.map((one) => h('li', null, own(one.text))),
      ),
    ),
    makesUp(impact),
    team(impact),
    fit(impact),
    candidate && decide(data, context),
    why(
      ['why.model', hasCode('model', impact.model_version) ? code('model', impact.model_version) : own(impact.model_version)],
      ['why.limits', t('ranking.limits')],
    ),
  ];
}
