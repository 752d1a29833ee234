// Arguments that several shells of HLA take.
#pragma once

#include "core/affinity/hla_dissimilarity.hpp"

#include "functions/shell.hpp"

namespace harmony::functions {

/// Which loci: names, none of them NULL.
inline affinity::gene_set loci_argument(Datum names) {
  const array_values<std::string_view> loci = text_array(names, "loci");
  without_nulls(loci, "loci");
  return affinity::hla_genes_named(loci.values);
}

}  // namespace harmony::functions
