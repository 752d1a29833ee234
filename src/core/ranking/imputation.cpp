#include "core/ranking/imputation.hpp"

#include "core/person/derived_traits.hpp"

#include <algorithm>

namespace harmony::ranking {

using person::bit_of;
using person::derived_trait;
using person::derived_traits;

namespace {

constexpr double value_scale = 0x1p52, square_scale = 0x1p48;  // 100 · 2^52 and 100² · 2^48 are below 2^62

trait_mask parts_of(const derived_trait &rule) noexcept {
  trait_mask parts = 0;
  for (const person::derived_part &part : rule.parts)
    if (part.weight > 0.0) parts |= bit_of(part.from);
  return parts;
}

/// Whether the parts of a derived trait are filled in: of one that followed from other parts, of autonomy drive where
/// nothing is known of it, and of gca where it is counted from its parts, but not where it alone was measured.
bool counts_by_parts(const profile &person, trait_mask measured, const derived_trait &rule,
                     const traits_taken &taken) noexcept {
  if (person.is_derived(rule.which)) return true;
  const bool is_measured = (measured & bit_of(rule.which)) != 0;
  if (rule.which == trait::autonomy_drive) return !is_measured;
  if (rule.which != trait::gca || !taken.gca_by_parts) return false;
  return !is_measured || (measured & parts_of(rule)) != 0;
}

trait_moments moments_of(trait which, double n, double sum, double squares) noexcept {
  constexpr double noise = 1e-14;  // of the squares: a spread below it is rounding
  if (n < 1.0) return {};
  trait_moments result{std::min(sum / n, person::trait_maximum(which)), missing, n};
  if (n < 2.0) return result;
  const double spread = squares - sum * (sum / n);
  result.sd = spread > noise * squares ? std::sqrt(spread / (n - 1.0)) : 0.0;
  return result;
}

}  // namespace

void forget_few(pool_traits &pool, std::size_t least) noexcept {
  for (trait_moments &of : pool)
    if (of.n < static_cast<double>(least)) of = {};
}

trait_mask traits_taken::with_parts() const noexcept {
  trait_mask all = traits;
  for (const derived_trait &rule : derived_traits())
    if (!rule.is_estimate && (traits & bit_of(rule.which)) != 0) all |= parts_of(rule);
  return all;
}

trait_mask lacking(const profile &person, const traits_taken &taken) noexcept {
  const trait_mask measured = person.measured_mask();
  trait_mask lacked = taken.traits & ~measured;
  for (const derived_trait &rule : derived_traits())
    if (!rule.is_estimate && (taken.traits & bit_of(rule.which)) != 0 && counts_by_parts(person, measured, rule, taken))
      lacked |= parts_of(rule) & ~measured;
  return lacked;
}

trait_mask impute(profile &person, trait_mask lacked, const pool_traits &pool) noexcept {
  trait_mask imputed = 0;
  const auto fill = [&](trait which) {
    const double mean = pool[static_cast<std::size_t>(which)].mean;
    if ((lacked & bit_of(which)) == 0 || person.measured(which) || std::isnan(mean)) return;
    person.fill(which, mean);
    imputed |= bit_of(which);
  };
  for (std::size_t k = 0; k < trait_count; ++k)
    if (static_cast<trait>(k) != trait::autonomy_drive) fill(static_cast<trait>(k));
  person.derive();
  fill(trait::autonomy_drive);  // where its parts are known of nobody
  return imputed;
}

void pool_sums::add(const profile &person, trait_mask traits) noexcept {
  for (std::size_t k = 0; k < trait_count; ++k) {
    const double value = person.get(static_cast<trait>(k));
    if ((traits >> k & 1U) == 0 || std::isnan(value)) continue;
    ++of_[k].n;
    of_[k].values.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(value * value_scale)));
    of_[k].squares.add(static_cast<std::uint64_t>(static_cast<std::int64_t>(value * value * square_scale)));
  }
}

void pool_sums::merge(const pool_sums &other) noexcept {
  for (std::size_t k = 0; k < trait_count; ++k) {
    of_[k].n += other.of_[k].n;
    of_[k].values.add(other.of_[k].values.low, other.of_[k].values.high);
    of_[k].squares.add(other.of_[k].squares.low, other.of_[k].squares.high);
  }
}

pool_traits pool_sums::moments() const noexcept {
  pool_traits result;
  for (std::size_t k = 0; k < trait_count; ++k)
    result[k] = moments_of(static_cast<trait>(k), static_cast<double>(of_[k].n), of_[k].values.value() / value_scale,
                           of_[k].squares.value() / square_scale);
  return result;
}

pool_sums pool_sums::deserialize(native_reader &in) {
  pool_sums made;
  made.of_ = in.value<decltype(made.of_)>();
  return made;
}

}  // namespace harmony::ranking
