#include "core/statistics/design.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/double_double.hpp"
#include "core/statistics/linear_model.system.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace harmony::statistics {

namespace {

linear_header *header(std::vector<double> &bytes) { return reinterpret_cast<linear_header *>(bytes.data()); }

std::vector<double> block_state(int p, bool weighted) {
  const std::uint8_t flags = weighted ? linear_weighted : 0;
  std::vector<double> plain(linear_state_size(p, false) / sizeof(double));
  linear_init(plain.data(), p, flags);
  std::vector<double> grown(linear_state_size(p, true, weighted) / sizeof(double));
  linear_grow(grown.data(), header(plain));
  return grown;
}

[[noreturn]] void refuse_value(const std::string &name, double value) {
  throw error(sqlstate::invalid_parameter_value, name + " is " + (std::isnan(value) ? "NaN" : "infinite"),
              "A row with a NULL is skipped.");
}

}  // namespace

void linear_add_columns(linear_header *state, const std::vector<const double *> &columns, std::uint32_t rows) {
  for (std::uint32_t from = 0; from < rows;) {
    const std::uint32_t room = linear_block_rows - state->fill, count = std::min(room, rows - from);
    double *slot = linear_slot(state);
    for (std::size_t j = 0; j < columns.size(); ++j)
      std::memcpy(slot + j * linear_block_leading, columns[j] + from, count * sizeof(double));
    state->fill = static_cast<std::uint16_t>(state->fill + count);
    if (state->fill == linear_block_rows) linear_fold_pending(state);
    from += count;
  }
}

row_blocks weighted_rows(const row_blocks &rows, std::size_t weight) {
  row_blocks out;
  std::vector<double> row(rows.width());
  for (std::int64_t k = 0; k < rows.skipped(); ++k) out.skip();
  for (std::size_t b = 0; b < rows.blocks(); ++b) {
    poll_interrupt();
    for (std::uint32_t i = 0; i < rows.rows_of(b); ++i) {
      const double w = rows[b].column(weight)[i];
      if (w != 0.0 && !(w >= 0x1p-200 && w <= 0x1p200))
        throw error(sqlstate::invalid_parameter_value, "weight must be 0 or lie between 2^-200 and 2^200");
      if (w == 0.0) {
        out.skip();
        continue;
      }
      for (std::size_t j = 0; j < row.size(); ++j) row[j] = rows[b].column(j)[i];
      out.add(row.data(), row.size());
    }
  }
  return out;
}

design_chunk::design_chunk(std::size_t columns) : values_(columns * linear_block_leading) {
  for (std::size_t j = 0; j < columns; ++j) pointers_.push_back(column(j));
}

void design::poll_block() { poll_interrupt(); }

design::design(const row_blocks &rows, row_columns columns)
    : rows_(rows), columns_(columns), p_(static_cast<int>(rows.width()) - columns.x) {
  p_ = std::max(p_, 0);
  if (p_ > linear_max_predictors)
    throw error(sqlstate::program_limit_exceeded, "too many predictors",
                "There are " + std::to_string(p_) + "; a model takes at most 1600.");
  check_values();
  std::vector<double> state = block_state(p_, false);
  for (std::size_t b = 0; b < rows_.blocks(); ++b) {
    poll_block();
    std::vector<const double *> sources;
    for (int j = 0; j < p_; ++j) sources.push_back(rows_[b].column(static_cast<std::size_t>(columns_.x + j)));
    sources.push_back(rows_[b].column(static_cast<std::size_t>(columns_.y)));
    linear_add_columns(header(state), sources, rows_.rows_of(b));
  }
  header(state)->n_skipped = rows_.skipped();
  ols_ = fit_ols(header(state), true);
  if (n() == 0) return;
  const std::vector<double> means = column_means(header(state));
  y_sum_ = means[0] * static_cast<double>(n());
  const column_matrix covariance = covariance_matrix(header(state));
  const std::vector<int> exponents = make_system(header(state), true).exponent;  // where a variance is beyond double
  for (int j = 0; j < p_; ++j) {
    if (std::isnan(ols_.coefficients[static_cast<std::size_t>(j) + 1])) continue;
    const auto k = static_cast<std::size_t>(j + 1);
    const double variance = covariance.values[k * static_cast<std::size_t>(covariance.k) + k];
    const bool known = variance > 0.0 && std::isfinite(variance);
    kept_.push_back(j);
    shift_.push_back(means[k]);
    const int exponent = known ? std::ilogb(variance) / 2 : exponents[static_cast<std::size_t>(j)];
    scale_.push_back(std::ldexp(1.0, -std::clamp(exponent, -1000, 1000)));
  }
}

