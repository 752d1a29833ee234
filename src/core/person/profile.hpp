// One person's measured traits, as every model reads them.
//
// Units: all traits run 0…100, except the leadership preferences (autonomy, feedback, structure), which are kept as
// they come, 0…1. `percent()` gives all of them on 0…100; models that mix traits use it. A trait that was not measured
// is `missing` (a NaN), never 0.
#pragma once

#include "core/base/error.hpp"
#include "core/base/score.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::person {

enum class trait : std::uint8_t {
  openness,
  conscientiousness,
  extraversion,
  agreeableness,
  neuroticism,
  emotional_stability,
  logical,
  numerical,
  verbal,
  gca,
  intrinsic,
  identified,
  introjected,
  extrinsic_social,
  extrinsic_material,
  amotivation,
  resilience,
  autonomy,
  feedback,
  structure,
  autonomy_drive,
  count
};
inline constexpr std::size_t trait_count = static_cast<std::size_t>(trait::count);

/// A set of traits: bit k is the trait with number k.
using trait_mask = std::uint32_t;
static_assert(trait_count <= 32, "trait_mask has 32 bits");

/// The bit of one trait.
constexpr trait_mask bit_of(trait which) noexcept { return trait_mask{1} << static_cast<unsigned>(which); }

/// Which end of a trait counts as good.
enum class polarity : std::uint8_t { high, low, moderate };

/// The key of a trait in a snapshot, e.g. "emotional_stability".
std::string_view trait_name(trait which) noexcept;

/// The keys of the traits of a set, in the order of `trait`.
std::vector<std::string_view> trait_names(trait_mask set);

/// The trait with this key (exact, case-sensitive); nothing when there is none. Constant time.
std::optional<trait> find_trait(std::string_view name) noexcept;

/// low for neuroticism and amotivation, high for all others; `moderate` comes only from a benchmark.
constexpr polarity polarity_of(trait which) noexcept {
  return which == trait::neuroticism || which == trait::amotivation ? polarity::low : polarity::high;
}

/// The name of a polarity ("high", "low", "moderate"), and the polarity of a name; nothing for another name.
std::string_view polarity_name(polarity which) noexcept;
std::optional<polarity> find_polarity(std::string_view name) noexcept;

/// True for the leadership preferences, which run 0…1.
constexpr bool is_preference(trait which) noexcept {
  return which == trait::autonomy || which == trait::feedback || which == trait::structure;
}

/// The largest value of a trait: 1 for a preference, else 100. The smallest is 0.
constexpr double trait_maximum(trait which) noexcept { return is_preference(which) ? 1.0 : 100.0; }

class profile {
 public:
  /// Nothing measured.
  profile() noexcept { values_.fill(missing); }

  /// Records a measured value, in the trait's own unit (see above). Error 22003 when it is not finite or out of range.
  void set(trait which, double value) {
    if (!(value >= 0.0 && value <= trait_maximum(which))) refuse(which, value);
    values_[static_cast<std::size_t>(which)] = value;
    measured_ |= bit_of(which);
  }

  /// As set(), of a value that is known to be in range, after derive(), which then leaves it as it is.
  void fill(trait which, double value) noexcept {
    values_[static_cast<std::size_t>(which)] = value;
    measured_ |= bit_of(which);
    derived_ &= ~bit_of(which);
  }

  /// The value in the trait's own unit; `missing` when not measured.
  double get(trait which) const noexcept { return values_[static_cast<std::size_t>(which)]; }

  /// The value on 0…100, preferences × 100; `missing` when not measured.
  double percent(trait which) const noexcept { return is_preference(which) ? 100.0 * get(which) : get(which); }

  bool measured(trait which) const noexcept { return !std::isnan(get(which)); }

  /// Whether the value was filled in by derive().
  bool is_derived(trait which) const noexcept { return (derived_ & bit_of(which)) != 0; }

  /// All measured traits as a set.
  trait_mask measured_mask() const noexcept { return measured_; }

  /// Fills in what follows from measured traits by derived_traits() and was not given. Estimates of preferences are not
  /// made here: they belong to the snapshot, which marks them. Call it after the last set(); every model expects a
  /// derived profile. Idempotent; called again after a fill(), it derives anew what it had filled in.
  void derive() noexcept;

  /// Every trait at the nearest multiple of `step` on 0…100, a tie at the even one, so that a trait and its reverse
  /// still sum to 100; preferences at that of step/100; what was derived, derived anew from these. Errors: 22023 for a
  /// step that is not from 0.001 to 100.
  profile in_steps(double step) const;

 private:
  [[noreturn]] static void refuse(trait which, double value);

  std::array<double, trait_count> values_;
  trait_mask measured_ = 0, derived_ = 0;
};

struct weighted_trait {
  trait which;
  double weight;
};

/// Weights of a weighted mean of traits: each trait once, finite and ≥ 0, kept in the order given.
class trait_weights {
 public:
  trait_weights() = default;

  /// As add() for each, then check().
  trait_weights(std::initializer_list<weighted_trait> weights);

  /// Adds a trait. Error 22023 when the weight is negative or not finite, or when the trait is there already.
  void add(trait which, double weight);

  /// Error 22023 unless the weights sum to a finite number above 0. To be called after the last add().
  void check() const;

  const weighted_trait *begin() const noexcept { return weights_.data(); }
  const weighted_trait *end() const noexcept { return weights_.data() + size_; }
  std::size_t size() const noexcept { return size_; }

  /// Σ w.
  double total() const noexcept { return total_; }

  /// Σ w over the traits of a set, as a share of Σ w (0…1): the data quality of a weighted mean.
  double share_of(trait_mask set) const noexcept;

 private:
  std::array<weighted_trait, trait_count> weights_{};
  std::size_t size_ = 0;
  double total_ = 0.0;
};

}  // namespace harmony::person
