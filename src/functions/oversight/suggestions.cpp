// Names near to one that could not be resolved: of the allowed relations and their columns, as far as the caller may
// read them.
#include "core/oversight/near_names.hpp"
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

struct nearest {
  const char *name;  // that was written, without its schema or relation
  const char *sql;
  const char *found = nullptr;
  int distance = oversight::far;
  bool is_named = false;  // its relation stands in the statement
};

// Nearer ones first, then those of relations that the statement names, then in the order of names.
void offer(nearest &best, const char *candidate, const char *relation, const char *shown) {
  const int distance = oversight::name_distance(best.name, candidate);
  if (distance > best.distance || !oversight::is_near(best.name, candidate, distance)) return;
  const bool is_named = std::strstr(best.sql, relation) != nullptr;
  if (distance == best.distance && best.found != nullptr &&
      (is_named != best.is_named ? best.is_named : std::strcmp(shown, best.found) >= 0))
    return;
  best.distance = distance;
  best.is_named = is_named;
  best.found = pstrdup(shown);
}

// The name at a place of the statement, as it reads after folding; `last`: the last part of a.b.c alone.
char *name_at(const char *sql, int position, bool last, bool *is_call = nullptr) {
  const char *at = sql;
  for (int i = 1; i < position && *at != '\0'; ++i) at += pg_mblen(at);
  StringInfoData name;
  initStringInfo(&name);
  bool quoted = false;
  for (; *at != '\0'; ++at) {
    const bool is_letter = isalnum(static_cast<unsigned char>(*at)) || *at == '_' || IS_HIGHBIT_SET(*at);
    if (*at == '"') {
      quoted = !quoted;
    } else if (*at == '.' && !quoted) {
      if (last)
        resetStringInfo(&name);
      else
        appendStringInfoChar(&name, '.');
    } else if (quoted || is_letter) {
      appendStringInfoChar(&name, quoted ? *at : static_cast<char>(pg_tolower(static_cast<unsigned char>(*at))));
    } else {
      break;
    }
  }
  if (is_call != nullptr) *is_call = *at == '(';
  return name.data;
}

bool may_read(Oid relation) {
  return pg_class_aclcheck(relation, GetUserId(), ACL_SELECT) == ACLCHECK_OK ||
         pg_attribute_aclcheck_all(relation, GetUserId(), ACL_SELECT, ACLMASK_ANY) == ACLCHECK_OK;
}

bool is_denied(const judgement &found, const char *schema, const char *name, const char *column) {
  const auto &list = found.options->columns_denied;
  const listed_name *one = find_listed(list, schema, name);
  for (; one != nullptr && one != list.data() + list.size() && one->schema == schema && one->name == name; ++one)
    if (one->column == column) return true;
  return false;
}

void offer_columns(const judgement &found, nearest &best, Oid relation, const char *schema, const char *name) {
  const HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relation));
  if (!HeapTupleIsValid(tuple)) return;
  const int n = reinterpret_cast<Form_pg_class>(GETSTRUCT(tuple))->relnatts;
  ReleaseSysCache(tuple);
  for (int i = 1; i <= n; ++i) {
    const char *column = get_attname(relation, static_cast<AttrNumber>(i), true);
    if (column == nullptr || is_denied(found, schema, name, column)) continue;
    offer(best, column, name, psprintf("%s.%s", quote_identifier(name), quote_identifier(column)));
  }
}

void offer_relation(const judgement &found, nearest &best, bool columns, Oid relation, const char *schema,
                    const char *name) {
  if (!may_read(relation)) return;
  if (columns)
    offer_columns(found, best, relation, schema, name);
  else
    offer(best, name, name, qualified(schema, name));
}

// schema.*
void offer_schema(const judgement &found, nearest &best, bool columns, Oid schema, const char *schema_name) {
  const Relation classes = table_open(RelationRelationId, AccessShareLock);
  const SysScanDesc scan = systable_beginscan(classes, InvalidOid, false, nullptr, 0, nullptr);
  for (HeapTuple tuple = systable_getnext(scan); HeapTupleIsValid(tuple); tuple = systable_getnext(scan)) {
    CHECK_FOR_INTERRUPTS();
    const auto *form = reinterpret_cast<Form_pg_class>(GETSTRUCT(tuple));
    const bool is_table = std::strchr("rvmfp", form->relkind) != nullptr;
    if (form->relnamespace == schema && is_table)
      offer_relation(found, best, columns, form->oid, schema_name, NameStr(form->relname));
  }
  systable_endscan(scan);
  table_close(classes, AccessShareLock);
}

}  // namespace

// A schema that the caller may not use is one that is not there.
void hide_schema(const judgement &found, ErrorData *report) {
  if (report->sqlerrcode != ERRCODE_INSUFFICIENT_PRIVILEGE && report->sqlerrcode != ERRCODE_UNDEFINED_SCHEMA) return;
  report->detail = report->hint = nullptr;
  if (report->cursorpos > 0) {
    bool is_call = false;
    const char *name = name_at(found.sql, report->cursorpos, false, &is_call);
    report->sqlerrcode = is_call ? ERRCODE_UNDEFINED_FUNCTION : ERRCODE_UNDEFINED_TABLE;
    report->message = psprintf("%s \"%s\" does not exist", is_call ? "function" : "relation", name);
  } else {
    report->sqlerrcode = ERRCODE_UNDEFINED_OBJECT;
    report->message = pstrdup("a schema that the statement names does not exist, or may not be used");
  }
}

const char *near_name(const judgement &found, const char *state, int position) {
  const bool columns = std::strcmp(state, "42703") == 0;
  if ((!columns && std::strcmp(state, "42P01") != 0) || position <= 0) return nullptr;
  nearest best{name_at(found.sql, position, true), found.sql};
  if (best.name[0] == '\0') return nullptr;
  for (const listed_name &one : found.options->relations) {
    const Oid schema = get_namespace_oid(one.schema.c_str(), true);
    if (schema == InvalidOid || !postgres::may_use_schema(schema)) continue;
    if (one.name == "*") {
      offer_schema(found, best, columns, schema, one.schema.c_str());
    } else {
      const Oid relation = get_relname_relid(one.name.c_str(), schema);
      if (relation != InvalidOid) offer_relation(found, best, columns, relation, one.schema.c_str(), one.name.c_str());
    }
  }
  return best.found == nullptr ? nullptr : psprintf("Perhaps %s is meant.", best.found);
}

}  // namespace harmony::functions::sql_guard
