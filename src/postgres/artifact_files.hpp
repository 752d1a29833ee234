// Files of artifacts: below the folder of the setting harmony.artifact_directory, and nowhere else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::postgres {

/// A run's folder, named from the root of all artifacts, and its artifacts, named from the folder, in order.
struct artifact_folder {
  std::string path;
  std::vector<std::string> artifacts;
};

/// What *.jsonl is in a folder and below it. Errors: 22023 for a path out of the root, for a link or anything else on
/// the way that is neither a folder nor a file, and where there is nothing; 58030 where the system does not let read.
artifact_folder list_artifacts(std::string_view path);

/// One of them, open for reading; the path as artifact_folder has it, with the artifact behind it.
class artifact_file {
 public:
  explicit artifact_file(std::string_view path);
  ~artifact_file();
  artifact_file(const artifact_file &) = delete;
  artifact_file &operator=(const artifact_file &) = delete;

  /// The next piece, valid until the call after; empty at the end.
  std::string_view next();

 private:
  std::string name_;
  int descriptor_;
  std::string piece_;
};

}  // namespace harmony::postgres
