// Little-endian bytes and hexadecimal, whatever the machine: what the stored forms of states are made of. Internal.
#pragma once

#include "core/base/error.hpp"
#include "core/base/no_postgres.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::statistics {

inline constexpr std::size_t length_word = sizeof(std::uint32_t);

[[noreturn]] inline void reject(const std::string &why) {
  throw error(sqlstate::invalid_binary_representation, "invalid linear state", why);
}

/// A stored form ends with the 64-bit FNV-1a hash of its bytes: a changed byte never goes unnoticed. It guards against
/// accidents; a forger can compute it too, so that everything else is checked all the same.
inline constexpr std::size_t checksum_size = 8;

/// Appends the hash; replaces the one that ends the bytes; checks it and returns the size without it (22P03).
void append_checksum(std::vector<unsigned char> *bytes);
void renew_checksum(std::vector<unsigned char> *bytes);
std::size_t check_checksum(const unsigned char *bytes, std::size_t size);

std::string to_hexadecimal(const std::vector<unsigned char> &bytes);

/// Error 22P02, naming the type, for what is not hexadecimal.
std::vector<unsigned char> from_hexadecimal(std::string_view text, const char *type);

class byte_writer {
 public:
  explicit byte_writer(std::vector<unsigned char> &out) : out_(out) {}
  void put(std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out_.push_back(static_cast<unsigned char>(value >> (8 * i)));
  }
  void put(double value) {
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    put(bits, 8);
  }

 private:
  std::vector<unsigned char> &out_;
};

class byte_reader {
 public:
  byte_reader(const unsigned char *bytes, std::size_t size) : next_(bytes), end_(bytes + size) {}
  std::uint64_t get(int bytes) {
    if (end_ - next_ < bytes) reject("It is cut off.");
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i) value |= static_cast<std::uint64_t>(*next_++) << (8 * i);
    return value;
  }
  double number() {
    const std::uint64_t bits = get(8);
    double value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
  std::size_t left() const { return static_cast<std::size_t>(end_ - next_); }

 private:
  const unsigned char *next_, *end_;
};

}  // namespace harmony::statistics
