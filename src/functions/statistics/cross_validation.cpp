// Shells of cross-validation (states in folds) and of one-step ridge regression, which is such a state of one fold that
// carries its penalty.
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "core/statistics/cross_validation.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/linear.hpp"

namespace harmony::functions {

namespace {

using statistics::cross_validation_header;
using statistics::fold_at;
using statistics::linear_header;

// What a key is hashed as: its text. Plain data, filled without a call that could raise.
struct key_text {
  char buffer[40];
  std::string_view text;
};

enum class key_type { text, bigint, uuid };

void write_uuid(const pg_uuid_t *uuid, key_text *key) {
  static const char digits[] = "0123456789abcdef";
  char *out = key->buffer;
  for (int i = 0; i < UUID_LEN; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) *out++ = '-';
    *out++ = digits[uuid->data[i] >> 4];
    *out++ = digits[uuid->data[i] & 15];
  }
  key->text = {key->buffer, static_cast<std::size_t>(out - key->buffer)};
}

// False for a text that must be detoasted first.
bool read_key(Datum value, key_type type, key_text *key) {
  const char *datum = DatumGetPointer(value);
  switch (type) {
    case key_type::bigint:
      key->text = {key->buffer, static_cast<std::size_t>(pg_lltoa(DatumGetInt64(value), key->buffer))};
      return true;
    case key_type::uuid:
      write_uuid(DatumGetUUIDP(value), key);
      return true;
    case key_type::text:
      if (VARATT_IS_EXTERNAL(datum) || VARATT_IS_COMPRESSED(datum)) return false;
      key->text = {VARDATA_ANY(datum), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(datum))};
      return true;
  }
  return false;
}

// folds, key, y, xs. False where the row must take the slow path.
bool fast_fold(FunctionCallInfo fcinfo, key_type type) {
  auto *state = running_value<cross_validation_header>(fcinfo);
  if (state == nullptr || fcinfo->args[1].isnull || fcinfo->args[2].isnull) return false;
  key_text key;
  if (DatumGetInt32(fcinfo->args[1].value) != state->folds || !read_key(fcinfo->args[2].value, type, &key))
    return false;
  linear_header *fold = fold_at(state, statistics::fold_of(key.text, state->folds));
  if (!ready_for_row(fold) || !fast_row(fold, fcinfo->args[3], fcinfo->args[4])) return false;
  ++fold->fill;
  return true;
}

// lambda, y, xs.
bool fast_ridge(FunctionCallInfo fcinfo) {
  auto *state = running_value<cross_validation_header>(fcinfo);
  if (state == nullptr || fcinfo->args[1].isnull || DatumGetFloat8(fcinfo->args[1].value) != state->lambda)
    return false;
  linear_header *fold = fold_at(state, 1);
  if (!ready_for_row(fold) || !fast_row(fold, fcinfo->args[2], fcinfo->args[3])) return false;
  ++fold->fill;
  return true;
}

cross_validation_header *new_folds(int folds, int p, double lambda) {
  return statistics::folds_init(allocate_value(statistics::folds_size(folds, p, false)), folds, p, lambda);
}

bool is_open(cross_validation_header *state) { return (fold_at(state, 1)->flags & statistics::linear_open) != 0; }

// The state that a row goes into; p < 0: how many predictors there are is not known.
cross_validation_header *state_for_row(FunctionCallInfo fcinfo, int folds, int p, double lambda) {
  if (PG_ARGISNULL(0)) return new_folds(folds, p, lambda);
  auto *state = writable_value<cross_validation_header>(fcinfo);
  statistics::check_row(state, folds, lambda);
  if (p < 0) return state;
  if (is_open(state)) {
    cross_validation_header *known = new_folds(folds, p, lambda);
    statistics::cross_validation_merge(known, state);
    return known;
  }
  const int before = fold_at(state, 1)->p;
  if (before != p)
    throw error(sqlstate::invalid_parameter_value, "number of predictors must be the same in every row",
                "There were " + std::to_string(before) + ", now there are " + std::to_string(p) + ".");
  return state;
}

// One row into a fold; y at `first`, xs behind it. A NULL anywhere skips it.
Datum add_to_fold(FunctionCallInfo fcinfo, int folds, int fold, double lambda, int first, bool skip) {
  if (PG_ARGISNULL(first + 1)) {
    cross_validation_header *state = state_for_row(fcinfo, folds, -1, lambda);
    statistics::linear_skip(fold_at(state, fold));
    return PointerGetDatum(state);
  }
  auto xs = float8_array(PG_GETARG_DATUM(first + 1), "xs");
  if (xs.size() > static_cast<std::size_t>(statistics::linear_max_predictors))
    throw error(sqlstate::program_limit_exceeded, "too many predictors",
                "There are " + std::to_string(xs.size()) + "; a linear model takes at most 1600.");
  cross_validation_header *state = state_for_row(fcinfo, folds, static_cast<int>(xs.size()), lambda);
  if (skip || PG_ARGISNULL(first) || xs.missing() != nullptr) {
    statistics::linear_skip(fold_at(state, fold));
    return PointerGetDatum(state);
  }
  xs.values.push_back(PG_GETARG_FLOAT8(first));
  if (statistics::linear_add(fold_at(state, fold), xs.values.data())) {
    const auto size = statistics::folds_size(folds, fold_at(state, 1)->p, true);
    state = statistics::folds_grow(allocate_value(size), state);
  }
  return PointerGetDatum(state);
}

