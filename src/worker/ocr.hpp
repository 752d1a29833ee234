// What Tesseract has read, out of its table.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace harmony::worker {

/// {text, fields, confidence} of tables as "tesseract … tsv" writes them, of one page after the other. text: lines, and
/// an empty one between blocks, at most 100,000 bytes of it; fields: what lines of the form "Name: value" say, at most
/// 50; confidence: 0 to 1, the mean over words, 0 without any.
nlohmann::json extracted(const std::string &tables);

}  // namespace harmony::worker
