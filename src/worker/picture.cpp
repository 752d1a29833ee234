#include "worker/picture.hpp"

#include <cstddef>

namespace harmony::worker {

namespace {

constexpr std::size_t most_bytes = std::size_t{10} << 20;
constexpr std::uint64_t most_pixels = 40000000;
constexpr std::string_view png_begin("\x89PNG\r\n\x1a\n", 8), jpeg_begin("\xff\xd8\xff", 3);

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t digits) {
  std::uint64_t value = 0;
  for (std::size_t n = 0; n < digits; ++n) value = value << 8 | static_cast<unsigned char>(bytes[at + n]);
  return value;
}

/// Chunks: length, type, data, checksum. The first is IHDR, the last IEND, with data (IDAT) between them.
void read_png(std::string_view bytes, picture_outline &outline) {
  constexpr std::size_t frame = 12, header = 13;
  bool has_data = false;
  for (std::size_t at = png_begin.size(); bytes.size() - at >= frame;) {
    const std::uint64_t length = number_at(bytes, at, 4);
    const std::string_view type = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - frame) return;
    const bool is_first = at == png_begin.size();
    if (is_first != (type == "IHDR") || (is_first && length != header)) return;
    if (is_first) {
      outline.width = number_at(bytes, at + 8, 4);
      outline.height = number_at(bytes, at + 12, 4);
    }
    has_data = has_data || type == "IDAT";
    if (type == "IEND") {
      outline.is_whole = has_data;
      return;
    }
    at += frame + static_cast<std::size_t>(length);
  }
}

bool is_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Where the next marker of a scan begins, behind its coded data, or the end.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
  for (; bytes.size() - at >= 2; ++at) {
    if (bytes[at] != '\xff') continue;
    const auto next = static_cast<unsigned char>(bytes[at + 1]);
    if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return at;
  }
  return bytes.size();
}

/// Segments: a marker, a length, data; coded data behind the start of a scan (DA). One frame tells the size.
void read_jpeg(std::string_view bytes, picture_outline &outline) {
  bool has_frame = false, has_scan = false;
  for (std::size_t at = 2; bytes.size() - at >= 2;) {
    if (bytes[at] != '\xff') return;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // a filling byte
      ++at;
      continue;
    }
    at += 2;
    if (marker == 0xD9) {
      outline.is_whole = has_scan;
      return;
    }
    if (bytes.size() - at < 2) return;
    const auto length = static_cast<std::size_t>(number_at(bytes, at, 2));
    if (length < 2 || length > bytes.size() - at) return;
    if (is_frame(marker)) {
      if (has_frame || length < 8) return;
      has_frame = true;
      outline.height = number_at(bytes, at + 3, 2);
      outline.width = number_at(bytes, at + 5, 2);
    }
    at += length;
    if (marker == 0xDA) {
      if (!has_frame) return;
      has_scan = true;
      at = end_of_scan(bytes, at);
    }
  }
}

}  // namespace

picture_outline outline_of(std::string_view bytes) {
  picture_outline outline;
  if (bytes.substr(0, png_begin.size()) == png_begin) {
    outline.format = picture_format::png;
    read_png(bytes, outline);
  } else if (bytes.substr(0, jpeg_begin.size()) == jpeg_begin) {
    outline.format = picture_format::jpeg;
    read_jpeg(bytes, outline);
  }
  return outline;
}

const char *refusal_of(std::string_view bytes) {
  if (bytes.size() > most_bytes) return "it is larger than 10 MiB";
  const picture_outline outline = outline_of(bytes);
  if (outline.format == picture_format::none) return "it is neither JPEG nor PNG";
  if (outline.width == 0 || outline.height == 0) return "its header is none";
  if (outline.width > most_pixels / outline.height) return "it has more than 40 megapixels";
  if (!outline.is_whole) return "it is cut off or damaged";
  return nullptr;
}

}  // namespace harmony::worker
