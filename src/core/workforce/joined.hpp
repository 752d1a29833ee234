// Some roles told as if they were one.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/config.hpp"
#include "core/workforce/figures.hpp"
#include "core/workforce/raw_result.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace harmony::workforce {

/// Places of the named roles. Error 22023 for one that the configuration does not have, or twice, and for none.
std::vector<std::size_t> find_roles(const config &asked, const std::vector<std::string_view> &names);

/// The figures of role_metrics of the roles together, steps 0...n_steps: posts, payroll and what is saved are sums, the
/// rates are means over the agents of all of them. Error 22023 where iterations are missing.
std::vector<figures> sum_up_joined(const config &asked, const raw_result &all, const std::vector<std::size_t> &roles);

}  // namespace harmony::workforce
