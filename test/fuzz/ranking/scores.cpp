// libFuzzer target of scoring, response quality, snapshots and matching:
//   cmake -S . -B build/fuzz -DHARMONY_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++ && cmake --build build/fuzz
//   mkdir -p build/fuzz/scores && build/fuzz/fuzz_scores -max_len=2048 -max_total_time=60 build/fuzz/scores
#include "scores.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  harmony::fuzz::evaluate(data, size);
  return 0;
}
