// What is to be known of the bytes of a document, found while they pass: memory does not grow with them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>
#include <sodium.h>

namespace harmony::worker {

/// UTF-8 without NUL, judged piece by piece.
class utf8_check {
 public:
  void take(std::string_view bytes);
  /// Whether all that was taken is such text, complete.
  bool is_valid() const { return is_valid_ && missing_ == 0; }

 private:
  bool is_valid_ = true;
  int missing_ = 0;                               ///< bytes of the character that has begun
  unsigned char least_ = 0x80, greatest_ = 0xBF;  ///< what the next of them may be
};

class content {
 public:
  /// keeps_all: the bytes are to be read as JSON, which takes all of them; else their first and last 64 KiB are kept.
  explicit content(bool keeps_all);

  void take(std::string_view bytes);
  std::uint64_t size() const { return size_; }

  /// {size, sha256, head, tail, is_text} as platform.document_checked takes them.
  nlohmann::json facts() const;

 private:
  static constexpr std::size_t end_size = 65536;
  bool keeps_all_;
  std::uint64_t size_ = 0;
  crypto_hash_sha256_state hash_;
  utf8_check text_;
  std::string head_, tail_;
};

}  // namespace harmony::worker
