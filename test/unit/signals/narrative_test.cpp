// parse(text(x)) = x for whatever is in a name; no text crashes the parser.
#include "core/signals/narrative.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>

namespace harmony::signals {
namespace {

using kind = narrative_value::kind;

const char *const hostile[] = {
    "",       " ",     "a b ",  " x",         "|",      "a | b",    "\\",    "\\|",      "# x",  "- x",        "-",
    "1",      "-0.0",  "007",   "1.5e3",      "null",   "true",     "&#65;", "&amp;",    "a: b", "12:30",      "a:b",
    "_u_",    "a_b",   "__a",   "**b**",      "[x](y)", "`c`",      "\"\"",  "\"q\"",    "<b>",  "http://x.y", "\n",
    "a\nb\r", "\t",    "---",   "|---|",      "## up",  "Köln",     "\x7f",  "children", "#",    "\\#",        "~~x~~",
    "1) x",   "1. x",  "$x$",   "a\\",        "50 %",   "facility", ">",     "@a",       "\x01", "::",         "\u202e",
    "\u00a0", "a.b.c", "1.2.3", "{\"a\": 1}", "';--",   "%s",       "a  b",  "."};

class maker {
 public:
  explicit maker(unsigned seed) : random_(seed) {}

  std::string text() {
    std::string out = hostile[random_() % std::size(hostile)];
    while (random_() % 3 == 0) out += hostile[random_() % std::size(hostile)];
    return out;
  }
  narrative_value value() {
    static constexpr const char *numbers[] = {"0", "-1.50", "12345678901234567890.123456789012345678901", "-0.0001"};
    switch (random_() % 6) {
      case 0:
        return {kind::null, {}};
      case 1:
        return {kind::boolean, random_() % 2 == 0 ? "true" : "false"};
      case 2:
        return {kind::number, numbers[random_() % std::size(numbers)]};
      default:
        return {kind::string, text()};
    }
  }
  narrative_fields fields() {
    narrative_fields out;
    for (unsigned n = random_() % 4; n > 0; --n) {
      const std::string key = text();
      bool is_new = key != "children";
      for (const auto &field : out) is_new = is_new && field.first != key;
      if (is_new) out.emplace_back(key, value());
    }
    return out;
  }
  std::vector<narrative_row> rows(int deep) {
    std::vector<narrative_row> out;
    for (unsigned n = random_() % 4; n > 0; --n) {
      narrative_row row{fields(), {}};
      if (deep < 3 && random_() % 3 == 0) row.children = rows(deep + 1);
      out.push_back(row);
    }
    return out;
  }
  narrative document() {
    narrative out;
    out.facts = fields();
    for (const auto &[key, unused] : fields()) {
      bool is_new = true;
      for (const auto &fact : out.facts) is_new = is_new && fact.first != key;
      if (is_new) out.sections.emplace_back(key, rows(0));
    }
    return out;
  }

  std::mt19937 random_;
};

// As JSON whose keys are in order.
std::string sorted_json(narrative told);
void sort_fields(narrative_fields &fields) {
  std::sort(fields.begin(), fields.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
}
void sort_rows(std::vector<narrative_row> &rows) {
  for (narrative_row &row : rows) {
    sort_fields(row.fields);
    if (row.children) sort_rows(*row.children);
  }
}
std::string sorted_json(narrative told) {
  sort_fields(told.facts);
  std::sort(told.sections.begin(), told.sections.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
  for (auto &section : told.sections) sort_rows(section.second);
  return narrative_json(told);
}

TEST(signal_narrative, comes_back) {
  for (unsigned seed = 0; seed < 5000; ++seed) {
    const narrative told = maker(seed).document();
    const std::string text = narrative_markdown(told);
    try {
      ASSERT_EQ(sorted_json(parse_narrative(text)), sorted_json(told)) << text;
    } catch (const error &e) {
      FAIL() << e.message() << ": " << e.detail() << '\n' << text;
    }
  }
}

TEST(signal_narrative, every_letter_comes_back) {
  for (int a = 1; a < 128; ++a)
    for (const std::string &text :
         {std::string(1, static_cast<char>(a)), "x" + std::string(1, static_cast<char>(a)),
          std::string(1, static_cast<char>(a)) + "1", "1" + std::string(1, static_cast<char>(a)) + "1"}) {
      narrative told;
      told.facts = {{text, {kind::string, text}}};
      EXPECT_EQ(narrative_json(parse_narrative(narrative_markdown(told))), narrative_json(told)) << a;
    }
}

TEST(signal_narrative, names_cannot_leave_their_cell) {
  narrative told;
  told.facts = {{"facility", {kind::string, "x\n## up\n| a |"}}};
  const std::string text = narrative_markdown(told);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
  EXPECT_EQ(text, "# x&#10;\\#\\# up&#10;\\| a \\|\n");
}

TEST(signal_narrative, other_text_is_refused) {
  for (const char *text : {"hello", "- x", "| a |", "## a\n| b |\n", "## a\n| b |\n| c |\n",
                           "## a\n| b |\n|---|\n| 1 | 2 |", "- a: *b*", "- a: 1\n- a: 2", "## a\n## a", "- a: &amp;",
                           "- a: &#0;", "- a: &#999;", "- a: \\x", "# a\n# b", "## a\n| children |\n|---|\n| 1 |",
                           "## a\n| # | children |\n|---|---|\n| 2 | |", "## a\n| children |\n|---|\n| 999999999 |",
                           "## a\n| children |\n|---|\n| -1 |", "## a\n| b | b |\n|---|---|\n"})
    EXPECT_THROW(parse_narrative(text), error) << text;
  EXPECT_EQ(narrative_json(parse_narrative("")), "{}");
  std::string deep = "## a\n| children |\n|---|\n";
  for (int i = 0; i < 100000; ++i) deep += "| 1 |\n";
  EXPECT_THROW(parse_narrative(deep), error);
}

TEST(signal_narrative, changed_text_never_crashes) {
  std::mt19937 random(7);
  for (unsigned seed = 0; seed < 3000; ++seed) {
    std::string text = narrative_markdown(maker(seed).document());
    for (unsigned n = random() % 4 + 1; n > 0 && !text.empty(); --n) {
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text.erase(at, random() % 9 + 1);
          break;
        case 1:
          text.insert(at, hostile[random() % std::size(hostile)]);
          break;
        default:
          text[at] = static_cast<char>(random() % 255 + 1);
      }
    }
    try {
      const std::string json = narrative_json(parse_narrative(text));
      EXPECT_EQ(json.front(), '{');
    } catch (const error &e) {
      EXPECT_STREQ(e.sqlstate(), sqlstate::invalid_parameter_value);
    }
  }
}

}  // namespace
}  // namespace harmony::signals
