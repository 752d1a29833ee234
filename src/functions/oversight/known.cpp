// What the catalog says of functions and operators, kept between statements: most use the same few. Whatever changes in
// pg_proc or pg_operator forgets it all, as for the server's own caches.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

constexpr Oid places = 256;  // by the oid's remainder
function_facts known_functions[places];
operation known_operations[places];

void forget(Datum, int, uint32) {
  for (function_facts &known : known_functions) known.oid = InvalidOid;
  for (operation &known : known_operations) known.oid = InvalidOid;
}

void watch() {
  static bool watched = false;
  if (watched) return;
  CacheRegisterSyscacheCallback(PROCOID, forget, Datum{0});
  CacheRegisterSyscacheCallback(OPEROID, forget, Datum{0});
  watched = true;
}

bool starts(const char *name, const char *with) { return std::strncmp(name, with, std::strlen(with)) == 0; }

// Functions of pg_catalog that see or do more than compute on their arguments.
bool is_withheld(const char *name, int n_arguments) {
  if (starts(name, "pg_")) return std::strcmp(name, "pg_typeof") != 0 && !starts(name, "pg_size_");
  for (const char *family : {"lo_", "has_", "txid_", "inet_client_", "inet_server_", "fmgr_", "to_reg"})
    if (starts(name, family)) return true;
  for (const char *one :
       {"ts_stat", "current_setting", "set_config", "nextval", "currval", "setval", "lastval", "row_security_active",
        "obj_description", "col_description", "shobj_description", "format_type", "oidvectortypes", "aclexplode",
        "acldefault", "makeaclitem", "satisfies_hash_partition"})
    if (std::strcmp(name, one) == 0) return true;
  for (const char *part : {"_to_xml", "_validator"})
    if (std::strstr(name, part) != nullptr) return true;
  return std::strcmp(name, "ts_rewrite") == 0 && n_arguments == 2;
}

}  // namespace

const function_facts *facts_of_function(Oid function) {
  watch();
  function_facts &known = known_functions[function % places];
  if (known.oid == function && function != InvalidOid) return &known;
  const HeapTuple tuple = SearchSysCache1(PROCOID, ObjectIdGetDatum(function));
  if (!HeapTupleIsValid(tuple)) return nullptr;
  const auto *form = reinterpret_cast<Form_pg_proc>(GETSTRUCT(tuple));
  known.name = form->proname;
  known.schema = form->pronamespace;
  known.is_volatile = form->provolatile == PROVOLATILE_VOLATILE;
  const bool tells_age_of_transaction = function == F_AGE_XID || function == F_MXID_AGE;
  known.is_plain = form->pronamespace == PG_CATALOG_NAMESPACE && !known.is_volatile && !tells_age_of_transaction &&
                   !is_withheld(NameStr(form->proname), form->pronargs);
  known.is_aggregate = form->prokind == PROKIND_AGGREGATE;
  known.n_arguments = form->pronargs;
  known.has_defaults = form->pronargdefaults > 0;
  known.takes_text_of_types = false;
  for (int i = 0; i < form->pronargs; ++i)
    known.takes_text_of_types = known.takes_text_of_types || form->proargtypes.values[i] == CSTRINGOID;
  known.oid = function;
  ReleaseSysCache(tuple);
  return &known;
}

const operation &operation_of(Oid oid) {
  watch();
  operation &known = known_operations[oid % places];
  if (known.oid == oid && oid != InvalidOid) return known;
  const HeapTuple tuple = SearchSysCache1(OPEROID, ObjectIdGetDatum(oid));
  if (!HeapTupleIsValid(tuple)) ereport(ERROR, (errcode(ERRCODE_UNDEFINED_FUNCTION), errmsg("an operator is gone")));
  const auto *form = reinterpret_cast<Form_pg_operator>(GETSTRUCT(tuple));
  known.name = form->oprname;
  known.schema = form->oprnamespace;
  known.function = form->oprcode;
  known.is_equality = form->oprnamespace == PG_CATALOG_NAMESPACE && form->oprresult == BOOLOID &&
                      std::strcmp(NameStr(form->oprname), "=") == 0;
  known.oid = oid;
  ReleaseSysCache(tuple);
  return known;
}

}  // namespace harmony::functions::sql_guard
