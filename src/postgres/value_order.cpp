#include "postgres/value_order.hpp"

#include <numeric>

extern "C" {
#include "catalog/pg_collation.h"
}

namespace harmony::postgres {

namespace {

struct comparison {
  const Datum *values;
  FmgrInfo *compare;
  Oid collation;
};

// Of places in the list; equal values as their names.
int compare_places(const void *a, const void *b, void *of) {
  CHECK_FOR_INTERRUPTS();
  const auto &by = *static_cast<const comparison *>(of);
  const std::uint32_t left = *static_cast<const std::uint32_t *>(a), right = *static_cast<const std::uint32_t *>(b);
  const int found = DatumGetInt32(FunctionCall2Coll(by.compare, by.collation, by.values[left], by.values[right]));
  if (found != 0) return found;
  return left < right ? -1 : 1;
}

// Whether names can be read back and compared. A zone's abbreviation may be another's, or unknown.
bool is_readable(Oid type) {
  const bool by_iso = type != TIMESTAMPTZOID || DateStyle == USE_ISO_DATES;
  return type != TEXTOID && by_iso && get_typtype(type) != TYPTYPE_PSEUDO;
}

// May raise.
void sort_places(std::uint32_t *places, const std::string *names, std::size_t n, Oid type) {
  TypeCacheEntry *entry = lookup_type_cache(type, TYPECACHE_CMP_PROC_FINFO);
  if (!OidIsValid(entry->cmp_proc)) return;
  const MemoryContext result = CurrentMemoryContext;
  const MemoryContext work = AllocSetContextCreate(result, "harmony values by name", ALLOCSET_DEFAULT_SIZES);
  MemoryContextSwitchTo(work);
  Oid input, parameter;
  getTypeInputInfo(type, &input, &parameter);
  FmgrInfo read, compare;
  fmgr_info(input, &read);
  fmgr_info_copy(&compare, &entry->cmp_proc_finfo, work);
  auto *values = static_cast<Datum *>(MemoryContextAllocHuge(work, n * sizeof(Datum)));
  for (std::size_t k = 0; k < n; ++k) {
    CHECK_FOR_INTERRUPTS();
    values[k] = InputFunctionCall(&read, pnstrdup(names[k].data(), names[k].size()), parameter, -1);
  }
  comparison by{values, &compare, OidIsValid(get_typcollation(type)) ? Oid{C_COLLATION_OID} : InvalidOid};
  qsort_arg(places, n, sizeof *places, compare_places, &by);
  MemoryContextSwitchTo(result);
  MemoryContextDelete(work);
}

}  // namespace

Oid order_type(const value_namer &namer) {
  // A literal without a type has the form of a C string.
  if (namer.is_text || namer.base == NAMEOID || namer.base == UNKNOWNOID || namer.base == CSTRINGOID) return TEXTOID;
  return namer.is_whole_number ? INT8OID : namer.base;
}

std::vector<std::uint32_t> value_order(const std::vector<std::string> &names, Oid type) {
  std::vector<std::uint32_t> order(names.size());
  std::iota(order.begin(), order.end(), 0U);
  std::uint32_t *places = order.data();
  const std::string *name = names.data();
  const std::size_t n = names.size();
  guarded([&] {
    if (is_readable(type)) sort_places(places, name, n, type);
  });
  return order;
}

}  // namespace harmony::postgres
