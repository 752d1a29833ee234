// Modules as they lie in the server's share directory: which names fit, in which order files run, and reading them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harmony::modules {

/// What the module's file `requires` lists: one module a line, without blanks and comments ("# …").
std::vector<std::string> requirements(const std::string &module);

/// The module behind all that it requires, each after its own requirements. A cycle is an error.
std::vector<std::string> installation_order(const std::string &module);

/// "migrations/0001_tables.sql", "routines/access.sql" …: every file of the module in the order in which they run.
/// Whatever else lies in its folder is an error.
std::vector<std::string> files(const std::string &module);

/// The bytes of one of these files.
std::string read(const std::string &module, std::string_view file);

}  // namespace harmony::modules
