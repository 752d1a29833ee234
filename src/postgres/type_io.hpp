// What input, output, receive and send functions of a type take and give.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "postgres/guard.hpp"

namespace harmony::postgres {

/// The result of an output function, and of a send function.
Datum text_output(const std::string &text);
Datum binary_output(const std::vector<unsigned char> &bytes);

/// What is left of the message that a receive function reads, argument 0.
const unsigned char *received(FunctionCallInfo fcinfo, std::size_t *size);

}  // namespace harmony::postgres
