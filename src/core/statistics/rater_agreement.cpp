#include "core/statistics/rater_agreement.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace harmony::statistics {

namespace {

constexpr std::size_t most_categories = 2000;

void check_category_count(std::size_t n) {
  if (n > most_categories)
    throw error(sqlstate::program_limit_exceeded, "too many categories", "There may be at most 2000.");
}

// The categories of two parts of the keys, in order, and the place of each.
struct category_list {
  std::vector<std::string_view> names;
  std::map<std::string_view, std::size_t> place;

  category_list(const std::vector<table_entry> &entries, std::size_t first, std::size_t second, bool numeric) {
    for (const table_entry &entry : entries) {
      names.push_back(entry.parts[first]);
      names.push_back(entry.parts[second]);
    }
    names = sorted_levels(std::move(names), numeric);
    check_category_count(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) place[names[i]] = i;
  }
  std::size_t size() const { return names.size(); }

  std::vector<double> numbers() const {
    std::vector<double> out;
    for (const std::string_view name : names) {
      out.push_back(text_number(name));
      if (!std::isfinite(out.back()))
        throw error(sqlstate::invalid_parameter_value, "ratings must be finite numbers",
                    "\"" + std::string(name) + "\" is none.");
    }
    return out;
  }
};

std::vector<double> agreement_weights(const category_list &categories, kappa_weights kind) {
  const std::size_t k = categories.size();
  std::vector<double> weights(k * k);
  if (kind == kappa_weights::none) {
    for (std::size_t i = 0; i < k; ++i) weights[i * k + i] = 1.0;
    return weights;
  }
  const std::vector<double> numbers = categories.numbers();
  const auto [least, greatest] = std::minmax_element(numbers.begin(), numbers.end());
  const double range = *greatest * 0.5 - *least * 0.5;
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = 0; j < k; ++j) {
      const double distance = i == j ? 0.0 : std::fabs(numbers[i] * 0.5 - numbers[j] * 0.5) / range;
      weights[i * k + j] = 1.0 - (kind == kappa_weights::linear ? distance : distance * distance);
    }
  return weights;
}

void set_kappa_limits(kappa_result &r) {
  const double width = normal_quantile(0.975) * r.std_error;
  r.low = r.kappa - width;
  r.high = r.kappa + width;
}

void set_kappa_test(kappa_result &r) {
  if (!(r.std_error_null > 0.0)) return;
  r.z = r.kappa / r.std_error_null;
  r.p = 2.0 * normal_cdf(-std::fabs(r.z));
}

}  // namespace

kappa_weights kappa_weights_of(std::string_view name) {
  if (name == "linear") return kappa_weights::linear;
  if (name == "quadratic") return kappa_weights::quadratic;
  throw error(sqlstate::invalid_parameter_value, "weights must be linear or quadratic");
}

kappa_result cohen_kappa(const table_header *state, kappa_weights kind) {
  table_expect(state, table_shape::pairs);
  const std::vector<table_entry> entries = table_entries(state);
  const category_list categories(entries, 0, 1, (state->numeric & 3) == 3);
  const std::size_t k = categories.size();
  kappa_result r;
  r.categories = static_cast<std::int32_t>(k);
  for (const table_entry &entry : entries) r.n += entry.count;
  const auto n = static_cast<double>(r.n);
  std::vector<double> share(k * k), row(k), col(k);
  for (const table_entry &entry : entries) {
    const std::size_t i = categories.place.at(entry.parts[0]), j = categories.place.at(entry.parts[1]);
    const auto part = static_cast<double>(entry.count);
    share[i * k + j] = part / n;
    row[i] += part;
    col[j] += part;
  }
  for (std::size_t i = 0; i < k; ++i) {
    row[i] /= n;
    col[i] /= n;
  }
  const std::vector<double> weights = agreement_weights(categories, kind);
  std::vector<double> row_weight(k), col_weight(k);
  double agreed = 0.0, expected = 0.0;
  for (std::size_t i = 0; i < k; ++i) {
    poll_interrupt();
    for (std::size_t j = 0; j < k; ++j) {
      const double w = weights[i * k + j];
      agreed += w * share[i * k + j];
      expected += w * row[i] * col[j];
      row_weight[i] += col[j] * w;
      col_weight[j] += row[i] * w;
    }
  }
  r.agreement = agreed;
  r.expected = expected;
  if (k < 2 || !(expected < 1.0)) return r;
  const double rest = 1.0 - expected;
  r.kappa = (agreed - expected) / rest;
  double squares = 0.0, null_squares = 0.0;
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = 0; j < k; ++j) {
      const double w = weights[i * k + j], margins = row_weight[i] + col_weight[j];
      const double off = w - margins * (1.0 - r.kappa);
      squares += share[i * k + j] * off * off;
      null_squares += row[i] * col[j] * (w - margins) * (w - margins);
    }
  const double middle = r.kappa - expected * (1.0 - r.kappa);
  r.std_error = std::sqrt(std::max(0.0, squares - middle * middle) / n) / rest;
  r.std_error_null = std::sqrt(std::max(0.0, null_squares - expected * expected) / n) / rest;
  set_kappa_limits(r);
  set_kappa_test(r);
  return r;
}

// ---- units of any number of ratings ----

