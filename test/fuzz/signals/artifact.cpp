// libFuzzer target of artifacts: any bytes, whole and cut in two, are told alike; what is told keeps the rules.
//   test/deep/fuzz.sh artifact
#include "core/signals/artifact.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace harmony::signals;

void require(bool holds) {
  if (!holds) std::abort();
}

// What was told, in one text.
class told_lines : public artifact_sink {
 public:
  std::string told;
  std::size_t last = 0;

  void kind(artifact_kind kind) override { told += name_of(kind); }
  void node(std::size_t line, const node_metadata &node) override {
    require(!node.node_id.empty() && !node.metric_id.empty() && node.metric_id.size() <= longest_id);
    require(node.polarity != "target_range" || node.range_low <= node.range_high);
    add(line, node.node_id);
  }
  void entity(std::size_t line, const entity_line &entity, std::string_view excerpt) override {
    require(!entity.facility_id.empty() && entity.facility_id.size() <= longest_id);
    require(entity.is_monthly == std::isnan(entity.value) && entity.periods.size() == entity.values.size());
    for (std::size_t k = 0; k < entity.values.size(); ++k) {
      require(std::isfinite(entity.values[k]) && entity.periods[k] % 100 >= 1 && entity.periods[k] % 100 <= 12);
      require(k == 0 || entity.periods[k - 1] < entity.periods[k]);
      told += std::to_string(entity.values[k]);
    }
    require(!std::isinf(entity.value) && !(entity.encounters < 0) && entity.may_be_again == !excerpt.empty());
    told += std::to_string(entity.value);
    add(line, entity.facility_id);
  }
  void document(std::size_t line, std::string_view text) override { add(line, text); }
  void refused(std::size_t line, std::string_view reason, std::string_view excerpt) override {
    require(!reason.empty() && excerpt.size() <= longest_excerpt && excerpt.find('\0') == std::string_view::npos);
    told += excerpt;
    add(line, reason);
  }
  void statistic(std::size_t line, std::string_view name, double stated, double) override {
    require(std::isfinite(stated) && line == last);
    told += name;
  }

 private:
  // A line is told once.
  void add(std::size_t line, std::string_view text) {
    require(line > last);
    last = line;
    told += std::to_string(line);
    told += text;
  }
};

std::string read_pieces(std::string_view first, std::string_view second) {
  told_lines sink;
  artifact_parser parser(sink, {});
  parser.push(first);
  parser.push(second);
  parser.finish();
  return sink.told;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  std::string_view given(reinterpret_cast<const char *>(data), size);
  const std::size_t cut = size == 0 ? 0 : data[0] * size / 256;
  require(read_pieces(given, {}) == read_pieces(given.substr(0, cut), given.substr(cut)));
  // Behind a node, so that entities are reached.
  const std::string node = R"({"type":"node_metadata","canonical_node_id":"n","metric_id":"m"})";
  require(read_pieces(node + "\n", given) == read_pieces(node + "\n" + std::string(given), {}));
  return 0;
}
