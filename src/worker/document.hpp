// What the kinds of jobs with documents have in common: links of the database, S3 by them, the bytes.
#pragma once

#include "worker/config.hpp"
#include "worker/job.hpp"
#include "worker/kinds.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace harmony::worker {

using byte_sink = std::function<void(std::string_view)>;

/// What platform.document_work tells; null where there is nothing to do.
nlohmann::json work_of(const job &job, const config &settings);

struct s3_answer {
  long status;
  std::string body;  ///< at most 64 KiB

  /// The text of an XML element without attributes, or nothing.
  std::string element(const std::string &name) const;
};

/// A request to S3. body: may be null; sink: takes the body of an answer of 200. It may take any time, as long as
/// something comes. Throws work_error, or stopped.
s3_answer call_s3(const std::string &method, const std::string &url, const std::string *body, const config &settings,
                  const job_state &state, const byte_sink *sink = nullptr);

/// The error for an answer that is none of those that were expected.
work_error refused(const s3_answer &answer);

/// Hands on the bytes of a document, of the database or of S3. False: S3 does not have it. Throws work_error, or
/// stopped.
bool read_document(const nlohmann::json &work, const config &settings, const job_state &state, const byte_sink &sink);

}  // namespace harmony::worker
