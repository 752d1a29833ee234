#include "core/affinity/person_index.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <numeric>

namespace harmony::affinity {

std::size_t person_index::slot_of(std::int64_t id) const {
  std::uint64_t x = static_cast<std::uint64_t>(id) ^ seed_;  // then splitmix64's finish (Steele, Lea and Flood 2014)
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  x ^= x >> 31U;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = x & mask;
  while (slots_[slot] != 0 && ids_[slots_[slot] - 1] != id) slot = (slot + 1) & mask;
  return slot;
}

void person_index::grow() {
  slots_.assign(std::max<std::size_t>(16, 2 * slots_.size()), 0);
  for (std::size_t number = 0; number < ids_.size(); ++number) {
    if (number % poll_every == 0) poll_interrupt();
    slots_[slot_of(ids_[number])] = static_cast<std::uint32_t>(number + 1);
  }
}

std::uint32_t person_index::find_or_add(std::int64_t id) {
  if (4 * (ids_.size() + 1) > 3 * slots_.size()) grow();
  std::uint32_t &slot = slots_[slot_of(id)];
  if (slot == 0) {
    statistics::check_room(ids_.size() + 1);
    ids_.push_back(id);
    slot = static_cast<std::uint32_t>(ids_.size());
  }
  return slot - 1;
}

person_index::order person_index::by_id() const {
  std::vector<std::uint32_t> sorted(ids_.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  sort_polling(sorted, [&](std::uint32_t a, std::uint32_t b) { return ids_[a] < ids_[b]; });
  order out;
  out.place.resize(sorted.size());
  out.ids.resize(sorted.size());
  for (std::size_t place = 0; place < sorted.size(); ++place) {
    out.place[sorted[place]] = static_cast<std::uint32_t>(place);
    out.ids[place] = ids_[sorted[place]];
  }
  return out;
}

person_index person_index::deserialize(native_reader &in) {
  person_index made;
  for (const std::int64_t id : in.values<std::int64_t>()) made.find_or_add(id);
  return made;
}

}  // namespace harmony::affinity
