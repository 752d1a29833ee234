// Cox's model against its definition, computed row by row; values of R's survival where said.
#include "core/base/error.hpp"
#include "core/statistics/cox.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace harmony::statistics {
namespace {

struct person {
  double start, stop;
  bool event;
  std::vector<double> x;
  int cluster = 0;
};
using people = std::vector<person>;

enum class form { plain, counting, robust };

row_blocks kept(const people &rows, form f) {
  row_blocks out;
  for (const person &r : rows) {
    std::vector<double> row{r.stop, r.event ? 1.0 : 0.0};
    if (f == form::counting) row.insert(row.begin(), r.start);
    if (f == form::robust) row.insert(row.begin(), r.cluster);
    row.insert(row.end(), r.x.begin(), r.x.end());
    out.add(row.data(), row.size());
  }
  return out;
}

double dot(const std::vector<double> &a, const std::vector<double> &b) {
  double s = 0;
  for (std::size_t j = 0; j < a.size(); ++j) s += a[j] * b[j];
  return s;
}

// Efron's partial likelihood from its definition, over the people as they stand.
double log_likelihood(const people &rows, const std::vector<double> &b) {
  double out = 0;
  std::vector<double> times;
  for (const person &r : rows)
    if (r.event) times.push_back(r.stop);
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  for (const double t : times) {
    double all = 0, dying = 0;
    int d = 0;
    for (const person &r : rows) {
      if (r.start >= t || r.stop < t) continue;
      all += std::exp(dot(b, r.x));
      if (!r.event || r.stop != t) continue;
      dying += std::exp(dot(b, r.x));
      out += dot(b, r.x);
      ++d;
    }
    for (int l = 0; l < d; ++l) out -= std::log(all - dying * l / d);
  }
  return out;
}

people random_people(unsigned seed, int n, int p, int times, bool late) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> u(0, 1);
  people out;
  for (int i = 0; i < n; ++i) {
    person r{};
    for (int j = 0; j < p; ++j) r.x.push_back(j % 2 == 0 ? 4 * u(random) - 2 : std::floor(3 * u(random)));
    const double t = -std::log(u(random)) / std::exp(0.4 * r.x[0]);
    r.stop = 1 + std::floor(t * times / 3);
    r.start = late ? std::floor(r.stop * u(random) * 0.999) : -1;
    r.event = u(random) < 0.6;
    r.cluster = i / 3;
    out.push_back(std::move(r));
  }
  return out;
}

// At the maximum the differences of the likelihood are 0, and its second ones the inverse covariance.
TEST(Cox, MaximisesTheLikelihood) {
  for (unsigned seed = 1; seed <= 24; ++seed) {
    const bool late = seed % 2 == 0;
    people rows = random_people(seed, 60 + static_cast<int>(seed), 3, seed % 3 == 0 ? 5 : 500, late);
    const cox_model m = late ? fit_cox_counting(kept(rows, form::counting)) : fit_cox(kept(rows, form::plain));
    ASSERT_TRUE(m.converged) << seed;
    EXPECT_NEAR(m.log_likelihood, log_likelihood(rows, m.coefficients), 1e-10);
    EXPECT_NEAR(m.null_log_likelihood, log_likelihood(rows, {0, 0, 0}), 1e-10);
    const double h = 1e-3;
    for (int j = 0; j < 3; ++j) {
      std::vector<double> up = m.coefficients, down = up;
      up[j] += h;
      down[j] -= h;
      const double a = log_likelihood(rows, up), b = log_likelihood(rows, down);
      EXPECT_NEAR((a - b) / (2 * h), 0, 1e-4) << seed;
      double information = -(a - 2 * m.log_likelihood + b) / (h * h), product = 0;
      for (int k = 0; k < 3; ++k) {
        if (k == j) {
          product += information * m.covariance[3 * k + j];
          continue;
        }
        const auto at = [&](double s, double t) {
          std::vector<double> c = m.coefficients;
          c[j] += s;
          c[k] += t;
          return log_likelihood(rows, c);
        };
        product -= (at(h, h) - at(h, -h) - at(-h, h) + at(-h, -h)) / (4 * h * h) * m.covariance[3 * k + j];
      }
      EXPECT_NEAR(product, 1, 1e-4) << seed;
    }
  }
}

// Everybody from the beginning is the plain model: two ways through the risk sets.
TEST(Cox, CountingFromTheBeginningIsThePlainModel) {
  people rows = random_people(7, 500, 4, 60, false);
  for (person &r : rows) r.start = 0;
  const cox_model a = fit_cox(kept(rows, form::plain)), b = fit_cox_counting(kept(rows, form::counting));
  for (int j = 0; j < 4; ++j) {
    EXPECT_NEAR(a.coefficients[j], b.coefficients[j], 1e-13);
    EXPECT_NEAR(a.std_errors[j], b.std_errors[j], 1e-13);
  }
  EXPECT_EQ(a.concordance, b.concordance);
}

// Cutting a person's time in two changes nothing.
TEST(Cox, StretchesOfTimeJoin) {
  people rows = random_people(8, 200, 2, 40, false), cut;
  for (person &r : rows) {
    r.start = 0;
    if (r.stop <= 2) {
      cut.push_back(r);
      continue;
    }
    cut.push_back({0, std::floor(r.stop / 2), false, r.x});
    cut.push_back({std::floor(r.stop / 2), r.stop, r.event, r.x});
  }
  const cox_model a = fit_cox_counting(kept(rows, form::counting)), b = fit_cox_counting(kept(cut, form::counting));
  for (int j = 0; j < 2; ++j) EXPECT_NEAR(a.coefficients[j], b.coefficients[j], 1e-13);
  EXPECT_NEAR(a.log_likelihood, b.log_likelihood, 1e-10);
}

