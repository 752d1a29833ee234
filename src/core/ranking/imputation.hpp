// What stands in for a trait that a candidate lacks: the mean of the pool over those who have it, so that a missing
// value is neither rewarded nor punished (docs/reference/ranking.md, "What was not measured").
//
// It replaces the value as a term takes it: gca and emotional stability as such, autonomy drive, which no document
// holds, through its parts, and the parts of a derived trait that follows from the others of them.
#pragma once

#include "core/base/field.hpp"
#include "core/base/native_serialization.hpp"
#include "core/person/profile.hpp"

#include <array>

namespace harmony::ranking {

using person::profile;
using person::trait;
using person::trait_count;
using person::trait_mask;

/// A trait in a pool, over those who have it, in the trait's own unit; missing where nobody has it.
struct trait_moments {
  double mean = missing;
  double sd = missing;  // of the sample, n − 1; missing below two people
  double n = 0.0;
};

inline field_table<trait_moments> fields_of(const trait_moments &) {
  static constexpr field<trait_moments> fields[] = {
      {"mean", &trait_moments::mean, {0.0, 100.0}},
      {"sd", &trait_moments::sd, {0.0, 100.0}},
      {"n", &trait_moments::n, {0.0, 1e15, true}},
  };
  return {"trait of the pool", field_kind::measure, fields};
}

/// Every trait of a pool, by its number.
using pool_traits = std::array<trait_moments, trait_count>;

/// Forgets what fewer than `least` people have: the mean of few is what one of them has to whoever knows the others.
void forget_few(pool_traits &pool, std::size_t least) noexcept;

/// The traits that the terms and competencies of a request take of a candidate.
struct traits_taken {
  trait_mask traits = 0;
  bool gca_by_parts = false;  // a benchmark on logical, numerical or verbal: gca is counted from those

  /// These and the parts of the derived ones: what the means of a pool are needed of. Who has them all lacks nothing.
  trait_mask with_parts() const noexcept;
};

/// What a (derived) profile lacks of them.
trait_mask lacking(const profile &person, const traits_taken &taken) noexcept;

/// Fills in the means of what is lacking, and what follows from them; returns the traits that were filled in.
trait_mask impute(profile &person, trait_mask lacked, const pool_traits &pool) noexcept;

/// The sums that the means of a pool need. Values are added as whole numbers of 2^-52, squares of 2^-48, so that the
/// sums are exact: the same in any order, and however the pool is divided among workers.
class pool_sums {
 public:
  /// Adds what a (derived) profile has of these traits.
  void add(const profile &person, trait_mask traits) noexcept;

  void merge(const pool_sums &other) noexcept;

  pool_traits moments() const noexcept;

  /// Of a pool that is an aggregate's state. Errors of reading: 22P03.
  void serialize(native_writer &out) const { out.value(of_); }
  static pool_sums deserialize(native_reader &in);

 private:
  /// A sum of whole numbers, up to 2^128.
  struct wide {
    std::uint64_t low = 0, high = 0;

    void add(std::uint64_t number, std::uint64_t upper = 0) noexcept {
      low += number;
      high += upper + (low < number ? 1 : 0);
    }
    double value() const noexcept { return 0x1p64 * static_cast<double>(high) + static_cast<double>(low); }
  };
  struct sums {
    std::uint64_t n = 0;
    wide values, squares;
  };

  std::array<sums, trait_count> of_{};
};

}  // namespace harmony::ranking
