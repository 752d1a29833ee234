#include "core/statistics/clustered_rows.products.hpp"

#include "core/base/error.hpp"

#include <cmath>

namespace harmony::statistics {

column_frame::column_frame(const linear_system &all) : mean(all.mean), exponent(all.exponent) {
  for (std::size_t j = 0; j < mean.size(); ++j) mean[j] = ldexp(mean[j], exponent[j]);
}

Eigen::MatrixXd products_in(const column_frame &frame, const linear_header *state) {
  const linear_system own = make_system(state, true);
  const auto columns = static_cast<Eigen::Index>(own.mean.size());
  const double weight = static_cast<double>(own.weight);
  Eigen::MatrixXd out(columns + 1, columns + 1);
  std::vector<int> step;  // from the units of this state to those of the frame
  out(0, 0) = weight;
  for (Eigen::Index j = 0; j < columns; ++j) {
    const auto k = static_cast<std::size_t>(j);
    step.push_back(own.exponent[k] - frame.exponent[k]);
    const double_double shift = ldexp(own.mean[k], own.exponent[k]) - frame.mean[k];
    out(0, j + 1) = out(j + 1, 0) = weight * std::ldexp(static_cast<double>(shift), -frame.exponent[k]);
  }
  for (Eigen::Index i = 0; i < columns; ++i)
    for (Eigen::Index j = i; j < columns; ++j) {
      const double inside = static_cast<double>(own.products.get(static_cast<int>(i), static_cast<int>(j)));
      const int by = step[static_cast<std::size_t>(i)] + step[static_cast<std::size_t>(j)];
      out(i + 1, j + 1) = out(j + 1, i + 1) = std::ldexp(inside, by) + out(0, i + 1) * out(0, j + 1) / weight;
    }
  if (!out.allFinite())
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow",
                "The values of a column are of too different size in different clusters.");
  return out;
}

std::vector<double> total_state(const clustered_rows &rows, bool seen) {
  std::vector<double> total = empty_weighted_state(std::max(rows.predictors(), 0));
  for (const std::uint32_t i : rows.ordered())
    if (const linear_header *state = rows.state(i, seen)) linear_merge(state_in(total), state);
  return total;
}

}  // namespace harmony::statistics
