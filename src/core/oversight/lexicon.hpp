// What a question in words asks of a query: a lexicon of phrases and the features that they stand for.
//
// A feature is "class" or "class:what": aggregate:count, group:month, group:status, top:5, last:30 day, window,
// distinct. A phrase is words with blanks between them; {n} stands for a number, {unit} for a unit of time, {word} for
// any word, and the feature may use them: "last {n} {unit}" gives "last:{n} {unit}". A weak row counts only where no
// other of its class does: "total" is a sum, but not in "average order total".
#pragma once

#include "core/base/no_postgres.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace harmony::oversight {

struct lexicon_row {
  std::string phrase;
  std::string feature;  // empty: the words mean nothing here
  bool weak = false;
};

/// The lexicon that counts unless another one is given.
const std::vector<lexicon_row> &default_lexicon();

/// The features that an intent asks for, each once, in the order of the words. At each word the phrase of most words is
/// taken, then the one of fewest placeholders. Takes O(words · rows).
std::vector<std::string> expected_features(const std::vector<lexicon_row> &lexicon, std::string_view intent);

/// The words of an intent that the lexicon has in a phrase, sorted, each once, with blanks between: what may be kept of
/// it.
std::string lexicon_words(const std::vector<lexicon_row> &lexicon, std::string_view intent);

struct intent_match {
  double confidence;
  std::vector<std::string> missed, extra;
};

/// Compares what is expected with what a query has; a feature of the query may name others that it may be called by,
/// behind bars ("group:customer_id|customer"). Names are equal without a plural's ending. Confidence is the F1 of the
/// features by their weights: 2 Σ matched / (Σ expected + Σ actual), aggregate .4, group .3, window .2, all others .1;
/// 1 where there are none.
intent_match match_intent(const std::vector<std::string> &expected, const std::vector<std::string> &actual);

}  // namespace harmony::oversight
