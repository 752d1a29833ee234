// libFuzzer target of texts as vectors: any bytes, any length, any number of dimensions.
//   test/deep/fuzz.sh embedding
#include "core/oversight/text_embedding.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  using namespace harmony::oversight;
  const int dimensions = size == 0 ? 1 : 1 + data[0] * 3;
  const std::string_view text(reinterpret_cast<const char *>(data), size);
  const std::vector<double> vector = text_embedding(text, dimensions);
  if (vector != text_embedding(" \t" + std::string(text) + "\n", dimensions)) std::abort();
  double squares = 0.0;
  for (const double x : vector) squares += x * x;
  if (!vector.empty() && (vector.size() != static_cast<std::size_t>(dimensions) || std::fabs(squares - 1.0) > 1e-9))
    std::abort();
  return 0;
}
