#include "core/delivery/numbering.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>
#include <array>

namespace harmony::delivery {

namespace {

constexpr int digit_bits = 11;
constexpr std::size_t digits = std::size_t{1} << digit_bits;

struct keyed {
  std::uint64_t key;  // above the least of all
  std::uint32_t index;
};

// Sorts by key, a digit at a time from the lowest; a digit that all share takes no pass.
void sort_by_key(std::vector<keyed> &entries, std::uint64_t range) {
  std::vector<keyed> other(entries.size());
  for (int shift = 0; shift < 64 && range >> shift != 0; shift += digit_bits) {
    poll_interrupt();
    std::array<std::size_t, digits> begin{};
    const auto digit = [shift](const keyed &e) { return static_cast<std::size_t>(e.key >> shift) % digits; };
    for (const keyed &e : entries) ++begin[digit(e)];
    std::size_t before = 0;
    bool is_shared = false;
    for (std::size_t &count : begin) {
      is_shared = is_shared || count == entries.size();
      const std::size_t here = count;
      count = before;
      before += here;
    }
    if (is_shared) continue;
    for (const keyed &e : entries) other[begin[digit(e)]++] = e;
    entries.swap(other);
  }
}

std::uint64_t distance(std::int64_t low, std::int64_t high) {
  return static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
}

numbering by_table(const std::vector<std::int64_t> &given, std::int64_t least, std::uint64_t range) {
  std::vector<std::uint32_t> place_of(static_cast<std::size_t>(range) + 1);
  for (const std::int64_t x : given) place_of[distance(least, x)] = 1;
  numbering out;
  for (std::size_t k = 0; k < place_of.size(); ++k) {
    if (place_of[k] == 0) continue;
    place_of[k] = static_cast<std::uint32_t>(out.numbers.size());
    out.numbers.push_back(static_cast<std::int64_t>(static_cast<std::uint64_t>(least) + k));
  }
  poll_interrupt();
  out.place.resize(given.size());
  for (std::size_t i = 0; i < given.size(); ++i) out.place[i] = place_of[distance(least, given[i])];
  return out;
}

numbering by_sorting(const std::vector<std::int64_t> &given, std::int64_t least, std::uint64_t range) {
  std::vector<keyed> entries(given.size());
  for (std::size_t i = 0; i < given.size(); ++i)
    entries[i] = {distance(least, given[i]), static_cast<std::uint32_t>(i)};
  sort_by_key(entries, range);
  numbering out;
  out.place.resize(given.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i == 0 || entries[i].key != entries[i - 1].key)
      out.numbers.push_back(static_cast<std::int64_t>(static_cast<std::uint64_t>(least) + entries[i].key));
    out.place[entries[i].index] = static_cast<std::uint32_t>(out.numbers.size() - 1);
  }
  return out;
}

}  // namespace

numbering numbering_of(const std::vector<std::int64_t> &given) {
  if (given.empty()) return {};
  if (given.size() > 0x7fffffff) throw error(sqlstate::program_limit_exceeded, "too many commits");
  const auto [least, most] = std::minmax_element(given.begin(), given.end());
  const std::uint64_t range = distance(*least, *most);
  constexpr std::uint64_t slots_for_each = 4;
  return range / slots_for_each < given.size() ? by_table(given, *least, range) : by_sorting(given, *least, range);
}

}  // namespace harmony::delivery
