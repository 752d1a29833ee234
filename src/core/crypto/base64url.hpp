// base64url without padding (RFC 4648, section 5), as tokens use it.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/base/secret.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace harmony::crypto {

std::string base64url_encode(std::string_view bytes);

/// The bytes; nothing where the text has padding, white space, another character, unused bits that are set, or a length
/// that no bytes have: one text alone stands for given bytes.
std::optional<secret_string> base64url_decode(std::string_view text);

}  // namespace harmony::crypto
