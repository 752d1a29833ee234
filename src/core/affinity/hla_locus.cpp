#include "core/affinity/hla_locus.hpp"

#include "core/base/interrupt.hpp"

#include <algorithm>
#include <tuple>

namespace harmony::affinity {
namespace {

constexpr std::uint32_t null_protein = 0xffffffff;  // no protein has it: fields are below 10000

// Weights that sum to 1; all the same where none is above 0.
template <class Iterator>
void normalize_weights(Iterator begin, Iterator end) {
  double sum = 0;
  for (Iterator i = begin; i != end; ++i) sum += i->weight;
  const auto n = static_cast<double>(end - begin);
  for (Iterator i = begin; i != end; ++i) i->weight = sum > 0 ? i->weight / sum : 1 / n;
}

}  // namespace

hla_locus::hla_locus(const genotype &given, hla_gene gene, const hla_frequencies *frequencies) {
  if ((given.named & ~given.incomplete & only(gene)) == 0) return;
  auto locus = std::lower_bound(given.loci.begin(), given.loci.end(), gene,
                                [](const locus_genotype &a, hla_gene g) { return a.gene < g; });
  for (std::size_t k = 0; locus != given.loci.end() && locus->gene == gene; ++locus, ++k) {
    if (k % poll_every == 0) poll_interrupt();
    if (!add(given, *locus, frequencies)) return;
  }
  is_comparable_ = true;
  drop_repeated();
  finish_weights();
}

// Takes one possible genotype; false where it makes the locus one that cannot be compared.
bool hla_locus::add(const genotype &given, const locus_genotype &locus, const hla_frequencies *frequencies) {
  if (locus.n_copies != 2) return false;
  for (const allele_range &copy : locus.copy)
    for (std::uint32_t k = copy.begin; k < copy.end; ++k)
      if (!given.alleles[k].has_two_fields()) return false;
  possible_genotype out{};
  out.weight = add_copy(given, locus.copy[0], frequencies, out.copy[0]);
  out.weight *= add_copy(given, locus.copy[1], frequencies, out.copy[1]);
  const int order = compare(out.copy[0], out.copy[1]);
  if (order > 0) std::swap(out.copy[0], out.copy[1]);
  if (frequencies == nullptr) {
    out.weight = 1;
  } else if (order != 0) {
    out.weight *= 2;
  }
  const bool both_may_be_null = alternatives_[out.copy[0].end - 1].protein == null_protein &&
                                alternatives_[out.copy[1].end - 1].protein == null_protein;
  if (!both_may_be_null) genotypes_.push_back(out);
  return !both_may_be_null;
}

// The alternatives of a copy, those that are null behind the others; returns the sum of their frequencies.
double hla_locus::add_copy(const genotype &given, allele_range alleles, const hla_frequencies *frequencies,
                           allele_range &out) {
  secret_vector<std::uint64_t> keys;
  keys.reserve(alleles.end - alleles.begin);
  for (std::uint32_t k = alleles.begin; k < alleles.end; ++k) {
    const hla_allele &allele = given.alleles[k];
    keys.push_back(std::uint64_t{allele.is_null()} << 32 | allele.protein());
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  out.begin = static_cast<std::uint32_t>(alternatives_.size());
  double sum = 0;
  for (const std::uint64_t key : keys) {
    const auto allele = static_cast<std::uint32_t>(key);
    const bool is_null = key >> 32 != 0;
    const double weight = frequencies == nullptr ? 1 : frequencies->of(allele);
    sum += weight;
    if (is_null && alternatives_.size() > out.begin && alternatives_.back().protein == null_protein) {
      if (frequencies != nullptr) alternatives_.back().weight += weight;
    } else {
      alternatives_.push_back({is_null ? null_protein : allele, weight});
    }
  }
  out.end = static_cast<std::uint32_t>(alternatives_.size());
  normalize_weights(alternatives_.begin() + out.begin, alternatives_.end());
  return sum;
}

int hla_locus::compare(allele_range a, allele_range b) const {
  for (; a.begin < a.end && b.begin < b.end; ++a.begin, ++b.begin) {
    const std::uint32_t left = alternatives_[a.begin].protein, right = alternatives_[b.begin].protein;
    if (left != right) return left < right ? -1 : 1;
  }
  return (a.begin < a.end ? 1 : 0) - (b.begin < b.end ? 1 : 0);
}

void hla_locus::drop_repeated() {
  const auto order = [this](const possible_genotype &a, const possible_genotype &b) {
    const int first = compare(a.copy[0], b.copy[0]);
    return first != 0 ? first : compare(a.copy[1], b.copy[1]);
  };
  std::sort(genotypes_.begin(), genotypes_.end(),
            [&](const possible_genotype &a, const possible_genotype &b) { return order(a, b) < 0; });
  genotypes_.erase(
      std::unique(genotypes_.begin(), genotypes_.end(),
                  [&](const possible_genotype &a, const possible_genotype &b) { return order(a, b) == 0; }),
      genotypes_.end());
}

void hla_locus::finish_weights() {
  normalize_weights(genotypes_.begin(), genotypes_.end());
  for (const possible_genotype &possible : genotypes_)
    combinations_ +=
        std::uint64_t{possible.copy[0].end - possible.copy[0].begin} * (possible.copy[1].end - possible.copy[1].begin);
}

// Those of one pair are added in the order of their size, so that the order in which alternatives were given changes
// nothing, not even the last digit.
secret_vector<expressed_pair> hla_locus::pairs() const {
  secret_vector<expressed_pair> all;
  all.reserve(combinations_);
  for (const possible_genotype &possible : genotypes_) {
    for (std::uint32_t i = possible.copy[0].begin; i < possible.copy[0].end; ++i) {
      poll_interrupt();
      for (std::uint32_t j = possible.copy[1].begin; j < possible.copy[1].end; ++j) {
        const alternative &x = alternatives_[i], &y = alternatives_[j];
        const std::uint32_t p = x.protein == null_protein ? y.protein : x.protein;
        const std::uint32_t q = y.protein == null_protein ? x.protein : y.protein;
        all.push_back({std::min(p, q), std::max(p, q), possible.weight * (x.weight * y.weight)});
      }
    }
  }
  std::sort(all.begin(), all.end(), [](const expressed_pair &a, const expressed_pair &b) {
    return std::tie(a.first, a.second, a.probability) < std::tie(b.first, b.second, b.probability);
  });
  std::size_t kept = 0;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (kept > 0 && all[kept - 1].first == all[k].first && all[kept - 1].second == all[k].second) {
      all[kept - 1].probability += all[k].probability;
    } else {
      all[kept++] = all[k];
    }
  }
  all.resize(kept);
  return all;
}

}  // namespace harmony::affinity
