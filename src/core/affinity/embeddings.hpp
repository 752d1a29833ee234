// The best of a pool of embeddings for one query or many, exactly, in one pass over them.
#pragma once

#include "core/base/native_serialization.hpp"
#include "core/base/score.hpp"
#include "core/base/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace harmony::affinity {

/// inner_product: Σ q x. cosine: Σ q x/√(Σ q² Σ x²), of which a vector of zeros has none.
enum class embedding_metric : std::int32_t { inner_product, cosine };

/// Error 22023 for any other name.
embedding_metric metric_named(std::string_view name);

struct embedding_match {
  std::int32_t query = 0;  // from 1
  std::int64_t id = 0;
  double score = missing;
};

/// Queries with the best k of each so far: the state of the aggregate. 12 bytes an element of the queries and 16 a
/// match; nothing a row. Scores are taken in double precision, in a fixed order of the elements, of those that single
/// precision cannot leave out: the same digits everywhere, in any order of rows.
class embedding_search {
 public:
  /// Queries row by row. Errors: 22023 unless each is finite and has elements, and k is 1 to 10000; 54000 for more than
  /// 10000 queries, 16000 dimensions or 10 million matches.
  embedding_search(std::vector<double> queries, std::size_t rows, std::size_t dimensions, std::int32_t k,
                   embedding_metric metric);

  /// Errors: 22023 for another dimension and for a value that is not finite.
  void add(std::int64_t id, span<float> embedding);
  void add(std::int64_t id, span<double> embedding);
  /// Errors: 22023 unless both search the same.
  void merge(const embedding_search &other);

  /// By query, best first; of equal scores the smaller id. An id may come more than once.
  std::vector<embedding_match> matches() const;

  void serialize(native_writer &out) const;
  static embedding_search deserialize(native_reader &in);

 private:
  struct match {
    double score;
    std::int64_t id;
  };
  static bool is_better(const match &a, const match &b) { return a.score != b.score ? a.score > b.score : a.id < b.id; }

  void check_dimension(std::size_t found) const;
  template <class Fill>
  void look_at(std::int64_t id, const float *coarse, Fill &&fill);
  void look_exactly(std::int64_t id, std::size_t query, double length);
  double score_of(std::size_t query, double length) const;
  void offer(std::size_t query, const match &offered);
  double scale_of(double length) const { return metric_ == embedding_metric::cosine ? length : 1.0; }

  std::vector<double> queries_;
  std::size_t rows_, dimensions_, k_;
  embedding_metric metric_;
  std::vector<double> lengths_;           // of the queries
  std::size_t width_;                     // elements of a coarse row
  std::vector<float> coarse_;             // the queries, four together, element by element of a lane
  std::vector<double> floor_;             // what a product must reach; of cosines, by the length of the row
  std::vector<std::vector<match>> best_;  // the worst in front
  // The row that is looked at.
  std::vector<double> row_;
  std::vector<float> coarse_row_;
};

}  // namespace harmony::affinity
