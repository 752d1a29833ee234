#include "core/statistics/classification.hpp"

#include "core/base/error.hpp"
#include "core/statistics/calibration_line.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/double_double.hpp"
#include "core/statistics/samples.hpp"

#include <cmath>
#include <cstring>
#include <vector>

namespace harmony::statistics {

namespace {

using exact_sum = unsigned __int128;
constexpr double least_probability = 1e-15;
constexpr double shown_level = 0.95;  // of the intervals of figures

std::uint64_t packed(bool outcome, double p) {
  std::uint64_t bits;
  std::memcpy(&bits, &p, sizeof bits);
  return bits << 1 | (outcome ? 1u : 0u);
}
double probability_of(std::uint64_t row) {
  const std::uint64_t bits = row >> 1;
  double p;
  std::memcpy(&p, &bits, sizeof p);
  return p;
}

// A probability and how many rows of each outcome have it.
struct tied_rows {
  double p;
  std::int64_t negatives, positives;
};

// Calls visit(tied rows) for each different probability, ascending.
template <class Visit>
void walk_ties(span<std::uint64_t> sorted, Visit &&visit) {
  std::size_t ties = 0;
  for (std::size_t first = 0, end; first < sorted.size; first = end) {
    if (++ties % 65536 == 0) poll_interrupt();
    std::int64_t n[2] = {};
    for (end = first; end < sorted.size && sorted[end] >> 1 == sorted[first] >> 1; ++end) ++n[sorted[end] & 1];
    visit(tied_rows{probability_of(sorted[first]), n[0], n[1]});
  }
}

// What ranks decide, of m positives and n negatives.
class rank_figures {
 public:
  rank_figures(std::int64_t negatives, std::int64_t positives) : n_(negatives), m_(positives) {}

  void add(const tied_rows &tied) {
    if (n_ == 0 || m_ == 0) return;
    const std::int64_t above = m_ - below_positives_ - tied.positives;
    add_placements(over_negatives_, tied.positives, 2 * below_negatives_ + tied.negatives);
    add_placements(under_positives_, tied.negatives, 2 * above + tied.positives);
    if (tied.positives > 0) {
      const double at_or_above = static_cast<double>(m_ - below_positives_);
      const double precision = at_or_above / (at_or_above + static_cast<double>(n_ - below_negatives_));
      precision_ += two_prod(static_cast<double>(tied.positives), precision);
    }
    below_negatives_ += tied.negatives;
    below_positives_ += tied.positives;
    gap_ = std::max(gap_, std::abs(below_negatives_ * m_ - below_positives_ * n_));
  }

  void report(binary_performance_result &out) const {
    if (n_ == 0 || m_ == 0) return;
    const double n = static_cast<double>(n_), m = static_cast<double>(m_);
    out.auc = static_cast<double>(over_negatives_.sum) / (2.0 * n * m);
    out.average_precision = static_cast<double>(precision_) / m;
    out.ks = static_cast<double>(gap_) / (n * m);
    if (n_ > 1 && m_ > 1)
      out.auc_se = std::sqrt(variance(over_negatives_, m_) / (4.0 * n * n) / m +
                             variance(under_positives_, n_) / (4.0 * m * m) / n);
    const double half = -normal_quantile(0.5 * (1.0 - shown_level)) * out.auc_se;  // NaN without an error
    out.auc_interval = {std::isnan(half) ? missing : std::max(0.0, out.auc - half),
                        std::isnan(half) ? missing : std::min(1.0, out.auc + half)};
  }

 private:
  // Sums of twice the number of rows of the other outcome that a row beats, a tie being half of one.
  struct placements {
    exact_sum sum = 0, squares = 0;
  };

  static void add_placements(placements &all, std::int64_t rows, std::int64_t beaten) {
    const auto count = static_cast<exact_sum>(rows), each = static_cast<exact_sum>(beaten);
    all.sum += count * each;
    all.squares += count * each * each;
  }
  static double variance(const placements &all, std::int64_t rows) {
    const auto count = static_cast<exact_sum>(rows);
    return static_cast<double>(count * all.squares - all.sum * all.sum) / static_cast<double>(rows) /
           static_cast<double>(rows - 1);
  }

