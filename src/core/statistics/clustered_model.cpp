#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/clustered_rows.products.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/robust_model.hpp"
#include "core/statistics/robust_model.parts.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <cmath>

namespace harmony::statistics {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using vector = Eigen::VectorXd;

constexpr double whole_share = 1.0 - 1e-10;  // an eigenvalue above it is 1: the cluster alone determines something

enum class correction { cr0, cr1, cr1s, cr2 };

correction kind_of(std::string_view kind) {
  if (kind == "CR0") return correction::cr0;
  if (kind == "CR1") return correction::cr1;
  if (kind == "CR1S") return correction::cr1s;
  if (kind == "CR2") return correction::cr2;
  throw error(sqlstate::invalid_parameter_value, "kind must be CR0, CR1, CR1S or CR2",
              "It is \"" + std::string(kind) + "\".");
}

// The sums over clusters from which covariance and degrees of freedom follow.
class cluster_sums {
 public:
  cluster_sums(const regression_frame &frame, bool adjusts)
      : frame_(frame), adjusts_(adjusts), meat_(matrix::Zero(frame.b.size(), frame.b.size())) {
    if (!adjusts) return;
    along_ = frame.inverse * frame.back.transpose();  // m_j = M e_j
    sums_ = squares_ = own_ = vector::Zero(frame.b.size());
    outer_.assign(static_cast<std::size_t>(frame.b.size()), matrix::Zero(frame.b.size(), frame.b.size()));
  }

  // A cluster's X'X and X'e.
  void add(const matrix &gram, const vector &score) {
    if (!adjusts_) {
      meat_ += score * score.transpose();
      return;
    }
    const Eigen::SelfAdjointEigenSolver<matrix> solver(matrix(frame_.root.transpose() * gram * frame_.root));
    const vector factors = solver.eigenvalues().unaryExpr([](double value) {
      const double rest = std::sqrt(std::fmax(0.0, 1.0 - value));
      return value > whole_share ? -1.0 / value : 1.0 / (rest * (1.0 + rest));  // (rest^-1 − 1)/value
    });
    const matrix axes = frame_.root * solver.eigenvectors();
    const matrix middle = axes * factors.asDiagonal() * axes.transpose();
    const matrix bent = gram * middle;
    const vector v = score + bent * score;
    meat_ += v * v.transpose();
    const matrix once = bent * gram;                       // X'AX − X'X
    const matrix twice = gram + 2.0 * once + bent * once;  // X'A²X
    const matrix q = (gram + once) * along_, second = twice * along_;
    for (Index j = 0; j < q.cols(); ++j) {
      const double inner = q.col(j).dot(frame_.inverse * q.col(j)), a = along_.col(j).dot(second.col(j)) - inner;
      sums_[j] += a;
      squares_[j] += a * a;
      own_[j] += inner * inner;
      outer_[static_cast<std::size_t>(j)] += q.col(j) * q.col(j).transpose();
    }
  }

  matrix covariance(double factor) const {
    const matrix scaled = frame_.inverse * (factor * meat_) * frame_.inverse;
    return frame_.back * scaled * frame_.back.transpose();
  }
  double satterthwaite(Index j) const {
    const matrix product = frame_.inverse * outer_[static_cast<std::size_t>(j)];
    return sums_[j] * sums_[j] / (squares_[j] + (product * product).trace() - own_[j]);
  }

