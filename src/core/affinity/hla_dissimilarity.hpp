// How different two people's HLA genotypes are, 0 to 100, as an exact expectation over what their typings leave open.
#pragma once

#include "core/affinity/genotype.hpp"
#include "core/affinity/hla_frequencies.hpp"
#include "core/base/no_postgres.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::affinity {

/// Over the L loci that both typings have and that can be compared, and A and B the proteins of the two people at one:
///
/// - multiset: Σ (2 − |A ∩ B|)/(2 L), with a protein that both copies have counted twice;
/// - unique: Σ |A ∪ B|/max(4 L, 12), each protein once;
/// - jaccard: mean of 1 − |A ∩ B|/|A ∪ B|, each protein once;
/// - optimum: max(0, 1 − |d − .55|/.55), d the expectation of jaccard;
/// - offspring: mean share of the four combinations of a copy of each that differ: how heterozygous a child would be.
enum class hla_method { multiset, unique, jaccard, optimum, offspring };

/// Error 22023 for another name.
hla_method hla_method_named(std::string_view name);

/// The genes of these names. Errors: those of hla_gene_named.
gene_set hla_genes_named(const std::vector<std::string_view> &names);

/// More combinations of what two typings leave open at a locus than this are refused; of one typing that is to be
/// stored more than its square root, so that whatever is stored can be compared.
inline constexpr std::uint64_t most_combinations = 1000000, most_combinations_stored = 1000;

/// 100 times the expectation; NaN where no locus can be compared. Symmetric, and the same to the last digit in whatever
/// order loci, copies and alternatives are given. Alternatives are weighed as hla_locus says. Error 54000 beyond
/// most_combinations at a locus.
double hla_dissimilarity(const genotype &a, const genotype &b, hla_method method, gene_set loci,
                         const hla_frequencies *frequencies = nullptr);

/// What may be told of a typing.
struct hla_typing_summary {
  std::vector<std::string_view> loci;  // of those asked for, those that can be compared, in the order of the genes
  double quality = 0;                  // their share; NaN where none is asked for
};

/// Error 54000 for a locus with more than most_combinations_stored.
hla_typing_summary summarize_typing(const genotype &given, gene_set loci);

/// The text of a genotype as it is sealed: normalized_genotype() of one that every locus of which can be compared with
/// any other. Errors: those of read_genotype; 54000 as above.
secret_string genotype_to_store(std::string_view gl);

}  // namespace harmony::affinity
