#include "core/affinity/hla_name.hpp"

#include "core/base/ascii.hpp"
#include "core/base/error.hpp"

#include <string>

namespace harmony::affinity {
namespace {

constexpr std::array<std::string_view, n_hla_genes> gene_names = {"A",    "B",    "C",    "DRB1", "DRB2", "DRB3",
                                                                  "DRB4", "DRB5", "DRB6", "DRB7", "DRB8", "DRB9",
                                                                  "DQA1", "DQB1", "DPA1", "DPB1"};

constexpr char any_allele = 'X';

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool begins_with(std::string_view text, std::string_view lower_case) {
  if (text.size() < lower_case.size()) return false;
  for (std::size_t k = 0; k < lower_case.size(); ++k)
    if (to_lower(text[k]) != lower_case[k]) return false;
  return true;
}

std::string_view without_prefix(std::string_view text) {
  if (begins_with(text, "hla-")) text.remove_prefix(4);
  return text;
}

bool read_gene(std::string_view text, hla_gene &gene) {
  if (text.size() == 1 || (text.size() == 2 && to_lower(text[0]) == 'c' && to_lower(text[1]) == 'w')) {
    const char letter = to_lower(text[0]);
    if (letter < 'a' || letter > 'c') return false;
    gene = static_cast<hla_gene>(letter - 'a');
    return true;
  }
  if (text.size() != 4 || to_lower(text[0]) != 'd') return false;
  if (begins_with(text, "drb")) {
    if (text[3] < '1' || text[3] > '9') return false;
    gene = static_cast<hla_gene>(static_cast<int>(hla_gene::drb1) + (text[3] - '1'));
    return true;
  }
  const char family = to_lower(text[1]), chain = to_lower(text[2]);
  if (text[3] != '1' || (family != 'q' && family != 'p') || (chain != 'a' && chain != 'b')) return false;
  gene = static_cast<hla_gene>(static_cast<int>(hla_gene::dqa1) + (family == 'p' ? 2 : 0) + (chain == 'b' ? 1 : 0));
  return true;
}

// Takes the digits at the front of `text`: their number and value; a value beyond four digits has no meaning.
std::size_t take_digits(std::string_view &text, std::uint32_t &value) {
  std::size_t n = 0;
  value = 0;
  while (n < text.size() && is_digit(text[n])) {
    value = 10 * value + static_cast<std::uint32_t>(text[n] - '0');
    ++n;
  }
  text.remove_prefix(n);
  return n;
}

// Two to four digits, of which three or more never begin with 0.
bool is_field(std::size_t digits, std::uint32_t value) {
  return digits == 2 || (digits == 3 && value >= 100) || (digits == 4 && value >= 1000);
}

// 4, 6 or 8 digits in pairs, before colons were written. Of A*02 and B*15 the pairs had run out, and went on as A*92
// and B*95.
bool split_pairs(std::string_view digits, hla_allele &out) {
  if (digits.size() != 4 && digits.size() != 6 && digits.size() != 8) return false;
  out.n_fields = static_cast<std::uint8_t>(digits.size() / 2);
  for (std::size_t k = 0; k < out.n_fields; ++k)
    out.field[k] = static_cast<std::uint16_t>(10 * (digits[2 * k] - '0') + (digits[2 * k + 1] - '0'));
  const bool a92 = out.gene == hla_gene::a && out.field[0] == 92, b95 = out.gene == hla_gene::b && out.field[0] == 95;
  if (a92 || b95) {
    out.field[0] = a92 ? 2 : 15;
    out.field[1] = static_cast<std::uint16_t>(100 + out.field[1]);
  }
  return true;
}

bool suffix_fits(char suffix, std::uint8_t n_fields) {
  switch (suffix) {
    case 'N':
    case 'L':
    case 'S':
    case 'C':
    case 'A':
    case 'Q':
      return n_fields >= 2;
    case 'G':
      return n_fields == 3;
    case 'P':
    case 'g':
      return n_fields == 2;
    default:
      return false;
  }
}

// Capital letters alone behind the first colon: of two to five an allele code.
hla_reading read_letters(std::string_view letters, hla_allele &out) {
  for (const char c : letters)
    if (c < 'A' || c > 'Z') return hla_reading::malformed;
  if (letters == "XX") {
    out.suffix = any_allele;
    return hla_reading::good;
  }
  return letters.size() >= 2 && letters.size() <= 5 ? hla_reading::allele_code : hla_reading::malformed;
}

// What stands behind the asterisk.
hla_reading read_fields(std::string_view text, hla_allele &out) {
  const std::string_view all = text;
  std::uint32_t value = 0;
  const std::size_t digits = take_digits(text, value);
  if (digits >= 4 && (text.empty() || text[0] != ':')) {
    if (!split_pairs(all.substr(0, digits), out)) return hla_reading::malformed;
  } else {
    if (!is_field(digits, value) || (digits == 3 && text.empty())) return hla_reading::malformed;
    out.field[0] = static_cast<std::uint16_t>(value);
    out.n_fields = 1;
    if (text.size() > 1 && text[0] == ':' && !is_digit(text[1])) return read_letters(text.substr(1), out);
    while (!text.empty() && text[0] == ':') {
      text.remove_prefix(1);
      const std::size_t n = take_digits(text, value);
      if (out.n_fields == 4 || !is_field(n, value)) return hla_reading::malformed;
      out.field[out.n_fields++] = static_cast<std::uint16_t>(value);
    }
  }
  if (text.empty()) return hla_reading::good;
  out.suffix = text[0];
  return text.size() == 1 && suffix_fits(out.suffix, out.n_fields) ? hla_reading::good : hla_reading::malformed;
}

char *append_text(std::string_view text, char *at) {
  for (const char c : text) *at++ = c;
  return at;
}

char *append_field(std::uint16_t value, char *at) {
  if (value >= 1000) *at++ = static_cast<char>('0' + value / 1000);
  if (value >= 100) *at++ = static_cast<char>('0' + value / 100 % 10);
  *at++ = static_cast<char>('0' + value / 10 % 10);
  *at++ = static_cast<char>('0' + value % 10);
  return at;
}

char *append_fields(const hla_allele &allele, std::size_t n, char *at) {
  at = append_text(name_of(allele.gene), at);
  *at++ = '*';
  for (std::size_t k = 0; k < n; ++k) {
    if (k > 0) *at++ = ':';
    at = append_field(allele.field[k], at);
  }
  return at;
}

}  // namespace

std::string_view name_of(hla_gene gene) { return gene_names[static_cast<std::size_t>(gene)]; }

std::array<std::uint64_t, 2> hla_allele::key() const {
  return {std::uint64_t{protein()} << 16 | std::uint64_t{n_fields} << 8 | static_cast<unsigned char>(suffix),
          std::uint64_t{field[2]} << 16 | field[3]};
}

hla_reading read_hla_name(std::string_view text, hla_allele &out) noexcept {
  text = without_prefix(without_blanks(text));
  const std::size_t asterisk = text.substr(0, 5).find('*');
  out = {};
  if (asterisk == std::string_view::npos || !read_gene(text.substr(0, asterisk), out.gene))
    return hla_reading::malformed;
  return read_fields(text.substr(asterisk + 1), out);
}

hla_allele hla_name(std::string_view text) {
  hla_allele allele;
  const hla_reading reading = read_hla_name(text, allele);
  if (reading == hla_reading::good) return allele;
  constexpr std::size_t longest_quoted = 40;
  const bool may_be_told = text.size() <= longest_quoted && text.find_first_of("^|+~/?") == std::string_view::npos;
  const std::string quoted = may_be_told ? ": \"" + std::string(text) + "\"" : "";
  if (reading == hla_reading::allele_code)
    throw error(sqlstate::feature_not_supported, "allele codes are not supported" + quoted, {},
                "Write the alleles that the code stands for, with slashes between them.");
  throw error(sqlstate::invalid_text_representation, "invalid name of an HLA allele" + quoted, {},
              "A name is like A*02:01 or DRB1*15:01:01:01.");
}

hla_gene hla_gene_named(std::string_view text) {
  hla_gene gene;
  if (!read_gene(without_prefix(without_blanks(text)), gene))
    throw error(sqlstate::invalid_parameter_value, "unknown HLA locus", {},
                "Loci are A, B, C, DRB1 to DRB9, DQA1, DQB1, DPA1 and DPB1.");
  return gene;
}

std::size_t write_hla_name(const hla_allele &allele, char (&out)[longest_hla_name]) noexcept {
  char *at = append_fields(allele, allele.n_fields, out);
  if (allele.suffix == any_allele) {
    at = append_text(":XX", at);
  } else if (allele.suffix != '\0') {
    *at++ = allele.suffix;
  }
  return static_cast<std::size_t>(at - out);
}

std::size_t write_two_field_name(const hla_allele &allele, char (&out)[longest_hla_name]) noexcept {
  if (!allele.has_two_fields()) return 0;
  char *at = append_fields(allele, 2, out);
  if (allele.suffix != '\0' && allele.suffix != 'G' && allele.suffix != 'P' && allele.suffix != 'g')
    *at++ = allele.suffix;
  return static_cast<std::size_t>(at - out);
}

}  // namespace harmony::affinity
