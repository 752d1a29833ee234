// The order of values that are told by their names.
#pragma once

#include <string>
#include <vector>

#include "postgres/number_arguments.hpp"

namespace harmony::postgres {

/// The type by which values are ordered: one for all texts, one for all whole numbers, else their own.
Oid order_type(const value_namer &namer);

/// The places of `names`, which differ and are in the order of their bytes, in the order of the values: by the
/// comparison of the type's B-tree; as they are for text, and where there is none. Polls for interrupts.
std::vector<std::uint32_t> value_order(const std::vector<std::string> &names, Oid type);

}  // namespace harmony::postgres
