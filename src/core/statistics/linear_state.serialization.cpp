// Validation of states that come from outside, and their packed, binary and text forms.
#include "core/statistics/linear_state.serialization.hpp"

#include <cmath>
#include <cstring>

namespace harmony::statistics {
namespace {

constexpr std::int64_t most_rows = std::int64_t{1} << 53;
constexpr double sum_limit = 0x1p960, value_limit = 0x1p330;

void check_header(const linear_header *s) {
  if (s->magic != 'L') reject("It does not begin with the mark of a linear state.");
  if (s->version != 1) reject("Its version is " + std::to_string(s->version) + "; this library reads version 1.");
  if ((s->flags & ~(linear_weighted | linear_open)) != 0 || s->block > 1 || s->reserved != 0)
    reject("It has unknown flags.");
  if ((s->flags & linear_open) != 0 && (s->p != 0 || s->n != 0 || s->block != 0))
    reject("It holds rows of an unknown number of predictors.");
  if (s->p > linear_max_predictors) reject("It has more than 1600 predictors.");
  if (s->fill >= linear_block_rows || (s->fill > 0 && s->block == 0)) reject("It claims too many waiting rows.");
  if (s->n < 0 || s->n > most_rows || s->n_skipped < 0 || s->n_skipped > most_rows) reject("A row count is wrong.");
  const bool finite = std::isfinite(s->log_weight_hi) && std::isfinite(s->log_weight_lo);
  const bool weighted = (s->flags & linear_weighted) != 0;
  if (!finite || (!weighted && s->log_weight_hi != 0.0)) reject("Its sum of log weights is wrong.");
}

void check_columns(const linear_header *s) {
  for (int j = 0; j <= s->p; ++j) {
    const double scale = linear_scale(s)[j], shift = linear_shift(s)[j];
    if (scale != 0x1p700 && scale != 1.0 && scale != 0x1p-700) reject("A scale is not one of the three known.");
    if (!(std::fabs(shift) < value_limit)) reject("A shift is not finite or too large.");
  }
}

void check_sums(const linear_header *s) {
  const std::size_t pairs = linear_pairs(s->p);
  const double *hi = linear_hi(s), *lo = linear_lo(s);
  for (std::size_t k = 0; k < pairs; ++k) {
    if (!(std::fabs(hi[k]) < sum_limit) || !(std::fabs(lo[k]) < sum_limit)) reject("A sum is not finite or too large.");
    if (s->n == 0 && (hi[k] != 0.0 || lo[k] != 0.0)) reject("It has sums but no rows.");
  }
  for (std::size_t i = 0, k = 0; i < static_cast<std::size_t>(s->p) + 2; ++i, k += i + 1)
    if (hi[k] < 0.0) reject("A sum of squares is negative.");
  const double total = hi[0] + lo[0];
  if ((s->flags & linear_weighted) == 0 ? total != static_cast<double>(s->n) : (s->n > 0) != (total > 0.0))
    reject("Its row count and its sum of weights do not agree.");
}

void check_waiting(const linear_header *s) {
  const std::size_t columns = static_cast<std::size_t>(s->p) + 1;
  const bool weighted = (s->flags & linear_weighted) != 0;
  for (std::size_t j = 0; j < columns + (weighted ? 1 : 0); ++j) {
    const double *column = linear_block(s) + j * linear_block_leading;
    for (int r = 0; r < s->fill; ++r) {
      if (!std::isfinite(column[r])) reject("A waiting row is not finite.");
      if (j == columns && !(column[r] >= 0x1p-200 && column[r] <= 0x1p200)) reject("A weight is out of range.");
    }
  }
}

linear_header read_header(portable_reader &in) {
  linear_header h = {};
  h.magic = static_cast<std::uint8_t>(in.get(1));
  h.version = static_cast<std::uint8_t>(in.get(1));
  h.flags = static_cast<std::uint8_t>(in.get(1));
  h.block = static_cast<std::uint8_t>(in.get(1));
  h.p = static_cast<std::uint16_t>(in.get(2));
  h.fill = static_cast<std::uint16_t>(in.get(2));
  h.reserved = static_cast<std::uint32_t>(in.get(4));
  h.n = static_cast<std::int64_t>(in.get(8));
  h.n_skipped = static_cast<std::int64_t>(in.get(8));
  h.log_weight_hi = in.number();
  h.log_weight_lo = in.number();
  return h;
}

std::uint64_t fnv_1a(const unsigned char *bytes, std::size_t size) {
  std::uint64_t h = 0xcbf29ce484222325u;
  for (std::size_t i = 0; i < size; ++i) h = (h ^ bytes[i]) * 0x100000001b3u;
  return h;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

const linear_header *linear_validate(const void *memory, std::size_t size) {
  if (size < sizeof(linear_header)) reject("It is cut off.");
  const auto *s = static_cast<const linear_header *>(memory);
  check_header(s);
  if (size != linear_size(s)) reject("Its size does not fit its number of predictors.");
  check_columns(s);
  check_sums(s);
  check_waiting(s);
  return s;
}

linear_header *linear_pack(void *memory, const linear_header *state) {
  std::vector<double> copy;
  if (state->fill > 0) {
    copy.resize(linear_size(state) / sizeof(double));
    std::memcpy(copy.data(), state, linear_size(state));
    auto *folded = reinterpret_cast<linear_header *>(copy.data());
    linear_fold_pending(folded);
    state = folded;
  }
  auto *to = static_cast<char *>(memory);
  std::memcpy(to + length_word, reinterpret_cast<const char *>(state) + length_word,
              linear_state_size(state->p, false) - length_word);
  auto *packed = static_cast<linear_header *>(memory);
  packed->block = 0;
  return packed;
}

std::vector<unsigned char> linear_to_binary(const linear_header *state) {
  const std::size_t size = linear_state_size(state->p, false);
  std::vector<double> memory(size / sizeof(double));
  const linear_header *s = linear_pack(memory.data(), state);
  std::vector<unsigned char> bytes;
  bytes.reserve(size - length_word + checksum_size);
  portable_writer out(bytes);
  for (const std::uint8_t b : {s->magic, s->version, s->flags, s->block}) out.put(b, 1);
  out.put(s->p, 2);
  out.put(s->fill, 2);
  out.put(s->reserved, 4);
  out.put(static_cast<std::uint64_t>(s->n), 8);
  out.put(static_cast<std::uint64_t>(s->n_skipped), 8);
  out.put(s->log_weight_hi);
  out.put(s->log_weight_lo);
  for (std::size_t k = sizeof(linear_header) / sizeof(double); k < memory.size(); ++k) out.put(memory[k]);
  append_checksum(&bytes);
  return bytes;
}

std::vector<unsigned char> linear_from_binary(const unsigned char *bytes, std::size_t size) {
  portable_reader in = linear_reader(bytes, size);
  const linear_header header = read_header(in);
  check_header(&header);
  if (header.block != 0) reject("It has a block, which the stored form never has.");
  const std::size_t full = linear_state_size(header.p, false);
  if (in.left() != full - sizeof header + checksum_size) reject("Its size does not fit its number of predictors.");
  check_checksum(bytes, size);
  std::vector<unsigned char> memory(full);
  std::memcpy(memory.data(), &header, sizeof header);
  for (std::size_t at = sizeof header; at < full; at += sizeof(double)) {
    const double value = in.number();
    std::memcpy(memory.data() + at, &value, sizeof value);
  }
  linear_validate(memory.data(), full);
  return memory;
}

std::string linear_to_text(const linear_header *state) { return to_hexadecimal(linear_to_binary(state)); }

std::vector<unsigned char> linear_from_text(std::string_view text) {
  const std::vector<unsigned char> bytes = from_hexadecimal(text, "linear_state");
  return linear_from_binary(bytes.data(), bytes.size());
}

void append_checksum(std::vector<unsigned char> *bytes) {
  const std::uint64_t h = fnv_1a(bytes->data(), bytes->size());
  portable_writer(*bytes).put(h, 8);
}

void renew_checksum(std::vector<unsigned char> *bytes) {
  bytes->resize(bytes->size() - checksum_size);
  append_checksum(bytes);
}

std::size_t check_checksum(const unsigned char *bytes, std::size_t size) {
  if (size < checksum_size) reject("It is cut off.");
  const std::size_t content = size - checksum_size;
  if (linear_reader(bytes + content, checksum_size).get(8) != fnv_1a(bytes, content))
    reject("Its checksum does not fit its content.");
  return content;
}

std::string to_hexadecimal(const std::vector<unsigned char> &bytes) {
  static const char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes.size());
  for (const unsigned char b : bytes) {
    text.push_back(digits[b >> 4]);
    text.push_back(digits[b & 15]);
  }
  return text;
}

std::vector<unsigned char> from_hexadecimal(std::string_view text, const char *type) {
  std::vector<unsigned char> bytes;
  bytes.reserve(text.size() / 2);
  bool valid = text.size() % 2 == 0;
  for (std::size_t i = 0; valid && i < text.size(); i += 2) {
    const int high = hex_digit(text[i]), low = hex_digit(text[i + 1]);
    valid = high >= 0 && low >= 0;
    bytes.push_back(static_cast<unsigned char>(high * 16 + low));
  }
  if (!valid) throw error(sqlstate::invalid_text_representation, std::string("invalid input syntax for type ") + type);
  return bytes;
}

}  // namespace harmony::statistics
