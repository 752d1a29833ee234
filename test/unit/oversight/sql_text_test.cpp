// By the lexical rules of the manual of PostgreSQL, 4.1.
#include "core/oversight/sql_text.hpp"

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

TEST(masked_statement, leaves_names_alone) {
  const auto mask = [](std::string_view sql) { return masked_statement(sql, true); };
  EXPECT_EQ(mask("SELECT a1, 'it''s', 1.5e-3 FROM  t -- x\n WHERE b = $1 AND c=0x1F"),
            "SELECT a1, ?, ? FROM t WHERE b = $1 AND c=?");
  EXPECT_EQ(mask("SELECT E'\\'x', $$a'b$$, $q$ 1 $q$, \"na'me\", .5"), "SELECT ?, ?, ?, \"na'me\", ?");
  EXPECT_EQ(mask("/* a /* b */ c */ SELECT x'1F', 'open 1"), "SELECT ?, ?");
  EXPECT_EQ(mask("'a\\' 'secret'"), "? ?");
  EXPECT_EQ(masked_statement("'a\\' secret'", false), "?");
  EXPECT_EQ(mask(""), "");
  EXPECT_EQ(mask("$"), "$");
  EXPECT_EQ(mask("SELECT 'a"), "SELECT ?");
}

TEST(first_comment, follows_backslashes) {
  EXPECT_EQ(comment("SELECT E'\\'--' "), none);
  EXPECT_EQ(comment("SELECT '\\'--' "), 10u);
  EXPECT_EQ(first_comment("SELECT '\\'--' ", false), none);
  EXPECT_EQ(comment("SELECT 'open --"), none);
}

}  // namespace
}  // namespace harmony::oversight
