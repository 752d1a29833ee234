// Whether an entity may have been there before: a Bloom filter (1970), small for few and of a fixed size for any
// number.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace harmony::signals {

class entity_filter {
 public:
  /// Adds a hash; false: it is new, that is sure.
  bool add(std::uint64_t hash) {
    if (n_ == few) grow();
    if (n_++ < few) hashes_.push_back(hash);
    return set(hash);
  }

 private:
  static constexpr std::size_t few = 1024, words_for_few = 256, words_for_many = std::size_t{1} << 17;  // 2 KiB, 1 MiB

  // What is in the small filter is known, and goes into the large one.
  void grow() {
    words_.assign(words_for_many, 0);
    for (const std::uint64_t hash : hashes_) set(hash);
    hashes_ = {};
  }
  bool set(std::uint64_t hash) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
    const std::uint64_t step = (hash * odd >> 32) | 1;
    bool was_there = true;
    for (int k = 0; k < 4; ++k, hash += step) {
      std::uint64_t &word = words_[(hash >> 6) % words_.size()];
      const std::uint64_t bit = std::uint64_t{1} << (hash & 63);
      was_there = was_there && (word & bit) != 0;
      word |= bit;
    }
    return was_there;
  }

  std::size_t n_ = 0;
  std::vector<std::uint64_t> hashes_;  // while there are few
  std::vector<std::uint64_t> words_ = std::vector<std::uint64_t>(words_for_few);
};

}  // namespace harmony::signals
