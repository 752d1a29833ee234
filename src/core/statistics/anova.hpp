// One-way analysis of variance, classic and Welch's, with effect sizes and intraclass correlations.
#pragma once

#include "core/statistics/groups.hpp"

#include <cstdint>

namespace harmony::statistics {

/// What `harmony.anova` answers; NaN means NULL (undefined for these data).
struct anova_result {
  std::int64_t k = 0;  // groups
  std::int64_t n = 0;  // values
  double ss_between, ss_within;
  double df_between, df_within;  // k − 1, n − k
  double ms_between, ms_within;
  double f, p;
  double eta_squared, omega_squared;
  double icc1, icc2;
  double welch_f, welch_df1, welch_df2, welch_p;
};

/// From the moments of k groups with n values in all, ḡ = n/k the mean group size:
///   ss_between = Σ nᵢ (x̄ᵢ − x̄)², ss_within = Σ Σ (x − x̄ᵢ)², F = ms_between/ms_within, p from F's upper tail;
///   η² = ss_between/ss_total; ω² = (ss_between − df_between ms_within)/(ss_total + ms_within) (Hays 1963);
///   ICC(1) = (ms_between − ms_within)/(ms_between + (ḡ − 1) ms_within), ICC(2) = (ms_between − ms_within)/ms_between
///   (Bliese 2000; multilevel::ICC1 and ICC2 of R);
///   Welch (1951): weights nᵢ/sᵢ², as R's oneway.test.
/// All in double-double from the sums to the mean squares. NaN: without groups everything; for one group whatever asks
/// for df_between > 0; for df_within = 0 whatever asks for ms_within; F, p, η², ω² and ICCs where no value differs from
/// another; Welch's where a group has fewer than two values or no variance. Groups that differ without any spread
/// inside them have F infinite and p 0. Errors: 22003 where squares overflow. Linear in k.
anova_result anova(const grouped_moments &groups);

}  // namespace harmony::statistics
