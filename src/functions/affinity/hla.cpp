// Shells of names of HLA alleles, and of genotypes that lie open.
#include "core/affinity/genotype.hpp"
#include "core/affinity/hla_dissimilarity.hpp"
#include "core/affinity/hla_frequencies.hpp"
#include "core/affinity/hla_name.hpp"

#include "functions/affinity/hla_arguments.hpp"
#include "functions/shell.hpp"

namespace harmony::functions {
namespace {

using affinity::hla_typing_summary;

constexpr column<hla_typing_summary> summary_columns[] = {
    {"loci", from<&hla_typing_summary::loci>},
    {"quality", from<&hla_typing_summary::quality>},
};

}  // namespace

// hla_normalize(name text) → text.
HARMONY_FUNCTION(hla_normalize) {
  char name[affinity::longest_hla_name];
  const std::size_t size = affinity::write_hla_name(affinity::hla_name(bytes_of(PG_GETARG_DATUM(0))), name);
  return guarded([&] { return text_datum({name, size}); });
}

// hla_two_field(name text) → text.
HARMONY_FUNCTION(hla_two_field) {
  char name[affinity::longest_hla_name];
  const std::size_t size = affinity::write_two_field_name(affinity::hla_name(bytes_of(PG_GETARG_DATUM(0))), name);
  fcinfo->isnull = size == 0;
  if (fcinfo->isnull) return Datum{0};
  return guarded([&] { return text_datum({name, size}); });
}

// hla_dissimilarity(a text, b text, method text, loci text[]) → float8.
HARMONY_FUNCTION(hla_dissimilarity) {
  const affinity::hla_method method = affinity::hla_method_named(bytes_of(PG_GETARG_DATUM(2)));
  const affinity::gene_set loci = loci_argument(PG_GETARG_DATUM(3));
  const affinity::genotype a = affinity::read_genotype(bytes_of(PG_GETARG_DATUM(0)));
  const affinity::genotype b = affinity::read_genotype(bytes_of(PG_GETARG_DATUM(1)));
  return return_nullable(fcinfo, affinity::hla_dissimilarity(a, b, method, loci));
}

// hla_typing_summary(gl text, among text[]) → (loci text[], quality float8).
HARMONY_FUNCTION(hla_typing_summary) {
  const affinity::gene_set loci = loci_argument(PG_GETARG_DATUM(1));
  const affinity::genotype given = affinity::read_genotype(bytes_of(PG_GETARG_DATUM(0)));
  return return_row(fcinfo, summary_columns, affinity::summarize_typing(given, loci));
}

// hla_frequencies(allele text[], frequency float8[]) → bytea.
HARMONY_FUNCTION(hla_frequencies) {
  const array_values<std::string_view> alleles = text_array(PG_GETARG_DATUM(0), "allele");
  without_nulls(alleles, "allele");
  const std::vector<double> frequencies = float8_values(PG_GETARG_DATUM(1), "frequency");
  const std::vector<unsigned char> table = affinity::hla_frequency_table(alleles.values, frequencies);
  return guarded([&] { return bytea_datum(table); });
}

}  // namespace harmony::functions
