#include "core/network/node_index.hpp"

#include "core/base/interrupt.hpp"
#include "core/base/sort_polling.hpp"

#include <algorithm>

namespace harmony::network {

namespace {

// Every bit of the number moves the upper bits of its hash (the finish of MurmurHash3).
std::uint64_t hash_of(std::int64_t number) {
  auto h = static_cast<std::uint64_t>(number);
  h = (h ^ (h >> 33U)) * 0xFF51AFD7ED558CCDU;
  h = (h ^ (h >> 33U)) * 0xC4CEB9FE1A85EC53U;
  return h ^ (h >> 33U);
}

}  // namespace

node_index::slot &node_index::place_of(std::int64_t number) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash_of(number) & mask;
  while (slots_[i].node != 0 && slots_[i].number != number) i = (i + 1) & mask;
  return slots_[i];
}

std::uint32_t node_index::find_number(std::int64_t number) {
  if (2 * (numbers_.size() + 1) > slots_.size()) grow();
  slot &at = place_of(number);
  if (at.node == 0) {
    numbers_.push_back(number);
    at = {number, static_cast<std::uint32_t>(numbers_.size())};
  }
  return at.node - 1;
}

void node_index::grow() {
  constexpr std::size_t least = 16, most = std::size_t{1} << 32U;
  if (slots_.size() >= most) throw error(sqlstate::program_limit_exceeded, "too many nodes");
  slots_.assign(std::max(least, 2 * slots_.size()), slot{0, 0});
  for (std::size_t node = 0; node < numbers_.size(); ++node) {
    if (node % poll_every == 0) poll_interrupt();
    place_of(numbers_[node]) = {numbers_[node], static_cast<std::uint32_t>(node + 1)};
  }
}

std::uint32_t node_index::find_or_add(const node_index &other, std::size_t node) {
  return other.numbers_.empty() ? find_or_add(other.names_.name(node)) : find_or_add(other.numbers_[node]);
}

std::string node_index::name(std::size_t node) const {
  return numbers_.empty() ? std::string(names_.name(node)) : std::to_string(numbers_[node]);
}

std::vector<std::uint32_t> node_index::ordered() const {
  if (numbers_.empty()) return names_.ordered(false);
  std::vector<std::uint32_t> order(numbers_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  sort_polling(order, [&](std::uint32_t a, std::uint32_t b) { return numbers_[a] < numbers_[b]; });
  return order;
}

void node_index::serialize(native_writer &out) const {
  names_.serialize(out);
  out.values(numbers_);
}

node_index node_index::deserialize(native_reader &in) {
  node_index made;
  made.names_ = statistics::group_index::deserialize(in);
  for (const std::int64_t number : in.values<std::int64_t>()) made.find_or_add(number);
  return made;
}

}  // namespace harmony::network
