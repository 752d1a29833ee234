// What happens where an assertion of Eigen does not hold: an error of that call. Eigen's own would end the server's
// process and with it every session. The builds include this before everything else; under sanitizers Eigen's own
// stays, which the tests see.
#pragma once
#include "core/base/error.hpp"

namespace harmony {

[[noreturn, gnu::cold, gnu::noinline]] inline void refuse_assertion(const char *condition) {
  throw error(sqlstate::internal_error, std::string("assertion does not hold: ") + condition);
}

}  // namespace harmony

#define eigen_assert(condition) ((condition) ? static_cast<void>(0) : ::harmony::refuse_assertion(#condition))
