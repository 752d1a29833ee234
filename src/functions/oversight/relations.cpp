// The relations and columns that a statement reads, against those that it may.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

bool is_catalog(const char *schema) {
  return std::strncmp(schema, "pg_", 3) == 0 || std::strcmp(schema, "information_schema") == 0;
}

// schema.* is no sequence, nor a relation of the server's own schemas.
bool is_listed(const judgement &found, const entry &one) {
  if (find_listed(found.options->relations, one.schema, one.name) != nullptr) return true;
  return one.rte->relkind != RELKIND_SEQUENCE && !is_catalog(one.schema) &&
         find_listed(found.options->relations, one.schema, "*") != nullptr;
}

void describe(judgement &found, entry &one) {
  const HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(one.rte->relid));
  if (!HeapTupleIsValid(tuple)) ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE), errmsg("a relation is gone")));
  const auto *relation = reinterpret_cast<Form_pg_class>(GETSTRUCT(tuple));
  one.name = pstrdup(NameStr(relation->relname));
  one.row_security = relation->relrowsecurity;
  one.row_security_forced = relation->relforcerowsecurity;
  const Oid schema = relation->relnamespace;
  ReleaseSysCache(tuple);
  if (found.last_schema != schema) {
    found.last_schema = schema;
    found.last_schema_name = get_namespace_name(schema);
  }
  one.schema = found.last_schema_name;
  if (one.schema == nullptr) ereport(ERROR, (errcode(ERRCODE_UNDEFINED_SCHEMA), errmsg("a schema is gone")));
}

void check_relation(judgement &found, const level &at, entry &one) {
  describe(found, one);
  one.full = remember(found.relations, one.schema, one.name);
  if (found.options->tenant && one.rte->relkind != RELKIND_VIEW)
    one.tenant_column = get_attnum(one.rte->relid, found.options->tenant->column.c_str());
  if ((at.view_depth > 0 && found.options->trust_views) || is_listed(found, one)) return;
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

void check_listed_columns(judgement &found, const entry &one, const std::vector<listed_name> &list, bool denied) {
  const listed_name *column = find_listed(list, one.schema, one.name);
  const listed_name *end = list.data() + list.size();
  for (; column != nullptr && column != end && column->schema == one.schema && column->name == one.name; ++column) {
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

}  // namespace

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
