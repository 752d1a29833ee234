// What a typing may mean at one locus: pairs of expressed proteins, each with its probability.
#pragma once

#include "core/affinity/genotype.hpp"
#include "core/affinity/hla_frequencies.hpp"
#include "core/base/no_postgres.hpp"

#include <cstdint>

namespace harmony::affinity {

/// Two proteins that may be expressed, first <= second.
struct expressed_pair {
  std::uint32_t first = 0, second = 0;  // hla_allele::protein
  double probability = 0;
};

/// The alternatives of both copies in each possible genotype of a locus, by protein, each once.
///
/// Alleles of one protein are one alternative, and so are all null alleles, which are not expressed. Alternatives of a
/// copy, and possible genotypes, are equally likely and independent, or, with frequencies: an alternative as its
/// frequency; a possible genotype as the product of the sums of its copies, twice that where the copies are not the
/// same (Hardy and Weinberg); equally likely where all that are to be weighed have frequency 0.
class hla_locus {
 public:
  /// Without frequencies (null) all is equally likely. O(n log n).
  hla_locus(const genotype &given, hla_gene gene, const hla_frequencies *frequencies = nullptr);

  /// Whether the locus can be compared: two copies in each possible genotype, every allele of two fields or more, and
  /// not both copies possibly null.
  bool is_comparable() const { return is_comparable_; }

  /// How many combinations of alternatives there are; 0 where it cannot be compared.
  std::uint64_t combinations() const { return combinations_; }

  /// The pairs, in order, each once; a null copy counts as the other one. As many steps as combinations.
  secret_vector<expressed_pair> pairs() const;

 private:
  struct alternative {
    std::uint32_t protein;  // null_protein once those that are null are one
    bool is_null;
    double weight;
  };
  struct possible_genotype {
    allele_range copy[2];  // of alternatives_
    double weight;
  };

  bool add(const genotype &given, const locus_genotype &locus, const hla_frequencies *frequencies);
  double add_copy(const genotype &given, allele_range alleles, const hla_frequencies *frequencies, allele_range &out);
  int compare(allele_range a, allele_range b) const;
  void join_nulls(allele_range &copy, bool are_weighed);
  void join_same(bool add_up);
  void finish_weights();

  bool is_comparable_ = false;
  std::uint64_t combinations_ = 0;
  secret_vector<alternative> alternatives_;
  secret_vector<possible_genotype> genotypes_;
};

}  // namespace harmony::affinity
