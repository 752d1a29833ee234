// Genotypes as GL Strings (Milius et al. 2013, Tissue Antigens 82, 106): ^ between loci, | between genotypes, + between
// copies, ~ between the genes of one haplotype, / between alternatives.
//
// What is read here may be secret: its memory is wiped, and no error says anything of it.
#pragma once

#include "core/affinity/hla_name.hpp"
#include "core/base/no_postgres.hpp"
#include "core/base/secret.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::affinity {

/// A longer text is refused.
inline constexpr std::size_t longest_genotype = 1048576;

/// A set of genes: bit k of gene k.
using gene_set = std::uint32_t;
inline gene_set only(hla_gene gene) { return gene_set{1} << static_cast<unsigned>(gene); }

/// Part of a genotype's list of alleles: the alternatives of one copy.
struct allele_range {
  std::uint32_t begin = 0, end = 0;
};

/// What one of the possible genotypes says of a locus.
struct locus_genotype {
  hla_gene gene = hla_gene::a;
  std::uint8_t n_copies = 0;  // 1 or 2
  std::array<allele_range, 2> copy;
};

/// A genotype that was read.
struct genotype {
  secret_vector<hla_allele> alleles;
  secret_vector<locus_genotype> loci;  // by gene
  gene_set named = 0;                  // the genes that are named
  gene_set incomplete = 0;             // of these, those that not every possible genotype of theirs names
};

/// Reads a GL String. Each gene of a haplotype counts for its own locus. O(n). Errors: 22P02 for a name that is none,
/// or missing; 0A000 for an allele code and for ? (GL String 1.1); 22023 for a locus that is named twice, more than two
/// copies, and alternatives of different genes; 54000 beyond longest_genotype. None quotes the text.
genotype read_genotype(std::string_view gl);

/// A text of the same genotype with each name in its canonical form, all else as it stands. Of one that can be read.
secret_string normalized_genotype(std::string_view gl);

/// One text for all that say the same genotype: loci, possible genotypes, copies and alternatives sorted, repeated ones
/// but once. O(n log n).
secret_string canonical_genotype(const genotype &given);

}  // namespace harmony::affinity
