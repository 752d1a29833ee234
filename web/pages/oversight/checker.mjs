// Is a statement that a machine wrote safe to run: what is refused and where, what it would give, whether it answers the question, and
// what helped where statements like it failed. Nothing of it stands in the address: a statement may hold personal data.
import { post, rows, view as api, write } from '/app/api.mjs';
import { h, own } from '/app/dom.mjs';
import { code, number, percent, t } from '/app/i18n.mjs';
import { organizations } from '/app/session.mjs';
import { why } from '/components/card.mjs';
import { field, form } from '/components/form.mjs';
import { notice, refusal } from '/components/state.mjs';
import { table } from '/components/table.mjs';

export const load = async () => ({ policies: await rows(api('sql_policies').select('name, description').order('name').limit(200)) });
export const title = () => t('checker.title');

/** Where a word, a quoted name or a sign ends that begins at a place of the statement. */
function ends(letters, at) {
  if (letters[at] === '"' || letters[at] === "'") {
    const end = letters.indexOf(letters[at], at + 1);
    return end < 0 ? letters.length : end + 1;
  }
  let to = at + 1;
  if (/[\p{L}\p{N}_$]/u.test(letters[at] ?? '')) while (to < letters.length && /[\p{L}\p{N}_$.]/u.test(letters[to])) to += 1;
  return to;
}

/** The statement with what errors and warnings mean marked and numbered; positions count characters from 1. */
function marked(sql, problems) {
  const letters = [...sql];
  const places = problems
    .map((one, i) => ({ ...one, n: i + 1, at: one.position - 1 }))
    .filter((one) => Number.isInteger(one.position) && one.at <= letters.length)
    .sort((a, b) => a.at - b.at);
  const parts = [];
  let from = 0;
  for (const one of places) {
    if (one.at < from) continue;
    const to = ends(letters, one.at);
    const numbers = places
      .filter((other) => other.at >= one.at && other.at < to)
      .map((other) => other.n)
      .join(', ');
    parts.push(
      letters.slice(from, one.at).join(''),
      h('mark', { class: one.refused ? 'refused' : 'warned' }, letters.slice(one.at, to).join('') || ' ', h('sup', null, numbers)),
    );
    from = Math.max(from, to);
  }
  parts.push(letters.slice(from).join(''));
  return h('pre', { class: 'statement', tabindex: 0, role: 'region', 'aria-label': t('checker.marked') }, h('bdi', null, parts));
}

function found(list, caption) {
  if (list.length === 0) return null;
  const columns = [
    { key: 'n', label: t('checker.mark'), number: false, value: (row) => String(row.n) },
    {
      key: 'rule',
      label: t('checker.rule'),
      show: (row) => [
        h('span', { class: `badge ${row.refused ? 'danger' : 'concern'}` }, t(row.refused ? 'checker.refuses' : 'checker.warns')),
        ' ',
        code('sql_rule', row.rule),
      ],
    },
    {
      key: 'message',
      label: t('checker.message'),
      show: (row) => [own(row.message), row.hint && [' ', h('span', { class: 'muted' }, own(row.hint))]],
    },
    {
      key: 'place',
      label: t('checker.place'),
      value: (row) => (row.line ? t('checker.at', { line: row.line, column: row.column }) : t('checker.whole')),
    },
    { key: 'sqlstate', label: t('checker.state') },
  ];
  return table({ caption, columns, rows: list });
}

function intent(judged) {
  if (!judged) return null;
  const features = (list) =>
    h(
      'ul',
      null,
      list.map((one) => h('li', null, own(one.replaceAll(':', ': ')))),
    );
  return h(
    'section',
    { class: 'card' },
    h('h3', null, t('intent.title')),
    h('p', { class: 'finding' }, t('intent.confidence', { share: percent(judged.confidence) })),
    judged.missed.length > 0 && [h('p', null, t('intent.missed')), features(judged.missed)],
    judged.extra.length > 0 && [h('p', null, t('intent.extra')), features(judged.extra)],
    judged.missed.length + judged.extra.length === 0 && h('p', null, t('intent.all')),
    why(['why.definition', t('intent.definition')], ['why.formula', t('intent.formula')], ['why.limits', t('intent.limits')]),
  );
}

function suggested(list, use) {
  if (list === null) return null;
  return h(
    'section',
    { class: 'card' },
    h('h3', null, t('fix.title')),
    list.length === 0
      ? h('p', null, t('fix.none'))
      : h(
          'ol',
          null,
          list.map((one, i) =>
            h(
              'li',
              null,
              h('code', { class: 'wrap' }, own(one.sql)),
              h('p', { class: 'muted small' }, t('fix.confidence', { share: percent(one.confidence) }), ': ', own(one.reason)),
              h(
                'p',
                { class: 'actions' },
                h(
                  'button',
                  { type: 'button', 'aria-label': t('fix.use_of', { n: i + 1 }), on: { click: () => use(one.sql) } },
                  t('fix.use'),
                ),
              ),
            ),
          ),
        ),
    why(['why.definition', t('fix.definition')], ['why.formula', t('fix.formula')]),
  );
}

