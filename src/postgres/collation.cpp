#include "postgres/collation.hpp"

#include "postgres/parser.hpp"

namespace harmony::postgres {

Oid unicode_collation() {
  // A session stays in its database, and the server's own collations stay in that.
  static Oid known = InvalidOid;
  if (known == InvalidOid) {
    char schema[] = "pg_catalog", name[] = "und-x-icu";
    const Oid found = get_collation_oid(list_make2(makeString(schema), makeString(name)), true);
    known = found == InvalidOid ? Oid{DEFAULT_COLLATION_OID} : found;
  }
  return known;
}

}  // namespace harmony::postgres
