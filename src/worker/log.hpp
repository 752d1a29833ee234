// JSON lines: one object a line, with time, level, event and what the event is about. Never a payload, a token or a
// secret.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace harmony::worker {

struct config;

/// Where lines go (the file, or standard error) and from which level on: debug, info, warning, error. Throws
/// harmony::error for a level that is none, or a file that cannot be written.
void open_log(const std::string &file, const std::string &level);

void log_debug(const char *event, const nlohmann::json &fields);
void log_info(const char *event, const nlohmann::json &fields);
void log_warning(const char *event, const nlohmann::json &fields);
void log_error(const char *event, const nlohmann::json &fields);

}  // namespace harmony::worker
