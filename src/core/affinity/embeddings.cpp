#include "core/affinity/embeddings.hpp"

#include "core/affinity/lanes.hpp"
#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace harmony::affinity {

namespace {

constexpr std::array<std::string_view, 2> metric_names = {"inner_product", "cosine"};
constexpr std::size_t most_queries = 10000, most_elements = 16000, most_matches = 10000000, most_best = 10000;
constexpr std::size_t together = 4;  // queries
constexpr double coarse_unit = 0x1p-24;
// Lengths within which no product of single precision overflows, nor vanishes to any effect.
constexpr double shortest = 1e-12, longest = 1e15;

template <class T>
bool all_finite(const T *values, std::size_t n) {
  for (std::size_t k = 0; k < n; ++k)
    if (!std::isfinite(values[k])) return false;
  return true;
}

// Σ a b in a fixed order, four sums side by side.
double product(const double *a, const double *b, std::size_t n) {
  double sums[4] = {};
  std::size_t k = 0;
  for (; k + 4 <= n; k += 4)
    for (std::size_t l = 0; l < 4; ++l) sums[l] += a[k + l] * b[k + l];
  for (; k < n; ++k) sums[0] += a[k] * b[k];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

// Coarse Σ q x of queries that lie together.
void products(const float *queries, const float *row, std::size_t width, float (&out)[together]) {
  lanes sums[together] = {};
  for (std::size_t k = 0; k < width; k += lane_count, queries += together * lane_count) {
    const lanes x = load(row + k);
    for (std::size_t q = 0; q < together; ++q) sums[q] += load(queries + q * lane_count) * x;
  }
  for (std::size_t q = 0; q < together; ++q) out[q] = sum_of(sums[q]);
}

}  // namespace

embedding_metric metric_named(std::string_view name) {
  for (std::size_t k = 0; k < metric_names.size(); ++k)
    if (metric_names[k] == name) return static_cast<embedding_metric>(k);
  throw error(sqlstate::invalid_parameter_value, "unknown metric \"" + std::string(name) + "\"", "",
              "Metrics are inner_product, cosine.");
}

embedding_search::embedding_search(std::vector<double> queries, std::size_t rows, std::size_t dimensions,
                                   std::int32_t k, embedding_metric metric)
    : queries_(std::move(queries)),
      rows_(rows),
      dimensions_(dimensions),
      k_(static_cast<std::size_t>(std::max(k, 1))),
      metric_(metric),
      width_(padded(dimensions, lane_count)) {
  if (rows == 0 || dimensions == 0 || queries_.size() != rows * dimensions)
    throw error(sqlstate::invalid_parameter_value, "queries must not be empty");
  if (k < 1 || k_ > most_best)
    throw error(sqlstate::invalid_parameter_value, "k must be between 1 and " + std::to_string(most_best));
  if (rows > most_queries || dimensions > most_elements || rows * k_ > most_matches)
    throw error(sqlstate::program_limit_exceeded, "too many queries",
                "At most 10000 queries, 16000 dimensions and 10000000 matches are possible.");
  if (!all_finite(queries_.data(), queries_.size()))
    throw error(sqlstate::invalid_parameter_value, "queries must be finite");
  coarse_.assign(padded(rows, together) * width_, 0.0F);
  for (std::size_t q = 0; q < rows; ++q) {
    const double *query = queries_.data() + q * dimensions;
    lengths_.push_back(std::sqrt(product(query, query, dimensions)));
    float *block = coarse_.data() + q / together * together * width_ + q % together * lane_count;
    for (std::size_t e = 0; e < dimensions; ++e)
      block[e / lane_count * together * lane_count + e % lane_count] = static_cast<float>(query[e]);
  }
  best_.resize(rows);
  row_.resize(dimensions);
  coarse_row_.assign(width_, 0.0F);
}

void embedding_search::check_dimension(std::size_t found) const {
  if (found != dimensions_)
    throw error(sqlstate::invalid_parameter_value, "embedding must have the dimension of the queries",
                "It has " + std::to_string(found) + " elements, not " + std::to_string(dimensions_) + ".");
}

void embedding_search::add(std::int64_t id, span<float> embedding) {
  check_dimension(embedding.size);
  std::copy(embedding.begin(), embedding.end(), coarse_row_.begin());
  std::copy(embedding.begin(), embedding.end(), row_.begin());
  look_at(id);
}

void embedding_search::add(std::int64_t id, span<double> embedding) {
  check_dimension(embedding.size);
  std::copy(embedding.begin(), embedding.end(), row_.begin());
  for (std::size_t k = 0; k < dimensions_; ++k) coarse_row_[k] = static_cast<float>(embedding[k]);
  look_at(id);
}

void embedding_search::look_at(std::int64_t id) {
  const double length = std::sqrt(product(row_.data(), row_.data(), dimensions_));
  if (!std::isfinite(length) && !all_finite(row_.data(), dimensions_))
    throw error(sqlstate::invalid_parameter_value, "embedding must be finite");
  const bool is_coarse = length >= shortest && length <= longest;
  // Each of width/4 + 4 sums and three roundings of a product is off by half a unit at most.
  const double bound = (static_cast<double>(width_) / lane_count + 8.0) * coarse_unit * length;
  float found[together];
  for (std::size_t first = 0; first < rows_; first += together) {
    if (is_coarse) products(coarse_.data() + first * width_, coarse_row_.data(), width_, found);
    for (std::size_t q = first; q < std::min(rows_, first + together); ++q) {
      const double query_length = lengths_[q];
      if (is_coarse && best_[q].size() == k_ && query_length >= shortest && query_length <= longest) {
        const double most = static_cast<double>(found[q - first]) + bound * query_length;
        const double floor = best_[q].front().score;
        if (most < (metric_ == embedding_metric::cosine ? floor * length * query_length : floor)) continue;
      }
      look_exactly(id, q, length);
    }
  }
}

double embedding_search::score_of(std::size_t query, double length) const {
  const double sum = product(queries_.data() + query * dimensions_, row_.data(), dimensions_);
  if (metric_ == embedding_metric::inner_product) return sum;
  const double lengths = length * lengths_[query];
  return std::isfinite(lengths) ? std::clamp(sum / lengths, -1.0, 1.0) : missing;
}

void embedding_search::look_exactly(std::int64_t id, std::size_t query, double length) {
  if (metric_ == embedding_metric::cosine && (length == 0.0 || lengths_[query] == 0.0)) return;
  const double score = score_of(query, length);
  if (!std::isfinite(score)) throw error(sqlstate::numeric_value_out_of_range, "score of an embedding is out of range");
  offer(query, {score + 0.0, id});  // no negative zero
}

void embedding_search::offer(std::size_t query, const match &offered) {
  std::vector<match> &best = best_[query];
  if (best.size() == k_) {
    if (!is_better(offered, best.front())) return;
    std::pop_heap(best.begin(), best.end(), is_better);
    best.back() = offered;
  } else {
    best.push_back(offered);
  }
  std::push_heap(best.begin(), best.end(), is_better);
}

void embedding_search::merge(const embedding_search &other) {
  if (queries_ != other.queries_ || rows_ != other.rows_ || k_ != other.k_ || metric_ != other.metric_)
    throw error(sqlstate::invalid_parameter_value, "queries, k and metric must be the same in every row");
  for (std::size_t q = 0; q < rows_; ++q)
    for (const match &found : other.best_[q]) offer(q, found);
}

std::vector<embedding_match> embedding_search::matches() const {
  std::vector<embedding_match> out;
  for (std::size_t q = 0; q < rows_; ++q) {
    poll_interrupt();
    std::vector<match> sorted = best_[q];
    std::sort(sorted.begin(), sorted.end(), is_better);
    for (const match &found : sorted) out.push_back({static_cast<std::int32_t>(q + 1), found.id, found.score});
  }
  return out;
}

void embedding_search::serialize(native_writer &out) const {
  out.value(rows_);
  out.value(dimensions_);
  out.value(k_);
  out.value(metric_);
  out.values(queries_);
  for (const std::vector<match> &best : best_) out.values(best);
}

embedding_search embedding_search::deserialize(native_reader &in) {
  const auto rows = in.value<std::size_t>(), dimensions = in.value<std::size_t>(), k = in.value<std::size_t>();
  const auto metric = in.value<embedding_metric>();
  embedding_search made(in.values<double>(), rows, dimensions, static_cast<std::int32_t>(k), metric);
  for (std::size_t q = 0; q < rows; ++q)
    for (const match &found : in.values<match>()) made.offer(q, found);
  return made;
}

}  // namespace harmony::affinity
