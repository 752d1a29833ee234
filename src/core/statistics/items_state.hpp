// The state of a scale's aggregates that take options beside their items: two whole numbers that every row must repeat,
// then a linear state of the items, in one flat block of memory that the caller owns.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/statistics/linear_state.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::statistics {

using items_options = std::array<std::int64_t, 2>;

/// The fixed part, 24 bytes.
struct items_header {
  std::uint32_t length_word;  // the caller's; never touched here
  std::uint8_t magic;         // 'I'
  std::uint8_t version;       // 1
  std::uint16_t reserved;     // 0
  std::int64_t options[2];
};
static_assert(sizeof(items_header) == 24, "the header is part of the stored format");

/// Writes the header; the linear state behind it is the caller's to make.
void items_init(void *memory, const items_options &options);

inline linear_header *items_of(items_header *state) { return reinterpret_cast<linear_header *>(state + 1); }
inline const linear_header *items_of(const items_header *state) {
  return reinterpret_cast<const linear_header *>(state + 1);
}
inline items_options options_of(const items_header *state) { return {state->options[0], state->options[1]}; }

/// Error 22023 unless the options are the state's: they are the same in every row.
void check_options(const items_header *state, const items_options &options);

/// Stored forms, as those of the linear state; exact; what is read is validated (22P02, 22P03).
std::vector<unsigned char> items_to_binary(const items_header *state);
std::vector<unsigned char> items_from_binary(const unsigned char *bytes, std::size_t size);
std::string items_to_text(const items_header *state);
std::vector<unsigned char> items_from_text(std::string_view text);

}  // namespace harmony::statistics
