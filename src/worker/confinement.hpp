// Which files a program may touch, by Landlock: needs no root, and holds for all that the program starts.
#pragma once

#include <string>

namespace harmony::worker {

/// Rules for one start of a program: it reads and runs what programs are made of (/usr, the loader's and the fonts'
/// files), reads and writes below one folder, and opens no other file. Made before the fork, taken on after it.
class confinement {
 public:
  explicit confinement(const std::string &folder);
  ~confinement();
  confinement(const confinement &) = delete;
  confinement &operator=(const confinement &) = delete;

  /// The descriptor for take_on; -1: this kernel has no Landlock.
  int rules() const { return rules_; }

 private:
  int rules_ = -1;
};

/// In the child, which must have given up new privileges: from here on the rules hold. Allocates nothing.
bool take_on(int rules);

}  // namespace harmony::worker
