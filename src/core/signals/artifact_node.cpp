// The lines of a node artifact: what the node is, then an entity each.
#include "core/signals/artifact.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>

namespace harmony::signals {
namespace {

constexpr double not_given = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_parts = 16, most_dimension_bytes = 1000;  // a key holds them
constexpr int earliest_month = 190001, latest_month = 299912;

// Parents and children: objects, each with the name of a node and of how it hangs there.
void check_edges(const json_value &line, std::string_view list, std::string_view id) {
  const json_value edges = line[list];
  if (!edges.exists()) return;
  if (!edges.is_array()) throw line_refused{std::string(list) + " is no array"};
  edges.for_each([&](const json_value &edge) {
    required_text(edge, id, longest_node_id);
    required_text(edge, "edge_type", longest_id);
  });
}

void read_polarity(const json_value &metric, node_metadata &node) {
  node.polarity = "lower_is_better";
  node.range_low = node.range_high = not_given;
  if (metric["polarity"].exists()) node.polarity = required_text(metric, "polarity", longest_id);
  if (node.polarity == "target_range") {
    double bounds[2] = {not_given, not_given};
    std::size_t n = 0;
    if (metric["range"].is_array())
      metric["range"].for_each([&](const json_value &bound) {
        if (n < 2 && bound.is_number()) bounds[n] = bound.number();
        ++n;
      });
    if (n != 2 || !(bounds[0] <= bounds[1]))
      throw line_refused{"a target_range without a range of two numbers in order"};
    node.range_low = bounds[0];
    node.range_high = bounds[1];
  } else if (node.polarity != "lower_is_better" && node.polarity != "higher_is_better") {
    throw line_refused{"a polarity that is none of lower_is_better, higher_is_better, target_range"};
  }
}

// The entity's parts: facilityId, else the first, is the facility, the others are its dimensions.
void read_parts(const json_value &line, entity_line &entity) {
  if (!line["entity"].is_array()) throw line_refused{"no entity"};
  auto &parts = entity.dimensions;
  parts.clear();
  line["entity"].for_each([&](const json_value &part) {
    if (parts.size() == most_parts) throw line_refused{"an entity of more than 16 parts"};
    parts.emplace_back(required_text(part, "id", longest_id), required_text(part, "value", longest_id));
  });
  if (parts.empty()) throw line_refused{"no entity"};
  for (std::size_t k = 1; k < parts.size(); ++k)
    for (std::size_t before = 0; before < k; ++before)
      if (parts[before].first == parts[k].first) throw line_refused{"a part of the entity twice"};
  auto facility = std::find_if(parts.begin(), parts.end(), [](const auto &part) { return part.first == "facilityId"; });
  if (facility == parts.end()) facility = parts.begin();
  entity.facility_id = facility->second;
  parts.erase(facility);
  std::size_t bytes = 0;
  for (const auto &[id, value] : parts) bytes += id.size() + value.size();
  if (bytes > most_dimension_bytes) throw line_refused{"dimensions of more than 1,000 bytes"};
}

// A month as text or number, YYYYMM.
int month_of(const json_value &period) {
  int month = 0;
  if (period.is_string() && period.string().size() == 6) {
    const std::string_view text = period.string();
    if (std::from_chars(text.data(), text.data() + 6, month).ptr != text.data() + 6) month = 0;
  } else if (period.is_number() && period.number() == std::floor(period.number()) &&
             std::fabs(period.number()) <= latest_month) {
    month = static_cast<int>(period.number());
  }
  if (month < earliest_month || month > latest_month || month % 100 < 1 || month % 100 > 12)
    throw line_refused{"a period that is no month, YYYYMM from 190001 to 299912"};
  return month;
}

void read_timeline(const json_value &timeline, entity_line &entity) {
  std::vector<std::pair<int, double>> months;
  timeline.for_each([&](const json_value &point) {
    const json_value value = point["value"];
    if (!value.is_number() && !value.is_null()) throw line_refused{"a value that is no number"};
    months.emplace_back(month_of(point["period"]), value.is_null() ? not_given : value.number());
  });
  const auto is_before = [](const auto &a, const auto &b) { return a.first < b.first; };
  if (!std::is_sorted(months.begin(), months.end(), is_before)) std::sort(months.begin(), months.end(), is_before);
  const auto is_same = [](const auto &a, const auto &b) { return a.first == b.first; };
  if (std::adjacent_find(months.begin(), months.end(), is_same) != months.end()) throw line_refused{"a month twice"};
  for (const auto &[month, value] : months) {
    if (std::isnan(value)) continue;
    entity.periods.push_back(month);
    entity.values.push_back(value);
  }
}

void read_values(const json_value &values, entity_line &entity) {
  entity.periods.clear();
  entity.values.clear();
  entity.is_monthly = values["timeline"].is_array();
  entity.value = not_given;
  if (entity.is_monthly)
    read_timeline(values["timeline"], entity);
  else if (values.is_number())
    entity.value = values.number();
  else
    throw line_refused{"a value that is no number"};
}

// What the line says of the node's metric.
json_value metric_of_node(const json_value &line, std::string_view metric_id) {
  json_value found = line["metric"];
  if (!found.is_array()) throw line_refused{"no metric"};
  std::size_t n = 0, n_of_node = 0;
  line["metric"].for_each([&](const json_value &metric) {
    ++n;
    const json_value id = metric["metadata"]["metric_id"];
    if (!id.is_string()) throw line_refused{"a metric without metadata.metric_id"};
    if (id.string() != metric_id) return;
    ++n_of_node;
    found = metric;
  });
  if (n == 0) throw line_refused{"no metric"};
  if (n_of_node == 0) throw line_refused{"another metric than the node's"};
  if (n_of_node > 1) throw line_refused{"the metric twice"};
  return found;
}

double mean_of_months(const std::vector<double> &values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double deviation_of_months(const std::vector<double> &values) {
  const double mean = mean_of_months(values);
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return std::sqrt(sum / static_cast<double>(values.size()));
}

}  // namespace

node_metadata read_node(const json_value &line) {
  node_metadata node{};
  node.node_id = required_text(line, "canonical_node_id", longest_node_id);
  node.metric_id = required_text(line, "metric_id", longest_id);
  check_edges(line, "canonical_parent_node_ids", "canonical_parent_node_id");
  check_edges(line, "canonical_child_node_ids", "canonical_child_node_id");
  read_polarity(line["metric"], node);
  return node;
}

void read_entity(const json_value &line, std::string_view metric_id, entity_line &entity) {
  read_parts(line, entity);
  read_values(metric_of_node(line, metric_id)["values"], entity);
  const json_value metadata = line["metadata"];
  if (metadata.exists() && !metadata.is_object()) throw line_refused{"metadata is no object"};
  entity.facility = optional_text(metadata, "facility", longest_name);
  entity.system_name = optional_text(metadata, "systemName", longest_name);
  const json_value encounters = metadata["encounters"];
  const bool is_given = encounters.exists() && !encounters.is_null();
  if (is_given && required_number(metadata, "encounters") < 0) throw line_refused{"encounters is negative"};
  entity.encounters = is_given ? encounters.number() : not_given;
}

void tell_node_statistics(const json_value &line, std::size_t number, artifact_sink &sink) {
  const json_value count = line["entity_results_count"];
  if (count.is_number()) sink.statistic(number, "entity_results_count", count.number(), not_given);
  for (const char *name : {"mean", "sd", "median"}) {
    const json_value stated = line["statistics"][name];
    if (stated.is_number()) sink.statistic(number, name, stated.number(), not_given);
  }
}

void tell_entity_statistics(const json_value &line, std::string_view metric_id, const entity_line &entity,
                            std::size_t number, artifact_sink &sink) {
  const json_value statistics = metric_of_node(line, metric_id)["statistics"];
  if (!statistics.is_object()) return;
  if (!entity.is_monthly) {
    for (const char *name : {"z", "robust_z", "percentile"})
      if (statistics[name].is_number()) sink.statistic(number, name, statistics[name].number(), not_given);
  } else if (!entity.values.empty()) {
    if (statistics["mean"].is_number())
      sink.statistic(number, "mean", statistics["mean"].number(), mean_of_months(entity.values));
    if (statistics["sd"].is_number())
      sink.statistic(number, "sd", statistics["sd"].number(), deviation_of_months(entity.values));
  }
}

}  // namespace harmony::signals
