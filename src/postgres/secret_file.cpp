#include "postgres/secret_file.hpp"

#include <cerrno>
#include <ctime>

#include "core/base/error.hpp"
#include "postgres/server.hpp"

extern "C" {
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
}

namespace harmony::postgres {
namespace {

constexpr std::int64_t second = 1000000000;  // nanoseconds
constexpr std::int64_t largest_file = 65536;

struct descriptor {
  int fd;
  ~descriptor() {
    if (fd >= 0) close(fd);
  }
};

std::int64_t nanoseconds(const timespec &time) { return time.tv_sec * second + time.tv_nsec; }

file_state checked(const struct stat &file) {
  if (!S_ISREG(file.st_mode)) throw unusable_secret{"It is not a regular file."};
  if ((file.st_mode & S_IRWXO) != 0) throw unusable_secret{"Others may read, write or execute it."};
  if (file.st_size == 0) throw unusable_secret{"The file is empty."};
  if (file.st_size > largest_file) throw unusable_secret{"The file has more than 64 kB."};
  return {static_cast<std::uint64_t>(file.st_dev), static_cast<std::uint64_t>(file.st_ino), file.st_size,
          nanoseconds(file.st_mtim), nanoseconds(file.st_ctim)};
}

[[noreturn]] void refuse_unreadable() {
  throw unusable_secret{errno == ENOENT || errno == ENOTDIR ? "There is no such file."
                                                            : "The server's user cannot read it."};
}

}  // namespace

void refuse_secret_file(const char *setting, const std::string &reason) {
  throw error(sqlstate::io_error, "file of setting \"" + std::string(setting) + "\" cannot be used", reason,
              "A superuser sets it to a file that the server's user can read and others cannot.");
}

file_state state_of_secret_file(const char *path) {
  struct stat file;
  if (stat(path, &file) != 0) refuse_unreadable();
  return checked(file);
}

// O_NONBLOCK: a pipe at that place must not make the server wait.
secret_string read_secret_file(const char *path, file_state &state) {
  const descriptor open_file{open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  struct stat file;
  if (open_file.fd < 0 || fstat(open_file.fd, &file) != 0) refuse_unreadable();
  state = checked(file);
  secret_string content(static_cast<std::size_t>(largest_file) + 1, '\0');
  std::size_t size = 0;
  while (size < content.size()) {
    const ssize_t n = read(open_file.fd, content.data() + size, content.size() - size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) refuse_unreadable();
    if (n == 0) break;
    size += static_cast<std::size_t>(n);
  }
  content.resize(size);
  if (size > static_cast<std::size_t>(largest_file)) throw unusable_secret{"The file has more than 64 kB."};
  return content;
}

std::int64_t steady_nanoseconds() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return nanoseconds(now);
}

bool may_change_unseen(const file_state &state) {
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return nanoseconds(now) - state.changed < second;
}

}  // namespace harmony::postgres
