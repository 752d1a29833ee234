// What reading or comparing a value of a type may call: the input function of a type that is not the server's own, the
// CHECKs of a domain, the comparison of a range, and these of what arrays and rows are made of.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

struct part_walk {
  judgement *found;
  bool of_constant;  // which is read at once: then no listed function may run either
  const char *unsafe;
};

const char *unsafe_function(judgement &found, Oid function, bool of_constant) {
  const bool allowed =
      of_constant ? get_func_namespace(function) == PG_CATALOG_NAMESPACE && is_allowed_function(found, function, false)
                  : is_allowed_function(found, function, false);
  if (allowed) return nullptr;
  const char *name = get_func_name(function);
  const char *schema = name == nullptr ? nullptr : get_namespace_name(get_func_namespace(function));
  return schema == nullptr ? "a function" : qualified(schema, name);
}

bool check_part_function(Oid function, void *context) {
  auto &walk = *static_cast<part_walk *>(context);
  walk.unsafe = unsafe_function(*walk.found, function, walk.of_constant);
  return walk.unsafe != nullptr;
}

const char *unsafe_part(judgement &found, Oid type, bool of_constant);

bool visit_part(Node *node, void *context) {
  if (node == nullptr) return false;
  auto &walk = *static_cast<part_walk *>(context);
  if (!IsA(node, List) && check_functions_in_node(node, check_part_function, context)) return true;
  if (IsA(node, CoerceToDomain) || IsA(node, CoerceViaIO)) {
    walk.unsafe = unsafe_part(*walk.found, exprType(node), walk.of_constant);
    if (walk.unsafe != nullptr) return true;
  }
  return postgres::walk_expression(node, visit_part, context);
}

// The CHECKs of a domain, as they are stored: the server's cache of them is made by evaluating what is constant in
// them.
const char *unsafe_check(judgement &found, Oid domain, bool of_constant) {
  part_walk walk{&found, of_constant, nullptr};
  const Relation constraints = table_open(ConstraintRelationId, AccessShareLock);
  ScanKeyData key;
  ScanKeyInit(&key, Anum_pg_constraint_contypid, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(domain));
  const SysScanDesc scan = systable_beginscan(constraints, ConstraintTypidIndexId, true, nullptr, 1, &key);
  while (walk.unsafe == nullptr) {
    const HeapTuple tuple = systable_getnext(scan);
    if (!HeapTupleIsValid(tuple)) break;
    bool is_null = false;
    const Datum stored = fastgetattr(tuple, Anum_pg_constraint_conbin, RelationGetDescr(constraints), &is_null);
    if (!is_null) visit_part(static_cast<Node *>(stringToNode(TextDatumGetCString(stored))), &walk);
  }
  systable_endscan(scan);
  table_close(constraints, AccessShareLock);
  return walk.unsafe;
}

const char *unsafe_range(judgement &found, Oid type, bool of_constant) {
  const HeapTuple tuple = SearchSysCache1(RANGETYPE, ObjectIdGetDatum(type));
  if (!HeapTupleIsValid(tuple)) return "a range";
  const FormData_pg_range range = *reinterpret_cast<Form_pg_range>(GETSTRUCT(tuple));
  ReleaseSysCache(tuple);
  const Oid compared = get_opclass_input_type(range.rngsubopc);
  const Oid comparison = get_opfamily_proc(get_opclass_family(range.rngsubopc), compared, compared, BTORDER_PROC);
  for (const Oid function : {comparison, static_cast<Oid>(range.rngcanonical)}) {
    const char *unsafe = function == InvalidOid ? nullptr : unsafe_function(found, function, of_constant);
    if (unsafe != nullptr) return unsafe;
  }
  // The planner estimates by the difference; reading a constant does not need it.
  if (!of_constant && range.rngsubdiff != InvalidOid) {
    const char *unsafe = unsafe_function(found, range.rngsubdiff, false);
    if (unsafe != nullptr) return unsafe;
  }
  return unsafe_part(found, range.rngsubtype, of_constant);
}

const char *unsafe_column(judgement &found, Oid type, bool of_constant) {
  const TupleDesc columns = lookup_rowtype_tupdesc_copy(type, -1);
  for (int i = 0; i < columns->natts; ++i) {
    if (TupleDescAttr(columns, i)->attisdropped) continue;
    const char *unsafe = unsafe_part(found, TupleDescAttr(columns, i)->atttypid, of_constant);
    if (unsafe != nullptr) return unsafe;
  }
  return nullptr;
}

