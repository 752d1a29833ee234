// The scale of a pulse, a member's answer to how things are: fixed, since stored pulses are on it.
#pragma once

#include "core/base/field.hpp"

namespace harmony::team {

inline constexpr bounds pulse_scale{1.0, 5.0};  // worst to best

}  // namespace harmony::team
