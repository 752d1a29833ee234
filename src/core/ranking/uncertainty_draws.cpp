#include "core/ranking/uncertainty_draws.hpp"

#include "core/base/philox.hpp"
#include "core/base/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace harmony::ranking {

namespace {

constexpr std::size_t normals_of_block = 4;

/// ln x of 0 < x < 1, by the series of artanh.
double natural_logarithm(double x) noexcept {
  constexpr double ln_2 = 0.693147180559945309, root_of_half = 0.707106781186547524;
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);
  if (mantissa < root_of_half) {
    mantissa *= 2.0;
    --exponent;
  }
  const double s = (mantissa - 1.0) / (mantissa + 1.0), square = s * s;
  double sum = 0.0;
  for (int power = 15; power >= 1; power -= 2) sum = sum * square + 1.0 / power;
  return 2.0 * s * sum + exponent * ln_2;
}

/// The random numbers of one person under one seed.
class person_stream {
 public:
  person_stream(const std::array<std::uint8_t, 16> &person, std::uint64_t seed) noexcept {
    philox_counter words{};
    for (std::size_t k = 0; k < person.size(); ++k)
      words[k / 4] |= static_cast<std::uint32_t>(person[k]) << (8U * (k % 4));
    of_person_ = philox(words, {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)});
  }

  /// Four standard normal numbers.
  std::array<double, normals_of_block> block(std::uint32_t number) const noexcept {
    const philox_counter bits = philox({number, of_person_[2], of_person_[3], 0}, {of_person_[0], of_person_[1]});
    return {normal_of_bits(bits[0]), normal_of_bits(bits[1]), normal_of_bits(bits[2]), normal_of_bits(bits[3])};
  }

 private:
  philox_counter of_person_{};
};

/// A candidate's ŷ without its error of measurement: normal, after regression to the mean.
struct draw_distribution {
  person_stream stream;
  double mean, sd;
};

/// The share of the pool's variance that is not error of measurement. At least a twentieth: with less, who is best is
/// chance, and the probabilities hardly change.
double reliability_of(double noise, const spread_of_success &pool) noexcept {
  constexpr double least = 0.05;
  if (!(noise > 0.0) || pool.n <= 3) return 1.0;
  const double n = static_cast<double>(pool.n);
  return std::max(least, 1.0 - (n - 3.0) / (n - 1.0) * noise / pool.variance);
}

std::vector<draw_distribution> distributions_of(const std::vector<drawn_candidate> &candidates,
                                                const spread_of_success &pool, const draw_plan &plan) {
  double noise = 0.0;  // the mean variance of error
  for (const drawn_candidate &entry : candidates)
    noise += entry.error * entry.error / static_cast<double>(candidates.size());
  const double reliability = reliability_of(noise, pool);
  std::vector<draw_distribution> result;
  result.reserve(candidates.size());
  for (const drawn_candidate &entry : candidates) {
    const double variance = entry.error * entry.error;
    const double weight =
        reliability < 1.0 ? reliability / (reliability + (1.0 - reliability) * variance / noise) : 1.0;
    result.push_back({person_stream(entry.person, plan.seed),
                      weight < 1.0 ? pool.mean + weight * (entry.success - pool.mean) : entry.success,
                      std::sqrt(weight * variance + plan.residual_sd * plan.residual_sd)});
  }
  return result;
}

/// Adds one draw of all: a place among the best k counts 1, and who ties for the last of them shares what is left.
void count_best(const std::vector<double> &drawn, std::size_t k, std::vector<double> &scratch,
                std::vector<double> &counts) {
  scratch = drawn;
  std::nth_element(scratch.begin(), scratch.begin() + static_cast<std::ptrdiff_t>(k - 1), scratch.end(),
                   std::greater<>());
  const double last = scratch[k - 1];
  std::size_t above = 0, equal = 0;
  for (const double value : drawn) {
    above += value > last ? 1 : 0;
    equal += value == last ? 1 : 0;
  }
  const double share = static_cast<double>(k - above) / static_cast<double>(equal);
  for (std::size_t i = 0; i < drawn.size(); ++i)
    if (drawn[i] >= last) counts[i] += drawn[i] > last ? 1.0 : share;
}

}  // namespace

double normal_of_bits(std::uint32_t bits) noexcept {
  const double p = (static_cast<double>(bits) + 0.5) * 0x1p-32, q = p - 0.5;
  if (std::fabs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179) /
           (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1.0);
  }
  const double r = std::sqrt(-natural_logarithm(q < 0.0 ? p : 1.0 - p));
  double x;
  if (r <= 5.0) {
    const double t = r - 1.6;
    x = (((0.17023821103 * t + 1.3067284816) * t + 2.7568153900) * t + 1.4234372777) /
        ((0.12021132975 * t + 0.73700164250) * t + 1.0);
  } else {
    const double t = r - 5.0;
    x = (((0.017337203997 * t + 0.42868294337) * t + 3.0812263860) * t + 6.6579051150) /
        ((0.012258202635 * t + 0.24197894225) * t + 1.0);
  }
  return q < 0.0 ? -x : x;
}

spread_of_success spread_of(span<double> scores) noexcept {
  spread_of_success result;
  double mean = 0.0, squares = 0.0;
  for (const double score : scores) {
    const double step = score - mean;
    mean += step / static_cast<double>(++result.n);
    squares += step * (score - mean);
  }
  if (result.n > 0) result.mean = mean;
  if (result.n > 1) result.variance = squares / static_cast<double>(result.n - 1);
  return result;
}

std::vector<double> top_probabilities(const std::vector<drawn_candidate> &candidates, const spread_of_success &pool,
                                      const draw_plan &plan) {
  const std::size_t n = candidates.size();
  if (n <= plan.top) return std::vector<double>(n, 1.0);
  const std::vector<draw_distribution> distributions = distributions_of(candidates, pool, plan);
  std::vector<double> counts(n, 0.0), scratch;
  std::array<std::vector<double>, normals_of_block> drawn;
  for (std::vector<double> &values : drawn) values.resize(n);
  for (std::size_t done = 0; done < plan.draws; done += normals_of_block) {
    poll_interrupt();
    for (std::size_t i = 0; i < n; ++i) {
      const auto normals = distributions[i].stream.block(static_cast<std::uint32_t>(done / normals_of_block));
      for (std::size_t k = 0; k < normals_of_block; ++k)
        drawn[k][i] = distributions[i].mean + distributions[i].sd * normals[k];
    }
    for (std::size_t k = 0; k < normals_of_block && done + k < plan.draws; ++k)
      count_best(drawn[k], plan.top, scratch, counts);
  }
  for (double &count : counts) count /= static_cast<double>(plan.draws);
  return counts;
}

}  // namespace harmony::ranking
