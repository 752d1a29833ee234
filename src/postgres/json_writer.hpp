// jsonb out. Writes the stored form (jsonb.h) directly: going through the server's tree of JsonbValue took three times
// as long, and most of the time of a ranking that returns every row.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "postgres/guard.hpp"

namespace harmony::postgres {

/// A buffer in the current memory context that grows; plain data, since an error may jump past its owner.
struct byte_buffer {
  char *data = nullptr;
  std::uint32_t size = 0;
  std::uint32_t capacity = 0;

  /// Room for `n` more bytes, counted in; their address holds until the next call.
  char *extend(std::size_t n) {
    if (n > capacity - size) grow(n);
    char *added = data + size;
    size += static_cast<std::uint32_t>(n);
    return added;
  }
  void append(const void *bytes, std::size_t n) {
    char *added = extend(n);
    const char *from = static_cast<const char *>(bytes);
    // Keys and most values are short: two copies that overlap are faster than a call.
    if (n > 16) {
      std::memcpy(added, from, n);
    } else if (n >= 8) {
      std::memcpy(added, from, 8);
      std::memcpy(added + n - 8, from + n - 8, 8);
    } else if (n >= 4) {
      std::memcpy(added, from, 4);
      std::memcpy(added + n - 4, from + n - 4, 4);
    } else {
      for (std::size_t i = 0; i < n; ++i) added[i] = from[i];
    }
  }
  /// Zero bytes up to a multiple of four.
  void pad() {
    const std::uint32_t n = (sizeof(std::int32_t) - size % sizeof(std::int32_t)) % sizeof(std::int32_t);
    if (n == 0) return;
    char *added = extend(n);
    for (std::uint32_t i = 0; i < n; ++i) added[i] = 0;
  }

 private:
  void grow(std::size_t n);
};

/// Writes one jsonb document. Every call may raise: use it inside guarded(); it holds plain data only.
/// As in any jsonb, keys come out sorted, and of a key written twice the last value counts. Keys are not copied: they
/// must outlive end_object().
class json_writer {
 public:
  void begin_object() { begin(true); }
  void end_object() { end(); }
  void begin_array() { begin(false); }
  void end_array() { end(); }
  void key(std::string_view name) { key_ = name; }
  void string(std::string_view text);
  void boolean(bool value);
  void null();
  /// `value` rounded to so many decimals, as C's printf rounds; NaN is null.
  void rounded(double value, int decimals);
  void integer(std::int64_t value);
  /// `value` in full precision; NaN is null.
  void number(double value);
  Datum finish();

 private:
  struct entry {
    std::string_view key;
    std::uint32_t kind;    // the type bits of a JEntry
    std::uint32_t offset;  // of the value in values_, on a multiple of four
    std::uint32_t size;
    std::uint32_t order;  // as written
  };
  struct container {
    std::string_view key;
    std::uint32_t first_entry;
    std::uint32_t first_byte;
    bool is_object;
  };
  static constexpr std::uint32_t deepest = 16;

  void begin(bool is_object);
  void end();
  void add(std::uint32_t kind, const void *bytes, std::size_t size);
  void numeric(Numeric value);
  void scaled(std::int64_t value, int decimals);
  std::uint32_t sort_keys(entry *entries, std::uint32_t n);

  std::string_view key_;
  container open_[deepest];
  std::uint32_t depth_ = 0;
  byte_buffer entries_;  // of entry
  byte_buffer values_;
  byte_buffer assembled_;
};

}  // namespace harmony::postgres
