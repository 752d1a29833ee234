// The relations and columns that a statement reads, against those that it may.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

bool is_catalog(const char *schema) {
  return std::strncmp(schema, "pg_", 3) == 0 || std::strcmp(schema, "information_schema") == 0;
}

// schema.* is no sequence, no materialized view, whose columns may hold those of other tables under other names, nor a
// relation of the server's own schemas.
bool is_listed(const judgement &found, const char *schema, const char *name, char kind) {
  if (find_listed(found.options->relations, schema, name) != nullptr) return true;
  return kind != RELKIND_SEQUENCE && kind != RELKIND_MATVIEW && !is_catalog(schema) &&
         find_listed(found.options->relations, schema, "*") != nullptr;
}

bool is_name_of_catalog(Oid type) {
  switch (type) {
    case REGPROCOID:
    case REGPROCEDUREOID:
    case REGOPEROID:
    case REGOPERATOROID:
    case REGCLASSOID:
    case REGCOLLATIONOID:
    case REGTYPEOID:
    case REGROLEOID:
    case REGNAMESPACEOID:
      return true;
    default:
      return false;
  }
}

void describe(judgement &found, entry &one) {
  const HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(one.rte->relid));
  if (!HeapTupleIsValid(tuple)) ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE), errmsg("a relation is gone")));
  const auto *relation = reinterpret_cast<Form_pg_class>(GETSTRUCT(tuple));
  one.name = pstrdup(NameStr(relation->relname));
  one.row_security = relation->relrowsecurity;
  one.row_security_forced = relation->relforcerowsecurity;
  one.is_partition = relation->relispartition;
  one.has_children = relation->relhassubclass && one.rte->inh;
  const Oid schema = relation->relnamespace;
  ReleaseSysCache(tuple);
  if (found.last_schema != schema) {
    found.last_schema = schema;
    found.last_schema_name = get_namespace_name(schema);
  }
  one.schema = found.last_schema_name;
  if (one.schema == nullptr) ereport(ERROR, (errcode(ERRCODE_UNDEFINED_SCHEMA), errmsg("a schema is gone")));
}

// Reading a relation reads those that inherit from it, too.
const char *child_with_column(const entry &one, const char *column) {
  ListCell *cell;
  foreach (cell, find_all_inheritors(one.rte->relid, AccessShareLock, nullptr)) {
    const Oid child = lfirst_oid(cell);
    if (get_attnum(child, column) <= 0) continue;
    const char *name = get_rel_name(child), *schema = get_namespace_name(get_rel_namespace(child));
    return name == nullptr || schema == nullptr ? "a relation" : qualified(schema, name);
  }
  return nullptr;
}

void find_tenant_column(const std::string &column, entry &one) {
  one.tenant_column = get_attnum(one.rte->relid, column.c_str());
  if (one.tenant_column <= 0 && one.has_children && one.rte->relkind == RELKIND_RELATION)
    one.tenant_child = child_with_column(one, column.c_str());
}

void check_relation(judgement &found, const level &at, entry &one) {
  describe(found, one);
  one.full = remember(found.relations, one.schema, one.name);
  if (found.options->tenant && one.rte->relkind != RELKIND_VIEW) find_tenant_column(found.options->tenant->column, one);
  if (at.view_depth > 0 && found.options->trust_views) return;
  if (is_listed(found, one.schema, one.name, one.rte->relkind)) return;
  refuse(found, "relation", "42501", -1, one.full,
         at.view_depth > 0 ? psprintf("relation %s, which view %s reads, is not allowed", one.full, at.view)
                           : psprintf("relation %s is not allowed", one.full));
}

int first_entry(const level &at) { return at.is_view_root ? postgres::entries_of_rules() : 0; }

// ---- columns that views read: those of their columns that are used ----

struct column_walk {
  level *at;
};

constexpr int offset_of(int column) { return column - FirstLowInvalidHeapAttributeNumber; }

bool visit_columns(Node *node, void *context) {
  if (node == nullptr || IsA(node, Query)) return false;  // a level of its own
  if (!IsA(node, Var)) return postgres::walk_expression(node, visit_columns, context);
  const auto *var = reinterpret_cast<Var *>(node);
  auto &walk = *static_cast<column_walk *>(context);
  level *at = ancestor(walk.at, static_cast<int>(var->varlevelsup));
  if (at == nullptr || var->varno < 1 || static_cast<int>(var->varno) > list_length(at->query->rtable)) return false;
  entry &one = at->entries[var->varno - 1];
  one.columns_read = bms_add_member(one.columns_read, offset_of(var->varattno));
  column_walk there{at};
  if (Node *grouped = postgres::grouped_expression(one.rte, var->varattno)) return visit_columns(grouped, &there);
  if (one.rte->rtekind != RTE_JOIN) return false;
  if (var->varattno == 0) return visit_columns(reinterpret_cast<Node *>(one.rte->joinaliasvars), &there);
  if (var->varattno > 0 && var->varattno <= list_length(one.rte->joinaliasvars))
    return visit_columns(static_cast<Node *>(list_nth(one.rte->joinaliasvars, var->varattno - 1)), &there);
  return false;
}

