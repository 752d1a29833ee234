// The queries that a statement is made of, with those behind views, each with the query around it.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

constexpr int most_entries = 10000;

struct sublink_walk {
  judgement *found;
  level *around;
  Node *in_exists;  // the query of an EXISTS
};

level *add_level(judgement &found, Query *query, level *parent);

void check_kind(judgement &found, const Query *query) {
  if (query->commandType != CMD_SELECT || query->utilityStmt != nullptr)
    refuse(found, "statement", "25006", -1, nullptr, "only SELECT is allowed");
  if (query->hasModifyingCTE) refuse(found, "modifying_cte", "25006", -1, nullptr, "a WITH query writes");
  if (query->rowMarks != NIL) refuse(found, "row_lock", "25006", -1, nullptr, "the statement locks rows");
}

bool visit_sublinks(Node *node, void *context) {
  if (node == nullptr) return false;
  auto &walk = *static_cast<sublink_walk *>(context);
  if (IsA(node, SubLink) && reinterpret_cast<SubLink *>(node)->subLinkType == EXISTS_SUBLINK)
    walk.in_exists = reinterpret_cast<SubLink *>(node)->subselect;
  if (!IsA(node, Query)) return postgres::walk_expression(node, visit_sublinks, context);
  add_level(*walk.found, reinterpret_cast<Query *>(node), walk.around)->in_exists = node == walk.in_exists;
  return false;
}

// The query of a CTE that an entry reads; nullptr for a recursive reference to the one that is being defined.
level *cte_level(level *at, const RangeTblEntry *rte) {
  const level *holder = ancestor(at, static_cast<int>(rte->ctelevelsup));
  if (holder == nullptr || rte->self_reference) return nullptr;
  ListCell *cell;
  foreach (cell, holder->query->cteList)
    if (std::strcmp(lfirst_node(CommonTableExpr, cell)->ctename, rte->ctename) == 0)
      return holder->ctes[foreach_current_index(cell)];
  return nullptr;
}

level *view_level(judgement &found, level *at, entry &reader) {
  // The parser has locked what the statement names; what a view reads is locked here, until the rollback.
  const Relation view = table_open(reader.rte->relid, AccessShareLock);
  auto *query = static_cast<Query *>(copyObjectImpl(get_view_query(view)));
  const char *name = pstrdup(RelationGetRelationName(view));
  table_close(view, NoLock);
  level *made = add_level(found, query, nullptr);
  made->is_view_root = true;
  made->view_entry = &reader;
  made->reader = at;
  made->view = name;
  made->depth = at->depth + 1;
  return made;
}

void add_entries(judgement &found, level *made) {
  const Query *query = made->query;
  const int n = list_length(query->rtable);
  found.n_entries += n + 1;
  if (found.n_entries > most_entries)
    ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("the statement reads too many relations")));
  made->entries = static_cast<entry *>(palloc0(sizeof(entry) * static_cast<std::size_t>(n + 1)));
  ListCell *cell;
  foreach (cell, query->rtable) made->entries[foreach_current_index(cell)].rte = lfirst_node(RangeTblEntry, cell);
}

// A level and all that stands in it; views are added later, breadth first, so that they cannot nest too deep for the
// stack.
level *add_level(judgement &found, Query *query, level *parent) {
  check_stack_depth();
  CHECK_FOR_INTERRUPTS();
  check_kind(found, query);
  auto *made = static_cast<level *>(palloc0(sizeof(level)));
  made->query = query;
  made->parent = parent;
  if (parent != nullptr) {
    made->depth = parent->depth + 1;
    made->view = parent->view;
    made->view_depth = parent->view_depth;
  }
  (found.last_level == nullptr ? found.levels : found.last_level->next) = made;
  found.last_level = made;
  add_entries(found, made);
  made->ctes =
      static_cast<level **>(palloc0(sizeof(level *) * static_cast<std::size_t>(list_length(query->cteList) + 1)));
  ListCell *cell;
  foreach (cell, query->cteList) {
    auto *cte = lfirst_node(CommonTableExpr, cell);
    made->ctes[foreach_current_index(cell)] = add_level(found, castNode(Query, cte->ctequery), made);
  }
  for (int i = 0; i < list_length(query->rtable); ++i) {
    entry &one = made->entries[i];
    if (one.rte->rtekind == RTE_SUBQUERY) one.rows_from = add_level(found, one.rte->subquery, made);
    if (one.rte->rtekind == RTE_CTE) one.rows_from = cte_level(made, one.rte);
  }
  if (query->hasSubLinks) {
    sublink_walk walk{&found, made, nullptr};
    postgres::walk_query(query, visit_sublinks, &walk, QTW_IGNORE_RC_SUBQUERIES | QTW_IGNORE_JOINALIASES);
  }
  return made;
}

bool is_inside(const level *at, Oid view) {
  for (; at != nullptr; at = at->parent != nullptr ? at->parent : at->reader)
    if (at->is_view_root && at->view_entry->rte->relid == view) return true;
  return false;
}

}  // namespace

level *ancestor(level *of, int levels_up) {
  while (of != nullptr && levels_up-- > 0) of = of->parent;
  return of;
}

void make_levels(judgement &found) {
  add_level(found, found.query, nullptr);
  for (level *at = found.levels; at != nullptr; at = at->next) {
    const int n = list_length(at->query->rtable);
    // The first entries of a view's own definition stand for itself.
    for (int i = at->is_view_root ? postgres::entries_of_rules() : 0; i < n; ++i) {
      entry &one = at->entries[i];
      if (one.rte->rtekind != RTE_RELATION || one.rte->relkind != RELKIND_VIEW) continue;
      if (is_inside(at, one.rte->relid))
        ereport(ERROR, (errcode(ERRCODE_INVALID_OBJECT_DEFINITION), errmsg("a view reads itself")));
      level *made = view_level(found, at, one);
      for (level *part = made; part != nullptr; part = part->next) {
        part->view_depth = at->view_depth + 1;
        part->view = made->view;
      }
      one.rows_from = made;
    }
  }
}

}  // namespace harmony::functions::sql_guard
