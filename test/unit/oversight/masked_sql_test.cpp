// By hand, by chapter 4.1 of PostgreSQL's manual.
#include "core/oversight/masked_sql.hpp"
#include "core/oversight/sql_tokens.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace harmony::oversight {
namespace {

std::string masked(std::string_view sql, const std::vector<std::string_view> &kept = {}) {
  return masked_sql(sql, true, kept);
}

TEST(masked_sql, takes_constants_out) {
  EXPECT_EQ(masked("SELECT name  FROM app.customer WHERE email = 'ann@example.org' AND age > 42"),
            "SELECT name FROM app.customer WHERE email = $1 AND age > $2");
  EXPECT_EQ(masked("SELECT E'it\\'s', 'it''s', $$a 'b' $$, $x$ $$ $x$, U&'d\\0061', B'01', N'x'"),
            "SELECT $1, $2, $3, $4, $5, $6, $7");
  EXPECT_EQ(masked("SELECT 'a'\n  'b', 'c' FROM t -- 'secret'\n"), "SELECT $1, $2 FROM t");
  EXPECT_EQ(masked("SELECT /* 'x' /* y */ 1 */ 1.5e-3, .5, 1e10, 0xff, 1_000"), "SELECT $1, $2, $3, $4, $5");
  EXPECT_EQ(masked("SELECT x FROM t WHERE a = $2 AND b = 5"), "SELECT x FROM t WHERE a = $2 AND b = $3");
  EXPECT_EQ(masked("SELECT x1, \"tenantId\", \"it's 5\" FROM t2"), "SELECT x1, \"tenantId\", \"?\" FROM t2");
  EXPECT_EQ(masked("SELECT 1 AS \"ann@example.org\", \"1a\", \"\""), "SELECT $1 AS \"?\", \"?\", \"?\"");
  EXPECT_EQ(masked("SELECT a FROM t ORDER BY 1, 4155551234 LIMIT 4155551234"),
            "SELECT a FROM t ORDER BY 1, $1 LIMIT $2");
}

TEST(masked_sql, stays_what_can_be_analysed) {
  EXPECT_EQ(masked("SELECT date '1985-03-07', interval '3 days', timestamp with time zone '1999-01-01'"),
            "SELECT date '2000-01-01', interval '1 day', timestamp with time zone '2000-01-01 00:00'");
  EXPECT_EQ(masked("SELECT a::varchar(10), b::numeric(8, 2) FROM t WHERE a LIKE 'x%' ESCAPE '!'"),
            "SELECT a::varchar(10), b::numeric(8, 2) FROM t WHERE a LIKE $1 ESCAPE $2");
  EXPECT_EQ(masked("SELECT a, count(*) FROM t GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10"),
            "SELECT a, count(*) FROM t GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10");
  EXPECT_EQ(masked("SELECT rank() OVER (ORDER BY a), 7 FROM t WHERE b IN (1, 2)"),
            "SELECT rank() OVER (ORDER BY a), $1 FROM t WHERE b IN ($2, $3)");
  EXPECT_EQ(masked("SELECT a[1:2], b AT TIME ZONE 'UTC' FROM t WHERE o = 'kept' AND p = 'other'", {"kept"}),
            "SELECT a[$1:$2], b AT TIME ZONE $3 FROM t WHERE o = 'kept' AND p = $4");
}

TEST(masked_sql, takes_any_text) {
  EXPECT_EQ(masked(""), "");
  EXPECT_EQ(masked("SELECT 'open"), "SELECT $1");
  EXPECT_EQ(masked("SELECT \"open"), "SELECT \"?\"");
  const word_filter is_select = [](std::string_view word) { return word == "SELECT"; };
  EXPECT_EQ(masked_sql("what is the salary of Ann \"Doe\" SELECT 5, x", true, {}, is_select), "? SELECT $1, ?");
  EXPECT_EQ(masked("/* open"), "");
  EXPECT_EQ(masked("SELECT $x$ open"), "SELECT $1");
  EXPECT_EQ(masked("))))5"), "))))$1");
  EXPECT_EQ(masked("SELECT $99999999999999999999, 5"), "SELECT $99999999999999999999, $1000000");
}

TEST(sql_tokens, together_are_the_text) {
  std::mt19937 random(3);
  const std::string letters = "aE'\"$-/*\\ \n0.9(),U&x_;\xc3\xa4";
  for (int round = 0; round < 20000; ++round) {
    std::string sql(random() % 30, ' ');
    for (char &c : sql) c = letters[random() % letters.size()];
    sql_tokens tokens(sql, round % 2 == 0);
    sql_token token{};
    std::string all;
    while (tokens.next(token)) {
      ASSERT_FALSE(token.text.empty());
      all += token.text;
    }
    ASSERT_EQ(all, sql);
    masked_sql(sql, round % 2 == 0);
  }
}

}  // namespace
}  // namespace harmony::oversight
