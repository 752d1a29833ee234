// libFuzzer target of the names that documents hold: keys of traits, polarities, positions; any bytes, any length.
//   test/deep/fuzz.sh names
#include "core/person/profile.hpp"
#include "core/recruitment/position_names.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  using namespace harmony;
  const std::string_view text(reinterpret_cast<const char *>(data), size);
  const std::string_view left = text.substr(0, size / 2), right = text.substr(size / 2);
  const std::size_t distance = recruitment::letters_apart(left, right);
  if (distance != recruitment::letters_apart(right, left) || distance > 64) std::abort();
  if (const auto found = person::find_trait(text); found && person::trait_name(*found) != text) std::abort();
  if (const auto found = person::find_polarity(text); found && person::polarity_name(*found) != text) std::abort();
  for (const bool has_benchmarks : {false, true})
    recruitment::find_unknown_position(text, has_benchmarks, recruitment::default_safety_rules());
  return 0;
}
