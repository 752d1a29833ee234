#include "core/affinity/hla_frequencies.hpp"

#include "core/affinity/hla_name.hpp"
#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace harmony::affinity {
namespace {

constexpr std::size_t record_size = 12;
constexpr unsigned char table_layout = 1;

std::uint64_t number_of(std::string_view bytes, std::size_t first, std::size_t n) {
  std::uint64_t value = 0;
  for (std::size_t k = first; k < first + n; ++k) value = value << 8 | static_cast<unsigned char>(bytes[k]);
  return value;
}

void append_number(std::uint64_t value, std::size_t n, std::vector<unsigned char> &out) {
  while (n-- > 0) out.push_back(static_cast<unsigned char>(value >> 8 * n));
}

bool is_frequency(double x) { return x >= 0 && x <= 1; }

}  // namespace

hla_frequencies::hla_frequencies(std::string_view bytes) {
  if (bytes.empty() || bytes.front() != table_layout || (bytes.size() - 1) % record_size != 0)
    throw error(sqlstate::invalid_parameter_value, "malformed table of allele frequencies");
  records_ = bytes.substr(1);
}

double hla_frequencies::of(std::uint32_t protein) const {
  std::size_t low = 0, high = records_.size() / record_size;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (number_of(records_, middle * record_size, 4) < protein) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const std::size_t at = low * record_size;
  if (at >= records_.size() || number_of(records_, at, 4) != protein) return 0;
  const std::uint64_t bits = number_of(records_, at + 4, 8);
  double frequency = 0;
  std::memcpy(&frequency, &bits, sizeof frequency);
  if (!is_frequency(frequency)) throw error(sqlstate::invalid_parameter_value, "malformed table of allele frequencies");
  return frequency;
}

std::vector<unsigned char> hla_frequency_table(const std::vector<std::string_view> &alleles,
                                               const std::vector<double> &frequencies) {
  if (alleles.size() != frequencies.size())
    throw error(sqlstate::invalid_parameter_value, "allele and frequency must have the same length");
  std::vector<std::pair<std::uint32_t, double>> records;
  for (std::size_t k = 0; k < alleles.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const hla_allele allele = hla_name(alleles[k]);
    if (!allele.has_two_fields())
      throw error(sqlstate::invalid_parameter_value, "allele of a frequency must have two fields or more");
    if (!is_frequency(frequencies[k])) throw error(sqlstate::invalid_parameter_value, "frequency must be from 0 to 1");
    records.emplace_back(allele.protein(), frequencies[k]);
  }
  std::sort(records.begin(), records.end());
  std::vector<unsigned char> out{table_layout};
  for (std::size_t k = 0; k < records.size();) {
    double sum = 0;
    const std::uint32_t protein = records[k].first;
    for (; k < records.size() && records[k].first == protein; ++k) sum += records[k].second;
    append_number(protein, 4, out);
    std::uint64_t bits = 0;
    sum = std::min(sum, 1.0);
    std::memcpy(&bits, &sum, sizeof bits);
    append_number(bits, 8, out);
  }
  return out;
}

}  // namespace harmony::affinity
