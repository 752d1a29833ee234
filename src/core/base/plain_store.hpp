// Plain values that grow in place where the system can move their pages. A vector copies what it holds, and keeps both
// copies while it does.
#pragma once

#include "core/base/no_postgres.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

namespace harmony {

template <class T>
class plain_store {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  plain_store() = default;
  plain_store(const plain_store &other) { append(other.data_, other.size_); }
  plain_store(plain_store &&other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  plain_store &operator=(const plain_store &) = delete;
  ~plain_store() { std::free(data_); }

  void push_back(const T &value) {
    if (size_ == capacity_) reserve(size_ + 1);
    data_[size_++] = value;
  }
  void append(const T *values, std::size_t n) {
    reserve(size_ + n);
    if (n > 0) std::memcpy(data_ + size_, values, n * sizeof(T));
    size_ += n;
  }
  T *data() { return data_; }
  const T *data() const { return data_; }
  T &operator[](std::size_t i) { return data_[i]; }
  const T &operator[](std::size_t i) const { return data_[i]; }
  const T *begin() const { return data_; }
  const T *end() const { return data_ + size_; }
  std::size_t size() const { return size_; }

 private:
  void reserve(std::size_t n) {
    if (n <= capacity_) return;
    const std::size_t capacity = std::max({n, 2 * capacity_, std::size_t{64}});
    void *grown = std::realloc(static_cast<void *>(data_), capacity * sizeof(T));
    if (grown == nullptr) throw std::bad_alloc();
    data_ = static_cast<T *>(grown);
    capacity_ = capacity;
  }

  T *data_ = nullptr;
  std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace harmony
