#include "core/workforce/raw_result.hpp"

#include "core/base/portable_serialization.hpp"
#include "core/workforce/config_bytes.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace harmony::workforce {
namespace {

constexpr unsigned raw_layout = 1;

std::size_t numbers_of(const config &asked, std::uint32_t iterations) {
  return raw_row(asked) * (asked.steps() + std::size_t{1}) * iterations;
}

}  // namespace

void serialize(const config &asked, const raw_result &part, std::vector<unsigned char> &out) {
  out.reserve(64 + part.rows.size() * sizeof(double));
  portable_writer to(out);
  to.put(raw_layout, 1);
  for (const unsigned char byte : digest_of(asked)) to.put(byte, 1);
  to.put(part.first, 4);
  to.put(part.last, 4);
  for (const double value : part.rows) to.put(value);
}

bool is_chunk_of(const config &asked, const unsigned char *bytes, std::size_t size) {
  const config_digest digest = digest_of(asked);
  return size > digest.size() && std::memcmp(bytes + 1, digest.data(), digest.size()) == 0;
}

raw_result deserialize(const config &asked, const unsigned char *bytes, std::size_t size) {
  portable_reader from(bytes, size, "chunk of a workforce simulation");
  if (from.get(1) != raw_layout) from.reject("Its layout is not known.");
  for (const unsigned char byte : digest_of(asked))
    if (from.get(1) != byte) from.reject("It belongs to another configuration or model version.");
  raw_result out;
  out.first = static_cast<std::uint32_t>(from.get(4));
  out.last = static_cast<std::uint32_t>(from.get(4));
  if (out.first >= out.last || out.last > asked.iterations()) from.reject("Its iterations are out of range.");
  const std::size_t n = numbers_of(asked, out.last - out.first);
  if (from.left() != n * sizeof(double)) from.reject("Its length does not fit.");
  out.rows.resize(n);
  for (double &value : out.rows) {
    value = from.number();
    if (!std::isfinite(value)) from.reject("It has a number that is not finite.");
  }
  return out;
}

raw_result join(const config &asked, std::vector<raw_result> parts) {
  std::sort(parts.begin(), parts.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
  raw_result all;
  for (raw_result &part : parts) {
    if (part.first != all.last)
      throw error(sqlstate::invalid_parameter_value, "chunks must be the iterations from 0 on, each once",
                  "Iteration " + std::to_string(all.last) + " is expected, " + std::to_string(part.first) + " comes.");
    all.last = part.last;
    all.rows.insert(all.rows.end(), part.rows.begin(), part.rows.end());
    std::vector<double>().swap(part.rows);
  }
  if (all.last < asked.iterations() && !asked.target.given())
    throw error(sqlstate::invalid_parameter_value, "chunks are missing",
                "There are " + std::to_string(all.last) + " of " + std::to_string(asked.iterations()) + " iterations.");
  return all;
}

}  // namespace harmony::workforce
