#include "core/psychometrics/likert.hpp"

#include "core/base/error.hpp"
#include "core/base/score.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace harmony::psychometrics {

namespace {

/// Numbers traits in order of first appearance. A linear search is fastest for a few traits; beyond that a hash table
/// keeps the time linear in the number of items.
class trait_numbering {
 public:
  std::uint32_t number_of(std::string_view trait) {
    if (names_.size() <= few) return find_in_list(trait);
    if (numbers_.empty()) fill_table();
    const auto [entry, is_new] = numbers_.emplace(trait, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(trait);
    return entry->second;
  }

  std::vector<std::string_view> take_names() { return std::move(names_); }

 private:
  static constexpr std::size_t few = 16;

  std::uint32_t find_in_list(std::string_view trait) {
    const auto found = std::find(names_.begin(), names_.end(), trait);
    const auto number = static_cast<std::uint32_t>(found - names_.begin());
    if (found == names_.end()) names_.push_back(trait);
    return number;
  }

  void fill_table() {
    for (std::uint32_t i = 0; i < names_.size(); ++i) numbers_.emplace(names_[i], i);
  }

  std::vector<std::string_view> names_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

void check_keys(span<std::int16_t> keyed) {
  for (std::size_t i = 0; i < keyed.size; ++i) {
    poll_at_step(i);
    if (keyed[i] != 1 && keyed[i] != -1)
      throw error(sqlstate::invalid_parameter_value,
                  "key " + std::to_string(keyed[i]) + " of item " + std::to_string(i + 1) + " is neither 1 nor -1");
  }
}

void check_answers(const answers &given, int scale_min, int scale_max) {
  for (std::size_t i = 0; i < given.size; ++i) {
    poll_at_step(i);
    if (given.is_missing(i)) continue;
    if (given.values[i] < scale_min || given.values[i] > scale_max)
      throw error(sqlstate::numeric_value_out_of_range,
                  "answer " + std::to_string(given.values[i]) + " to item " + std::to_string(i + 1) +
                      " is outside the scale " + std::to_string(scale_min) + " to " + std::to_string(scale_max));
  }
}

void check_further(const further_scales &further, std::size_t n_items) {
  check_length("further traits", further.position.size, further.traits.size);
  check_length("further keys", further.position.size, further.keyed.size);
  check_keys(further.keyed);
  for (const std::int32_t at : further.position)
    if (at < 1 || static_cast<std::size_t>(at) > n_items)
      throw error(sqlstate::invalid_parameter_value,
                  "item " + std::to_string(at) + " of " + std::to_string(n_items) + " cannot count for a trait");
}

void add_answer(const answers &given, std::size_t i, std::int16_t keyed, int scale_min, int scale_max,
                trait_score *trait) {
  trait->n_items += 1;
  if (given.is_missing(i)) return;
  trait->n_answered += 1;
  trait->raw += keyed_answer(given.values[i], keyed, scale_min, scale_max);
}

double score_of(const trait_score &trait, int scale_min, int scale_max) {
  if (trait.n_answered == 0 || 2 * static_cast<std::int64_t>(trait.n_answered) < trait.n_items) return missing;
  return percentage_of_maximum(trait.raw, trait.n_answered, scale_min, scale_max);
}

}  // namespace

trait_index index_traits(span<std::string_view> traits) {
  trait_index index;
  trait_numbering numbering;
  index.of_item.reserve(traits.size);
  for (std::size_t i = 0; i < traits.size; ++i) {
    poll_at_step(i);
    index.of_item.push_back(numbering.number_of(traits[i]));
  }
  index.names = numbering.take_names();
  return index;
}

std::vector<trait_score> empty_scores(const trait_index &index) {
  std::vector<trait_score> scores;
  scores.reserve(index.names.size());
  for (const std::string_view name : index.names) scores.push_back({name, 0, 0, 0, missing});
  return scores;
}

void check_length(const char *what, std::size_t expected, std::size_t got) {
  if (got == expected) return;
  throw error(sqlstate::invalid_parameter_value,
              "expected " + std::to_string(expected) + " " + what + " but got " + std::to_string(got),
              "Every array must have one element for each of the " + std::to_string(expected) + " items.");
}

void check_has_items(std::size_t n_items) {
  if (n_items == 0) throw error(sqlstate::invalid_parameter_value, "the list of items is empty");
}

void check_likert(const answers &given, span<std::int16_t> keyed, span<std::string_view> traits, int scale_min,
                  int scale_max) {
  check_has_items(traits.size);
  check_length("keys", traits.size, keyed.size);
  check_length("answers", traits.size, given.size);
  check_scale(scale_min, scale_max);
  check_keys(keyed);
  check_answers(given, scale_min, scale_max);
}

std::vector<trait_score> score_likert(const answers &given, span<std::int16_t> keyed, span<std::string_view> traits,
                                      int scale_min, int scale_max, const further_scales &further) {
  check_likert(given, keyed, traits, scale_min, scale_max);
  std::vector<std::string_view> all;
  if (further.position.size > 0) {
    check_further(further, traits.size);
    all.assign(traits.begin(), traits.end());
    all.insert(all.end(), further.traits.begin(), further.traits.end());
  }
  const trait_index index = index_traits(all.empty() ? traits : span<std::string_view>(all));
  std::vector<trait_score> scores = empty_scores(index);
  for (std::size_t i = 0; i < given.size; ++i) {
    poll_at_step(i);
    add_answer(given, i, keyed[i], scale_min, scale_max, &scores[index.of_item[i]]);
  }
  for (std::size_t k = 0; k < further.position.size; ++k) {
    poll_at_step(k);
    add_answer(given, static_cast<std::size_t>(further.position[k]) - 1, further.keyed[k], scale_min, scale_max,
               &scores[index.of_item[given.size + k]]);
  }
  for (trait_score &trait : scores) trait.score = score_of(trait, scale_min, scale_max);
  return scores;
}

std::vector<double> trait_answers(const answers &given, span<std::int16_t> keyed, span<std::string_view> traits,
                                  int scale_min, int scale_max, std::string_view trait) {
  check_likert(given, keyed, traits, scale_min, scale_max);
  std::vector<double> values;
  for (std::size_t i = 0; i < given.size; ++i) {
    if (traits[i] != trait) continue;
    values.push_back(given.is_missing(i) ? missing : keyed_answer(given.values[i], keyed[i], scale_min, scale_max));
  }
  return values;
}

}  // namespace harmony::psychometrics
