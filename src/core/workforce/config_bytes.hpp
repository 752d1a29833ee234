// A configuration as portable bytes: what one process hands another one, and what a chunk's digest is taken of.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/config.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace harmony::workforce {

void serialize(const config &asked, std::vector<unsigned char> &out);
/// Error 22P03 for bytes that serialize() did not write; 22023 and 54000 as check() with those limits.
config deserialize_config(const unsigned char *bytes, std::size_t size, const limits &most);

using config_digest = std::array<unsigned char, 16>;
/// BLAKE2b of the bytes and the model's version.
config_digest digest_of(const config &asked);

}  // namespace harmony::workforce
