// Shared by the stored forms of linear states and of cross-validation: checksum, hexadecimal, errors. Internal.
#pragma once

#include "core/base/error.hpp"
#include "core/base/no_postgres.hpp"
#include "core/base/portable_serialization.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::statistics {

inline constexpr std::size_t length_word = sizeof(std::uint32_t);

[[noreturn]] inline void reject(const std::string &why) {
  throw error(sqlstate::invalid_binary_representation, "invalid linear state", why);
}

/// A stored form ends with the 64-bit FNV-1a hash of its bytes: a changed byte is always found. It protects against
/// accidents, not against forgery, so every field is validated as well.
inline constexpr std::size_t checksum_size = 8;

/// Appends the hash; replaces the one that ends the bytes; checks it and returns the size without it (22P03).
void append_checksum(std::vector<unsigned char> *bytes);
void renew_checksum(std::vector<unsigned char> *bytes);
std::size_t check_checksum(const unsigned char *bytes, std::size_t size);

std::string to_hexadecimal(const std::vector<unsigned char> &bytes);

/// Error 22P02, naming the type, for what is not hexadecimal.
std::vector<unsigned char> from_hexadecimal(std::string_view text, const char *type);

/// Of the stored form of a linear state or of a cross-validation.
inline portable_reader linear_reader(const unsigned char *bytes, std::size_t size) {
  return portable_reader(bytes, size, "linear state");
}

}  // namespace harmony::statistics
