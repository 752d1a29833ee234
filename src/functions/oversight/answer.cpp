// The answer of check_sql as jsonb.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

// Keys are written in the order of jsonb, shorter ones first, so that the writer has nothing to sort.
void write_text(json_writer &json, const char *key, const char *text, bool always = true) {
  if (text == nullptr && !always) return;
  json.key(key);
  if (text == nullptr)
    json.null();
  else
    json.string(text);
}

void write_place(json_writer &json, const char *key, int place) {
  if (place <= 0) return;
  json.key(key);
  json.integer(place);
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
    int line = 0, column = 0;
    if (one->position > 0) place_of(found.sql, one->position, line, column);
    json.begin_object();
    write_text(json, "hint", one->hint, false);
    write_place(json, "line", line);
    write_text(json, "rule", one->rule, false);
    write_place(json, "column", column);
    write_text(json, "object", one->object, false);
    write_text(json, "message", one->message, false);
    write_place(json, "position", one->position);
    write_text(json, "sqlstate", one->sqlstate, false);
    json.end_object();
  }
  json.end_array();
}

void write_hexadecimal(json_writer &json, std::uint64_t value) {
  char digits[16];
  for (int i = 15; i >= 0; --i, value >>= 4) digits[i] = "0123456789abcdef"[value & 15];
  json.string({digits, 16});
}

void write_names(json_writer &json, const used_name *name) {
  json.begin_array();
  for (; name != nullptr; name = name->next) json.string(name->full);
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
    json.key("level");
    json.integer(one->level);
    write_text(json, "relation", one->relation);
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
  json.key("rows");
  json.number(found.rows);
  json.key("total");
  json.number(found.cost);
  json.key("sequential_scans");
  json.begin_array();
  for (const scan *one = found.scans; one != nullptr; one = one->next) {
    json.begin_object();
    json.key("rows");
    json.number(one->rows);
    write_text(json, "relation", one->relation);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

// Names of the types that most columns have are not asked the catalog for.
const char *name_of_type(Oid type) {
  switch (type) {
    case INT4OID:
      return "integer";
    case INT8OID:
      return "bigint";
    case TEXTOID:
      return "text";
    case NUMERICOID:
      return "numeric";
    default:
      return format_type_be(type);
  }
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
    if (!target->resjunk) add(target->resname, name_of_type(exprType(reinterpret_cast<Node *>(target->expr))));
  }
}

const Jsonb *write_answer(const judgement &found) {
  json_writer json;
  json.begin_object();
  json.key("ok");
  json.boolean(found.checked && found.errors.n == 0);
  json.key("cost");
  if (found.has_cost)
    write_cost(json, found);
  else
    json.null();
  json.key("errors");
  write_findings(json, found, found.errors);
  json.key("tenant");
  write_tenant(json, found);
  json.key("columns");
  write_columns(json, found);
  json.key("warnings");
  write_findings(json, found, found.warnings);
  json.key("functions");
  write_names(json, found.functions);
  json.key("relations");
  write_names(json, found.relations);
  json.key("fingerprint");
  if (found.checked)
    write_hexadecimal(json, found.fingerprint);
  else
    json.null();
  json.end_object();
  return DatumGetJsonbP(json.finish());
}

}  // namespace harmony::functions::sql_guard
