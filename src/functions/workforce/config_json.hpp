// Configurations of a workforce simulation, from and to jsonb (docs/reference/workforce.md).
#pragma once

#include "core/workforce/config.hpp"
#include "core/workforce/default_workloads.hpp"
#include "postgres/json_writer.hpp"
#include "postgres/jsonb.hpp"

#include <string_view>
#include <vector>

namespace harmony::functions {

/// A number; error 22023 naming the key, also for one beyond double, which is out of every range.
double number_at(const postgres::json_view &value, std::string_view key);

/// {role: [[name, automatable, skill, time]...]}; errors 22023.
std::vector<workforce::workload> read_workloads(const postgres::json_view &json);

/// Reads and checks: a role's workload is the configuration's, else that of `others`. Errors as workforce::check(), and
/// 22023 naming the key for one that is not known, of another type, or of the other model.
workforce::config read_config(const postgres::json_view &json, const std::vector<workforce::workload> &others,
                              const workforce::limits &most);

/// The same of jsonb arguments; without workloads those of default_workloads().
workforce::config config_argument(Datum config, Datum workloads, const workforce::limits &most);
workforce::config config_argument(Datum config, const workforce::limits &most);

/// Every key that the model has, with what was given or its default; read_config() reads it back. May raise.
void write_config(postgres::json_writer &json, const workforce::config &asked);

/// May raise.
void write_tasks(postgres::json_writer &json, const std::vector<workforce::task> &tasks);

}  // namespace harmony::functions
