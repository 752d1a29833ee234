#include "core/statistics/weights_comparison.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/philox.hpp"
#include "core/statistics/clustered_rows.products.hpp"
#include "core/statistics/cross_validation.hpp"
#include "core/statistics/linear_model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

constexpr double least_win = 1e-9;     // of the total sum of squares: what rounding could make
constexpr double no_variance = 1e-24;  // of a score's squares before they cancel

// The clusters of one fold together; the same of all folds but one is what a side is trained on.
struct fold {
  std::vector<double> all, seen;  // linear states
  matrix products;                // of all, in the frame
  bool is_empty = true;
  vector fitted, against;  // slopes of both sides, from the other folds
};

// Residual sum of squares is v' P v for products P of (1, x, y).
using residual = vector;

vector slopes_of(const std::vector<double> &state, const column_frame &frame) {
  const linear_model fit = fit_nnls(state_in(state));
  const std::size_t p = frame.exponent.size() - 1;
  vector out(static_cast<Index>(p));
  for (std::size_t j = 0; j < p; ++j) {
    const double b = fit.coefficients[j + 1];
    out(static_cast<Index>(j)) = std::isnan(b) ? 0.0 : std::ldexp(b, frame.exponent[j] - frame.exponent[p]);
  }
  return out;
}

// y − level − scale (b x), with level and scale by least squares on the products of the training rows.
residual refitted(const vector &slopes, const matrix &training) {
  const Index p = slopes.size();
  const double weight = training(0, 0);
  const vector mean = training.block(1, 0, p + 1, 1) / weight;
  const matrix centred = training.bottomRightCorner(p + 1, p + 1) - weight * mean * mean.transpose();
  const double square = slopes.dot(centred.topLeftCorner(p, p) * slopes);
  const double product = slopes.dot(centred.col(p).head(p));
  const double size = slopes.cwiseAbs2().dot(training.diagonal().segment(1, p));
  const double scale = square > no_variance * size ? std::max(0.0, product / square) : 0.0;
  residual out(p + 2);
  out(0) = -mean(p) + scale * slopes.dot(mean.head(p));
  out.segment(1, p) = -scale * slopes;
  out(p + 1) = 1.0;
  return out;
}

class comparison {
 public:
  comparison(const clustered_rows &rows, span<double> rival, int folds)
      : rows_(rows),
        order_(rows.ordered()),
        total_(total_state(rows, false)),
        frame_(make_system(state_in(total_), true)),
        folds_(static_cast<std::size_t>(folds)),
        rival_(static_cast<Index>(rival.size)) {
    const std::size_t p = rival.size;
    for (std::size_t j = 0; j < p; ++j)
      rival_(static_cast<Index>(j)) = std::ldexp(rival[j], frame_.exponent[j] - frame_.exponent[p]);
    divide(folds);
  }

  weights_comparison finish() {
    weights_comparison out;
    for (std::size_t f = 0; f < folds_.size(); ++f)
      if (!folds_[f].is_empty && !judge(f)) return out;
    const double total = all_(all_.rows() - 1, all_.cols() - 1);
    const double fitted = std::accumulate(fitted_.begin(), fitted_.end(), 0.0);
    const double against = std::accumulate(against_.begin(), against_.end(), 0.0);
    if (!(total > 0.0)) return out;
    out.fitted_r_squared = 1.0 - fitted / total;
    out.rival_r_squared = 1.0 - against / total;
    out.share_won = bootstrap(total);
    out.lost_without = leave_owners_out(total);
    return out;
  }

 private:
  void divide(int n_folds) {
    const int p = rows_.predictors();
    for (fold &each : folds_) {
      each.all = empty_weighted_state(p);
      each.seen = empty_weighted_state(p);
      each.products = matrix::Zero(p + 2, p + 2);
    }
    all_ = matrix::Zero(p + 2, p + 2);
    for (const std::uint32_t i : order_) {
      poll_interrupt();
      own_.push_back(products_in(frame_, rows_.state(i, false)));
      fold_of_.push_back(static_cast<std::size_t>(fold_of(rows_.name(i), n_folds)) - 1);
      fold &into = folds_[fold_of_.back()];
      linear_merge(state_in(into.all), rows_.state(i, false));
      if (const linear_header *seen = rows_.state(i, true)) linear_merge(state_in(into.seen), seen);
      into.products += own_.back();
      into.is_empty = false;
      all_ += own_.back();
    }
    fitted_.resize(own_.size());
    against_.resize(own_.size());
  }

