// A survey of my crew: five questions, each may be left out; answered once.
import { h } from '/app/dom.mjs';
import { code, moment, number, t } from '/app/i18n.mjs';
import { rows, view as api, write } from '/app/api.mjs';
import { HarmonyError } from '/app/session.mjs';
import { form } from '/components/form.mjs';
import { scale } from '/components/scale.mjs';
import { empty } from '/components/state.mjs';

const items = ['team_cohesion', 'workload', 'leadership', 'own_performance', 'intent_to_stay'];

export async function load({ parameters: { survey } }) {
  const [found] = await rows(api('surveys').select('id, kind, opens_at, closes_at, answered').eq('id', survey));
  if (!found || found.answered === null) throw new HarmonyError(404, {});
  return found;
}
export const title = ({ kind }) => t('respond.title', { kind: code('survey_kind', kind) });
const back = () => h('p', null, h('a', { href: '/today' }, t('today.title')));

export function view(survey, context) {
  const closed = survey.closes_at !== null && new Date(survey.closes_at) <= new Date();
  const head = [
    h('h1', null, title(survey)),
    h(
      'p',
      { class: 'lead' },
      survey.closes_at ? t('word.until', { moment: moment(survey.closes_at) }) : t('today.since', { moment: moment(survey.opens_at) }),
    ),
  ];
  if (survey.answered) return [head, empty(t('respond.done'), back())];
  if (closed) return [head, empty(t('respond.closed'), back())];
  const fields = items.map((name) =>
    scale({
      name,
      label: t(`respond.${name}`),
      options: Array.from({ length: 10 }, (none, i) => [i + 1, number(i + 1)]),
      low: t(`respond.${name}.low`),
      high: t(`respond.${name}.high`),
    }),
  );
  return [
    head,
    h('p', null, t('respond.about')),
    form({
      fields,
      action: t('respond.action'),
      name: title(survey),
      submit: async (values) => {
        const given = Object.fromEntries(
          Object.entries(values)
            .filter(([, value]) => value !== '')
            .map(([name, value]) => [name, Number(value)]),
        );
        if (Object.keys(given).length === 0) throw { at: fields[0], message: t('respond.none'), status: 400 };
        await write('respond', { survey: survey.id, ...given });
        context.announce(t('respond.kept'));
        await context.go('/today');
      },
    }),
    h('p', { class: 'muted' }, t('respond.stop')),
  ];
}
