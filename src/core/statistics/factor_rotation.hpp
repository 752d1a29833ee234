// How factor loadings are rotated: varimax (orthogonal) or oblimin with gamma 0 (oblique).
#pragma once

#include "core/base/no_postgres.hpp"

#include <string_view>

namespace harmony::statistics {

enum class factor_rotation : int { none, varimax, oblimin };

/// The rotation of this name. Error 22023 for another name.
factor_rotation rotation_named(std::string_view name);

}  // namespace harmony::statistics