 private:
  const regression_frame &frame_;
  bool adjusts_;
  matrix meat_, along_;
  vector sums_, squares_, own_;
  std::vector<matrix> outer_;
};

clustered_model model_of(std::string_view kind, const linear_model &ols, std::int64_t skipped, std::size_t clusters) {
  clustered_model m;
  m.kind = std::string(kind);
  m.n = ols.n;
  m.n_skipped = skipped;
  m.clusters = static_cast<std::int64_t>(clusters);
  m.rank = ols.rank;
  m.coefficients = ols.coefficients;
  m.r_squared = ols.r_squared;
  m.warnings = ols.warnings;
  const std::size_t q = ols.coefficients.size();
  for (std::vector<double> *v : {&m.std_errors, &m.df, &m.t_statistics, &m.p_values, &m.ci_low, &m.ci_high})
    v->assign(q, missing);
  m.covariance.assign(q * q, missing);
  return m;
}

double factor_of(correction kind, const clustered_model &m) {
  const double g = static_cast<double>(m.clusters), n = static_cast<double>(m.n);
  if (kind == correction::cr1) return g / (g - 1.0);
  if (kind == correction::cr1s) return g / (g - 1.0) * (n - 1.0) / (n - m.rank);
  return 1.0;
}

void set_coefficient(clustered_model *m, std::size_t i, double variance, double df) {
  const double b = m->coefficients[i], se = std::sqrt(variance);
  m->std_errors[i] = se;
  m->df[i] = df;
  if (!(df > 0.0) || !(se >= 0.0) || (b == 0.0 && se == 0.0)) return;
  m->t_statistics[i] = b / se;
  const double reach = student_t_quantile(0.975, df) * se;
  m->p_values[i] = student_t_two_sided(m->t_statistics[i], df);
  m->ci_low[i] = b - reach;
  m->ci_high[i] = b + reach;
}

void set_inference(clustered_model *m, correction kind, const cluster_sums &sums, const regression_frame &frame) {
  const matrix covariance = sums.covariance(factor_of(kind, *m));
  const std::size_t q = m->coefficients.size();
  for (std::size_t a = 0; a < frame.places.size(); ++a) {
    const auto j = static_cast<Index>(a);
    for (std::size_t b = 0; b < frame.places.size(); ++b)
      m->covariance[frame.places[a] * q + frame.places[b]] = covariance(j, static_cast<Index>(b));
    const double df = kind == correction::cr2 ? sums.satterthwaite(j) : static_cast<double>(m->clusters - 1);
    set_coefficient(m, frame.places[a], covariance(j, j), df);
  }
}

// False, with a warning, where there is nothing to infer.
bool is_inferable(clustered_model *m) {
  if (m->n == 0 || m->rank >= m->n) return false;  // the warnings of the fit say so
  if (m->clusters < 2) m->warnings.push_back("there is one cluster alone: errors and tests are undefined");
  return m->clusters >= 2;
}

// Rows by cluster: the places of each cluster's rows, one after the other.
struct row_place {
  std::uint32_t block, row;
};
struct rows_by_cluster {
  std::vector<row_place> places;
  std::vector<std::size_t> ends;
};

rows_by_cluster sort_rows(const row_blocks &rows, std::size_t clusters) {
  rows_by_cluster out;
  out.ends.assign(clusters + 1, 0);
  for (std::size_t b = 0; b < rows.blocks(); ++b)
    for (std::uint32_t i = 0; i < rows.rows_of(b); ++i) ++out.ends[static_cast<std::size_t>(rows[b].column(0)[i]) + 1];
  for (std::size_t g = 1; g <= clusters; ++g) out.ends[g] += out.ends[g - 1];
  out.places.resize(static_cast<std::size_t>(rows.rows()));
  for (std::size_t b = 0; b < rows.blocks(); ++b) {
    poll_interrupt();
    for (std::uint32_t i = 0; i < rows.rows_of(b); ++i)
      out.places[out.ends[static_cast<std::size_t>(rows[b].column(0)[i])]++] = {static_cast<std::uint32_t>(b), i};
  }
  return out;
}

}  // namespace

clustered_model fit_clustered(std::string_view name, const row_blocks &kept_rows, std::size_t clusters) {
  const correction kind = kind_of(name);
  const design rows(kept_rows, {1, 2});
  clustered_model m = model_of(name, rows.least_squares(), kept_rows.skipped(), clusters);
  if (!is_inferable(&m)) return m;
  const regression_frame frame = make_frame(rows);
  const rows_by_cluster order = sort_rows(kept_rows, clusters);
  cluster_sums sums(frame, kind == correction::cr2);
  const Index w = rows.width();
  matrix gram(w, w);
  vector score(w), x(w);
  x[0] = 1.0;
  std::size_t at = 0;
  for (std::size_t g = 0; g < clusters; ++g) {
    if (g % 64 == 0) poll_interrupt();
    gram.setZero();
    score.setZero();
    for (; at < order.ends[g]; ++at) {
      const row_blocks::block &block = kept_rows[order.places[at].block];
      const std::uint32_t row = order.places[at].row;
      for (std::size_t k = 0; k < rows.kept().size(); ++k)
        x[static_cast<Index>(k) + 1] =
            (block.column(static_cast<std::size_t>(rows.kept()[k]) + 2)[row] - rows.shift(k)) * rows.scale(k);
      score += ((block.column(1)[row] - frame.y_shift) * frame.y_scale - frame.b.dot(x)) * x;
      for (Index j = 0; j < w; ++j) gram.col(j).tail(w - j) += x[j] * x.tail(w - j);
    }
    gram.triangularView<Eigen::StrictlyUpper>() = gram.transpose();
    sums.add(gram, score);
  }
  set_inference(&m, kind, sums, frame);
  return m;
}

// ---- from a state a cluster ----

void cluster_states::add(const linear_header *state) {
  n_skipped_ += state->n_skipped;
  if (linear_rows(state) == 0) return;
  if ((state->flags & linear_weighted) != 0)
    throw error(sqlstate::invalid_parameter_value, "states of clusters must not be weighted");
  if (!states_.empty() && (*this)[0]->p != state->p)
    throw error(sqlstate::invalid_parameter_value, "states must have the same number of predictors",
                "There were " + std::to_string((*this)[0]->p) + ", now there are " + std::to_string(state->p) + ".");
  std::vector<double> packed(linear_state_size(state->p, false) / sizeof(double));
  linear_pack(packed.data(), state);
  states_.push_back(std::move(packed));
}

