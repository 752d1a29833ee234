// Stable pairs of two sides (Gale and Shapley 1962).
#pragma once

#include "core/affinity/person_index.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace harmony::affinity {

using id_pair = std::pair<std::int64_t, std::int64_t>;

/// Who would take whom: the state of the aggregate. 24 bytes a pair and 20 a person; 12 a person more while it matches.
class mutual_offers {
 public:
  /// A pair that both sides find acceptable, and how much. Error 22023 for a score that is not finite, 54000 beyond 60
  /// million pairs.
  void add(std::int64_t proposer, std::int64_t acceptor, double score, double reverse_score);
  void merge(const mutual_offers &other);

  /// Proposer-optimal stable pairs by proposer: no proposer and acceptor would both rather have each other, and no
  /// proposer has a better acceptor in any other stable set. Pairs that were not added are not acceptable. Scores are
  /// compared without noise; of equal ones the smaller id is preferred. Error 22023 for a pair that comes twice.
  /// Deferred acceptance: O(pairs) and a logarithm for each proposal. Puts the rows into another order.
  std::vector<id_pair> stable_pairs();

  void serialize(native_writer &out) const;
  static mutual_offers deserialize(native_reader &in);

 private:
  struct offer {
    double score, reverse_score;  // without noise
    std::uint32_t proposer, acceptor;
  };

  person_index proposers_, acceptors_;
  plain_store<offer> offers_;

  friend class deferred_acceptance;
};

}  // namespace harmony::affinity
