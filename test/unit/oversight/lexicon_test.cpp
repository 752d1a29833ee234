// By hand.
#include "core/oversight/lexicon.hpp"

#include <gtest/gtest.h>

namespace harmony::oversight {
namespace {

using list = std::vector<std::string>;

list expected(const char *intent) { return expected_features(default_lexicon(), intent); }

TEST(lexicon, takes_the_longest_phrase) {
  EXPECT_EQ(expected("How many orders per month?"), (list{"aggregate:count", "group:month"}));
  EXPECT_EQ(expected("total by status per year"), (list{"aggregate:sum", "group:status", "group:year"}));
  EXPECT_EQ(expected("top five products by revenue"), list{"top:5"});
  EXPECT_EQ(expected("top 5 products by average price"), (list{"top:5", "aggregate:avg"}));
  EXPECT_EQ(expected("top 3 customers by number of orders per year"), (list{"top:3", "aggregate:count", "group:year"}));
  EXPECT_EQ(expected("orders of the last 030 days"), list{"last:30 day"});
  EXPECT_EQ(expected("running total of sales"), list{"window"});
  EXPECT_EQ(expected("orders, sorted by total"), list{});
  EXPECT_EQ(expected(""), list{});
}

TEST(lexicon, a_weak_row_gives_way_to_its_class) {
  EXPECT_EQ(expected("average order total"), list{"aggregate:avg"});
  EXPECT_EQ(expected("weekly total"), (list{"group:week", "aggregate:sum"}));
  EXPECT_EQ(expected("count count"), list{"aggregate:count"});
}

TEST(lexicon, rows_can_be_others) {
  const std::vector<lexicon_row> rows{{"combien de", "aggregate:count"}, {"par {word}", "group:{word}"}};
  EXPECT_EQ(expected_features(rows, "combien de clients par pays"), (list{"aggregate:count", "group:pays"}));
}

TEST(lexicon, gives_phrases_without_what_stands_in_them) {
  const std::vector<std::string> phrases = phrases_of(default_lexicon(), "How many orders of Ada in the last 30 days?");
  EXPECT_EQ(phrases, (std::vector<std::string>{"how many", "last {n} {unit}"}));
  EXPECT_TRUE(phrases_of(default_lexicon(), "Ada").empty());
}

TEST(match, is_the_f1_of_the_weights) {
  const intent_match all =
      match_intent({"aggregate:count", "group:customer"}, {"aggregate:count", "group:customer_id|customers"});
  EXPECT_EQ(all.confidence, 1);
  EXPECT_TRUE(all.missed.empty() && all.extra.empty());
  const intent_match half = match_intent({"aggregate:count", "group:month"}, {"aggregate:count", "group:week"});
  EXPECT_DOUBLE_EQ(half.confidence, 8.0 / 14);
  EXPECT_EQ(half.missed, list{"group:month"});
  EXPECT_EQ(half.extra, list{"group:week"});
  EXPECT_EQ(match_intent({}, {}).confidence, 1);
  EXPECT_EQ(match_intent({"window"}, {}).confidence, 0);
  EXPECT_EQ(match_intent({"top:5"}, {"top:10"}).missed, list{"top:5"});
}

}  // namespace
}  // namespace harmony::oversight
