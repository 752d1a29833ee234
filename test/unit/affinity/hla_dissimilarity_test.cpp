// By hand; and against a naive enumeration of everything that two typings leave open.
#include "core/affinity/hla_dissimilarity.hpp"

#include "core/affinity/hla_locus.hpp"
#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>

namespace harmony::affinity {
namespace {

constexpr std::string_view methods[] = {"multiset", "unique", "jaccard", "optimum", "offspring"};
const gene_set usual = hla_genes_named({"A", "B", "DRB1"});

double score(std::string_view a, std::string_view b, std::string_view method = "multiset",
             const hla_frequencies *frequencies = nullptr) {
  return hla_dissimilarity(read_genotype(a), read_genotype(b), hla_method_named(method), usual, frequencies);
}

hla_frequencies table_of(const std::vector<std::string_view> &alleles, const std::vector<double> &frequencies,
                         std::string &bytes) {
  const std::vector<unsigned char> table = hla_frequency_table(alleles, frequencies);
  bytes.assign(table.begin(), table.end());
  return hla_frequencies(bytes);
}

TEST(hla_dissimilarity, published_examples) {
  const char *one = "A*01:01+A*02:01^B*07:02+B*08:01^DRB1*03:01+DRB1*15:01";
  EXPECT_DOUBLE_EQ(score(one, "A*03:01+A*24:02^B*35:01+B*44:02^DRB1*04:01+DRB1*15:01", "unique"), 100 * 11 / 12.0);
  EXPECT_EQ(score(one, "A*03:01+A*24:02^B*35:01+B*44:02^DRB1*04:01+DRB1*11:01"), 100.0);
  EXPECT_EQ(score(one, one, "unique"), 50.0);
  EXPECT_EQ(score(one, one), 0.0);
}

TEST(hla_dissimilarity, null_alleles_are_not_expressed) {
  EXPECT_EQ(score("A*01:01+A*24:09N", "A*01:01+A*01:01"), 0.0);
  EXPECT_EQ(score("A*01:01+A*24:09N", "A*24:09+A*24:09"), 100.0);
  EXPECT_TRUE(std::isnan(score("A*01:04N+A*24:09N", "A*01:01+A*01:01")));
  EXPECT_TRUE(std::isnan(score("A*01:04N/A*01:01+A*24:09N/A*24:02", "A*01:01+A*01:01")));
  // Two null alternatives are one: half of this copy is null, not two thirds.
  EXPECT_DOUBLE_EQ(score("A*24:02/A*24:09N/A*24:11N+A*01:01", "A*01:01+A*01:01"), 25.0);
}

TEST(hla_dissimilarity, what_is_not_compared) {
  for (const char *gl : {"A*01:01", "A*01:01+A*02", "A*01:01+A*02:XX", "A*01:01/A*02+A*01:01", "C*01:02+C*07:01",
                         "A*01:01+A*02:01|A*01:01", "A*01:01+B*07:02"})
    EXPECT_TRUE(std::isnan(score(gl, "A*01:01+A*02:01"))) << gl;
  EXPECT_TRUE(std::isnan(
      hla_dissimilarity(read_genotype("A*01:01+A*02:01"), read_genotype("A*01:01+A*02:01"), hla_method::multiset, 0)));
}

// Everything two people's copies may be, with the share of each, by recursion over texts.
using possibilities = std::map<std::pair<std::string, std::string>, double>;
std::set<std::string> alternatives_of(std::string_view copy) {
  std::set<std::string> out;
  while (true) {
    const std::size_t slash = copy.find('/');
    const std::string_view name = copy.substr(0, slash);
    out.insert(name.back() == 'N' ? "null" : std::string(name.substr(0, 7)));
    if (slash == std::string_view::npos) return out;
    copy.remove_prefix(slash + 1);
  }
}
possibilities enumerate(std::string_view locus) {
  std::set<std::multiset<std::set<std::string>>> genotypes;
  while (true) {
    const std::size_t bar = locus.find('|'), plus = locus.find('+');
    genotypes.insert({alternatives_of(locus.substr(0, plus)), alternatives_of(locus.substr(plus + 1, bar - plus - 1))});
    if (bar == std::string_view::npos) break;
    locus.remove_prefix(bar + 1);
  }
  possibilities out;
  for (const auto &genotype : genotypes)
    for (const std::string &x : *genotype.begin())
      for (const std::string &y : *genotype.rbegin())
        out[{x == "null" ? y : x, y == "null" ? x : y}] +=
            1.0 / static_cast<double>(genotypes.size() * genotype.begin()->size() * genotype.rbegin()->size());
  return out;
}
double naive(std::string_view method, const std::pair<std::string, std::string> &a,
             const std::pair<std::string, std::string> &b) {
  const std::multiset<std::string> both_a{a.first, a.second}, both_b{b.first, b.second};
  if (method == "multiset") {
    std::vector<std::string> shared;
    std::set_intersection(both_a.begin(), both_a.end(), both_b.begin(), both_b.end(), std::back_inserter(shared));
    return 1 - static_cast<double>(shared.size()) / 2;
  }
  double differ = 0;
  for (const std::string &x : both_a)
    for (const std::string &y : both_b) differ += x != y;
  if (method == "offspring") return differ / 4;
  const std::set<std::string> set_a(both_a.begin(), both_a.end()), set_b(both_b.begin(), both_b.end());
  std::set<std::string> all = set_a;
  all.insert(set_b.begin(), set_b.end());
  const auto n = static_cast<double>(all.size());
  if (method == "unique") return n;
  return 1 - (static_cast<double>(set_a.size() + set_b.size()) - n) / n;
}
double naive_score(std::string_view a, std::string_view b, std::string_view method) {
  double sum = 0;
  for (const auto &[x, share_x] : enumerate(a))
    for (const auto &[y, share_y] : enumerate(b)) sum += share_x * share_y * naive(method, x, y);
  if (method == "unique") return 100 * sum / 12;
  return 100 * (method == "optimum" ? std::max(0.0, 1 - std::fabs(sum - 0.55) / 0.55) : sum);
}

class random_typing {
 public:
  std::string locus(bool nulls) {
    std::string text;
    const std::size_t genotypes = 1 + draw(3);
    for (std::size_t k = 0; k < genotypes; ++k) text += (k == 0 ? "" : "|") + copy(nulls) + "+" + copy(false);
    return text;
  }

