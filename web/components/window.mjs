// What figures of deliveries are asked of: an organisation, a project, a team and a window of whole days, which stand in the address.
import { h } from '/app/dom.mjs';
import { day, t } from '/app/i18n.mjs';
import { read, rows, view as api } from '/app/api.mjs';
import { isAdmin, organizations } from '/app/session.mjs';
import { empty, notice } from '/components/state.mjs';
import { filter } from '/components/table.mjs';

const lengths = [28, 91, 182, 364];
export const dayLength = 86400000;

/** @returns {organization, organizations, days, start, end, args, filters}; organization null: nothing is there of one's own. */
export async function windowOf({ query }, { project = true } = {}) {
  const mine = organizations('client');
  const found =
    mine.length === 1 && !isAdmin()
      ? [{ organization_id: mine[0].id }]
      : await rows(api('projects').select('organization_id').order('id').limit(1000));
  const ids = [...new Set(found.map((one) => one.organization_id))];
  const organization = query.get('organization') ?? ids[0] ?? null;
  const days = lengths.find((one) => one === Number(query.get('days'))) ?? 182;
  const end = new Date(Math.floor(Date.now() / dayLength) * dayLength);
  const missing = ids.filter((id) => !mine.some((one) => one.id === id));
  const others = ids.length > 1 && missing.length > 0 ? rows(api('organizations').select('id, name').in('id', missing)) : [];
  const [filters, names] = organization ? await Promise.all([read('delivery_filters', { organization }), others]) : [null, []];
  // What lies before the first that is known is not nothing: it is not known.
  const start = new Date(
    Math.max(end - days * dayLength, filters?.first ? Math.floor(new Date(filters.first) / dayLength) * dayLength : 0),
  );
  const options = Object.fromEntries(['team'].filter((name) => project && query.get(name)).map((name) => [name, query.get(name)]));
  return {
    organization,
    organizations: ids.map((id) => [...mine, ...names].find((one) => one.id === id) ?? { id, name: id }),
    days,
    start,
    end,
    filters,
    args: {
      organization,
      start: start.toISOString(),
      end: end.toISOString(),
      ...(project && query.get('project') && { project: query.get('project') }),
      ...(Object.keys(options).length > 0 && { options }),
    },
  };
}

/** The period, in words. */
export const period = ({ start, end }) => t('window.from_to', { from: day(start), to: day(end - dayLength) });

/** Heading, filters, and what is to be known of the data; then content() where there is something. */
export function framed(context, window, { title, lead, project = true, also = [] }, content) {
  const { organization, organizations: all, filters } = window;
  const nothing = organization === null || filters.first === null;
  const asked = [
    ...(all.length > 1
      ? [{ name: 'organization', label: t('window.organization'), options: all.map((one) => [one.id, one.name]), none: false }]
      : []),
    ...(project && filters?.projects.length > 1
      ? [{ name: 'project', label: t('window.project'), options: filters.projects.map((one) => [one, one]) }]
      : []),
    ...(project && filters?.teams.length > 0
      ? [{ name: 'team', label: t('window.team'), options: filters.teams.map((one) => [one, one]) }]
      : []),
    {
      name: 'days',
      label: t('window.period'),
      none: false,
      options: [...lengths]
        .sort((a, b) => (a === window.days ? -1 : b === window.days ? 1 : a - b))
        .map((n) => [String(n), t('window.days', { n })]),
    },
    ...also,
  ];
  const old = !nothing && window.end - new Date(filters.last) > 14 * dayLength;
  return [
    h('h1', null, title),
    h('p', { class: 'lead' }, lead),
    nothing
      ? empty(t('window.none'))
      : [filter(context, asked), old && notice('concern', t('window.stale', { day: day(filters.last) })), content()],
  ];
}

/** A figure of a window; options are an object, which an address holds as text. */
export const figures = (name, args) => read(name, { ...args, ...(args.options && { options: JSON.stringify(args.options) }) });