  std::vector<double> others(std::size_t f, std::vector<double> fold::*part) const {
    std::vector<double> out = empty_weighted_state(rows_.predictors());
    for (std::size_t g = 0; g < folds_.size(); ++g)
      if (g != f && !folds_[g].is_empty) linear_merge(state_in(out), state_in(folds_[g].*part));
    return out;
  }

  // The squared errors of both sides in the clusters of a fold; false where no rows are left to train on.
  bool judge(std::size_t f) {
    poll_interrupt();
    const std::vector<double> training = others(f, &fold::all), seen = others(f, &fold::seen);
    if (linear_rows(state_in(training)) == 0) return false;
    matrix products = matrix::Zero(all_.rows(), all_.cols());
    for (std::size_t g = 0; g < folds_.size(); ++g)
      if (g != f) products += folds_[g].products;
    folds_[f].fitted = slopes_of(training, frame_);
    folds_[f].against = linear_rows(state_in(seen)) > 0 ? slopes_of(seen, frame_) : rival_;
    const residual fitted = refitted(folds_[f].fitted, products);
    const residual against = refitted(folds_[f].against, products);
    for (std::size_t i = 0; i < own_.size(); ++i) {
      if (fold_of_[i] != f) continue;
      fitted_[i] = fitted.dot(own_[i] * fitted);
      against_[i] = against.dot(own_[i] * against);
    }
    return true;
  }

  double bootstrap(double total) const {
    const std::size_t k = own_.size();
    int won = 0;
    philox_counter words{};
    for (std::uint32_t draw = 0; draw < bootstrap_draws; ++draw) {
      poll_interrupt();
      double gain = 0.0;
      for (std::size_t i = 0; i < k; ++i) {
        if (i % 4 == 0) words = philox({draw, static_cast<std::uint32_t>(i / 4), 0, 0}, {0, 0});
        const auto at = static_cast<std::size_t>(words[i % 4] * static_cast<std::uint64_t>(k) >> 32);
        gain += against_[at] - fitted_[at];
      }
      won += gain > least_win * total ? 1 : 0;
    }
    return static_cast<double>(won) / bootstrap_draws;
  }

  // What the learnt slopes gain on the rows of all owners but one, with level and scale from these rows alone: else an
  // owner could spoil the scale of the rival. NaN where no rows are left to train on.
  double gain_without(std::size_t owner) const {
    std::vector<matrix> rest;
    for (const fold &each : folds_) rest.push_back(each.products);
    for (std::size_t i = 0; i < own_.size(); ++i)
      if (rows_.block_of(order_[i]) == owner) rest[fold_of_[i]] -= own_[i];
    matrix all = matrix::Zero(all_.rows(), all_.cols());
    for (const matrix &each : rest) all += each;
    double gain = 0.0;
    for (std::size_t f = 0; f < folds_.size(); ++f) {
      if (folds_[f].is_empty) continue;
      const matrix training = all - rest[f];
      if (!(training(0, 0) > least_win * all_(0, 0))) return missing;
      const residual fitted = refitted(folds_[f].fitted, training), against = refitted(folds_[f].against, training);
      gain += against.dot(rest[f] * against) - fitted.dot(rest[f] * fitted);
    }
    return gain;
  }

  std::vector<std::string> leave_owners_out(double total) const {
    std::vector<std::string> lost;
    for (std::size_t owner = 0; owner < rows_.blocks() && rows_.blocks() > 1; ++owner) {
      poll_interrupt();
      if (!(gain_without(owner) > least_win * total)) lost.emplace_back(rows_.block_name(owner));
    }
    std::sort(lost.begin(), lost.end());
    return lost;
  }

