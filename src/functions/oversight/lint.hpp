// What the parts of the lint share.
#pragma once

#include "functions/oversight/guard.hpp"

namespace harmony::functions::sql_guard {

/// Warnings about WHERE, ON and HAVING, and about joins without a condition.
void lint_conditions(judgement &found, const level &at);

/// Whether conditions joined by AND say that a column is not NULL.
bool requires_not_null(Node *conditions, const Var *column);
/// Whether a FROM tree has an outer join.
bool has_outer_join(Node *from);
/// Whether a column is declared NOT NULL.
bool is_not_null_column(Oid relation, AttrNumber column);

}  // namespace harmony::functions::sql_guard
