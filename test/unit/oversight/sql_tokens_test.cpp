// By the lexical rules of the manual of PostgreSQL, 4.1.
#include "core/oversight/sql_tokens.hpp"

#include <gtest/gtest.h>

namespace harmony::oversight {
namespace {

constexpr std::size_t none = std::string_view::npos;

std::size_t comment(std::string_view sql) { return first_comment(sql, true); }

TEST(first_comment, is_found_outside_of_quotes) {
  EXPECT_EQ(comment("SELECT 1 -- x"), 9u);
  EXPECT_EQ(comment("/* x */ SELECT 1"), 0u);
  EXPECT_EQ(comment("SELECT 1"), none);
  EXPECT_EQ(comment("SELECT '--', \"/*\" - 1"), none);
  EXPECT_EQ(comment("SELECT 'it''s -- x' -- y"), 20u);
  EXPECT_EQ(comment("SELECT $$ -- $$, $a$ /* $$ $a$ -- x"), 31u);
  EXPECT_EQ(comment("SELECT a$1$ -- x"), 12u);
  EXPECT_EQ(comment("SELECT $1 -- x"), 10u);
}

TEST(first_comment, follows_backslashes) {
  EXPECT_EQ(comment("SELECT E'\\'--' "), none);
  EXPECT_EQ(comment("SELECT '\\'--' "), 10u);
  EXPECT_EQ(first_comment("SELECT '\\'--' ", false), none);
  EXPECT_EQ(comment("SELECT 'open --"), none);
}

}  // namespace
}  // namespace harmony::oversight
