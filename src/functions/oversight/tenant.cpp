// The proof that a statement reads no row of another tenant.
//
// A slot is a column of an entry of some range table. It is pinned when every row that can still reach the answer has
// the tenant's value or NULL there; a statement is proven when the tenant's column of every scoped relation is. Slots
// are pinned by conditions, and carry it on to others along edges:
//
//   WHERE                a = b both ways         a = tenant pins a
//   ON of an inner join  a = b both ways         a = tenant pins a
//   ON of an outer join  to the nullable side    pins of the nullable side alone; FULL: none
//   a column of a subquery, view or CTE that is a plain column: inside to outside; outside to inside where the query
//   has no aggregate, window, DISTINCT, LIMIT, OFFSET, set operation or set-returning function, and is read in one
//   place a = b where b belongs to a query around: from b to a
//
// Nothing else counts: no OR, NOT, CASE or other operator.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

struct edge {
  int to;
  int next;  // of those from the same slot; -1: none
};

struct slot {
  int first_edge = -1;
  const char *pinned_by = nullptr;
};

struct proof {
  judgement *found;
  slot *slots = nullptr;
  int n_slots = 0, slots_capacity = 0;
  edge *edges = nullptr;
  int n_edges = 0, edges_capacity = 0;
  int *pinned = nullptr;  // those whose edges are still to be followed
  int n_pinned = 0, pinned_capacity = 0;
};

// Where a condition holds: the entries that it restricts; all of them in WHERE and ON of inner joins.
struct place {
  level *at;
  const Bitmapset *restricted;  // of an outer join: the nullable side
  bool is_outer;
  const char *name;
};

template <class T>
T &append(T *&array, int &n, int &capacity) {
  if (n == capacity) {
    capacity = capacity == 0 ? 32 : 2 * capacity;
    const Size bytes = sizeof(T) * static_cast<std::size_t>(capacity);
    array = static_cast<T *>(array == nullptr ? MemoryContextAllocHuge(CurrentMemoryContext, bytes)
                                              : repalloc_huge(array, bytes));
  }
  return array[n++];
}

// ---- slots ----

struct column {
  level *at = nullptr;
  int entry = 0;  // from 1
  int number = 0;
  int slot = -1;
};

// As char(n), text is equal without its last blanks, which may be what tells two tenants apart.
Node *without_relabels(Node *node) {
  while (node != nullptr && (IsA(node, RelabelType) || IsA(node, CollateExpr))) {
    if (IsA(node, CollateExpr)) {  // the comparison tells its collation
      node = reinterpret_cast<Node *>(reinterpret_cast<CollateExpr *>(node)->arg);
      continue;
    }
    auto *inner = reinterpret_cast<Node *>(reinterpret_cast<RelabelType *>(node)->arg);
    if (exprType(node) == BPCHAROID && exprType(inner) != BPCHAROID) return node;
    node = inner;
  }
  return node;
}

int n_columns(const RangeTblEntry *rte) { return rte->eref == nullptr ? 0 : list_length(rte->eref->colnames); }

int slot_of(proof &p, level *at, int index, int number) {
  entry &one = at->entries[index - 1];
  if (number < 1 || number > n_columns(one.rte)) return -1;
  if (one.slots == nullptr) {
    one.n_slots = n_columns(one.rte);
    one.slots = static_cast<int *>(palloc(sizeof(int) * static_cast<std::size_t>(one.n_slots + 1)));
    for (int i = 0; i <= one.n_slots; ++i) one.slots[i] = -1;
  }
  int &known = one.slots[number];
  if (known < 0) {
    known = p.n_slots;
    append(p.slots, p.n_slots, p.slots_capacity) = slot();
  }
  return known;
}

// The column behind an expression, through joins' names for it; slot -1: it is no plain column.
column column_of(proof &p, level *at, Node *node) {
  for (int steps = 0; steps < 1000; ++steps) {
    node = without_relabels(node);
    if (node == nullptr || !IsA(node, Var)) return {};
    const auto *var = reinterpret_cast<Var *>(node);
    at = ancestor(at, static_cast<int>(var->varlevelsup));
    if (at == nullptr || var->varno < 1 || static_cast<int>(var->varno) > list_length(at->query->rtable)) return {};
    RangeTblEntry *rte = at->entries[var->varno - 1].rte;
    if (Node *grouped = postgres::grouped_expression(rte, var->varattno)) {
      node = grouped;
    } else if (rte->rtekind == RTE_JOIN) {
      if (var->varattno < 1 || var->varattno > list_length(rte->joinaliasvars)) return {};
      node = static_cast<Node *>(list_nth(rte->joinaliasvars, var->varattno - 1));
    } else {
      const int index = static_cast<int>(var->varno);
      return {at, index, var->varattno, slot_of(p, at, index, var->varattno)};
    }
  }
  return {};
}

