#include "core/affinity/hla_dissimilarity.hpp"

#include "core/affinity/hla_locus.hpp"
#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/score.hpp"
#include "core/statistics/double_double.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::affinity {
namespace {

using statistics::double_double;

constexpr gene_set all_genes = (gene_set{1} << n_hla_genes) - 1;

// Calls visit(gene) of each of the set, in their order.
template <class Visit>
void for_each_gene(gene_set set, Visit visit) {
  for (std::size_t g = 0; g < n_hla_genes; ++g)
    if ((set & only(static_cast<hla_gene>(g))) != 0) visit(static_cast<hla_gene>(g));
}

// How the proteins of two people agree.
int shared_copies(const expressed_pair &a, const expressed_pair &b) {
  const int straight = (a.first == b.first) + (a.second == b.second);
  const int crossed = (a.first == b.second) + (a.second == b.first);
  return std::max(straight, crossed);
}
int equal_combinations(const expressed_pair &a, const expressed_pair &b) {
  return (a.first == b.first) + (a.first == b.second) + (a.second == b.first) + (a.second == b.second);
}
bool has_protein(const expressed_pair &pair, std::uint32_t protein) {
  return pair.first == protein || pair.second == protein;
}
int n_distinct(const expressed_pair &a) { return a.first == a.second ? 1 : 2; }
int shared_proteins(const expressed_pair &a, const expressed_pair &b) {
  return has_protein(b, a.first) + (a.second != a.first && has_protein(b, a.second));
}

// Of one locus, and two pairs that are certain.
double locus_difference(const expressed_pair &a, const expressed_pair &b, hla_method method) {
  if (method == hla_method::multiset) return (2 - shared_copies(a, b)) / 2.0;
  if (method == hla_method::offspring) return (4 - equal_combinations(a, b)) / 4.0;
  const int shared = shared_proteins(a, b), all = n_distinct(a) + n_distinct(b) - shared;
  return method == hla_method::unique ? all : static_cast<double>(all - shared) / all;
}

// The expectation at one locus. Terms are the same whichever of the two people comes first, and their sum, in twice the
// digits of a double, does not show in which order they came.
double expected_difference(const hla_locus &a, const hla_locus &b, hla_method method) {
  if (a.combinations() > most_combinations / b.combinations())
    throw error(sqlstate::program_limit_exceeded, "typings leave too many combinations open at a locus",
                "There are more than 1000000.", "Leave the locus out, or resolve alternatives.");
  const secret_vector<expressed_pair> left = a.pairs(), right = b.pairs();
  if (left.size() == 1 && right.size() == 1) return locus_difference(left[0], right[0], method);
  double_double sum, total;
  for (const expressed_pair &x : left) {
    poll_interrupt();
    for (const expressed_pair &y : right) {
      const double probability = x.probability * y.probability;
      sum = sum + probability * locus_difference(x, y, method);
      total = total + probability;
    }
  }
  return static_cast<double>(sum / total);
}

double near_optimum(double jaccard) {
  constexpr double best = 0.55;
  return std::max(0.0, 1 - std::fabs(jaccard - best) / best);
}

std::uint64_t combinations_to_store(const hla_locus &locus) {
  if (locus.combinations() > most_combinations_stored)
    throw error(sqlstate::program_limit_exceeded, "typing leaves too many combinations open at a locus",
                "There are more than 1000.", "Leave the locus out, or resolve alternatives.");
  return locus.combinations();
}

}  // namespace

hla_method hla_method_named(std::string_view name) {
  constexpr std::string_view names[] = {"multiset", "unique", "jaccard", "optimum", "offspring"};
  for (std::size_t k = 0; k < std::size(names); ++k)
    if (name == names[k]) return static_cast<hla_method>(k);
  throw error(sqlstate::invalid_parameter_value, "unknown method of HLA dissimilarity", {},
              "Methods are multiset, unique, jaccard, optimum and offspring.");
}

gene_set hla_genes_named(const std::vector<std::string_view> &names) {
  gene_set set = 0;
  for (const std::string_view name : names) set |= only(hla_gene_named(name));
  return set;
}

double hla_dissimilarity(const genotype &a, const genotype &b, hla_method method, gene_set loci,
                         const hla_frequencies *frequencies) {
  double sum = 0;
  int n = 0;
  for_each_gene(loci & a.named & b.named, [&](hla_gene gene) {
    const hla_locus left(a, gene, frequencies), right(b, gene, frequencies);
    if (!left.is_comparable() || !right.is_comparable()) return;
    sum += expected_difference(left, right, method);
    ++n;
  });
  if (n == 0) return missing;
  constexpr int least_unique = 12;  // three loci of four proteins
  if (method == hla_method::optimum) return 100 * near_optimum(sum / n);
  return 100 * sum / (method == hla_method::unique ? std::max(4 * n, least_unique) : n);
}

hla_typing_summary summarize_typing(const genotype &given, gene_set loci) {
  hla_typing_summary summary;
  int n = 0;
  for_each_gene(loci, [&](hla_gene gene) {
    ++n;
    if (combinations_to_store(hla_locus(given, gene)) > 0) summary.loci.push_back(name_of(gene));
  });
  summary.quality = n == 0 ? missing : static_cast<double>(summary.loci.size()) / n;
  return summary;
}

secret_string genotype_to_store(std::string_view gl) {
  read_genotype(gl);
  secret_string text = normalized_genotype(gl);
  summarize_typing(read_genotype(text), all_genes);  // as it will be read: canonical names may be longer
  return text;
}

}  // namespace harmony::affinity
