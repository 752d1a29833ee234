// The last few things that took long to prepare.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace harmony::psychometrics {

/// Keeps the last `most` objects; the oldest goes first. An object that was got from it lives on while it is held.
template <class Object, std::size_t most>
class recent {
 public:
  /// The object that `matches` is true of; null where there is none.
  template <class Match>
  std::shared_ptr<const Object> find(const Match &matches) const {
    for (const auto &object : kept_)
      if (matches(*object)) return object;
    return nullptr;
  }

  void keep(const std::shared_ptr<const Object> &object) {
    if (kept_.size() < most) {
      kept_.push_back(object);
      return;
    }
    kept_[oldest_] = object;
    oldest_ = (oldest_ + 1) % most;
  }

 private:
  std::vector<std::shared_ptr<const Object>> kept_;
  std::size_t oldest_ = 0;
};

}  // namespace harmony::psychometrics