table_header *add_ratings(table_header *state, const std::vector<std::string> &names, bool keep_single,
                          table_allocator allocate) {
  if (names.size() < (keep_single ? 1 : 2)) return state;
  ++state->rows;
  const std::string size = std::to_string(names.size());
  std::map<std::string_view, std::int64_t> counts;
  for (const std::string &name : names) ++counts[name];
  check_category_count(counts.size());
  for (auto a = counts.begin(); a != counts.end(); ++a) {
    poll_interrupt();
    for (auto b = a; b != counts.end(); ++b) {
      const std::int64_t pairs = a == b ? a->second * (a->second - 1) / 2 : a->second * b->second;
      if (pairs > 0 || names.size() == 1)
        state = table_count(state, table_key().part(size).part(a->first).part(b->first).bytes(),
                            std::max<std::int64_t>(1, pairs), allocate);
    }
  }
  return state;
}

namespace {

// The number of ratings in an entry's units.
double ratings_of(const table_entry &entry) {
  const double n = text_number(entry.parts[0]);
  if (!(n >= 1.0 && n < 0x1p31)) throw error(sqlstate::invalid_parameter_value, "table state holds no ratings");
  return n;
}

}  // namespace

kappa_result fleiss_kappa(const table_header *state) {
  table_expect(state, table_shape::ratings);
  const std::vector<table_entry> entries = table_entries(state);
  kappa_result r;
  r.n = state->rows;
  const category_list categories(entries, 1, 2, (state->numeric & 6) == 6);
  r.categories = static_cast<std::int32_t>(categories.size());
  if (entries.empty()) return r;
  const double raters = ratings_of(entries.front());
  r.raters = static_cast<std::int32_t>(raters);
  std::vector<double> total(categories.size());
  double agreed = 0.0;
  for (const table_entry &entry : entries) {
    if (entry.parts[0] != entries.front().parts[0])
      throw error(sqlstate::invalid_parameter_value, "number of ratings must be the same in every row");
    const std::size_t a = categories.place.at(entry.parts[1]), b = categories.place.at(entry.parts[2]);
    const auto pairs = static_cast<double>(entry.count);
    total[a] += pairs;
    total[b] += pairs;
    if (a == b) agreed += pairs;
  }
  if (raters < 2.0) return r;
  const auto units = static_cast<double>(r.n);
  const double pairs = units * raters * (raters - 1.0);
  r.agreement = 2.0 * agreed / pairs;
  r.expected = 0.0;
  double spread = 0.0, skew = 0.0;
  for (const double count : total) {
    const double share = count / pairs, other = 1.0 - share;
    r.expected += share * share;
    spread += share * other;
    skew += share * other * (other - share);
  }
  if (categories.size() < 2) return r;
  r.kappa = (r.agreement - r.expected) / spread;
  r.std_error_null = std::sqrt(2.0 * std::max(0.0, spread * spread - skew) / pairs) / spread;
  set_kappa_test(r);
  return r;
}

krippendorff_metric krippendorff_metric_of(std::string_view name) {
  if (name == "nominal") return krippendorff_metric::nominal;
  if (name == "ordinal") return krippendorff_metric::ordinal;
  if (name == "interval") return krippendorff_metric::interval;
  if (name == "ratio") return krippendorff_metric::ratio;
  throw error(sqlstate::invalid_parameter_value, "metric must be nominal, ordinal, interval or ratio");
}

namespace {

// The squared difference of categories i < j.
double squared_difference(krippendorff_metric metric, const std::vector<double> &numbers,
                          const std::vector<double> &before, std::size_t i, std::size_t j) {
  double off = 1.0;
  if (metric == krippendorff_metric::ordinal)
    off = 0.5 * (before[j] + before[j + 1]) - 0.5 * (before[i] + before[i + 1]);
  else if (metric == krippendorff_metric::interval)
    off = numbers[j] - numbers[i];
  else if (metric == krippendorff_metric::ratio && numbers[i] + numbers[j] != 0.0)
    off = (numbers[j] - numbers[i]) / (numbers[i] + numbers[j]);
  return off * off;
}

}  // namespace

krippendorff_result krippendorff_alpha(const table_header *state, krippendorff_metric metric) {
  table_expect(state, table_shape::ratings);
  const std::vector<table_entry> entries = table_entries(state);
  krippendorff_result r;
  r.units = state->rows;
  const bool nominal = metric == krippendorff_metric::nominal;
  const category_list categories(entries, 1, 2, !nominal || (state->numeric & 6) == 6);
  const std::size_t k = categories.size();
  const std::vector<double> numbers = nominal ? std::vector<double>() : categories.numbers();
  std::vector<double> together(k * k), total(k);
  for (const table_entry &entry : entries) {
    const std::size_t a = categories.place.at(entry.parts[1]), b = categories.place.at(entry.parts[2]);
    const double pairs = static_cast<double>(entry.count) / (ratings_of(entry) - 1.0);
    together[std::min(a, b) * k + std::max(a, b)] += pairs;
    total[a] += pairs;
    total[b] += pairs;
  }
  std::vector<double> before(k + 1);
  for (std::size_t i = 0; i < k; ++i) before[i + 1] = before[i] + total[i];
  const double n = before[k];
  r.values = static_cast<std::int64_t>(std::llround(n));
  if (k < 2) return r;
  double observed = 0.0, expected = 0.0;
  for (std::size_t i = 0; i < k; ++i) {
    poll_interrupt();
    for (std::size_t j = i + 1; j < k; ++j) {
      const double squared = squared_difference(metric, numbers, before, i, j);
      observed += together[i * k + j] * squared;
      expected += total[i] * total[j] * squared;
    }
  }
  r.observed_disagreement = 2.0 * observed / n;
  r.expected_disagreement = 2.0 * expected / (n * (n - 1.0));
  if (!std::isfinite(r.expected_disagreement))
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  if (r.expected_disagreement > 0.0) r.alpha = 1.0 - r.observed_disagreement / r.expected_disagreement;
  return r;
}

}  // namespace harmony::statistics