TEST(Cox, ConcordanceCountsPairs) {
  for (const bool late : {false, true}) {
    const people rows = random_people(9, 150, 2, 30, late);
    const cox_model m = late ? fit_cox_counting(kept(rows, form::counting)) : fit_cox(kept(rows, form::plain));
    double pairs = 0, agreeing = 0;
    for (const person &i : rows)
      for (const person &j : rows) {
        if (!i.event || j.start >= i.stop || j.stop < i.stop || (j.stop == i.stop && j.event)) continue;
        const double a = dot(m.coefficients, i.x), b = dot(m.coefficients, j.x);
        ++pairs;
        agreeing += a > b + 1e-12 ? 1 : a > b - 1e-12 ? 0.5 : 0;
      }
    EXPECT_NEAR(m.concordance, agreeing / pairs, 1e-12);
  }
}

// A direction exists or not: the level without events, the last to go, and the same with one exception.
TEST(Cox, MonotoneLikelihoodIsSaid) {
  for (const bool late : {false, true}) {
    people rows = random_people(10, 120, 2, 25, late);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i].x.push_back(i % 4 == 0);
      if (i % 4 == 0) rows[i].event = false;
    }
    const form f = late ? form::counting : form::plain;
    const auto fitted = [&] { return late ? fit_cox_counting(kept(rows, f)) : fit_cox(kept(rows, f)); };
    const cox_model m = fitted();
    EXPECT_TRUE(m.separated);
    EXPECT_FALSE(m.converged);
    for (const double b : m.coefficients) EXPECT_TRUE(std::isnan(b));
    EXPECT_TRUE(std::isnan(m.log_likelihood));
    ASSERT_EQ(m.warnings.size(), 1u);
    EXPECT_NE(m.warnings[0].find("x3:"), std::string::npos) << m.warnings[0];
    EXPECT_EQ(m.warnings[0].find("x1"), std::string::npos) << m.warnings[0];
    rows[0].event = true;
    EXPECT_TRUE(fitted().converged);
  }
}

// Who goes first is told by x alone, and by x but for one.
TEST(Cox, OrderedByAPredictor) {
  people rows;
  for (int i = 0; i < 30; ++i) rows.push_back({-1, double(i + 1), true, {std::sqrt(i), std::sin(i)}});
  EXPECT_TRUE(fit_cox(kept(rows, form::plain)).separated);
  std::swap(rows[10].stop, rows[14].stop);
  const cox_model m = fit_cox(kept(rows, form::plain));
  EXPECT_TRUE(m.converged);
  EXPECT_NEAR(m.log_likelihood, log_likelihood(rows, m.coefficients), 1e-9);
}

TEST(Cox, DegenerateRows) {
  people rows = random_people(11, 40, 2, 10, false);
  for (person &r : rows) r.event = false;
  const cox_model none = fit_cox(kept(rows, form::plain));
  EXPECT_EQ(none.events, 0);
  EXPECT_TRUE(std::isnan(none.coefficients[0]));
  EXPECT_TRUE(std::isnan(none.log_likelihood));
  EXPECT_EQ(none.warnings.back(), "there are no events");
  row_blocks empty;
  empty.set_width(3);
  EXPECT_EQ(fit_cox(empty).n, 0);
  const cox_model one = fit_cox(kept({{-1, 3, true, {2}}}, form::plain));
  EXPECT_EQ(one.rank, 0);
  EXPECT_TRUE(std::isnan(one.coefficients[0]));
  EXPECT_EQ(one.log_likelihood, 0);
  EXPECT_THROW(fit_cox(kept({{-1, -1, true, {2}}}, form::plain)), error);
  EXPECT_THROW(fit_cox(kept({{-1, NAN, true, {2}}}, form::plain)), error);
  EXPECT_THROW(fit_cox(kept({{-1, 1, true, {INFINITY}}}, form::plain)), error);
  EXPECT_THROW(fit_cox_counting(kept({{2, 2, true, {2}}}, form::counting)), error);
}

// A predictor that differs between risk sets alone has no coefficient.
TEST(Cox, ThePeriodHasNoCoefficient) {
  people rows = random_people(12, 200, 2, 20, false), cut;
  for (const person &r : rows) {
    cut.push_back({0, std::min(r.stop, 3.0), r.event && r.stop <= 3, {r.x[0], 0}});
    if (r.stop > 3) cut.push_back({3, r.stop, r.event, {r.x[0], 1}});
  }
  const cox_model m = fit_cox_counting(kept(cut, form::counting));
  EXPECT_EQ(m.rank, 1);
  EXPECT_FALSE(std::isnan(m.coefficients[0]));
  EXPECT_TRUE(std::isnan(m.coefficients[1]));
  ASSERT_EQ(m.warnings.size(), 1u);
  EXPECT_EQ(m.warnings[0].substr(0, 3), "x2 ");
}

TEST(Cox, OneClusterHasNoErrors) {
  people rows = random_people(13, 60, 2, 20, false);
  const cox_model many = fit_cox_robust(kept(rows, form::robust), 20);
  EXPECT_EQ(*many.clusters, 20);
  EXPECT_GT(many.std_errors[0], 0);
  for (person &r : rows) r.cluster = 0;
  const cox_model one = fit_cox_robust(kept(rows, form::robust), 1);
  EXPECT_TRUE(std::isnan(one.std_errors[0]));
  EXPECT_EQ(one.coefficients, many.coefficients);
}

TEST(Cox, PredictsAHazardRatio) {
  EXPECT_DOUBLE_EQ(predict_cox({0.5, NAN}, {2, 7}), std::exp(1.0));
  EXPECT_THROW(predict_cox({0.5}, {2, 7}), error);
}

}  // namespace
}  // namespace harmony::statistics
