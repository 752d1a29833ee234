#include "core/signals/artifact.hpp"

#include "core/base/interrupt.hpp"

#include <algorithm>
#include <functional>

namespace harmony::signals {
namespace {

constexpr const char *kind_names[] = {
    nullptr, "node", "contribution", "classification", "modeling_run", "modeling_experiment", "shap", "narrative"};

artifact_kind artifact_kind_of(std::string_view type) {
  if (type == "node_metadata") return artifact_kind::node;
  for (int k = static_cast<int>(artifact_kind::contribution); k <= static_cast<int>(artifact_kind::narrative); ++k)
    if (type == kind_names[k]) return static_cast<artifact_kind>(k);
  return artifact_kind::unknown;
}

bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

// Bytes of the UTF-8 character at the start of a text; 0 where there is none.
std::size_t character_length(std::string_view text) {
  const auto at = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
  const unsigned char first = at(0);
  if (first < 0x80) return first == 0 ? 0 : 1;
  const std::size_t n = first >= 0xC2 && first <= 0xDF ? 2 : first >= 0xE0 && first <= 0xEF ? 3 : 4;
  if (first < 0xC2 || first > 0xF4 || text.size() < n) return 0;
  for (std::size_t k = 1; k < n; ++k)
    if ((at(k) & 0xC0) != 0x80) return 0;
  const bool is_shortest = !(first == 0xE0 && at(1) < 0xA0) && !(first == 0xF0 && at(1) < 0x90);
  const bool is_letter = !(first == 0xED && at(1) > 0x9F) && !(first == 0xF4 && at(1) > 0x8F);
  return is_shortest && is_letter ? n : 0;
}

void append_hexadecimal(std::string &text, unsigned char byte) {
  constexpr const char *digits = "0123456789abcdef";
  text += "\\x";
  text += digits[byte >> 4];
  text += digits[byte & 15];
}

}  // namespace

const char *name_of(artifact_kind kind) { return kind_names[static_cast<int>(kind)]; }

artifact_parser::artifact_parser(artifact_sink &sink, std::function<bool(std::string_view)> is_text)
    : sink_(sink), is_text_(is_text), json_(std::move(is_text)) {}

void artifact_parser::push(std::string_view piece) {
  for (;;) {
    const std::size_t end = piece.find('\n');
    if (end == std::string_view::npos) break;
    if (line_.empty() && !is_too_long_ && end <= longest_line) {
      end_line(piece.substr(0, end));
    } else {
      take(piece.substr(0, end));
      end_line(line_);
    }
    line_.clear();
    is_too_long_ = false;
    piece.remove_prefix(end + 1);
  }
  take(piece);
}

void artifact_parser::finish() {
  if (!line_.empty() || is_too_long_) end_line(line_);
  line_.clear();
  is_too_long_ = false;
}

// A byte more than the longest line is taken: a carriage return may be the last.
void artifact_parser::take(std::string_view piece) {
  if (is_too_long_) return;
  if (line_.size() + piece.size() > longest_line + 1) {
    line_.append(piece.substr(0, longest_excerpt));
    line_.resize(std::min(line_.size(), longest_excerpt));
    line_.shrink_to_fit();
    is_too_long_ = true;
  } else {
    line_.append(piece);
  }
}

void artifact_parser::end_line(std::string_view line) {
  ++n_;
  if (n_ % 1024 == 0) poll_interrupt();
  if (n_ == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  if (is_blank_line(line) && !is_too_long_) return;
  try {
    if (is_too_long_ || line.size() > longest_line) throw line_refused{"longer than 1 MiB"};
    read(line);
  } catch (const line_refused &refusal) {
    refuse(refusal.reason, line);
  }
  has_first_ = true;
}

void artifact_parser::read(std::string_view line) {
  if (has_first_ && kind_ == artifact_kind::unknown) throw line_refused{"the first line does not say what this is"};
  json_.read(line);
  if (!has_first_) return read_first(line);
  if (kind_ == artifact_kind::node) return read_entity(line);
  read_document(line);
}

void artifact_parser::read_first(std::string_view line) {
  const json_value type = json_.root()["type"];
  if (type.is_string()) kind_ = artifact_kind_of(type.string());
  if (kind_ == artifact_kind::unknown) throw line_refused{"a first line without a type that is known"};
  sink_.kind(kind_);
  if (kind_ != artifact_kind::node) return read_document(line);
  node_metadata node = read_node(json_.root());
  node.text = line;
  metric_ = node.metric_id;
  has_node_ = true;
  sink_.node(n_, node);
  tell_node_statistics(json_.root(), n_, sink_);
}

void artifact_parser::read_entity(std::string_view line) {
  if (!has_node_) throw line_refused{"the node of this artifact was refused"};
  signals::read_entity(json_.root(), metric_, entity_);
  entity_.may_be_again = may_be_again(entity_);
  sink_.entity(n_, entity_, entity_.may_be_again ? excerpt(line) : std::string_view());
  tell_entity_statistics(json_.root(), metric_, entity_, n_, sink_);
}

void artifact_parser::read_document(std::string_view line) {
  const json_value type = json_.root()["type"];
  if (!type.is_string() || type.string() != name_of(kind_))
    throw line_refused{std::string("its type is not ") + name_of(kind_)};
  check_document(kind_, json_.root());
  sink_.document(n_, line);
}

void artifact_parser::refuse(std::string_view reason, std::string_view line) {
  sink_.refused(n_, reason, excerpt(line));
}

// Entities are the same whatever the order of their parts: their hashes are added.
bool artifact_parser::may_be_again(const entity_line &entity) {
  const std::hash<std::string_view> hash;
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
  std::uint64_t h = hash(entity.facility_id);
  for (const auto &[id, value] : entity.dimensions) h += (hash(id) * odd) ^ (hash(value) >> 7);
  return seen_.add(h);
}

std::string_view artifact_parser::excerpt(std::string_view line) {
  excerpt_.clear();
  while (!line.empty()) {
    std::size_t n = character_length(line);
    if (n > 0 && is_text_ && !is_text_(line.substr(0, n))) n = 0;
    const std::size_t needed = n == 0 ? 4 : n;  // \xNN
    if (excerpt_.size() + needed > longest_excerpt) break;
    if (n == 0)
      append_hexadecimal(excerpt_, static_cast<unsigned char>(line[0]));
    else
      excerpt_.append(line.substr(0, n));
    line.remove_prefix(std::max<std::size_t>(n, 1));
  }
  return excerpt_;
}

}  // namespace harmony::signals
