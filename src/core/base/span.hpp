// Non-owning views over arrays (C++17 has no std::span).
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <vector>

namespace harmony {

/// A read-only view of `size` elements at `data`. Never owns; null with size 0 is the empty view.
template <typename T>
struct span {
  const T *data = nullptr;
  std::size_t size = 0;

  span() = default;
  span(const T *first, std::size_t count) : data(first), size(count) {}
  span(const std::vector<T> &elements) : data(elements.data()), size(elements.size()) {}

  const T &operator[](std::size_t i) const { return data[i]; }
  const T *begin() const { return data; }
  const T *end() const { return data + size; }
  bool empty() const { return size == 0; }
};

/// A read-only view of `size` values of which some may be missing, as in an SQL array with NULLs. Where `missing[i]` is
/// set, `values[i]` has no meaning. A null `missing` means that no value is missing.
template <typename T>
struct nullable_span {
  const T *values = nullptr;
  const bool *missing = nullptr;
  std::size_t size = 0;

  bool is_missing(std::size_t i) const { return missing != nullptr && missing[i]; }
  bool empty() const { return size == 0; }
};

}  // namespace harmony
