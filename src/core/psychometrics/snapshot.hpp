// The profile of one person, built from all results of that person.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/span.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace harmony::psychometrics {

/// One result: the score of a trait in one submission.
struct measurement {
  std::string_view trait;
  std::string_view family;
  double score = 0;  ///< 0 to 100; missing: not scored, the measurement is ignored.
  bool reliable = true;
  std::int64_t measured_at = 0;  ///< µs, from any fixed origin.
  std::string_view instrument;   ///< "code@version"
  span<std::string_view> flags;
};

/// The result of a trait that counts.
struct kept_result {
  std::string_view family;
  double score = 0;
  bool reliable = false;
  std::int64_t measured_at = 0;
  std::string_view instrument;
  span<std::string_view> flags;  ///< Sorted, each once.
};

/// A trait of the profile with its value, not rounded.
struct profile_trait {
  std::string_view family;
  std::string_view code;
  double value = 0;
};

/// The traits of one family in the order of their codes, to be stored with `decimals` decimals (see round_scaled()).
struct profile_family {
  std::string_view name;
  int decimals = 1;
  span<profile_trait> traits;

  /// A family of one, stored as a number and not as an object: its only trait bears the name of the family.
  bool is_number() const { return traits.size == 1 && traits[0].code == name; }
};

/// The one profile layout. All lists are sorted (bytewise) and without duplicates. The texts are the builder's.
struct snapshot {
  static constexpr int version = 1;
  static constexpr int score_decimals = 1;
  static constexpr int preference_decimals = 2;
  static constexpr int completeness_decimals = 2;

  snapshot() = default;
  snapshot(snapshot &&) = default;  // families refer to traits: no copies
  snapshot &operator=(snapshot &&) = default;

  std::vector<profile_trait> traits;          ///< By family and code.
  std::vector<profile_family> families;       ///< By name; emotional_stability is a family of one, gca in "cognitive".
  double completeness = 0;                    ///< 0 to 1, not rounded.
  std::vector<std::string_view> flags;        ///< Of the results in use.
  std::vector<std::string_view> instruments;  ///< Of the results in use.
  std::vector<std::string_view> estimated;    ///< Families estimated from others.
  std::vector<std::string_view> unreliable;   ///< Traits known only from an unreliable result.
};

/// The traits of which completeness is the share that is known.
span<std::string_view> traits_of_completeness() noexcept;

/// Collects the results of one person, in any order, and makes the snapshot. Copies the texts it keeps into one
/// memory resource, which is freed with it; neither copyable nor movable.
class snapshot_builder {
 public:
  snapshot_builder() {}
  snapshot_builder(const snapshot_builder &) = delete;
  snapshot_builder &operator=(const snapshot_builder &) = delete;

  /// Takes one result. Of each trait the newest reliable one is kept, or the newest where none is reliable. Of equally
  /// new ones the larger instrument text wins, then the larger score, then the larger list of flags: the order of the
  /// calls never matters.
  ///
  /// Errors: 22003 for a score that is infinite or outside 0 to 100; 22023 for a trait that comes with two families, or
  /// under a name that the layout needs for itself (families version, quality, emotional_stability; trait gca in
  /// "cognitive").
  void add(const measurement &result);

  /// As add(), for a result whose texts come from keep(): they are not copied again.
  void add_kept(const measurement &result);

  /// A copy that lives as long as the builder.
  std::string_view keep(std::string_view text);

  using kept_results = std::pmr::map<std::string_view, kept_result>;

  /// The results that count, by trait: all that later results are compared with. Adding them to another builder is the
  /// same as adding everything that was added here, since which result counts does not depend on the order.
  const kept_results &results() const { return results_; }

  /// The snapshot of everything added so far; nothing added gives no families and completeness 0.
  ///
  /// Derived from the values before rounding (core/person/derived_traits.hpp): emotional_stability from neuroticism;
  /// gca from the traits of "cognitive"; preferences of the family "leadership_preferences", measured as 0 to 100 and
  /// given as 0 to 1, or, if none was measured, estimated from the Big Five, each where both its traits are known.
  /// completeness is the known share of traits_of_completeness().
  ///
  /// Errors: 22023 for a family that holds both a trait of its own name and others: it would be number and object.
  snapshot finish() const;

 private:
  template <typename Own>
  void consider(const measurement &result, Own own);
  double score_of(std::string_view trait) const;
  bool derive(bool estimate_preferences, std::vector<profile_trait> &traits) const;
  void describe_sources(snapshot &profile) const;

  alignas(std::int64_t) char first_memory_[4096];  // enough for the results of all shipped instruments
  std::pmr::monotonic_buffer_resource memory_{first_memory_, sizeof first_memory_};
  kept_results results_{&memory_};
};

}  // namespace harmony::psychometrics
