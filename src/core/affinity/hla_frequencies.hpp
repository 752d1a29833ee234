// How often alleles are: what ambiguous typings may be weighed by.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::affinity {

/// A table of frequencies as bytes: a byte 1, then records of 12 bytes, the protein of an allele (hla_allele::protein)
/// and an IEEE double, big-endian, by protein. Whoever makes one up gets other weights, and no more.
class hla_frequencies {
 public:
  /// Bytes that were made by hla_frequency_table. Error 22023 for a length that no table has.
  explicit hla_frequencies(std::string_view bytes);

  /// The frequency of a protein; 0 of one that is not there. O(log n).
  double of(std::uint32_t protein) const;

 private:
  std::string_view records_;
};

/// The table of these alleles. Names of one protein (the first two fields) are summed. Errors: those of hla_name; 22023
/// for a name of one field, a frequency that is not from 0 to 1, and lists of different lengths.
std::vector<unsigned char> hla_frequency_table(const std::vector<std::string_view> &alleles,
                                               const std::vector<double> &frequencies);

}  // namespace harmony::affinity
