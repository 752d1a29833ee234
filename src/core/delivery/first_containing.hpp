// Which of several heads of a commit graph is the first to contain each commit.
#pragma once

#include "core/delivery/numbering.hpp"

namespace harmony::delivery {

/// A commit, and the head that is the first to contain it, counted from 1.
struct contained_commit {
  std::int64_t commit_id;
  std::int32_t head;
};

/// Each commit that a head contains (itself, its parents, theirs …), one after the other, in no order that means
/// anything. The graph is given by its edges; a missing parent names a commit without one. The heads come in their
/// order, and each takes what no earlier one took, so that a commit is looked at once: O(commits + edges + heads), with
/// no recursion, whatever the numbers are. Heads that are missing, or that no edge names, contain nothing; edges that
/// come again change nothing; a cycle of bad data ends.
class first_containing {
 public:
  /// Errors: 22023 where child and parent differ in length; 54000 beyond 2^31 numbers.
  first_containing(span<std::int64_t> child, nullable_span<std::int64_t> parent, nullable_span<std::int64_t> heads);

  /// The next one; false: there is none.
  bool next(contained_commit &out);

 private:
  numbering numbered_;
  std::vector<std::int32_t> taken_;  // of each place the head, 0 where no head contains it
  std::size_t at_ = 0;
};

}  // namespace harmony::delivery
