#include "core/statistics/items_state.hpp"

#include "core/base/error.hpp"
#include "core/statistics/linear_state.serialization.hpp"

#include <cstring>

namespace harmony::statistics {
namespace {

constexpr std::size_t stored_items_header = sizeof(items_header) - length_word;

}  // namespace

void items_init(void *memory, const items_options &options) {
  auto *state = static_cast<items_header *>(memory);
  state->magic = 'I';
  state->version = 1;
  state->reserved = 0;
  state->options[0] = options[0];
  state->options[1] = options[1];
}

void check_options(const items_header *state, const items_options &options) {
  if (options_of(state) != options)
    throw error(sqlstate::invalid_parameter_value, "options beside the items must be the same in every row");
}

std::vector<unsigned char> items_to_binary(const items_header *state) {
  std::vector<unsigned char> bytes;
  portable_writer out(bytes);
  out.put(state->magic, 1);
  out.put(state->version, 1);
  out.put(state->reserved, 2);
  for (const std::int64_t option : state->options) out.put(static_cast<std::uint64_t>(option), 8);
  const std::vector<unsigned char> items = linear_to_binary(items_of(state));
  bytes.insert(bytes.end(), items.begin(), items.end());
  append_checksum(&bytes);
  return bytes;
}

std::vector<unsigned char> items_from_binary(const unsigned char *bytes, std::size_t size) {
  portable_reader in = linear_reader(bytes, size);
  items_header header = {};
  header.magic = static_cast<std::uint8_t>(in.get(1));
  header.version = static_cast<std::uint8_t>(in.get(1));
  header.reserved = static_cast<std::uint16_t>(in.get(2));
  for (std::int64_t &option : header.options) option = static_cast<std::int64_t>(in.get(8));
  if (header.magic != 'I') reject("It does not begin with the mark of a state of items.");
  if (header.version != 1)
    reject("Its version is " + std::to_string(header.version) + "; this library reads version 1.");
  if (header.reserved != 0) reject("Its reserved bytes are not 0.");
  const std::size_t content = check_checksum(bytes, size);
  if (content < stored_items_header) reject("It ends too soon.");
  const std::vector<unsigned char> items =
      linear_from_binary(bytes + stored_items_header, content - stored_items_header);
  if ((reinterpret_cast<const linear_header *>(items.data())->flags & linear_weighted) != 0)
    reject("Its rows are weighted.");
  std::vector<unsigned char> memory(sizeof header);
  std::memcpy(memory.data(), &header, sizeof header);
  memory.insert(memory.end(), items.begin(), items.end());
  return memory;
}

std::string items_to_text(const items_header *state) { return to_hexadecimal(items_to_binary(state)); }

std::vector<unsigned char> items_from_text(std::string_view text) {
  const std::vector<unsigned char> bytes = from_hexadecimal(text, "items_state");
  return items_from_binary(bytes.data(), bytes.size());
}

}  // namespace harmony::statistics
