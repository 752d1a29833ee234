// How much a statement may return and cost; and its fingerprint.
#include "core/base/error.hpp"
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

// LIMIT as a number; -1: none, or one that is known only when it runs.
std::int64_t limit_of(const Query *query) {
  Node *limit = query->limitCount;
  if (limit == nullptr || query->limitOption == LIMIT_OPTION_WITH_TIES) return -1;
  if (IsA(limit, FuncExpr) && reinterpret_cast<FuncExpr *>(limit)->funcid == F_INT8_INT4)
    limit = static_cast<Node *>(linitial(reinterpret_cast<FuncExpr *>(limit)->args));
  if (!IsA(limit, Const) || reinterpret_cast<Const *>(limit)->constisnull) return -1;
  const auto *constant = reinterpret_cast<Const *>(limit);
  if (constant->consttype == INT4OID) return DatumGetInt32(constant->constvalue);
  return constant->consttype == INT8OID ? DatumGetInt64(constant->constvalue) : -1;
}

// The most rows of a query without LIMIT; -1: any number.
std::int64_t most_rows(const Query *query) {
  if (gives_one_row(query)) return 1;
  if (query->setOperations != nullptr || query->hasTargetSRFs || query->groupingSets != NIL) return -1;
  if (query->jointree->fromlist == NIL) return 1;
  if (list_length(query->jointree->fromlist) == 1 && IsA(linitial(query->jointree->fromlist), RangeTblRef)) {
    const auto *rte = rt_fetch(linitial_node(RangeTblRef, query->jointree->fromlist)->rtindex, query->rtable);
    if (rte->rtekind == RTE_VALUES) return list_length(rte->values_lists);
  }
  return -1;
}

// ---- the planner ----

constexpr double big_scan = 10000;  // rows

void add_scan(judgement &found, const List *rtable, const Scan *node, double rows) {
  const RangeTblEntry *rte = rt_fetch(node->scanrelid, rtable);
  const Relation relation = table_open(rte->relid, AccessShareLock);
  const double all = relation->rd_rel->reltuples;
  table_close(relation, NoLock);
  const double read = all > rows ? all : rows;
  if (read < big_scan) return;
  auto *added = static_cast<scan *>(palloc(sizeof(scan)));
  const char *schema = get_namespace_name(get_rel_namespace(rte->relid));
  const char *name = get_rel_name(rte->relid);
  *added = {schema == nullptr || name == nullptr ? "?" : qualified(schema, name), read, found.scans};
  found.scans = added;
}

void find_scans(judgement &found, const List *rtable, Plan *plan) {
  if (plan == nullptr) return;
  check_stack_depth();
  ListCell *cell;
  const List *children = NIL;
  if (IsA(plan, SeqScan)) add_scan(found, rtable, reinterpret_cast<Scan *>(plan), plan->plan_rows);
  if (IsA(plan, Append)) children = reinterpret_cast<Append *>(plan)->appendplans;
  if (IsA(plan, MergeAppend)) children = reinterpret_cast<MergeAppend *>(plan)->mergeplans;
  if (IsA(plan, SubqueryScan)) find_scans(found, rtable, reinterpret_cast<SubqueryScan *>(plan)->subplan);
  foreach (cell, children) find_scans(found, rtable, static_cast<Plan *>(lfirst(cell)));
  find_scans(found, rtable, outerPlan(plan));
  find_scans(found, rtable, innerPlan(plan));
}

void plan_statement(judgement &found) {
  auto *statement = linitial_node(RawStmt, raw_parser(found.sql, RAW_PARSE_DEFAULT));
  if (IsA(statement->stmt, ExplainStmt)) statement->stmt = reinterpret_cast<ExplainStmt *>(statement->stmt)->query;
  int n_types = found.n_parameters;
  Oid *types = found.parameter_types;
  const List *queries = postgres::rewritten(statement, found.sql, &types, &n_types);
  if (list_length(queries) != 1) return;
  PlannedStmt *planned = pg_plan_query(linitial_node(Query, queries), found.sql, 0, nullptr);
  if (!postgres::may_read(planned)) {  // whose estimates would tell of its rows
    refuse(found, "relation", "42501", -1, nullptr, "the caller may not read all that the statement reads");
    return;
  }
  found.cost = planned->planTree->total_cost;
  found.rows = planned->planTree->plan_rows;
  found.has_cost = true;
  find_scans(found, planned->rtable, planned->planTree);
  ListCell *cell;
  foreach (cell, planned->subplans) find_scans(found, planned->rtable, static_cast<Plan *>(lfirst(cell)));
}

}  // namespace

void check_limit(judgement &found) {
  if (!found.options->require_limit || found.is_explain) return;
  const std::int64_t allowed = *found.options->require_limit;
  const std::int64_t limit = limit_of(found.query), rows = most_rows(found.query);
  if ((limit >= 0 && limit <= allowed) || (rows >= 0 && rows <= allowed)) return;
  refuse(found, "limit", "54000", -1, nullptr,
         psprintf("the statement may return more than %lld rows", static_cast<long long>(allowed)),
         psprintf("Add LIMIT %lld or less, a number; GROUP BY needs one, too.", static_cast<long long>(allowed)));
}

// In a transaction that cannot write, as the planner may evaluate what is constant in functions that are allowed by
// name.
void check_cost(judgement &found) {
  if (!found.options->max_cost && !found.options->max_rows) return;
  found.at = stage::planner;
  Oid user;
  int security;
  GetUserIdAndSecContext(&user, &security);
  SetUserIdAndSecContext(user, security | SECURITY_RESTRICTED_OPERATION);
  XactReadOnly = true;
  plan_statement(found);  // on an error the rollback sets both back
  SetUserIdAndSecContext(user, security);
  if (!found.has_cost) return;
  if (found.options->max_cost && found.cost > *found.options->max_cost)
    refuse(found, "cost", "54000", -1, nullptr,
           psprintf("the statement's cost of %.0f is more than %.0f", found.cost, *found.options->max_cost));
  if (found.options->max_rows && found.rows > *found.options->max_rows)
    refuse(found, "rows", "54000", -1, nullptr,
           psprintf("the statement may return %.0f rows, more than %.0f", found.rows, *found.options->max_rows));
}

void take_fingerprint(judgement &found) { found.fingerprint = postgres::jumble_of(found.query, found.sql); }

}  // namespace harmony::functions::sql_guard
