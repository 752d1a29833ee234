// Sorting that can be cancelled.
#pragma once

#include "core/base/interrupt.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace harmony {

/// Sorts by `less`; interruptible.
template <typename T, typename Less>
void sort_polling(T *first, T *last, Less &&less) {
  std::size_t compared = 0;
  std::sort(first, last, [&](const T &a, const T &b) {
    if (++compared % poll_every == 0) poll_interrupt();
    return less(a, b);
  });
}
template <typename T, typename Less>
void sort_polling(std::vector<T> &values, Less &&less) {
  sort_polling(values.data(), values.data() + values.size(), less);
}
template <typename T>
void sort_polling(std::vector<T> &values) {
  sort_polling(values, [](const T &a, const T &b) { return a < b; });
}

}  // namespace harmony
