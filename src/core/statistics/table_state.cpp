#include "core/statistics/table_state.hpp"

#include "core/base/interrupt.hpp"
#include "core/base/score.hpp"
#include "core/base/sort_polling.hpp"
#include "core/statistics/linear_state.serialization.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace harmony::statistics {

namespace {

struct entry_head {
  std::uint32_t size, hash;
};

constexpr std::uint32_t first_slots = 16;
constexpr std::uint64_t first_capacity = 384;
constexpr std::int64_t most_counted = std::int64_t{1} << 53;

std::size_t padded_size(std::size_t size) { return (size + 7) & ~std::size_t{7}; }

bool holds_values(table_shape shape) { return shape == table_shape::cells || shape == table_shape::bounds; }
std::size_t payload_size(table_shape shape) { return holds_values(shape) ? sizeof(moments) : sizeof(std::int64_t); }
std::size_t parts_of(table_shape shape) {
  return shape == table_shape::pairs || shape == table_shape::outcomes || holds_values(shape) ? 2 : 3;
}

std::uint32_t *slots_of(table_header *s) { return reinterpret_cast<std::uint32_t *>(s + 1); }
const std::uint32_t *slots_of(const table_header *s) { return reinterpret_cast<const std::uint32_t *>(s + 1); }
char *area_of(table_header *s) { return reinterpret_cast<char *>(slots_of(s) + s->slots); }
const char *area_of(const table_header *s) { return reinterpret_cast<const char *>(slots_of(s) + s->slots); }

std::uint32_t key_hash(std::string_view key) {
  std::uint64_t h = 1469598103934665603U;
  for (const char c : key) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return static_cast<std::uint32_t>(h ^ (h >> 32));
}

table_header *make_table(table_shape shape, std::uint32_t slots, std::uint64_t capacity, table_allocator allocate) {
  const std::size_t size = sizeof(table_header) + slots * sizeof(std::uint32_t) + capacity;
  auto *state = static_cast<table_header *>(allocate(size));
  const std::uint32_t word = state->length_word;
  std::memset(static_cast<void *>(state), 0, size);
  state->length_word = word;
  state->magic = 'T';
  state->version = 1;
  state->shape = shape;
  state->slots = slots;
  state->capacity = capacity;
  return state;
}

// The slot of a key: its own, or the free one where it belongs.
std::uint32_t *slot_of(table_header *state, std::string_view key, std::uint32_t hash) {
  std::uint32_t *slots = slots_of(state);
  const char *area = area_of(state);
  for (std::uint32_t i = hash & (state->slots - 1);; i = (i + 1) & (state->slots - 1)) {
    if (slots[i] == 0) return &slots[i];
    const char *entry = area + (std::size_t{slots[i]} - 1) * 8;
    entry_head head;
    std::memcpy(&head, entry, sizeof head);
    if (head.hash == hash && head.size == key.size() && std::memcmp(entry + sizeof head, key.data(), key.size()) == 0)
      return &slots[i];
  }
}

table_header *grown_table(const table_header *state, std::size_t needed, table_allocator allocate) {
  if (state->entries >= (1U << 30)) throw error(sqlstate::program_limit_exceeded, "too many distinct keys");
  const std::uint64_t room = std::max<std::uint64_t>(2 * state->capacity, padded_size(state->used + needed));
  table_header *out = make_table(state->shape, state->slots * 2, room, allocate);
  out->numeric = state->numeric;
  out->kind = state->kind;
  out->rows = state->rows;
  out->n_skipped = state->n_skipped;
  out->entries = state->entries;
  out->used = state->used;
  std::memcpy(area_of(out), area_of(state), state->used);
  const std::size_t payload = payload_size(state->shape);
  std::uint32_t *slots = slots_of(out);
  for (std::size_t place = 0; place < out->used;) {
    entry_head head;
    std::memcpy(&head, area_of(out) + place, sizeof head);
    std::uint32_t i = head.hash & (out->slots - 1);
    while (slots[i] != 0) i = (i + 1) & (out->slots - 1);
    slots[i] = static_cast<std::uint32_t>(place / 8 + 1);
    place += sizeof head + padded_size(head.size) + payload;
  }
  return out;
}

// The payload of a key, zeroed where it is new.
char *payload_of(table_header *&state, std::string_view key, table_allocator allocate) {
  const std::uint32_t hash = key_hash(key);
  std::uint32_t *slot = slot_of(state, key, hash);
  const std::size_t head = sizeof(entry_head) + padded_size(key.size()), whole = head + payload_size(state->shape);
  if (*slot == 0) {
    if ((state->entries + 1) * 4 > state->slots * 3 || state->used + whole > state->capacity) {
      state = grown_table(state, whole, allocate);
      slot = slot_of(state, key, hash);
    }
    char *entry = area_of(state) + state->used;
    const entry_head described{static_cast<std::uint32_t>(key.size()), hash};
    std::memcpy(entry, &described, sizeof described);
    std::memcpy(entry + sizeof described, key.data(), key.size());
    *slot = static_cast<std::uint32_t>(state->used / 8 + 1);
    state->used += whole;
    ++state->entries;
  }
  return area_of(state) + (std::size_t{*slot} - 1) * 8 + head;
}

// Two counts that are each at most 2^53 and not negative.
std::int64_t counted_together(std::int64_t a, std::int64_t b) {
  if (a + b > most_counted) throw error(sqlstate::numeric_value_out_of_range, "count is out of range");
  return a + b;
}

void add_count(char *payload, std::int64_t count) {
  std::int64_t sum;
  std::memcpy(&sum, payload, sizeof sum);
  sum = counted_together(sum, count);
  std::memcpy(payload, &sum, sizeof sum);
}

void add_values(char *payload, const moments &values) {
  moments sum;
  std::memcpy(static_cast<void *>(&sum), payload, sizeof sum);
  counted_together(sum.n, values.n);
  sum.merge(values);
  std::memcpy(payload, &sum, sizeof sum);
}

// The first n parts of a key.
void split_key(std::string_view key, std::size_t n, std::string_view *parts) {
  for (std::size_t i = 0; i < n; ++i) {
    std::uint32_t size = 0;
    std::memcpy(&size, key.data(), sizeof size);
    parts[i] = key.substr(sizeof size, size);
    key.remove_prefix(sizeof size + size);
  }
}

template <class Visit>
void for_each_entry(const table_header *state, Visit &&visit) {
  const std::size_t payload = payload_size(state->shape);
  std::size_t k = 0;
  for (std::size_t place = 0; place < state->used; ++k) {
    if (k % 4096 == 0) poll_interrupt();
    const char *entry = area_of(state) + place;
    entry_head head;
    std::memcpy(&head, entry, sizeof head);
    const std::size_t size = sizeof head + padded_size(head.size);
    visit(std::string_view(entry + sizeof head, head.size), entry + size);
    place += size + payload;
  }
}

}  // namespace

