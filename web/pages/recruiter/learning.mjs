// The weights that predict: where they come from, how well they hold on vessels that they have not seen, which are active.
import { h, own } from '/app/dom.mjs';
import { code, hasCode, moment, number, percent, t } from '/app/i18n.mjs';
import { rows, view as api, write } from '/app/api.mjs';
import { isAdmin } from '/app/session.mjs';
import { card, facts, interval } from '/components/card.mjs';
import { empty, notice, refusal } from '/components/state.mjs';
import { table } from '/components/table.mjs';

export async function load() {
  const [versions, jobs] = await Promise.all([
    rows(api('model_versions').select('*').order('created_at', { ascending: false }).limit(100)),
    isAdmin()
      ? rows(
          api('jobs')
            .select('id, status, result, error, finished_at')
            .eq('kind', 'crew.retrain')
            .order('id', { ascending: false })
            .limit(1),
        )
      : [],
  ]);
  return { versions, job: jobs[0] ?? null };
}
export const title = () => t('learning.title');
const named = (version) => (hasCode('model_name', version) ? code('model_name', version) : version);

/** What became of the last retraining; looked at again while it runs. */
function retraining({ job }, told, context) {
  if (!isAdmin()) return null;
  const underWay = job && ['queued', 'running'].includes(job.status);
  if (underWay) {
    const again = setTimeout(() => context.reload(), 3000);
    context.signal.addEventListener('abort', () => clearTimeout(again));
  }
  const said = !job
    ? t('learning.never')
    : underWay
    ? t('learning.runs')
    : job.error
    ? t('learning.failed', { error: job.error })
    : job.result?.version
    ? t(job.result.activated ? 'learning.learnt_active' : 'learning.learnt', {
        version: job.result.version,
        moment: moment(job.finished_at),
      })
    : t('learning.learnt_nothing', { moment: moment(job.finished_at) });
  const start = h('button', { type: 'button', id: 'retrain', disabled: Boolean(underWay), on: { click: go } }, t('learning.retrain'));
  async function go() {
    start.disabled = true;
    try {
      await write('retrain');
      await context.done(t('learning.runs'));
    } catch (trouble) {
      start.disabled = false;
      told.replaceChildren(notice('danger', ...refusal(trouble)));
    }
  }
  return h(
    'section',
    { class: 'card' },
    h('h2', null, t('learning.retraining')),
    h('p', null, t('learning.when')),
    h('p', { role: 'status' }, said),
    h('p', { class: 'actions' }, start),
  );
}

export function view(data, context) {
  const { versions } = data;
  const told = h('div', { role: 'status' });
  const active = versions.find((one) => one.is_active);
  const best = versions
    .filter((one) => one.cross_validated_r_squared !== null)
    .sort((a, b) => b.cross_validated_r_squared - a.cross_validated_r_squared)[0];
  const activate = (row) =>
    context.ask({
      title: t('learning.activate_of', { version: named(row.version) }),
      text: t('learning.activate_why'),
      action: t('learning.activate'),
      act: async () => {
        await write('activate_model', { version: row.version });
        await context.reload();
      },
    });
  const state = (row) =>
    row.is_active
      ? h('span', { class: 'badge good' }, t('learning.active'))
      : isAdmin()
      ? h(
          'button',
          { type: 'button', 'aria-label': `${t('learning.activate')}: ${named(row.version)}`, on: { click: () => activate(row) } },
          t('learning.activate'),
        )
      : t('learning.not_active');
  const columns = [
    { key: 'version', label: t('learning.version'), show: (row) => own(named(row.version)) },
    { key: 'origin', label: t('learning.origin'), value: (row) => code('model_origin', row.origin) },
    { key: 'n', label: t('learning.n'), unit: t('learning.hires'), number: true, digits: 0 },
    {
      key: 'cross_validated_r_squared',
      label: t('learning.unseen'),
      unit: t('learning.r2'),
      show: (row) => interval({ value: row.cross_validated_r_squared, low: null, high: null, scale: [0, 1], digits: 2 }),
    },
    { key: 'r_squared', label: t('learning.seen'), unit: t('learning.r2'), number: true, digits: 2 },
    { key: 'created_at', label: t('learning.made'), show: (row) => moment(row.created_at) },
    {
      key: 'is_active',
      label: t('word.state'),
      show: state,
      value: (row) => (row.is_active ? t('learning.active') : t('learning.not_active')),
    },
  ];
  return [
    h('h1', null, t('learning.title')),
    h('p', { class: 'lead' }, t('learning.lead')),
    told,
    !active
      ? empty(t('learning.none'))
      : [
          facts(
            [t('learning.active_now'), own(named(active.version)), code('model_origin', active.origin)],
            [
              t('learning.explains'),
              percent(active.cross_validated_r_squared),
              active.cross_validated_r_squared === null ? t('learning.not_tested') : t('learning.on_unseen', { n: active.n }),
            ],
          ),
          active.n === null && notice('note', t('learning.assumptions')),
          card({
            title: t('learning.versions'),
            n: best ? best.n : undefined,
            unit: t('learning.r2_unit'),
            finding: best
              ? t('learning.finding', {
                  version: named(best.version),
                  share: percent(best.cross_validated_r_squared),
                  n: number(best.n, 0),
                })
              : t('learning.no_finding'),
            content: table({ caption: t('learning.versions'), columns, rows: versions }),
            why: [
              ['why.definition', t('learning.definition')],
              ['why.formula', t('learning.formula')],
              ['why.limits', t('learning.limits')],
            ],
          }),
        ],
    retraining(data, told, context),
  ];
}
