#include "core/statistics/cross_validation.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/linear_model.system.hpp"

#include <cmath>
#include <cstring>

namespace harmony::statistics {
namespace {

using memory_block = std::vector<double>;

const linear_header *header_of(const memory_block &m) { return reinterpret_cast<const linear_header *>(m.data()); }
linear_header *header_of(memory_block &m) { return reinterpret_cast<linear_header *>(m.data()); }

std::size_t one_size(const cross_validation_header *state) {
  const auto *first = reinterpret_cast<const linear_header *>(state + 1);
  return linear_size(first);
}

void check_folds(int folds) {
  if (folds < 1 || folds > most_folds)
    throw error(sqlstate::invalid_parameter_value, "number of folds must lie between 1 and 1000",
                std::to_string(folds) + " were asked for.");
}

void start_header(void *memory, int folds, double lambda) {
  auto *state = static_cast<cross_validation_header *>(memory);
  state->magic = 'F';
  state->version = 1;
  state->folds = static_cast<std::uint16_t>(folds);
  state->lambda = lambda;
}

memory_block packed(const linear_header *state) {
  memory_block out(linear_state_size(state->p, false) / sizeof(double));
  linear_pack(out.data(), state);
  return out;
}

// Result b merged into a, both packed.
memory_block both(memory_block a, const memory_block &b) {
  linear_merge(header_of(a), header_of(b));
  return a;
}

// The slopes and the intercept of a training set, in units of its columns' scales.
struct trained {
  linear_system system;
  penalised_fit fit;
  double_double intercept() const {
    double_double b = system.mean.back();
    for (std::size_t j = 0; j + 1 < system.mean.size(); ++j) b -= fit.slopes[j] * system.mean[j];
    return b;
  }
};

trained train(const memory_block &rows, double lambda) {
  trained out;
  out.system = make_system(header_of(rows), true);
  out.fit = fit_penalised(out.system, lambda);
  return out;
}

// Sum of squared errors of the training set's model over the rows of a fold, in the square of 2^unit, the unit of y in
// all rows together (a fold may hold nothing but zeros): C_yy - 2 b'c + b'Cb + w (mean(y) - b0 - b'mean(x))², C and the
// means those of the fold.
double_double squared_error(const trained &model, const linear_system &fold, int unit) {
  const int p = fold.p;
  const auto last = static_cast<std::size_t>(p);
  std::vector<double_double> b(last);
  const int y = model.system.exponent[last] - unit, own = fold.exponent[last] - unit;
  double_double offset = ldexp(fold.mean[last], own) - ldexp(model.intercept(), y);
  for (std::size_t j = 0; j < last; ++j) {
    b[j] = ldexp(model.fit.slopes[j], y + fold.exponent[j] - model.system.exponent[j]);
    offset -= b[j] * fold.mean[j];
  }
  double_double sum = ldexp(fold.products.get(p, p), 2 * own) + fold.weight * offset * offset;
  for (int i = 0; i < p; ++i) {
    const auto bi = b[static_cast<std::size_t>(i)];
    double_double row = fold.products.get(i, i) * bi - ldexp(fold.products.get(i, p), own) * 2.0;
    for (int j = i + 1; j < p; ++j) row += fold.products.get(i, j) * b[static_cast<std::size_t>(j)] * 2.0;
    sum += bi * row;
  }
  return sum.hi < 0.0 ? double_double() : sum;
}

// suffix[i] holds the rows of all folds after fold i (0-based); with the folds before i it gives all rows but i's.
std::vector<memory_block> suffixes(const std::vector<memory_block> &folds) {
  std::vector<memory_block> out(folds.size());
  memory_block rest(folds[0].size());
  linear_init(rest.data(), header_of(folds[0])->p, header_of(folds[0])->flags);
  for (std::size_t i = folds.size(); i-- > 0;) {
    poll_interrupt();
    out[i] = rest;
    rest = both(rest, folds[i]);
  }
  return out;
}

void set_cross_validated(linear_model *m, const cross_validation_header *state, double lambda) {
  const memory_block all = folds_total(state);
  const trained whole = train(all, lambda);
  const auto y = static_cast<std::size_t>(whole.system.p);
  if (whole.system.n == 0 || is_constant(whole.system, whole.system.p)) return;
  std::vector<memory_block> folds;
  for (int i = 1; i <= state->folds; ++i) folds.push_back(packed(fold_at(state, i)));
  std::vector<memory_block> behind = suffixes(folds);
  memory_block before = behind.back();  // empty
  double_double missed;
  for (std::size_t i = 0; i < folds.size(); ++i) {
    poll_interrupt();
    if (header_of(folds[i])->n == 0) continue;
    const trained others = train(both(before, behind[i]), lambda);
    if (others.fit.factor.kept != whole.fit.factor.kept || others.system.n == 0) {
      m->warnings.push_back("the rows outside fold " + std::to_string(i + 1) +
                            " do not determine the same coefficients: cross-validated R-squared is undefined");
      return;
    }
    const linear_system fold = make_system(header_of(folds[i]), true);
    missed += squared_error(others, fold, whole.system.exponent[y]);
    before = both(before, folds[i]);
  }
  const double_double r = double_double(1.0) - missed / whole.system.products.get(whole.system.p, whole.system.p);
  if (is_finite(r))
    m->cross_validated_r_squared = static_cast<double>(r);
  else
    m->warnings.push_back("a prediction overflows: cross-validated R-squared is undefined");
}

std::uint64_t mixed(std::uint64_t h) {
  h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdu;
  h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53u;
  return h ^ (h >> 33);
}

}  // namespace

int fold_of(std::string_view key, int folds) {
  check_folds(folds);
  std::uint64_t h = 0xcbf29ce484222325u;
  for (const char c : key) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return static_cast<int>((mixed(h) >> 32) * static_cast<std::uint64_t>(folds) >> 32) + 1;
}

std::size_t folds_size(int folds, int p, bool with_blocks) {
  check_folds(folds);
  return sizeof(cross_validation_header) +
         static_cast<std::size_t>(folds) * linear_state_size(p < 0 ? 0 : p, with_blocks);
}

cross_validation_header *folds_init(void *memory, int folds, int p, double lambda) {
  check_folds(folds);
  check_penalty(lambda);
  start_header(memory, folds, lambda);
  auto *next = static_cast<char *>(memory) + sizeof(cross_validation_header);
  for (int i = 0; i < folds; ++i, next += linear_state_size(p < 0 ? 0 : p, false)) {
    poll_interrupt();
    linear_init(next, p < 0 ? 0 : p, p < 0 ? linear_open : 0);
    std::memset(next, 0, sizeof(std::uint32_t));
  }
  return static_cast<cross_validation_header *>(memory);
}

linear_header *fold_at(cross_validation_header *state, int i) {
  char *first = reinterpret_cast<char *>(state + 1);
  return reinterpret_cast<linear_header *>(first + static_cast<std::size_t>(i - 1) * one_size(state));
}

const linear_header *fold_at(const cross_validation_header *state, int i) {
  return fold_at(const_cast<cross_validation_header *>(state), i);
}

cross_validation_header *folds_grow(void *memory, const cross_validation_header *state) {
  start_header(memory, state->folds, state->lambda);
  auto *next = static_cast<char *>(memory) + sizeof(cross_validation_header);
  for (int i = 1; i <= state->folds; ++i, next += linear_state_size(fold_at(state, 1)->p, true)) {
    poll_interrupt();
    std::memset(next, 0, sizeof(std::uint32_t));
    linear_grow(next, fold_at(state, i));
  }
  return static_cast<cross_validation_header *>(memory);
}

cross_validation_header *folds_pack(void *memory, const cross_validation_header *state) {
  start_header(memory, state->folds, state->lambda);
  auto *next = static_cast<char *>(memory) + sizeof(cross_validation_header);
  for (int i = 1; i <= state->folds; ++i, next += linear_state_size(fold_at(state, 1)->p, false)) {
    poll_interrupt();
    std::memset(next, 0, sizeof(std::uint32_t));
    linear_pack(next, fold_at(state, i));
  }
  return static_cast<cross_validation_header *>(memory);
}

void check_row(const cross_validation_header *state, int folds, double lambda) {
  if (state->folds != folds)
    throw error(sqlstate::invalid_parameter_value, "number of folds must be the same in every row",
                "There were " + std::to_string(state->folds) + ", now there are " + std::to_string(folds) + ".");
  if (state->lambda != lambda) throw error(sqlstate::invalid_parameter_value, "lambda must be the same in every row");
}

void cross_validation_merge(cross_validation_header *state, const cross_validation_header *other) {
  check_row(state, other->folds, other->lambda);
  for (int i = 1; i <= state->folds; ++i) {
    poll_interrupt();
    linear_merge(fold_at(state, i), fold_at(other, i));
  }
}

memory_block folds_total(const cross_validation_header *state) {
  memory_block all = packed(fold_at(state, 1));
  for (int i = 2; i <= state->folds; ++i) {
    poll_interrupt();
    linear_merge(header_of(all), fold_at(state, i));
  }
  return all;
}

linear_model cross_validate_ols(const cross_validation_header *state) {
  const memory_block all = folds_total(state);
  linear_model m = fit_ols(header_of(all), true);
  set_cross_validated(&m, state, 0.0);
  return m;
}

linear_model cross_validate_ridge(const cross_validation_header *state, double lambda) {
  const memory_block all = folds_total(state);
  linear_model m = fit_ridge(header_of(all), lambda);
  set_cross_validated(&m, state, lambda);
  return m;
}

}  // namespace harmony::statistics
