// Questions to the API. What is refused is thrown as HarmonyError, a network that is away with status 0. The same question while its
// answer is under way is asked once.
import { client, HarmonyError } from '/app/session.mjs';

const underWay = new Map();
function once(key, ask) {
  if (!underWay.has(key))
    underWay.set(
      key,
      ask().finally(() => underWay.delete(key)),
    );
  return underWay.get(key);
}

function checked({ data, error, status }) {
  if (error) throw new HarmonyError(status, error.code === '' && status === 0 ? { message: '' } : error);
  return data;
}
/** What a query of postgrest-js gives: rows(view('campaigns').select('id, title')). */
export const rows = (query) =>
  once(`${query.method} ${query.url} ${query.headers.get('Accept') ?? ''}`, () => Promise.resolve(query)).then(checked);
export const view = (name) => client.from(name);

/** A function that changes nothing. */
export const read = (name, args = {}) => rows(client.rpc(name, args, { get: true }));
/** A query of a function that gives rows, to filter and order: rows(from('matching', {campaign}).order('rank')). */
export const from = (name, args = {}) => client.rpc(name, args, { get: true });
/** A function that asks much or takes an object, and changes nothing: by POST. */
export const post = (name, args = {}) =>
  once(`POST ${name} ${JSON.stringify(args)}`, () => Promise.resolve(client.rpc(name, args))).then(checked);
/** A function that changes something; key: of a click, so that a request that comes again is done once. */
export async function write(name, args = {}, key = null) {
  const query = client.rpc(name, args);
  return checked(await (key ? query.setHeader('Idempotency-Key', key) : query));
}
export const change = async (query) => checked(await query);

/** A value of a filter, in double quotes: bare, a comma or a bracket of a title would be read as syntax. */
export const quoted = (value) => `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

export const pageSize = 100;
/**
 * Rows of a view after the last one shown, in the order of a column and then of id, which neither skips nor repeats when others are added.
 * @returns {{rows, more}} more: whether there may be others.
 */
export async function page(query, { column, descending = false, after = null, size = pageSize }) {
  let asked = query.order(column, { ascending: !descending, nullsFirst: false });
  if (column !== 'id') asked = asked.order('id', { ascending: !descending });
  if (after) {
    const than = descending ? 'lt' : 'gt';
    if (column === 'id') asked = asked[than]('id', after.id);
    else if (after[column] === null) asked = asked.is(column, null)[than]('id', after.id);
    else
      asked = asked.or(
        `${column}.${than}.${quoted(after[column])},and(${column}.eq.${quoted(after[column])},id.${than}.${quoted(
          after.id,
        )}),${column}.is.null`,
      );
  }
  const found = await rows(asked.limit(size));
  return { rows: found, more: found.length === size };
}

/** A file behind the token is saved: no address would take the token. */
export async function save(path, name) {
  const answer = await client.fetch(path);
  if (!answer.ok) throw new HarmonyError(answer.status, await answer.json().catch(() => ({})));
  saveBlob(await answer.blob(), name);
}
export function saveBlob(blob, name) {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
