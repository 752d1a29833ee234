#include "worker/content.hpp"

#include <nlohmann/json.hpp>

namespace harmony::worker {

namespace {

std::string hexadecimal(std::string_view bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
  text.pop_back();
  return text;
}

}  // namespace

void utf8_check::take(std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (missing_ > 0) {
      if (byte < least_ || byte > greatest_) is_valid_ = false;
      least_ = 0x80;
      greatest_ = 0xBF;
      --missing_;
    } else if (byte == 0 || (byte >= 0x80 && byte < 0xC2) || byte > 0xF4) {
      is_valid_ = false;
    } else if (byte >= 0xC2) {
      missing_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
      // No longer form than needed, no half of a pair of UTF-16, nothing beyond Unicode.
      if (byte == 0xE0) least_ = 0xA0;
      if (byte == 0xED) greatest_ = 0x9F;
      if (byte == 0xF0) least_ = 0x90;
      if (byte == 0xF4) greatest_ = 0x8F;
    }
    if (!is_valid_) return;
  }
}

content::content(bool keeps_all) : keeps_all_(keeps_all) { crypto_hash_sha256_init(&hash_); }

void content::take(std::string_view bytes) {
  size_ += bytes.size();
  crypto_hash_sha256_update(&hash_, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
  text_.take(bytes);
  if (keeps_all_)
    head_ += bytes;
  else if (head_.size() < end_size)
    head_ += bytes.substr(0, end_size - head_.size());
  tail_ += bytes.substr(bytes.size() - std::min(bytes.size(), end_size));
  if (tail_.size() > end_size) tail_.erase(0, tail_.size() - end_size);
}

nlohmann::json content::facts() const {
  crypto_hash_sha256_state hash = hash_;
  std::string digest(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256_final(&hash, reinterpret_cast<unsigned char *>(digest.data()));
  const bool is_text = text_.is_valid() && (!keeps_all_ || nlohmann::json::accept(head_));
  return {{"size", size_},
          {"sha256", hexadecimal(digest)},
          {"head", hexadecimal(std::string_view(head_).substr(0, end_size))},
          {"tail", hexadecimal(tail_)},
          {"is_text", is_text}};
}

}  // namespace harmony::worker