void pin(proof &p, int which, const char *by) {
  if (which < 0 || p.slots[which].pinned_by != nullptr) return;
  p.slots[which].pinned_by = by;
  append(p.pinned, p.n_pinned, p.pinned_capacity) = which;
}

void connect(proof &p, int from, int to) {
  if (from < 0 || to < 0 || from == to) return;
  append(p.edges, p.n_edges, p.edges_capacity) = {to, p.slots[from].first_edge};
  p.slots[from].first_edge = p.n_edges - 1;
}

// ---- conditions ----

// Equality as pg_catalog has it, of values that are the same when they are equal.
bool is_equality(Oid operation, Oid collation) {
  return operation_of(operation).is_equality && (collation == InvalidOid || get_collation_isdeterministic(collation));
}

bool is_text_of(const tenant_rule &rule, const Const *constant) {
  Oid output;
  bool is_varlena;
  getTypeOutputInfo(constant->consttype, &output, &is_varlena);
  const char *text = OidOutputFunctionCall(output, constant->constvalue);
  return constant->consttype == UUIDOID ? pg_strcasecmp(text, rule.value.c_str()) == 0 : rule.value == text;
}

bool is_number_of(const tenant_rule &rule, std::int64_t number) {
  char digits[32];
  pg_lltoa(number, digits);
  return rule.value == digits;
}

bool is_tenant_constant(const tenant_rule &rule, const Const *constant) {
  if (constant->constisnull || rule.parameter != 0) return false;
  switch (constant->consttype) {
    case INT2OID:
      return is_number_of(rule, DatumGetInt16(constant->constvalue));
    case INT4OID:
      return is_number_of(rule, DatumGetInt32(constant->constvalue));
    case INT8OID:
      return is_number_of(rule, DatumGetInt64(constant->constvalue));
    case TEXTOID:
    case VARCHAROID:
    case BPCHAROID:
    case NAMEOID:
    case UUIDOID:
    case NUMERICOID:
      return is_text_of(rule, constant);
    default:
      return false;
  }
}

bool is_tenant(const tenant_rule &rule, Node *node) {
  node = without_relabels(node);
  if (node == nullptr) return false;
  if (IsA(node, Const)) return is_tenant_constant(rule, reinterpret_cast<Const *>(node));
  if (!IsA(node, Param)) return false;
  const auto *parameter = reinterpret_cast<Param *>(node);
  return parameter->paramkind == PARAM_EXTERN && rule.parameter != 0 && parameter->paramid == rule.parameter;
}

// Whether a condition at a place restricts the rows of a column's entry.
bool reaches(const place &where, const column &c) {
  return c.slot >= 0 && c.at == where.at && (!where.is_outer || bms_is_member(c.entry, where.restricted));
}

void use_equality(proof &p, const place &where, Node *left, Node *right) {
  const tenant_rule &rule = *p.found->options->tenant;
  const column a = column_of(p, where.at, left), b = column_of(p, where.at, right);
  if (reaches(where, a)) {
    if (is_tenant(rule, right)) pin(p, a.slot, where.name);
    connect(p, b.slot, a.slot);
  }
  if (reaches(where, b)) {
    if (is_tenant(rule, left)) pin(p, b.slot, where.name);
    connect(p, a.slot, b.slot);
  }
}

// column = ANY (ARRAY[v, ...]) of the tenant's value alone.
void use_list(proof &p, const place &where, const ScalarArrayOpExpr *list) {
  auto *array = static_cast<Node *>(lsecond(list->args));
  if (!list->useOr || !IsA(array, ArrayExpr) || !is_equality(list->opno, list->inputcollid)) return;
  const List *elements = reinterpret_cast<ArrayExpr *>(array)->elements;
  ListCell *cell;
  foreach (cell, elements)
    if (!is_tenant(*p.found->options->tenant, static_cast<Node *>(lfirst(cell)))) return;
  const column a = column_of(p, where.at, static_cast<Node *>(linitial(list->args)));
  if (elements != NIL && reaches(where, a)) pin(p, a.slot, where.name);
}

