// Tables: a caption with the number of rows, heads with units, numbers to the right, sorting, the next rows, and the rows as a file.
import { h, id } from '/app/dom.mjs';
import { number, t } from '/app/i18n.mjs';
import { saveBlob } from '/app/api.mjs';

/** A column's value as text, and as what stands in the cell. */
const value = (column, row) => (column.value ? column.value(row) : row[column.key]);
function cell(column, row, rowHead) {
  const raw = value(column, row);
  const shown = column.show
    ? column.show(row)
    : column.number
    ? number(raw, column.digits ?? 1)
    : raw === null || raw === undefined || raw === ''
    ? '–'
    : h('bdi', null, raw);
  return h(rowHead ? 'th' : 'td', { class: column.number ? 'number' : null, scope: rowHead ? 'row' : null }, shown);
}

function head(column, sort) {
  const label = [column.label, column.unit && h('span', { class: 'unit' }, ` ${column.unit}`)];
  if (!column.sort || !sort) return h('th', { scope: 'col', class: column.number ? 'number' : null }, label);
  const mine = sort.key === column.key;
  const direction = mine ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const click = () => sort.to(column.key, mine ? !sort.descending : Boolean(column.number));
  return h(
    'th',
    { scope: 'col', class: column.number ? 'number' : null, 'aria-sort': direction },
    h(
      'button',
      { type: 'button', class: 'sort', id: `sort-${column.key}`, on: { click } },
      label,
      h('span', { 'aria-hidden': 'true' }, mine ? (sort.descending ? ' ▼' : ' ▲') : ''),
    ),
  );
}

/**
 * @param caption what the rows are; total: how many there are in all, where it is known
 * @param columns {key, label, unit, number, digits, value(row), show(row), sort}; the first is the row's head
 * @param sort {key, descending, to(key, descending)}
 * @param more async (last row) → {rows, more}: the rows after it; without it these are all
 * @param rowClass (row, index) → class
 */
export function table({ caption, total, columns, rows, sort = null, more = null, hasMore = false, rowClass = null, announce = null }) {
  const shown = [...rows];
  const line = (row, i) =>
    h(
      'tr',
      { class: rowClass?.(row, i) ?? null },
      columns.map((column, at) => cell(column, row, at === 0)),
    );
  const count = h('span', { class: 'unit' });
  const counted = (open) => {
    count.textContent = open ? t('table.first_rows', { n: shown.length }) : t('table.rows', { n: total ?? shown.length });
  };
  counted(hasMore);
  const body = h('tbody', null, shown.map(line));
  const name = id('caption');
  const place = h(
    'div',
    { class: 'scroll', role: 'region', tabindex: 0, 'aria-labelledby': name },
    h(
      'table',
      null,
      h('caption', { id: name }, caption, ' ', count),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          columns.map((column) => head(column, sort)),
        ),
      ),
      body,
    ),
  );
  if (!more || !hasMore) return place;
  const button = h('button', { type: 'button', on: { click: next } }, t('table.more'));
  async function next() {
    button.disabled = true;
    try {
      const found = await more(shown.at(-1));
      const from = shown.length;
      shown.push(...found.rows);
      found.rows.forEach((row, i) => body.append(line(row, from + i)));
      counted(found.more);
      announce?.(count.textContent);
      button.hidden = !found.more;
    } finally {
      button.disabled = false; // what was refused is told by the shell
    }
  }
  return [place, h('p', { class: 'actions' }, button)];
}

/** A cell of a file: what a table program would take for a formula is text. */
function field(raw) {
  const text =
    raw === null || raw === undefined ? '' : typeof raw === 'number' ? String(raw) : /^[=+\-@\t\r]/.test(raw) ? `'${raw}` : String(raw);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
/** The rows of a table as a file, with full figures. */
export function csv({ columns, rows }, name) {
  const kept = columns.filter((column) => column.file !== false);
  const lines = [
    kept.map((column) => field(column.unit ? `${column.label} (${column.unit})` : column.label)),
    ...rows.map((row) => kept.map((column) => field(value(column, row)))),
  ];
  saveBlob(new Blob([`\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`], { type: 'text/csv' }), `${name}.csv`);
}

/** What the address says of the order, where it is one of the columns that can be sorted by; the first of them is the usual one. */
export function sorting({ query }, columns) {
  const asked = query.get('sort');
  return { column: columns.includes(asked) ? asked : columns[0], descending: query.get('order') !== 'up' };
}
/** The sort of table() that changes the address. */
export const sorts = (context, { column, descending }) => ({
  key: column,
  descending,
  to: (key, down) => context.set({ sort: key, order: down ? null : 'up' }),
});

/**
 * Filters above a table: what they say stands in the address, so that a link shows the same.
 * @param filters [{name, label, options: [[value, text]], none}]; the first option is none of them, unless none is false
 */
export function filter(context, filters) {
  const one = ({ name, label, options, none = true }) => {
    const chosen = context.query.get(name) ?? '';
    const known = [...(none ? [['', t('filter.all')]] : []), ...options];
    // What the address asks for is shown as chosen, also where nothing of the sort is there.
    if (none && !known.some(([key]) => key === chosen)) known.push([chosen, chosen]);
    const select = h(
      'select',
      { id: `filter-${name}`, name, on: { change: () => context.set({ [name]: select.value }) } },
      known.map(([key, text]) => h('option', { value: key, selected: key === chosen }, text)),
    );
    return h('div', { class: 'field' }, h('label', { for: select.id }, label), select);
  };
  return h(
    'form',
    { class: 'filters', 'aria-label': t('filter.name'), on: { submit: (event) => event.preventDefault() } },
    filters.map(one),
  );
}
