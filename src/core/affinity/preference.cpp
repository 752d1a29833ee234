#include "core/affinity/preference.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace harmony::affinity {

namespace {

using Eigen::Index;
using matrix = Eigen::MatrixXd;
using row_matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using vector = Eigen::VectorXd;
using row_vector = Eigen::RowVectorXd;
using row_array = Eigen::Array<double, 1, Eigen::Dynamic>;

constexpr int grid_end = 12;  // lambda/tau from 10^(-12/4) to 10^(12/4)
constexpr double equal_to = 1e-12;

void check_finite(span<double> values, const char *name) {
  for (const double value : values)
    if (!std::isfinite(value)) throw error(sqlstate::invalid_parameter_value, std::string(name) + " must be finite");
}

[[noreturn]] void refuse_range() { throw error(sqlstate::numeric_value_out_of_range, "embeddings are too far apart"); }

void check_dimension(span<double> values, std::size_t dimensions, const char *name) {
  if (values.empty()) return;
  if (values.size != dimensions)
    throw error(sqlstate::invalid_parameter_value, std::string(name) + " must have the dimension of the embeddings",
                "It has " + std::to_string(values.size) + " elements, not " + std::to_string(dimensions) + ".");
  check_finite(values, name);
}

// The photos that have a rating, ordered by rating and embedding.
std::vector<std::size_t> rated_in_order(const rated_photos &photos) {
  if (photos.ratings.size != photos.rows)
    throw error(sqlstate::invalid_parameter_value, "ratings must have an element for each embedding");
  if (photos.dimensions > most_dimensions)
    throw error(sqlstate::program_limit_exceeded, "embeddings have too many dimensions",
                "At most " + std::to_string(most_dimensions) + " are possible.");
  check_finite(photos.embeddings, "embeddings");
  check_dimension(photos.prior, photos.dimensions, "prior");
  check_dimension(photos.center, photos.dimensions, "center");
  check_dimension(photos.scale, photos.dimensions, "scale");
  for (const double scale : photos.scale)
    if (scale < 0.0) throw error(sqlstate::invalid_parameter_value, "scale must not be negative");
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < photos.rows; ++i) {
    if (photos.ratings.is_missing(i)) continue;
    if (!(photos.ratings.values[i] >= 1.0 && photos.ratings.values[i] <= 5.0))
      throw error(sqlstate::invalid_parameter_value, "ratings must be between 1 and 5");
    order.push_back(i);
  }
  if (order.size() > most_ratings)
    throw error(sqlstate::program_limit_exceeded, "too many ratings",
                "At most " + std::to_string(most_ratings) + " are possible.");
  const std::size_t d = photos.dimensions;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (photos.ratings.values[a] != photos.ratings.values[b])
      return photos.ratings.values[a] < photos.ratings.values[b];
    const double *x = photos.embeddings.data + a * d, *y = photos.embeddings.data + b * d;
    return std::lexicographical_compare(x, x + d, y, y + d);
  });
  return order;
}

// The photos about their mean, which is exact where all are equal, since it is taken relative to the first.
struct standardized {
  row_matrix z;     // HZ
  row_vector mean;  // of z before that
  row_vector center, scale;
};

// Sample standard deviations of columns of mean 0, by way of their largest values, so that no square overflows. Row by
// row, as the matrix lies.
row_vector deviations(const row_matrix &z) {
  row_array largest = row_array::Zero(z.cols()), squares = largest;
  for (Index i = 0; i < z.rows(); ++i) largest = largest.max(z.row(i).array().abs());
  const row_array unit = (largest > 0.0).select(largest, 1.0);
  for (Index i = 0; i < z.rows(); ++i) squares += (z.row(i).array() / unit).square();
  return unit * (squares / static_cast<double>(z.rows() - 1)).sqrt();
}

standardized standardize(const rated_photos &photos, const std::vector<std::size_t> &order) {
  const auto n = static_cast<Index>(order.size()), d = static_cast<Index>(photos.dimensions);
  standardized out;
  out.z.resize(n, d);
  row_vector beyond = row_vector::Zero(d);
  const Eigen::Map<const row_vector> first(photos.embeddings.data + order.front() * photos.dimensions, d);
  for (Index i = 0; i < n; ++i) {
    const double *x = photos.embeddings.data + order[static_cast<std::size_t>(i)] * photos.dimensions;
    out.z.row(i) = Eigen::Map<const row_vector>(x, d) - first;
    beyond += out.z.row(i);
  }
  beyond /= static_cast<double>(n);
  for (Index i = 0; i < n; ++i) out.z.row(i) -= beyond;
  const row_vector mean = first + beyond;
  out.center = photos.center.empty() ? mean : row_vector(Eigen::Map<const row_vector>(photos.center.data, d));
  out.scale = photos.scale.empty() ? deviations(out.z) : row_vector(Eigen::Map<const row_vector>(photos.scale.data, d));
  out.scale = (out.scale.array() == 0.0).select(row_vector::Ones(d), out.scale);
  for (Index i = 0; i < n; ++i) out.z.row(i).array() /= out.scale.array();
  out.mean = (mean - out.center).array() / out.scale.array();
  if (!out.z.allFinite() || !out.mean.allFinite() || !out.scale.allFinite()) refuse_range();
  return out;
}

// An orthonormal basis of the vectors whose elements sum to 0 (Helmert).
matrix contrasts(Index n) {
  matrix q = matrix::Zero(n, n - 1);
  for (Index k = 1; k < n; ++k) {
    const double length = std::sqrt(static_cast<double>(k) * static_cast<double>(k + 1));
    q.col(k - 1).head(k).setConstant(1.0 / length);
    q(k, k - 1) = -static_cast<double>(k) / length;
  }
  return q;
}

