// Errors, warnings and names, as they are found.
#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

namespace {

constexpr int most_errors = 100;

void append(finding_list &list, const finding &found) {
  auto *added = static_cast<finding *>(palloc(sizeof(finding)));
  *added = found;
  (list.last == nullptr ? list.first : list.last->next) = added;
  list.last = added;
  ++list.n;
}

bool is_equal(const char *a, const char *b) {
  return a == b || (a != nullptr && b != nullptr && std::strcmp(a, b) == 0);
}

}  // namespace

int character_of(const judgement &found, int location) {
  return location < 0 ? 0 : pg_mbstrlen_with_len(found.sql, location) + 1;
}

void refuse(judgement &found, const char *rule, const char *state, int location, const char *object,
            const char *message) {
  if (found.errors.n >= most_errors) return;
  for (const finding *one = found.errors.first; one != nullptr; one = one->next)
    if (is_equal(one->rule, rule) && is_equal(one->object, object) && is_equal(one->message, message)) return;
  append(found.errors, {rule, state, message, nullptr, object, character_of(found, location), nullptr});
}

void warn(judgement &found, const char *rule, int location, const char *message) {
  for (const finding *one = found.warnings.first; one != nullptr; one = one->next)
    if (is_equal(one->rule, rule)) return;
  append(found.warnings, {rule, nullptr, message, nullptr, nullptr, character_of(found, location), nullptr});
}

void remember(used_name *&list, const char *schema, const char *name) {
  used_name **end = &list;
  for (; *end != nullptr; end = &(*end)->next)
    if (std::strcmp((*end)->name, name) == 0 && std::strcmp((*end)->schema, schema) == 0) return;
  *end = static_cast<used_name *>(palloc(sizeof(used_name)));
  **end = {schema, name, nullptr};
}

const char *qualified(const char *schema, const char *name) { return quote_qualified_identifier(schema, name); }

}  // namespace harmony::functions::sql_guard
