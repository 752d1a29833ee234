// What a query does, in the words of the lexicon: aggregates, groups, the first rows, recent days, windows, distinct.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

struct feature_walk {
  judgement *found;
  level *at;
};

void add(judgement &found, const char *feature) { remember(found.features, "", feature); }

bool is_number_constant(Node *node, double value) {
  return node != nullptr && IsA(node, Const) && reinterpret_cast<Const *>(node)->consttype == FLOAT8OID &&
         !reinterpret_cast<Const *>(node)->constisnull &&
         DatumGetFloat8(reinterpret_cast<Const *>(node)->constvalue) == value;
}

const char *feature_of_aggregate(const Aggref *aggregate, const char *name) {
  static const char *const pairs[][2] = {{"count", "aggregate:count"},
                                         {"sum", "aggregate:sum"},
                                         {"avg", "aggregate:avg"},
                                         {"min", "aggregate:min"},
                                         {"max", "aggregate:max"},
                                         {"stddev", "aggregate:stddev"},
                                         {"stddev_samp", "aggregate:stddev"},
                                         {"stddev_pop", "aggregate:stddev"},
                                         {"variance", "aggregate:variance"},
                                         {"var_samp", "aggregate:variance"},
                                         {"var_pop", "aggregate:variance"},
                                         {"mode", "aggregate:mode"},
                                         {"corr", "aggregate:corr"}};
  for (const auto &pair : pairs)
    if (std::strcmp(name, pair[0]) == 0) return pair[1];
  if (std::strcmp(name, "percentile_cont") != 0 && std::strcmp(name, "percentile_disc") != 0) return nullptr;
  auto *share = aggregate->aggdirectargs == NIL ? nullptr : static_cast<Node *>(linitial(aggregate->aggdirectargs));
  if (share != nullptr && IsA(share, FuncExpr) && reinterpret_cast<FuncExpr *>(share)->args != NIL)
    share = static_cast<Node *>(linitial(reinterpret_cast<FuncExpr *>(share)->args));
  const bool is_half =
      is_number_constant(share, .5) ||
      (share != nullptr && IsA(share, Const) && reinterpret_cast<Const *>(share)->consttype == NUMERICOID &&
       DatumGetFloat8(DirectFunctionCall1(numeric_float8, reinterpret_cast<Const *>(share)->constvalue)) == .5);
  return is_half ? "aggregate:median" : "aggregate:percentile";
}

const char *text_of(Node *node) {
  if (!IsA(node, Const)) return nullptr;
  const auto *constant = reinterpret_cast<Const *>(node);
  return constant->constisnull || constant->consttype != TEXTOID ? nullptr : TextDatumGetCString(constant->constvalue);
}

const char *unit_named(const char *text) {
  for (const char *unit : {"second", "minute", "hour", "day", "week", "month", "quarter", "year"})
    if (pg_strncasecmp(text, unit, std::strlen(unit)) == 0) return unit;
  return nullptr;
}

// The unit of time in date_trunc('month', x), extract(month from x), to_char(x, 'YYYY-MM'), x::date.
const char *unit_of(const FuncExpr *call) {
  const char *name = get_func_name(call->funcid);
  if (name == nullptr || call->args == NIL) return nullptr;
  const char *first = text_of(static_cast<Node *>(linitial(call->args)));
  if ((std::strcmp(name, "date_trunc") == 0 || std::strcmp(name, "extract") == 0 ||
       std::strcmp(name, "date_part") == 0) &&
      first != nullptr)
    return unit_named(first);
  if (std::strcmp(name, "date") == 0 && call->funcresulttype == DATEOID) return "day";
  const char *format = std::strcmp(name, "to_char") == 0 && list_length(call->args) == 2
                           ? text_of(static_cast<Node *>(lsecond(call->args)))
                           : nullptr;
  if (format == nullptr) return nullptr;
  if (std::strstr(format, "DD") != nullptr) return "day";
  if (std::strstr(format, "MM") != nullptr || std::strstr(format, "Mon") != nullptr) return "month";
  if (std::strstr(format, "Q") != nullptr) return "quarter";
  if (std::strstr(format, "IW") != nullptr || std::strstr(format, "WW") != nullptr) return "week";
  return std::strstr(format, "YYYY") != nullptr ? "year" : nullptr;
}

// A column by its name, without _id, _name, _at, and by its relation's.
const char *names_of_column(const level *at, const Var *var) {
  at = ancestor(const_cast<level *>(at), static_cast<int>(var->varlevelsup));
  if (at == nullptr || var->varno < 1 || static_cast<int>(var->varno) > list_length(at->query->rtable)) return nullptr;
  const entry &one = at->entries[var->varno - 1];
  if (Node *grouped = postgres::grouped_expression(one.rte, var->varattno))
    return IsA(grouped, Var) ? names_of_column(at, reinterpret_cast<Var *>(grouped)) : nullptr;
  if (var->varattno < 1 || var->varattno > list_length(one.rte->eref->colnames)) return nullptr;
  const char *name = strVal(list_nth(one.rte->eref->colnames, var->varattno - 1));
  StringInfoData names;
  initStringInfo(&names);
  appendStringInfoString(&names, name);
  for (const char *ending : {"_id", "_name", "_at"}) {
    const std::size_t length = std::strlen(name), tail = std::strlen(ending);
    if (length > tail && std::strcmp(name + length - tail, ending) == 0)
      appendStringInfo(&names, "|%.*s", static_cast<int>(length - tail), name);
  }
  if (one.name != nullptr) appendStringInfo(&names, "|%s", one.name);
  return names.data;
}

