#include "core/workforce/post_order.hpp"

#include "core/base/rounding.hpp"

#include <algorithm>

namespace harmony::workforce {
namespace {

constexpr double order_scale = 1e9;
// Outputs of a level that are looked through one by one.
constexpr std::size_t most_few = 8;

}  // namespace

void post_order::begin(std::size_t levels) {
  groups_.clear();
  if (few_.size() < levels) few_.resize(levels);
  if (others_.size() < levels) others_.resize(levels);
  for (auto &known : few_) known.clear();
  for (auto &known : others_) known.clear();
  numbers_.clear();
  group_of_.clear();
  sorted_.clear();
}

std::uint32_t post_order::find(std::size_t level, double busy, double output) {
  for (const known_output &known : few_[level])
    if (known.output == output) return known.group;
  const auto next = static_cast<std::uint32_t>(groups_.size());
  if (few_[level].size() < most_few) {
    few_[level].push_back({output, next});
  } else {
    const auto [found, is_new] = others_[level].emplace(output, next);
    if (!is_new) return found->second;
  }
  groups_.push_back({nearest_integer(output, order_scale), nearest_integer(1.0 - busy * output, order_scale), 0, 0});
  return next;
}

void post_order::add(std::uint32_t number, std::size_t level, double busy, double output) {
  const std::uint32_t its = find(level, busy, output);
  ++groups_[its].count;
  numbers_.push_back(number);
  group_of_.push_back(its);
}

void post_order::sort() {
  by_key_.resize(groups_.size());
  for (std::uint32_t g = 0; g < by_key_.size(); ++g) by_key_[g] = g;
  std::sort(by_key_.begin(), by_key_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const group &x = groups_[a], &y = groups_[b];
    if (x.spare != y.spare) return x.spare > y.spare;
    return x.output > y.output;
  });
  // Groups that are alike once rounded are one, whose agents stand by number.
  same_as_.resize(groups_.size());
  std::uint32_t place = 0;
  for (std::size_t k = 0; k < by_key_.size();) {
    std::uint32_t count = 0;
    const group &first = groups_[by_key_[k]];
    std::size_t end = k;
    for (; end < by_key_.size(); ++end) {
      const group &next = groups_[by_key_[end]];
      if (next.spare != first.spare || next.output != first.output) break;
      count += next.count;
      same_as_[by_key_[end]] = by_key_[k];
    }
    groups_[by_key_[k]].place = place;
    place += count;
    k = end;
  }
  sorted_.resize(numbers_.size());
  for (std::size_t k = 0; k < numbers_.size(); ++k) sorted_[groups_[same_as_[group_of_[k]]].place++] = numbers_[k];
}

}  // namespace harmony::workforce