// K's eigenvectors but the constant one, which takes no part: so 1 − S is a sum of positive terms.
struct spectrum {
  matrix vectors;
  vector values, y;  // y in the eigenvectors

  // PRESS at lambda.
  double press(double lambda) const {
    const vector shrunken = lambda / (values.array() + lambda);
    const vector rest = vectors * vector(shrunken.cwiseProduct(y)), beyond = vectors.cwiseAbs2() * shrunken;
    return (rest.array() / beyond.array()).square().sum();
  }
};

spectrum decompose(const row_matrix &z, const vector &y, double &tau) {
  const Index n = z.rows();
  const matrix k = z * z.transpose();
  if (!k.allFinite()) refuse_range();
  tau = k.trace() / static_cast<double>(n);
  const matrix basis = contrasts(n);
  const Eigen::SelfAdjointEigenSolver<matrix> solver(basis.transpose() * k * basis);
  spectrum out;
  out.vectors = basis * solver.eigenvectors();
  out.values = solver.eigenvalues().cwiseMax(0.0);
  out.y = out.vectors.transpose() * y;
  return out;
}

struct chosen_ridge {
  double lambda, press;
};

chosen_ridge choose(const spectrum &k, double tau) {
  chosen_ridge best{missing, infinity};
  for (int j = grid_end; j >= -grid_end; --j) {
    poll_interrupt();
    const double lambda = tau * std::pow(10.0, j / 4.0), press = k.press(lambda);
    if (std::isnan(best.lambda) || press < best.press * (1.0 - equal_to)) best = {lambda, press};
  }
  return best;
}

}  // namespace

std::optional<preference> fit_preference(const rated_photos &photos) {
  const std::vector<std::size_t> order = rated_in_order(photos);
  if (order.size() < fewest_ratings || photos.dimensions == 0) return std::nullopt;
  if (photos.ratings.values[order.front()] == photos.ratings.values[order.back()]) return std::nullopt;
  const standardized photo = standardize(photos, order);
  const auto n = static_cast<Index>(order.size()), d = static_cast<Index>(photos.dimensions);
  row_vector prior = row_vector::Zero(d);
  if (!photos.prior.empty()) prior = Eigen::Map<const row_vector>(photos.prior.data, d);
  vector y(n);
  for (Index i = 0; i < n; ++i) y[i] = photos.ratings.values[order[static_cast<std::size_t>(i)]];
  const vector expected = photo.z * prior.transpose();
  const double level = y.mean();  // of y + prior·mean
  y = (y.array() - level).matrix() - expected;
  if (!y.allFinite()) refuse_range();
  double tau = 0.0;
  const spectrum k = decompose(photo.z, y, tau);
  if (!(tau * std::pow(10.0, -grid_end / 4.0) >= std::numeric_limits<double>::min())) return std::nullopt;
  const chosen_ridge ridge = choose(k, tau);
  const vector dual = k.vectors * vector(k.y.array() / (k.values.array() + ridge.lambda));
  const row_vector weights = (photo.z.transpose() * dual).transpose() + prior;
  preference out;
  out.n = static_cast<std::int64_t>(n);
  out.lambda = ridge.lambda;
  out.loo_rmse = std::sqrt(ridge.press / static_cast<double>(n));
  out.intercept = level - photo.mean.dot(weights);
  if (!weights.allFinite() || !std::isfinite(out.intercept) || !std::isfinite(out.loo_rmse)) refuse_range();
  out.weights.assign(weights.data(), weights.data() + d);
  out.center.assign(photo.center.data(), photo.center.data() + d);
  out.scale.assign(photo.scale.data(), photo.scale.data() + d);
  return out;
}

visual_result visual_score(const preference &taste, span<double> embedding) {
  const std::size_t d = taste.weights.size();
  if (taste.n < 2 || taste.center.size() != d || taste.scale.size() != d || !(taste.loo_rmse >= 0.0) ||
      !std::isfinite(taste.loo_rmse) || !std::isfinite(taste.intercept))
    throw error(sqlstate::invalid_parameter_value, "preference is not one that fit_preference gives");
  check_finite(taste.weights, "weights of a preference");
  check_finite(taste.center, "center of a preference");
  check_finite(taste.scale, "scale of a preference");
  if (embedding.size != d)
    throw error(sqlstate::invalid_parameter_value, "embedding must have the dimension of the preference",
                "It has " + std::to_string(embedding.size) + " elements, not " + std::to_string(d) + ".");
  check_finite(embedding, "embedding");
  double prediction = taste.intercept;
  for (std::size_t j = 0; j < d; ++j) {
    if (!(taste.scale[j] > 0.0))
      throw error(sqlstate::invalid_parameter_value, "scale of a preference must be above 0");
    prediction += taste.weights[j] * ((embedding[j] - taste.center[j]) / taste.scale[j]);
  }
  const auto n = static_cast<double>(taste.n);
  const double margin = statistics::student_t_quantile(0.975, n - 1.0) * taste.loo_rmse * std::sqrt(1.0 + 1.0 / n);
  if (!std::isfinite(prediction) || !std::isfinite(margin))
    throw error(sqlstate::numeric_value_out_of_range, "prediction is out of range");
  const auto score = [](double rating) { return clamp_score(25.0 * (rating - 1.0)); };
  return {prediction, score(prediction), score(prediction - margin), score(prediction + margin)};
}

}  // namespace harmony::affinity
