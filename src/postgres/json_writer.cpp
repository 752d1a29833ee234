#include "postgres/json_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/rounding.hpp"
#include "postgres/numeric.hpp"
#include "postgres/server.hpp"

namespace harmony::postgres {

void byte_buffer::grow(std::size_t n) {
  if (n > JENTRY_OFFLENMASK - size)
    ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("jsonb document is too large")));
  const std::uint32_t needed = size + static_cast<std::uint32_t>(n);
  capacity = std::max<std::uint32_t>(needed, std::max<std::uint32_t>(4096, 2 * capacity));
  data = static_cast<char *>(data == nullptr ? palloc(capacity) : repalloc(data, capacity));
}

void json_writer::begin(bool is_object) {
  if (depth_ == deepest) elog(ERROR, "json_writer nests too deeply");
  open_[depth_++] = {key_, static_cast<std::uint32_t>(entries_.size / sizeof(entry)), values_.size, is_object};
}

void json_writer::add(std::uint32_t kind, const void *bytes, std::size_t size) {
  values_.pad();
  const std::uint32_t offset = values_.size;
  const std::uint32_t order = static_cast<std::uint32_t>(entries_.size / sizeof(entry));
  values_.append(bytes, size);
  const entry added = {key_, kind, offset, static_cast<std::uint32_t>(size), order};
  entries_.append(&added, sizeof added);
}

// jsonb's order of keys: by length, then by bytes. Of equal keys the last one stays; returns how many are left.
std::uint32_t json_writer::sort_keys(entry *entries, std::uint32_t n) {
  const auto before = [](const entry &a, const entry &b) {
    if (a.key.size() != b.key.size()) return a.key.size() < b.key.size();
    const int order = std::memcmp(a.key.data(), b.key.data(), a.key.size());
    return order != 0 ? order < 0 : a.order > b.order;
  };
  // Most documents are written in this order, and each key once.
  std::uint32_t i = 1;
  while (i < n && before(entries[i - 1], entries[i]) && entries[i - 1].key != entries[i].key) ++i;
  if (i >= n) return n;
  std::sort(entries, entries + n, before);
  return static_cast<std::uint32_t>(
      std::unique(entries, entries + n, [](const entry &a, const entry &b) { return a.key == b.key; }) - entries);
}

// Header, an entry for each key and each value, then the keys' and the values' bytes; numbers and containers start on a
// multiple of four, and their padding counts to their length. Every 32nd entry holds its end instead of its length.
void json_writer::end() {
  const container closed = open_[--depth_];
  entry *entries = reinterpret_cast<entry *>(entries_.data) + closed.first_entry;
  std::uint32_t n = static_cast<std::uint32_t>(entries_.size / sizeof(entry)) - closed.first_entry;
  if (closed.is_object) n = sort_keys(entries, n);
  const std::uint32_t n_entries = closed.is_object ? 2 * n : n;

  assembled_.size = 0;
  const std::uint32_t header = n | (closed.is_object ? JB_FOBJECT : JB_FARRAY);
  assembled_.append(&header, sizeof header);
  assembled_.extend(n_entries * sizeof(JEntry));
  const std::uint32_t start = assembled_.size;
  const auto note = [&](std::uint32_t index, std::uint32_t kind, std::uint32_t length) {
    const JEntry noted =
        index % JB_OFFSET_STRIDE == 0 ? kind | (assembled_.size - start) | JENTRY_HAS_OFF : kind | length;
    std::memcpy(assembled_.data + sizeof header + index * sizeof(JEntry), &noted, sizeof noted);
  };
  if (closed.is_object)
    for (std::uint32_t i = 0; i < n; ++i) {
      assembled_.append(entries[i].key.data(), entries[i].key.size());
      note(i, JENTRY_ISSTRING, static_cast<std::uint32_t>(entries[i].key.size()));
    }
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t before = assembled_.size;
    if (entries[i].kind == JENTRY_ISNUMERIC || entries[i].kind == JENTRY_ISCONTAINER) assembled_.pad();
    assembled_.append(values_.data + entries[i].offset, entries[i].size);
    note(n_entries - n + i, entries[i].kind, assembled_.size - before);
  }

  entries_.size = closed.first_entry * static_cast<std::uint32_t>(sizeof(entry));
  values_.size = closed.first_byte;
  key_ = closed.key;
  add(JENTRY_ISCONTAINER, assembled_.data, assembled_.size);
}

Datum json_writer::finish() {
  const std::uint32_t size = values_.size;
  Jsonb *document = static_cast<Jsonb *>(palloc(VARHDRSZ + size));
  SET_VARSIZE(document, VARHDRSZ + size);
  std::memcpy(VARDATA(document), values_.data, size);
  return PointerGetDatum(document);
}

void json_writer::string(std::string_view text) { add(JENTRY_ISSTRING, text.data(), text.size()); }

void json_writer::boolean(bool value) { add(value ? JENTRY_ISBOOL_TRUE : JENTRY_ISBOOL_FALSE, nullptr, 0); }

void json_writer::null() { add(JENTRY_ISNULL, nullptr, 0); }

void json_writer::numeric(Numeric value) {
  add(JENTRY_ISNUMERIC, value, VARSIZE_ANY(value));
  pfree(value);
}

void json_writer::rounded(double value, int decimals) {
  if (std::isnan(value)) return null();
  scaled(round_score(value, decimals), decimals);
}

void json_writer::integer(std::int64_t value) { scaled(value, 0); }

void json_writer::scaled(std::int64_t value, int decimals) {
  stored_numeric stored;
  if (to_stored_numeric(value, decimals, stored)) return add(JENTRY_ISNUMERIC, stored.bytes, stored.size);
  numeric(int64_div_fast_to_numeric(value, decimals));
}

void json_writer::number(double value) {
  if (std::isnan(value)) return null();
  // Through the shortest text that reads back as the same double, whatever extra_float_digits says: a cast to numeric
  // would keep 15 digits.
  char text[DOUBLE_SHORTEST_DECIMAL_LEN];
  const int length = double_to_shortest_decimal_buf(value, text);
  stored_numeric stored;
  if (to_stored_numeric(std::string_view(text, static_cast<std::size_t>(length)), stored))
    return add(JENTRY_ISNUMERIC, stored.bytes, stored.size);
  numeric(DatumGetNumeric(
      DirectFunctionCall3(numeric_in, CStringGetDatum(text), ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1))));
}

}  // namespace harmony::postgres