void look_at_groups(judgement &found, level *at) {
  ListCell *cell;
  foreach (cell, at->query->groupClause) {
    auto *node = get_sortgroupclause_expr(lfirst_node(SortGroupClause, cell), at->query->targetList);
    if (IsA(node, Var))
      if (Node *grouped = postgres::grouped_expression(at->entries[reinterpret_cast<Var *>(node)->varno - 1].rte,
                                                       reinterpret_cast<Var *>(node)->varattno))
        node = grouped;
    const char *name = IsA(node, FuncExpr) ? unit_of(reinterpret_cast<FuncExpr *>(node))
                       : IsA(node, Var)    ? names_of_column(at, reinterpret_cast<Var *>(node))
                                           : nullptr;
    if (name != nullptr) add(found, psprintf("group:%s", name));
  }
}

// now() - interval '30 days', current_date - 30: "30 day".
const char *recent_span(const OpExpr *minus) {
  if (list_length(minus->args) != 2) return nullptr;
  const char *name = NameStr(operation_of(minus->opno).name);
  auto *from = static_cast<Node *>(linitial(minus->args)), *span = static_cast<Node *>(lsecond(minus->args));
  while (IsA(from, FuncExpr) && list_length(reinterpret_cast<FuncExpr *>(from)->args) == 1)
    from = static_cast<Node *>(linitial(reinterpret_cast<FuncExpr *>(from)->args));
  const bool is_now =
      IsA(from, SQLValueFunction) || (IsA(from, FuncExpr) && reinterpret_cast<FuncExpr *>(from)->funcid == F_NOW);
  if (std::strcmp(name, "-") != 0 || !is_now || !IsA(span, Const)) return nullptr;
  const auto *constant = reinterpret_cast<Const *>(span);
  if (constant->constisnull) return nullptr;
  if (constant->consttype == INT4OID) return psprintf("%d day", DatumGetInt32(constant->constvalue));
  if (constant->consttype != INTERVALOID) return nullptr;
  const Interval *interval = DatumGetIntervalP(constant->constvalue);
  const int units = (interval->month != 0) + (interval->day != 0) + (interval->time != 0);
  if (units != 1) return nullptr;
  if (interval->month != 0)
    return interval->month % 12 == 0  ? psprintf("%d year|%d month", interval->month / 12, interval->month)
           : interval->month % 3 == 0 ? psprintf("%d month|%d quarter", interval->month, interval->month / 3)
                                      : psprintf("%d month", interval->month);
  if (interval->day != 0)
    return interval->day % 7 == 0 ? psprintf("%d day|%d week", interval->day, interval->day / 7)
                                  : psprintf("%d day", interval->day);
  const long long seconds = interval->time / USECS_PER_SEC;
  return seconds % SECS_PER_HOUR == 0     ? psprintf("%lld hour", seconds / SECS_PER_HOUR)
         : seconds % SECS_PER_MINUTE == 0 ? psprintf("%lld minute", seconds / SECS_PER_MINUTE)
                                          : psprintf("%lld second", seconds);
}

bool visit_features(Node *node, void *context) {
  if (node == nullptr || IsA(node, Query)) return false;
  auto &walk = *static_cast<feature_walk *>(context);
  judgement &found = *walk.found;
  if (IsA(node, Aggref)) {
    const auto *aggregate = reinterpret_cast<Aggref *>(node);
    const char *name = get_func_name(aggregate->aggfnoid);
    const char *feature = name == nullptr ? nullptr : feature_of_aggregate(aggregate, name);
    if (feature != nullptr) add(found, feature);
    if (aggregate->aggdistinct != NIL) add(found, "distinct");
  } else if (IsA(node, WindowFunc)) {
    add(found, "window");
  } else if (IsA(node, OpExpr)) {
    const char *span = recent_span(reinterpret_cast<OpExpr *>(node));
    if (span != nullptr) add(found, psprintf("last:%s", span));
  }
  return postgres::walk_expression(node, visit_features, context);
}

void look_at_limit(judgement &found, const Query *query) {
  Node *limit = query->limitCount;
  if (limit == nullptr || query->sortClause == NIL) return;
  if (IsA(limit, FuncExpr) && list_length(reinterpret_cast<FuncExpr *>(limit)->args) == 1)
    limit = static_cast<Node *>(linitial(reinterpret_cast<FuncExpr *>(limit)->args));
  if (!IsA(limit, Const) || reinterpret_cast<Const *>(limit)->constisnull) return;
  const auto *constant = reinterpret_cast<Const *>(limit);
  if (constant->consttype == INT4OID) add(found, psprintf("top:%d", DatumGetInt32(constant->constvalue)));
}

}  // namespace

void take_features(judgement &found) {
  for (level *at = found.levels; at != nullptr; at = at->next) {
    if (at->view_depth > 0) continue;
    feature_walk walk{&found, at};
    postgres::walk_query(at->query, visit_features, &walk, QTW_IGNORE_RC_SUBQUERIES | QTW_IGNORE_JOINALIASES);
    look_at_groups(found, at);
    look_at_limit(found, at->query);
    if (at->query->distinctClause != NIL) add(found, "distinct");
  }
}

}  // namespace harmony::functions::sql_guard
