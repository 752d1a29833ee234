#include "core/affinity/genotype.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <algorithm>

namespace harmony::affinity {
namespace {

bool is_delimiter(char c) { return c == '/' || c == '+' || c == '^' || c == '|' || c == '~' || c == '?'; }

// Calls visit(name, delimiter, number) of each name and what stands before it; before the first that is ^.
template <class Visit>
void for_each_name(std::string_view gl, Visit visit) {
  char before = '^';
  for (std::size_t number = 1;; ++number) {
    std::size_t end = 0;
    while (end < gl.size() && !is_delimiter(gl[end])) ++end;
    visit(gl.substr(0, end), before, number);
    if (end == gl.size()) return;
    before = gl[end];
    gl.remove_prefix(end + 1);
    if (number % poll_every == 0) poll_interrupt();
  }
}

[[noreturn]] void refuse_genotype(const char *sqlstate, const char *message, std::size_t number,
                                  const char *hint = "") {
  throw error(sqlstate, message, "It is about name " + std::to_string(number) + " of the genotype.", hint);
}

hla_allele read_allele(std::string_view name, std::size_t number) {
  hla_allele allele;
  switch (read_hla_name(name, allele)) {
    case hla_reading::good:
      return allele;
    case hla_reading::allele_code:
      refuse_genotype(sqlstate::feature_not_supported, "allele codes are not supported in a genotype", number,
                      "Write the alleles that the code stands for, with slashes between them.");
    case hla_reading::malformed:
      break;
  }
  refuse_genotype(sqlstate::invalid_text_representation, "genotype has an invalid name of an HLA allele", number,
                  "Write ^ between loci, + between copies, / between alternatives.");
}

class genotype_reader {
 public:
  explicit genotype_reader(genotype &out) : out_(out) { of_gene_.fill(none); }

  void add(std::string_view name, char before, std::size_t number) {
    if (before == '?')
      refuse_genotype(sqlstate::feature_not_supported, "\"?\" in a genotype is not supported", number,
                      "Write one of the possible genotypes, or several with | between them.");
    begin(before, number);
    const hla_allele allele = read_allele(name, number);
    out_.alleles.push_back(allele);
    if (before == '/') {
      if (allele.gene != out_.loci[last_].gene)
        refuse_genotype(sqlstate::invalid_parameter_value, "alternatives in a genotype are of different genes", number);
      ++out_.loci[last_].copy[out_.loci[last_].n_copies - 1U].end;
    } else {
      begin_copy(allele.gene, number);
    }
  }

  void end_block() {
    for (std::size_t g = 0; g < n_hla_genes; ++g)
      if (times_named_[g] != 0 && times_named_[g] != genotypes_) out_.incomplete |= only(static_cast<hla_gene>(g));
    times_named_.fill(0);
    genotypes_ = 0;
  }

 private:
  static constexpr std::uint32_t none = 0xffffffff;

  // What a delimiter begins.
  void begin(char before, std::size_t number) {
    if (before == '/' || before == '~') return;
    haplotype_ = 0;
    if (before == '+') {
      if (++haplotypes_ > 2)
        refuse_genotype(sqlstate::invalid_parameter_value, "genotype has more than two copies", number);
      return;
    }
    if (before == '^') {
      if (number > 1) end_block();
      earlier_ = out_.named;
    }
    ++genotypes_;
    haplotypes_ = 1;
    of_gene_.fill(none);
  }

  void begin_copy(hla_gene gene, std::size_t number) {
    if (((earlier_ | haplotype_) & only(gene)) != 0)
      refuse_genotype(sqlstate::invalid_parameter_value, "a locus is named twice in a genotype", number);
    haplotype_ |= only(gene);
    out_.named |= only(gene);
    std::uint32_t &place = of_gene_[static_cast<std::size_t>(gene)];
    if (place == none) {
      place = static_cast<std::uint32_t>(out_.loci.size());
      ++times_named_[static_cast<std::size_t>(gene)];
      out_.loci.push_back({gene, 0, {}});
    }
    last_ = place;
    locus_genotype &locus = out_.loci[last_];
    const auto end = static_cast<std::uint32_t>(out_.alleles.size());
    locus.copy[locus.n_copies++] = {end - 1, end};
  }

  genotype &out_;
  gene_set earlier_ = 0, haplotype_ = 0;  // named before this block, and in this haplotype
  std::uint32_t genotypes_ = 0, haplotypes_ = 0, last_ = 0;
  std::array<std::uint32_t, n_hla_genes> of_gene_;           // its place in this possible genotype
  std::array<std::uint32_t, n_hla_genes> times_named_ = {};  // in how many of this block
};

void append_name(const hla_allele &allele, secret_string &out) {
  char name[longest_hla_name];
  out.append(name, write_hla_name(allele, name));
}

// The alternatives of a copy, sorted, each once.
secret_string copy_text(const genotype &given, allele_range range) {
  secret_vector<hla_allele> alleles(given.alleles.begin() + range.begin, given.alleles.begin() + range.end);
  std::sort(alleles.begin(), alleles.end(), [](const hla_allele &a, const hla_allele &b) { return a.key() < b.key(); });
  secret_string text;
  for (std::size_t k = 0; k < alleles.size(); ++k) {
    if (k > 0 && alleles[k].key() == alleles[k - 1].key()) continue;
    if (!text.empty()) text += '/';
    append_name(alleles[k], text);
  }
  return text;
}

// The texts with the delimiter between them.
secret_string joined(const std::vector<secret_string> &texts, char delimiter) {
  secret_string all;
  for (const secret_string &text : texts) {
    if (!all.empty()) all += delimiter;
    all += text;
  }
  return all;
}

void sort_unique(std::vector<secret_string> &texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

}  // namespace

genotype read_genotype(std::string_view gl) {
  if (gl.size() > longest_genotype) throw error(sqlstate::program_limit_exceeded, "genotype has more than 1 MB");
  genotype out;
  constexpr std::size_t usual_name = 7, usual_loci = 4;  // A*01:01
  out.alleles.reserve(gl.size() / usual_name + 1);
  out.loci.reserve(usual_loci);
  genotype_reader reader(out);
  for_each_name(gl, [&](std::string_view name, char before, std::size_t number) { reader.add(name, before, number); });
  reader.end_block();
  std::stable_sort(out.loci.begin(), out.loci.end(),
                   [](const locus_genotype &a, const locus_genotype &b) { return a.gene < b.gene; });
  return out;
}

secret_string normalized_genotype(std::string_view gl) {
  secret_string text;
  text.reserve(gl.size() + gl.size() / 2 + longest_hla_name);
  for_each_name(gl, [&](std::string_view name, char before, std::size_t number) {
    if (number > 1) text += before;
    append_name(read_allele(name, number), text);
  });
  return text;
}

secret_string canonical_genotype(const genotype &given) {
  std::vector<secret_string> loci, genotypes;
  for (std::size_t k = 0; k < given.loci.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const locus_genotype &locus = given.loci[k];
    std::vector<secret_string> copies;
    for (std::size_t c = 0; c < locus.n_copies; ++c) copies.push_back(copy_text(given, locus.copy[c]));
    std::sort(copies.begin(), copies.end());
    genotypes.push_back(joined(copies, '+'));
    if (k + 1 < given.loci.size() && given.loci[k + 1].gene == locus.gene) continue;
    sort_unique(genotypes);
    loci.push_back(joined(genotypes, '|'));
    if ((given.incomplete & only(locus.gene)) != 0) loci.back() += '?';  // there may be none of it
    genotypes.clear();
  }
  return joined(loci, '^');
}

}  // namespace harmony::affinity
