// Shells of artifacts: their lines, and the files that hold them.
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "core/signals/artifact.hpp"
#include "functions/shell.hpp"
#include "postgres/artifact_files.hpp"
#include "postgres/sha256.hpp"
#include "postgres/spi.hpp"

namespace harmony::functions {
namespace {

using optional_text = std::optional<std::string_view>;

// A row of harmony_internal.artifact_line; missing numbers are NaN.
struct line_row {
  std::size_t line;
  const char *what;
  optional_text name = {}, metric_id = {}, polarity = {}, facility = {}, system_name = {};
  double encounters = NAN, value = NAN, computed = NAN, range_low = NAN, range_high = NAN;
  const std::vector<int> *periods = nullptr;
  const std::vector<double> *values = nullptr;
  NullableDatum document = {Datum{0}, true};
  optional_text excerpt = {};
};

NullableDatum periods_of(const line_row &row) {
  if (row.periods == nullptr) return {Datum{0}, true};
  const std::size_t n = row.periods->size();
  auto *elements = static_cast<Datum *>(palloc(sizeof(Datum) * (n + 1)));
  for (std::size_t k = 0; k < n; ++k) elements[k] = Int32GetDatum((*row.periods)[k]);
  return {PointerGetDatum(
              construct_array(elements, static_cast<int>(n), INT4OID, sizeof(std::int32_t), true, TYPALIGN_INT)),
          false};
}

NullableDatum values_of(const line_row &row) {
  if (row.values == nullptr) return {Datum{0}, true};
  return {float8_array_datum(row.values->data(), row.values->size()), false};
}

constexpr column<line_row> line_columns[] = {
    {"line", from<&line_row::line>},
    {"what", from<&line_row::what>},
    {"name", from<&line_row::name>},
    {"metric_id", from<&line_row::metric_id>},
    {"polarity", from<&line_row::polarity>},
    {"range_low", from<&line_row::range_low>},
    {"range_high", from<&line_row::range_high>},
    {"facility", from<&line_row::facility>},
    {"system_name", from<&line_row::system_name>},
    {"encounters", from<&line_row::encounters>},
    {"value", from<&line_row::value>},
    {"computed", from<&line_row::computed>},
    {"periods", INT4ARRAYOID, &periods_of},
    {"values", FLOAT8ARRAYOID, &values_of},
    {"document", JSONBOID, [](const line_row &row) { return row.document; }},
    {"excerpt", from<&line_row::excerpt>},
};
constexpr std::size_t n_columns = sizeof(line_columns) / sizeof(line_columns[0]);

// Writes what the parser tells as rows of the call's result, which spills to disk.
class row_sink : public signals::artifact_sink {
 public:
  explicit row_sink(FunctionCallInfo fcinfo) : row_memory_(nullptr) {
    guarded([&] {
      InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
      result_ = reinterpret_cast<ReturnSetInfo *>(fcinfo->resultinfo);
      postgres::compare(result_->setDesc, line_columns, places_);
      // The type has more columns than these where some were dropped; they stay NULL.
      const auto n = static_cast<std::size_t>(result_->setDesc->natts);
      values_ = static_cast<Datum *>(palloc0(n * sizeof(Datum)));
      nulls_ = static_cast<bool *>(palloc(n * sizeof(bool)));
      std::fill(nulls_, nulls_ + n, true);
      row_memory_ = AllocSetContextCreate(CurrentMemoryContext, "harmony artifact line", ALLOCSET_DEFAULT_SIZES);
      no_dimensions_ = json_of("{}");
    });
  }

  void kind(signals::artifact_kind kind) override {
    line_row row{1, "kind"};
    row.name = signals::name_of(kind);
    put(row, {});
  }
  void node(std::size_t line, const signals::node_metadata &node) override {
    line_row row{line, "node"};
    row.name = node.node_id;
    row.metric_id = node.metric_id;
    row.polarity = node.polarity;
    row.range_low = node.range_low;
    row.range_high = node.range_high;
    put(row, node.text);
  }
  void entity(std::size_t line, const signals::entity_line &entity, std::string_view excerpt) override {
    ++n_loaded_;
    line_row row{line, "entity"};
    row.name = entity.facility_id;
    row.facility = entity.facility;
    row.system_name = entity.system_name;
    row.encounters = entity.encounters;
    row.value = entity.value;
    if (entity.is_monthly) {
      row.periods = &entity.periods;
      row.values = &entity.values;
    }
    if (entity.may_be_again) row.excerpt = excerpt;
    if (entity.dimensions.empty()) row.document = {no_dimensions_, false};
    put(row, {}, &entity);
  }
  void document(std::size_t line, std::string_view text) override {
    ++n_loaded_;
    line_row row{line, "document"};
    put(row, text);
  }
  void refused(std::size_t line, std::string_view reason, std::string_view excerpt) override {
    ++n_refused_;
    line_row row{line, "refused"};
    row.name = reason;
    row.excerpt = excerpt;
    put(row, {});
  }
  void statistic(std::size_t line, std::string_view name, double stated, double computed) override {
    line_row row{line, "statistic"};
    row.name = name;
    row.value = stated;
    row.computed = computed;
    put(row, {});
  }

  void end() {
    line_row row{0, "end"};
    row.value = static_cast<double>(n_loaded_);
    row.computed = static_cast<double>(n_refused_);
    put(row, {});
  }

