// libFuzzer target of the linear states' stored forms:
//   cmake -S . -B build/fuzz -DHARMONY_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++ && cmake --build build/fuzz
//   mkdir -p build/fuzz/corpus
//   build/fuzz/fuzz_linear_states -max_len=4096 -max_total_time=60 build/fuzz/corpus
//   test/fuzz/statistics/corpus/linear_states
// The seeds are one small state of each kind, as harmony.linear_state's text form has it, behind the byte of its form.
#include "linear_states.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  harmony::fuzz::read_and_use(data, size);
  return 0;
}
