// Functions and operators: what a statement calls, in the open or through casts, operators, aggregates, domains, types
// and sorting. Allowed is what is not volatile and belongs to pg_catalog, but for families of functions that look at
// the server or run SQL text; others by name.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

bool is_listed_function(const judgement &found, Oid schema, const char *name) {
  if (found.options->functions.empty()) return false;
  const char *schema_name = get_namespace_name(schema);
  return schema_name != nullptr && find_listed(found.options->functions, schema_name, name) != nullptr;
}

struct function_walk {
  judgement *found;
  Node *node;
  const char *rule;
  bool in_view;
};

int location_in(const function_walk &walk) { return walk.in_view ? -1 : exprLocation(walk.node); }

const char *name_of_function(Oid function) {
  const char *name = get_func_name(function);
  const char *schema = name == nullptr ? nullptr : get_namespace_name(get_func_namespace(function));
  return schema == nullptr ? "a function" : qualified(schema, name);
}

void refuse_function(const function_walk &walk, const char *name, Oid function = InvalidOid) {
  const function_facts *facts = function == InvalidOid ? nullptr : facts_of_function(function);
  const char *hint = facts == nullptr                        ? nullptr
                     : facts->is_volatile                    ? "It is volatile: it may change something."
                     : facts->schema != PG_CATALOG_NAMESPACE ? "Whoever allows it lists it in option functions."
                                                             : nullptr;
  refuse(*walk.found, walk.rule, "42501", location_in(walk), name, psprintf("function %s is not allowed", name), hint);
}

const char *unsafe_support_function(Oid aggregate) {
  const HeapTuple tuple = SearchSysCache1(AGGFNOID, ObjectIdGetDatum(aggregate));
  if (!HeapTupleIsValid(tuple)) return "an aggregate";
  const FormData_pg_aggregate form = *reinterpret_cast<Form_pg_aggregate>(GETSTRUCT(tuple));
  ReleaseSysCache(tuple);
  for (const Oid part : {form.aggtransfn, form.aggfinalfn, form.aggcombinefn, form.aggserialfn, form.aggdeserialfn,
                         form.aggmtransfn, form.aggminvtransfn, form.aggmfinalfn})
    if (part != InvalidOid && !is_harmless_part(part)) return name_of_function(part);
  return nullptr;
}

// The defaults of arguments that are not given, which the planner adds.
const char *unsafe_default(judgement &found, Oid function) {
  const HeapTuple tuple = SearchSysCache1(PROCOID, ObjectIdGetDatum(function));
  if (!HeapTupleIsValid(tuple)) return "a function";
  bool is_null = false;
  const Datum stored = SysCacheGetAttr(PROCOID, tuple, Anum_pg_proc_proargdefaults, &is_null);
  const char *unsafe =
      is_null ? nullptr
              : unsafe_part_of_expression(found, static_cast<Node *>(stringToNode(TextDatumGetCString(stored))));
  ReleaseSysCache(tuple);
  return unsafe;
}

// What a function that may be called brings with it.
void check_parts(const function_walk &walk, const function_facts &facts) {
  const bool is_of_server = facts.schema == PG_CATALOG_NAMESPACE;
  const Oid function = facts.oid;
  const char *unsafe = nullptr;
  if (facts.is_aggregate && !is_of_server) {
    unsafe = unsafe_support_function(function);
  } else if (IsA(walk.node, FuncExpr) && facts.has_defaults && !is_of_server) {
    if (list_length(reinterpret_cast<FuncExpr *>(walk.node)->args) < facts.n_arguments)
      unsafe = unsafe_default(*walk.found, function);
  }
  if (unsafe != nullptr) refuse_function(walk, unsafe);
}

bool check_function(Oid function, void *context) {
  const auto &walk = *static_cast<function_walk *>(context);
  const bool is_call =
      IsA(walk.node, Aggref) || IsA(walk.node, WindowFunc) ||
      (IsA(walk.node, FuncExpr) && reinterpret_cast<FuncExpr *>(walk.node)->funcformat != COERCE_IMPLICIT_CAST);
  const function_facts *facts = facts_of_function(function);
  const bool reads_types = IsA(walk.node, FuncExpr) && facts != nullptr && facts->takes_text_of_types;
  if (reads_types || !is_allowed_function(*walk.found, function, is_call))
    refuse_function(walk, name_of_function(function), function);
  else
    check_parts(walk, *facts_of_function(function));
  return false;
}