void use_condition(proof &p, const place &where, Node *node) {
  if (node == nullptr) return;
  check_stack_depth();
  ListCell *cell;
  if (IsA(node, List)) {
    foreach (cell, reinterpret_cast<List *>(node)) use_condition(p, where, static_cast<Node *>(lfirst(cell)));
  } else if (IsA(node, BoolExpr) && reinterpret_cast<BoolExpr *>(node)->boolop == AND_EXPR) {
    foreach (cell, reinterpret_cast<BoolExpr *>(node)->args) use_condition(p, where, static_cast<Node *>(lfirst(cell)));
  } else if (IsA(node, OpExpr)) {
    const auto *comparison = reinterpret_cast<OpExpr *>(node);
    if (list_length(comparison->args) == 2 && is_equality(comparison->opno, comparison->inputcollid))
      use_equality(p, where, static_cast<Node *>(linitial(comparison->args)),
                   static_cast<Node *>(lsecond(comparison->args)));
  } else if (IsA(node, ScalarArrayOpExpr)) {
    use_list(p, where, reinterpret_cast<ScalarArrayOpExpr *>(node));
  }
}

// The conditions of a FROM tree; the entries in it.
Bitmapset *use_joins(proof &p, level *at, Node *node) {
  check_stack_depth();
  if (IsA(node, RangeTblRef)) return bms_make_singleton(reinterpret_cast<RangeTblRef *>(node)->rtindex);
  if (IsA(node, FromExpr)) {
    const auto *from = reinterpret_cast<FromExpr *>(node);
    Bitmapset *all = nullptr;
    ListCell *cell;
    foreach (cell, from->fromlist) all = bms_join(all, use_joins(p, at, static_cast<Node *>(lfirst(cell))));
    use_condition(p, {at, nullptr, false, "where"}, from->quals);
    return all;
  }
  if (!IsA(node, JoinExpr)) return nullptr;
  const auto *join = reinterpret_cast<JoinExpr *>(node);
  Bitmapset *left = use_joins(p, at, join->larg), *right = use_joins(p, at, join->rarg);
  switch (join->jointype) {
    case JOIN_INNER:
      use_condition(p, {at, nullptr, false, "on"}, join->quals);
      break;
    case JOIN_LEFT:
      use_condition(p, {at, right, true, "on"}, join->quals);
      break;
    case JOIN_RIGHT:
      use_condition(p, {at, left, true, "on"}, join->quals);
      break;
    default:
      break;  // FULL keeps all rows of both sides
  }
  return bms_join(left, right);
}

// ---- columns of subqueries, views and CTEs ----

bool lets_conditions_in(const Query *query) {
  return !query->hasAggs && !query->hasWindowFuncs && !query->hasTargetSRFs && !query->hasDistinctOn &&
         query->distinctClause == NIL && query->groupClause == NIL && query->groupingSets == NIL &&
         query->havingQual == nullptr && query->limitCount == nullptr && query->limitOffset == nullptr &&
         query->setOperations == nullptr;
}

bool is_read_once(const level *at, const RangeTblEntry *rte) {
  if (rte->rtekind != RTE_CTE) return true;
  const level *holder = ancestor(const_cast<level *>(at), static_cast<int>(rte->ctelevelsup));
  ListCell *cell;
  foreach (cell, holder->query->cteList) {
    const auto *cte = lfirst_node(CommonTableExpr, cell);
    if (std::strcmp(cte->ctename, rte->ctename) == 0) return cte->cterefcount == 1 && !cte->cterecursive;
  }
  return false;
}

void use_columns(proof &p, level *at, int index) {
  const entry &one = at->entries[index - 1];
  level *inside = one.rows_from;
  if (inside == nullptr || inside->query->setOperations != nullptr) return;
  const bool inward = lets_conditions_in(inside->query) && is_read_once(at, one.rte);
  ListCell *cell;
  foreach (cell, inside->query->targetList) {
    const auto *target = lfirst_node(TargetEntry, cell);
    if (target->resjunk) continue;
    auto *expression = reinterpret_cast<Node *>(target->expr);
    const column inner = column_of(p, inside, expression);
    const int outer = slot_of(p, at, index, target->resno);
    if (outer < 0) continue;
    if (is_tenant(*p.found->options->tenant, expression)) pin(p, outer, "constant");
    connect(p, inner.slot, outer);
    if (inward && inner.at == inside) connect(p, outer, inner.slot);
  }
}

