// libFuzzer target of names of alleles and genotypes: any bytes are read or refused with an error that tells nothing of
// them; what is read is written so that it reads the same, and compares alike either way round.
//   test/deep/fuzz.sh hla
#include "core/affinity/hla_dissimilarity.hpp"
#include "core/base/error.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace harmony::affinity;

void require(bool holds) {
  if (!holds) std::abort();
}

void names(std::string_view text) {
  hla_allele allele, again;
  if (read_hla_name(text, allele) != hla_reading::good) return;
  char name[longest_hla_name], two_field[longest_hla_name];
  const std::size_t size = write_hla_name(allele, name), fields = write_two_field_name(allele, two_field);
  require(read_hla_name({name, size}, again) == hla_reading::good && again.key() == allele.key());
  require((fields > 0) == allele.has_two_fields());
  require(fields == 0 || (read_hla_name({two_field, fields}, again) == hla_reading::good &&
                          again.protein() == allele.protein() && again.is_null() == allele.is_null()));
}

std::optional<genotype> read(std::string_view gl) {
  try {
    return read_genotype(gl);
  } catch (const harmony::error &e) {
    const std::string_view code = e.sqlstate();
    require(code == "22P02" || code == "22023" || code == "0A000" || code == "54000");
    return std::nullopt;
  }
}

double score(const genotype &a, const genotype &b, hla_method method) {
  try {
    return hla_dissimilarity(a, b, method, (gene_set{1} << n_hla_genes) - 1);
  } catch (const harmony::error &e) {
    require(std::string_view(e.sqlstate()) == "54000");
    return -1;
  }
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char *>(data), size);
  names(text);
  const std::size_t middle = text.find('\n');
  const auto a = read(text.substr(0, middle));
  const auto b = middle == std::string_view::npos ? a : read(text.substr(middle + 1));
  if (!a || !b) return 0;
  const harmony::secret_string canonical = canonical_genotype(*a);
  const auto once_more = read(canonical), as_it_stands = read(normalized_genotype(text.substr(0, middle)));
  require(as_it_stands && canonical_genotype(*as_it_stands) == canonical);
  for (int k = 0; k < 5; ++k) {
    const auto method = static_cast<hla_method>(k);
    const double found = score(*a, *b, method);
    require(std::isnan(found) || found == -1 || (found >= 0 && found <= 100 + 1e-9));
    require(same(found, score(*b, *a, method)) && same(found, score(*as_it_stands, *b, method)));
  }
  // A gene that only some of the possible genotypes name is written with those alone.
  if (a->incomplete == 0) require(once_more && canonical_genotype(*once_more) == canonical);
  return 0;
}
