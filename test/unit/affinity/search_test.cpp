// Neighbours and embeddings against a look at every pair.
#include "core/affinity/embeddings.hpp"
#include "core/affinity/neighbors.hpp"

#include "core/base/error.hpp"
#include "core/base/rounding.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace harmony::affinity {
namespace {

struct person_traits {
  std::int64_t id;
  std::array<double, trait_count> values{};
  bool missing[trait_count] = {};

  nullable_span<double> view() const { return {values.data(), missing, values.size()}; }
};

std::vector<person_traits> random_pool(std::uint32_t seed, std::size_t n, bool with_gaps, std::uint32_t levels) {
  std::mt19937 random(seed);
  std::vector<person_traits> pool(n);
  for (std::size_t i = 0; i < n; ++i) {
    pool[i].id = static_cast<std::int64_t>(i * 7919 % 100003) - 500;
    for (std::size_t t = 0; t < trait_count; ++t) {
      pool[i].values[t] = static_cast<double>(random() % (levels + 1)) * 100.0 / levels;
      pool[i].missing[t] = with_gaps && random() % 4 == 0;
    }
  }
  return pool;
}

std::vector<neighbor> look_at_every_pair(const std::vector<person_traits> &pool, std::size_t k) {
  std::vector<neighbor> all;
  for (const person_traits &a : pool) {
    std::vector<neighbor> of_a;
    for (const person_traits &b : pool) {
      const double similarity = trait_similarity(a.view(), b.view(), 100);
      if (a.id != b.id && !std::isnan(similarity)) of_a.push_back({a.id, b.id, similarity});
    }
    std::sort(of_a.begin(), of_a.end(), [](const neighbor &x, const neighbor &y) {
      const double of_x = without_noise(x.similarity), of_y = without_noise(y.similarity);
      return of_x != of_y ? of_x > of_y : x.other < y.other;
    });
    of_a.resize(std::min(k, of_a.size()));
    all.insert(all.end(), of_a.begin(), of_a.end());
  }
  std::stable_sort(all.begin(), all.end(), [](const neighbor &x, const neighbor &y) { return x.person < y.person; });
  return all;
}

TEST(neighbors, are_the_nearest_of_all) {
  std::mt19937 random(21);
  for (std::uint32_t round = 0; round < 24; ++round) {
    auto pool = random_pool(round, 1 + random() % 140, round % 2 == 1, round % 3 == 0 ? 3 : 1000);
    const std::size_t k = 1 + random() % 12;
    const auto wanted = look_at_every_pair(pool, k);
    for (int order = 0; order < 2; ++order) {
      std::shuffle(pool.begin(), pool.end(), random);
      trait_pool all, rest;
      for (std::size_t i = 0; i < pool.size(); ++i)
        (i % 3 == 0 ? rest : all).add(pool[i].id, pool[i].view(), static_cast<std::int32_t>(k));
      native_writer written;
      rest.serialize(written);
      native_reader in(written.bytes());
      all.merge(trait_pool::deserialize(in));
      const auto found = all.neighbors();
      ASSERT_EQ(found.size(), wanted.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].person, wanted[i].person);
        EXPECT_EQ(found[i].other, wanted[i].other);
        EXPECT_EQ(found[i].similarity, wanted[i].similarity);
      }
    }
  }
}

TEST(neighbors, refuse_what_is_no_pool) {
  const auto pool = random_pool(1, 3, false, 10);
  trait_pool all;
  EXPECT_THROW(all.add(1, pool[0].view(), 0), error);
  EXPECT_THROW(all.add(1, pool[0].view(), 10001), error);
  EXPECT_TRUE(all.neighbors().empty());
  all.add(1, pool[0].view(), 2);
  EXPECT_THROW(all.add(2, pool[1].view(), 3), error);
  all.add(1, pool[1].view(), 2);
  EXPECT_THROW(all.neighbors(), error) << "a person twice";
  trait_pool wide;
  person_traits a = pool[0], b = pool[1];
  a.values[2] = -1e308, b.values[2] = 1e308;
  wide.add(1, a.view(), 2);
  wide.add(2, b.view(), 2);
  EXPECT_THROW(wide.neighbors(), error);
}

double product_of(const double *a, const std::vector<double> &b) {
  return std::inner_product(b.begin(), b.end(), a, 0.0);
}

