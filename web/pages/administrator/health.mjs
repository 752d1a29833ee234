// How the machine is: what waits and for how long, what failed, who works on it, and which versions run.
import { read } from '/app/api.mjs';
import { h, link, own } from '/app/dom.mjs';
import { code, hasCode, number, t } from '/app/i18n.mjs';
import { HarmonyError } from '/app/session.mjs';
import { facts, why } from '/components/card.mjs';
import { notice } from '/components/state.mjs';
import { table } from '/components/table.mjs';
import { asOf, level } from '/components/tools.mjs';

/** A module that is not installed has no health: that is no failure of this page. */
const optional = (asked) =>
  asked.catch((trouble) => {
    if (trouble instanceof HarmonyError && trouble.status === 404) return null;
    throw trouble;
  });
export async function load() {
  const health = await read('health');
  const models = health.modules.includes('oversight') ? await optional(read('health_ml')) : null;
  return { health, models };
}
export const title = () => t('health.title');

/** A time in words: the largest unit that gives at least one. */
export function span(seconds) {
  const [unit, size] = [
    ['days', 86400],
    ['hours', 3600],
    ['minutes', 60],
    ['seconds', 1],
  ].find(([, one]) => seconds >= one) ?? ['seconds', 1];
  return t(`every.${unit}`, { n: Math.round((seconds / size) * 10) / 10 });
}
const concerns = (health) =>
  [
    health.workers === 0 && t('health.no_workers'),
    health.queue.failed > 0 && t('health.jobs_failed', { n: health.queue.failed }),
    health.queue.oldest_s > 300 && t('health.jobs_wait', { time: span(health.queue.oldest_s) }),
    health.outbox.failed > 0 && t('health.messages_failed', { n: health.outbox.failed }),
    health.outbox.oldest_s > 300 && t('health.messages_wait', { time: span(health.outbox.oldest_s) }),
    health.snapshots.oldest_s > 300 && t('health.snapshots_wait', { time: span(health.snapshots.oldest_s) }),
    health.oldest_transaction_s > 300 && t('health.transaction', { time: span(health.oldest_transaction_s) }),
    health.status === 'read_only' && t('health.read_only'),
  ].filter(Boolean);

export function view({ health, models }, context) {
  const found = concerns(health);
  const waits = (one) => (one.oldest_s > 0 ? t('health.oldest', { time: span(one.oldest_s) }) : t('health.none_due'));
  const modules = health.modules.map((name) => ({ name, migrations: health.migrations[name] ?? 0 }));
  const extensions = Object.entries(health.extensions).map(([name, version]) => ({ name, version }));
  return [
    h('h1', null, t('health.title')),
    h('p', { class: 'lead' }, t('health.lead')),
    asOf(context),
    found.length === 0
      ? notice('note', t('health.fine'))
      : notice(
          'concern',
          t('health.look', { n: found.length }),
          h(
            'ul',
            null,
            found.map((text) => h('li', null, text)),
          ),
        ),
    facts(
      [
        t('health.status'),
        hasCode('health_status', health.status) ? code('health_status', health.status) : own(health.status),
        t('health.version', { version: health.version }),
      ],
      [t('health.workers'), number(health.workers, 0), t('health.workers_unit')],
      [t('health.queued'), number(health.queue.queued, 0), waits(health.queue)],
      [t('health.running'), number(health.queue.running, 0), t('health.jobs_unit')],
      [t('health.failed'), number(health.queue.failed, 0), link('/jobs?status=failed', t('health.see_jobs'))],
      [t('health.messages'), number(health.outbox.queued + health.outbox.sending, 0), waits(health.outbox)],
      [t('health.messages_not_sent'), number(health.outbox.failed, 0), link('/outbox?status=failed', t('health.see_messages'))],
      [t('health.snapshots'), number(health.snapshots.dirty, 0), waits(health.snapshots)],
      [t('health.oldest_transaction'), span(health.oldest_transaction_s), t('health.oldest_transaction_note')],
    ),
    why(['why.definition', t('health.definition')], ['why.formula', t('health.rule')], ['why.limits', t('health.limits')]),
    models &&
      h(
        'section',
        null,
        h('h2', null, t('health.models')),
        models.models.length === 0
          ? h('p', null, t('health.no_models'))
          : h(
              'ul',
              null,
              models.models.map((one) =>
                h('li', null, link(`/models/${encodeURIComponent(one.model)}`, own(one.model)), ' ', level(one.level)),
              ),
            ),
      ),
    h('h2', null, t('health.installed')),
    h('p', null, t('health.server', { name: health.database.name, version: health.database.server_version })),
    h(
      'div',
      { class: 'grid' },
      table({
        caption: t('health.modules'),
        rows: modules,
        columns: [
          { key: 'name', label: t('health.module') },
          { key: 'migrations', label: t('health.migrations'), number: true, digits: 0 },
        ],
      }),
      table({
        caption: t('health.extensions'),
        rows: extensions,
        columns: [
          { key: 'name', label: t('health.extension') },
          { key: 'version', label: t('health.version_of') },
        ],
      }),
    ),
  ];
}
