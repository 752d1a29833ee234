// check_sql and sql_intent: the parts of the guard in their order, inside a subtransaction, so that no lock and nothing
// else is left of a statement.
#include "core/oversight/sql_tokens.hpp"
#include "functions/oversight/guard.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

namespace sql_guard {

namespace {

// The result's columns are those of relations that may not be read: names and types of these would be told.
bool is_withheld_from_caller(const judgement &found) {
  for (const finding *one = found.errors.first; one != nullptr; one = one->next)
    if (std::strcmp(one->rule, "relation") == 0 || std::strcmp(one->rule, "column") == 0) return true;
  return false;
}

void run_parts(judgement &found) {
  if (!parse_and_check_shape(found)) return;
  analyse(found);
  found.at = stage::checks;
  make_levels(found);
  check_relations(found);
  check_columns(found);
  check_nodes(found);
  prove_tenant(found);
  check_limit(found);
  take_fingerprint(found);
  if (!is_withheld_from_caller(found)) take_columns(found);
  if (found.wants_features) take_features(found);
  if (found.errors.n == 0 && !found.wants_features) check_cost(found);
  found.checked = true;
}

// What stops the caller's statement, whatever is being judged: a cancel, a lock's time, memory, the system.
bool is_not_of_the_statement(int state) {
  switch (ERRCODE_TO_CATEGORY(state)) {
    case ERRCODE_OPERATOR_INTERVENTION:
    case ERRCODE_INSUFFICIENT_RESOURCES:
    case ERRCODE_SYSTEM_ERROR:
    case ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE:
    case ERRCODE_TRANSACTION_ROLLBACK:
    case ERRCODE_CONNECTION_EXCEPTION:
      return true;
    default:
      return false;
  }
}

bool is_too_complex(const judgement &found, const ErrorData *report) {
  if (ERRCODE_TO_CATEGORY(report->sqlerrcode) == ERRCODE_PROGRAM_LIMIT_EXCEEDED) return true;
  // The parser's own stack: an error of syntax by its code.
  const char *full = _("memory exhausted");
  return found.at == stage::raw && report->message != nullptr &&
         std::strncmp(report->message, full, std::strlen(full)) == 0;
}

void refuse_report(judgement &found, ErrorData *report) {
  if (found.refused) return;
  const char *rule = is_too_complex(found, report) ? "too_complex"
                     : found.at == stage::raw      ? "syntax"
                     : found.at == stage::planner  ? "cost"
                                                   : "unresolved";
  if (found.at == stage::analysis) hide_schema(found, report);
  const char *state = pstrdup(unpack_sql_state(report->sqlerrcode));
  const int before = found.errors.n;
  refuse(found, rule, state, -1, nullptr, report->message == nullptr ? "error" : report->message);
  if (found.errors.n == before) return;
  found.errors.last->position = report->cursorpos;
  // The server's hints name columns of all that the statement reads.
  found.errors.last->hint = report->sqlerrcode == ERRCODE_UNDEFINED_COLUMN ? nullptr : report->hint;
  const char *near = near_name(found, state, report->cursorpos);
  if (near != nullptr) found.errors.last->hint = near;
}

// The analysis runs no function of the statement and writes nothing: all it leaves is locks. Once these are given back
// the subtransaction may end as a successful one, which spares the system call in which a rollback sets the mask of
// signals: a microsecond of fourteen on some machines. After an error, and after the planner, it is rolled back.
void end_subtransaction(bool has_only_locks) {
  if (!has_only_locks) {
    RollbackAndReleaseCurrentSubTransaction();
    return;
  }
  LockReleaseCurrentOwner(nullptr, 0);
  ReleaseCurrentSubTransaction();
}

}  // namespace

void judge(judgement &found) {
  const MemoryContext context = CurrentMemoryContext;
  const ResourceOwner owner = CurrentResourceOwner;
  ErrorData *volatile report = nullptr;
  BeginInternalSubTransaction(nullptr);
  MemoryContextSwitchTo(context);
  PG_TRY();
  {
    // A function around this one would take the place of an error for one in its own text.
    error_context_stack = nullptr;
    run_parts(found);
  }
  PG_CATCH();
  {
    MemoryContextSwitchTo(context);
    report = CopyErrorData();
    FlushErrorState();
  }
  PG_END_TRY();
  end_subtransaction(report == nullptr && found.at != stage::planner);
  MemoryContextSwitchTo(context);
  CurrentResourceOwner = owner;
  if (report == nullptr) return;
  if (is_not_of_the_statement(report->sqlerrcode)) ReThrowError(report);
  refuse_report(found, report);
}

}  // namespace sql_guard

namespace {

using sql_guard::guard_options;
using sql_guard::judgement;

// What a call site keeps: its options, which are read once while they stay the same, and memory for one judgement.
struct call_site {
  std::string bytes;
  guard_options options;
  MemoryContext work;
};

std::string_view bytes_of_jsonb(Datum jsonb) {
  auto *value = reinterpret_cast<struct varlena *>(DatumGetPointer(jsonb));
  return {VARDATA_ANY(value), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(value))};
}

