#include "core/delivery/numbering.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace harmony::delivery {

namespace {

using number_lists = std::initializer_list<nullable_span<std::int64_t>>;

// Calls visit(number, index) of all numbers that are not missing.
template <class Visit>
void for_each(number_lists lists, Visit visit) {
  std::size_t index = 0;
  for (const auto &list : lists) {
    poll_interrupt();
    for (std::size_t i = 0; i < list.size; ++i, ++index)
      if (!list.is_missing(i)) visit(list.values[i], index);
  }
}

std::uint64_t distance(std::int64_t low, std::int64_t high) {
  return static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
}

// A hash table with open addressing, at most three quarters full. Where numbers are made to collide it takes another
// seed.
class number_table {
 public:
  number_table(std::vector<std::int64_t> &numbers, std::size_t expected) : numbers_(numbers) {
    numbers_.reserve(expected);
    std::size_t size = 16;
    while (3 * size < 4 * expected) size *= 2;
    slots_.resize(size);
  }

  void prepare(std::int64_t x) const { __builtin_prefetch(&slots_[slot_of(x)]); }

  std::uint32_t find_or_add(std::int64_t x) {
    std::uint32_t &found = find(x);
    if (found != 0) return found - 1;
    numbers_.push_back(x);
    found = static_cast<std::uint32_t>(numbers_.size());
    const std::uint32_t place = found - 1;
    if (4 * numbers_.size() > 3 * slots_.size()) {
      fill(2 * slots_.size());
    } else if (passed_ > 64 * numbers_.size() + 4096 && seed_ < most_seeds) {
      ++seed_;
      fill(slots_.size());
    }
    return place;
  }

 private:
  static constexpr std::uint64_t most_seeds = 8;

  // The finisher of SplitMix64 (Steele, Lea and Flood 2014).
  std::size_t slot_of(std::int64_t x) const {
    std::uint64_t h = static_cast<std::uint64_t>(x) + (seed_ + 1) * 0x9e3779b97f4a7c15U;
    h = (h ^ (h >> 30)) * (0xbf58476d1ce4e5b9U + 2 * seed_);
    h = (h ^ (h >> 27)) * 0x94d049bb133111ebU;
    return static_cast<std::size_t>(h ^ (h >> 31)) & (slots_.size() - 1);
  }

  std::uint32_t &find(std::int64_t x) {
    std::size_t at = slot_of(x);
    while (slots_[at] != 0 && numbers_[slots_[at] - 1] != x) {
      at = (at + 1) & (slots_.size() - 1);
      if (++passed_ % poll_every == 0) poll_interrupt();
    }
    return slots_[at];
  }

  void fill(std::size_t size) {
    slots_.assign(size, 0);
    passed_ = 0;
    for (std::size_t k = 0; k < numbers_.size(); ++k) find(numbers_[k]) = static_cast<std::uint32_t>(k + 1);
  }

  std::vector<std::int64_t> &numbers_;
  std::vector<std::uint32_t> slots_;  // the place and 1; 0 is free
  std::uint64_t seed_ = 0;
  std::size_t passed_ = 0;  // slots, since it was filled
};

// Some at a time, so that their slots are on the way from memory together.
void number_by_hash(number_lists lists, std::vector<std::int64_t> &different, std::vector<std::uint32_t> &places) {
  std::size_t longest = 0;
  for (const auto &list : lists) longest = std::max(longest, list.size);
  number_table table(different, longest);
  constexpr std::size_t together = 16;
  std::array<std::int64_t, together> numbers;
  std::array<std::size_t, together> indexes;
  std::size_t n = 0;
  const auto flush = [&] {
    for (std::size_t k = 0; k < n; ++k) places[indexes[k]] = table.find_or_add(numbers[k]);
    n = 0;
  };
  for_each(lists, [&](std::int64_t x, std::size_t index) {
    table.prepare(x);
    numbers[n] = x;
    indexes[n] = index;
    if (++n == together) flush();
  });
  flush();
}

}  // namespace

numbering::numbering(number_lists lists) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max(), most = std::numeric_limits<std::int64_t>::min();
  for_each(lists, [&](std::int64_t x, std::size_t) {
    least = std::min(least, x);
    most = std::max(most, x);
  });
  std::size_t all = 0;
  for (const auto &list : lists) all += list.size;
  if (all > 0x7fffffff) throw error(sqlstate::program_limit_exceeded, "too many commits");
  if (least > most) return;
  // A place that is no number's costs nine bytes in first_containing, a number to be found in a table sixteen.
  constexpr std::uint64_t places_for_each = 2;
  const std::uint64_t range = distance(least, most);
  is_dense_ = range / places_for_each < all;
  if (is_dense_) {
    least_ = least;
    size_ = static_cast<std::size_t>(range) + 1;
  } else {
    places_.resize(all);
    number_by_hash(lists, numbers_, places_);
    size_ = numbers_.size();
  }
}

}  // namespace harmony::delivery
