// The mergeable state of a table by key: counts, or moments of a value, of every distinct key, in one flat block of
// memory that the caller owns (in the server a varlena whose first four bytes are its length word: nothing here reads
// or writes them). Its size follows the distinct keys, not the rows.
//
// Layout: table_header, slots (open addressing, a slot holds the entry's place / 8 + 1, 0 is free), entries one after
// the other: table_entry_head, key, padding to 8, then an int64 count or a `moments`. A key is a row of parts, each
// with its length before it. Native byte order; the stored form is portable.
#pragma once

#include "core/statistics/moments.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::statistics {

/// What a table is of: which aggregate's rows went into it.
enum class table_shape : std::uint8_t {
  pairs = 1,     // counts of (a, b)
  cells = 2,     // moments of (a, b)
  outcomes = 3,  // counts of (success, in first)
  times = 4,     // counts of (time, event, group)
  strata = 5,    // counts of (correct, focal, stratum)
  scores = 6,    // counts of (correct, focal, score)
  ratings = 7,   // pairs of ratings in units of (m ratings, a, b); rows counts the units
  bounds = 8,    // moments of (low and high, which values)
};

struct table_header {
  std::uint32_t length_word;  // the caller's (varlena); never touched here
  std::uint8_t magic;         // 'T'
  std::uint8_t version;       // 1
  table_shape shape;
  std::uint8_t numeric;  // bit i: part i of the keys is the text of a number
  std::uint32_t slots;   // a power of two
  std::uint32_t entries;
  std::uint64_t used, capacity;  // bytes of entries
  std::int64_t rows, n_skipped;
  std::uint8_t kind;  // what the rows asked for, as a number of the aggregate's own
  std::uint8_t reserved[7];
};
static_assert(sizeof(table_header) == 56);

/// Memory for so many bytes, 8-byte aligned, whose length word is the allocator's business.
using table_allocator = void *(*)(std::size_t);

/// An entry: its key in parts, and its count or moments.
struct table_entry {
  std::string_view key, parts[3];
  std::int64_t count = 0;
  moments values;
};

/// Writes a key part by part.
class table_key {
 public:
  table_key &part(std::string_view text);
  table_key &part(double number);
  table_key &part(double low, double high);
  const std::string &bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

table_header *table_new(table_shape shape, table_allocator allocate);

/// Adds to the count, or a value to the moments, of a key; the state may move. Errors: 54000 beyond 2^31 entries.
table_header *table_count(table_header *state, const std::string &key, std::int64_t count, table_allocator allocate);
table_header *table_value(table_header *state, const std::string &key, double value, table_allocator allocate);

/// Adds all of another table. Error 22023 where it is of another shape.
table_header *table_merge(table_header *into, const table_header *other, table_allocator allocate);

/// What the rows ask for, the same in every row: error 22023, naming the argument, where it changes.
void table_kind(table_header *state, std::uint8_t kind, const char *name);

/// Error 22023 unless the table has this shape.
void table_expect(const table_header *state, table_shape shape);

/// The entries in the order of their keys' bytes, so that no order of rows changes a sum. They point into the state.
std::vector<table_entry> table_entries(const table_header *state);

/// A part that holds a number, and one that is the text of a number (missing where it is not).
double part_number(std::string_view part, std::size_t place = 0);
double text_number(std::string_view text);

/// The distinct texts of a part over the entries: in the order of numbers where they are such, else of their bytes.
std::vector<std::string_view> part_levels(const std::vector<table_entry> &entries, std::size_t part, bool numeric);
std::vector<std::string_view> sorted_levels(std::vector<std::string_view> levels, bool numeric);

/// The stored form, binary or hexadecimal, equal for equal tables; all that is read is validated (22P02, 22P03).
std::vector<unsigned char> table_to_binary(const table_header *state);
table_header *table_from_binary(const unsigned char *bytes, std::size_t size, table_allocator allocate);
std::string table_to_text(const table_header *state);
table_header *table_from_text(std::string_view text, table_allocator allocate);

}  // namespace harmony::statistics
