#include "core/statistics/groups.hpp"

#include "core/base/interrupt.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace harmony::statistics {

namespace {

// Multiply and fold, eight bytes a step. Only the speed depends on it: results are ordered by name.
std::uint64_t hash_of(std::string_view s) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;
  std::uint64_t h = s.size() * factor;
  const char *p = s.data();
  std::size_t left = s.size();
  for (; left >= 8; left -= 8, p += 8) {
    std::uint64_t word;
    std::memcpy(&word, p, 8);
    h = (h ^ word) * factor;
    h ^= h >> 29;
  }
  std::uint64_t word = 0;
  if (left > 0) std::memcpy(&word, p, left);  // an empty text may have no address
  h = (h ^ word) * factor;
  h ^= h >> 32;
  return h * factor;
}

bool is_negative(std::string_view number) { return !number.empty() && number.front() == '-'; }

// Decimal numbers without leading zeros.
bool less_as_number(std::string_view a, std::string_view b) {
  if (is_negative(a) != is_negative(b)) return is_negative(a);
  if (is_negative(a)) std::swap(a, b);
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

}  // namespace

std::string_view group_index::name(std::size_t group) const {
  const std::uint64_t begin = group == 0 ? 0 : ends_[group - 1];
  return {names_.data() + begin, static_cast<std::size_t>(ends_[group] - begin)};
}

std::uint32_t group_index::find_or_add(std::string_view wanted) {
  if (last_ < size() && name(last_) == wanted) return last_;
  if (2 * (size() + 1) > slots_.size()) grow();
  const std::uint64_t hash = hash_of(wanted);
  const std::uint64_t high = hash & 0xFFFFFFFF00000000u;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = (hash >> 20) & mask;; i = (i + 1) & mask) {
    const std::uint64_t slot = slots_[i];
    if (slot == 0) {
      names_.append(wanted);
      ends_.push_back(names_.size());
      last_ = static_cast<std::uint32_t>(size() - 1);
      slots_[i] = high | (last_ + 1);
      return last_;
    }
    const auto group = static_cast<std::uint32_t>(slot) - 1;
    if ((slot & 0xFFFFFFFF00000000u) == high && name(group) == wanted) return last_ = group;
  }
}

void group_index::grow() {
  constexpr std::size_t most_slots = std::size_t{1} << 32;
  if (slots_.size() >= most_slots) throw error(sqlstate::program_limit_exceeded, "too many groups");
  slots_.assign(std::max<std::size_t>(16, 2 * slots_.size()), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t group = 0; group < size(); ++group) {
    if (group % 65536 == 0) poll_interrupt();
    const std::uint64_t hash = hash_of(name(group));
    std::size_t i = (hash >> 20) & mask;
    while (slots_[i] != 0) i = (i + 1) & mask;
    slots_[i] = (hash & 0xFFFFFFFF00000000u) | (group + 1);
  }
}

std::vector<std::uint32_t> group_index::ordered(bool by_number) const {
  std::vector<std::uint32_t> order(size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::size_t compared = 0;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (++compared % 65536 == 0) poll_interrupt();
    return by_number ? less_as_number(name(a), name(b)) : name(a) < name(b);
  });
  return order;
}

void group_index::serialize(native_writer &out) const {
  out.text(names_);
  out.values(ends_);
}

group_index group_index::deserialize(native_reader &in) {
  const std::string_view names = in.text();
  const auto ends = in.values<std::uint64_t>();
  group_index index;
  std::uint64_t begin = 0;
  for (const std::uint64_t end : ends) {
    if (end < begin || end > names.size())
      throw error(sqlstate::invalid_binary_representation, "aggregate state holds an impossible name");
    index.find_or_add(names.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
    begin = end;
  }
  return index;
}

void grouped_moments::merge(const grouped_moments &other) {
  by_number_ = other.by_number_;
  for (std::size_t group = 0; group < other.size(); ++group) {
    if (group % 4096 == 0) poll_interrupt();
    const std::uint32_t i = index_.find_or_add(other.name(group));
    if (i == moments_.size()) moments_.emplace_back();
    moments_[i].merge(other.moments_[group]);
  }
}

void grouped_moments::serialize(native_writer &out) const {
  out.value(by_number_);
  index_.serialize(out);
  out.values(moments_);
}

grouped_moments grouped_moments::deserialize(native_reader &in) {
  grouped_moments state(in.value<bool>());
  state.index_ = group_index::deserialize(in);
  state.moments_ = in.values<moments>();
  if (state.index_.size() != state.moments_.size())
    throw error(sqlstate::invalid_binary_representation, "aggregate state has groups without moments");
  return state;
}

}  // namespace harmony::statistics