table_key &table_key::part(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  bytes_.append(reinterpret_cast<const char *>(&size), sizeof size);
  bytes_.append(text);
  return *this;
}

table_key &table_key::part(double number) {
  const double plain = number == 0.0 ? 0.0 : number;  // -0 is 0
  return part(std::string_view(reinterpret_cast<const char *>(&plain), sizeof plain));
}

table_key &table_key::part(double low, double high) {
  const double both[] = {low, high};
  return part(std::string_view(reinterpret_cast<const char *>(both), sizeof both));
}

table_header *table_new(table_shape shape, table_allocator allocate) {
  return make_table(shape, first_slots, first_capacity, allocate);
}

table_header *table_count(table_header *state, const std::string &key, std::int64_t count, table_allocator allocate) {
  add_count(payload_of(state, key, allocate), count);
  return state;
}

table_header *table_value(table_header *state, const std::string &key, double value, table_allocator allocate) {
  char *payload = payload_of(state, key, allocate);
  moments sum;
  std::memcpy(static_cast<void *>(&sum), payload, sizeof sum);
  sum.add(value);
  std::memcpy(payload, &sum, sizeof sum);
  return state;
}

table_header *table_merge(table_header *into, const table_header *other, table_allocator allocate) {
  table_expect(other, into->shape);
  const auto is_empty = [](const table_header *s) { return s->rows == 0 && s->n_skipped == 0 && s->entries == 0; };
  if (is_empty(other)) return into;
  if (is_empty(into)) into->kind = other->kind;
  if (into->kind != other->kind) throw error(sqlstate::invalid_parameter_value, "table states are of different kinds");
  into->rows = counted_together(into->rows, other->rows);
  into->n_skipped = counted_together(into->n_skipped, other->n_skipped);
  into->numeric = into->entries == 0 ? other->numeric : static_cast<std::uint8_t>(into->numeric & other->numeric);
  for_each_entry(other, [&](std::string_view key, const char *payload) {
    char *to = payload_of(into, key, allocate);
    if (holds_values(into->shape)) {
      moments values;
      std::memcpy(static_cast<void *>(&values), payload, sizeof values);
      add_values(to, values);
    } else {
      std::int64_t count;
      std::memcpy(&count, payload, sizeof count);
      add_count(to, count);
    }
  });
  return into;
}

