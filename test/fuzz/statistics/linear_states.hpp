// What a state that came from outside is put through: read it in every form and use whatever is accepted. Nothing but
// the two codes for invalid input may come out, and nothing may crash. Shared by the fuzzer and the deterministic test.
#pragma once

#include "core/base/error.hpp"
#include "core/statistics/cross_validation.hpp"
#include "core/statistics/linear_model.hpp"
#include "core/statistics/linear_state.serialization.hpp"

#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

namespace harmony::fuzz {

inline void use(const statistics::linear_header *s) {
  using namespace statistics;
  const linear_model model = fit_ols(s, true);
  fit_ols(s, false);
  fit_ridge(s, 0.5);
  fit_nnls(s);
  correlation_matrix(s);
  const std::vector<double> x(s->p, 1.0);
  predict_interval(model, 0.95, x.data(), x.size());
  linear_from_text(linear_to_text(s));
  // Merged into a copy of itself, and taking a row.
  std::vector<double> memory(linear_state_size(s->p, true, (s->flags & linear_weighted) != 0) / sizeof(double));
  linear_header *copy = linear_grow(memory.data(), s);
  if ((s->flags & linear_open) != 0) return;
  linear_merge(copy, s);
  const std::vector<double> row(static_cast<std::size_t>(s->p) + 1, 2.0);
  if ((s->flags & linear_weighted) != 0)
    linear_add_weighted(copy, row.data(), 0.5);
  else
    linear_add(copy, row.data());
  fit_ols(copy, true);
}

inline void use(const statistics::cross_validation_header *s) {
  statistics::cross_validate_ols(s);
  statistics::cross_validate_ridge(s, s->lambda);
  statistics::folds_from_text(statistics::folds_to_text(s));
}

/// The first byte chooses the form (bits 0 and 1) and whether the checksum is made to fit (bit 2), so that what stands
/// behind it is reached. True when something was accepted.
inline bool read_and_use(const unsigned char *data, std::size_t size) {
  using namespace statistics;
  if (size == 0) return false;
  const unsigned char how = data[0];
  std::vector<unsigned char> bytes(data + 1, data + size);
  if ((how & 4) != 0 && bytes.size() >= checksum_size) renew_checksum(&bytes);
  const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
  try {
    const bool folds = (how & 1) != 0;
    const std::vector<unsigned char> state = (how & 2) != 0 ? (folds ? folds_from_text(text) : linear_from_text(text))
                                                            : (folds ? folds_from_binary(bytes.data(), bytes.size())
                                                                     : linear_from_binary(bytes.data(), bytes.size()));
    // The server keeps a value at an address that is a multiple of 8, as a vector of doubles does.
    std::vector<double> memory(state.size() / sizeof(double));
    std::memcpy(memory.data(), state.data(), state.size());
    if (folds)
      use(reinterpret_cast<const cross_validation_header *>(memory.data()));
    else
      use(reinterpret_cast<const linear_header *>(memory.data()));
    return true;
  } catch (const error &e) {
    const std::string_view code = e.sqlstate();
    if (code != sqlstate::invalid_binary_representation && code != sqlstate::invalid_text_representation) std::abort();
    return false;
  }
}

}  // namespace harmony::fuzz