void follow_edges(proof &p) {
  while (p.n_pinned > 0) {
    const int from = p.pinned[--p.n_pinned];
    for (int e = p.slots[from].first_edge; e >= 0; e = p.edges[e].next) pin(p, p.edges[e].to, "equality");
    CHECK_FOR_INTERRUPTS();
  }
}

// What an assistant may add, in the words of the statement.
const char *condition_for(const judgement &found, const entry &one) {
  const tenant_rule &tenant = *found.options->tenant;
  const char *value =
      tenant.parameter != 0 ? psprintf("$%d", tenant.parameter) : quote_literal_cstr(tenant.value.c_str());
  return psprintf("Add %s.%s = %s to WHERE or ON, joined by AND.", quote_identifier(one.rte->eref->aliasname),
                  quote_identifier(tenant.column.c_str()), value);
}

// Where a row lies and which transaction wrote it depends on the rows of others.
const char *telling_column(const level &at, const entry &one) {
  const Bitmapset *read = postgres::columns_read(at.query, one.rte);
  if (read == nullptr) return nullptr;
  constexpr struct {
    int number;
    const char *name;
  } telling[] = {{SelfItemPointerAttributeNumber, "ctid"},
                 {MinTransactionIdAttributeNumber, "xmin"},
                 {MinCommandIdAttributeNumber, "cmin"},
                 {MaxTransactionIdAttributeNumber, "xmax"},
                 {MaxCommandIdAttributeNumber, "cmax"}};
  for (const auto &column : telling)
    if (bms_is_member(column.number - FirstLowInvalidHeapAttributeNumber, read)) return column.name;
  return nullptr;
}

void refuse_telling(judgement &found, const level &at, const entry &one) {
  const char *column = telling_column(at, one);
  if (column == nullptr) return;
  refuse(found, "tenant", "42501", -1, one.full,
         psprintf("column %s of relation %s depends on rows of other tenants", column, one.full));
}

void refuse_child(judgement &found, const entry &one) {
  refuse(found, "tenant", "42501", -1, one.full,
         psprintf("relation %s, which inherits from %s, is not restricted by %s", one.tenant_child, one.full,
                  quote_identifier(found.options->tenant->column.c_str())),
         psprintf("Read %s, or ONLY %s.", one.tenant_child, one.full));
}

void tell(proof &p, const level &at, entry &one, int index) {
  const int which = slot_of(p, const_cast<level *>(&at), index, one.tenant_column);
  const char *proven_by = which < 0 ? nullptr : p.slots[which].pinned_by;
  judgement &found = *p.found;
  auto *told = static_cast<tenant_proof *>(palloc0(sizeof(tenant_proof)));
  *told = {one.full, at.depth, proven_by, one.row_security, one.row_security_forced, nullptr};
  (found.tenant == nullptr ? found.tenant : found.last_tenant->next) = told;
  found.last_tenant = told;
  refuse_telling(found, at, one);
  if (proven_by != nullptr) return;
  if (one.tenant_child != nullptr) {
    refuse_child(found, one);
    return;
  }
  const char *column = quote_identifier(found.options->tenant->column.c_str());
  const bool in_view = at.view_depth > 0;
  refuse(found, "tenant", "42501", -1, one.full,
         in_view ? psprintf("relation %s, which view %s reads, is not restricted by %s", one.full, at.view, column)
                 : psprintf("relation %s is not restricted by %s", one.full, column),
         in_view ? nullptr : condition_for(found, one));
}

}  // namespace

void prove_tenant(judgement &found) {
  if (!found.options->tenant) return;
  proof p;
  p.found = &found;
  for (level *at = found.levels; at != nullptr; at = at->next) {
    bms_free(use_joins(p, at, reinterpret_cast<Node *>(at->query->jointree)));
    for (int i = 1; i <= list_length(at->query->rtable); ++i) use_columns(p, at, i);
  }
  follow_edges(p);
  for (level *at = found.levels; at != nullptr; at = at->next)
    for (int i = 1; i <= list_length(at->query->rtable); ++i)
      if (at->entries[i - 1].tenant_column > 0 || at->entries[i - 1].tenant_child != nullptr)
        tell(p, *at, at->entries[i - 1], i);
}

}  // namespace harmony::functions::sql_guard
