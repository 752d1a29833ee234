#include "core/statistics/item_bias.hpp"

#include "core/statistics/distributions.hpp"
#include "core/statistics/logistic.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace harmony::statistics {

namespace {

// Right and wrong answers of the reference group and of the focal one.
struct answered {
  double right = 0.0, wrong = 0.0, focal_right = 0.0, focal_wrong = 0.0;

  double &of(bool is_right, bool is_focal) {
    if (is_focal) return is_right ? focal_right : focal_wrong;
    return is_right ? right : wrong;
  }
};

struct odds_sums {
  double r = 0.0, s = 0.0, pr = 0.0, cross = 0.0, qs = 0.0;
  double off = 0.0, variance = 0.0;

  void add(const answered &x) {
    const double a = x.right, b = x.wrong, c = x.focal_right, d = x.focal_wrong, n = a + b + c + d;
    const double p = (a + d) / n, q = (b + c) / n, ad = a * d / n, bc = b * c / n;
    r += ad;
    s += bc;
    pr += p * ad;
    cross += p * bc + q * ad;
    qs += q * bc;
    off += a - (a + b) / n * (a + c);
    variance += (a + b) / n * (c + d) / n * (a + c) * (b + d) / (n - 1.0);
  }
};

const char *delta_class(const dif_mh_result &r) {
  const double size = std::fabs(r.delta);
  if (r.p > 0.05 || size < 1.0) return "A";
  const bool above = size - 1.0 > normal_quantile(0.95) * 2.35 * r.std_error;
  return size >= 1.5 && above ? "C" : "B";
}

}  // namespace

dif_mh_result dif_mantel_haenszel(const table_header *state) {
  table_expect(state, table_shape::strata);
  std::map<std::string_view, answered> strata;
  dif_mh_result r;
  const std::vector<table_entry> entries = table_entries(state);
  for (const table_entry &entry : entries) {
    r.n += entry.count;
    strata[entry.parts[2]].of(entry.parts[0] == "1", entry.parts[1] == "1") += static_cast<double>(entry.count);
  }
  odds_sums sums;
  for (const auto &[name, x] : strata) {
    const bool both = x.right + x.wrong > 0.0 && x.focal_right + x.focal_wrong > 0.0;
    if (!both) continue;
    ++r.strata;
    sums.add(x);
  }
  if (!(sums.variance > 0.0)) return r;
  const double off = std::fabs(sums.off), counted = off >= 0.5 ? off - 0.5 : off;
  r.chi2 = counted * counted / sums.variance;
  r.p = chi2_upper(r.chi2, 1.0);
  if (!(sums.r > 0.0) || !(sums.s > 0.0)) return r;
  r.odds_ratio = sums.r / sums.s;
  r.log_odds_ratio = std::log(r.odds_ratio);
  r.std_error = std::sqrt(sums.pr / (2.0 * sums.r * sums.r) + sums.cross / (2.0 * sums.r * sums.s) +
                          sums.qs / (2.0 * sums.s * sums.s));
  const double width = normal_quantile(0.975) * r.std_error;
  r.low = std::exp(r.log_odds_ratio - width);
  r.high = std::exp(r.log_odds_ratio + width);
  r.delta = -2.35 * r.log_odds_ratio;
  r.size_class = delta_class(r);
  return r;
}

namespace {

// The answers of one score, group and outcome, with their number.
struct scored_answers {
  std::vector<double> score, focal, weight;
  std::vector<std::uint8_t> outcome;

  logistic_fit fit(std::size_t p) const {
    std::vector<double> predictors;
    for (std::size_t i = 0; i < score.size(); ++i) {
      predictors.push_back(score[i]);
      if (p > 1) predictors.push_back(focal[i]);
      if (p > 2) predictors.push_back(focal[i] * score[i]);
    }
    logistic_rows rows;
    rows.predictors = span<double>(predictors);
    rows.p = p;
    rows.outcomes = span<std::uint8_t>(outcome);
    rows.weights = span<double>(weight);
    return fit_logistic(rows);
  }
};

double nagelkerke(const logistic_fit &fit, double n) {
  const double most = -std::expm1(2.0 * fit.null_log_likelihood / n);
  return -std::expm1(2.0 * (fit.null_log_likelihood - fit.log_likelihood) / n) / most;
}

const char *change_class(const dif_logistic_result &r) {
  if (r.p > 0.05 || r.r_squared_change < 0.035) return "A";
  return r.r_squared_change < 0.07 ? "B" : "C";
}

}  // namespace

dif_logistic_result dif_logistic(const table_header *state) {
  table_expect(state, table_shape::scores);
  dif_logistic_result r;
  scored_answers answers;
  double middle = 0.0;
  const std::vector<table_entry> entries = table_entries(state);
  for (const table_entry &entry : entries) {
    r.n += entry.count;
    answers.outcome.push_back(entry.parts[0] == "1");
    answers.focal.push_back(entry.parts[1] == "1" ? 1.0 : 0.0);
    answers.score.push_back(part_number(entry.parts[2]));
    answers.weight.push_back(static_cast<double>(entry.count));
    middle = answers.score.front();
  }
  for (double &score : answers.score) {
    score -= middle;  // the tests do not change, and digits stay
    if (!std::isfinite(score)) throw error(sqlstate::numeric_value_out_of_range, "score is out of range");
  }
  if (entries.empty()) return r;
  const logistic_fit plain = answers.fit(1), uniform = answers.fit(2);
  if (!plain.converged || !uniform.converged || std::isnan(plain.log_likelihood + uniform.log_likelihood)) return r;
  r.uniform_chi2 = std::max(0.0, 2.0 * (uniform.log_likelihood - plain.log_likelihood));
  r.uniform_p = chi2_upper(r.uniform_chi2, 1.0);
  r.log_odds_ratio = uniform.coefficients[2];
  const logistic_fit whole = answers.fit(3);
  if (!whole.converged || std::isnan(whole.log_likelihood)) return r;
  r.nonuniform_chi2 = std::max(0.0, 2.0 * (whole.log_likelihood - uniform.log_likelihood));
  r.nonuniform_p = chi2_upper(r.nonuniform_chi2, 1.0);
  r.chi2 = std::max(0.0, 2.0 * (whole.log_likelihood - plain.log_likelihood));
  r.p = chi2_upper(r.chi2, 2.0);
  const auto n = static_cast<double>(r.n);
  r.r_squared_change = nagelkerke(whole, n) - nagelkerke(plain, n);
  r.size_class = change_class(r);
  return r;
}

}  // namespace harmony::statistics
