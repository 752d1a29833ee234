// libFuzzer target of scoring keys with item parameters: any form of pairs, any bank of items, any answers. What is
// accepted has finite estimates within their ranges; nothing but an error about data may come out.
//   test/deep/fuzz.sh item_response
#include "../ranking/scores.hpp"

#include "core/psychometrics/adaptive_score.hpp"
#include "core/psychometrics/forced_choice.hpp"

namespace harmony::fuzz {
namespace {

using namespace psychometrics;

// From −most to most in three of four cases, else any double.
double signed_number(byte_source &in, double most) { return in.number(2 * most) - most; }

statement any_statement(byte_source &in, int n_traits) {
  const int trait = static_cast<int>(in.below(static_cast<unsigned>(n_traits) + 1)) - (in.below(32) == 0 ? 1 : 0);
  return {trait, signed_number(in, 1), signed_number(in, 3)};
}

void score_pairs(byte_source &in) {
  forced_choice_form form;
  form.n_traits = static_cast<int>(1 + in.below(6));
  const auto n = static_cast<std::size_t>(form.n_traits);
  for (unsigned k = in.below(20); k > 0; --k)
    form.pairs.push_back({any_statement(in, form.n_traits), any_statement(in, form.n_traits)});
  form.correlation.assign(n * n, 0.0);
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = 0; b <= a; ++b)
      form.correlation[a * n + b] = form.correlation[b * n + a] = a == b ? 1.0 : signed_number(in, 1) / 2;
  if (in.below(2) == 0)
    for (std::size_t k = 0; k < n; ++k)
      form.metric.push_back({in.number(100), in.number(100), signed_number(in, 1), in.number(2)});
  std::vector<std::int16_t> answers;
  std::vector<unsigned char> missing;
  for (std::size_t k = 0; k < form.pairs.size() + (in.below(32) == 0 ? 1 : 0); ++k) {
    answers.push_back(in.below(32) == 0 ? in.take<std::int16_t>() : static_cast<std::int16_t>(1 + in.below(2)));
    missing.push_back(in.below(4) == 0);
  }
  form.check();
  for (const forced_choice_score &s :
       score_forced_choice({answers.data(), reinterpret_cast<const bool *>(missing.data()), answers.size()}, form))
    require(within(s.percentile, 0, 100) && within(s.score, 0, 100) && within(s.score_low, 0, 100) &&
            within(s.score_high, 0, 100) && within(s.standard_error, 0, 1e9) && s.n_answered <= s.n_items);
}

void score_session(byte_source &in) {
  const std::size_t n = in.below(30);
  std::vector<std::int16_t> correct, given;
  std::vector<unsigned char> missing, unknown;
  std::vector<std::string_view> traits;
  std::vector<double> a, b;
  for (std::size_t k = 0; k < n; ++k) {
    correct.push_back(in.below(32) == 0 ? in.take<std::int16_t>() : static_cast<std::int16_t>(1 + in.below(4)));
    given.push_back(in.below(32) == 0 ? in.take<std::int16_t>() : static_cast<std::int16_t>(in.below(5)));
    missing.push_back(in.below(3) == 0);
    unknown.push_back(in.below(8) == 0);
    traits.push_back(trait_names[in.below(6)]);
    a.push_back(in.number(10));
    b.push_back(signed_number(in, 5));
  }
  adaptive_form form;
  form.correct = span<std::int16_t>(correct.data(), n);
  form.traits = span<std::string_view>(traits.data(), n);
  form.a = {a.data(), reinterpret_cast<const bool *>(unknown.data()), n};
  form.b = {b.data(), reinterpret_cast<const bool *>(unknown.data()), n};
  form.n_options = static_cast<int>(in.below(6));
  form.rule.target_se = in.number(1);
  form.rule.max_items = in.below(8) == 0 ? in.take<int>() : static_cast<int>(in.below(20));
  for (const trait_score &s : score_adaptive({given.data(), reinterpret_cast<const bool *>(missing.data()), n}, form))
    require(within(s.score, 0, 100) && s.n_answered <= s.n_items);
  for (std::int16_t &answer : given) answer = static_cast<std::int16_t>(answer & 1);
  const item_bank bank{span<double>(a.data(), n), span<double>(b.data(), n)};
  const next_item next =
      choose_next({given.data(), reinterpret_cast<const bool *>(missing.data()), n}, bank, form.rule);
  require(next.item <= n && std::isfinite(next.so_far.theta) && within(next.so_far.standard_error, 0, 1.0001));
  const expected_result expected = expected_score(in.number(4), in.number(1), bank, form.n_options);
  require(within(expected.score, 0, 100) && within(expected.standard_error, 0, INFINITY));
}

}  // namespace
}  // namespace harmony::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  using namespace harmony::fuzz;
  byte_source in(data, size);
  try {
    if (in.below(2) == 0)
      score_pairs(in);
    else
      score_session(in);
  } catch (const harmony::error &e) {
    const std::string_view kind = std::string_view(e.sqlstate()).substr(0, 2);
    require(kind == "22" || kind == "54");
  }
  return 0;
}
