// By hand, from the rules of hla.alleles.org.
#include "core/affinity/hla_name.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace harmony::affinity {
namespace {

std::string normalized(std::string_view text) {
  char name[longest_hla_name];
  return {name, write_hla_name(hla_name(text), name)};
}

std::string two_field(std::string_view text) {
  char name[longest_hla_name];
  return {name, write_two_field_name(hla_name(text), name)};
}

std::string sqlstate_of(std::string_view text) {
  try {
    hla_name(text);
  } catch (const error &e) {
    return e.sqlstate();
  }
  return "";
}

TEST(hla_name, of_today) {
  for (const char *name : {"A*01",
                           "A*01:01",
                           "B*15:101",
                           "C*07:1000",
                           "DRB1*15:01:01:01",
                           "DRB9*01:01",
                           "DQA1*05:01:01:02",
                           "DQB1*06:02N",
                           "DPA1*01:03:01:18Q",
                           "DPB1*1000:01:01",
                           "DPB1*1000:1000:1000:1000N",
                           "A*02:XX",
                           "A*01:01:01G",
                           "A*01:01P",
                           "A*01:01g",
                           "A*24:02:01:02L",
                           "B*44:02:01:02S",
                           "B*15:01C",
                           "A*100:01",
                           "A*00:00",
                           "A*30:14A"})
    EXPECT_EQ(normalized(name), name);
  EXPECT_EQ(normalized(" \t\nhla-drb1*15:01\r "), "DRB1*15:01");
  EXPECT_EQ(normalized("HLA-Cw*07:02"), "C*07:02");
}

TEST(hla_name, before_2010) {
  const char *names[][2] = {{"A*0101", "A*01:01"},
                            {"A*24020102L", "A*24:02:01:02L"},
                            {"Cw*0702", "C*07:02"},
                            {"A*9234", "A*02:134"},
                            {"A*920102", "A*02:101:02"},
                            {"B*9501", "B*15:101"},
                            {"B*9200", "B*92:00"},
                            {"A*9500", "A*95:00"},
                            {"A*010101g", ""},
                            {"A*0101g", "A*01:01g"},
                            {"A*010101G", "A*01:01:01G"},
                            {"DRB1*15010101", "DRB1*15:01:01:01"},
                            {"A*92:01", "A*92:01"},
                            {"A*0104N", "A*01:04N"}};
  for (const auto &[old, today] : names) {
    if (*today == '\0') {
      EXPECT_EQ(sqlstate_of(old), "22P02") << old;
    } else {
      EXPECT_EQ(normalized(old), today);
    }
  }
}

TEST(hla_name, everything_else_is_refused) {
  for (const char *text : {"",
                           " ",
                           "A",
                           "A*",
                           "A*1",
                           "A*1:01",
                           "A*01:1",
                           "A*01:001",
                           "A*010",
                           "A*123",
                           "A*0201011",
                           "A*020101010",
                           "A*02010101010101",
                           "A*99999999999999999999",
                           "A*01:01:01:01:01",
                           "A*01:",
                           "A*01:01:",
                           "A*01::01",
                           "A*01:01X",
                           "A*01N",
                           "A*01:01G",
                           "A*01:01:01P",
                           "A*01:01NN",
                           "A*01:01n",
                           "A*02:xx",
                           "A*02:X",
                           "A*02:XX:01",
                           "A*02XX",
                           "A*02:ABCDEF",
                           "A*02:Ab",
                           "A *02:01",
                           "A* 02:01",
                           "A*02 :01",
                           "A02:01",
                           "D*01:01",
                           "DRB*01:01",
                           "DRB0*01:01",
                           "DRB10*01:01",
                           "DRA1*01:01",
                           "DQA2*01:01",
                           "DQC1*01:01",
                           "E*01:01",
                           "A2",
                           "DR15",
                           "HLA-",
                           "HLA-HLA-A*01:01",
                           "HLAA*01:01",
                           "CW",
                           "Aw*01:01",
                           "A*0x:01",
                           "\xef\xbc\xa1*01:01",
                           "A*\xd9\xa0\xd9\xa1:01",
                           "A*01:01\xc2\xa0"})
    EXPECT_EQ(sqlstate_of(text), "22P02") << text;
  EXPECT_EQ(sqlstate_of(std::string_view("A*01:01\0", 8)), "22P02");
  EXPECT_EQ(sqlstate_of(std::string(1000000, '1')), "22P02");
  for (const char *code : {"A*02:AB", "DRB1*04:FJKK", "hla-b*15:BPXYZ"}) EXPECT_EQ(sqlstate_of(code), "0A000") << code;
}

TEST(hla_name, two_fields_and_the_letter_of_expression) {
  const char *names[][2] = {{"A*24:02:01:02L", "A*24:02L"},
                            {"A*01:01:01G", "A*01:01"},
                            {"A*01:01P", "A*01:01"},
                            {"A*01:01g", "A*01:01"},
                            {"A*01:04:01:01N", "A*01:04N"},
                            {"A*01", ""},
                            {"A*02:XX", ""},
                            {"A*0101", "A*01:01"}};
  for (const auto &[name, fields] : names) EXPECT_EQ(two_field(name), fields) << name;
}

TEST(hla_name, what_is_quoted) {
  const auto message = [](std::string_view text) {
    try {
      hla_name(text);
    } catch (const error &e) {
      return e.message() + e.detail() + e.hint();
    }
    return std::string();
  };
  EXPECT_NE(message("A*1:01").find("\"A*1:01\""), std::string::npos);
  for (const char *genotype : {"A*01:01+A*02:01", "A*01:01/A*02:01", "A*01:01^", "A*01:01|", "A*01:01~", "A*01:01?"})
    EXPECT_EQ(message(genotype).find("01:01+"), std::string::npos) << message(genotype);
  EXPECT_EQ(message("A*01:01+A*02:01").find('"'), std::string::npos);
  EXPECT_EQ(message(std::string(41, 'A')).find('"'), std::string::npos);
}

TEST(hla_name, keys_tell_names_apart) {
  const char *names[] = {"A*01",          "A*01:01",       "A*01:01N", "A*01:01:01", "A*01:01:01G",
                         "A*01:01:01:01", "A*01:01:01:02", "A*01:XX",  "B*01:01",    "C*01:01",
                         "DRB1*01:01",    "DPB1*01:01",    "A*01:00",  "A*01:00:00", "A*01:00:00:00"};
  for (const char *a : names)
    for (const char *b : names) EXPECT_EQ(hla_name(a).key() == hla_name(b).key(), std::string(a) == b) << a << b;
  EXPECT_EQ(hla_name("A*01:01N").protein(), hla_name("HLA-A*0101").protein());
  EXPECT_NE(hla_name("A*01:02").protein(), hla_name("A*02:01").protein());
}

TEST(hla_name, loci) {
  for (const char *name : {"A", "b", "Cw", "HLA-DRB1", "drb9", "DQA1", "DQB1", "DPA1", "DPB1"}) hla_gene_named(name);
  EXPECT_EQ(name_of(hla_gene_named("hla-dpb1")), "DPB1");
  for (const char *name : {"", "D", "DRB", "DRB1*", "DRB0", "DQC1", "MICA"})
    EXPECT_THROW(hla_gene_named(name), error) << name;
}

}  // namespace
}  // namespace harmony::affinity