void table_kind(table_header *state, std::uint8_t kind, const char *name) {
  if (state->rows == 0 && state->n_skipped == 0) state->kind = kind;
  if (state->kind != kind)
    throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be the same in every row");
}

void table_expect(const table_header *state, table_shape shape) {
  if (state->shape != shape)
    throw error(sqlstate::invalid_parameter_value, "table state is of another kind",
                "It was made by another aggregate's rows.");
}

std::vector<table_entry> table_entries(const table_header *state) {
  std::vector<table_entry> out;
  out.reserve(state->entries);
  for_each_entry(state, [&](std::string_view key, const char *payload) {
    table_entry entry;
    entry.key = key;
    split_key(key, parts_of(state->shape), entry.parts);
    if (holds_values(state->shape))
      std::memcpy(static_cast<void *>(&entry.values), payload, sizeof(moments));
    else
      std::memcpy(&entry.count, payload, sizeof(std::int64_t));
    out.push_back(entry);
  });
  sort_polling(out, [](const table_entry &a, const table_entry &b) { return a.key < b.key; });
  return out;
}

double part_number(std::string_view part, std::size_t place) {
  double value = missing;
  if (part.size() >= (place + 1) * sizeof value) std::memcpy(&value, part.data() + place * sizeof value, sizeof value);
  if (!std::isfinite(value))
    throw error(sqlstate::invalid_parameter_value, "table state holds a key that is no number");
  return value;
}

double text_number(std::string_view text) {
  if (text == "true") return 1.0;
  if (text == "false") return 0.0;
  double value = missing;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : missing;
}

std::vector<std::string_view> sorted_levels(std::vector<std::string_view> levels, bool numeric) {
  sort_polling(levels);
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  if (numeric)
    std::stable_sort(levels.begin(), levels.end(),
                     [](std::string_view a, std::string_view b) { return text_number(a) < text_number(b); });
  return levels;
}

std::vector<std::string_view> part_levels(const std::vector<table_entry> &entries, std::size_t part, bool numeric) {
  std::vector<std::string_view> levels;
  for (const table_entry &entry : entries) levels.push_back(entry.parts[part]);
  return sorted_levels(std::move(levels), numeric);
}

// ---- the stored form ----