void check_operator(function_walk walk, Oid oid) {
  if (oid == InvalidOid) return;
  const operation used = operation_of(oid);
  walk.rule = "operator";
  if (used.schema == PG_CATALOG_NAMESPACE) {
    if (!is_allowed_function(*walk.found, used.function, false)) refuse_function(walk, name_of_function(used.function));
    return;
  }
  const char *schema_name = get_namespace_name(used.schema);
  const char *full =
      psprintf("%s.%s", schema_name == nullptr ? "?" : quote_identifier(schema_name), NameStr(used.name));
  refuse(*walk.found, "operator", "42501", location_in(walk), full, psprintf("operator %s is not allowed", full));
}

void check_type(function_walk walk, Oid type) {
  if (type < FirstNormalObjectId) return;
  const char *unsafe = unsafe_part_of_type(*walk.found, type, false);
  if (unsafe == nullptr) return;
  walk.rule = "function";
  refuse(*walk.found, "function", "42501", location_in(walk), unsafe,
         psprintf("values of type %s need functions that are not allowed", format_type_be(type)));
}

// Operators and functions of pg_catalog on arrays, rows and ranges call those of the types inside.
void check_compared(const function_walk &walk, const List *arguments) {
  ListCell *cell;
  foreach (cell, arguments) {
    auto *argument = static_cast<Node *>(lfirst(cell));
    if (IsA(argument, TargetEntry))
      argument = reinterpret_cast<Node *>(reinterpret_cast<TargetEntry *>(argument)->expr);
    const Oid type = exprType(argument);
    if (type < FirstNormalObjectId) continue;
    const char kind = get_typtype(type);
    if (kind != TYPTYPE_ENUM && (kind != TYPTYPE_BASE || get_element_type(type) != InvalidOid)) check_type(walk, type);
  }
}

void check_written(const function_walk &walk, const List *arguments) {
  ListCell *cell;
  foreach (cell, arguments) {
    auto *argument = static_cast<Node *>(lfirst(cell));
    if (IsA(argument, TargetEntry))
      argument = reinterpret_cast<Node *>(reinterpret_cast<TargetEntry *>(argument)->expr);
    check_written_as_json(*walk.found, exprType(argument), location_in(walk));
  }
}

// Of a call of pg_catalog that gives JSON, the arguments are written as such.
void check_arguments(const function_walk &walk, Oid function, const List *arguments) {
  check_compared(walk, arguments);
  const Oid result = exprType(walk.node);
  if ((result == JSONOID || result == JSONBOID) && function < FirstNormalObjectId) check_written(walk, arguments);
}

// Columns whose types the statement names.
void check_column_types(const function_walk &walk, const List *types) {
  ListCell *cell;
  foreach (cell, types) {
    check_type(walk, lfirst_oid(cell));
    check_told_type(*walk.found, lfirst_oid(cell), location_in(walk));
  }
}

// JSON of the SQL standard.
void check_json_node(const function_walk &walk) {
  const Oid type = postgres::json_result_type(walk.node);
  if (type == InvalidOid) return;
  check_type(walk, type);
  check_told_type(*walk.found, type, location_in(walk));
  check_written(walk, postgres::json_arguments(walk.node));
}

void check_call(const function_walk &walk, const FuncExpr *call) {
  check_arguments(walk, call->funcid, call->args);
  check_type(walk, call->funcresulttype);
  if (call->funcid != F_PG_TYPEOF) check_told_type(*walk.found, call->funcresulttype, location_in(walk));
}

void check_operators(const function_walk &walk, const List *operators) {
  ListCell *cell;
  foreach (cell, operators) check_operator(walk, lfirst_oid(cell));
}

void check_window(function_walk walk, const WindowClause *window) {
  for (const Oid function : {window->startInRangeFunc, window->endInRangeFunc})
    if (function != InvalidOid) check_function(function, &walk);
}