  std::int64_t n_, m_, below_negatives_ = 0, below_positives_ = 0, gap_ = 0;
  placements over_negatives_, under_positives_;
  double_double precision_;  // Σ of the precision at each positive
};

// Means over the rows: squared error, surprise, and the same by bins.
class probability_figures {
 public:
  void add(const tied_rows &tied) {
    const double n0 = static_cast<double>(tied.negatives), n1 = static_cast<double>(tied.positives), p = tied.p;
    const double q = 1.0 - p;
    if (n0 > 0.0) {
      squares_ += double_double(n0) * two_prod(p, p);
      surprise_ += two_prod(n0, q < least_probability ? -std::log(least_probability) : -std::log1p(-p));
    }
    if (n1 > 0.0) {
      squares_ += double_double(n1) * two_prod(q, q);
      surprise_ += two_prod(n1, -std::log(std::fmax(p, least_probability)));
    }
    bin &at = bins_[std::min<std::size_t>(bins_.size() - 1, static_cast<std::size_t>(p * bin_count))];
    at.n += tied.negatives + tied.positives;
    at.positives += tied.positives;
    at.probabilities += two_prod(n0 + n1, p);
  }

  void report(binary_performance_result &out) const {
    const double n = static_cast<double>(out.n), base = static_cast<double>(out.positives) / n;
    out.brier = static_cast<double>(squares_) / n;
    out.log_loss = static_cast<double>(surprise_) / n;
    if (out.positives > 0 && out.positives < out.n) out.brier_skill = 1.0 - out.brier / (base * (1.0 - base));
    double off = 0.0;
    for (std::size_t k = 0; k < bins_.size(); ++k) {
      const bin &from = bins_[k];
      calibration_bin &to = out.calibration[k];
      const double rows = static_cast<double>(from.n), sum = static_cast<double>(from.probabilities);
      to.low = static_cast<double>(k) / bin_count;
      to.high = static_cast<double>(k + 1) / bin_count;
      to.n = from.n;
      to.predicted = ratio(sum, rows);
      to.observed = ratio(static_cast<double>(from.positives), rows);
      to.interval = wilson_interval(from.positives, from.n, shown_level);
      off += std::fabs(sum - static_cast<double>(from.positives));
    }
    out.ece = off / n;
  }

 private:
  struct bin {
    std::int64_t n = 0, positives = 0;
    double_double probabilities;
  };
  static constexpr double bin_count = 10.0;

