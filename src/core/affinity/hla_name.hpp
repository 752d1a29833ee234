// Names of HLA alleles (nomenclature of the WHO; Marsh et al. 2010, Tissue Antigens 75, 291).
#pragma once

#include "core/base/no_postgres.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace harmony::affinity {

// clang-format off: one line
enum class hla_gene : std::uint8_t {
  a,
  b,
  c,
  drb1,
  drb2,
  drb3,
  drb4,
  drb5,
  drb6,
  drb7,
  drb8,
  drb9,
  dqa1,
  dqb1,
  dpa1,
  dpb1
};
// clang-format on
inline constexpr std::size_t n_hla_genes = 16;

/// The name of a gene as it is written, DRB1 for one.
std::string_view name_of(hla_gene gene);

/// An allele by its name: A*24:02:01:02L has four fields and the suffix L.
struct hla_allele {
  hla_gene gene = hla_gene::a;
  std::uint8_t n_fields = 0;             // 1 to 4
  char suffix = '\0';                    // N L S C A Q, of groups G P g; X of A*02:XX, any allele of that first field
  std::array<std::uint16_t, 4> field{};  // up to 9999

  /// Not expressed.
  bool is_null() const { return suffix == 'N'; }
  /// Whether it names a protein: a name of one field, and XX, do not.
  bool has_two_fields() const { return n_fields >= 2; }
  /// Gene and first two fields, other for other proteins.
  std::uint32_t protein() const {
    return static_cast<std::uint32_t>(gene) << 28 | static_cast<std::uint32_t>(field[0]) << 14 | field[1];
  }
  /// Other for other names.
  std::array<std::uint64_t, 2> key() const;
};

/// What came of reading a name.
enum class hla_reading { good, malformed, allele_code };

/// Reads a name, with or without HLA- in front, blanks around it dropped, prefix and gene in any case; also as it was
/// written before April 2010, without colons, Cw for C, A*92 and B*95. `out` has a meaning where the name is good. An
/// allele code is A*02:AB, which stands for several alleles of a list that is no part of this.
hla_reading read_hla_name(std::string_view text, hla_allele &out) noexcept;

/// As above. Errors: 0A000 for an allele code, 22P02 for anything else that is no name. A text of up to 40 bytes that
/// is no genotype is quoted.
hla_allele hla_name(std::string_view text);

/// A gene by its name, with or without HLA- in front and in any case. Error 22023 for anything else.
hla_gene hla_gene_named(std::string_view text);

/// The longest name in its canonical form, DRB1*1000:1000:1000:1000N.
inline constexpr std::size_t longest_hla_name = 25;

/// Writes the canonical form and returns its length: no prefix, all fields, the suffix.
std::size_t write_hla_name(const hla_allele &allele, char (&out)[longest_hla_name]) noexcept;

/// Writes the first two fields and the letter of expression, and returns the length; 0 where there are not two.
std::size_t write_two_field_name(const hla_allele &allele, char (&out)[longest_hla_name]) noexcept;

}  // namespace harmony::affinity
