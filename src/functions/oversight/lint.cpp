// Warnings: what is probably not meant, or slow. From the raw tree, what the analysis forgets; the rest from the
// analysed one.
#include "functions/oversight/lint.hpp"

namespace harmony::functions::sql_guard {

namespace {

bool is_number(Oid type) { return type == INT2OID || type == INT4OID || type == INT8OID; }

bool is_null_constant(Node *node) { return IsA(node, Const) && reinterpret_cast<Const *>(node)->constisnull; }

bool is_comparison(const char *name) {
  for (const char *one : {"=", "<>", "<", ">", "<=", ">="})
    if (std::strcmp(name, one) == 0) return true;
  return false;
}

bool starts_with_wildcard(Node *node) {
  if (!IsA(node, Const)) return false;
  const auto *constant = reinterpret_cast<Const *>(node);
  if (constant->constisnull || constant->consttype != TEXTOID) return false;
  const char *pattern = TextDatumGetCString(constant->constvalue);
  return pattern[0] == '%' || pattern[0] == '_';
}

void look_at_operator(judgement &found, OpExpr *operation) {
  if (list_length(operation->args) != 2) return;
  const char *name = NameStr(operation_of(operation->opno).name);
  auto *left = static_cast<Node *>(linitial(operation->args)), *right = static_cast<Node *>(lsecond(operation->args));
  const int at = operation->location;
  if ((is_null_constant(left) || is_null_constant(right)) && is_comparison(name))
    warn(found, "compare_null", at, "a comparison with NULL is never true; use IS NULL");
  if (name[0] == '/' && name[1] == '\0' && is_number(exprType(left)) && is_number(exprType(right)))
    warn(found, "integer_division", at, "the division of integers drops the remainder");
  if (name[0] == '~' && (std::strcmp(name, "~~") == 0 || std::strcmp(name, "~~*") == 0) && starts_with_wildcard(right))
    warn(found, "leading_wildcard", at, "a pattern that starts with a wildcard cannot use an index");
}

// Whether the column that a subquery gives may be NULL.
bool may_give_null(Query *query) {
  if (query->setOperations != nullptr || query->targetList == NIL) return true;
  auto *column = reinterpret_cast<Node *>(linitial_node(TargetEntry, query->targetList)->expr);
  if (IsA(column, Const)) return reinterpret_cast<Const *>(column)->constisnull;
  if (!IsA(column, Var)) return !IsA(column, Aggref);
  const auto *var = reinterpret_cast<Var *>(column);
  if (var->varlevelsup == 0 && query->jointree != nullptr && requires_not_null(query->jointree->quals, var))
    return false;
  if (var->varlevelsup != 0 || var->varattno < 1) return true;
  const RangeTblEntry *rte = rt_fetch(var->varno, query->rtable);
  return rte->rtekind != RTE_RELATION || has_outer_join(reinterpret_cast<Node *>(query->jointree)) ||
         !is_not_null_column(rte->relid, var->varattno);
}

void look_at_not(judgement &found, const BoolExpr *negation) {
  auto *inside = static_cast<Node *>(linitial(negation->args));
  if (!IsA(inside, SubLink)) return;
  const auto *sublink = reinterpret_cast<SubLink *>(inside);
  if (sublink->subLinkType == ANY_SUBLINK && may_give_null(castNode(Query, sublink->subselect)))
    warn(found, "not_in_nullable", sublink->location, "NOT IN is never true when the list has a NULL");
}

void look_at_query(judgement &found, const level &at, bool in_exists) {
  const Query *query = at.query;
  if ((query->limitCount != nullptr || query->limitOffset != nullptr) && query->sortClause == NIL && !in_exists &&
      !gives_one_row(query))
    warn(found, "limit_without_order", -1, "which rows LIMIT keeps is left open without ORDER BY");
  if (query->havingQual != nullptr && !contain_aggs_of_level(query->havingQual, 0))
    warn(found, "having_without_aggregate", -1, "a condition without an aggregate belongs in WHERE");
  if (query->distinctClause != NIL && query->groupClause != NIL)
    warn(found, "distinct_with_group", -1, "GROUP BY makes rows distinct already");
}

bool reads_catalog(const level &at) {
  for (int i = 0; i < list_length(at.query->rtable); ++i) {
    const char *schema = at.entries[i].schema;
    if (schema != nullptr && (std::strcmp(schema, "pg_catalog") == 0 || std::strcmp(schema, "information_schema") == 0))
      return true;
    if (at.entries[i].rte->rtekind == RTE_SUBQUERY && at.entries[i].rows_from != nullptr &&
        reads_catalog(*at.entries[i].rows_from))
      return true;
  }
  return false;
}

}  // namespace

// ORDER BY 2, SELECT *.
void lint_raw(judgement &found, SelectStmt *statement, bool in_exists) {
  ListCell *cell;
  foreach (cell, statement->sortClause) {
    const auto *item = lfirst_node(SortBy, cell);
    if (IsA(item->node, A_Const) && !reinterpret_cast<A_Const *>(item->node)->isnull)
      warn(found, "order_by_position", reinterpret_cast<A_Const *>(item->node)->location,
           "ORDER BY a number follows the order of the columns");
  }
  if (in_exists) return;
  foreach (cell, statement->targetList) {
    const Node *value = lfirst_node(ResTarget, cell)->val;
    const List *parts = value == nullptr            ? NIL
                        : IsA(value, ColumnRef)     ? reinterpret_cast<const ColumnRef *>(value)->fields
                        : IsA(value, A_Indirection) ? reinterpret_cast<const A_Indirection *>(value)->indirection
                                                    : NIL;
    if (parts != NIL && IsA(llast(parts), A_Star))
      warn(found, "select_star", lfirst_node(ResTarget, cell)->location,
           "* reads all columns, and more when there are more");
  }
}

void lint_node(judgement &found, Node *node) {
  if (IsA(node, OpExpr)) {
    look_at_operator(found, reinterpret_cast<OpExpr *>(node));
  } else if (IsA(node, BoolExpr) && reinterpret_cast<BoolExpr *>(node)->boolop == NOT_EXPR) {
    look_at_not(found, reinterpret_cast<BoolExpr *>(node));
  } else if (IsA(node, SetOperationStmt)) {
    const auto *operation = reinterpret_cast<SetOperationStmt *>(node);
    if (operation->op == SETOP_UNION && !operation->all)
      warn(found, "union_not_all", -1, "UNION removes duplicates; UNION ALL is faster where there are none");
  }
}

void lint_query(judgement &found, const level &at) {
  look_at_query(found, at, at.in_exists);
  lint_conditions(found, at);
  if (at.query->setOperations != nullptr && reads_catalog(at))
    warn(found, "catalog_union", -1, "a set operation adds rows of the server's catalog");
}

bool gives_one_row(const Query *query) {
  return query->hasAggs && query->groupClause == NIL && query->groupingSets == NIL && !query->hasTargetSRFs &&
         query->setOperations == nullptr;
}

}  // namespace harmony::functions::sql_guard