 private:
  static Datum json_of(std::string_view text) {
    const std::string_view own = postgres::from_utf8(text, "line of an artifact");
    return DirectFunctionCall1(jsonb_in, CStringGetDatum(pnstrdup(own.data(), own.size())));
  }
  static Datum dimensions_of(const signals::entity_line &entity) {
    json_writer json;
    json.begin_object();
    for (const auto &[id, value] : entity.dimensions) {
      json.key(postgres::from_utf8(id, "part of an entity"));
      json.string(postgres::from_utf8(value, "part of an entity"));
    }
    json.end_object();
    return json.finish();
  }
  // Into the encoding of the database, which has all of it.
  static void convert(optional_text &text) {
    if (text) text = postgres::from_utf8(*text, "line of an artifact");
  }

  void put(line_row &row, std::string_view document, const signals::entity_line *entity = nullptr) {
    guarded([&] {
      const MemoryContext before = MemoryContextSwitchTo(row_memory_);
      if (GetDatabaseEncoding() != PG_UTF8)
        for (optional_text *text : {&row.name, &row.facility, &row.system_name, &row.metric_id, &row.excerpt})
          convert(*text);
      if (row.excerpt)  // a letter may be longer in other encodings
        row.excerpt = row.excerpt->substr(
            0, static_cast<std::size_t>(pg_mbcliplen(row.excerpt->data(), static_cast<int>(row.excerpt->size()),
                                                     static_cast<int>(signals::longest_excerpt))));
      if (!document.empty()) row.document = {json_of(document), false};
      if (entity != nullptr && row.document.isnull) row.document = {dimensions_of(*entity), false};
      postgres::encode_values(line_columns, places_, row, values_, nulls_);
      tuplestore_putvalues(result_->setResult, result_->setDesc, values_, nulls_);
      MemoryContextSwitchTo(before);
      MemoryContextReset(row_memory_);
    });
  }

  ReturnSetInfo *result_;
  int places_[n_columns];
  Datum *values_;
  bool *nulls_;
  MemoryContext row_memory_;
  Datum no_dimensions_;
  std::size_t n_loaded_ = 0, n_refused_ = 0;
};

// Calls take(piece) with the content, argument 0, or with the pieces of the file, argument 1.
template <class Take>
void for_each_piece(FunctionCallInfo fcinfo, Take &&take) {
  if (!PG_ARGISNULL(0)) {
    const std::string_view given = postgres::text_argument(fcinfo, 0);
    take(guarded([&] { return postgres::to_utf8(given); }));
    return;
  }
  if (PG_ARGISNULL(1)) throw error(sqlstate::null_value_not_allowed, "content and file are both null");
  postgres::artifact_file file(postgres::text_argument(fcinfo, 1));
  for (std::string_view piece = file.next(); !piece.empty(); piece = file.next()) take(piece);
}

struct file_row {
  std::string_view run_id, artifact, file;
};
constexpr column<file_row> file_columns[] = {
    {"run_id", from<&file_row::run_id>},
    {"artifact", from<&file_row::artifact>},
    {"file", from<&file_row::file>},
};

void require_database_text(std::string_view name) {
  const bool is_text =
      guarded([&] { return pg_verify_mbstr(GetDatabaseEncoding(), name.data(), static_cast<int>(name.size()), true); });
  if (!is_text)
    throw error(sqlstate::invalid_parameter_value, "a file's name is no text in the encoding of the database");
}

}  // namespace

// artifact_lines(content text, file text) → setof artifact_line: all lines that are something, one or the other NULL.
HARMONY_FUNCTION(artifact_lines) {
  row_sink sink(fcinfo);
  const bool has_all_letters = GetDatabaseEncoding() == PG_UTF8;
  signals::artifact_parser parser(
      sink, has_all_letters ? std::function<bool(std::string_view)>() : postgres::is_in_database_encoding);
  for_each_piece(fcinfo, [&](std::string_view piece) { parser.push(piece); });
  parser.finish();
  sink.end();
  return Datum{0};
}

// artifact_digest(content text, file text) → bytea: SHA-256 of the bytes, by which the same content is known again.
HARMONY_FUNCTION(artifact_digest) {
  postgres::sha256 digest;
  for_each_piece(fcinfo, [&](std::string_view piece) { digest.add(piece); });
  const std::vector<unsigned char> bytes = digest.finish();
  return guarded([&] { return bytea_datum(bytes); });
}

// artifact_files(path text) → table (run_id, artifact, file): the artifacts in a run's folder.
HARMONY_FUNCTION(artifact_files) {
  const postgres::artifact_folder folder = postgres::list_artifacts(postgres::text_argument(fcinfo, 0));
  std::vector<std::string> files;
  for (const std::string &artifact : folder.artifacts) {
    require_database_text(artifact);
    files.push_back(folder.path + "/" + artifact);
  }
  const std::string_view path = folder.path;
  const std::size_t last = path.rfind('/') + 1;  // 0 where there is none
  std::vector<file_row> rows;
  for (std::size_t k = 0; k < files.size(); ++k) rows.push_back({path.substr(last), folder.artifacts[k], files[k]});
  return return_set(fcinfo, file_columns, rows);
}

}  // namespace harmony::functions
