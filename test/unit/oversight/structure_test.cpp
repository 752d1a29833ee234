// By hand, after the words of JSON Schema (draft 2020-12, validation).
#include "core/oversight/structure.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

namespace harmony::oversight {
namespace {

using kind = document::kind;

document text(std::string_view value) {
  document made;
  made.is = kind::string;
  made.text = value;
  return made;
}

document number(double value) {
  document made;
  made.is = kind::number;
  made.number = value;
  return made;
}

document list(std::vector<document> elements) {
  document made;
  made.is = kind::array;
  made.elements = std::move(elements);
  return made;
}

document object(std::vector<std::pair<std::string_view, document>> fields) {
  document made;
  made.is = kind::object;
  made.fields = std::move(fields);
  return made;
}

std::string told(const document &rows, const document &declared) {
  std::string all;
  for (const structure_error &one : check_structure(rows, declared))
    all += std::to_string(one.row) + " " + one.path + ": " + one.message + "\n";
  return all;
}

TEST(structure, tells_row_path_and_what_is_wrong) {
  const document declared =
      object({{"type", text("object")},
              {"required", list({text("id")})},
              {"additionalProperties", document{kind::boolean, false, 0, {}, {}, {}}},
              {"properties",
               object({{"id", object({{"type", text("integer")}, {"minimum", number(1)}})},
                       {"parts", object({{"items", object({{"maxLength", number(2)}})}, {"maxItems", number(2)}})}})}});
  EXPECT_EQ(told(list({object({{"id", number(1)}})}), declared), "");
  EXPECT_EQ(told(list({object({{"id", number(0)}}), object({})}), declared),
            "1 id: must be at least 1\n2 id: is missing\n");
  EXPECT_EQ(told(object({{"id", number(1.5)}}), declared), "1 id: must be of type integer\n");
  EXPECT_EQ(told(object({{"id", number(1)}, {"x", number(1)}}), declared), "1 x: is not declared\n");
  EXPECT_EQ(
      told(object({{"id", number(1)}, {"parts", list({text("ab"), text("abc"), text("\xc3\xa9\xc3\xa9")})}}), declared),
      "1 parts: must have at most 2 elements\n1 parts[1]: must have at most 2 characters\n");
  EXPECT_EQ(told(list({number(1)}), declared), "1 : must be of type object\n");
}

TEST(structure, knows_formats) {
  const auto fits = [](const char *format, const char *value) {
    return told(text(value), object({{"format", text(format)}})).empty();
  };
  EXPECT_TRUE(fits("date", "2024-02-29"));
  EXPECT_FALSE(fits("date", "2023-02-29"));
  EXPECT_FALSE(fits("date", "2023-2-9"));
  EXPECT_TRUE(fits("date-time", "2023-02-09T10:00:00Z"));
  EXPECT_TRUE(fits("date-time", "2023-02-09 10:00:00.25+02:00"));
  EXPECT_FALSE(fits("date-time", "2023-02-09T10:00:00"));
  EXPECT_FALSE(fits("date-time", "2023-02-09T24:00:00Z"));
  EXPECT_TRUE(fits("uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"));
  EXPECT_FALSE(fits("uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1"));
}

TEST(structure, compares_with_a_list) {
  const document declared = object({{"enum", list({text("open"), number(1)})}});
  EXPECT_EQ(told(text("open"), declared), "");
  EXPECT_EQ(told(text("shut"), declared), "1 : must be one of open, 1\n");
}

TEST(structure, refuses_a_declaration_with_other_words) {
  EXPECT_THROW(check_structure(list({}), object({{"typ", text("object")}})), error);
  EXPECT_THROW(check_structure(list({}), object({{"type", text("float")}})), error);
  EXPECT_THROW(check_structure(list({}), object({{"minimum", text("1")}})), error);
  EXPECT_THROW(check_structure(list({}), text("object")), error);
  document deep = object({});
  for (int i = 0; i < 40; ++i) deep = object({{"items", deep}});
  EXPECT_THROW(check_structure(list({}), deep), error);
}

TEST(structure, tells_so_many_at_most) {
  const document rows = list({text("a"), text("b"), text("c")});
  EXPECT_EQ(check_structure(rows, object({{"type", text("number")}}), 2).size(), 2u);
}

}  // namespace
}  // namespace harmony::oversight