// Parts of nodes that are neither expressions nor functions of check_functions_in_node().
void check_other(const function_walk &walk) {
  Node *node = walk.node;
  ListCell *cell;
  switch (nodeTag(node)) {
    case T_SortGroupClause:
      check_operator(walk, reinterpret_cast<SortGroupClause *>(node)->eqop);
      check_operator(walk, reinterpret_cast<SortGroupClause *>(node)->sortop);
      break;
    case T_SetOperationStmt:
      foreach (cell, reinterpret_cast<SetOperationStmt *>(node)->groupClauses) {
        check_operator(walk, lfirst_node(SortGroupClause, cell)->eqop);
        check_operator(walk, lfirst_node(SortGroupClause, cell)->sortop);
      }
      break;
    case T_WindowClause:
      check_window(walk, reinterpret_cast<WindowClause *>(node));
      break;
    case T_MinMaxExpr:
      check_type(walk, reinterpret_cast<MinMaxExpr *>(node)->minmaxtype);
      break;
    case T_RowCompareExpr:
      check_operators(walk, reinterpret_cast<RowCompareExpr *>(node)->opnos);
      break;
    case T_SubscriptingRef:
      check_type(walk, reinterpret_cast<SubscriptingRef *>(node)->refcontainertype);
      break;
    case T_CTECycleClause:
      check_operator(walk, reinterpret_cast<CTECycleClause *>(node)->cycle_mark_neop);
      break;
    case T_RangeTblFunction:
      check_column_types(walk, reinterpret_cast<RangeTblFunction *>(node)->funccoltypes);
      break;
    case T_TableFunc:
      check_column_types(walk, reinterpret_cast<TableFunc *>(node)->coltypes);
      break;
    case T_Aggref:
      check_arguments(walk, reinterpret_cast<Aggref *>(node)->aggfnoid, reinterpret_cast<Aggref *>(node)->args);
      break;
    case T_WindowFunc:
      check_arguments(walk, reinterpret_cast<WindowFunc *>(node)->winfnoid, reinterpret_cast<WindowFunc *>(node)->args);
      break;
    case T_FuncExpr:
      check_call(walk, reinterpret_cast<FuncExpr *>(node));
      break;
    case T_RelabelType:
    case T_ConvertRowtypeExpr:
    case T_ArrayExpr:
    case T_RowExpr:
      check_told_type(*walk.found, exprType(node), location_in(walk));
      break;
    case T_CoerceToDomain:
    case T_CoerceViaIO:
      check_type(walk, exprType(node));
      check_told_type(*walk.found, exprType(node), location_in(walk));
      break;
    default:
      check_json_node(walk);
  }
}

// bernoulli and system read a part of a table, and nothing else.
void check_sample(function_walk walk, const TableSampleClause *sample) {
  const bool is_known = sample->tsmhandler == F_BERNOULLI || sample->tsmhandler == F_SYSTEM;
  if (!is_known) check_function(sample->tsmhandler, &walk);
}

}  // namespace

bool is_harmless_part(Oid function) {
  const function_facts *facts = facts_of_function(function);
  return facts != nullptr && (facts->is_plain || (facts->schema != PG_CATALOG_NAMESPACE && !facts->is_volatile));
}

bool is_allowed_function(const judgement &found, Oid function, bool remember_name) {
  const function_facts *facts = facts_of_function(function);
  if (facts == nullptr) return false;
  const bool allowed =
      facts->is_plain || (!facts->is_volatile && is_listed_function(found, facts->schema, NameStr(facts->name)));
  if (!remember_name) return allowed;
  const char *name = pstrdup(NameStr(facts->name));
  const char *schema = facts->schema == PG_CATALOG_NAMESPACE ? "pg_catalog" : get_namespace_name(facts->schema);
  if (schema != nullptr) remember(const_cast<judgement &>(found).functions, schema, name);
  return allowed;
}

void check_node(judgement &found, Node *node, bool in_view) {
  function_walk walk{&found, node, "function", in_view};
  switch (nodeTag(node)) {
    case T_Var:
    case T_Const:
    case T_List:
    case T_TargetEntry:
    case T_BoolExpr:
    case T_FromExpr:
    case T_JoinExpr:
    case T_RangeTblRef:
      return;
    case T_OpExpr:
    case T_DistinctExpr:
    case T_NullIfExpr:
      check_operator(walk, reinterpret_cast<OpExpr *>(node)->opno);
      check_compared(walk, reinterpret_cast<OpExpr *>(node)->args);
      return;
    case T_ScalarArrayOpExpr:
      check_operator(walk, reinterpret_cast<ScalarArrayOpExpr *>(node)->opno);
      check_compared(walk, reinterpret_cast<ScalarArrayOpExpr *>(node)->args);
      return;
    case T_TableSampleClause:
      check_sample(walk, reinterpret_cast<TableSampleClause *>(node));
      return;
    default:
      check_functions_in_node(node, check_function, &walk);
      check_other(walk);
  }
}

}  // namespace harmony::functions::sql_guard