TEST(embeddings, are_the_best_of_all) {
  std::mt19937 random(22);
  std::normal_distribution<> normal;
  for (int round = 0; round < 30; ++round) {
    const std::size_t d = 1 + random() % 40, queries = 1 + random() % 9, n = random() % 300;
    const auto k = static_cast<std::int32_t>(1 + random() % 12);
    const auto metric = round % 2 == 0 ? embedding_metric::cosine : embedding_metric::inner_product;
    const double scale = round % 5 == 4 ? 1e40 : 1.0;  // beyond single precision
    std::vector<double> asked(queries * d);
    for (double &x : asked) x = normal(random);
    std::vector<std::vector<double>> rows(n);
    for (auto &row : rows) {
      if (random() % 4 == 0 && &row != &rows[0]) {
        row = rows[0];  // a tie
        continue;
      }
      for (std::size_t e = 0; e < d; ++e) row.push_back(scale * normal(random));
    }
    embedding_search whole(asked, queries, d, k, metric), part(asked, queries, d, k, metric);
    for (std::size_t i = 0; i < n; ++i)
      (i % 2 == 0 ? whole : part).add(static_cast<std::int64_t>(n - i), span<double>(rows[i]));
    native_writer written;
    part.serialize(written);
    native_reader in(written.bytes());
    whole.merge(embedding_search::deserialize(in));
    const auto found = whole.matches();
    std::size_t at = 0;
    for (std::size_t q = 0; q < queries; ++q) {
      std::vector<double> wanted;
      const double *query = asked.data() + q * d;
      for (const auto &row : rows) {
        double score = product_of(query, row);
        if (metric == embedding_metric::cosine)
          score /= std::sqrt(product_of(row.data(), row)) * std::sqrt(std::inner_product(query, query + d, query, 0.0));
        wanted.push_back(score);
      }
      std::sort(wanted.rbegin(), wanted.rend());
      for (std::size_t i = 0; i < std::min<std::size_t>(n, static_cast<std::size_t>(k)); ++i, ++at) {
        ASSERT_LT(at, found.size());
        EXPECT_EQ(found[at].query, static_cast<std::int32_t>(q + 1));
        EXPECT_NEAR(found[at].score, wanted[i], 1e-13 * std::fmax(1.0, std::fabs(wanted[i])));
        if (i == 0) continue;
        EXPECT_TRUE(found[at - 1].score > found[at].score || found[at - 1].id < found[at].id);
      }
    }
    EXPECT_EQ(at, found.size());
  }
}

TEST(embeddings, refuse_and_pass_over) {
  EXPECT_THROW(embedding_search({}, 1, 0, 1, embedding_metric::cosine), error);
  EXPECT_THROW(embedding_search({1, std::nan("")}, 1, 2, 1, embedding_metric::cosine), error);
  EXPECT_THROW(embedding_search({1, 2}, 1, 2, 0, embedding_metric::cosine), error);
  EXPECT_THROW(metric_named("l2"), error);
  embedding_search search({1, 2}, 1, 2, 3, embedding_metric::cosine);
  const std::vector<float> zero = {0, 0}, one = {1}, not_a_number = {1, std::nanf("")};
  search.add(1, span<float>(zero));
  EXPECT_TRUE(search.matches().empty());
  EXPECT_THROW(search.add(1, span<float>(one)), error);
  EXPECT_THROW(search.add(1, span<float>(not_a_number)), error);
  const std::vector<double> far = {1e308, 1e308}, near = {5e-324, 0};
  embedding_search products({1e10, 2}, 1, 2, 3, embedding_metric::inner_product);
  EXPECT_THROW(products.add(1, span<double>(far)), error);
  products.add(1, span<double>(near));
  EXPECT_THROW(products.merge(search), error);
}

TEST(embeddings, have_a_direction_however_long_they_are) {
  for (const double length : {5e-324, 1e-300, 1e-160, 1e-30, 1.0, 1e160, 1e308}) {
    embedding_search search({3e200, 4e200, 0}, 1, 3, 3, embedding_metric::cosine);
    const std::vector<double> along = {length, 0, 0}, across = {0, 0, -length}, against = {-length, 0, 0};
    search.add(1, span<double>(across));
    search.add(2, span<double>(along));
    search.add(3, span<double>(against));
    const auto found = search.matches();
    ASSERT_EQ(found.size(), 3U);
    EXPECT_DOUBLE_EQ(found[0].score, 0.6);
    EXPECT_EQ(found[0].id, 2);
    EXPECT_EQ(found[1].score, 0.0);
    EXPECT_DOUBLE_EQ(found[2].score, -0.6);
  }
}

}  // namespace
}  // namespace harmony::affinity
