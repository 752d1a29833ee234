// libFuzzer target of what reads texts of the SQL guard: where a comment starts, what an intent asks for, how far names
// are apart.
//   test/deep/fuzz.sh statement_text
#include "core/oversight/lexicon.hpp"
#include "core/oversight/masked_sql.hpp"
#include "core/oversight/near_names.hpp"
#include "core/oversight/sql_tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace harmony::oversight;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char *>(data), size);
  for (const bool standard : {false, true}) {
    const std::size_t at = first_comment(text, standard);
    require(at == std::string_view::npos || (at + 1 < size && (text[at] == '-' || text[at] == '/')));
  }
  const std::string masked = masked_sql(text, true);
  require(masked.find("--") == std::string::npos || masked.find('"') != std::string::npos);
  const std::vector<std::string> features = expected_features(default_lexicon(), text);
  const intent_match match = match_intent(features, features);
  require(match.confidence == 1 && match.missed.empty() && match.extra.empty());
  const std::string_view first = text.substr(0, size / 2), second = text.substr(size / 2);
  require(name_distance(first, second) == name_distance(second, first));
  require(first.size() > 63 || name_distance(first, first) == 0);
  return 0;
}
