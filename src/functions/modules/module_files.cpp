#include "functions/modules/module_files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include "postgres/server.hpp"

extern "C" {
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
}

namespace harmony::modules {
namespace {

// Folders of a module in the order in which their files run; those of the first run once.
constexpr std::array<std::string_view, 6> folders = {"migrations", "routines", "triggers", "views", "policies", "api"};
constexpr std::array<std::string_view, 5> reserved = {"api", "harmony", "harmony_internal", "information_schema",
                                                      "public"};
constexpr std::size_t largest_file = std::size_t{16} << 20;
constexpr std::size_t number_length = 4;

template <class Names>
bool contains(const Names &names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Small letters, digits and underscores behind a letter: a subject, or a module, whose schema has its name.
bool is_plain(std::string_view name) {
  return !name.empty() && name.size() < NAMEDATALEN && is_letter(name[0]) &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

// File names are bytes in no known encoding.
std::string printable(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return text;
}

std::string share_directory() {
  char path[MAXPGPATH];
  get_share_path(my_exec_path, path);
  return std::string(path) + "/extension/harmony";
}

std::string directory_of(const std::string &module) { return share_directory() + "/" + module; }

[[noreturn]] void throw_misplaced(const std::string &module, std::string_view entry, const std::string &rule) {
  throw error(sqlstate::invalid_parameter_value,
              "module \"" + module + "\": \"" + printable(std::string(entry)) + "\" fits no rule", rule,
              "Remove it from \"" + directory_of(module) + "\", or install the files of the extension anew.");
}

const char *sqlstate_of(int code) {
  switch (code) {
    case ENOENT:
      return sqlstate::undefined_file;
    case EACCES:
    case EPERM:
      return sqlstate::insufficient_privilege;
    case ENOMEM:
      return sqlstate::out_of_memory;
    case EMFILE:
    case ENFILE:
      return sqlstate::insufficient_resources;
    default:
      return sqlstate::io_error;
  }
}

[[noreturn]] void throw_file_error(const char *action, const std::string &path) {
  const int code = errno == 0 ? ENOMEM : errno;  // an allocator other than the C library's may fail without saying why
  throw error(sqlstate_of(code), std::string("could not ") + action + " module file \"" + printable(path) + "\"",
              std::string("The operating system says: ") + strerror(code) + ".");
}

struct stat status_of(const std::string &path) {
  struct stat status;
  if (lstat(path.c_str(), &status) != 0) throw_file_error("look at", path);
  return status;
}

// A folder or a file itself, which not everybody can write.
void check_entry(const std::string &module, const std::string &entry, mode_t type) {
  const std::string path = directory_of(module) + (entry.empty() ? "" : "/" + entry);
  const struct stat status = status_of(path);
  if ((status.st_mode & S_IFMT) != type)
    throw_misplaced(module, entry,
                    type == S_IFDIR ? "It has to be a folder, and no link." : "It has to be a file, and no link.");
  if ((status.st_mode & S_IWOTH) != 0)
    throw error(sqlstate::insufficient_privilege, "module file \"" + path + "\" is writable by everybody",
                "Whoever writes it has SQL run with the rights of the role that installs.",
                "Take this permission away.");
}

DIR *open_stream(const std::string &path) {
  errno = 0;
  return opendir(path.c_str());
}

class open_directory {
 public:
  explicit open_directory(const std::string &path) : path_(path), stream_(open_stream(path)) {
    if (stream_ == nullptr) throw_file_error("open", path);
  }
  ~open_directory() { closedir(stream_); }
  open_directory(const open_directory &) = delete;
  open_directory &operator=(const open_directory &) = delete;

  std::vector<std::string> names() {
    std::vector<std::string> names;
    for (;;) {
      errno = 0;  // nothing else tells an error from the end
      const dirent *entry = readdir(stream_);
      if (entry == nullptr) break;
      const std::string_view name = entry->d_name;
      if (name != "." && name != "..") names.emplace_back(name);
    }
    if (errno != 0) throw_file_error("read", path_);
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  const std::string &path_;
  DIR *stream_;
};

std::vector<std::string> names_in(const std::string &path) { return open_directory(path).names(); }

class open_file {
 public:
  explicit open_file(const std::string &path)
      : path_(path), descriptor_(open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {
    if (descriptor_ < 0) throw_file_error("open", path);
  }
  ~open_file() { close(descriptor_); }
  open_file(const open_file &) = delete;
  open_file &operator=(const open_file &) = delete;

  std::string content() const {
    std::string text;
    std::array<char, 65536> buffer;
    for (;;) {
      const ssize_t n = ::read(descriptor_, buffer.data(), buffer.size());
      if (n == 0) return text;
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) throw_file_error("read", path_);
      text.append(buffer.data(), static_cast<std::size_t>(n));
      if (text.size() > largest_file)
        throw error(sqlstate::program_limit_exceeded, "module file \"" + path_ + "\" is longer than 16 MB");
    }
  }

 private:
  const std::string &path_;
  int descriptor_;
};

std::string content_of(const std::string &module, const std::string &entry) {
  check_entry(module, entry, S_IFREG);
  const std::string path = directory_of(module) + "/" + entry;
  return open_file(path).content();
}

std::string known_modules() {
  std::string known;
  for (const std::string &name : names_in(share_directory()))
    if (is_plain(name)) known += (known.empty() ? "" : ", ") + name;
  return known;
}

bool exists(const std::string &module) {
  struct stat status;
  return is_plain(module) && lstat(directory_of(module).c_str(), &status) == 0;
}

// A name that is none of a module is the user's mistake.
void check_module(const std::string &module) {
  if (!exists(module))
    throw error(sqlstate::invalid_parameter_value, "module \"" + module + "\" does not exist", "",
                "Available modules: " + known_modules() + ".");
  if (contains(reserved, module) || module.compare(0, 3, "pg_") == 0)
    throw error(sqlstate::reserved_name, "\"" + module + "\" cannot be the name of a module",
                "A schema of this name is not a module's.");
  check_entry(module, "", S_IFDIR);
}

void check_file_name(const std::string &module, std::string_view folder, std::string_view name) {
  constexpr std::string_view ending = ".sql";
  std::string_view subject = name;
  bool fits = name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending;
  if (fits) subject.remove_suffix(ending.size());
  if (fits && folder == folders[0]) {
    fits = subject.size() > number_length && std::all_of(subject.begin(), subject.begin() + number_length, is_digit) &&
           subject[number_length] == '_';
    if (fits) subject.remove_prefix(number_length + 1);
  }
  if (fits && is_plain(subject)) return;
  throw_misplaced(
      module, std::string(folder) + "/" + std::string(name),
      "Files of migrations are named NNNN_subject.sql, all others subject.sql; a subject has small letters, digits "
      "and underscores.");
}

// Migrations count from 0001: a gap is a file that was lost, or two that were merged in the wrong order.
void check_numbers(const std::string &module, const std::vector<std::string> &names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t number = std::stoul(names[i].substr(0, number_length));
    if (number == i + 1) continue;
    throw_misplaced(module, "migrations/" + names[i],
                    number <= i ? "Another migration has the same number."
                                : "The number before it is missing: migrations count from 0001.");
  }
}

// One line of the file "requires" without comment and blanks.
std::string_view trimmed(std::string_view line) {
  line = line.substr(0, line.find('#'));
  constexpr const char *blanks = " \t\r";
  const std::size_t first = line.find_first_not_of(blanks);
  return first == std::string_view::npos ? std::string_view()
                                         : line.substr(first, line.find_last_not_of(blanks) + 1 - first);
}

void check_requirement(const std::string &module, const std::vector<std::string> &others, std::string_view name,
                       std::size_t line) {
  const auto refuse = [&](const std::string &what) {
    throw error(sqlstate::invalid_parameter_value, "module \"" + module + "\" " + what,
                "File requires, line " + std::to_string(line) + ".");
  };
  if (!is_plain(name)) refuse("requires what is no name of a module");
  if (name == module) refuse("requires itself");
  if (contains(others, name)) refuse("requires module \"" + std::string(name) + "\" twice");
  if (!exists(std::string(name))) refuse("requires module \"" + std::string(name) + "\", which does not exist");
}

// Depth first; `path` holds the modules whose requirements are being visited.
void visit(const std::string &module, std::vector<std::string> &path, std::vector<std::string> &order) {
  if (contains(order, module)) return;
  if (contains(path, module)) {
    std::string cycle;
    for (auto at = std::find(path.begin(), path.end(), module); at != path.end(); ++at) cycle += *at + " requires ";
    throw error(sqlstate::invalid_parameter_value, "modules require each other", cycle + module + ".");
  }
  path.push_back(module);
  for (const std::string &required : requirements(module)) visit(required, path, order);
  path.pop_back();
  order.push_back(module);
}

}  // namespace

std::vector<std::string> requirements(const std::string &module) {
  check_module(module);
  std::vector<std::string> names;
  if (!contains(names_in(directory_of(module)), "requires")) return names;
  const std::string text = content_of(module, "requires");
  std::size_t line = 1;
  for (std::size_t start = 0; start < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view name = trimmed(std::string_view(text).substr(start, end - start));
    if (!name.empty()) {
      check_requirement(module, names, name, line);
      names.emplace_back(name);
    }
    start = end + 1;
  }
  return names;
}

std::vector<std::string> installation_order(const std::string &module) {
  std::vector<std::string> path, order;
  visit(module, path, order);
  return order;
}

std::vector<std::string> files(const std::string &module) {
  check_module(module);
  const std::vector<std::string> entries = names_in(directory_of(module));
  for (const std::string &entry : entries)
    if (entry != "requires" && !contains(folders, entry))
      throw_misplaced(
          module, entry,
          "A module has the file requires and the folders migrations, routines, triggers, views, policies and api.");
  std::vector<std::string> files;
  for (const std::string_view view : folders) {
    const std::string folder(view);
    if (!contains(entries, folder)) continue;
    check_entry(module, folder, S_IFDIR);
    const std::vector<std::string> names = names_in(directory_of(module) + "/" + folder);
    for (const std::string &name : names) {
      check_file_name(module, folder, name);
      files.push_back(folder + "/" + name);
      check_entry(module, files.back(), S_IFREG);
    }
    if (folder == folders[0]) check_numbers(module, names);
  }
  return files;
}

std::string read(const std::string &module, std::string_view file) {
  check_module(module);
  const std::string_view folder = file.substr(0, file.find('/'));
  if (!contains(folders, folder) || folder.size() == file.size())
    throw error(sqlstate::invalid_parameter_value, "module \"" + module + "\" has no such file",
                "A file is named as harmony_internal.module_files() gives it.");
  check_file_name(module, folder, file.substr(folder.size() + 1));
  check_entry(module, std::string(folder), S_IFDIR);
  return content_of(module, std::string(file));
}

}  // namespace harmony::modules
