// The social relations model: of what people answer about each other, how much lies in who answers, in whom it is
// about, and in the pair (Kenny and La Voie 1984).
#pragma once

#include "core/affinity/person_index.hpp"
#include "core/base/score.hpp"

#include <cstdint>
#include <vector>

namespace harmony::affinity {

struct social_effect {
  std::int64_t person = 0;
  std::int64_t given = 0, received = 0;       // answers
  double actor = missing, partner = missing;  // NaN: gave none, got none
};

struct pair_effect {
  std::int64_t actor = 0, partner = 0;
  double effect = missing;
};

/// NaN: the answers do not determine it.
struct social_relations {
  std::int64_t n = 0, actors = 0, partners = 0;
  double mean = missing;
  double actor_variance = missing, partner_variance = missing, relationship_variance = missing;
  double actor_partner_covariance = missing, dyadic_covariance = missing;
  double actor_share = missing, partner_share = missing,
         relationship_share = missing;  // a variance below 0 counts as 0
  std::vector<social_effect> effects;   // by person
  std::vector<pair_effect> pairs;       // by actor and partner
};

/// Answers about others: the state of the aggregate. 16 bytes a row and 20 a person; as much again while it fits.
class social_answers {
 public:
  /// Errors: 22023 for oneself and for an answer that is not finite, 54000 beyond 60 million rows.
  void add(std::int64_t actor, std::int64_t partner, double answer);
  void merge(const social_answers &other);

  /// answer = mean + actor effect of who gave it + partner effect of whom it is about + pair effect, which holds the
  /// error too. Effects by least squares, of mean 0 over those who gave and who got answers; of all answers without any
  /// about oneself these are Warner, Kenny and Stoto's (1979). Variances by equating six quadratic forms (squares, by
  /// actor, by partner, of pairs, of what a person gave and got, of the whole) with what the model expects of them,
  /// whichever answers are missing; equal to theirs where none is. Unbiased, and so they may come out below 0. Error
  /// 22023 for a pair that comes twice. The order of rows changes no bit. O(rows) a step of conjugate gradients, few
  /// unless the answers hardly hang together.
  social_relations fit() const;

  void serialize(native_writer &out) const;
  static social_answers deserialize(native_reader &in);

 private:
  struct row {
    double answer;
    std::uint32_t actor, partner;
  };

  person_index people_;
  plain_store<row> rows_;

  friend class relations_fit;
};

}  // namespace harmony::affinity
