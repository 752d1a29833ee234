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

// Brings a vector whose squares would vanish or overflow to about 1, by a power of two: its direction stays to the bit.
void bring_near_one(double *values, std::size_t n) {
  double largest = 0.0;
  for (std::size_t k = 0; k < n; ++k) largest = std::fmax(largest, std::fabs(values[k]));
  if (largest == 0.0 || (largest >= 1e-100 && largest <= 1e100)) return;
  const int power = -std::ilogb(largest);
  for (std::size_t k = 0; k < n; ++k) values[k] = std::scalbn(values[k], power);
}

// Coarse Σ q x of queries that lie together. Written out: the compiler keeps such sums in registers by name alone.
static_assert(together == 4);
void products(const float *queries, const float *row, std::size_t width, float (&out)[together]) {
  lanes a = {}, b = {}, c = {}, d = {};
  for (std::size_t k = 0; k < width; k += lane_count, queries += together * lane_count) {
    const lanes x = load(row + k);
    a += load(queries) * x;
    b += load(queries + lane_count) * x;
    c += load(queries + 2 * lane_count) * x;
    d += load(queries + 3 * lane_count) * x;
  }
  out[0] = sum_of(a);
  out[1] = sum_of(b);
  out[2] = sum_of(c);
  out[3] = sum_of(d);
}

// Coarse Σ x².
float squares(const float *row, std::size_t width) {
  lanes a = {}, b = {};
  std::size_t k = 0;
  for (; k + 2 * lane_count <= width; k += 2 * lane_count) {
    const lanes x = load(row + k), y = load(row + k + lane_count);
    a += x * x;
    b += y * y;
  }
  if (k < width) a += load(row + k) * load(row + k);
  return sum_of(a + b);
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
    double *query = queries_.data() + q * dimensions;
    if (metric == embedding_metric::cosine) bring_near_one(query, dimensions);
    lengths_.push_back(std::sqrt(product(query, query, dimensions)));
    float *block = coarse_.data() + q / together * together * width_ + q % together * lane_count;
    for (std::size_t e = 0; e < dimensions; ++e)
      block[e / lane_count * together * lane_count + e % lane_count] = static_cast<float>(query[e]);
  }
  best_.resize(rows);
  floor_.assign(rows, -infinity);
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
  const float *coarse = embedding.data;
  if (width_ != dimensions_) {
    std::copy(embedding.begin(), embedding.end(), coarse_row_.begin());
    coarse = coarse_row_.data();
  }
  look_at(id, coarse, [&] { std::copy(embedding.begin(), embedding.end(), row_.begin()); });
}

void embedding_search::add(std::int64_t id, span<double> embedding) {
  check_dimension(embedding.size);
  for (std::size_t k = 0; k < dimensions_; ++k) coarse_row_[k] = static_cast<float>(embedding[k]);
  look_at(id, coarse_row_.data(), [&] { std::copy(embedding.begin(), embedding.end(), row_.begin()); });
}

// `fill` puts the row into row_, which few rows need.
template <class Fill>
void embedding_search::look_at(std::int64_t id, const float *coarse, Fill &&fill) {
  const double length = std::sqrt(static_cast<double>(squares(coarse, width_)));
  const bool is_coarse = length >= shortest && length <= longest;  // and so finite
  bool is_filled = false;
  double exact_length = missing;
  const auto look = [&](std::size_t query) {
    if (!is_filled) {
      fill();
      is_filled = true;
      if (!all_finite(row_.data(), dimensions_))
        throw error(sqlstate::invalid_parameter_value, "embedding must be finite");
      if (metric_ == embedding_metric::cosine) bring_near_one(row_.data(), dimensions_);
      exact_length = std::sqrt(product(row_.data(), row_.data(), dimensions_));
    }
    look_exactly(id, query, exact_length);
  };
  // Each of width/4 + 4 sums and three roundings of a product is off by half a unit at most, and the length likewise.
  const double unsure = 2.0 * (static_cast<double>(width_) / lane_count + 8.0) * coarse_unit * length;
  float found[together];
  for (std::size_t first = 0; first < rows_; first += together) {
    if (is_coarse) products(coarse_.data() + first * width_, coarse, width_, found);
    const std::size_t last = std::min(rows_, first + together);
    for (std::size_t q = first; q < last; ++q)
      if (!is_coarse || !(static_cast<double>(found[q - first]) + unsure * lengths_[q] < floor_[q] * scale_of(length)))
        look(q);
  }
}

double embedding_search::score_of(std::size_t query, double length) const {
  const double sum = product(queries_.data() + query * dimensions_, row_.data(), dimensions_);
  if (metric_ == embedding_metric::inner_product) return sum;
  return std::clamp(sum / (length * lengths_[query]), -1.0, 1.0);
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
  const bool is_coarse = lengths_[query] >= shortest && lengths_[query] <= longest;
  if (best.size() < k_ || !is_coarse) return;
  floor_[query] = best.front().score * (metric_ == embedding_metric::cosine ? lengths_[query] : 1.0);
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
