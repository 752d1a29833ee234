#include "core/oversight/lexicon.hpp"

#include "core/base/interrupt.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace harmony::oversight {

namespace {

using word_list = std::vector<std::string>;

constexpr std::array<std::string_view, 8> units{"second", "minute", "hour", "day", "week", "month", "quarter", "year"};
constexpr std::array<std::string_view, 11> numbers{"zero", "one",   "two",   "three", "four", "five",
                                                   "six",  "seven", "eight", "nine",  "ten"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '{' || c == '}' || (c & 0x80) != 0;
}

word_list words_of(std::string_view text) {
  word_list words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && word != "the" && word != "a" && word != "an") words.push_back(word);
    word.clear();
  };
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (is_letter(lower))
      word += lower;
    else
      end_word();
  }
  end_word();
  return words;
}

std::string without_plural(std::string_view word) {
  const auto ends = [&](std::string_view with) {
    return word.size() > with.size() + 1 && word.substr(word.size() - with.size()) == with;
  };
  if (ends("ies")) return std::string(word.substr(0, word.size() - 3)) + "y";
  if (ends("ses") || ends("xes")) return std::string(word.substr(0, word.size() - 2));
  if (ends("s") && !ends("ss") && !ends("us")) return std::string(word.substr(0, word.size() - 1));
  return std::string(word);
}

// The number that a word is, as digits without leading zeros; empty: none.
std::string number_in(std::string_view word) {
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (word == numbers[i]) return std::to_string(i);
  if (word.find_first_not_of("0123456789") != std::string_view::npos) return {};
  const std::size_t first = word.find_first_not_of('0');
  return first == std::string_view::npos ? "0" : std::string(word.substr(first));
}

std::string unit_in(std::string_view word) {
  std::string singular = without_plural(word);
  return std::find(units.begin(), units.end(), singular) == units.end() ? std::string() : singular;
}

// What a word gives for a word of a phrase; false: it does not fit.
bool fits(const std::string &pattern, const std::string &word, std::string &value) {
  if (pattern == "{n}") return !(value = number_in(word)).empty();
  if (pattern == "{unit}") return !(value = unit_in(word)).empty();
  if (pattern == "{word}") return !(value = word).empty();
  return pattern == word;
}

struct compiled_row {
  const lexicon_row *row;
  word_list phrase;
  std::size_t placeholders;
};

std::string filled(std::string text, const std::string &pattern, const std::string &value) {
  const std::size_t at = text.find(pattern);
  return at == std::string::npos ? text : text.replace(at, pattern.size(), value);
}

// The feature of a row at a place of the words, and whether it fits there.
bool fits_at(const compiled_row &row, const word_list &words, std::size_t at, std::string &feature) {
  if (row.phrase.empty() || at + row.phrase.size() > words.size()) return false;
  feature = row.row->feature;
  for (std::size_t k = 0; k < row.phrase.size(); ++k) {
    std::string value;
    if (!fits(row.phrase[k], words[at + k], value)) return false;
    if (!value.empty()) feature = filled(feature, row.phrase[k], value);
  }
  return true;
}

std::string_view class_of(std::string_view feature) { return feature.substr(0, feature.find(':')); }

// In tenths, so that sums are exact.
int weight_of(std::string_view feature) {
  const std::string_view name = class_of(feature);
  return name == "aggregate" ? 4 : name == "group" ? 3 : name == "window" ? 2 : 1;
}

bool is_same(std::string_view expected, std::string_view actual) {
  if (class_of(expected) != class_of(actual)) return false;
  if (expected == actual) return true;
  const std::size_t colon = expected.find(':');
  if (colon == std::string_view::npos || actual.size() <= colon) return false;
  const std::string wanted = without_plural(expected.substr(colon + 1));
  std::string_view names = actual.substr(colon + 1);
  while (!names.empty()) {
    const std::size_t bar = std::min(names.find('|'), names.size());
    if (without_plural(names.substr(0, bar)) == wanted) return true;
    names.remove_prefix(std::min(bar + 1, names.size()));
  }
  return false;
}

}  // namespace

std::vector<std::string> expected_features(const std::vector<lexicon_row> &lexicon, std::string_view intent) {
  std::vector<compiled_row> rows;
  for (const lexicon_row &row : lexicon) {
    compiled_row compiled{&row, words_of(row.phrase), 0};
    for (const std::string &word : compiled.phrase) compiled.placeholders += word.front() == '{' ? 1 : 0;
    rows.push_back(std::move(compiled));
  }
  std::vector<std::pair<std::string, bool>> found;
  const word_list words = words_of(intent);
  for (std::size_t at = 0; at < words.size();) {
    poll_interrupt();
    const compiled_row *best = nullptr;
    std::string best_feature;
    for (const compiled_row &row : rows) {
      std::string feature;
      if (!fits_at(row, words, at, feature)) continue;
      const bool better = best == nullptr || row.phrase.size() > best->phrase.size() ||
                          (row.phrase.size() == best->phrase.size() && row.placeholders < best->placeholders);
      if (better) best = &row, best_feature = std::move(feature);
    }
    if (best != nullptr && !best_feature.empty()) found.emplace_back(best_feature, best->row->weak);
    at += best == nullptr ? 1 : best->phrase.size();
  }
  std::vector<std::string> features;
  for (const auto &[feature, weak] : found) {
    const auto is_stronger = [&, name = class_of(feature)](const auto &other) {
      return !other.second && class_of(other.first) == name;
    };
    if (weak && std::any_of(found.begin(), found.end(), is_stronger)) continue;
    if (std::find(features.begin(), features.end(), feature) == features.end()) features.push_back(feature);
  }
  return features;
}

std::string lexicon_words(const std::vector<lexicon_row> &lexicon, std::string_view intent) {
  std::set<std::string> known, found;
  for (const lexicon_row &row : lexicon)
    for (const std::string &word : words_of(row.phrase))
      if (word.front() != '{') known.insert(word);
  known.insert(units.begin(), units.end());
  for (const std::string &word : words_of(intent)) {
    poll_interrupt();
    const std::string unit = unit_in(word);
    if (known.count(word) != 0) found.insert(word);
    if (!unit.empty()) found.insert(unit);
  }
  std::string all;
  for (const std::string &word : found) all += (all.empty() ? "" : " ") + word;
  return all;
}

intent_match match_intent(const std::vector<std::string> &expected, const std::vector<std::string> &actual) {
  intent_match result{1, {}, {}};
  int all = 0, matched = 0;
  for (const std::string &feature : expected) {
    all += weight_of(feature);
    const auto same = [&](const std::string &other) { return is_same(feature, other); };
    if (std::any_of(actual.begin(), actual.end(), same))
      matched += weight_of(feature);
    else
      result.missed.push_back(feature);
  }
  for (const std::string &feature : actual) {
    all += weight_of(feature);
    const auto same = [&](const std::string &other) { return is_same(other, feature); };
    if (std::none_of(expected.begin(), expected.end(), same))
      result.extra.push_back(feature.substr(0, feature.find('|')));
  }
  if (all > 0) result.confidence = 2.0 * matched / all;
  return result;
}

}  // namespace harmony::oversight
