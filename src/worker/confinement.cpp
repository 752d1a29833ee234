#include "worker/confinement.hpp"

#include <cstdint>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if __has_include(<linux/landlock.h>) && defined(SYS_landlock_create_ruleset)
#include <linux/landlock.h>
#define HARMONY_LANDLOCK
#endif

namespace harmony::worker {

#ifdef HARMONY_LANDLOCK

namespace {

// As of linux/landlock.h; the later ones are not in every header.
constexpr std::uint64_t all_rights = (std::uint64_t{1} << 13) - 1, refer = std::uint64_t{1} << 13,
                        truncate_file = std::uint64_t{1} << 14;
constexpr std::uint64_t read_rights =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t rights_of_a_file =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | truncate_file;

constexpr const char *readable[] = {"/usr",
                                    "/bin",
                                    "/lib",
                                    "/lib32",
                                    "/lib64",
                                    "/libx32",
                                    "/etc/ld.so.cache",
                                    "/etc/ld.so.conf",
                                    "/etc/fonts",
                                    "/etc/alternatives",
                                    "/etc/mime.types",
                                    "/etc/localtime",
                                    "/var/cache/fontconfig",
                                    "/dev/random",
                                    "/dev/urandom",
                                    "/dev/zero"};

/// What is not there is left out.
void allow(int rules, const char *path, std::uint64_t rights) {
  landlock_path_beneath_attr rule{};
  rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
  if (rule.parent_fd < 0) return;
  struct stat facts {};
  if (fstat(rule.parent_fd, &facts) == 0 && !S_ISDIR(facts.st_mode)) rights &= rights_of_a_file;
  rule.allowed_access = rights;
  syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(rule.parent_fd);
}

}  // namespace

confinement::confinement(const std::string &folder) {
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return;
  const std::uint64_t rights = all_rights | (version >= 2 ? refer : 0) | (version >= 3 ? truncate_file : 0);
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = rights;
  rules_ = static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
  if (rules_ < 0) return;
  for (const char *path : readable) allow(rules_, path, read_rights & rights);
  allow(rules_, "/dev/null", (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | truncate_file) & rights);
  allow(rules_, folder.c_str(), rights);
}

confinement::~confinement() {
  if (rules_ >= 0) close(rules_);
}

bool take_on(int rules) { return syscall(SYS_landlock_restrict_self, rules, 0) == 0; }

#else

confinement::confinement(const std::string &) {}
confinement::~confinement() = default;
bool take_on(int) { return false; }

#endif

}  // namespace harmony::worker