/** What it would give, what it reads, and by what it is held to the organisation. */
function gives(answer) {
  const names = (list) =>
    h(
      'ul',
      null,
      list.map((name) => h('li', null, own(name))),
    );
  return h(
    'section',
    { class: 'card' },
    h('h3', null, t('checker.gives')),
    answer.columns.length > 0 &&
      table({
        caption: t('checker.columns'),
        rows: answer.columns,
        columns: [
          { key: 'name', label: t('checker.column') },
          { key: 'type', label: t('checker.type') },
        ],
      }),
    answer.relations.length > 0 && [h('p', null, t('checker.reads')), names(answer.relations)],
    answer.functions.length > 0 && [h('p', null, t('checker.calls')), names(answer.functions)],
    answer.tenant.length > 0 && [
      h('p', null, t('checker.held')),
      h(
        'ul',
        null,
        answer.tenant.map((one) => h('li', null, own(one.relation), ': ', own(one.proven_by ?? t('checker.not_proven')))),
      ),
    ],
    answer.cost !== null && h('p', null, t('checker.cost', { cost: number(answer.cost, 0) })),
    answer.fingerprint && h('p', { class: 'small muted' }, t('checker.fingerprint'), ' ', h('code', null, answer.fingerprint)),
  );
}

function helped(asked, judged, before, context) {
  const told = h('div', { role: 'status' });
  const failed = before && !before.answer.ok && before.asked.sql !== asked.sql ? before : null;
  const say = (helpful) => async () => {
    const [first] = failed?.answer.errors ?? judged.errors;
    try {
      await write('record_feedback', {
        sql: (failed?.asked ?? asked).sql,
        intent: asked.intent || t('feedback.no_intent'),
        helpful,
        ...(asked.organization && { organization: asked.organization }),
        ...(failed && { correction: asked.sql }),
        ...(first?.sqlstate && { sqlstate: first.sqlstate }),
      });
      told.replaceChildren(notice('good', t('feedback.kept')));
    } catch (trouble) {
      told.replaceChildren(notice('danger', ...refusal(trouble)));
    }
    context.announce(told.textContent);
  };
  return h(
    'section',
    { class: 'card' },
    h('h3', null, t('feedback.title')),
    h('p', null, t(failed ? 'feedback.correction' : 'feedback.why')),
    told,
    h(
      'p',
      { class: 'actions' },
      h('button', { type: 'button', on: { click: say(true) } }, t('feedback.yes')),
      h('button', { type: 'button', on: { click: say(false) } }, t('feedback.no')),
    ),
  );
}

export function view({ policies }, context) {
  const place = h('div', { tabindex: -1, class: 'result' });
  const mine = [...new Map(organizations().map((one) => [one.id, one.name]))];
  let before = null;
  const statement = field({
    name: 'sql',
    label: t('checker.statement'),
    hint: t('checker.statement_hint'),
    type: 'textarea',
    rows: 8,
    required: true,
    maxlength: 100000,
    spellcheck: 'false',
    autocapitalize: 'off',
    class: 'code',
  });
  const use = (sql) => {
    statement.control.value = sql;
    statement.control.focus();
  };
  const fields = [
    statement,
    field({ name: 'intent', label: t('checker.intent'), hint: t('checker.intent_hint'), maxlength: 2000 }),
    mine.length > 1 && field({ name: 'organization', label: t('checker.organization'), options: mine }),
    field({
      name: 'policy',
      label: t('checker.policy'),
      hint: t('checker.policy_hint'),
      value: 'default',
      options: [...new Map(policies.map((one) => [one.name, one.description])).entries()].map(([name, about]) => [
        name,
        about ? `${name}: ${about}` : name,
      ]),
    }),
  ].filter(Boolean);
  async function submit({ sql, intent: question, policy, organization }) {
    const common = { sql, policy, ...(organization && { organization }) };
    const answer = await post('check_sql', common);
    const [judged, fixes] = await Promise.all([
      question && answer.errors.every((one) => !['syntax', 'empty', 'multiple', 'unresolved', 'too_complex'].includes(one.rule))
        ? post('check_sql_intent', { ...common, intent: question })
        : null,
      answer.ok
        ? null
        : post('suggest_fix', {
            ...common,
            ...(question && { intent: question }),
            ...(answer.errors[0]?.sqlstate && { sqlstate: answer.errors[0].sqlstate }),
          }),
    ]);
    const asked = { sql, intent: question, organization };
    const problems = [...answer.errors.map((one) => ({ ...one, refused: true })), ...answer.warnings].map((one, i) => ({
      ...one,
      n: i + 1,
    }));
    const finding = answer.ok
      ? t(answer.warnings.length === 0 ? 'checker.safe' : 'checker.safe_with', { n: answer.warnings.length })
      : t('checker.refused', { n: answer.errors.length });
    place.replaceChildren(
      ...[
        h('h2', null, t('checker.result')),
        notice(answer.ok ? 'note' : 'danger', finding),
        marked(sql, problems),
        found(problems, t('checker.found')),
        (answer.columns.length > 0 || answer.relations.length > 0) && gives(answer),
        intent(judged),
        suggested(fixes, use),
        helped(asked, answer, before, context),
      ]
        .flat(Infinity)
        .filter(Boolean),
    );
    before = { asked, answer };
    place.focus();
  }
  return [
    h('h1', null, t('checker.title')),
    h('p', { class: 'lead' }, t('checker.lead')),
    form({ action: t('checker.check'), name: t('checker.title'), fields, submit }),
    place,
    why(['why.definition', t('checker.definition')], ['why.limits', t('checker.limits')]),
  ];
}
