// The server's parser and the trees that it makes, with what differs between the versions 15 to 18. Every call may
// raise: use them inside guarded().
#pragma once

#include <cstring>

#include "postgres/guard.hpp"

extern "C" {
#include "access/genam.h"
#include "access/nbtree.h"
#include "access/sysattr.h"
#include "access/table.h"
#include "access/tableam.h"
#include "catalog/namespace.h"
#include "catalog/partition.h"
#include "catalog/pg_aggregate.h"
#include "catalog/pg_authid.h"
#include "catalog/pg_class.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_constraint.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_operator.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_range.h"
#include "commands/defrem.h"
#include "common/keywords.h"
#include "executor/executor.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/plannodes.h"
#include "optimizer/optimizer.h"
#include "parser/analyze.h"
#include "parser/parse_coerce.h"
#include "parser/parse_node.h"
#include "parser/parse_oper.h"
#include "parser/parse_relation.h"
#include "parser/parse_type.h"
#include "parser/parsetree.h"
#include "rewrite/rewriteHandler.h"
#include "rewrite/rewriteManip.h"
#include "tcop/tcopprot.h"
#include "tcop/utility.h"
#include "utils/acl.h"
#include "utils/fmgroids.h"
#include "utils/inval.h"
#include "utils/rel.h"
#include "utils/resowner.h"
#include "utils/syscache.h"
#include "utils/timeout.h"
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#include "nodes/queryjumble.h"
#else
#include "utils/queryjumble.h"
#endif
}

#undef Min
#undef Max
#undef Abs

