// The fields of each kind of line.
#include "core/signals/artifact.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::signals {
namespace {

void refuse_field(std::string_view name, const char *why) { throw line_refused{std::string(name) + " " + why}; }

void require_array(const json_value &object, std::string_view name) {
  if (!object[name].is_array()) refuse_field(name, "is no array");
}

void check_classification(const json_value &line) {
  required_text(line, "signal_type", longest_id);
  const double severity = required_number(line, "severity");
  if (severity != std::floor(severity) || severity < 0 || severity > 100)
    refuse_field("severity", "is no whole number from 0 to 100");
}

void check_contribution(const json_value &line) {
  required_text(line, "child", longest_id);
  optional_text(line, "name", longest_name);
  required_number(line, "value");
  if (required_number(line, "weight") < 0) refuse_field("weight", "is negative");
}

std::size_t numbers_in(const json_value &line, std::string_view name) {
  require_array(line, name);
  std::size_t n = 0;
  line[name].for_each([&](const json_value &element) {
    if (!element.is_number()) refuse_field(name, "holds what is no number");
    ++n;
  });
  return n;
}

void check_modeling_run(const json_value &line) {
  required_text(line, "model", longest_id);
  require_array(line, "features");
  std::size_t n = 0;
  line["features"].for_each([&](const json_value &element) {
    if (!element.is_string() || element.string().empty() || element.string().size() > longest_id)
      refuse_field("features", "holds what is no name");
    ++n;
  });
  if (numbers_in(line, "beta") != n || numbers_in(line, "mean") != n)
    throw line_refused{"features, beta and mean differ in length"};
}

void check_shap(const json_value &line) {
  required_text(line, "model", longest_id);
  required_text(line, "facility_id", longest_id);
  required_text(line, "feature", longest_id);
  for (const char *name : {"x", "value"}) {
    const json_value number = line[name];
    if (number.exists() && !number.is_null() && !number.is_number()) refuse_field(name, "is no number");
  }
  if (!line["x"].is_number() && !line["value"].is_number()) throw line_refused{"neither x nor value"};
}

void check_narrative(const json_value &line) {
  required_text(line, "facility", longest_id);
  optional_text(line, "facility_id", longest_id);
  optional_text(line, "metric", longest_id);
  required_number(line, "value");
  for (const char *name : {"peers", "up", "down", "hierarchy"}) {
    require_array(line, name);
    line[name].for_each([&](const json_value &element) {
      if (!element.is_object()) refuse_field(name, "holds what is no object");
    });
  }
}

}  // namespace

std::string_view required_text(const json_value &object, std::string_view name, std::size_t most) {
  const json_value field = object[name];
  if (!field.exists()) throw line_refused{"no " + std::string(name)};
  if (!field.is_string()) refuse_field(name, "is no text");
  if (field.string().empty()) refuse_field(name, "is empty");
  if (field.string().size() > most) refuse_field(name, ("has more than " + std::to_string(most) + " bytes").c_str());
  return field.string();
}

std::optional<std::string_view> optional_text(const json_value &object, std::string_view name, std::size_t most) {
  const json_value field = object[name];
  if (!field.exists() || field.is_null()) return std::nullopt;
  if (field.is_string() && field.string().empty()) return field.string();
  return required_text(object, name, most);
}

double required_number(const json_value &object, std::string_view name) {
  const json_value field = object[name];
  if (!field.exists()) throw line_refused{"no " + std::string(name)};
  if (!field.is_number()) refuse_field(name, "is no number");
  return field.number();
}

void check_document(artifact_kind kind, const json_value &line) {
  if (kind == artifact_kind::contribution || kind == artifact_kind::classification) {
    required_text(line, "node_id", longest_node_id);
    required_text(line, "facility_id", longest_id);
  }
  if (kind != artifact_kind::narrative) required_text(line, "metric_id", longest_id);
  switch (kind) {
    case artifact_kind::contribution:
      return check_contribution(line);
    case artifact_kind::classification:
      return check_classification(line);
    case artifact_kind::modeling_run:
      return check_modeling_run(line);
    case artifact_kind::modeling_experiment:
      required_text(line, "experiment", longest_id);
      if (!line["scores"].is_object()) refuse_field("scores", "is no object");
      return;
    case artifact_kind::shap:
      return check_shap(line);
    default:
      return check_narrative(line);
  }
}

}  // namespace harmony::signals
