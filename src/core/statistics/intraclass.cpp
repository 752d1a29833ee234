#include "core/statistics/intraclass.hpp"

#include "core/base/error.hpp"
#include "core/statistics/distributions.hpp"
#include "core/statistics/linear_model.system.hpp"

#include <algorithm>
#include <cmath>

namespace harmony::statistics {

namespace {

struct mean_squares {
  double targets, raters, error, within;
  double n, k;
};

double_double positive_part(double_double value, double_double scale) {
  return value.hi > scale.hi * dd_rounding ? value : double_double();
}

mean_squares squares_of(const linear_system &sys) {
  const int k = sys.p + 1;
  double_double trace, all, middle, raters;
  bool varies = false;
  for (int i = 0; i < k; ++i) {
    const double_double own =
        is_constant(sys, i) ? double_double() : ldexp(sys.products.get(i, i), 2 * sys.exponent[at(i)]);
    trace += own;
    varies = varies || !is_constant(sys, i);
    all += own;
    for (int j = i + 1; j < k; ++j) all += ldexp(sys.products.get(i, j), sys.exponent[at(i)] + sys.exponent[at(j)] + 1);
    middle += ldexp(sys.mean[at(i)], sys.exponent[at(i)]);
  }
  const auto n = static_cast<double>(sys.n), width = static_cast<double>(k);
  middle = middle / width;
  for (int i = 0; i < k; ++i) {
    const double_double off = ldexp(sys.mean[at(i)], sys.exponent[at(i)]) - middle;
    raters += off * off * n;
    varies = varies || off.hi != 0.0;
  }
  const double_double targets = positive_part(all / width, trace);
  const double_double error_of = positive_part(trace - targets, trace);
  if (!is_finite(trace) || !is_finite(raters))
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: overflow");
  if (varies && trace.hi + raters.hi < 0x1p-900)
    throw error(sqlstate::numeric_value_out_of_range, "value out of range: underflow");
  mean_squares out{};
  out.n = n;
  out.k = width;
  out.targets = static_cast<double>(targets / (n - 1.0));
  if (k < 2) return out;
  out.raters = static_cast<double>(raters / (width - 1.0));
  out.error = static_cast<double>(error_of / ((n - 1.0) * (width - 1.0)));
  out.within = static_cast<double>((error_of + raters) / (n * (width - 1.0)));
  return out;
}

constexpr double icc_tail = 0.025;

void set_icc_test(icc_form &form, double f, double df1, double df2) {
  form.f = f;
  form.df1 = df1;
  form.df2 = df2;
  form.p = f_upper(f, df1, df2);
}

// One-way and consistency: by the limits of F.
void set_f_forms(icc_form &single, icc_form &mean, double targets, double rest, double k, double df1, double df2) {
  const double f = rest > 0.0 ? targets / rest : infinity;
  for (icc_form *form : {&single, &mean}) set_icc_test(*form, f, df1, df2);
  single.value = (targets - rest) / (targets + (k - 1.0) * rest);
  if (targets > 0.0) mean.value = (targets - rest) / targets;
  if (!(rest > 0.0) || !(targets > 0.0)) return;
  const double low = f / f_upper_quantile(icc_tail, df1, df2), high = f * f_upper_quantile(icc_tail, df2, df1);
  single.low = (low - 1.0) / (low + k - 1.0);
  single.high = (high - 1.0) / (high + k - 1.0);
  mean.low = 1.0 - 1.0 / low;
  mean.high = 1.0 - 1.0 / high;
}

void set_agreement_forms(icc_form &single, icc_form &mean, const mean_squares &ms) {
  const double n = ms.n, k = ms.k, df1 = n - 1.0, df2 = df1 * (k - 1.0);
  const double f = ms.error > 0.0 ? ms.targets / ms.error : infinity;
  for (icc_form *form : {&single, &mean}) set_icc_test(*form, f, df1, df2);
  const double apart = ms.targets - ms.error, shift = (ms.raters - ms.error) / n;
  single.value = apart / (ms.targets + (k - 1.0) * ms.error + k * shift);
  mean.value = apart / (ms.targets + shift);
  if (!(ms.error > 0.0)) return;
  const double icc = single.value, fj = ms.raters / ms.error;
  const double b = n * (1.0 + (k - 1.0) * icc) - k * icc, a = k * icc * fj + b;
  const double v = df2 * a * a / (df1 * k * k * icc * icc * fj * fj + b * b);
  if (!(v > 0.0) || !std::isfinite(v)) return;
  const double f_low = f_upper_quantile(icc_tail, df1, v), f_high = f_upper_quantile(icc_tail, v, df1);
  const double others = k * ms.raters + (k * n - k - n) * ms.error;
  single.low = n * (ms.targets - f_low * ms.error) / (f_low * others + n * ms.targets);
  single.high = n * (f_high * ms.targets - ms.error) / (others + n * f_high * ms.targets);
  mean.low = single.low * k / (1.0 + single.low * (k - 1.0));
  mean.high = single.high * k / (1.0 + single.high * (k - 1.0));
}

}  // namespace

icc_result intraclass(const linear_header *state) {
  const linear_system sys = make_system(state, true);
  icc_result r;
  r.n = sys.n;
  r.n_skipped = sys.n_skipped;
  r.k = sys.p + 1;
  r.forms = {{"ICC(1)"}, {"ICC(A,1)"}, {"ICC(C,1)"}, {"ICC(k)"}, {"ICC(A,k)"}, {"ICC(C,k)"}};
  if (sys.n < 2) return r;
  const mean_squares ms = squares_of(sys);
  r.ms_targets = ms.targets;
  if (r.k < 2) return r;
  r.ms_raters = ms.raters;
  r.ms_error = ms.error;
  if (!(ms.targets + ms.raters + ms.error > 0.0)) return r;
  if (ms.targets + ms.within > 0.0)
    set_f_forms(r.forms[0], r.forms[3], ms.targets, ms.within, ms.k, ms.n - 1.0, ms.n * (ms.k - 1.0));
  if (!(ms.targets + ms.error > 0.0)) return r;
  set_agreement_forms(r.forms[1], r.forms[4], ms);
  set_f_forms(r.forms[2], r.forms[5], ms.targets, ms.error, ms.k, ms.n - 1.0, (ms.n - 1.0) * (ms.k - 1.0));
  return r;
}

}  // namespace harmony::statistics
