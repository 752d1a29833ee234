// How others see one, and whom one wants to be shown: what filters go by, on both sides.
import { rows, view as api, write } from '/app/api.mjs';
import { h } from '/app/dom.mjs';
import { t } from '/app/i18n.mjs';
import { why } from '/components/card.mjs';
import { field, form } from '/components/form.mjs';
import { liveConsents, meetingLinks, needsConsent } from '/components/meeting.mjs';
import { notice } from '/components/state.mjs';

export async function load() {
  if (!(await liveConsents()).has('visual')) return { allowed: false };
  const [filters] = await rows(api('filters').select('*'));
  return { allowed: true, filters: filters ?? { seeks: [], is_active: true } };
}
export const title = () => t('about.title');

const genders = ['woman', 'man', 'nonbinary'];

export function view({ allowed, filters }, context) {
  const head = [h('h1', null, t('about.title')), h('p', { class: 'lead' }, t('about.lead')), meetingLinks()];
  if (!allowed) return [head, needsConsent('visual')];
  const told = h('div', { role: 'status' });
  // What a site calls otherwise stays as it is, and can be chosen.
  const named = [...new Set([...genders, ...filters.seeks, filters.gender].filter(Boolean))];
  const options = [['', t('about.not_said')], ...named.map((one) => [one, genders.includes(one) ? t(`gender.${one}`) : one])];
  const number = (name, attributes) => field({ name, label: t(`about.${name}`), type: 'number', value: filters[name], ...attributes });
  const seeks = named.map((one) =>
    field({
      name: `seeks_${one}`,
      label: genders.includes(one) ? t(`gender.${one}`) : one,
      type: 'checkbox',
      value: filters.seeks.includes(one),
    }),
  );
  const save = form({
    action: t('about.save'),
    name: t('about.title'),
    fields: [
      {
        legend: t('about.you'),
        fields: [
          field({
            name: 'display_name',
            label: t('about.display_name'),
            hint: t('about.display_name_hint'),
            value: filters.display_name,
            maxlength: 50,
            autocomplete: 'nickname',
          }),
          field({
            name: 'born_on',
            label: t('about.born_on'),
            hint: t('about.born_on_hint'),
            type: 'date',
            value: filters.born_on,
            autocomplete: 'bday',
          }),
          field({ name: 'gender', label: t('about.gender'), options, value: filters.gender ?? '' }),
        ],
      },
      { legend: t('about.seeks'), hint: t('about.seeks_hint'), fields: seeks },
      {
        legend: t('about.age'),
        fields: [number('age_from', { min: 18, max: 120, step: 1 }), number('age_to', { min: 18, max: 120, step: 1 })],
      },
      {
        legend: t('about.place'),
        hint: t('about.place_hint'),
        fields: [
          number('latitude', { min: -90, max: 90, step: 'any', unit: '°' }),
          number('longitude', { min: -180, max: 180, step: 'any', unit: '°' }),
          number('most_km', { min: 1, max: 20100, step: 'any', unit: 'km' }),
        ],
      },
      field({
        name: 'is_active',
        label: t('about.is_active'),
        hint: t('about.is_active_hint'),
        type: 'checkbox',
        value: filters.is_active,
      }),
    ],
    submit: async (values) => {
      const chosen = named.filter((one) => values[`seeks_${one}`]);
      const wanted = {
        display_name: values.display_name.trim() || null,
        born_on: values.born_on || null,
        gender: values.gender || null,
        seeks: chosen,
        is_active: values.is_active,
        age_from: values.age_from,
        age_to: values.age_to,
        latitude: values.latitude,
        longitude: values.longitude,
        most_km: values.most_km,
      };
      // What stays is not named: some may be changed once a day alone.
      const changed = Object.fromEntries(
        Object.entries(wanted).filter(
          ([name, value]) => JSON.stringify(value) !== JSON.stringify(filters[name] ?? (name === 'seeks' ? [] : null)),
        ),
      );
      if (Object.keys(changed).length > 0) await write('set_filters', { filters: changed });
      Object.assign(filters, changed);
      told.replaceChildren(notice('good', t('about.saved')));
      context.announce(told.textContent);
    },
  });
  return [head, told, save, why(['why.definition', t('about.definition')], ['why.limits', t('about.limits')])];
}
