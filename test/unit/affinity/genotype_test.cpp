// By hand.
#include "core/affinity/genotype.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace harmony::affinity {
namespace {

std::string refusal(std::string_view gl) {
  try {
    read_genotype(gl);
  } catch (const error &e) {
    for (const std::string &text : {e.message(), e.detail(), e.hint()})
      EXPECT_EQ(text.find("99"), std::string::npos) << text;  // what the genotypes of this test have
    return e.sqlstate();
  }
  return "";
}

std::string canonical(std::string_view gl) { return std::string(canonical_genotype(read_genotype(gl)).c_str()); }

TEST(genotype, is_read) {
  const genotype given = read_genotype("DRB1*15:01+DRB1*04:04/DRB1*04:05^HLA-A*0101 + A*02:01|A*01:02+A*02:02");
  EXPECT_EQ(given.alleles.size(), 7U);
  ASSERT_EQ(given.loci.size(), 3U);
  EXPECT_EQ(given.loci[0].gene, hla_gene::a);
  EXPECT_EQ(given.loci[2].gene, hla_gene::drb1);
  EXPECT_EQ(given.loci[2].copy[1].end - given.loci[2].copy[1].begin, 2U);
  EXPECT_EQ(given.named, only(hla_gene::a) | only(hla_gene::drb1));
  EXPECT_EQ(given.incomplete, 0U);
}

TEST(genotype, each_gene_of_a_haplotype_counts_for_its_own_locus) {
  EXPECT_EQ(canonical("A*01:01~B*08:01+A*02:01~B*07:02"), canonical("A*01:01+A*02:01^B*07:02+B*08:01"));
  EXPECT_EQ(canonical("DRB1*03:01~DRB3*01:01+DRB1*04:01~DRB4*01:03"),
            canonical("DRB1*03:01+DRB1*04:01^DRB3*01:01^DRB4*01:03"));
  EXPECT_EQ(read_genotype("A*01:01+A*02:01|B*07:02+B*08:01").incomplete, only(hla_gene::a) | only(hla_gene::b));
}

TEST(genotype, is_refused) {
  for (const char *gl : {"", "^", "A*99:01+", "+A*99:01", "A*99:01++A*99:02", "A*99:01^^B*99:01", "A*99:01//A*99:02",
                         "A*99:01+A*99", "A*99:01 A*99:02", "A*99:01,A*99:02"}) {
    const std::string expected = std::string(gl) == "A*99:01+A*99" ? "" : "22P02";  // a name of one field
    EXPECT_EQ(refusal(gl), expected) << gl;
  }
  for (const char *gl : {"A*99:01?A*99:02", "A*99:AB+A*99:01"}) EXPECT_EQ(refusal(gl), "0A000") << gl;
  for (const char *gl :
       {"A*99:01+A*99:02+A*99:03", "A*99:01+A*99:02^B*99:01^A*99:03+A*99:04", "A*99:01^A*99:02", "A*99:01/B*99:01",
        "A*99:01~A*99:02+B*99:01", "A*99:01+B*99:01/A*99:02", "DRB3*99:01+DRB4*99:01+DRB5*99:01"})
    EXPECT_EQ(refusal(gl), "22023") << gl;
  EXPECT_EQ(refusal(std::string(longest_genotype + 1, '/')), "54000");
}

// Each step is linear: these take no more than a moment.
TEST(genotype, long_ones) {
  std::string alternatives = "A*01:01", genotypes = "A*01:01+A*02:01";
  while (alternatives.size() < 1000000) alternatives += "/A*01:01";
  while (genotypes.size() < 1000000) genotypes += "|A*01:01+A*02:01";
  EXPECT_EQ(canonical(alternatives), "A*01:01");
  EXPECT_EQ(canonical(genotypes), "A*01:01+A*02:01");
  for (const char delimiter : {'^', '|', '+', '~', '/', '?', '*', ':', ' '})
    EXPECT_NE(refusal(std::string(100000, delimiter)), "") << delimiter;
  std::string ladder = "A*01:01";
  for (int k = 0; k < 60000; ++k) ladder += k % 2 == 0 ? "|A*01:01" : "/A*01:02";
  EXPECT_EQ(canonical(ladder), "A*01:01|A*01:01/A*01:02");
}

TEST(genotype, normalized_keeps_the_order) {
  EXPECT_EQ(normalized_genotype(" hla-b*0702+B*9501|b*07:03~cw*0702 ^A*01:04:01:01N/A*02 "),
            "B*07:02+B*15:101|B*07:03~C*07:02^A*01:04:01:01N/A*02");
}

TEST(genotype, canonical_is_one_for_all_orders) {
  const std::string one = canonical("A*02:01/A*03:01+A*01:01|A*01:02+A*02:02^DRB1*15:01+DRB1*04:04");
  EXPECT_EQ(one, "A*01:01+A*02:01/A*03:01|A*01:02+A*02:02^DRB1*04:04+DRB1*15:01");
  for (const char *other : {"DRB1*04:04+DRB1*15:01^A*02:02+A*01:02|A*01:01+A*03:01/A*02:01",
                            "DRB1*0404+HLA-DRB1*1501^A*02:02+A*01:02|A*01:01+A*03:01/A*02:01/A*02:01|A*01:02+A*02:02"})
    EXPECT_EQ(canonical(other), one);
  EXPECT_NE(canonical("A*01:01:01+A*02:01"), canonical("A*01:01+A*02:01"));
  EXPECT_NE(canonical("A*01:01+A*01:01"), canonical("A*01:01"));
  EXPECT_NE(canonical("A*01:01+A*02:01|B*07:02+B*08:01"), canonical("A*01:01+A*02:01^B*07:02+B*08:01"));
}

}  // namespace
}  // namespace harmony::affinity
