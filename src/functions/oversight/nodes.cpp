// The walk over the expressions of a statement, once for all the parts that look at one node at a time.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

struct node_walk {
  judgement *found;
  bool in_view;
  bool checks_functions;
};

bool visit_node(Node *node, void *context);

// Most are of types that tell nothing but themselves.
void check_constant(judgement &found, const Const *constant, bool in_view) {
  if (constant->consttype == INT4OID || constant->consttype == TEXTOID || constant->consttype == BOOLOID) return;
  check_told_type(found, constant->consttype, in_view ? -1 : constant->location);
}

void visit_list(const List *list, void *context) {
  ListCell *cell;
  foreach (cell, list) visit_node(static_cast<Node *>(lfirst(cell)), context);
}

// The nodes that most statements are made of are taken apart here, since the server's walker takes its time.
bool visit_node(Node *node, void *context) {
  if (node == nullptr) return false;
  const auto &walk = *static_cast<node_walk *>(context);
  switch (nodeTag(node)) {
    case T_Const:
      if (walk.checks_functions) check_constant(*walk.found, reinterpret_cast<Const *>(node), walk.in_view);
      return false;
    case T_Var:
    case T_RangeTblRef:
    case T_Query:  // a level of its own
      return false;
    case T_List:
      visit_list(reinterpret_cast<List *>(node), context);
      return false;
    case T_TargetEntry:
      return visit_node(reinterpret_cast<Node *>(reinterpret_cast<TargetEntry *>(node)->expr), context);
    case T_FromExpr:
      visit_list(reinterpret_cast<FromExpr *>(node)->fromlist, context);
      return visit_node(reinterpret_cast<FromExpr *>(node)->quals, context);
    case T_JoinExpr:
      check_stack_depth();
      visit_node(reinterpret_cast<JoinExpr *>(node)->larg, context);
      visit_node(reinterpret_cast<JoinExpr *>(node)->rarg, context);
      return visit_node(reinterpret_cast<JoinExpr *>(node)->quals, context);
    case T_BoolExpr:
      check_stack_depth();
      if (!walk.in_view) lint_node(*walk.found, node);
      visit_list(reinterpret_cast<BoolExpr *>(node)->args, context);
      return false;
    case T_OpExpr:
      check_stack_depth();
      if (walk.checks_functions) check_node(*walk.found, node, walk.in_view);
      if (!walk.in_view) lint_node(*walk.found, node);
      visit_list(reinterpret_cast<OpExpr *>(node)->args, context);
      return false;
    default:
      if (walk.checks_functions) check_node(*walk.found, node, walk.in_view);
      if (!walk.in_view) lint_node(*walk.found, node);
      return postgres::walk_expression(node, visit_node, context);
  }
}

// Of the columns of joins, those that USING merges: all others are plain columns.
void visit_merged_columns(node_walk &walk, const level &at) {
  for (int i = 0; i < list_length(at.query->rtable); ++i) {
    const RangeTblEntry *rte = at.entries[i].rte;
    if (rte->rtekind != RTE_JOIN) continue;
    for (int k = 0; k < rte->joinmergedcols && k < list_length(rte->joinaliasvars); ++k)
      visit_node(static_cast<Node *>(list_nth(rte->joinaliasvars, k)), &walk);
  }
}

// Marks of CYCLE, of WITH queries whose expressions are levels of their own.
void visit_cycles(node_walk &walk, const Query *query) {
  ListCell *cell;
  foreach (cell, query->cteList) {
    auto *cte = lfirst_node(CommonTableExpr, cell);
    if (cte->cycle_clause != nullptr) visit_node(reinterpret_cast<Node *>(cte->cycle_clause), &walk);
  }
}

}  // namespace

void check_nodes(judgement &found) {
  for (level *at = found.levels; at != nullptr; at = at->next) {
    node_walk walk{&found, at->view_depth > 0, at->view_depth == 0 || !found.options->trust_views};
    if (walk.in_view && !walk.checks_functions) continue;
    postgres::walk_query(at->query, visit_node, &walk,
                         QTW_IGNORE_RC_SUBQUERIES | QTW_IGNORE_JOINALIASES | QTW_EXAMINE_SORTGROUP);
    visit_cycles(walk, at->query);
    visit_merged_columns(walk, *at);
    if (!walk.in_view) lint_query(found, *at);
  }
  if (found.writes_rows_as_json) check_rows_written_as_json(found);
}

}  // namespace harmony::functions::sql_guard
