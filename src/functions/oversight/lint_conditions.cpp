// Warnings about conditions: those that always hold, that keep an index from being used, that compare different types;
// and joins that no condition makes.
#include "functions/oversight/lint.hpp"

namespace harmony::functions::sql_guard {

namespace {

Node *without_casts(Node *node, bool &had_cast, bool &had_call) {
  while (node != nullptr) {
    if (IsA(node, RelabelType)) {
      node = reinterpret_cast<Node *>(reinterpret_cast<RelabelType *>(node)->arg);
    } else if (IsA(node, CoerceViaIO)) {
      had_cast = true;
      node = reinterpret_cast<Node *>(reinterpret_cast<CoerceViaIO *>(node)->arg);
    } else if (IsA(node, FuncExpr) && reinterpret_cast<FuncExpr *>(node)->args != NIL) {
      const auto *call = reinterpret_cast<FuncExpr *>(node);
      const bool is_cast = call->funcformat == COERCE_EXPLICIT_CAST || call->funcformat == COERCE_IMPLICIT_CAST;
      (is_cast ? had_cast : had_call) = true;
      node = static_cast<Node *>(linitial(call->args));
    } else {
      return node;
    }
  }
  return node;
}

bool visit_variables(Node *node, void *context) {
  if (node == nullptr) return false;
  return IsA(node, Var) || IsA(node, SubLink) || postgres::walk_expression(node, visit_variables, context);
}

bool is_constant(Node *node) { return !visit_variables(node, nullptr); }

// ---- groups of entries that conditions connect ----

struct links {
  int *parent;
  int n;
};

int root(const links &groups, int i) {
  while (groups.parent[i] != i) i = groups.parent[i] = groups.parent[groups.parent[i]];
  return i;
}

struct link_walk {
  links *groups;
  int levels_up;
  int first;
};

bool visit_linked(Node *node, void *context) {
  if (node == nullptr) return false;
  auto &walk = *static_cast<link_walk *>(context);
  if (IsA(node, Var)) {
    const auto *var = reinterpret_cast<Var *>(node);
    const int entry = static_cast<int>(var->varno);
    if (static_cast<int>(var->varlevelsup) != walk.levels_up || entry < 1 || entry > walk.groups->n) return false;
    if (walk.first > 0) walk.groups->parent[root(*walk.groups, entry)] = root(*walk.groups, walk.first);
    walk.first = entry;
    return false;
  }
  if (IsA(node, Const)) return false;
  if (IsA(node, OpExpr)) {  // most conditions
    check_stack_depth();
    ListCell *cell;
    foreach (cell, reinterpret_cast<OpExpr *>(node)->args)
      if (visit_linked(static_cast<Node *>(lfirst(cell)), context)) return true;
    return false;
  }
  if (!IsA(node, Query)) return postgres::walk_expression(node, visit_linked, context);
  ++walk.levels_up;
  const bool ended = postgres::walk_query(reinterpret_cast<Query *>(node), visit_linked, context, 0);
  --walk.levels_up;
  return ended;
}

// Connects the entries that an expression reads, and `with`.
void link_expression(links &groups, Node *node, int with = 0) {
  link_walk walk{&groups, 0, with};
  visit_linked(node, &walk);
}

struct condition_walk {
  judgement *found;
  const level *at;
  links groups;
  bool in_where;
  bool has_joins;
};

void look_at_equality(const condition_walk &walk, OpExpr *condition, Node *left, Node *right) {
  judgement &found = *walk.found;
  if (nodeTag(left) == nodeTag(right) && equal(left, right))
    warn(found, "tautology", condition->location, "the condition compares a value with itself");
  if (IsA(left, Const) && IsA(right, Const) && !reinterpret_cast<Const *>(left)->constisnull &&
      !reinterpret_cast<Const *>(right)->constisnull)
    warn(found, "tautology", condition->location, "the condition compares two constants");
  bool left_cast = false, right_cast = false, left_call = false, right_call = false;
  Node *left_inner = without_casts(left, left_cast, left_call),
       *right_inner = without_casts(right, right_cast, right_call);
  const bool left_column = IsA(left_inner, Var), right_column = IsA(right_inner, Var);
  if ((left_column && (left_cast || left_call) && is_constant(right)) ||
      (right_column && (right_cast || right_call) && is_constant(left)))
    if (walk.in_where)
      warn(found, "function_on_column", condition->location, "a function of a column keeps its index from being used");
  if (left_column && right_column && (left_cast || right_cast) && !left_call && !right_call &&
      reinterpret_cast<Var *>(left_inner)->varno != reinterpret_cast<Var *>(right_inner)->varno)
    warn(found, "type_mismatch_join", condition->location, "a join of columns of different types");
}

void look_at_condition(condition_walk &walk, Node *node, bool is_top) {
  if (node == nullptr) return;
  check_stack_depth();
  ListCell *cell;
  if (IsA(node, List)) {
    foreach (cell, reinterpret_cast<List *>(node)) look_at_condition(walk, static_cast<Node *>(lfirst(cell)), is_top);
    return;
  }
  if (IsA(node, BoolExpr)) {
    const auto *all = reinterpret_cast<BoolExpr *>(node);
    foreach (cell, all->args) {
      auto *part = static_cast<Node *>(lfirst(cell));
      look_at_condition(walk, part, is_top && all->boolop == AND_EXPR);
      if (all->boolop == OR_EXPR && IsA(part, Const) && !reinterpret_cast<Const *>(part)->constisnull &&
          DatumGetBool(reinterpret_cast<Const *>(part)->constvalue))
        warn(*walk.found, "tautology", -1, "the condition is always true");
    }
  } else if (IsA(node, OpExpr) && list_length(reinterpret_cast<OpExpr *>(node)->args) == 2) {
    auto *condition = reinterpret_cast<OpExpr *>(node);
    look_at_equality(walk, condition, static_cast<Node *>(linitial(condition->args)),
                     static_cast<Node *>(lsecond(condition->args)));
  }
  if (is_top && walk.has_joins) link_expression(walk.groups, node);
}

// A function that gives one row, a subquery that does: joined to all without harm.
bool is_single(const level &at, int index) {
  const RangeTblEntry *rte = at.entries[index - 1].rte;
  if (rte->rtekind == RTE_SUBQUERY) return gives_one_row(rte->subquery) || rte->subquery->jointree->fromlist == NIL;
  if (rte->rtekind == RTE_VALUES) return list_length(rte->values_lists) == 1;
  if (rte->rtekind == RTE_CTE) {
    const level *inside = at.entries[index - 1].rows_from;
    return inside != nullptr && gives_one_row(inside->query);
  }
  return false;
}

void add_item(condition_walk &walk, Bitmapset *&items, int index) {
  const RangeTblEntry *rte = walk.at->entries[index - 1].rte;
  if (is_single(*walk.at, index)) return;
  items = bms_add_member(items, index);
  // What a lateral item looks at.
  if (rte->rtekind == RTE_FUNCTION) link_expression(walk.groups, reinterpret_cast<Node *>(rte->functions), index);
  if (rte->rtekind == RTE_TABLEFUNC) link_expression(walk.groups, reinterpret_cast<Node *>(rte->tablefunc), index);
  if (rte->rtekind == RTE_SUBQUERY && rte->lateral)
    link_expression(walk.groups, reinterpret_cast<Node *>(rte->subquery), index);
}

void look_at_from(condition_walk &walk, Bitmapset *&items, Node *node) {
  check_stack_depth();
  ListCell *cell;
  if (IsA(node, RangeTblRef)) {
    add_item(walk, items, reinterpret_cast<RangeTblRef *>(node)->rtindex);
  } else if (IsA(node, JoinExpr)) {
    const auto *join = reinterpret_cast<JoinExpr *>(node);
    look_at_from(walk, items, join->larg);
    look_at_from(walk, items, join->rarg);
    walk.in_where = false;
    look_at_condition(walk, join->quals, true);
  } else if (IsA(node, FromExpr)) {
    const auto *from = reinterpret_cast<FromExpr *>(node);
    foreach (cell, from->fromlist) look_at_from(walk, items, static_cast<Node *>(lfirst(cell)));
    walk.in_where = true;
    look_at_condition(walk, from->quals, true);
  }
}

// What a variable of a join's merged column stands for.
void link_joins(condition_walk &walk) {
  for (int i = 1; i <= walk.groups.n; ++i) {
    const RangeTblEntry *rte = walk.at->entries[i - 1].rte;
    if (rte->rtekind != RTE_JOIN) continue;
    for (int k = 0; k < rte->joinmergedcols; ++k)
      link_expression(walk.groups, static_cast<Node *>(list_nth(rte->joinaliasvars, k)), i);
  }
}

}  // namespace

void lint_conditions(judgement &found, const level &at) {
  if (at.query->jointree == nullptr) return;
  const int n = list_length(at.query->rtable);
  condition_walk walk{
      &found, &at, {static_cast<int *>(palloc(sizeof(int) * static_cast<std::size_t>(n + 1))), n}, true, n > 1};
  for (int i = 0; i <= n; ++i) walk.groups.parent[i] = i;
  Bitmapset *items = nullptr;
  look_at_from(walk, items, reinterpret_cast<Node *>(at.query->jointree));
  look_at_condition(walk, at.query->havingQual, false);
  link_joins(walk);
  const int first = bms_next_member(items, -1);
  for (int i = first; i >= 0; i = bms_next_member(items, i))
    if (root(walk.groups, i) != root(walk.groups, first))
      warn(found, "cross_join", -1, "no condition connects the relations of a join");
}

bool requires_not_null(Node *conditions, const Var *column) {
  if (conditions == nullptr) return false;
  if (IsA(conditions, BoolExpr) && reinterpret_cast<BoolExpr *>(conditions)->boolop == AND_EXPR) {
    ListCell *cell;
    foreach (cell, reinterpret_cast<BoolExpr *>(conditions)->args)
      if (requires_not_null(static_cast<Node *>(lfirst(cell)), column)) return true;
    return false;
  }
  if (!IsA(conditions, NullTest)) return false;
  const auto *test = reinterpret_cast<NullTest *>(conditions);
  return test->nulltesttype == IS_NOT_NULL && equal(test->arg, column);
}

bool has_outer_join(Node *from) {
  if (from == nullptr) return false;
  ListCell *cell;
  if (IsA(from, FromExpr)) {
    foreach (cell, reinterpret_cast<FromExpr *>(from)->fromlist)
      if (has_outer_join(static_cast<Node *>(lfirst(cell)))) return true;
    return false;
  }
  if (!IsA(from, JoinExpr)) return false;
  const auto *join = reinterpret_cast<JoinExpr *>(from);
  return join->jointype != JOIN_INNER || has_outer_join(join->larg) || has_outer_join(join->rarg);
}

bool is_not_null_column(Oid relation, AttrNumber column) {
  const HeapTuple tuple = SearchSysCache2(ATTNUM, ObjectIdGetDatum(relation), Int16GetDatum(column));
  if (!HeapTupleIsValid(tuple)) return false;
  const bool is_not_null = reinterpret_cast<Form_pg_attribute>(GETSTRUCT(tuple))->attnotnull;
  ReleaseSysCache(tuple);
  return is_not_null;
}

}  // namespace harmony::functions::sql_guard
