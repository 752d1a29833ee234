#include "core/oversight/lexicon.hpp"

namespace harmony::oversight {

namespace {

struct shipped_row {
  const char *phrase, *feature;
  bool weak;
};

constexpr shipped_row shipped[] = {
    {"how many", "aggregate:count", false},
    {"number of", "aggregate:count", false},
    {"count of", "aggregate:count", false},
    {"count", "aggregate:count", false},
    {"average", "aggregate:avg", false},
    {"avg", "aggregate:avg", false},
    {"mean", "aggregate:avg", false},
    {"median", "aggregate:median", false},
    {"sum", "aggregate:sum", false},
    {"sum of", "aggregate:sum", false},
    {"total", "aggregate:sum", true},
    {"minimum", "aggregate:min", false},
    {"min", "aggregate:min", false},
    {"smallest", "aggregate:min", true},
    {"lowest", "aggregate:min", true},
    {"earliest", "aggregate:min", true},
    {"maximum", "aggregate:max", false},
    {"max", "aggregate:max", false},
    {"largest", "aggregate:max", true},
    {"highest", "aggregate:max", true},
    {"latest", "aggregate:max", true},
    {"standard deviation", "aggregate:stddev", false},
    {"variance", "aggregate:variance", false},
    {"percentile", "aggregate:percentile", false},
    {"most common", "aggregate:mode", false},
    {"correlation", "aggregate:corr", false},
    {"per {unit}", "group:{unit}", false},
    {"by {unit}", "group:{unit}", false},
    {"each {unit}", "group:{unit}", false},
    {"every {unit}", "group:{unit}", false},
    {"hourly", "group:hour", false},
    {"daily", "group:day", false},
    {"weekly", "group:week", false},
    {"monthly", "group:month", false},
    {"quarterly", "group:quarter", false},
    {"yearly", "group:year", false},
    {"annual", "group:year", false},
    {"per {word}", "group:{word}", false},
    {"by {word}", "group:{word}", false},
    {"for each {word}", "group:{word}", false},
    {"grouped by {word}", "group:{word}", false},
    {"ordered by {word}", "", false},
    {"sorted by {word}", "", false},
    {"top {n}", "top:{n}", false},
    {"top {n} {word} by", "top:{n}", false},
    {"first {n}", "top:{n}", false},
    {"best {n}", "top:{n}", false},
    {"worst {n}", "top:{n}", false},
    {"bottom {n}", "top:{n}", false},
    {"last {n} {unit}", "last:{n} {unit}", false},
    {"past {n} {unit}", "last:{n} {unit}", false},
    {"previous {n} {unit}", "last:{n} {unit}", false},
    {"last {unit}", "last:1 {unit}", false},
    {"past {unit}", "last:1 {unit}", false},
    {"distinct", "distinct", false},
    {"unique", "distinct", false},
    {"different", "distinct", false},
    {"running total", "window", false},
    {"cumulative", "window", false},
    {"moving average", "window", false},
    {"rolling average", "window", false},
    {"rank", "window", false},
    {"ranked", "window", false},
    {"ranking", "window", false},
    {"row number", "window", false},
};

}  // namespace

const std::vector<lexicon_row> &default_lexicon() {
  static const std::vector<lexicon_row> rows = [] {
    std::vector<lexicon_row> made;
    for (const shipped_row &row : shipped) made.push_back({row.phrase, row.feature, row.weak});
    return made;
  }();
  return rows;
}

}  // namespace harmony::oversight
