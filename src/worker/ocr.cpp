#include "worker/ocr.hpp"

#include <array>
#include <cmath>
#include <sstream>

#include <nlohmann/json.hpp>

namespace harmony::worker {

namespace {

constexpr std::size_t most_text = 100000, most_fields = 50, most_name = 40, most_value = 200;
constexpr int block = 2, paragraph = 3, line = 4, confidence = 10, word = 11, columns = 12;

using cells = std::array<std::string, columns>;

/// The cells of a line of the table; false for what is no word.
bool read_word(const std::string &row, cells &values) {
  std::size_t start = 0;
  for (int column = 0; column < columns; ++column) {
    const auto end = column + 1 < columns ? row.find('\t', start) : row.size();
    if (end == std::string::npos) return false;
    values[static_cast<std::size_t>(column)] = row.substr(start, end - start);
    start = end + 1;
  }
  return values[0] == "5" && values[word].find_first_not_of(" \r") != std::string::npos;
}

std::string trimmed(const std::string &text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

nlohmann::json fields_of(const std::string &text) {
  nlohmann::json fields = nlohmann::json::object();
  std::istringstream lines(text);
  for (std::string each; std::getline(lines, each) && fields.size() < most_fields;) {
    const auto colon = each.find(':');
    if (colon == std::string::npos) continue;
    const std::string name = trimmed(each.substr(0, colon)), value = trimmed(each.substr(colon + 1));
    if (!name.empty() && name.size() <= most_name && !value.empty() && value.size() <= most_value &&
        !fields.contains(name))
      fields[name] = value;
  }
  return fields;
}

}  // namespace

nlohmann::json extracted(const std::string &tables) {
  std::string text;
  double sum = 0;
  int words = 0;
  cells last{}, now{};
  std::istringstream rows(tables);
  for (std::string row; std::getline(rows, row);) {
    if (!read_word(row, now)) continue;
    sum += std::strtod(now[confidence].c_str(), nullptr);
    if (text.size() + now[word].size() + 2 <= most_text) {
      if (words > 0) {
        const bool is_same = now[1] == last[1] && now[block] == last[block] && now[paragraph] == last[paragraph];
        text += !is_same ? "\n\n" : now[line] == last[line] ? " " : "\n";
      }
      text += now[word];
    }
    last = now;
    ++words;
  }
  const double mean = words > 0 ? sum / words / 100 : 0;
  return {{"text", text}, {"fields", fields_of(text)}, {"confidence", std::round(mean * 1000) / 1000}};
}

}  // namespace harmony::worker
