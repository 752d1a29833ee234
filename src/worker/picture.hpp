// What a picture says of itself, read without decoding it: a file that claims too much is never given to a decoder.
#pragma once

#include <cstdint>
#include <string_view>

namespace harmony::worker {

enum class picture_format { none, jpeg, png };

struct picture_outline {
  picture_format format = picture_format::none;  ///< by its first bytes
  std::uint64_t width = 0, height = 0;           ///< of the header; 0: it has none
  bool is_whole =
      false;  ///< its parts follow each other to the one that ends it; what comes after that is not looked at
};

/// In one pass over the bytes.
picture_outline outline_of(std::string_view bytes);

/// Why such bytes are not decoded, or null: neither JPEG nor PNG, over 10 MiB, over 40 megapixels, cut off or forged.
const char *refusal_of(std::string_view bytes);

}  // namespace harmony::worker
