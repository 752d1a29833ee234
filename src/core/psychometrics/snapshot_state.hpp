// The stored state of a snapshot: the results that count, serialized and kept beside the document, so that new results
// are merged without reading earlier ones.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/psychometrics/snapshot.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace harmony::psychometrics {

/// The stored form of the results that count. The same results give the same bytes, whatever the order in which they
/// were added or merged.
///
/// Little-endian: version (1 byte), the number of shared texts and the texts (families, instruments, flags), the number
/// of results and each result by trait: the trait, family, score (8), measured_at (8), reliable (1), instrument, the
/// number of flags and the flags, where family, instrument and flags are the positions of shared texts.
std::vector<unsigned char> pack_results(const snapshot_builder &builder);

/// Refuses, by throwing, a text that may not be in a profile, such as one in a wrong encoding.
using text_check = void (*)(std::string_view);

/// Adds the results of a stored form, with all checks of add(): the bytes are not trusted. `check` is called once for
/// each text before it is used; null checks nothing.
/// Errors: 22P03 for bytes that pack_results() cannot have written; those of `check` and of snapshot_builder::add().
void add_packed(const unsigned char *bytes, std::size_t size, snapshot_builder &builder, text_check check = nullptr);

}  // namespace harmony::psychometrics
