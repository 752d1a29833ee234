// Work on a signal: who has it, how far it is, what can follow, what people said.
import { h, own } from '/app/dom.mjs';
import { code, moment, t } from '/app/i18n.mjs';
import { change, read, view as api, write } from '/app/api.mjs';
import { account, organizations } from '/app/session.mjs';
import { facts } from '/components/card.mjs';
import { notice } from '/components/state.mjs';

/** What can follow each state, as the workflow has it. */
const steps = {
  new: ['assigned'],
  assigned: ['in_progress'],
  in_progress: ['resolved', 'assigned', 'new'],
  resolved: ['closed', 'in_progress'],
  closed: [],
};

/** Does it, tells it, and shows the page anew. */
const done = async (context, text, act) => {
  await act();
  await context.done(text);
};

function assign({ signal, assignment }, people, { field, form }, context) {
  const me = account();
  const members =
    people.length > 0
      ? people
      : organizations().some((one) => one.id === signal.organization_id)
      ? [{ account: me.id, full_name: me.full_name || me.email }]
      : [];
  if (members.length === 0) return h('p', { class: 'muted' }, t('work.no_members'));
  return form({
    name: t('work.assign'),
    action: t('work.assign'),
    fields: [
      field({
        name: 'assignee',
        label: t('work.assignee'),
        options: members.map((one) => [
          one.account,
          one.account === me.id ? t('work.me', { name: one.full_name || one.email }) : one.full_name || one.email,
        ]),
        value: assignment?.assignee ?? me.id,
      }),
      field({ name: 'role_type', label: t('work.role'), hint: t('work.role_hint'), value: assignment?.role_type ?? '', maxlength: 100 }),
    ],
    submit: ({ assignee, role_type: role }) =>
      done(context, t('work.assigned'), () => write('assign_signal', { signal: signal.id, assignee, role_type: role.trim() || null })),
  });
}

function step({ signal }, to, context) {
  const label = t(
    `work.to_${to}${
      signal.status === 'in_progress' && to === 'assigned' ? '_back' : signal.status === 'resolved' && to === 'in_progress' ? '_back' : ''
    }`,
  );
  const open = () =>
    context.ask({
      title: label,
      text: t('work.step_why', { from: code('signal_status', signal.status), to: code('signal_status', to) }),
      action: label,
      fields: [{ name: 'notes', label: t('work.notes'), hint: t('work.notes_hint'), type: 'textarea', maxlength: 10000 }],
      act: ({ notes }) =>
        done(context, t('work.stepped'), () => write('set_signal_status', { signal: signal.id, status: to, notes: notes.trim() || null })),
    });
  return h(
    'button',
    { type: 'button', class: to === steps[signal.status][0] ? 'primary' : null, id: `step-${to}`, on: { click: open } },
    label,
  );
}

function more({ signal, assignment }, context) {
  const reopen = () =>
    context.ask({
      title: t('work.reopen'),
      text: t('work.reopen_why'),
      action: t('work.reopen'),
      fields: [{ name: 'reason', label: t('work.reason'), type: 'textarea', required: true, maxlength: 10000 }],
      act: ({ reason }) => done(context, t('work.reopened'), () => write('reopen_signal', { signal: signal.id, reason })),
    });
  const snooze = () =>
    context.ask({
      title: t('work.snooze'),
      text: t('work.snooze_why'),
      action: t('work.snooze'),
      fields: [{ name: 'until', label: t('work.until'), type: 'date', required: true }],
      act: ({ until }) =>
        done(context, t('work.snoozed'), () =>
          write('snooze_signal', { signal: signal.id, until: new Date(`${until}T00:00`).toISOString() }),
        ),
    });
  const describe = () =>
    context.ask({
      title: t('work.describe'),
      text: t('work.describe_why'),
      action: t('work.save'),
      fields: [
        { name: 'description', label: t('signal.description'), type: 'textarea', value: signal.description ?? '', maxlength: 10000 },
        {
          name: 'why_it_matters',
          label: t('signal.why_it_matters'),
          type: 'textarea',
          value: signal.why_it_matters ?? '',
          maxlength: 10000,
        },
      ],
      act: ({ description, why_it_matters: why }) =>
        done(context, t('work.described'), () =>
          change(
            api('signals')
              .update({ description: description.trim() || null, why_it_matters: why.trim() || null })
              .eq('id', signal.id),
          ),
        ),
    });
  const wake = () => done(context, t('work.woken'), () => write('snooze_signal', { signal: signal.id, until: null }));
  const closed = signal.status === 'closed';
  return [
    closed && h('button', { type: 'button', class: 'primary', id: 'reopen', on: { click: reopen } }, t('work.reopen')),
    !closed &&
      (assignment?.snoozed_until && new Date(assignment.snoozed_until) > new Date()
        ? h('button', { type: 'button', on: { click: wake } }, t('work.wake'))
        : h('button', { type: 'button', on: { click: snooze } }, t('work.snooze'))),
    h('button', { type: 'button', on: { click: describe } }, t('work.describe')),
  ];
}

async function forms(data, context) {
  const { signal } = data;
  const [people, parts] = await Promise.all([
    organizations('client').some((one) => one.id === signal.organization_id)
      ? read('members', { organization: signal.organization_id })
      : [],
    import('/components/form.mjs'),
  ]);
  const { comments } = data.detail;
  return [
    ['new', 'assigned', 'in_progress'].includes(signal.status) && assign(data, people, parts, context),
    h('h3', null, t('work.comments')),
    comments.length === 0
      ? h('p', { class: 'muted' }, t('work.no_comments'))
      : h(
          'ul',
          null,
          comments.map((one) =>
            h(
              'li',
              null,
              h('strong', null, own(one.author_name ?? t('feed.by_somebody'))),
              ' · ',
              moment(one.created_at),
              h('br'),
              own(one.comment),
            ),
          ),
        ),
    parts.form({
      name: t('work.comment'),
      action: t('work.comment'),
      fields: [parts.field({ name: 'comment', label: t('work.comment_label'), type: 'textarea', required: true, maxlength: 10000 })],
      submit: ({ comment }) => done(context, t('work.commented'), () => write('comment_signal', { signal: signal.id, comment })),
    }),
  ];
}

export async function work(data, context) {
  const { signal, assignment } = data;
  const waits = assignment?.snoozed_until && new Date(assignment.snoozed_until) > new Date();
  return h(
    'section',
    { class: 'card', id: 'work', tabindex: -1, 'aria-labelledby': 'work-title' },
    h('h2', { id: 'work-title' }, t('work.title')),
    facts(
      [t('signals.status'), code('signal_status', signal.status)],
      [
        t('work.assignee'),
        assignment?.assignee_name ? own(assignment.assignee_name) : t('work.nobody'),
        assignment?.role_type && own(assignment.role_type),
      ],
      assignment?.started_at && [t('work.started'), moment(assignment.started_at)],
      assignment?.resolved_at && [t('work.resolved'), moment(assignment.resolved_at)],
      assignment?.closed_at && [t('work.closed'), moment(assignment.closed_at)],
    ),
    waits && notice('note', t('work.waits', { moment: moment(assignment.snoozed_until) })),
    assignment?.notes && h('p', { class: 'quoted' }, own(assignment.notes)),
    h(
      'p',
      { class: 'actions' },
      steps[signal.status].filter((to) => to !== 'assigned' || signal.status === 'in_progress').map((to) => step(data, to, context)),
      more(data, context),
    ),
    await forms(data, context),
  );
}
