// The answer of check_sql as jsonb.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

void write_text(json_writer &json, const char *key, const char *text) {
  json.key(key);
  if (text == nullptr)
    json.null();
  else
    json.string(text);
}

// Line and column, from 1, of a character, from 1.
void place_of(const char *sql, int position, int &line, int &column) {
  line = column = 1;
  for (const char *at = sql; position > 1 && *at != '\0'; --position, at += pg_mblen(at)) {
    if (*at == '\n') {
      ++line;
      column = 1;
    } else {
      ++column;
    }
  }
}

void write_findings(json_writer &json, const judgement &found, const finding_list &list) {
  json.begin_array();
  for (const finding *one = list.first; one != nullptr; one = one->next) {
    json.begin_object();
    write_text(json, "rule", one->rule);
    if (one->sqlstate != nullptr) write_text(json, "sqlstate", one->sqlstate);
    write_text(json, "message", one->message);
    if (one->position > 0) {
      int line, column;
      place_of(found.sql, one->position, line, column);
      json.key("position");
      json.integer(one->position);
      json.key("line");
      json.integer(line);
      json.key("column");
      json.integer(column);
    }
    if (one->hint != nullptr) write_text(json, "hint", one->hint);
    if (one->object != nullptr) write_text(json, "object", one->object);
    json.end_object();
  }
  json.end_array();
}

void write_names(json_writer &json, const used_name *name) {
  json.begin_array();
  for (; name != nullptr; name = name->next) json.string(qualified(name->schema, name->name));
  json.end_array();
}

void write_column(json_writer &json, const char *name, const char *type) {
  json.begin_object();
  write_text(json, "name", name);
  write_text(json, "type", type);
  json.end_object();
}

void write_columns(json_writer &json, const judgement &found) {
  json.begin_array();
  for (const result_column *one = found.columns; one != nullptr; one = one->next)
    write_column(json, one->name, one->type);
  json.end_array();
}

void write_tenant(json_writer &json, const judgement &found) {
  json.begin_array();
  for (const tenant_proof *one = found.tenant; one != nullptr; one = one->next) {
    json.begin_object();
    write_text(json, "relation", qualified(one->schema, one->name));
    json.key("level");
    json.integer(one->level);
    write_text(json, "proven_by", one->proven_by);
    write_text(json, "row_security",
               one->row_security_forced && one->row_security ? "forced"
               : one->row_security                           ? "enabled"
                                                             : "none");
    json.end_object();
  }
  json.end_array();
}

void write_cost(json_writer &json, const judgement &found) {
  json.begin_object();
  json.key("total");
  json.number(found.cost);
  json.key("rows");
  json.number(found.rows);
  json.key("sequential_scans");
  json.begin_array();
  for (const scan *one = found.scans; one != nullptr; one = one->next) {
    json.begin_object();
    write_text(json, "relation", one->relation);
    json.key("rows");
    json.number(one->rows);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void take_columns(judgement &found) {
  result_column **end = &found.columns;
  const auto add = [&](const char *name, const char *type) {
    *end = static_cast<result_column *>(palloc(sizeof(result_column)));
    **end = {name, type, nullptr};
    end = &(*end)->next;
  };
  if (found.is_explain) return add("QUERY PLAN", "text");
  ListCell *cell;
  foreach (cell, found.query->targetList) {
    const auto *target = lfirst_node(TargetEntry, cell);
    if (!target->resjunk) add(target->resname, format_type_be(exprType(reinterpret_cast<Node *>(target->expr))));
  }
}

Datum write_answer(const judgement &found) {
  json_writer json;
  json.begin_object();
  json.key("ok");
  json.boolean(found.checked && found.errors.n == 0);
  json.key("errors");
  write_findings(json, found, found.errors);
  json.key("warnings");
  write_findings(json, found, found.warnings);
  json.key("fingerprint");
  if (found.checked)
    json.string(psprintf("%016llx", static_cast<unsigned long long>(found.fingerprint)));
  else
    json.null();
  json.key("columns");
  write_columns(json, found);
  json.key("relations");
  write_names(json, found.relations);
  json.key("functions");
  write_names(json, found.functions);
  json.key("tenant");
  write_tenant(json, found);
  json.key("cost");
  if (found.has_cost)
    write_cost(json, found);
  else
    json.null();
  json.end_object();
  return json.finish();
}

}  // namespace harmony::functions::sql_guard
