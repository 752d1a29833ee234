// The shape of a statement, from the raw tree: one statement, one that reads, and nothing in it that writes or locks.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

constexpr int longest_statement = 1024 * 1024, most_relations = 500;

struct shape_walk {
  judgement *found;
  Node *in_exists;  // the query of an EXISTS, whose columns do not matter
  int n_relations;
};

// ORDER BY 'x' and the like are errors of the analysis, which would not see the constant.
void refuse_string(judgement &found, Node *item, const char *clause) {
  if (item == nullptr || !IsA(item, A_Const)) return;
  auto *constant = reinterpret_cast<A_Const *>(item);
  if (constant->isnull || !IsA(&constant->val, String)) return;
  refuse(found, "unresolved", "42601", constant->location, nullptr, psprintf("non-integer constant in %s", clause));
}

void look_at_select(shape_walk &walk, SelectStmt *select) {
  judgement &found = *walk.found;
  if (select->intoClause != nullptr)
    refuse(found, "into", "25006", exprLocation(reinterpret_cast<Node *>(select->intoClause->rel)), nullptr,
           "SELECT INTO makes a table");
  if (select->lockingClause != NIL) refuse(found, "row_lock", "25006", -1, nullptr, "the statement locks rows");
  ListCell *cell;
  foreach (cell, select->sortClause) refuse_string(found, lfirst_node(SortBy, cell)->node, "ORDER BY");
  foreach (cell, select->groupClause) refuse_string(found, static_cast<Node *>(lfirst(cell)), "GROUP BY");
  foreach (cell, select->distinctClause) refuse_string(found, static_cast<Node *>(lfirst(cell)), "DISTINCT ON");
  lint_raw(found, select, reinterpret_cast<Node *>(select) == walk.in_exists);
}

// CYCLE ... TO and DEFAULT: the walker of the raw tree leaves them out, so that a constant of a type would be read by
// the analysis. Only plain ones pass, which it takes for booleans, numbers or text.
void check_cycle(judgement &found, CTECycleClause *cycle) {
  if (cycle == nullptr) return;
  for (Node *mark : {cycle->cycle_mark_value, cycle->cycle_mark_default})
    if (mark != nullptr && !IsA(mark, A_Const))
      refuse(found, "function", "42501", cycle->location, nullptr, "a mark of CYCLE must be a plain constant");
}

bool visit_raw(Node *node, void *context);

bool visit_list(const List *list, void *context) {
  ListCell *cell;
  foreach (cell, list)
    if (visit_raw(static_cast<Node *>(lfirst(cell)), context)) return true;
  return false;
}

// WITH queries that read, and EXISTS, before what stands in them; false: nothing inside is to be looked at.
bool enter(shape_walk &walk, Node *node) {
  if (IsA(node, SelectStmt)) {
    look_at_select(walk, reinterpret_cast<SelectStmt *>(node));
  } else if (IsA(node, SubLink)) {
    auto *sublink = reinterpret_cast<SubLink *>(node);
    if (sublink->subLinkType == EXISTS_SUBLINK) walk.in_exists = sublink->subselect;
  } else if (IsA(node, CommonTableExpr)) {
    auto *cte = reinterpret_cast<CommonTableExpr *>(node);
    check_cycle(*walk.found, cte->cycle_clause);
    if (!IsA(cte->ctequery, SelectStmt)) {
      refuse(*walk.found, "modifying_cte", "25006", cte->location, cte->ctename, "a WITH query writes");
      return false;
    }
  }
  return true;
}

// Joins of many relations take the server's analysis memory and time that nothing bounds.
void count_relation(shape_walk &walk) {
  if (++walk.n_relations > most_relations)
    ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("the statement names too many relations"),
                    errdetail("It may name %d.", most_relations)));
}

// The nodes that most statements are made of are taken apart here, since the server's walker takes its time.
bool visit_raw(Node *node, void *context) {
  if (node == nullptr) return false;
  auto &walk = *static_cast<shape_walk *>(context);
  switch (nodeTag(node)) {
    case T_TypeName:
    case T_ColumnRef:
      return false;
    case T_A_Const:
      take_literal_out(*walk.found, reinterpret_cast<A_Const *>(node));
      return false;
    case T_RangeVar:
      count_relation(walk);
      return false;
    case T_List:
      return visit_list(reinterpret_cast<List *>(node), context);
    case T_ResTarget:
      return visit_list(reinterpret_cast<ResTarget *>(node)->indirection, context) ||
             visit_raw(reinterpret_cast<ResTarget *>(node)->val, context);
    case T_A_Expr:
      check_stack_depth();
      return visit_raw(reinterpret_cast<A_Expr *>(node)->lexpr, context) ||
             visit_raw(reinterpret_cast<A_Expr *>(node)->rexpr, context);
    default:
      if (postgres::is_json_path(node) || !enter(walk, node)) return false;
      return postgres::walk_raw(node, visit_raw, context);
  }
}

// The statement that EXPLAIN shows, where that is allowed.
Node *explained(judgement &found, ExplainStmt *explain) {
  ListCell *cell;
  foreach (cell, explain->options) {
    auto *option = lfirst_node(DefElem, cell);
    if (std::strcmp(option->defname, "analyze") == 0 && defGetBoolean(option)) {
      refuse(found, "explain_analyze", "25006", option->location, nullptr, "EXPLAIN ANALYZE executes the statement");
      return nullptr;
    }
  }
  if (!found.options->explain || !IsA(explain->query, SelectStmt)) return nullptr;
  found.is_explain = true;
  return explain->query;
}

}  // namespace

bool parse_and_check_shape(judgement &found) {
  if (std::strlen(found.sql) > longest_statement) {
    refuse(found, "too_complex", "54000", -1, nullptr, "the statement is longer than 1 MB");
    return false;
  }
  List *statements = raw_parser(found.sql, RAW_PARSE_DEFAULT);
  found.at = stage::shape;
  if (statements == NIL) {
    refuse(found, "empty", "42601", -1, nullptr, "there is no statement");
    return false;
  }
  if (list_length(statements) > 1) {
    refuse(found, "multiple", "42601", lsecond_node(RawStmt, statements)->stmt_location, nullptr,
           "there is more than one statement");
    return false;
  }
  found.statement = linitial_node(RawStmt, statements);
  Node *statement = found.statement->stmt;
  if (IsA(statement, ExplainStmt)) statement = explained(found, reinterpret_cast<ExplainStmt *>(statement));
  if (statement == nullptr || !IsA(statement, SelectStmt)) {
    if (found.errors.n == 0)
      refuse(found, "statement", "25006", -1, GetCommandTagName(CreateCommandTag(found.statement->stmt)),
             "only SELECT is allowed");
    return false;
  }
  found.statement->stmt = statement;
  shape_walk walk{&found, nullptr, 0};
  visit_raw(statement, &walk);
  return found.errors.n == 0;
}

}  // namespace harmony::functions::sql_guard
