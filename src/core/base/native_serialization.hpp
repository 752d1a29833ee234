// Native serialization: plain data in the layout of this machine and this build. For aggregate states that parallel
// workers hand to their leader, never for what is stored.
#pragma once

#include "core/base/error.hpp"
#include "core/base/span.hpp"

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace harmony {

/// Appends plain values and vectors of them to a string of at most `limit` bytes. What does not fit is left out, and
/// makes the writer full: its bytes are then of no use.
class native_writer {
 public:
  explicit native_writer(std::size_t limit = std::string::npos) : limit_(limit) {}

  template <typename T>
  void value(const T &v) {
    static_assert(std::is_trivially_copyable_v<T>);
    append(&v, sizeof v);
  }
  void text(std::string_view s) {
    value(static_cast<std::uint64_t>(s.size()));
    append(s.data(), s.size());
  }
  template <typename T>
  void values(span<T> v) {
    static_assert(std::is_trivially_copyable_v<T>);
    value(static_cast<std::uint64_t>(v.size));
    if (!v.empty()) append(v.data, v.size * sizeof(T));
  }
  template <typename T>
  void values(const std::vector<T> &v) {
    values(span<T>(v));
  }
  /// Values alone, without their number.
  template <typename T>
  void plain(const T *v, std::size_t n) {
    static_assert(std::is_trivially_copyable_v<T>);
    append(v, n * sizeof(T));
  }
  /// Room for so many bytes more, where the size is known before they are written.
  void reserve(std::size_t size) {
    if (size < limit_ - bytes_.size()) bytes_.reserve(bytes_.size() + size);
  }
  bool is_full() const { return is_full_; }
  const std::string &bytes() const { return bytes_; }

 private:
  void append(const void *from, std::size_t size) {
    is_full_ = is_full_ || size > limit_ - bytes_.size();
    if (!is_full_) bytes_.append(static_cast<const char *>(from), size);
  }

  std::size_t limit_;
  bool is_full_ = false;
  std::string bytes_;
};

/// Reads what native_writer wrote, in the same order. Errors: 22P03 where the bytes end too soon, or too late.
class native_reader {
 public:
  explicit native_reader(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  T value() {
    static_assert(std::is_trivially_copyable_v<T>);
    T v;
    std::memcpy(&v, take(sizeof v, 1), sizeof v);
    return v;
  }
  std::string_view text() {
    const auto n = value<std::uint64_t>();
    return {take(n, 1), static_cast<std::size_t>(n)};
  }
  template <typename T>
  std::vector<T> values() {
    static_assert(std::is_trivially_copyable_v<T>);
    const auto n = value<std::uint64_t>();
    const char *from = take(n, sizeof(T));
    std::vector<T> v(static_cast<std::size_t>(n));
    if (n > 0) std::memcpy(v.data(), from, v.size() * sizeof(T));
    return v;
  }
  /// `n` values that plain() wrote.
  template <typename T>
  void plain(T *to, std::size_t n) {
    static_assert(std::is_trivially_copyable_v<T>);
    const char *from = take(n, sizeof(T));
    if (n > 0) std::memcpy(to, from, n * sizeof(T));
  }
  /// Everything was read.
  void finish() const {
    if (!bytes_.empty()) throw error(sqlstate::invalid_binary_representation, "aggregate state is too long");
  }

 private:
  const char *take(std::uint64_t count, std::size_t size) {
    if (count > bytes_.size() / size)
      throw error(sqlstate::invalid_binary_representation, "aggregate state ends too soon");
    const char *from = bytes_.data();
    bytes_.remove_prefix(static_cast<std::size_t>(count) * size);
    return from;
  }
  std::string_view bytes_;
};

}  // namespace harmony
