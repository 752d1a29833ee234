// Files that hold secrets: who may read them is checked, and they are read again when they have changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "core/base/secret.hpp"
#include "postgres/guard.hpp"

namespace harmony::postgres {

/// Which file it was, and in which state; a change of its rights is one.
struct file_state {
  std::uint64_t device = 0, inode = 0;
  std::int64_t size = 0, modified = 0, changed = 0;  // nanoseconds since 1970

  bool operator==(const file_state &other) const {
    return device == other.device && inode == other.inode && size == other.size && modified == other.modified &&
           changed == other.changed;
  }
};

/// Why the file of a setting cannot be used (58030): neither its path nor anything of it is told.
[[noreturn]] void refuse_secret_file(const char *setting, const std::string &reason);

/// The state of the file; throws unusable_secret where there is none, or it is no file.
file_state state_of_secret_file(const char *path);

/// What is in the file, and in `state` which one it was. Throws unusable_secret for a file that is none, that others
/// may read (mode & 007), that is empty or has more than 64 kB.
secret_string read_secret_file(const char *path, file_state &state);

/// Whether a file in this state could change once more without a difference: the file system's clock ticks slowly.
bool may_change_unseen(const file_state &state);

/// Nanoseconds of a clock that never goes back.
std::int64_t steady_nanoseconds();

/// What the file of a setting holds, parsed; kept by a process until the file changes, wiped then. The file is looked
/// at once a millisecond at most: a look takes longer than what many calls do with a key.
template <class Parsed>
class secret_file {
 public:
  template <class Parse>
  const Parsed &get(const char *setting, const char *path, Parse &&parse) {
    try {
      if (path == nullptr || *path == '\0') throw unusable_secret{"The setting is empty."};
      constexpr std::int64_t millisecond = 1000000;
      const std::int64_t now = steady_nanoseconds();
      if (parsed_ && path_ == path && now - looked_at_ < millisecond) return *parsed_;
      looked_at_ = now;
      if (!parsed_ || path_ != path || may_change_unseen(state_) || !(state_of_secret_file(path) == state_)) {
        parsed_.reset();
        parsed_.emplace(parse(read_secret_file(path, state_)));
        path_ = path;
      }
      return *parsed_;
    } catch (const unusable_secret &e) {
      parsed_.reset();
      refuse_secret_file(setting, e.reason);
    }
  }

 private:
  std::optional<Parsed> parsed_;
  std::string path_;
  file_state state_;
  std::int64_t looked_at_ = 0;
};

}  // namespace harmony::postgres