void columns_of_view_level(level *at) {
  Query *query = at->query;
  column_walk walk{at};
  const Bitmapset *used = at->is_view_root ? at->view_entry->columns_read : nullptr;
  const bool all = !at->is_view_root || query->setOperations != nullptr || bms_is_member(offset_of(0), used);
  List *targets = query->targetList;
  ListCell *cell;
  foreach (cell, targets) {
    auto *target = lfirst_node(TargetEntry, cell);
    if (all || target->resjunk || target->ressortgroupref != 0 || bms_is_member(offset_of(target->resno), used))
      visit_columns(reinterpret_cast<Node *>(target->expr), &walk);
  }
  query->targetList = NIL;
  postgres::walk_query(query, visit_columns, &walk, QTW_IGNORE_RC_SUBQUERIES | QTW_IGNORE_JOINALIASES);
  query->targetList = targets;
}

void columns_of_level(level *at) {
  if (at->view_depth > 0) {
    columns_of_view_level(at);
    return;
  }
  for (int i = 0; i < list_length(at->query->rtable); ++i)
    if (at->entries[i].rte->rtekind == RTE_RELATION)
      at->entries[i].columns_read = postgres::columns_read(at->query, at->entries[i].rte);
}

// Those of the list that are of the relation of that name: the one that is read, or one that it is a partition of.
void check_columns_named(judgement &found, const entry &one, const char *schema, const char *relation,
                         const std::vector<listed_name> &list, bool denied) {
  const listed_name *column = find_listed(list, schema, relation);
  const listed_name *end = list.data() + list.size();
  for (; column != nullptr && column != end && column->schema == schema && column->name == relation; ++column) {
    const AttrNumber number = get_attnum(one.rte->relid, column->column.c_str());
    if (number == InvalidAttrNumber) continue;
    if (!bms_is_member(offset_of(number), one.columns_read) && !bms_is_member(offset_of(0), one.columns_read)) continue;
    const char *name = psprintf("%s.%s", one.full, quote_identifier(column->column.c_str()));
    if (denied)
      refuse(found, "column", "42501", -1, name, psprintf("column %s is not allowed", name));
    else
      warn(found, "personal", -1, psprintf("column %s holds personal data", name));
  }
}

bool is_read_by(const listed_name &listed, const entry &one) {
  const Oid schema = get_namespace_oid(listed.schema.c_str(), true);
  const Oid relation = schema == InvalidOid ? InvalidOid : get_relname_relid(listed.name.c_str(), schema);
  if (relation == InvalidOid || relation == one.rte->relid) return false;
  const Oid row = get_rel_type_id(relation);  // an index or a sequence has none
  return row != InvalidOid && typeInheritsFrom(row, get_rel_type_id(one.rte->relid));
}

// Those of relations that inherit from the one that is read, whose rows it reads, too.
void check_columns_of_children(judgement &found, const entry &one, const std::vector<listed_name> &list, bool denied) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0 && list[i].name == list[i - 1].name && list[i].schema == list[i - 1].schema) continue;
    if (is_read_by(list[i], one))
      check_columns_named(found, one, list[i].schema.c_str(), list[i].name.c_str(), list, denied);
  }
}

void check_listed_columns(judgement &found, const entry &one, const std::vector<listed_name> &list, bool denied) {
  check_columns_named(found, one, one.schema, one.name, list, denied);
  if (one.has_children) check_columns_of_children(found, one, list, denied);
  if (!one.is_partition) return;
  ListCell *cell;
  foreach (cell, get_partition_ancestors(one.rte->relid)) {
    const Oid parent = lfirst_oid(cell);
    const char *name = get_rel_name(parent), *schema = get_namespace_name(get_rel_namespace(parent));
    if (name != nullptr && schema != nullptr) check_columns_named(found, one, schema, name, list, denied);
  }
}

}  // namespace

void check_told_type(judgement &found, Oid type, int location) {
  const Oid inner = get_element_type(type);
  const Oid element = inner == InvalidOid ? type : inner;
  if (is_name_of_catalog(element)) {
    refuse(found, "function", "42501", location, format_type_be(element),
           psprintf("values of type %s tell of the catalog", format_type_be(element)));
    return;
  }
  const Oid relation = get_typ_typrelid(element);
  const char kind = relation == InvalidOid ? RELKIND_COMPOSITE_TYPE : get_rel_relkind(relation);
  if (kind == RELKIND_COMPOSITE_TYPE) return;
  const char *name = get_rel_name(relation), *schema = get_namespace_name(get_rel_namespace(relation));
  if (name == nullptr || schema == nullptr || is_listed(found, schema, name, kind)) return;
  const char *full = qualified(schema, name);
  refuse(found, "relation", "42501", location, full, psprintf("rows of relation %s are not allowed", full));
}

void check_relations(judgement &found) {
  for (level *at = found.levels; at != nullptr; at = at->next)
    for (int i = first_entry(*at); i < list_length(at->query->rtable); ++i)
      if (at->entries[i].rte->rtekind == RTE_RELATION) check_relation(found, *at, at->entries[i]);
}

// What the server would ask the caller's right to SELECT for; of what views read, the columns that are used.
void check_columns(judgement &found) {
  if (found.options->columns_denied.empty() && found.options->personal.empty()) return;
  int deepest = 0;
  for (int depth = 0; depth <= deepest; ++depth)
    for (level *at = found.levels; at != nullptr; at = at->next) {
      if (at->view_depth == depth) columns_of_level(at);
      if (at->view_depth > deepest) deepest = at->view_depth;
    }
  for (level *at = found.levels; at != nullptr; at = at->next)
    for (int i = first_entry(*at); i < list_length(at->query->rtable); ++i) {
      const entry &one = at->entries[i];
      if (one.rte->rtekind != RTE_RELATION) continue;
      check_listed_columns(found, one, found.options->columns_denied, true);
      check_listed_columns(found, one, found.options->personal, false);
    }
}

}  // namespace harmony::functions::sql_guard
