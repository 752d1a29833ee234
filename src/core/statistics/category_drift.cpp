#include "core/statistics/category_drift.hpp"

#include "core/base/interrupt.hpp"
#include "core/statistics/distribution_distance.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/double_double.hpp"
#include "core/statistics/drift_level.hpp"

#include <cmath>

namespace harmony::statistics {

namespace {

// χ² of the 2 × k table: Σ (aⱼ M − bⱼ N)²/(N M (aⱼ + bⱼ)), N and M the sums of a and b. The differences are exact.
double chi_squared(const std::vector<double> &a, const std::vector<double> &b, std::int64_t n, std::int64_t m) {
  double_double sum;
  for (std::size_t j = 0; j < a.size(); ++j) {
    if (j % 65536 == 0) poll_interrupt();
    const __int128 off = static_cast<__int128>(a[j]) * m - static_cast<__int128>(b[j]) * n;
    const double share = static_cast<double>(off) / (static_cast<double>(n) * static_cast<double>(m));
    sum += two_prod(share, share) * double_double(1.0 / (a[j] + b[j]));
  }
  return static_cast<double>(sum) * static_cast<double>(n) * static_cast<double>(m);
}

}  // namespace

void category_drift_state::add(std::string_view category, bool is_reference) {
  const std::uint32_t i = index_.find_or_add(category);
  if (i == counts_.size()) counts_.emplace_back();
  ++counts_[i].side[is_reference ? 0 : 1];
}

void category_drift_state::merge(const category_drift_state &other) {
  for (std::size_t k = 0; k < other.counts_.size(); ++k) {
    if (k % 65536 == 0) poll_interrupt();
    const std::uint32_t i = index_.find_or_add(other.index_.name(k));
    if (i == counts_.size()) counts_.emplace_back();
    for (const int s : {0, 1}) counts_[i].side[s] += other.counts_[k].side[s];
  }
  for (const int s : {0, 1}) n_missing_[s] += other.n_missing_[s];
}

category_drift_result category_drift_state::finish() const {
  category_drift_result out;
  std::int64_t n[2] = {};
  for (const counts &one : counts_)
    for (const int s : {0, 1}) n[s] += one.side[s];
  for (const int s : {0, 1}) {
    const double rows = static_cast<double>(n[s] + n_missing_[s]);
    (s == 0 ? out.missing_reference : out.missing_current) =
        rows > 0.0 ? static_cast<double>(n_missing_[s]) / rows : missing;
  }
  if (n[0] == 0 || n[1] == 0) return out;

  std::vector<double> shares[2];
  std::vector<std::string_view> &new_categories = out.new_categories.emplace();
  for (const std::uint32_t k : index_.ordered(false)) {
    for (const int s : {0, 1}) shares[s].push_back(static_cast<double>(counts_[k].side[s]));
    if (counts_[k].side[0] == 0) new_categories.push_back(index_.name(k));
  }
  out.psi = psi(shares[0], shares[1], psi_floor);
  out.js_distance = js_distance(shares[0], shares[1]);
  out.chi2 = chi_squared(shares[0], shares[1], n[0], n[1]);
  out.df = static_cast<std::int32_t>(counts_.size()) - 1;
  out.p = out.df == 0 ? 1.0 : chi2_upper(out.chi2, out.df);
  if (out.df > 0) out.cramers_v = std::fmin(1.0, std::sqrt(out.chi2 / static_cast<double>(n[0] + n[1])));
  out.level = drift_level(drift_size(out.psi, psi_cutoffs), drift_size(out.cramers_v, cramers_v_cutoffs), out.p);
  return out;
}

void category_drift_state::serialize(native_writer &out) const {
  index_.serialize(out);
  out.values(counts_);
  for (const std::int64_t n : n_missing_) out.value(n);
}

category_drift_state category_drift_state::deserialize(native_reader &in) {
  category_drift_state read;
  read.index_ = group_index::deserialize(in);
  read.counts_ = in.values<counts>();
  for (std::int64_t &n : read.n_missing_) n = in.value<std::int64_t>();
  if (read.index_.size() != read.counts_.size())
    throw error(sqlstate::invalid_binary_representation, "aggregate state has categories without counts");
  return read;
}

}  // namespace harmony::statistics
