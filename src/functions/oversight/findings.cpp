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
            const char *message, const char *hint) {
  if (found.errors.n >= most_errors) return;
  for (const finding *one = found.errors.first; one != nullptr; one = one->next)
    if (is_equal(one->rule, rule) && is_equal(one->object, object) && is_equal(one->message, message)) return;
  append(found.errors, {rule, state, message, hint, object, character_of(found, location), nullptr});
}

void warn(judgement &found, const char *rule, int location, const char *message) {
  for (const finding *one = found.warnings.first; one != nullptr; one = one->next)
    if (is_equal(one->rule, rule)) return;
  append(found.warnings, {rule, nullptr, message, nullptr, nullptr, character_of(found, location), nullptr});
}

const char *remember(used_name *&list, const char *schema, const char *name) {
  used_name **end = &list;
  for (; *end != nullptr; end = &(*end)->next)
    if (std::strcmp((*end)->name, name) == 0 && std::strcmp((*end)->schema, schema) == 0) return (*end)->full;
  *end = static_cast<used_name *>(palloc(sizeof(used_name)));
  **end = {schema, name, schema[0] == '\0' ? name : qualified(schema, name), nullptr};
  return (*end)->full;
}

const char *qualified(const char *schema, const char *name) {
  const char *first = quote_identifier(schema), *second = quote_identifier(name);
  const std::size_t n = std::strlen(first), m = std::strlen(second);
  auto *full = static_cast<char *>(palloc(n + m + 2));
  std::memcpy(full, first, n);
  full[n] = '.';
  std::memcpy(full + n + 1, second, m + 1);
  return full;
}

}  // namespace harmony::functions::sql_guard