  const clustered_rows &rows_;
  std::vector<std::uint32_t> order_;
  std::vector<double> total_;
  column_frame frame_;
  std::vector<fold> folds_;
  vector rival_;             // slopes, in the frame
  matrix all_;               // products of all rows
  std::vector<matrix> own_;  // of each cluster, in the order of the names; as the next three
  std::vector<std::size_t> fold_of_;
  std::vector<double> fitted_, against_;  // squared errors
};

}  // namespace

weights_comparison compare_weights(const clustered_rows &rows, span<double> rival, int folds) {
  fold_of("", folds);  // refuses the number of folds
  for (const double slope : rival)
    if (!std::isfinite(slope)) throw error(sqlstate::invalid_parameter_value, "slopes to compare with must be finite");
  if (rows.predictors() >= 0 && rival.size != static_cast<std::size_t>(rows.predictors()))
    throw error(sqlstate::invalid_parameter_value, "there must be a slope to compare with for each predictor",
                "There are " + std::to_string(rival.size) + " and " + std::to_string(rows.predictors()) + ".");
  weights_comparison out;
  if (rows.size() > 0) out = comparison(rows, rival, folds).finish();
  double sum = 0.0, squares = 0.0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::int64_t n = linear_rows(rows.state(i, false));
    const double w = rows.weight_of(i) * static_cast<double>(n);
    out.n += n;
    sum += w;
    squares += w * rows.weight_of(i);
  }
  out.clusters = static_cast<std::int64_t>(rows.size());
  out.owners = static_cast<std::int64_t>(rows.blocks());
  if (squares > 0.0) out.effective_n = sum * (sum / squares);
  return out;
}

std::vector<double> capped_weights(span<std::int64_t> counts, double most) {
  if (!(most > 0.0 && most <= 1.0))
    throw error(sqlstate::invalid_parameter_value, "the largest share must lie between 0 and 1");
  double rows = 0.0, owners = 0.0;
  for (const std::int64_t n : counts) {
    if (n < 0) throw error(sqlstate::invalid_parameter_value, "counts must not be negative");
    rows += static_cast<double>(n);
    owners += n > 0 ? 1.0 : 0.0;
  }
  const double share = owners > 0.0 ? std::max(most, 1.0 / owners) : 1.0;
  // The largest are capped, one after the other, until the next has no more than its share: then the sum over all is
  // rest/(1 - share capped). Where the shares of the capped are the whole, all count alike.
  std::vector<double> sorted(counts.begin(), counts.end());
  std::sort(sorted.rbegin(), sorted.rend());
  double rest = rows, sum = rows, capped = 0.0;
  for (const double n : sorted) {
    if (!(n > 0.0) || n <= share * sum * (1.0 + 1e-12)) break;
    rest -= n;
    capped += 1.0;
    const double left = 1.0 - capped * share;
    sum = left > 1e-9 ? rest / left : 0.0;
    if (sum == 0.0) break;
  }
  std::vector<double> out;
  double total = 0.0;
  for (const std::int64_t count : counts) {
    const auto n = static_cast<double>(count);
    const double cap = sum > 0.0 ? share * sum : 1.0;
    out.push_back(n > 0.0 ? std::min(1.0, cap / n) : 0.0);
    total += out.back() * n;
  }
  for (double &w : out) w *= rows / std::max(total, 1e-300);
  return out;
}

double unrestricted_correlation(double r, double u) {
  if (!(std::fabs(r) <= 1.0)) throw error(sqlstate::invalid_parameter_value, "correlation must lie between -1 and 1");
  if (!(u >= 0.0) || std::isinf(u))
    throw error(sqlstate::invalid_parameter_value, "ratio of standard deviations must be finite and not negative");
  if (u == 0.0) return missing;
  return r / std::hypot(r, u * std::sqrt((1.0 - r) * (1.0 + r)));
}

}  // namespace harmony::statistics
