// The stored forms of the cross-validation's state: its header, then each fold's linear state.
#include "core/statistics/cross_validation.hpp"
#include "core/statistics/linear_state.serialization.hpp"

#include <cmath>

namespace harmony::statistics {
namespace {

constexpr std::size_t stored_header = sizeof(cross_validation_header) - length_word;

cross_validation_header read_header(portable_reader *in) {
  cross_validation_header h = {};
  h.magic = static_cast<std::uint8_t>(in->get(1));
  h.version = static_cast<std::uint8_t>(in->get(1));
  h.folds = static_cast<std::uint16_t>(in->get(2));
  h.lambda = in->number();
  if (h.magic != 'F') reject("It does not begin with the mark of a state in folds.");
  if (h.version != 1) reject("Its version is " + std::to_string(h.version) + "; this library reads version 1.");
  if (h.folds < 1 || h.folds > most_folds) reject("It has no fold, or more than 1000.");
  if (!(h.lambda >= 0.0) || std::isinf(h.lambda)) reject("Its penalty is negative or not finite.");
  return h;
}

}  // namespace

std::vector<unsigned char> folds_to_binary(const cross_validation_header *state) {
  std::vector<unsigned char> bytes;
  portable_writer out(bytes);
  out.put(state->magic, 1);
  out.put(state->version, 1);
  out.put(state->folds, 2);
  out.put(state->lambda);
  for (int i = 1; i <= state->folds; ++i) {
    const std::vector<unsigned char> fold = linear_to_binary(fold_at(state, i));
    bytes.insert(bytes.end(), fold.begin(), fold.end());
  }
  append_checksum(&bytes);
  return bytes;
}

std::vector<unsigned char> folds_from_binary(const unsigned char *bytes, std::size_t size) {
  portable_reader in = linear_reader(bytes, size);
  const cross_validation_header header = read_header(&in);
  const std::size_t content = check_checksum(bytes, size);
  if (content < stored_header || (content - stored_header) % header.folds != 0)
    reject("Its folds are of different size.");
  const std::size_t one = (content - stored_header) / header.folds;
  std::vector<unsigned char> memory(sizeof header);
  std::memcpy(memory.data(), &header, sizeof header);
  const unsigned char *next = bytes + stored_header;
  for (int i = 0; i < header.folds; ++i, next += one) {
    const std::vector<unsigned char> fold = linear_from_binary(next, one);
    const auto *s = reinterpret_cast<const linear_header *>(fold.data());
    if ((s->flags & linear_weighted) != 0) reject("Its folds are weighted.");
    if (i > 0 && s->flags != reinterpret_cast<const linear_header *>(memory.data() + sizeof header)->flags)
      reject("Its folds are not alike.");
    memory.insert(memory.end(), fold.begin(), fold.end());
  }
  return memory;
}

std::string folds_to_text(const cross_validation_header *state) { return to_hexadecimal(folds_to_binary(state)); }

std::vector<unsigned char> folds_from_text(std::string_view text) {
  const std::vector<unsigned char> bytes = from_hexadecimal(text, "cross_validation_state");
  return folds_from_binary(bytes.data(), bytes.size());
}

}  // namespace harmony::statistics
