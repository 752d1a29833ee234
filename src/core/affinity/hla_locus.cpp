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
  join_same(false);  // what is said twice is said once
  for (possible_genotype &possible : genotypes_)
    for (allele_range &copy : possible.copy) join_nulls(copy, frequencies != nullptr);
  join_same(frequencies != nullptr);
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
  const bool both_may_be_null =
      alternatives_[out.copy[0].end - 1].is_null && alternatives_[out.copy[1].end - 1].is_null;
  if (!both_may_be_null) genotypes_.push_back(out);
  return !both_may_be_null;
}

// The alternatives of a copy, each once, those that are null behind the others; returns the sum of their frequencies.
double hla_locus::add_copy(const genotype &given, allele_range alleles, const hla_frequencies *frequencies,
                           allele_range &out) {
  out.begin = static_cast<std::uint32_t>(alternatives_.size());
  if (alternatives_.empty()) alternatives_.reserve(2 * std::size_t{alleles.end - alleles.begin});
  for (std::uint32_t k = alleles.begin; k < alleles.end; ++k)
    alternatives_.push_back({given.alleles[k].protein(), given.alleles[k].is_null(), 1});
  const auto begin = alternatives_.begin() + out.begin;
  std::sort(begin, alternatives_.end(), [](const alternative &a, const alternative &b) {
    return std::tie(a.is_null, a.protein) < std::tie(b.is_null, b.protein);
  });
  const auto same = [](const alternative &a, const alternative &b) {
    return a.protein == b.protein && a.is_null == b.is_null;
  };
  alternatives_.erase(std::unique(begin, alternatives_.end(), same), alternatives_.end());
  double sum = 0;
  for (auto k = begin; k != alternatives_.end(); ++k) {
    if (frequencies != nullptr) k->weight = frequencies->of(k->protein);
    sum += k->weight;
  }
  out.end = static_cast<std::uint32_t>(alternatives_.size());
  return sum;
}

// Those of a copy that are null become one, as frequent as they are together.
void hla_locus::join_nulls(allele_range &copy, bool are_weighed) {
  auto end = alternatives_.begin() + copy.begin;
  for (const auto stop = alternatives_.begin() + copy.end; end != stop && !end->is_null; ++end) {
  }
  const auto null = end;
  for (std::uint32_t k = static_cast<std::uint32_t>(null - alternatives_.begin()) + 1; k < copy.end; ++k)
    if (are_weighed) null->weight += alternatives_[k].weight;
  if (null != alternatives_.begin() + copy.end) {
    null->protein = null_protein;
    copy.end = static_cast<std::uint32_t>(null - alternatives_.begin()) + 1;
  }
  normalize_weights(alternatives_.begin() + copy.begin, alternatives_.begin() + copy.end);
}

int hla_locus::compare(allele_range a, allele_range b) const {
  for (; a.begin < a.end && b.begin < b.end; ++a.begin, ++b.begin) {
    const alternative &left = alternatives_[a.begin], &right = alternatives_[b.begin];
    if (left.is_null != right.is_null) return right.is_null ? -1 : 1;
    if (left.protein != right.protein) return left.protein < right.protein ? -1 : 1;
  }
  return (a.begin < a.end ? 1 : 0) - (b.begin < b.end ? 1 : 0);
}

// Of genotypes that are the same one is kept, with the weights of all where they add up.
void hla_locus::join_same(bool add_up) {
  const auto order = [this](const possible_genotype &a, const possible_genotype &b) {
    const int first = compare(a.copy[0], b.copy[0]);
    return first != 0 ? first : compare(a.copy[1], b.copy[1]);
  };
  std::sort(genotypes_.begin(), genotypes_.end(), [&](const possible_genotype &a, const possible_genotype &b) {
    const int found = order(a, b);
    return found != 0 ? found < 0 : a.weight < b.weight;  // so that sums have the same digits in whatever order
  });
  auto kept = genotypes_.begin();
  for (auto next = kept + 1; next < genotypes_.end(); ++next) {
    if (order(*kept, *next) != 0) {
      *++kept = *next;
    } else if (add_up) {
      kept->weight += next->weight;
    }
  }
  if (kept != genotypes_.end()) genotypes_.erase(kept + 1, genotypes_.end());
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