void cluster_states::merge(cluster_states &&other) {
  if (!states_.empty() && !other.states_.empty() && (*this)[0]->p != other[0]->p)
    throw error(sqlstate::invalid_parameter_value, "states must have the same number of predictors");
  n_skipped_ += other.n_skipped_;
  if (option.empty()) option = other.option;
  for (std::vector<double> &each : other.states_) states_.push_back(std::move(each));
}

void cluster_states::serialize(native_writer &out) const {
  out.text(option);
  out.value(n_skipped_);
  out.value(static_cast<std::uint64_t>(states_.size()));
  for (const std::vector<double> &each : states_) out.values(each);
}

cluster_states cluster_states::deserialize(native_reader &in) {
  cluster_states made;
  made.option = std::string(in.text());
  made.n_skipped_ = in.value<std::int64_t>();
  const auto n = in.value<std::uint64_t>();
  for (std::uint64_t i = 0; i < n; ++i) made.states_.push_back(in.values<double>());
  return made;
}

namespace {

// The frame of the sums: columns about their means, in powers of two.
regression_frame frame_of(const linear_header *total, const linear_model &fit, const column_frame &columns,
                          std::vector<Index> *kept) {
  const linear_model unit = fit_unit_variance(total);
  const std::size_t q = fit.coefficients.size(), y = columns.exponent.size() - 1;
  for (std::size_t j = 1; j < q; ++j)
    if (!std::isnan(fit.coefficients[j])) kept->push_back(static_cast<Index>(j));
  const auto m = static_cast<Index>(kept->size()) + 1;
  regression_frame out;
  out.b = vector::Zero(m);
  out.back = out.inverse = matrix::Zero(m, m);
  const double unit_of_one = std::ldexp(1.0, -std::ilogb(static_cast<double>(fit.n)) / 2);
  out.inverse(0, 0) = 1.0 / (static_cast<double>(fit.n) * unit_of_one * unit_of_one);
  out.back(0, 0) = std::ldexp(unit_of_one, columns.exponent[y]);
  for (Index k = 1; k < m; ++k) {
    const auto j = static_cast<std::size_t>((*kept)[static_cast<std::size_t>(k) - 1]);
    const int e = columns.exponent[j - 1], step = columns.exponent[y] - e;
    out.b[k] = std::ldexp(fit.coefficients[j], -step);
    out.back(k, k) = std::ldexp(1.0, step);
    out.back(0, k) = -static_cast<double>(columns.mean[j - 1]) * out.back(k, k);
    out.places.push_back(j);
    for (Index l = 1; l < m; ++l) {
      const auto i = static_cast<std::size_t>((*kept)[static_cast<std::size_t>(l) - 1]);
      out.inverse(k, l) = std::ldexp(unit.covariance[j * q + i], e + columns.exponent[i - 1]);
    }
  }
  out.root = Eigen::LLT<matrix>(out.inverse).matrixL();
  out.y_scale = unit_of_one;  // of the column of ones
  return out;
}

}  // namespace

clustered_model fit_clustered(std::string_view name, const cluster_states &states) {
  const correction kind = kind_of(name);
  const int p = states.size() > 0 ? states[0]->p : 0;
  std::vector<double> bytes(linear_state_size(p, false) / sizeof(double));
  linear_header *total = linear_init(bytes.data(), p);
  for (std::size_t g = 0; g < states.size(); ++g) linear_merge(total, states[g]);
  const linear_model fit = fit_ols(total, true);
  clustered_model m = model_of(name, fit, states.skipped(), states.size());
  if (!is_inferable(&m)) return m;
  const column_frame columns(make_system(total, true));
  std::vector<Index> kept;
  const regression_frame frame = frame_of(total, fit, columns, &kept);
  cluster_sums sums(frame, kind == correction::cr2);
  std::vector<Index> at{0};
  at.insert(at.end(), kept.begin(), kept.end());
  const auto w = static_cast<Index>(at.size());
  matrix gram(w, w);
  vector score(w);
  for (std::size_t g = 0; g < states.size(); ++g) {
    if (g % 64 == 0) poll_interrupt();
    matrix all = products_in(columns, states[g]);
    all.row(0) *= frame.y_scale;
    all.col(0) *= frame.y_scale;
    for (Index a = 0; a < w; ++a) {
      for (Index b = 0; b < w; ++b) gram(a, b) = all(at[static_cast<std::size_t>(a)], at[static_cast<std::size_t>(b)]);
      score[a] = all(at[static_cast<std::size_t>(a)], all.cols() - 1);
    }
    sums.add(gram, score - gram * frame.b);
  }
  set_inference(&m, kind, sums, frame);
  return m;
}

}  // namespace harmony::statistics