const char *unsafe_part(judgement &found, Oid type, bool of_constant) {
  if (type < FirstNormalObjectId) return nullptr;
  check_stack_depth();
  const HeapTuple tuple = SearchSysCache1(TYPEOID, ObjectIdGetDatum(type));
  if (!HeapTupleIsValid(tuple)) return "a type";
  const FormData_pg_type form = *reinterpret_cast<Form_pg_type>(GETSTRUCT(tuple));
  ReleaseSysCache(tuple);
  switch (form.typtype) {
    case TYPTYPE_ENUM:
    case TYPTYPE_PSEUDO:
      return nullptr;
    case TYPTYPE_DOMAIN: {
      const char *unsafe = unsafe_check(found, type, of_constant);
      return unsafe != nullptr ? unsafe : unsafe_part(found, form.typbasetype, of_constant);
    }
    case TYPTYPE_COMPOSITE:
      return unsafe_column(found, type, of_constant);
    case TYPTYPE_RANGE:
      return unsafe_range(found, type, of_constant);
    case TYPTYPE_MULTIRANGE:
      return unsafe_part(found, get_multirange_range(type), of_constant);
    default:
      if (form.typsubscript == F_ARRAY_SUBSCRIPT_HANDLER && form.typelem != InvalidOid)
        return unsafe_part(found, form.typelem, of_constant);
      // The input function of a type is written in C by a superuser; it is named like any other function.
      return unsafe_function(found, form.typinput, false);
  }
}

// ---- values as JSON, for which the server looks for a cast to json of each type ----

const char *unsafe_json_cast(judgement &found, Oid type);

const char *unsafe_json_cast_of_columns(judgement &found, Oid type) {
  const TupleDesc columns = lookup_rowtype_tupdesc_copy(type, -1);
  for (int i = 0; i < columns->natts; ++i) {
    if (TupleDescAttr(columns, i)->attisdropped) continue;
    const char *unsafe = unsafe_json_cast(found, TupleDescAttr(columns, i)->atttypid);
    if (unsafe != nullptr) return unsafe;
  }
  return nullptr;
}

const char *unsafe_json_cast(judgement &found, Oid type) {
  check_stack_depth();
  if (type == RECORDOID || type == RECORDARRAYOID) found.writes_rows_as_json = true;
  if (type < FirstNormalObjectId) return nullptr;
  type = getBaseType(type);
  const Oid element = get_element_type(type);
  if (element != InvalidOid) return unsafe_json_cast(found, element);
  if (type_is_rowtype(type)) return unsafe_json_cast_of_columns(found, type);
  Oid cast = InvalidOid;
  if (find_coercion_pathway(JSONOID, type, COERCION_EXPLICIT, &cast) != COERCION_PATH_FUNC) return nullptr;
  return unsafe_function(found, cast, false);
}

void check_list_written_as_json(judgement &found, const List *types) {
  ListCell *cell;
  foreach (cell, types) check_written_as_json(found, lfirst_oid(cell), -1);
}

// Where values come from; all other nodes hand them on.
bool visit_value(Node *node, void *context) {
  if (node == nullptr || IsA(node, Query)) return false;
  auto &found = *static_cast<judgement *>(context);
  switch (nodeTag(node)) {
    case T_Var:
    case T_Const:
    case T_Param:
    case T_Aggref:
    case T_WindowFunc:
    case T_FuncExpr:
    case T_OpExpr:
    case T_SubscriptingRef:
    case T_FieldSelect:
    case T_RelabelType:
    case T_CoerceViaIO:
    case T_CoerceToDomain:
      check_written_as_json(found, exprType(node), -1);
      break;
    case T_RangeTblFunction:
      check_list_written_as_json(found, reinterpret_cast<RangeTblFunction *>(node)->funccoltypes);
      break;
    case T_TableFunc:
      check_list_written_as_json(found, reinterpret_cast<TableFunc *>(node)->coltypes);
      break;
    default:
      break;
  }
  return postgres::walk_expression(node, visit_value, context);
}

}  // namespace

void check_written_as_json(judgement &found, Oid type, int location) {
  const char *unsafe = unsafe_json_cast(found, type);
  if (unsafe == nullptr) return;
  refuse(found, "function", "42501", location, unsafe,
         psprintf("writing values of type %s as JSON runs a function that is not allowed", format_type_be(type)));
}

void check_rows_written_as_json(judgement &found) {
  for (const level *at = found.levels; at != nullptr; at = at->next)
    postgres::walk_query(at->query, visit_value, &found, QTW_IGNORE_RC_SUBQUERIES | QTW_IGNORE_JOINALIASES);
}

const char *unsafe_part_of_expression(judgement &found, Node *expression) {
  part_walk walk{&found, false, nullptr};
  visit_part(expression, &walk);
  return walk.unsafe;
}

const char *unsafe_part_of_type(judgement &found, Oid type, bool of_constant) {
  return unsafe_part(found, type, of_constant);
}

}  // namespace harmony::functions::sql_guard
