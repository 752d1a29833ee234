// libFuzzer target of the stored state of a snapshot, any bytes: what is accepted is stored again as the same, whole
// and in pieces; nothing but an error about data may come out.
//   test/deep/fuzz.sh snapshot_states
#include "core/base/error.hpp"
#include "core/psychometrics/snapshot.hpp"
#include "core/psychometrics/snapshot_state.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

void require(bool kept) {
  if (!kept) std::abort();
}

void read(const std::uint8_t *data, std::size_t size) {
  using namespace harmony::psychometrics;
  snapshot_builder builder, again;
  add_packed(data, size, builder);
  const std::vector<unsigned char> packed = pack_results(builder);
  builder.finish();
  add_packed(packed.data(), packed.size(), again);
  require(pack_results(again) == packed);
  add_packed(packed.data(), packed.size(), again);
  require(pack_results(again) == packed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  try {
    read(data, size);
  } catch (const harmony::error &e) {
    const std::string_view kind = std::string_view(e.sqlstate()).substr(0, 2);
    require(kind == "22" || kind == "54");
  }
  return 0;
}