void design::check_values() const {
  for (std::size_t b = 0; b < rows_.blocks(); ++b)
    for (std::size_t j = 0; j < rows_.width(); ++j) {
      const double *x = rows_[b].column(j);
      double rest = 0.0;
      for (std::uint32_t i = 0; i < rows_.rows_of(b); ++i) rest += x[i] - x[i];
      if (rest == 0.0) continue;
      const int column = static_cast<int>(j);
      const std::string name = column >= columns_.x       ? "x" + std::to_string(column - columns_.x + 1)
                               : column == columns_.extra ? columns_.extra_name
                                                          : "y";
      for (std::uint32_t i = 0; i < rows_.rows_of(b); ++i)
        if (!std::isfinite(x[i])) refuse_value(name, x[i]);
    }
}

std::vector<std::string> design::dropped_warnings() const {
  std::vector<std::string> out;
  for (const std::string &warning : ols_.warnings)
    if (warning[0] == 'x') out.push_back(warning);
  return out;
}

void design::fill(std::size_t block, std::uint32_t from, design_chunk *chunk) const {
  const row_blocks::block &source = rows_[block];
  const auto count =
      static_cast<int>(std::min(rows_.rows_of(block) - from, static_cast<std::uint32_t>(linear_block_rows)));
  chunk->rows = count;
  chunk->y = source.column(static_cast<std::size_t>(columns_.y)) + from;
  chunk->extra = columns_.extra < 0 ? nullptr : source.column(static_cast<std::size_t>(columns_.extra)) + from;
  std::fill_n(chunk->column(0), count, 1.0);
  std::fill(chunk->column(0) + count, chunk->column(0) + linear_block_rows, 0.0);
  for (std::size_t k = 0; k < kept_.size(); ++k) {
    const double *x = source.column(static_cast<std::size_t>(columns_.x + kept_[k])) + from;
    double *to = chunk->column(k + 1);
    const double s = shift_[k], c = scale_[k];
    for (int i = 0; i < count; ++i) to[i] = (x[i] - s) * c;
    std::fill(to + count, to + linear_block_rows, 0.0);
  }
  block_ = block;
  from_ = from;
}

std::vector<double> design::new_state() const { return block_state(width() - 1, true); }

void design::fold_chunk(std::vector<double> *state, const design_chunk &chunk, const double *values,
                        const double *weights) const {
  std::vector<const double *> sources;
  for (const int j : kept_) sources.push_back(rows_[block_].column(static_cast<std::size_t>(columns_.x + j)) + from_);
  sources.push_back(values);
  sources.push_back(weights);
  linear_add_columns(header(*state), sources, static_cast<std::uint32_t>(chunk.rows));
}

std::vector<double> design::coefficients(const Eigen::VectorXd &standardised, const linear_model &step) const {
  std::vector<double> out(static_cast<std::size_t>(p_) + 1, missing);
  double_double intercept = double_double(standardised[0]) + step.coefficients[0];
  for (std::size_t k = 0; k < kept_.size(); ++k) {
    const double own = standardised[static_cast<Eigen::Index>(k) + 1] * scale_[k];
    intercept -= two_prod(own, shift_[k]);
    out[static_cast<std::size_t>(kept_[k]) + 1] = own + step.coefficients[k + 1];
  }
  out[0] = static_cast<double>(intercept);
  return out;
}

Eigen::VectorXd design::standardised(const linear_model &step) const {
  Eigen::VectorXd out(width());
  double_double at_shift = step.fit_at_means;
  for (std::size_t k = 0; k < kept_.size(); ++k) {
    out[static_cast<Eigen::Index>(k) + 1] = step.coefficients[k + 1] / scale_[k];
    at_shift -= two_diff(step.x_means[k], shift_[k]) * step.coefficients[k + 1];
  }
  out[0] = static_cast<double>(at_shift);
  return out;
}

std::vector<double> design::covariance_of_all(const std::vector<double> &kept) const {
  const std::size_t q = static_cast<std::size_t>(p_) + 1, m = kept_.size() + 1;
  std::vector<double> out(q * q, missing);
  const auto place = [&](std::size_t k) { return k == 0 ? 0 : static_cast<std::size_t>(kept_[k - 1]) + 1; };
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < m; ++j) out[place(i) * q + place(j)] = kept[i * m + j];
  return out;
}

}  // namespace harmony::statistics