  double_double squares_, surprise_;
  std::array<bin, 10> bins_;
};

// Held to least_probability from 0 and 1, both ends alike: that from 1 is no double.
double logit(double p) {
  const double end = std::log1p(-least_probability) - std::log(least_probability);
  return p < least_probability ? -end : 1.0 - p < least_probability ? end : std::log(p) - std::log1p(-p);
}

calibration_line line_of(span<std::uint64_t> sorted, std::size_t positives) {
  const std::size_t negatives = sorted.size - positives;
  std::vector<double> x(sorted.size);
  std::size_t at[2] = {0, negatives};
  double p = missing, last = 0.0;
  for (std::size_t i = 0; i < sorted.size; ++i) {
    if (i % 65536 == 0) poll_interrupt();
    if (probability_of(sorted[i]) != p) {
      p = probability_of(sorted[i]);
      last = logit(p);
    }
    x[at[sorted[i] & 1]++] = last;
  }
  return fit_calibration_line({x.data(), negatives}, {x.data() + negatives, positives});
}

}  // namespace

void check_threshold(double threshold) {
  if (!(threshold >= 0.0 && threshold <= 1.0))
    throw error(sqlstate::invalid_parameter_value, "threshold must be between 0 and 1");
}

void check_same_threshold(double threshold, double of_state) {
  if (threshold != of_state) throw error(sqlstate::invalid_parameter_value, "threshold must be the same in all rows");
}

void check_predicted_probability(double p) {
  if (!(p >= 0.0 && p <= 1.0)) throw error(sqlstate::invalid_parameter_value, "probability must be between 0 and 1");
}

double confusion::accuracy() const { return ratio(tp + tn, tp + fp + fn + tn); }
double confusion::precision() const { return ratio(tp, tp + fp); }
double confusion::recall() const { return ratio(tp, tp + fn); }
double confusion::f1() const { return ratio(2.0 * tp, 2.0 * tp + fp + fn); }
double confusion::mcc() const {
  const double margins = std::sqrt(tp + fp) * std::sqrt(tp + fn) * std::sqrt(tn + fp) * std::sqrt(tn + fn);
  const double both = static_cast<double>(two_prod(tp, tn) - two_prod(fp, fn));
  return margins > 0.0 ? std::fmax(-1.0, std::fmin(1.0, both / margins)) : missing;
}

binary_performance_state::binary_performance_state(double threshold) : threshold_(threshold) {
  statistics::check_threshold(threshold);
}

void binary_performance_state::check_threshold(double threshold) const { check_same_threshold(threshold, threshold_); }

void binary_performance_state::add(bool outcome, double probability) {
  check_predicted_probability(probability);
  check_room(rows_.size() + 1);
  rows_.push_back(packed(outcome, probability + 0.0));  // no negative zero
}

void binary_performance_state::merge(const binary_performance_state &other) {
  check_threshold(other.threshold_);
  check_room(rows_.size() + other.rows_.size());
  rows_.append(other.rows_.data(), other.rows_.size());
}

area_difference difference_of_areas(double a, double a_se, double b, double b_se, double level) {
  if (!(level > 0.0 && level < 1.0))
    throw error(sqlstate::invalid_parameter_value, "level must be between 0 and 1, exclusive");
  if (!(a >= 0.0 && a <= 1.0 && b >= 0.0 && b <= 1.0))
    throw error(sqlstate::invalid_parameter_value, "an area must be between 0 and 1");
  if (!(a_se >= 0.0 && b_se >= 0.0 && std::isfinite(a_se) && std::isfinite(b_se)))
    throw error(sqlstate::invalid_parameter_value, "a standard error must be finite and not negative");
  const double half = -normal_quantile(0.5 * (1.0 - level)) * std::hypot(a_se, b_se);
  return {a - b, std::max(-1.0, a - b - half), std::min(1.0, a - b + half)};
}

binary_performance_result binary_performance_state::finish() {
  binary_performance_result out;
  sort_polling(rows_.data(), rows_.data() + rows_.size(), [](std::uint64_t a, std::uint64_t b) { return a < b; });
  const span<std::uint64_t> sorted(rows_.data(), rows_.size());
  out.n = static_cast<std::int64_t>(sorted.size);
  for (const std::uint64_t row : sorted) out.positives += static_cast<std::int64_t>(row & 1);
  if (out.n == 0) return out;
  rank_figures ranks(out.n - out.positives, out.positives);
  probability_figures means;
  walk_ties(sorted, [&](const tied_rows &tied) {
    ranks.add(tied);
    means.add(tied);
    const bool positive = tied.p >= threshold_;
    (positive ? out.decided.tp : out.decided.fn) += static_cast<double>(tied.positives);
    (positive ? out.decided.fp : out.decided.tn) += static_cast<double>(tied.negatives);
  });
  ranks.report(out);
  means.report(out);
  const calibration_line line = line_of(sorted, static_cast<std::size_t>(out.positives));
  out.calibration_intercept = line.intercept;
  out.calibration_slope = line.slope;
  return out;
}

void binary_performance_state::serialize(native_writer &out) const {
  out.value(threshold_);
  out.values(span<std::uint64_t>(rows_.data(), rows_.size()));
}

binary_performance_state binary_performance_state::deserialize(native_reader &in) {
  binary_performance_state read(in.value<double>());
  const auto rows = in.values<std::uint64_t>();
  read.rows_.append(rows.data(), rows.size());
  return read;
}

}  // namespace harmony::statistics
