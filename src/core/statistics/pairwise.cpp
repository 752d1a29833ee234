#include "core/statistics/pairwise.hpp"
#include "core/base/score.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/studentized_range.hpp"

#include <limits>
#include <memory>

namespace harmony::statistics {

namespace {

constexpr std::size_t most_groups = 1000;

void check(const grouped_moments &groups, double level) {
  if (!(level > 0.0 && level < 1.0)) throw error(sqlstate::invalid_parameter_value, "level must lie between 0 and 1");
  if (groups.size() > most_groups)
    throw error(sqlstate::program_limit_exceeded, "too many groups to compare in pairs",
                "There are " + std::to_string(groups.size()) + "; at most 1000 can be compared.");
}

std::unique_ptr<studentized_range> range_of(std::size_t k) {
  return k < 2 ? nullptr : std::make_unique<studentized_range>(static_cast<int>(k));
}

// The figures that follow from the difference, its error and the degrees of freedom. `critical` is the quantile of the
// studentized range, 0 where it has to be found.
void evaluate(pair_comparison &pair, const studentized_range *range, double level, double critical) {
  if (range == nullptr || !(pair.std_error > 0.0) || !(pair.df >= 1.0)) {
    pair.std_error = pair.t = pair.df = pair.p = pair.low = pair.high = missing;
    return;
  }
  if (critical == 0.0) critical = range->upper_quantile(1.0 - level, pair.df);
  pair.t = pair.difference / pair.std_error;
  pair.p = range->upper(std::fabs(pair.t) * M_SQRT2, pair.df);
  pair.low = pair.difference - critical * M_SQRT1_2 * pair.std_error;
  pair.high = pair.difference + critical * M_SQRT1_2 * pair.std_error;
}

template <class Complete>
std::vector<pair_comparison> all_pairs(const grouped_moments &groups, Complete &&complete) {
  std::vector<pair_comparison> pairs;
  const std::vector<std::uint32_t> order = groups.ordered();
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      poll_interrupt();
      const moments &a = groups.of(order[i]), &b = groups.of(order[j]);
      pair_comparison pair{order[i], order[j], static_cast<double>(a.mean() - b.mean()),
                           missing,  missing,  missing,
                           missing,  missing,  missing};
      complete(a, b, pair);
      pairs.push_back(pair);
    }
  return pairs;
}

}  // namespace

std::vector<pair_comparison> games_howell(const grouped_moments &groups, double level) {
  check(groups, level);
  std::size_t k = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) k += groups.of(i).n > 1 ? 1 : 0;
  const auto range = range_of(k);
  return all_pairs(groups, [&](const moments &a, const moments &b, pair_comparison &pair) {
    const double va = a.variance() / static_cast<double>(a.n), vb = b.variance() / static_cast<double>(b.n);
    pair.std_error = std::sqrt(va + vb);
    const double share = va / (va + vb);
    pair.df =
        1.0 / (share * share / static_cast<double>(a.n - 1) + (1 - share) * (1 - share) / static_cast<double>(b.n - 1));
    evaluate(pair, range.get(), level, 0.0);
  });
}

std::vector<pair_comparison> tukey_hsd(const grouped_moments &groups, double level) {
  check(groups, level);
  double_double deviations;
  std::int64_t n = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    deviations += groups.of(i).deviations();
    n += groups.of(i).n;
  }
  const auto df = static_cast<double>(n - static_cast<std::int64_t>(groups.size()));
  const double ms_within = df > 0 ? static_cast<double>(deviations / df) : missing;
  const auto range = range_of(groups.size());
  const double critical = range != nullptr && df >= 1.0 ? range->upper_quantile(1.0 - level, df) : 0.0;
  return all_pairs(groups, [&](const moments &a, const moments &b, pair_comparison &pair) {
    pair.std_error = std::sqrt(ms_within * (1.0 / static_cast<double>(a.n) + 1.0 / static_cast<double>(b.n)));
    pair.df = df;
    evaluate(pair, range.get(), level, critical);
  });
}

}  // namespace harmony::statistics
