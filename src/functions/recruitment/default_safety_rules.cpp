// harmony.default_safety_rules()
#include "functions/recruitment/recruitment_json.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {

HARMONY_FUNCTION(default_safety_rules) {
  const std::vector<recruitment::safety_rule> &rules = recruitment::default_safety_rules();
  return guarded([&] {
    json_writer json;
    write_safety_rules(json, rules);
    return json.finish();
  });
}

}  // namespace harmony::functions
