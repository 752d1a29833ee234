// libFuzzer target of what comes as bytes: configurations and chunks of simulations.
//   cmake -S . -B build/fuzz -DHARMONY_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++ && cmake --build build/fuzz
//   mkdir -p build/fuzz/simulations && build/fuzz/fuzz_simulations -max_total_time=60 build/fuzz/simulations
#include "core/base/error.hpp"
#include "core/workforce/answer.hpp"
#include "core/workforce/config_bytes.hpp"
#include "core/workforce/raw_result.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

// What is small enough to be run at every input.
constexpr harmony::workforce::limits few{20000, 1e6};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  using namespace harmony::workforce;
  try {
    const config asked = deserialize_config(data, size, few);
    // What is read comes back (counts may have been written longer than they must be); a chunk may be forged.
    std::vector<unsigned char> once, twice;
    serialize(asked, once);
    serialize(deserialize_config(once.data(), once.size(), few), twice);
    if (once != twice) std::abort();
    const raw_result all = run(asked);
    sum_up(asked, all);
    std::vector<unsigned char> chunk;
    serialize(asked, all, chunk);
    chunk[size % chunk.size()] ^= 1;
    deserialize(asked, digest_of(asked), chunk.data(), chunk.size());
  } catch (const harmony::error &) {
  }
  return 0;
}
