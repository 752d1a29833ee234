#include "worker/log.hpp"

#include "core/base/error.hpp"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>

#include <nlohmann/json.hpp>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace harmony::worker {

namespace {

std::string now_text() {
  using namespace std::chrono;
  const auto now = system_clock::now();
  const std::time_t seconds = system_clock::to_time_t(now);
  std::tm at{};
  gmtime_r(&seconds, &at);
  char day[32], out[48];
  std::strftime(day, sizeof day, "%Y-%m-%dT%H:%M:%S", &at);
  std::snprintf(out, sizeof out, "%s.%03dZ", day,
                static_cast<int>(duration_cast<milliseconds>(now.time_since_epoch()).count() % 1000));
  return out;
}

void write(spdlog::level::level_enum level, const char *name, const char *event, const nlohmann::json &fields) {
  if (!spdlog::should_log(level)) return;
  nlohmann::json line = {{"time", now_text()}, {"level", name}, {"event", event}};
  if (fields.is_object()) line.update(fields);
  // Bytes that are no UTF-8, such as in another program's message, are replaced.
  spdlog::log(level, "{}", line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace

void open_log(const std::string &file, const std::string &level) {
  const auto chosen = spdlog::level::from_str(level);
  if (chosen == spdlog::level::off && level != "off")
    throw error(sqlstate::invalid_parameter_value, "configuration: \"log.level\" is not debug, info, warning or error");
  try {
    spdlog::set_default_logger(file.empty() ? spdlog::stderr_logger_mt("harmonyd")
                                            : spdlog::basic_logger_mt("harmonyd", file));
  } catch (const spdlog::spdlog_ex &problem) {
    throw error(sqlstate::io_error, "could not write file \"" + file + "\"");
  }
  spdlog::set_pattern("%v");
  spdlog::set_level(chosen);
  spdlog::flush_on(spdlog::level::debug);
}

void log_debug(const char *event, const nlohmann::json &fields) { write(spdlog::level::debug, "debug", event, fields); }
void log_info(const char *event, const nlohmann::json &fields) { write(spdlog::level::info, "info", event, fields); }
void log_warning(const char *event, const nlohmann::json &fields) {
  write(spdlog::level::warn, "warning", event, fields);
}
void log_error(const char *event, const nlohmann::json &fields) { write(spdlog::level::err, "error", event, fields); }

}  // namespace harmony::worker