void forget_site(void *site) { delete static_cast<call_site *>(site); }

call_site &site_of(FmgrInfo *function) {
  if (function->fn_extra != nullptr) return *static_cast<call_site *>(function->fn_extra);
  constexpr Size kept = 256 * 1024;  // enough for most statements, so that none is asked for again
  MemoryContext work = nullptr;
  auto *callback = guarded([&] {
    work = AllocSetContextCreate(function->fn_mcxt, "SQL guard", kept, ALLOCSET_DEFAULT_INITSIZE,
                                 ALLOCSET_DEFAULT_MAXSIZE);
    return static_cast<MemoryContextCallback *>(
        MemoryContextAllocZero(function->fn_mcxt, sizeof(MemoryContextCallback)));
  });
  auto *made = new call_site{{}, {}, work};
  callback->func = forget_site;
  callback->arg = made;
  MemoryContextRegisterResetCallback(function->fn_mcxt, callback);
  function->fn_extra = made;
  return *made;
}

void read_options_of(call_site &site, Datum argument) {
  const Datum jsonb = guarded([&] { return PointerGetDatum(PG_DETOAST_DATUM(argument)); });
  const std::string_view bytes = bytes_of_jsonb(jsonb);
  if (!site.bytes.empty() && site.bytes == bytes) return;
  site.bytes.clear();
  site.options = sql_guard::read_options(json_view::of(jsonb));
  site.bytes = bytes;
}

// Judges the statement of argument 0 in memory that the next call takes again; `use` makes the result.
template <class Use>
Datum with_judgement(FunctionCallInfo fcinfo, const call_site &site, bool wants_features, Use use) {
  return guarded([&] {
    const MemoryContext caller = CurrentMemoryContext;
    MemoryContextReset(site.work);
    MemoryContextSwitchTo(site.work);
    judgement found;
    found.options = &site.options;
    found.sql = text_to_cstring(DatumGetTextPP(fcinfo->args[0].value));
    found.wants_features = wants_features;
    sql_guard::judge(found);
    const std::size_t comment = oversight::first_comment(found.sql, standard_conforming_strings);
    if (comment != std::string_view::npos)
      sql_guard::warn(found, "comment", static_cast<int>(comment), "the statement has a comment");
    const Jsonb *made = use(found);
    MemoryContextSwitchTo(caller);
    Datum result = 0;
    if (made != nullptr) {
      result = PointerGetDatum(palloc(VARSIZE(made)));
      std::memcpy(DatumGetPointer(result), made, VARSIZE(made));
    }
    MemoryContextReset(site.work);
    return result;
  });
}

}  // namespace

// check_sql(sql, options)
HARMONY_FUNCTION(check_sql) {
  call_site &site = site_of(fcinfo->flinfo);
  read_options_of(site, fcinfo->args[1].value);
  return with_judgement(fcinfo, site, false, sql_guard::write_answer);
}

// sql_intent(sql, intent, options)
HARMONY_FUNCTION(sql_intent) {
  call_site &site = site_of(fcinfo->flinfo);
  read_options_of(site, fcinfo->args[2].value);
  const auto &lexicon = site.options.lexicon ? *site.options.lexicon : oversight::default_lexicon();
  const std::string_view intent = postgres::bytes_of(fcinfo->args[1].value);
  const std::vector<std::string> expected = oversight::expected_features(lexicon, intent);
  std::vector<std::string> actual;
  bool is_known = false;
  with_judgement(fcinfo, site, true, [&](const judgement &found) {
    is_known = found.checked;
    for (const auto *one = found.features; one != nullptr; one = one->next) actual.emplace_back(one->name);
    return static_cast<const Jsonb *>(nullptr);
  });
  oversight::intent_match match = oversight::match_intent(expected, actual);
  if (!is_known) match.confidence = 0;
  return guarded([&] {
    json_writer json;
    const auto write_list = [&](const char *key, const std::vector<std::string> &list) {
      json.key(key);
      json.begin_array();
      for (const std::string &feature : list) json.string(feature);
      json.end_array();
    };
    json.begin_object();
    json.key("confidence");
    json.number(match.confidence);
    write_list("missed", match.missed);
    write_list("extra", match.extra);
    json.end_object();
    return json.finish();
  });
}

HARMONY_FUNCTION(default_lexicon) {
  const auto &rows = oversight::default_lexicon();
  return guarded([&] {
    json_writer json;
    json.begin_array();
    for (const oversight::lexicon_row &row : rows) {
      json.begin_object();
      json.key("phrase");
      json.string(row.phrase);
      json.key("feature");
      json.string(row.feature);
      json.key("weak");
      json.boolean(row.weak);
      json.end_object();
    }
    json.end_array();
    return json.finish();
  });
}

}  // namespace harmony::functions