template <key_type type>
Datum fold_row(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(1)) throw error(sqlstate::null_value_not_allowed, "number of folds must not be null");
  const int folds = PG_GETARG_INT32(1);
  if (folds < 2) throw error(sqlstate::invalid_parameter_value, "cross-validation takes at least two folds");
  if (PG_ARGISNULL(2)) return add_to_fold(fcinfo, folds, 1, 0.0, 3, true);
  key_text key;
  if (!read_key(fcinfo->args[2].value, type, &key)) key.text = bytes_of(PG_GETARG_DATUM(2));
  return add_to_fold(fcinfo, folds, statistics::fold_of(key.text, folds), 0.0, 3, false);
}

Datum ridge_row(FunctionCallInfo fcinfo) {
  if (PG_ARGISNULL(1)) throw error(sqlstate::null_value_not_allowed, "lambda must not be null");
  return add_to_fold(fcinfo, 1, 1, PG_GETARG_FLOAT8(1), 2, false);
}

const cross_validation_header *folds_argument(FunctionCallInfo fcinfo, int i) {
  return value_argument<cross_validation_header>(fcinfo, i);
}

}  // namespace

HARMONY_TRANSITION(cross_validation_transition_text, fast_fold(fcinfo, key_type::text), fold_row<key_type::text>)
HARMONY_TRANSITION(cross_validation_transition_bigint, fast_fold(fcinfo, key_type::bigint), fold_row<key_type::bigint>)
HARMONY_TRANSITION(cross_validation_transition_uuid, fast_fold(fcinfo, key_type::uuid), fold_row<key_type::uuid>)
HARMONY_TRANSITION(ridge_transition, fast_ridge(fcinfo), ridge_row)

HARMONY_FUNCTION(cross_validation_combine) {
  if (PG_ARGISNULL(1)) return unchanged(fcinfo);
  const cross_validation_header *other = folds_argument(fcinfo, 1);
  if (PG_ARGISNULL(0)) return value_datum(other, VARSIZE(other));
  auto *state = writable_value<cross_validation_header>(fcinfo);
  if (is_open(state)) {  // the other state may have the number of predictors
    auto *wider = static_cast<cross_validation_header *>(allocate_value(VARSIZE(other)));
    std::memcpy(wider, other, VARSIZE(other));
    statistics::cross_validation_merge(wider, state);
    return PointerGetDatum(wider);
  }
  statistics::cross_validation_merge(state, other);
  return PointerGetDatum(state);
}

HARMONY_FUNCTION(cross_validation_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  const cross_validation_header *state = folds_argument(fcinfo, 0);
  const auto size = statistics::folds_size(state->folds, fold_at(state, 1)->p, false);
  return PointerGetDatum(statistics::folds_pack(allocate_value(size), state));
}

HARMONY_FUNCTION(cross_validated_ols) {
  return return_model(fcinfo, statistics::cross_validate_ols(folds_argument(fcinfo, 0)));
}

HARMONY_FUNCTION(cross_validated_ridge) {
  return return_model(fcinfo, statistics::cross_validate_ridge(folds_argument(fcinfo, 0), PG_GETARG_FLOAT8(1)));
}

HARMONY_FUNCTION(ridge_final) {
  const cross_validation_header *state = folds_argument(fcinfo, 0);
  const std::vector<double> all = statistics::folds_total(state);
  return return_model(fcinfo,
                      statistics::fit_ridge(reinterpret_cast<const linear_header *>(all.data()), state->lambda));
}

HARMONY_FUNCTION(fold_of) {
  return Int32GetDatum(statistics::fold_of(bytes_of(PG_GETARG_DATUM(0)), PG_GETARG_INT32(1)));
}

HARMONY_FUNCTION(cross_validation_state_in) {
  const std::vector<unsigned char> bytes = statistics::folds_from_text(PG_GETARG_CSTRING(0));
  return value_datum(bytes.data(), bytes.size());
}

HARMONY_FUNCTION(cross_validation_state_recv) {
  std::size_t size;
  const unsigned char *message = received(fcinfo, &size);
  const std::vector<unsigned char> bytes = statistics::folds_from_binary(message, size);
  return value_datum(bytes.data(), bytes.size());
}

HARMONY_FUNCTION(cross_validation_state_out) {
  return text_output(statistics::folds_to_text(folds_argument(fcinfo, 0)));
}
HARMONY_FUNCTION(cross_validation_state_send) {
  return binary_output(statistics::folds_to_binary(folds_argument(fcinfo, 0)));
}

}  // namespace harmony::functions
