#include "core/workforce/raw_result.hpp"

#include "core/base/portable_serialization.hpp"

#include <algorithm>
#include <cstring>

namespace harmony::workforce {
namespace {

constexpr unsigned raw_layout = 1;

std::size_t numbers_of(const config &asked, std::uint32_t iterations) {
  return raw_row(asked) * (asked.steps() + std::size_t{1}) * iterations;
}

// What the columns of a row can hold: at least one agent of a role stays, and none comes.
std::vector<bounds> columns_of(const config &asked) {
  std::vector<bounds> out;
  for (const role &each : asked.roles) {
    const double n = each.count;
    out.push_back({1.0, n, true});
    out.push_back({0.0, n * static_cast<double>(each.tasks.size()), true});
    out.push_back({0.0, n});
    out.push_back({0.0, n, true});
    out.push_back(not_negative);
  }
  if (asked.model == model_kind::v2) {
    out.resize(out.size() + raw_net, {0.0, static_cast<double>(asked.agents()), true});
    out.push_back(any_number);
  }
  return out;
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

bool is_chunk_of(const config_digest &digest, const unsigned char *bytes, std::size_t size) {
  return size > digest.size() && std::memcmp(bytes + 1, digest.data(), digest.size()) == 0;
}

raw_result deserialize(const config &asked, const config_digest &digest, const unsigned char *bytes, std::size_t size) {
  portable_reader from(bytes, size, "chunk of a workforce simulation");
  if (from.get(1) != raw_layout) from.reject("Its layout is not known.");
  for (const unsigned char byte : digest)
    if (from.get(1) != byte) from.reject("It belongs to another configuration or model version.");
  raw_result out;
  out.first = static_cast<std::uint32_t>(from.get(4));
  out.last = static_cast<std::uint32_t>(from.get(4));
  if (out.first >= out.last || out.last > asked.iterations()) from.reject("Its iterations are out of range.");
  const std::size_t n = numbers_of(asked, out.last - out.first);
  if (from.left() != n * sizeof(double)) from.reject("Its length does not fit.");
  const std::vector<bounds> columns = columns_of(asked);
  out.rows.resize(n);
  for (std::size_t k = 0; k < n; ++k) {
    out.rows[k] = from.number();
    if (!columns[k % columns.size()].hold(out.rows[k])) from.reject("It has a number that no simulation makes.");
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
