// Answers put in the order of the items: looked up by their texts, and gathered from rows of one answer.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace harmony::import {

using answers = std::vector<std::optional<std::int32_t>>;

/// What texts stand for; it keeps them.
class dictionary {
 public:
  void add(std::string_view text, std::int32_t value) { value_.emplace(storage_.emplace_back(text), value); }

  void reserve(std::size_t n) {
    storage_.reserve(n);  // the views into short texts must stay where they are
    value_.reserve(n);
  }

  std::optional<std::int32_t> find(std::string_view text) const {
    const auto found = value_.find(text);
    return found == value_.end() ? std::nullopt : std::optional<std::int32_t>(found->second);
  }

 private:
  std::vector<std::string> storage_;
  std::unordered_map<std::string_view, std::int32_t> value_;
};

/// Of several answers to one item the newest: by their time, those without one first, then by their place in the file.
class gathered_answers {
 public:
  /// `is_first`: the oldest counts instead.
  gathered_answers(std::size_t n_items, bool is_first) : cells_(n_items), is_first_(is_first) {}

  /// `item` counts from 0 and is one of the sheet's.
  void add(std::size_t item, std::int32_t value, std::int64_t at, std::int64_t place) {
    cell &kept = cells_[item];
    const bool is_newer = at != kept.at ? at > kept.at : place > kept.place;
    if (!kept.value || is_newer != is_first_) kept = {value, at, place};
  }

  std::size_t n_items() const { return cells_.size(); }

  answers sheet() const {
    answers all;
    all.reserve(cells_.size());
    for (const cell &kept : cells_) all.push_back(kept.value);
    return all;
  }

 private:
  struct cell {
    std::optional<std::int32_t> value;
    std::int64_t at = 0, place = 0;
  };
  std::vector<cell> cells_;
  bool is_first_;
};

}  // namespace harmony::import
