// Phase 1: photos of the own face, and the photos that everybody rates, from which one's taste is learnt.
import { read, rows, view as api, write } from '/app/api.mjs';
import { h } from '/app/dom.mjs';
import { code, moment, number, t } from '/app/i18n.mjs';
import { upload } from '/app/upload.mjs';
import { why } from '/components/card.mjs';
import { field, form } from '/components/form.mjs';
import { liveConsents, meetingLinks, needsConsent, photo, scale } from '/components/meeting.mjs';
import { empty, notice } from '/components/state.mjs';
import { acting } from '/components/tools.mjs';

export async function load() {
  if (!(await liveConsents()).has('visual')) return { allowed: false };
  const [photos, set] = await Promise.all([rows(api('photos').select('*').order('id')), read('calibration_set')]);
  return { allowed: true, photos, set: [...set].sort((a, b) => a.sort - b.sort) };
}
export const title = () => t('photos.title');

/** While one is looked at, it is asked for again until there is a verdict. */
function watch(photos, context) {
  if (!photos.some((one) => one.status === 'checking')) return;
  const timer = setInterval(async () => {
    const now = await rows(api('photos').select('id, status')).catch(() => []);
    const changed = now.some((one) => one.status !== photos.find((old) => old.id === one.id)?.status);
    if (changed && !context.signal.aborted) {
      context.announce(t('photos.looked_at'));
      context.reload();
    }
  }, 3000);
  context.signal.addEventListener('abort', () => clearInterval(timer));
}

function mine(photos, context) {
  if (photos.length === 0) return empty(t('photos.none'));
  const remove = (row, n) =>
    context.ask({
      title: t('photos.remove_of', { n }),
      text: t('photos.remove_why'),
      action: t('photos.remove'),
      act: async () => {
        await write('delete_document', { document: row.document });
        await context.done(t('photos.removed'));
      },
    });
  return h(
    'ul',
    { class: 'photos' },
    photos.map((row, i) =>
      h(
        'li',
        { class: 'card' },
        row.status === 'ready'
          ? photo(row.document, t('photos.own', { n: i + 1 }))
          : h('span', { class: 'photo-place' }, h('span', { class: 'muted small' }, code('photo_status', row.status))),
        h(
          'p',
          null,
          h('span', { class: `badge ${{ ready: 'good', checking: '' }[row.status] ?? 'concern'}` }, code('photo_status', row.status)),
        ),
        !['ready', 'checking'].includes(row.status) && h('p', { class: 'small' }, t(`photo_status.${row.status}.next`)),
        h('p', { class: 'muted small' }, moment(row.created_at)),
        h(
          'p',
          { class: 'actions' },
          h(
            'button',
            {
              type: 'button',
              id: `remove-${row.id}`,
              'aria-label': t('photos.remove_of', { n: i + 1 }),
              on: { click: () => remove(row, i + 1) },
            },
            t('photos.remove'),
          ),
        ),
      ),
    ),
  );
}

function add(context) {
  return form({
    action: t('photos.upload'),
    name: t('photos.add'),
    narrow: true,
    fields: [
      field({
        name: 'file',
        label: t('photos.file'),
        hint: t('photos.file_hint'),
        type: 'file',
        accept: 'image/jpeg,image/png',
        required: true,
      }),
    ],
    submit: async ({ file }, key) => {
      const { document: one } = await upload(file, { title: t('photos.document'), kind: 'photo' }, key);
      await write('photo_put', { document: one });
      await context.done(code('photo_status', 'checking'));
    },
  });
}

function ratings(set, context) {
  const told = h('div', { role: 'status' });
  const questions = set.map((one, i) => ({
    ...one,
    node: scale({
      name: 'rating',
      legend: t('photos.number', { n: i + 1, of: set.length }),
      least: 1,
      most: 5,
      low: t('photos.least'),
      high: t('photos.most'),
      value: one.rating,
    }),
  }));
  const send = async () => {
    const changed = questions
      .map((one) => ({ photo: one.photo, rating: one.node.chosen(), before: one.rating }))
      .filter((one) => one.rating !== null && one.rating !== one.before);
    if (changed.length === 0) {
      told.replaceChildren(notice('note', t('photos.unchanged')));
      return;
    }
    const answer = await write('calibrate', { ratings: changed.map(({ photo: one, rating }) => ({ photo: one, rating })) });
    for (const one of questions) one.rating = one.node.chosen();
    told.replaceChildren(
      answer.calibration_complete
        ? notice('good', t('photos.learnt', { n: answer.n, off: number(answer.loo_rmse, 2) }))
        : notice('concern', t(answer.n < 10 ? 'photos.more' : 'photos.alike', { n: answer.n < 10 ? 10 - answer.n : answer.n })),
    );
    context.announce(told.textContent);
  };
  return [
    h('p', null, t('photos.rate_why', { n: set.filter((one) => one.rating !== null).length, of: set.length })),
    h(
      'ol',
      { class: 'photos' },
      questions.map((one, i) => h('li', { class: 'card' }, photo(one.photo, t('photos.face', { n: i + 1 })), one.node)),
    ),
    told,
    h('p', { class: 'actions' }, acting(t('photos.save'), send, told, { class: 'primary', id: 'save-ratings' })),
    why(['why.definition', t('photos.definition')], ['why.formula', t('photos.formula')], ['why.limits', t('photos.limits')]),
  ];
}

export function view({ allowed, photos, set }, context) {
  const head = [h('h1', null, t('photos.title')), h('p', { class: 'lead' }, t('photos.lead')), meetingLinks()];
  if (!allowed) return [head, needsConsent('visual')];
  watch(photos, context);
  return [
    head,
    h('h2', null, t('photos.yours')),
    mine(photos, context),
    add(context),
    h('h2', { id: 'ratings', tabindex: -1 }, t('photos.rate')),
    set.length === 0 ? empty(t('photos.no_set')) : ratings(set, context),
  ];
}