 private:
  std::size_t draw(std::size_t below) { return source_() % below; }
  std::string copy(bool nulls) {
    std::string text;
    const std::size_t n = 1 + draw(3);
    for (std::size_t k = 0; k < n; ++k) {
      text += (k == 0 ? "A*" : "/A*") + std::to_string(10 + draw(5)) + ":01";
      if (draw(4) == 0) text += ":0" + std::to_string(1 + draw(2));
      if (nulls && draw(5) == 0) text += 'N';
    }
    return text;
  }
  std::mt19937_64 source_{11};
};

TEST(hla_dissimilarity, agrees_with_enumeration) {
  random_typing typings;
  for (int trial = 0; trial < 400; ++trial) {
    const std::string a = typings.locus(trial % 2 == 0), b = typings.locus(trial % 3 == 0);
    for (const std::string_view method : methods) {
      EXPECT_NEAR(score(a, b, method), naive_score(a, b, method), 1e-9) << a << ' ' << b << ' ' << method;
      EXPECT_EQ(score(a, b, method), score(b, a, method)) << a << ' ' << b;
      EXPECT_GE(score(a, b, method), 0);
      EXPECT_LE(score(a, b, method), 100);
    }
  }
}

TEST(hla_dissimilarity, orders_change_not_even_the_last_digit) {
  const char *a = "A*02:01/A*24:02/A*01:01+A*02:06/A*03:01/A*11:01|A*01:02+A*02:05/A*02:07/A*02:03";
  const char *other = "A*02:07/A*02:03/A*02:05+A*01:02|A*11:01/A*02:06/A*03:01+A*24:02/A*01:01/A*02:01";
  const char *b = "A*02:06/A*02:01/A*01:01+A*24:02/A*02:07/A*02:05/A*02:03/A*66:01/A*68:01";
  for (const std::string_view method : methods) EXPECT_EQ(score(a, b, method), score(other, b, method)) << method;
}

std::string copy_of(int n, int first) {
  std::string text;
  for (int k = 0; k < n; ++k) text += (k == 0 ? "A*" : "/A*") + std::to_string(first + k) + ":01";
  return text;
}

TEST(hla_dissimilarity, combinations_have_a_limit) {
  const std::string thousand = copy_of(40, 10) + "+" + copy_of(25, 60), more = copy_of(41, 10) + "+" + copy_of(25, 60);
  EXPECT_FALSE(std::isnan(score(thousand, thousand)));
  EXPECT_THROW(score(thousand, more), error);
  EXPECT_THROW(score(more, thousand), error);
  EXPECT_NO_THROW(summarize_typing(read_genotype(thousand), usual));
  EXPECT_THROW(summarize_typing(read_genotype(more), usual), error);
  EXPECT_THROW(genotype_to_store(more), error);
  EXPECT_NO_THROW(genotype_to_store(copy_of(2000, 1000)));  // one copy: never compared
}

TEST(hla_dissimilarity, summary) {
  const auto summary = [](std::string_view gl) { return summarize_typing(read_genotype(gl), usual); };
  EXPECT_EQ(summary("DRB1*15:01+DRB1*04:01^A*01:01+A*02:01^C*07:01+C*07:02").loci,
            (std::vector<std::string_view>{"A", "DRB1"}));
  EXPECT_DOUBLE_EQ(summary("A*01:01+A*02:01^B*07:02").quality, 1 / 3.0);
  EXPECT_EQ(summary("A*01:01").quality, 0.0);
  EXPECT_TRUE(std::isnan(summarize_typing(read_genotype("A*01:01"), 0).quality));
}

TEST(hla_frequencies, weigh_what_is_open) {
  std::string bytes;
  const hla_frequencies frequencies =
      table_of({"A*02:01:01", "A*02:01:02", "A*02:05", "A*24:02", "A*24:09N"}, {0.2, 0.1, 0.1, 0.06, 0.04}, bytes);
  EXPECT_DOUBLE_EQ(frequencies.of(hla_name("A*02:01").protein()), 0.3);
  EXPECT_EQ(frequencies.of(hla_name("A*02:02").protein()), 0.0);
  // .75 for A*02:01, .25 for A*02:05.
  EXPECT_DOUBLE_EQ(score("A*02:01/A*02:05+A*01:01", "A*02:01+A*01:01", "multiset", &frequencies), 12.5);
  // What is not in the table is out of it, unless all is.
  EXPECT_DOUBLE_EQ(score("A*02:01/A*33:01+A*01:01", "A*02:01+A*01:01", "multiset", &frequencies), 0.0);
  EXPECT_DOUBLE_EQ(score("A*34:01/A*33:01+A*01:01", "A*34:01+A*01:01", "multiset", &frequencies), 25.0);
  // A null alternative has its own frequency: .6 and .4.
  EXPECT_DOUBLE_EQ(score("A*24:02/A*24:09N+A*01:01", "A*01:01+A*24:02", "multiset", &frequencies), 20.0);
  // Hardy and Weinberg: A*02:01 twice .09, A*02:01 and A*02:05 2 * .3 * .1 = .06.
  EXPECT_DOUBLE_EQ(score("A*02:01+A*02:01|A*02:01+A*02:05", "A*02:01+A*02:01", "multiset", &frequencies),
                   50 * .06 / .15);
}

// Weights .3 * .1 * 2 and .3 * .3 * 2 of the null ones, .3 * .2 * 2 of A*02:01: a third, which half differs.
TEST(hla_frequencies, genotypes_with_different_null_alleles_add_up) {
  std::string bytes;
  const hla_frequencies table = table_of({"A*24:09N", "A*24:11N", "A*02:01", "A*01:01"}, {0.1, 0.3, 0.2, 0.3}, bytes);
  for (const char *open : {"A*01:01+A*24:09N|A*01:01+A*24:11N|A*01:01+A*02:01",
                           "A*01:01+A*24:11N|A*01:01+A*02:01|A*01:01+A*24:09N|A*24:09N+A*01:01",
                           "A*01:01+A*24:09N/A*24:11N|A*01:01+A*02:01"})
    EXPECT_NEAR(score(open, "A*01:01+A*01:01", "multiset", &table), 100 / 6.0, 1e-12) << open;
}

TEST(hla_dissimilarity, what_is_sealed_can_be_read) {
  std::string alternatives;
  while (alternatives.size() < longest_genotype - 20) alternatives += "A*0101/";
  alternatives.pop_back();
  EXPECT_NO_THROW(read_genotype(alternatives));  // short names, which grow by their colons
  EXPECT_THROW(genotype_to_store(alternatives + "+A*0201"), error);
}

TEST(hla_frequencies, of_nothing_and_forged) {
  std::string bytes;
  const hla_frequencies none = table_of({}, {}, bytes);
  EXPECT_DOUBLE_EQ(score("A*02:01/A*02:05+A*01:01", "A*02:01+A*01:01", "multiset", &none), 25.0);
  EXPECT_THROW(hla_frequency_table({"A*02"}, {0.1}), error);
  EXPECT_THROW(hla_frequency_table({"A*02:01"}, {1.5}), error);
  EXPECT_THROW(hla_frequency_table({"A*02:01"}, {std::nan("")}), error);
  EXPECT_THROW(hla_frequency_table({"A*02:01"}, {}), error);
  for (const std::string &forged : {std::string(), std::string(1, 2), std::string(2, 1), std::string(13, '\xff')})
    EXPECT_THROW(hla_frequencies{forged}, error);
  std::string bad = std::string(1, 1) + std::string(4, '\0') + std::string(8, '\xff');
  const std::uint32_t protein = hla_name("A*02:01").protein();
  for (int k = 0; k < 4; ++k) bad[1 + static_cast<std::size_t>(k)] = static_cast<char>(protein >> (24 - 8 * k));
  EXPECT_THROW(hla_frequencies(bad).of(protein), error);  // not a number
}

TEST(hla_dissimilarity, methods) {
  for (const char *name : {"", "Multiset", "multiset ", "all"}) EXPECT_THROW(hla_method_named(name), error);
}

}  // namespace
}  // namespace harmony::affinity
