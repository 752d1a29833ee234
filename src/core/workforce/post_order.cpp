#include "core/workforce/post_order.hpp"

#include "core/base/rounding.hpp"

#include <algorithm>

namespace harmony::workforce {
namespace {

constexpr double order_scale = 1e9;

}  // namespace

void post_order::begin(std::size_t levels, std::size_t most) {
  groups_.clear();
  recent_.assign(levels, {});
  if (known_.size() < levels) known_.resize(levels);
  for (auto &known : known_)
    if (!known.empty()) known.clear();
  size_ = 0;
  for (auto *agents : {&numbers_, &group_of_, &sorted_})
    if (agents->size() < most) agents->resize(most);
}

std::uint32_t post_order::find(std::size_t level, double busy, double output) {
  recent_outputs &recent = recent_[level];
  const auto next = static_cast<std::uint32_t>(groups_.size());
  // The first two outputs of a level stand in the short list alone; mostly there are no others.
  for (int k = 0; k < 2; ++k)
    if (recent.output[k] == 0.0) {
      recent.output[k] = output;
      recent.group[k] = next;
      groups_.push_back(group_of(busy, output));
      return next;
    }
  const auto [found, is_new] = known_[level].emplace(output, next);
  if (is_new) groups_.push_back(group_of(busy, output));
  return found->second;
}

post_order::group post_order::group_of(double busy, double output) {
  return {nearest_integer(output, order_scale), nearest_integer(1.0 - busy * output, order_scale), 0, 0};
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
  for (std::size_t k = 0; k < size_; ++k) sorted_[groups_[same_as_[group_of_[k]]].place++] = numbers_[k];
}

}  // namespace harmony::workforce
