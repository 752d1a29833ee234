// Stable pairs of one side (Irving 1985), with lists that may be incomplete (Gusfield and Irving 1989).
#pragma once

#include "core/affinity/matching.hpp"

#include <optional>

namespace harmony::affinity {

/// Whom each would take: the state of the aggregate. 16 bytes a row and 20 a person; twice that more while it matches.
class roommate_choices {
 public:
  /// `other` is acceptable to `person`, so much. Error 22023 for oneself and for a score that is not finite, 54000
  /// beyond 60 million rows.
  void add(std::int64_t person, std::int64_t other, double score);
  void merge(const roommate_choices &other);

  /// Stable pairs, the smaller id first, in their order: no two would both rather have each other than what they have;
  /// nothing where no such set exists. Two are acceptable where both chose each other; whoever is in no pair has nobody
  /// left who would have them. Scores are compared without noise; of equal ones the smaller id is preferred. Error
  /// 22023 for a choice that comes twice. O(rows) beside sorting each list.
  std::optional<std::vector<id_pair>> stable_pairs() const;

  void serialize(native_writer &out) const;
  static roommate_choices deserialize(native_reader &in);

 private:
  struct choice {
    double score;  // without noise
    std::uint32_t person, other;
  };

  person_index people_;
  plain_store<choice> choices_;

  friend class mutual_lists;
};

}  // namespace harmony::affinity
