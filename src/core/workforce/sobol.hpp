// Sensitivity to several inputs at once: first-order and total indices (Saltelli et al. 2010).
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/config.hpp"
#include "core/workforce/inputs.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::workforce {

inline constexpr std::uint32_t largest_samples = 65536;
inline constexpr std::size_t largest_inputs = 16;

struct sensitivity_question {
  config asked;
  std::vector<input_span> spans;  // inputs are uniform between their ends, and independent
  std::string metric;
  std::uint32_t samples = 1024;
};

/// Errors: 22023 for no input or more than 16, an unknown metric, samples out of 8...65536; 54000 where
/// samples (inputs + 2) runs are more than `most` agents times steps times iterations.
void check(const sensitivity_question &of, double most);

/// Outcomes of the samples from `first` up to `last`, which is not among them: at A, at B, and at A with each input
/// from B. A and B are the halves of Sobol's sequence in twice as many dimensions, without its first point.
std::vector<double> sample_outcomes(const sensitivity_question &of, std::uint32_t first, std::uint32_t last);

struct sensitivity_index {
  std::string input;
  double first = missing, first_low = missing, first_high = missing;
  double total = missing, total_low = missing, total_high = missing;
};

/// first = mean(f(B) (f(AB) - f(A))) / V, total = mean((f(A) - f(AB))^2) / (2 V) (Jansen's), V the variance of f(A) and
/// f(B) together; intervals of 95 % by 400 bootstrap samples, drawn by Philox from the configuration's seed. NaN where
/// the outcome does not vary. Error 22023 unless there are samples (inputs + 2) outcomes, each between -1e100 and
/// 1e100.
std::vector<sensitivity_index> indices_of(const sensitivity_question &of, const std::vector<double> &outcomes);

}  // namespace harmony::workforce
