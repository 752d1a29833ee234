// Shells of what reads other programs' exports: records of delimited text, texts made alike, times.
#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/delimited.hpp"
#include "core/import/plain_text.hpp"
#include "core/import/text_encoding.hpp"
#include "core/import/time_text.hpp"
#include "functions/shell.hpp"
#include "postgres/collation.hpp"
#include "postgres/spi.hpp"

namespace harmony::functions {
namespace {

struct csv_row {
  std::int64_t row, line;
  const std::vector<std::string_view> *cells;
};

// A text[] written in one piece: a value of its own for each cell would double the time of reading.
NullableDatum cells_of(const csv_row &row) {
  const bool is_utf8 = GetDatabaseEncoding() == PG_UTF8;
  std::size_t size = ARR_OVERHEAD_NONULLS(1);
  for (const std::string_view cell : *row.cells) size += INTALIGN(VARHDRSZ + cell.size());
  if (!is_utf8 || size > MaxAllocSize) {
    const std::size_t n = row.cells->size();
    auto *elements = static_cast<Datum *>(palloc(sizeof(Datum) * (n + 1)));
    for (std::size_t k = 0; k < n; ++k) elements[k] = text_datum(postgres::from_utf8((*row.cells)[k], "cell"));
    return {postgres::array_datum(elements, n, TEXTOID), false};
  }
  auto *array = static_cast<ArrayType *>(palloc0(size));
  SET_VARSIZE(array, size);
  array->ndim = 1;
  array->elemtype = TEXTOID;
  ARR_DIMS(array)[0] = static_cast<int>(row.cells->size());
  ARR_LBOUND(array)[0] = 1;
  char *at = ARR_DATA_PTR(array);
  for (const std::string_view cell : *row.cells) {
    SET_VARSIZE(at, VARHDRSZ + cell.size());
    std::copy(cell.begin(), cell.end(), VARDATA(at));
    at += INTALIGN(VARHDRSZ + cell.size());
  }
  return {PointerGetDatum(array), false};
}

constexpr column<csv_row> csv_columns[] = {
    {"row", from<&csv_row::row>},
    {"line", from<&csv_row::line>},
    {"cells", TEXTARRAYOID, &cells_of},
};

// The delimiter that the argument names, 0 where it is NULL.
char delimiter_argument(FunctionCallInfo fcinfo, int i) {
  if (PG_ARGISNULL(i)) return 0;
  const std::string_view given = postgres::text_argument(fcinfo, i);
  const char c = given.size() == 1 ? given.front() : '"';
  if (c != '\t' && (c == '"' || std::ispunct(static_cast<unsigned char>(c)) == 0))
    throw error(sqlstate::invalid_parameter_value, "delimiter is not one character that separates cells", {},
                "It is a comma, a semicolon, a tab, a vertical bar or another sign, but no quotation mark.");
  return c;
}

// Writes records as rows of the call's result, which spills to disk; what a row takes is freed every so often.
void put_records(FunctionCallInfo fcinfo, import::delimited_reader &reader) {
  constexpr int block = 256;
  constexpr std::size_t width = sizeof(csv_columns) / sizeof(csv_columns[0]);
  int places[width];
  Datum values[width];
  bool nulls[width];
  const auto *result = reinterpret_cast<ReturnSetInfo *>(fcinfo->resultinfo);
  MemoryContext memory = nullptr;
  guarded([&] {
    InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
    postgres::compare(result->setDesc, csv_columns, places);
    memory = AllocSetContextCreate(CurrentMemoryContext, "harmony csv", ALLOCSET_DEFAULT_SIZES);
  });
  int n = 0;
  for (const import::record *record = reader.next(); record != nullptr; record = reader.next()) {
    const csv_row row{record->row, record->line, &record->cells};
    guarded([&] {
      const MemoryContext before = MemoryContextSwitchTo(memory);
      postgres::encode_values(csv_columns, places, row, values, nulls);
      tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
      MemoryContextSwitchTo(before);
      if (++n % block == 0) MemoryContextReset(memory);
    });
  }
}

struct reading_row {
  std::int64_t clock;
  std::optional<std::int32_t> ahead;
};

constexpr column<reading_row> reading_columns[] = {
    {"clock", TIMESTAMPOID,
     [](const reading_row &row) {
       return NullableDatum{TimestampGetDatum(row.clock), false};
     }},
    {"ahead", from<&reading_row::ahead>},
};

}  // namespace

// read_csv(content, encoding, delimiter)
HARMONY_FUNCTION(read_csv) {
  const std::string_view content = PG_ARGISNULL(0) ? std::string_view() : bytes_of(PG_GETARG_DATUM(0));
  const std::string_view encoding = PG_ARGISNULL(1) ? std::string_view("utf-8") : postgres::text_argument(fcinfo, 1);
  const char delimiter = delimiter_argument(fcinfo, 2);
  if (content.size() > import::most_content)
    throw error(sqlstate::program_limit_exceeded, "content is larger than 512 MiB");
  std::string storage;
  import::delimited_reader reader(import::decoded(content, encoding, storage), delimiter);
  put_records(fcinfo, reader);
  return Datum{0};
}

// normalized_text(value)
HARMONY_FUNCTION(normalized_text) {
  const std::string_view value = postgres::text_argument(fcinfo, 0);
  if (import::is_ascii(value)) {
    const std::string plain = import::plain_text_lower_ascii(value);
    return guarded([&] { return text_datum(plain); });
  }
  // Only Unicode has letters that are written in several ways.
  const std::string_view composed = guarded([&] {
    if (GetDatabaseEncoding() != PG_UTF8) return postgres::to_utf8(value);
    return bytes_of(DirectFunctionCall2(unicode_normalize_func, text_datum(value), text_datum("NFC")));
  });
  const std::string plain = import::plain_text(composed);
  return guarded([&] {
    return DirectFunctionCall1Coll(lower, postgres::unicode_collation(),
                                   text_datum(postgres::from_utf8(plain, "text")));
  });
}

// trimmed_text(value)
HARMONY_FUNCTION(trimmed_text) {
  const std::string_view value = postgres::text_argument(fcinfo, 0);
  const std::string kept = import::visible_text(guarded([&] { return postgres::to_utf8(value); }));
  if (kept == value) return PG_GETARG_DATUM(0);
  return guarded([&] { return text_datum(postgres::from_utf8(kept, "text")); });
}

// read_time(value, formats)
HARMONY_FUNCTION(read_time) {
  if (PG_ARGISNULL(0)) {
    fcinfo->isnull = true;
    return Datum{0};
  }
  const std::string_view value = postgres::text_argument(fcinfo, 0);
  std::optional<import::clock_reading> read;
  if (PG_ARGISNULL(1)) {
    read = import::read_iso_time(value);
  } else {
    const array_values<std::string_view> formats = text_array(PG_GETARG_DATUM(1), "formats");
    for (const std::string_view format : without_nulls(formats, "formats")) {
      if (!read) read = import::time_format(format).read(value);
    }
  }
  if (!read) {
    fcinfo->isnull = true;
    return Datum{0};
  }
  return return_row(fcinfo, reading_columns, reading_row{read->microseconds, read->ahead});
}

}  // namespace harmony::functions
