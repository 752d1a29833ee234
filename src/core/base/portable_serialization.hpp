// Portable serialization: little-endian bytes, the same on every machine. For states that are stored.
#pragma once

#include "core/base/error.hpp"

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace harmony {

/// Appends numbers and texts.
class portable_writer {
 public:
  explicit portable_writer(std::vector<unsigned char> &out) : out_(out) {}

  void put(std::uint64_t value, int bytes) {
    unsigned char little_endian[8];
    for (int i = 0; i < bytes; ++i) little_endian[i] = static_cast<unsigned char>(value >> (8 * i));
    out_.insert(out_.end(), little_endian, little_endian + bytes);
  }
  void put(double value) {
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    put(bits, 8);
  }
  /// Seven bits a byte, the lowest first; all but the last byte carry the high bit (LEB128).
  void put_count(std::size_t count) {
    for (; count > 127; count >>= 7) out_.push_back(static_cast<unsigned char>(count | 128));
    out_.push_back(static_cast<unsigned char>(count));
  }
  void put_text(std::string_view text) {
    put_count(text.size());
    out_.insert(out_.end(), text.begin(), text.end());
  }

 private:
  std::vector<unsigned char> &out_;
};

/// Reads what portable_writer wrote, in the same order. Error 22P03, "invalid <what>", where the bytes end too soon or
/// a count does not end.
class portable_reader {
 public:
  portable_reader(const unsigned char *bytes, std::size_t size, const char *what)
      : next_(bytes), end_(bytes + size), what_(what) {}

  std::uint64_t get(int bytes) {
    const unsigned char *from = take(static_cast<std::size_t>(bytes));
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i) value |= static_cast<std::uint64_t>(from[i]) << (8 * i);
    return value;
  }
  double number() {
    const std::uint64_t bits = get(8);
    double value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
  std::size_t count() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      const unsigned char byte = *take(1);
      value |= static_cast<std::uint64_t>(byte & 127) << shift;
      if (byte < 128) return static_cast<std::size_t>(value);
    }
    reject("A count is too long.");
  }
  /// A view into the bytes read.
  std::string_view text() {
    const std::size_t size = count();
    return {reinterpret_cast<const char *>(take(size)), size};
  }
  std::size_t left() const { return static_cast<std::size_t>(end_ - next_); }
  [[noreturn]] void reject(const std::string &why) const {
    throw error(sqlstate::invalid_binary_representation, std::string("invalid ") + what_, why);
  }

 private:
  const unsigned char *take(std::size_t size) {
    if (left() < size) reject("It is cut off.");
    const unsigned char *from = next_;
    next_ += size;
    return from;
  }

  const unsigned char *next_, *end_;
  const char *what_;
};

}  // namespace harmony
