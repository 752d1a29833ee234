// The most alike of a pool, each against all others.
#pragma once

#include "core/affinity/traits.hpp"
#include "core/base/native_serialization.hpp"
#include "core/base/plain_store.hpp"

#include <cstdint>
#include <vector>

namespace harmony::affinity {

inline constexpr std::int32_t most_neighbors = 10000;

struct neighbor {
  std::int64_t person = 0, other = 0;
  double similarity = missing;
};

/// People with their traits: the state of the aggregate. 64 bytes a person; 60 a person more, and 16 a neighbour, while
/// it searches.
class trait_pool {
 public:
  /// Error 22023 unless traits are seven finite values, for k outside 1 to 10000 and for one that differs between rows.
  void add(std::int64_t person, nullable_span<double> traits, std::int32_t k);
  void merge(const trait_pool &other);

  /// Of each person the k others with the highest trait_similarity() on a range of 100, by person, best first; equal
  /// ones, compared without noise, by the smaller id. Whoever shares fewer than four traits is no neighbour. Errors:
  /// 22023 for a person who comes twice, and where values of a trait are more than 100 apart; 54000 where more than 50
  /// million neighbours were asked for. O(people²) at about a nanosecond a pair.
  std::vector<neighbor> neighbors() const;

  void serialize(native_writer &out) const;
  static trait_pool deserialize(native_reader &in);

 private:
  struct row {
    std::int64_t person;
    trait_values traits;
  };

  plain_store<row> rows_;
  std::int32_t k_ = 0;

  friend class neighbor_search;
};

}  // namespace harmony::affinity
