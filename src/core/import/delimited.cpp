#include "core/import/delimited.hpp"

#include <algorithm>
#include <array>

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/import/plain_text.hpp"

namespace harmony::import {
namespace {

constexpr char delimiters[] = {',', ';', '\t', '|'};

std::string line_text(std::int64_t line) { return "Line " + std::to_string(line) + "."; }

}  // namespace

char likely_delimiter(std::string_view text) {
  std::array<std::size_t, sizeof(delimiters)> count{};
  bool is_quoted = false, has_text = false;
  std::size_t begin = 0;  // of what was not looked at for text yet
  const auto look = [&](std::size_t end) { has_text = has_text || !trimmed(text.substr(begin, end - begin)).empty(); };
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const char c = text[k];
    const auto *const found = std::find(std::begin(delimiters), std::end(delimiters), c);
    const bool ends_line = !is_quoted && (c == '\n' || c == '\r');
    if (c != '"' && found == std::end(delimiters) && !ends_line) continue;
    look(k);
    begin = k + 1;
    if (c == '"') {
      is_quoted = !is_quoted;
    } else if (!ends_line) {
      if (!is_quoted) ++count[static_cast<std::size_t>(found - std::begin(delimiters))];
    } else if (has_text) {
      break;
    } else {
      count.fill(0);
    }
  }
  return delimiters[std::max_element(count.begin(), count.end()) - count.begin()];
}

delimited_reader::delimited_reader(std::string_view text, char delimiter)
    : text_(text), delimiter_(delimiter != 0 ? delimiter : likely_delimiter(text)) {}

const record *delimited_reader::next() {
  while (at_ < text_.size()) {
    if (++record_.row % 1024 == 0) poll_interrupt();
    read_record();
    if (std::any_of(record_.cells.begin(), record_.cells.end(), [](auto cell) { return !trimmed(cell).empty(); }))
      return &record_;
  }
  return nullptr;
}

void delimited_reader::skip_line_end() {
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++line_;
}

// A record up to its line end, which is skipped. There is at least one character left.
void delimited_reader::read_record() {
  record_.line = line_;
  record_.cells.clear();
  unescaped_.clear();
  for (;;) {
    if (record_.cells.size() == most_cells)
      throw error(sqlstate::program_limit_exceeded, "record has more than " + std::to_string(most_cells) + " cells",
                  line_text(record_.line));
    if (at_ < text_.size() && text_[at_] == '"') {
      record_.cells.push_back(read_quoted());
    } else {
      const std::size_t begin = at_;
      while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
      record_.cells.push_back(text_.substr(begin, at_ - begin));
    }
    if (at_ == text_.size()) return;
    if (text_[at_] != delimiter_) {
      skip_line_end();
      return;
    }
    ++at_;
  }
}

// From the opening quote to what follows the cell.
std::string_view delimited_reader::read_quoted() {
  const std::int64_t first_line = line_;
  const std::size_t begin = ++at_;
  std::string *copy = nullptr;
  std::size_t kept = begin;  // from here on nothing was copied
  for (;;) {
    if (at_ % poll_every == 0) poll_interrupt();
    if (at_ == text_.size()) throw error(sqlstate::bad_copy_file_format, "quote is not closed", line_text(first_line));
    const char c = text_[at_];
    if (c == '"') {
      if (at_ + 1 == text_.size() || text_[at_ + 1] != '"') break;
      if (copy == nullptr) copy = &unescaped_.emplace_back();
      copy->append(text_.substr(kept, at_ + 1 - kept));
      at_ += 2;
      kept = at_;
    } else if (c == '\n' || c == '\r') {
      skip_line_end();
    } else {
      ++at_;
    }
  }
  const std::size_t end = at_++;
  if (copy != nullptr) copy->append(text_.substr(kept, end - kept));
  const auto ends_cell = [&](char c) { return c == delimiter_ || c == '\n' || c == '\r'; };
  std::size_t after = at_;
  while (after < text_.size() && !ends_cell(text_[after])) ++after;
  if (!trimmed(text_.substr(at_, after - at_)).empty())
    throw error(sqlstate::bad_copy_file_format, "there is text after a closing quote", line_text(line_),
                "A quote inside a cell in quotes is written twice.");
  at_ = after;
  return copy != nullptr ? std::string_view(*copy) : text_.substr(begin, end - begin);
}

}  // namespace harmony::import
