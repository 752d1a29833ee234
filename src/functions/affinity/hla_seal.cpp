// Shells of genotypes that are sealed, with the keys of the file that harmony.seal_key_file names. What is opened is
// wiped before the call ends.
#include <optional>
#include <string>

#include "core/affinity/genotype.hpp"
#include "core/affinity/hla_dissimilarity.hpp"
#include "core/affinity/hla_frequencies.hpp"
#include "core/crypto/seal.hpp"
#include "core/crypto/seal_keys.hpp"

#include "functions/affinity/hla_arguments.hpp"
#include "functions/shell.hpp"
#include "postgres/secret_file.hpp"
#include "postgres/site_settings.hpp"

namespace harmony::functions {
namespace {

// Part of the associated data of every row that is sealed: it never changes.
constexpr std::string_view sealed_table = "affinity.hla_typing";

const crypto::seal_keys &site_seal_keys() {
  static postgres::secret_file<crypto::seal_keys> file;
  return file.get("harmony.seal_key_file", postgres::site::seal_key_file, crypto::read_seal_keys);
}

crypto::seal_place place_of(Datum person) { return {uuid_of(person), sealed_table}; }

secret_string opened_text(Datum sealed, Datum person) {
  try {
    return crypto::open_sealed(bytes_of(sealed), place_of(person), site_seal_keys());
  } catch (const crypto::lost_key &lost) {
    throw error(sqlstate::io_error,
                "key " + std::to_string(lost.id) + " is not in the file of setting \"harmony.seal_key_file\"",
                "It has sealed a value that is to be opened.",
                "Keep a key in the file until all that it has sealed is sealed anew.");
  }
}

affinity::genotype opened_genotype(Datum sealed, Datum person) {
  return affinity::read_genotype(opened_text(sealed, person));
}

Datum bytes_datum(const std::string &bytes) {
  return guarded([&] { return text_datum(bytes); });  // bytea has the same form
}

// Of the first six arguments: a, person_a, b, person_b, method, loci.
Datum sealed_dissimilarity(FunctionCallInfo fcinfo, const affinity::hla_frequencies *frequencies) {
  const affinity::hla_method method = affinity::hla_method_named(bytes_of(PG_GETARG_DATUM(4)));
  const affinity::gene_set loci = loci_argument(PG_GETARG_DATUM(5));
  const affinity::genotype a = opened_genotype(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1));
  const affinity::genotype b = opened_genotype(PG_GETARG_DATUM(2), PG_GETARG_DATUM(3));
  return return_nullable(fcinfo, affinity::hla_dissimilarity(a, b, method, loci, frequencies));
}

}  // namespace

// hla_seal(gl text, person uuid) → bytea.
HARMONY_FUNCTION(hla_seal) {
  const secret_string text = affinity::genotype_to_store(bytes_of(PG_GETARG_DATUM(0)));
  return bytes_datum(crypto::seal(text, place_of(PG_GETARG_DATUM(1)), site_seal_keys()));
}

// hla_reseal(sealed bytea, person uuid) → bytea.
HARMONY_FUNCTION(hla_reseal) {
  const secret_string text = opened_text(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1));
  return bytes_datum(crypto::seal(text, place_of(PG_GETARG_DATUM(1)), site_seal_keys()));
}

// hla_unseal(sealed bytea, person uuid) → text.
HARMONY_FUNCTION(hla_unseal) {
  const secret_string text = opened_text(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1));
  return guarded([&] { return text_datum(text); });
}

// hla_sealed_dissimilarity(a bytea, person_a uuid, b bytea, person_b uuid, method text, loci text[]) → float8.
HARMONY_FUNCTION(hla_sealed_dissimilarity) { return sealed_dissimilarity(fcinfo, nullptr); }

// hla_weighed_dissimilarity(…, frequencies bytea) → float8.
HARMONY_FUNCTION(hla_weighed_dissimilarity) {
  const affinity::hla_frequencies frequencies(bytes_of(PG_GETARG_DATUM(6)));
  return sealed_dissimilarity(fcinfo, &frequencies);
}

// hla_sealed_key(sealed bytea) → integer.
HARMONY_FUNCTION(hla_sealed_key) {
  return Int32GetDatum(static_cast<std::int32_t>(crypto::key_of_sealed(bytes_of(PG_GETARG_DATUM(0)))));
}

// hla_equality_token(gl text) → bytea.
HARMONY_FUNCTION(hla_equality_token) {
  const affinity::genotype given = affinity::read_genotype(bytes_of(PG_GETARG_DATUM(0)));
  return bytes_datum(crypto::equality_token(affinity::canonical_genotype(given), site_seal_keys()));
}

// hla_sealed_equality_token(sealed bytea, person uuid) → bytea.
HARMONY_FUNCTION(hla_sealed_equality_token) {
  const affinity::genotype given = opened_genotype(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1));
  return bytes_datum(crypto::equality_token(affinity::canonical_genotype(given), site_seal_keys()));
}

}  // namespace harmony::functions
