// Artifacts of an analytics engine: JSON, a line a row, read in pieces of any size. docs/reference/signals_module.md
// has the fields of each kind. A bad line is told with its reason, and never ends the reading.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/signals/artifact_json.hpp"
#include "core/signals/entity_filter.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace harmony::signals {

enum class artifact_kind {
  unknown,
  node,
  contribution,
  classification,
  modeling_run,
  modeling_experiment,
  shap,
  narrative
};
/// The name, which is the `type` of its lines but for node; null for unknown.
const char *name_of(artifact_kind kind);

/// More bytes than this are no line.
inline constexpr std::size_t longest_line = std::size_t{1} << 20;
/// Of a refused line so many bytes are kept.
inline constexpr std::size_t longest_excerpt = 200;

/// The first line of a node artifact.
struct node_metadata {
  std::string_view node_id, metric_id, polarity;
  double range_low, range_high;  // NaN without target_range
  std::string_view text;         // the line
};

/// A later one.
struct entity_line {
  std::string_view facility_id;
  std::vector<std::pair<std::string_view, std::string_view>> dimensions;  // the entity's other parts: id, value
  std::optional<std::string_view> facility, system_name;
  double encounters = 0;  // NaN where not given
  bool is_monthly = false;
  double value = 0;          // NaN where monthly
  std::vector<int> periods;  // YYYYMM, in order; those without a value are left out
  std::vector<double> values;
  bool may_be_again = false;  // an earlier line may have been of the same entity: false is sure
};

/// What becomes of the lines; text is UTF-8 and valid during the call.
class artifact_sink {
 public:
  virtual ~artifact_sink() = default;
  virtual void kind(artifact_kind kind) = 0;
  virtual void node(std::size_t line, const node_metadata &node) = 0;
  /// `excerpt`: empty unless it may be an entity again.
  virtual void entity(std::size_t line, const entity_line &entity, std::string_view excerpt) = 0;
  virtual void document(std::size_t line, std::string_view text) = 0;
  virtual void refused(std::size_t line, std::string_view reason, std::string_view excerpt) = 0;
  /// A statistic that the line states; `computed` is NaN where the other lines are needed for it.
  virtual void statistic(std::size_t line, std::string_view name, double stated, double computed) = 0;
};

class artifact_parser {
 public:
  /// `is_text` as artifact_json has it.
  artifact_parser(artifact_sink &sink, std::function<bool(std::string_view)> is_text);

  void push(std::string_view piece);
  void finish();

 private:
  void take(std::string_view piece);
  void end_line(std::string_view line);
  void read(std::string_view line);
  void read_first(std::string_view line);
  void read_entity(std::string_view line);
  void read_document(std::string_view line);
  void refuse(std::string_view reason, std::string_view line);
  bool may_be_again(const entity_line &entity);
  std::string_view excerpt(std::string_view line);

  artifact_sink &sink_;
  std::function<bool(std::string_view)> is_text_;
  artifact_json json_;
  std::string line_;  // what has come of a line whose end has not
  bool is_too_long_ = false;
  std::size_t n_ = 0;  // lines, empty ones too
  bool has_first_ = false;
  artifact_kind kind_ = artifact_kind::unknown;
  std::string metric_;  // of the node
  bool has_node_ = false;
  entity_line entity_;
  entity_filter seen_;
  std::string excerpt_;
};

/// Reads a line of a node artifact; throw line_refused.
node_metadata read_node(const json_value &line);
void read_entity(const json_value &line, std::string_view metric_id, entity_line &entity);
/// Checks a line of another kind; throws line_refused.
void check_document(artifact_kind kind, const json_value &line);
/// The statistics that a line states.
void tell_node_statistics(const json_value &line, std::size_t number, artifact_sink &sink);
void tell_entity_statistics(const json_value &line, std::string_view metric_id, const entity_line &entity,
                            std::size_t number, artifact_sink &sink);

/// The text of a field, of 1 to `most` bytes; throws line_refused.
std::string_view required_text(const json_value &object, std::string_view name, std::size_t most);
/// The same, or nothing where the field is not there or null; it may be empty.
std::optional<std::string_view> optional_text(const json_value &object, std::string_view name, std::size_t most);
double required_number(const json_value &object, std::string_view name);
inline constexpr std::size_t longest_node_id = 500, longest_id = 200, longest_name = 500;

}  // namespace harmony::signals
