#include "core/psychometrics/cognitive.hpp"

#include "core/base/error.hpp"
#include "core/base/score.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace harmony::psychometrics {

namespace {

[[noreturn]] void refuse_option(const char *code, const char *what, int option, std::size_t item, int n_options) {
  const std::string subject = what + std::to_string(option) + " to item " + std::to_string(item + 1);
  throw error(code, n_options == 0 ? subject + " is below 1"
                                   : subject + " is outside the options 1 to " + std::to_string(n_options));
}

bool is_option(int option, int n_options) { return option >= 1 && (n_options == 0 || option <= n_options); }

void check_cognitive(const answers &given, span<std::int16_t> correct, span<std::string_view> traits, int n_options) {
  check_has_items(traits.size);
  check_length("right options", traits.size, correct.size);
  check_length("answers", traits.size, given.size);
  check_options(n_options);
  for (std::size_t i = 0; i < given.size; ++i) {
    poll_at_step(i);
    if (!is_option(correct[i], n_options))
      refuse_option(sqlstate::invalid_parameter_value, "right option ", correct[i], i, n_options);
    if (!given.is_missing(i)) check_answer(given.values[i], i, n_options);
  }
}

/// Turns the number right, which `trait.raw` holds, into the final raw value and the score.
void finish_trait(trait_score &trait, int n_options) {
  if (trait.n_answered == 0) return;
  const formula_score counted(trait.raw, trait.n_answered - trait.raw, n_options);
  trait.raw = counted.raw();
  trait.score = counted.percentage(trait.n_items);
}

}  // namespace

void check_options(int n_options) {
  if (n_options < 0 || n_options == 1)
    throw error(sqlstate::invalid_parameter_value,
                "number of options must be 0 or at least 2, not " + std::to_string(n_options));
}

void check_answer(int option, std::size_t item, int n_options) {
  if (!is_option(option, n_options))
    refuse_option(sqlstate::numeric_value_out_of_range, "answer ", option, item, n_options);
}

formula_score::formula_score(double right, double wrong, int n_options) noexcept
    : units(n_options == 0 ? 1.0 : n_options - 1.0),
      earned(n_options == 0 ? right : std::max(0.0, right * units - wrong)) {}

std::vector<trait_score> score_cognitive(const answers &given, span<std::int16_t> correct,
                                         span<std::string_view> traits, int n_options) {
  check_cognitive(given, correct, traits, n_options);
  const trait_index index = index_traits(traits);
  std::vector<trait_score> scores = empty_scores(index);
  for (std::size_t i = 0; i < given.size; ++i) {
    poll_at_step(i);
    trait_score &trait = scores[index.of_item[i]];
    trait.n_items += 1;
    if (given.is_missing(i)) continue;
    trait.n_answered += 1;
    trait.raw += given.values[i] == correct[i] ? 1 : 0;
  }
  for (trait_score &trait : scores) finish_trait(trait, n_options);
  return scores;
}

std::vector<double> right_answers(const answers &given, span<std::int16_t> correct) {
  check_length("right options", given.size, correct.size);
  std::vector<double> right(given.size, missing);
  for (std::size_t i = 0; i < given.size; ++i) {
    poll_at_step(i);
    if (!given.is_missing(i)) right[i] = given.values[i] == correct[i] ? 1.0 : 0.0;
  }
  return right;
}

std::vector<double> trait_right_answers(const answers &given, span<std::int16_t> correct, span<std::string_view> traits,
                                        std::string_view trait) {
  check_length("traits", given.size, traits.size);
  const std::vector<double> right = right_answers(given, correct);
  std::vector<double> of_trait;
  for (std::size_t i = 0; i < right.size(); ++i)
    if (traits[i] == trait) of_trait.push_back(std::isnan(right[i]) ? 0.0 : right[i]);
  return of_trait;
}

}  // namespace harmony::psychometrics
