// Memory for secrets: it is wiped before it is given back.
#pragma once

#include "core/base/no_postgres.hpp"

#include <sodium.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace harmony {

/// The standard allocator, which wipes what it frees.
template <class T>
struct wiping_allocator {
  using value_type = T;

  wiping_allocator() = default;
  template <class U>
  wiping_allocator(const wiping_allocator<U> &) noexcept {}

  T *allocate(std::size_t n) { return std::allocator<T>().allocate(n); }
  void deallocate(T *place, std::size_t n) noexcept {
    sodium_memzero(place, n * sizeof(T));
    std::allocator<T>().deallocate(place, n);
  }
  bool operator==(const wiping_allocator &) const { return true; }
  bool operator!=(const wiping_allocator &) const { return false; }
};

/// Bytes or text of a secret. Up to 15 bytes stand in the object itself and are not wiped: secrets are longer.
using secret_string = std::basic_string<char, std::char_traits<char>, wiping_allocator<char>>;

/// What was read of a secret.
template <class T>
using secret_vector = std::vector<T, wiping_allocator<T>>;

/// A file that holds no usable secret: why, as a whole sentence that quotes nothing of it.
struct unusable_secret {
  const char *reason;
};

}  // namespace harmony
