// The SQL guard: what its parts share. A statement is parsed and analysed by the server, in a subtransaction that is
// always rolled back, and each part looks at the trees for its own concern. All that is reached from `judgement` is
// plain data in a memory context of the call, since any call of the server may leave by a jump; the parts are called
// inside guarded().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/oversight/lexicon.hpp"
#include "functions/shell.hpp"
#include "postgres/parser.hpp"

namespace harmony::functions::sql_guard {

// ---- options ----

/// schema.name, or schema.* as name "*"; column for a column of it.
struct listed_name {
  std::string schema, name, column;
};

struct tenant_rule {
  std::string column;
  std::string value;  // as text
  int parameter = 0;  // its number; 0: the value
};

struct guard_options {
  std::vector<listed_name> relations, columns_denied, personal, functions;
  std::optional<tenant_rule> tenant;
  std::vector<Oid> parameters;
  std::optional<std::vector<oversight::lexicon_row>> lexicon;
  std::optional<std::int64_t> require_limit;
  std::optional<double> max_cost, max_rows;
  bool explain = false;
  bool trust_views = false;
};

/// Reads the options. Errors: 22023 for an unknown key or a value of the wrong type.
guard_options read_options(const json_view &json);

/// The entry of a list for that name, or nullptr.
const listed_name *find_listed(const std::vector<listed_name> &list, const char *schema, const char *name);

// ---- what was found ----

struct finding {
  const char *rule;
  const char *sqlstate;
  const char *message;
  const char *hint;    // or nullptr
  const char *object;  // or nullptr
  int position;        // in characters from 1; 0: none
  finding *next;
};

struct finding_list {
  finding *first = nullptr;
  finding *last = nullptr;
  int n = 0;
};

struct used_name {
  const char *schema;
  const char *name;
  const char *full;  // schema.name, quoted where needed
  used_name *next;
};

/// A function as the catalog has it.
struct function_facts {
  Oid oid, schema;
  NameData name;
  bool is_volatile, is_aggregate;
  int n_arguments;
  bool has_defaults;
  bool takes_text_of_types;  // an input function, which may be given any type to read: not to be called by name
  bool is_plain;  // of pg_catalog, not volatile, and of no family that is withheld: allowed without being listed
};

/// An operator as the catalog has it.
struct operation {
  Oid oid, schema, function;
  NameData name;
  bool is_equality;  // "=" of pg_catalog
};

/// What is known of a function (nullptr: there is none) and of an operator, until the next call.
const function_facts *facts_of_function(Oid function);
const operation &operation_of(Oid oid);

/// A query of the statement: the whole, a subquery, a CTE, the definition of a view.
struct level {
  Query *query;
  level *parent;  // the query around it, which its variables may refer to
  level *next;    // in the order of making: a parent before its children
  struct entry *entries;
  level **ctes;      // those of its WITH
  const char *view;  // the view whose definition this is a part of
  int depth;
  int view_depth;     // how many views stand around it
  bool is_view_root;  // the whole definition of a view
  bool in_exists;
  entry *view_entry;  // where that view is read
  level *reader;      // the query that reads it
};

/// An entry of a range table.
struct entry {
  RangeTblEntry *rte;
  level *rows_from;  // of a subquery, view or CTE; nullptr else
  const char *schema;
  const char *name;
  const char *full;
  Bitmapset *columns_read;
  int *slots;  // of the tenant's proof, by column; made when needed
  int n_slots;
  AttrNumber tenant_column;  // 0: not scoped
  bool row_security, row_security_forced;
  bool is_partition, has_children;
  const char *tenant_child;  // a relation that inherits from it and has the tenant's column, which it lacks itself
};

struct tenant_proof {
  const char *relation;
  int level;
  const char *proven_by;  // nullptr: not proven
  bool row_security, row_security_forced;
  tenant_proof *next;
};

struct result_column {
  const char *name, *type;
  result_column *next;
};

struct scan {
  const char *relation;
  double rows;
  scan *next;
};

enum class stage { raw, shape, analysis, checks, planner };

struct judgement {
  const guard_options *options;
  const char *sql;
  stage at = stage::raw;
  bool refused = false;  // an error that is raised to end the analysis stands in `errors` already
  bool is_explain = false;
  bool checked = false;              // all of the statement has been looked at
  bool writes_rows_as_json = false;  // of which no type tells the columns
  RawStmt *statement = nullptr;
  Query *query = nullptr;
  level *levels = nullptr, *last_level = nullptr;
  int n_entries = 0;
  finding_list errors, warnings;
  used_name *relations = nullptr, *functions = nullptr, *features = nullptr;
  result_column *columns = nullptr;
  bool wants_features = false;
  tenant_proof *tenant = nullptr, *last_tenant = nullptr;
  std::uint64_t fingerprint = 0;
  double cost = 0, rows = 0;
  bool has_cost = false;
  scan *scans = nullptr;
  Oid last_schema = InvalidOid;  // that a name was looked up of
  const char *last_schema_name = nullptr;
  // constants on their way through the analysis
  const char **literals = nullptr;
  Param **literal_nodes = nullptr;
  int n_literals = 0, literals_capacity = 0, n_literal_nodes = 0, literal_nodes_capacity = 0;
  Oid *parameter_types = nullptr;
  int n_parameters = 0;
};

/// Adds an error; `location` in bytes from 0, -1: none. At most 100 are kept, each message once.
void refuse(judgement &found, const char *rule, const char *sqlstate, int location, const char *object,
            const char *message, const char *hint = nullptr);
/// Adds a warning, each rule once.
void warn(judgement &found, const char *rule, int location, const char *message);
/// Characters before a byte, and 1; 0 for -1.
int character_of(const judgement &found, int location);
/// Remembers a name once; returns it with its schema.
const char *remember(used_name *&list, const char *schema, const char *name);
/// "schema.name", quoted where needed.
const char *qualified(const char *schema, const char *name);

// ---- the parts ----

/// Parses; refuses what is not one statement that reads. Constants are taken out of the raw tree: see literals.cpp.
bool parse_and_check_shape(judgement &found);
/// Puts numbered parameters in the place of the strings of a raw tree, so that no input function runs unseen.
void take_literal_out(judgement &found, A_Const *constant);
/// Analyses the statement.
void analyse(judgement &found);
/// Makes the levels of the query.
void make_levels(judgement &found);
level *ancestor(level *of, int levels_up);
/// relation, column.
void check_relations(judgement &found);
void check_columns(judgement &found);
/// Visits every node of every level for the parts that look at single nodes.
void check_nodes(judgement &found);
/// function, operator: of a node of an expression.
void check_node(judgement &found, Node *node, bool in_view);
/// Whether a function may be a part of one that is listed: not volatile, and of pg_catalog none that is withheld.
bool is_harmless_part(Oid function);
/// Refuses what is not told to a statement: the row of a relation that is not listed, names of the catalog.
void check_told_type(judgement &found, Oid type, int location);
/// What evaluating a stored expression runs that is not allowed; nullptr: nothing.
const char *unsafe_part_of_expression(judgement &found, Node *expression);
/// What reading a value of a type runs that is not allowed; nullptr: nothing. Of a constant, which the analysis reads
/// itself, nothing outside of pg_catalog is.
const char *unsafe_part_of_type(judgement &found, Oid type, bool of_constant);
/// Refuses casts to json that are not allowed and that writing values of a type as JSON calls.
void check_written_as_json(judgement &found, Oid type, int location);
/// The same for all values of a statement that writes rows as JSON.
void check_rows_written_as_json(judgement &found);
bool is_allowed_function(const judgement &found, Oid function, bool remember_name);
/// tenant.
void prove_tenant(judgement &found);
/// limit.
void check_limit(judgement &found);
/// At most one row: aggregates without GROUP BY.
bool gives_one_row(const Query *query);
/// cost, rows; in a subtransaction of its own.
void check_cost(judgement &found);
/// Warnings from a SELECT of the raw tree, a node of an expression, a query.
void lint_raw(judgement &found, SelectStmt *statement, bool in_exists);
void lint_node(judgement &found, Node *node);
void lint_query(judgement &found, const level &at);
void take_fingerprint(judgement &found);
void take_columns(judgement &found);
/// The features of the query, for sql_intent.
void take_features(judgement &found);
/// Makes the error of a schema that the caller may not use that of one that is not there.
void hide_schema(const judgement &found, ErrorData *report);
/// A hint of a name near to one that could not be resolved; nullptr: none.
const char *near_name(const judgement &found, const char *sqlstate, int position);

/// Runs all parts but the planner; never raises for what the statement holds.
void judge(judgement &found);
/// The answer of check_sql.
const Jsonb *write_answer(const judgement &found);

}  // namespace harmony::functions::sql_guard
