#include "core/statistics/parallel_analysis.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/philox.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/factor_analysis.matrix.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace harmony::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

// Numbers between 0 and 1, none of them an end: one draw's.
class bartlett_numbers {
 public:
  bartlett_numbers(std::int64_t seed, std::uint32_t draw)
      : key_{static_cast<std::uint32_t>(static_cast<std::uint64_t>(seed)),
             static_cast<std::uint32_t>(static_cast<std::uint64_t>(seed) >> 32U)},
        draw_(draw) {}

  double next() {
    const std::uint32_t pair = 2 * (made_ % 2);
    if (pair == 0) block_ = philox({made_ / 2, draw_, 0, 0}, key_);
    ++made_;
    const std::uint64_t bits = (std::uint64_t{block_[pair]} << 32U | block_[pair + 1]) >> 11U;
    return (static_cast<double>(bits) + 0.5) * 0x1p-53;
  }

 private:
  philox_key key_;
  std::uint32_t draw_, made_ = 0;
  philox_counter block_ = {};
};

// The triangle of Bartlett's decomposition: chi variates on the diagonal, normal ones below it.
MatrixXd bartlett_triangle(std::int64_t n, int k, bartlett_numbers *numbers) {
  const Index columns = static_cast<Index>(std::min<std::int64_t>(k, n - 1));
  MatrixXd out = MatrixXd::Zero(k, columns);
  for (Index i = 0; i < k; ++i) {
    if (i % 64 == 0) poll_interrupt();
    for (Index j = 0; j < std::min(i, columns); ++j) out(i, j) = normal_quantile(numbers->next());
    if (i < columns) out(i, i) = std::sqrt(chi2_quantile(numbers->next(), static_cast<double>(n - 1 - i)));
  }
  return out;
}

// Of sorted values, interpolated.
double centile_95(const std::vector<double> &values) {
  const double place = 0.95 * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

void check_random_size(std::int64_t draws, int k) {
  constexpr std::int64_t most = 20000000;
  if (draws * k > most)
    throw error(sqlstate::program_limit_exceeded, "too many random eigenvalues",
                std::to_string(draws) + " draws of " + std::to_string(k) + " items have more than 20000000.");
}

}  // namespace

void check_draws(std::int64_t draws) {
  if (draws < 1 || draws > 100000)
    throw error(sqlstate::invalid_parameter_value, "draws must lie between 1 and 100000",
                std::to_string(draws) + " were asked for.");
}

std::vector<double> random_eigenvalues(std::int64_t n, int k, std::int64_t seed, std::uint32_t draw) {
  bartlett_numbers numbers(seed, draw);
  const MatrixXd rows = bartlett_triangle(n, k, &numbers).rowwise().normalized();
  return descending_eigenvalues(rows * rows.transpose());
}

parallel_result analyse_parallel(const linear_header *state, std::int64_t seed, std::int64_t draws,
                                 std::string *why_not) {
  check_draws(draws);
  const item_correlations correlations = correlations_of_items(state);
  if (!correlations.matrix) {
    *why_not = correlations.why_not;
    return {};
  }
  const int k = state->p + 1;
  check_random_size(draws, k);
  std::vector<std::vector<double>> drawn(static_cast<std::size_t>(k));  // by eigenvalue
  for (std::uint32_t draw = 0; draw < static_cast<std::uint32_t>(draws); ++draw) {
    poll_interrupt();
    const std::vector<double> values = random_eigenvalues(linear_rows(state), k, seed, draw);
    for (std::size_t j = 0; j < values.size(); ++j) drawn[j].push_back(values[j]);
  }
  parallel_result out;
  out.eigenvalues = descending_eigenvalues(*correlations.matrix);
  for (std::vector<double> &values : drawn) {
    std::sort(values.begin(), values.end());
    out.random_mean.push_back(Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Index>(draws)).mean());
    out.random_95.push_back(centile_95(values));
  }
  while (out.factors < k) {
    const auto j = static_cast<std::size_t>(out.factors);
    if (!(out.eigenvalues[j] > out.random_95[j])) break;
    ++out.factors;
  }
  return out;
}

}  // namespace harmony::statistics