namespace harmony::postgres {

/// What the walkers of trees call for each node; true ends the walk.
using node_visitor = bool (*)(Node *node, void *context);

// Until 15 the walkers are declared with a function of unknown arguments.
#if PG_VERSION_NUM >= 160000
inline bool walk_expression(Node *node, node_visitor visit, void *context) {
  return expression_tree_walker(node, visit, context);
}
inline bool walk_query(Query *query, node_visitor visit, void *context, int flags) {
  return query_tree_walker(query, visit, context, flags);
}
inline bool walk_raw(Node *node, node_visitor visit, void *context) {
  return raw_expression_tree_walker(node, visit, context);
}
#else
inline auto untyped(node_visitor visit) { return reinterpret_cast<bool (*)()>(reinterpret_cast<void (*)()>(visit)); }
inline bool walk_expression(Node *node, node_visitor visit, void *context) {
  return expression_tree_walker(node, untyped(visit), context);
}
inline bool walk_query(Query *query, node_visitor visit, void *context, int flags) {
  return query_tree_walker(query, untyped(visit), context, flags);
}
inline bool walk_raw(Node *node, node_visitor visit, void *context) {
  return raw_expression_tree_walker(node, untyped(visit), context);
}
#endif

/// The columns of a relation that a query reads, offset by FirstLowInvalidHeapAttributeNumber; 0 is the whole row.
inline Bitmapset *columns_read([[maybe_unused]] Query *query, RangeTblEntry *rte) {
#if PG_VERSION_NUM >= 160000
  return rte->perminfoindex == 0 ? nullptr : getRTEPermissionInfo(query->rteperminfos, rte)->selectedCols;
#else
  return rte->selectedCols;
#endif
}

/// Entries of a view's range table that stand for its rows in rules, not for what it reads (until 15: OLD and NEW).
inline int entries_of_rules() {
#if PG_VERSION_NUM >= 160000
  return 0;
#else
  return 2;
#endif
}

#if PG_VERSION_NUM >= 180000
// From 18 the jumble takes lists of constants of any length as the same.
inline bool add_lists(Node *node, void *context) {
  if (node == nullptr) return false;
  auto &sum = *static_cast<std::uint64_t *>(context);
  if (IsA(node, ArrayExpr))
    sum = sum * 1099511628211u + static_cast<std::uint64_t>(list_length(reinterpret_cast<ArrayExpr *>(node)->elements));
  if (IsA(node, Query)) return walk_query(reinterpret_cast<Query *>(node), add_lists, context, 0);
  return walk_expression(node, add_lists, context);
}
#endif

/// The jumble of a query: constants do not matter, the lengths of lists do.
inline std::uint64_t jumble_of(Query *query, [[maybe_unused]] const char *sql) {
#if PG_VERSION_NUM >= 160000
  JumbleQuery(query);
#else
  JumbleQuery(query, sql);
#endif
  auto jumble = static_cast<std::uint64_t>(query->queryId);
#if PG_VERSION_NUM >= 180000
  std::uint64_t lists = 14695981039346656037u;
  walk_query(query, add_lists, &lists, 0);
  jumble ^= lists * 0x9e3779b97f4a7c15u;
#endif
  return jumble;
}

/// Whether a node of the raw tree is a path of JSON_TABLE, which must stay the constant that it is (from 17).
inline bool is_json_path([[maybe_unused]] Node *node) {
#if PG_VERSION_NUM >= 170000
  return IsA(node, JsonTablePathSpec);
#else
  return false;
#endif
}

/// The type that a JSON function of the SQL standard gives, whose input functions it may call; 0 for other nodes.
inline Oid json_result_type([[maybe_unused]] Node *node) {
#if PG_VERSION_NUM >= 170000
  if (IsA(node, JsonExpr)) return reinterpret_cast<JsonExpr *>(node)->returning->typid;
#endif
#if PG_VERSION_NUM >= 160000
  if (IsA(node, JsonConstructorExpr)) return reinterpret_cast<JsonConstructorExpr *>(node)->returning->typid;
#endif
  return InvalidOid;
}

/// What a JSON constructor of the SQL standard writes; NIL for other nodes.
inline const List *json_arguments([[maybe_unused]] Node *node) {
#if PG_VERSION_NUM >= 160000
  if (IsA(node, JsonConstructorExpr)) return reinterpret_cast<JsonConstructorExpr *>(node)->args;
#endif
  return NIL;
}

/// The expression behind a column of the entry that stands for GROUP BY (from 18); nullptr for other entries.
inline Node *grouped_expression([[maybe_unused]] RangeTblEntry *rte, [[maybe_unused]] int column) {
#if PG_VERSION_NUM >= 180000
  if (rte->rtekind == RTE_GROUP && column > 0 && column <= list_length(rte->groupexprs))
    return static_cast<Node *>(list_nth(rte->groupexprs, column - 1));
#endif
  return nullptr;
}

/// Whether the caller may use a schema.
inline bool may_use_schema(Oid schema) {
#if PG_VERSION_NUM >= 160000
  return object_aclcheck(NamespaceRelationId, schema, GetUserId(), ACL_USAGE) == ACLCHECK_OK;
#else
  return pg_namespace_aclcheck(schema, GetUserId(), ACL_USAGE) == ACLCHECK_OK;
#endif
}

/// The type of that name; 0 where there is none.
inline Oid type_named(const char *name) {
  Oid type = InvalidOid;
  int32 modifier = -1;
#if PG_VERSION_NUM >= 160000
  ErrorSaveContext soft{};
  soft.type = T_ErrorSaveContext;
  if (!parseTypeString(name, &type, &modifier, reinterpret_cast<Node *>(&soft))) return InvalidOid;
#else
  parseTypeString(name, &type, &modifier, true);
#endif
  return type;
}

/// Analyses and rewrites a statement whose parameters may have any types, for the planner.
inline List *rewritten(RawStmt *statement, const char *sql, Oid **types, int *n_types) {
  return pg_analyze_and_rewrite_varparams(statement, sql, types, n_types, nullptr);
}

/// Whether the caller may read all that a plan reads, as the executor would ask.
inline bool may_read(PlannedStmt *plan) {
#if PG_VERSION_NUM >= 160000
  return ExecCheckPermissions(plan->rtable, plan->permInfos, false);
#else
  return ExecCheckRTPerms(plan->rtable, false);
#endif
}

/// Whether the server's grammar has a word of its own for it.
inline bool is_keyword(std::string_view word) {
  char name[NAMEDATALEN];
  if (word.size() >= sizeof name) return false;
  std::memcpy(name, word.data(), word.size());
  name[word.size()] = 0;
  return ScanKeywordLookup(name, &ScanKeywords) >= 0;
}

/// Whether the server's grammar takes a text; nothing of it is looked up. What is not the text's fault is raised.
inline bool is_taken_by_grammar(Datum statement) {
  const char *sql = text_to_cstring(DatumGetTextPP(statement));
  const MemoryContext caller = CurrentMemoryContext;
  volatile bool is_taken = false;
  PG_TRY();
  { is_taken = raw_parser(sql, RAW_PARSE_DEFAULT) != NIL; }
  PG_CATCH();
  {
    MemoryContextSwitchTo(caller);
    ErrorData *report = CopyErrorData();
    switch (ERRCODE_TO_CATEGORY(report->sqlerrcode)) {
      case ERRCODE_TO_CATEGORY(ERRCODE_SYNTAX_ERROR):
      case ERRCODE_TO_CATEGORY(ERRCODE_DATA_EXCEPTION):
      case ERRCODE_TO_CATEGORY(ERRCODE_FEATURE_NOT_SUPPORTED):
      case ERRCODE_TO_CATEGORY(ERRCODE_PROGRAM_LIMIT_EXCEEDED):
        FlushErrorState();
        break;
      default:
        PG_RE_THROW();
    }
  }
  PG_END_TRY();
  return is_taken;
}

}  // namespace harmony::postgres
