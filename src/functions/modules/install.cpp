// harmony.install(module) and harmony.uninstall(module): modules are plain SQL files in the server's share directory,
// put in place in the caller's transaction and with the caller's rights. docs/explanation/architecture.md tells how a module is laid
// out; sql/extension/10_modules.sql holds the table harmony.migration and the relational half.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "postgres/array.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/settings.hpp"
#include "postgres/spi.hpp"

extern "C" {
#include <dirent.h>
#include <sys/stat.h>
}

using harmony::error;
using harmony::postgres::guarded;
namespace sqlstate = harmony::sqlstate;

namespace {

// Folders of a module whose files are run at every install, in this order; those of migrations/ run once.
constexpr const char *rerunnable[] = {"routines", "triggers", "views", "policies", "api"};

std::string share_directory() {
  char path[MAXPGPATH];
  get_share_path(my_exec_path, path);
  return std::string(path) + "/extension/harmony";
}

bool exists(const std::string &path) {
  struct stat status;
  return stat(path.c_str(), &status) == 0;
}

std::string read_file(const std::string &path) {
  std::FILE *file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) throw error("58P01", "could not open module file \"" + path + "\"");
  std::string text;
  char buffer[8192];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, n);
  std::fclose(file);
  return text;
}

std::vector<std::string> files_in(const std::string &directory) {
  std::vector<std::string> names;
  DIR *dir = opendir(directory.c_str());
  if (dir == nullptr) return names;
  while (const dirent *entry = readdir(dir))
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  closedir(dir);
  std::sort(names.begin(), names.end());
  return names;
}

// The module's folder; a name that is not one of the shipped modules is the user's mistake.
std::string module_directory(const std::string &module) {
  const bool plain = !module.empty() && std::all_of(module.begin(), module.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '_';
  });
  const std::string directory = share_directory() + "/" + module;
  if (plain && exists(directory)) return directory;
  std::string known;
  for (const std::string &name : files_in(share_directory())) known += (known.empty() ? "" : ", ") + name;
  throw error(sqlstate::invalid_parameter_value, "module \"" + module + "\" does not exist", "",
              "Available modules: " + known + ".");
}

// One module a line in the file "requires".
std::vector<std::string> requirements(const std::string &directory) {
  std::vector<std::string> names;
  if (!exists(directory + "/requires")) return names;
  std::string name;
  for (char c : read_file(directory + "/requires")) {
    if (c != '\n') {
      name += c;
    } else if (!name.empty()) {
      names.push_back(name);
      name.clear();
    }
  }
  return names;
}

void run_file(harmony::postgres::spi_session &spi, const std::string &module, const std::string &directory,
              const std::string &name) {
  spi.execute_script(read_file(directory + "/" + name), "module " + module + ", file " + name);
}

// Whoever owns a schema, or what is in it, could have triggers and functions of their own run with the installer's rights.
void refuse_foreign(harmony::postgres::spi_session &spi, const std::string &module) {
  if (spi.execute("SELECT FROM pg_namespace WHERE nspname = $1", {module}) == 0)
    spi.execute(("CREATE SCHEMA " + module).c_str(), {});  // a plain name: module_directory
  const auto foreign = spi.execute(
      "SELECT FROM (SELECT nspowner FROM pg_namespace WHERE nspname = $1"
      " UNION ALL SELECT relowner FROM pg_class WHERE relnamespace = $1::regnamespace"
      " UNION ALL SELECT proowner FROM pg_proc WHERE pronamespace = $1::regnamespace"
      " UNION ALL SELECT oprowner FROM pg_operator WHERE oprnamespace = $1::regnamespace"
      " UNION ALL SELECT typowner FROM pg_type WHERE typnamespace = $1::regnamespace) o (id)"
      " JOIN pg_roles r ON r.oid = o.id WHERE r.rolname <> current_user AND NOT r.rolsuper",
      {module});
  if (foreign > 0)
    throw error("42501", "schema \"" + module + "\" or something in it belongs to another role", "",
                "Call harmony.install as the role that owns the schema, or rename what stands in the way.");
}

void install_module(harmony::postgres::spi_session &spi, const std::string &module, std::vector<std::string> &done) {
  if (std::find(done.begin(), done.end(), module) != done.end()) return;
  const std::string directory = module_directory(module);
  for (const std::string &required : requirements(directory)) install_module(spi, required, done);
  done.push_back(module);
  refuse_foreign(spi, module);
  for (const std::string &file : files_in(directory + "/migrations")) {
    const std::string name = "migrations/" + file;
    if (spi.execute("SELECT FROM harmony.migration WHERE module = $1 AND file = $2", {module, name}) > 0) continue;
    run_file(spi, module, directory, name);
    spi.execute("INSERT INTO harmony.migration (module, file, version) VALUES ($1, $2, $3)",
                {module, name, HARMONY_VERSION});
  }
  for (const char *kind : rerunnable)
    for (const std::string &file : files_in(directory + "/" + kind)) run_file(spi, module, directory, std::string(kind) + "/" + file);
}

}  // namespace

HARMONY_FUNCTION(version) { return guarded([] { return harmony::postgres::text_datum(HARMONY_VERSION); }); }

// install(module text) → text: the modules that were brought up to date, in order.
HARMONY_FUNCTION(install) {
  const std::string module(harmony::postgres::text_argument(fcinfo, 0));
  module_directory(module);  // a wrong name is reported before anything is locked
  std::vector<std::string> done;
  {
    harmony::postgres::settings_scope settings;
    settings.set("search_path", "pg_catalog, pg_temp");
    settings.set("check_function_bodies", "on");
    settings.set("standard_conforming_strings", "on");
    settings.set("client_min_messages", "warning");
    harmony::postgres::spi_session spi;
    spi.execute("LOCK TABLE harmony.migration IN SHARE ROW EXCLUSIVE MODE", {});
    install_module(spi, module, done);
  }
  std::string list;
  for (const std::string &name : done) list += (list.empty() ? "" : ", ") + name;
  return guarded([&] { return harmony::postgres::text_datum(list); });
}

// module_requirements(module text) → text[]: what its file "requires" lists.
HARMONY_FUNCTION(module_requirements) {
  const std::string module(harmony::postgres::text_argument(fcinfo, 0));
  const std::vector<std::string> required = requirements(module_directory(module));
  const std::vector<std::string_view> views(required.begin(), required.end());
  return guarded([&] { return harmony::postgres::text_array_datum(views.data(), views.size()); });
}