std::vector<unsigned char> table_to_binary(const table_header *state) {
  std::vector<unsigned char> bytes;
  portable_writer out(bytes);
  out.put('T', 1);
  out.put(1, 1);
  out.put(static_cast<std::uint64_t>(state->shape), 1);
  out.put(state->numeric, 1);
  out.put(state->kind, 1);
  out.put(static_cast<std::uint64_t>(state->rows), 8);
  out.put(static_cast<std::uint64_t>(state->n_skipped), 8);
  out.put_count(state->entries);
  for (const table_entry &entry : table_entries(state)) {
    for (std::size_t i = 0; i < parts_of(state->shape); ++i) out.put_text(entry.parts[i]);
    if (!holds_values(state->shape)) {
      out.put(static_cast<std::uint64_t>(entry.count), 8);
      continue;
    }
    const moments &m = entry.values;
    out.put(static_cast<std::uint64_t>(m.n), 8);
    for (const double number : {m.shift, m.sum.hi, m.sum.lo, m.squares.hi, m.squares.lo}) out.put(number);
  }
  append_checksum(&bytes);
  return bytes;
}

namespace {

std::int64_t read_table_count(portable_reader &in) {
  const std::uint64_t count = in.get(8);
  if (count > static_cast<std::uint64_t>(most_counted)) in.reject("A count is wrong.");
  return static_cast<std::int64_t>(count);
}

moments read_moments(portable_reader &in) {
  moments m;
  m.n = read_table_count(in);
  for (double *number : {&m.shift, &m.sum.hi, &m.sum.lo, &m.squares.hi, &m.squares.lo}) {
    *number = in.number();
    if (!std::isfinite(*number)) in.reject("A sum is not finite.");
  }
  if (m.n < 1 || m.squares.hi < 0.0) in.reject("The moments of a cell are wrong.");
  return m;
}

void check_table_sum(const unsigned char *bytes, std::size_t size, const portable_reader &in) {
  if (size < checksum_size) in.reject("It is cut off.");
  std::vector<unsigned char> again(bytes, bytes + size - checksum_size);
  append_checksum(&again);
  if (std::memcmp(again.data(), bytes, size) != 0) in.reject("Its checksum does not fit.");
}

}  // namespace

table_header *table_from_binary(const unsigned char *bytes, std::size_t size, table_allocator allocate) {
  portable_reader all(bytes, size, "table state");
  check_table_sum(bytes, size, all);
  portable_reader in(bytes, size - checksum_size, "table state");
  if (in.get(1) != 'T' || in.get(1) != 1) in.reject("It does not begin with the mark of a table state of version 1.");
  const std::uint64_t shape = in.get(1);
  if (shape < 1 || shape > 8) in.reject("Its kind is unknown.");
  table_header *state = table_new(static_cast<table_shape>(shape), allocate);
  state->numeric = static_cast<std::uint8_t>(in.get(1));
  state->kind = static_cast<std::uint8_t>(in.get(1));
  if (state->kind > 3) in.reject("What it was asked for is unknown.");
  state->rows = read_table_count(in);
  state->n_skipped = read_table_count(in);
  const std::size_t entries = in.count();
  for (std::size_t k = 0; k < entries; ++k) {
    table_key key;
    for (std::size_t i = 0; i < parts_of(state->shape); ++i) key.part(in.text());
    const std::uint32_t before = state->entries;
    char *payload = payload_of(state, key.bytes(), allocate);
    if (state->entries == before) in.reject("A key comes twice.");
    if (holds_values(state->shape)) {
      add_values(payload, read_moments(in));
    } else {
      const std::int64_t count = read_table_count(in);
      if (count < 1) in.reject("A count is not positive.");
      add_count(payload, count);
    }
  }
  if (in.left() != 0) in.reject("It has bytes too many.");
  return state;
}

std::string table_to_text(const table_header *state) { return to_hexadecimal(table_to_binary(state)); }

table_header *table_from_text(std::string_view text, table_allocator allocate) {
  const std::vector<unsigned char> bytes = from_hexadecimal(text, "harmony.table_state");
  return table_from_binary(bytes.data(), bytes.size(), allocate);
}

}  // namespace harmony::statistics
