#include "postgres/artifact_files.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "postgres/server.hpp"
#include "postgres/site_settings.hpp"

extern "C" {
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
}

namespace harmony::postgres {
namespace {

constexpr std::size_t piece_size = std::size_t{256} << 10;
constexpr std::size_t deepest_folder = 16;
constexpr std::string_view ending = ".jsonl";
// Each step is opened from the one before, and no link is followed: nobody can put one in between. A pipe must not make
// the server wait.
constexpr int folder_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr int file_flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;

class descriptor {
 public:
  explicit descriptor(int fd) : fd_(fd) {}
  descriptor(descriptor &&other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  descriptor &operator=(descriptor &&other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  int get() const { return fd_; }
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

// File names are bytes in no known encoding.
std::string printable(std::string_view text) {
  std::string shown(text.substr(0, 200));
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return shown;
}

[[noreturn]] void refuse_path(std::string_view path, const std::string &detail) {
  throw error(sqlstate::invalid_parameter_value, "path \"" + printable(path) + "\" cannot be used", detail,
              "It names a run's folder below the one of setting harmony.artifact_directory.");
}

[[noreturn]] void refuse_failure(std::string_view path) {
  const int code = errno;
  if (code == ENOENT) refuse_path(path, "There is nothing of that name.");
  if (code == ELOOP || code == ENOTDIR || code == ENXIO)
    refuse_path(path, "Something on the way is a link, or neither a folder nor a file.");
  if (code == ENAMETOOLONG) refuse_path(path, "The name is too long.");
  throw error(code == ENOMEM ? sqlstate::out_of_memory : sqlstate::io_error,
              "could not read \"" + printable(path) + "\"",
              std::string("The operating system says: ") + strerror(code) + ".");
}

descriptor open_root() {
  const std::string_view root = site::artifact_directory;
  if (root.empty())
    throw error(sqlstate::invalid_parameter_value, "setting \"harmony.artifact_directory\" is empty", "",
                "A superuser sets it to the folder below which artifacts may be read.");
  if (root[0] != '/')
    throw error(sqlstate::invalid_parameter_value, "setting \"harmony.artifact_directory\" is no absolute path");
  descriptor opened(open(site::artifact_directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.get() < 0) refuse_failure("harmony.artifact_directory");
  return opened;
}

// The names on the way from the root; an absolute path has to begin with the root's.
std::vector<std::string> steps_of(std::string_view path) {
  std::string_view rest = path;
  if (path.substr(0, 1) == "/") {
    std::string_view root = site::artifact_directory;
    while (root.size() > 1 && root.back() == '/') root.remove_suffix(1);
    if (rest.substr(0, root.size()) != root) refuse_path(path, "It lies outside.");
    rest.remove_prefix(root.size());
    if (!rest.empty() && rest[0] != '/' && root != "/") refuse_path(path, "It lies outside.");
    while (rest.substr(0, 1) == "/") rest.remove_prefix(1);
  }
  while (!rest.empty() && rest.back() == '/') rest.remove_suffix(1);
  if (rest.empty()) refuse_path(path, "It names no folder of a run.");
  std::vector<std::string> steps;
  for (;;) {
    const std::string_view step = rest.substr(0, rest.find('/'));
    if (step.empty() || step == "." || step == "..") refuse_path(path, "A step of it is empty, \".\" or \"..\".");
    steps.emplace_back(step);
    if (step.size() == rest.size()) return steps;
    rest.remove_prefix(step.size() + 1);
  }
}

descriptor open_below(const descriptor &folder, const std::string &name, int flags, std::string_view path) {
  descriptor opened(openat(folder.get(), name.c_str(), flags));
  if (opened.get() < 0) refuse_failure(path);
  return opened;
}

descriptor open_folder(const std::vector<std::string> &steps, std::size_t n, std::string_view path) {
  descriptor folder = open_root();
  for (std::size_t k = 0; k < n; ++k) folder = open_below(folder, steps[k], folder_flags, path);
  return folder;
}

std::vector<std::string> names_in(descriptor folder, std::string_view path) {
  DIR *stream = fdopendir(folder.get());
  if (stream == nullptr) refuse_failure(path);
  folder.release();
  struct closing {
    DIR *opened;
    ~closing() { closedir(opened); }
  } const close_stream{stream};
  std::vector<std::string> names;
  for (;;) {
    errno = 0;  // nothing else tells an error from the end
    const dirent *entry = readdir(stream);
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) refuse_failure(path);
  std::sort(names.begin(), names.end());
  return names;
}

bool is_artifact_name(std::string_view name) {
  return name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending;
}

// Adds what is in a folder, whose names begin with `prefix`.
void list_below(const descriptor &folder, const std::string &prefix, std::size_t depth, artifact_folder &found) {
  poll_interrupt();
  if (depth > deepest_folder) refuse_path(found.path + "/" + prefix, "Folders lie deeper than 16 levels.");
  for (const std::string &name : names_in(open_below(folder, ".", folder_flags, found.path), found.path)) {
    const std::string artifact = prefix + name, path = found.path + "/" + artifact;
    struct stat status;
    if (fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) refuse_failure(path);
    if (S_ISDIR(status.st_mode))
      list_below(open_below(folder, name, folder_flags, path), artifact + "/", depth + 1, found);
    else if (!S_ISREG(status.st_mode))
      refuse_path(path, "It is neither a folder nor a file.");
    else if (is_artifact_name(name))
      found.artifacts.push_back(artifact);
  }
}

}  // namespace

artifact_folder list_artifacts(std::string_view path) {
  const std::vector<std::string> steps = steps_of(path);
  artifact_folder found;
  for (const std::string &step : steps) found.path += (found.path.empty() ? "" : "/") + step;
  list_below(open_folder(steps, steps.size(), path), "", 0, found);
  if (found.artifacts.empty()) refuse_path(path, "There is no file *.jsonl in it.");
  return found;
}

artifact_file::artifact_file(std::string_view path) : name_(path), piece_(piece_size, '\0') {
  const std::vector<std::string> steps = steps_of(path);
  descriptor opened = open_below(open_folder(steps, steps.size() - 1, path), steps.back(), file_flags, path);
  struct stat status;
  if (fstat(opened.get(), &status) != 0) refuse_failure(path);
  if (!S_ISREG(status.st_mode)) refuse_path(path, "It is no file.");
  descriptor_ = opened.release();
}

artifact_file::~artifact_file() { close(descriptor_); }

std::string_view artifact_file::next() {
  for (;;) {
    poll_interrupt();
    const ssize_t n = read(descriptor_, piece_.data(), piece_.size());
    if (n >= 0) return std::string_view(piece_).substr(0, static_cast<std::size_t>(n));
    if (errno != EINTR) refuse_failure(name_);
  }
}

}  // namespace harmony::postgres
