// libFuzzer target of the linear states' stored forms:
//   cmake -S . -B build/fuzz -DHARMONY_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++ && cmake --build build/fuzz
//   build/fuzz/fuzz_linear_states -max_len=4096 -max_total_time=60 build/fuzz/corpus test/fuzz/corpus/linear_states
#include "linear_states.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  harmony::fuzz::read_and_use(data, size);
  return 0;
}
