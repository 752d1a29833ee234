// What any answers, results and candidates are put through: scored, judged, made a snapshot of, matched. Errors may
// only be those about data; what is accepted must keep what the functions promise. Shared by the fuzzer and the
// deterministic test.
#pragma once

#include "core/base/error.hpp"
#include "core/psychometrics/cognitive.hpp"
#include "core/psychometrics/likert.hpp"
#include "core/psychometrics/response_quality.hpp"
#include "core/psychometrics/snapshot.hpp"
#include "core/psychometrics/snapshot_state.hpp"
#include "core/ranking/match.hpp"

#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

namespace harmony::fuzz {

/// Values cut from a string of bytes, one after the other; zeros behind its end.
class byte_source {
 public:
  byte_source(const unsigned char *data, std::size_t size) : data_(data), size_(size) {}

  template <class T>
  T take() {
    T value{};
    const std::size_t n = std::min(sizeof(T), size_);
    if (n > 0) std::memcpy(&value, data_, n);
    data_ += n, size_ -= n;
    return value;
  }
  unsigned below(unsigned limit) { return take<unsigned char>() % limit; }
  /// A number of a scale from 0 to `most` in three of four cases, else any double.
  double number(double most) { return below(4) > 0 ? below(201) * most / 200.0 : take<double>(); }
  bool empty() const { return size_ == 0; }

 private:
  const unsigned char *data_;
  std::size_t size_;
};

inline void require(bool kept) {
  if (!kept) std::abort();
}
inline bool within(double value, double low, double high) {
  return std::isnan(value) || (value >= low && value <= high);
}

constexpr std::string_view trait_names[] = {"a", "b", "neuroticism", "quality", "", "openness"};
constexpr std::string_view family_names[] = {"big_five", "cognitive", "leadership_preferences", "a", ""};

inline void evaluate_submission(byte_source &in) {
  using namespace psychometrics;
  const std::size_t n = in.below(40), longer = in.below(8) == 0 ? 1 : 0;
  const int low = in.below(16) == 0 ? in.take<std::int32_t>() : 1,
            high = in.below(16) == 0 ? in.take<std::int32_t>() : 5;
  std::vector<std::int16_t> values, keyed;
  std::vector<unsigned char> missing;
  std::vector<std::string_view> traits;
  std::vector<std::int32_t> times;
  std::vector<double> mean, covariance;
  for (std::size_t i = 0; i < n + longer; ++i) {
    values.push_back(in.below(32) == 0 ? in.take<std::int16_t>() : static_cast<std::int16_t>(1 + in.below(5)));
    missing.push_back(in.below(8) == 0);
    keyed.push_back(in.below(64) == 0 ? in.take<std::int16_t>()
                                      : (in.below(2) == 0 ? std::int16_t{1} : std::int16_t{-1}));
    traits.push_back(trait_names[in.below(6)]);
    times.push_back(in.take<std::int32_t>());
    mean.push_back(in.number(5));
  }
  for (std::size_t i = 0; i < n * n; ++i)
    covariance.push_back(i % (n + 1) == 0 ? 1.0 : (in.empty() ? 0.1 : in.number(1)));
  quality_input input;
  input.given = {values.data(), reinterpret_cast<const bool *>(missing.data()), n};
  input.keyed = span<std::int16_t>(keyed.data(), n);
  input.traits = span<std::string_view>(traits.data(), n + longer);
  input.scale_min = low, input.scale_max = high;
  if (in.below(2) == 0) input.times = {times.data(), nullptr, n};
  std::shared_ptr<const prepared_population> population;
  if (in.below(2) == 0) {
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < i; ++j) covariance[i * n + j] = covariance[j * n + i];
    population = prepared({span<double>(mean.data(), n), span<double>(covariance)}, 0.6);
  }
  input.population = population.get();
  if (in.below(4) == 0) {
    for (const trait_score &s : score_cognitive(input.given, input.keyed, input.traits, static_cast<int>(in.below(6))))
      require(within(s.score, 0, 100) && s.n_answered >= 0 && s.n_answered <= s.n_items);
    return;
  }
  for (const trait_score &s : score_likert(input.given, input.keyed, input.traits, low, high))
    require(within(s.score, 0, 100) && s.n_answered >= 0 && s.n_answered <= s.n_items);
  require(!trait_answers(input.given, input.keyed, input.traits, low, high, input.traits[0]).empty());
  const response_quality q = assess_response_quality(input);
  require(within(q.completeness, 0, 1) && within(q.extreme_share, 0, 1) && within(q.even_odd, -1, 1) &&
          within(q.fast_share, 0, 1) && within(q.resampled_reliability, -1, 1) &&
          within(q.synonym_consistency, -1, 1) && within(q.careless_probability, 0, 1) && within(q.irv, 0, INFINITY) &&
          within(q.mahalanobis, 0, INFINITY));
}

/// Results of one person; their flags are among `flags`.
inline std::vector<psychometrics::measurement> any_results(byte_source &in,
                                                           const std::vector<std::string_view> &flags) {
  std::vector<psychometrics::measurement> results(in.below(30));
  for (psychometrics::measurement &r : results) {
    r.trait = trait_names[in.below(6)];
    r.family = in.below(4) == 0 ? family_names[in.below(5)] : r.trait;
    r.score = in.number(100);
    r.reliable = in.below(3) > 0;
    r.measured_at = in.take<std::int64_t>();
    r.instrument = trait_names[in.below(6)];
    r.flags = span<std::string_view>(flags.data(), in.below(static_cast<unsigned>(flags.size()) + 1));
  }
  return results;
}

inline void make_snapshot(byte_source &in) {
  using namespace psychometrics;
  const std::vector<std::string_view> flags(trait_names, trait_names + in.below(6));
  const std::vector<measurement> results = any_results(in, flags);
  snapshot_builder forward, backward;
  for (const measurement &r : results) forward.add(r);
  for (auto r = results.rbegin(); r != results.rend(); ++r) backward.add(*r);
  const snapshot one = forward.finish(), other = backward.finish();
  require(within(one.completeness, 0, 1) && one.completeness == other.completeness && one.flags == other.flags &&
          one.instruments == other.instruments && one.families.size() == other.families.size());
  for (std::size_t f = 0; f < one.families.size(); ++f)
    for (std::size_t t = 0; t < one.families[f].traits.size; ++t) {
      const double value = one.families[f].traits[t].value;
      require(within(value, 0, 100) && value == other.families[f].traits[t].value);
    }

  // Stored in two parts that overlap and put together again.
  const std::size_t from = results.size() / 3, to = results.size() * 2 / 3;
  snapshot_builder head, tail, whole;
  for (std::size_t k = 0; k < to; ++k) head.add(results[k]);
  for (std::size_t k = from; k < results.size(); ++k) tail.add(results[k]);
  for (const snapshot_builder *part : {&tail, &head}) {
    const std::vector<unsigned char> bytes = pack_results(*part);
    add_packed(bytes.data(), bytes.size(), whole);
  }
  require(pack_results(whole) == pack_results(forward) && pack_results(forward) == pack_results(backward));
}

/// A stored state of which up to three bytes are others: what it adds can be stored again, and gives the same.
inline void read_forged_state(byte_source &in) {
  using namespace psychometrics;
  const std::vector<std::string_view> flags(trait_names, trait_names + in.below(6));
  snapshot_builder honest, builder, again;
  const unsigned n_forged = in.below(4), seed = in.take<std::uint16_t>();
  for (const measurement &r : any_results(in, flags))
    if (r.score >= 0 && r.score <= 100) honest.add(r);
  std::vector<unsigned char> bytes = pack_results(honest);
  for (unsigned k = 0; k < n_forged; ++k) bytes[seed * (k + 1) % bytes.size()] = static_cast<unsigned char>(seed >> k);
  add_packed(bytes.data(), bytes.size() - (seed % 16 == 0 ? 1 : 0), builder);
  const std::vector<unsigned char> packed = pack_results(builder);
  add_packed(packed.data(), packed.size(), again);
  require(pack_results(again) == packed && (n_forged > 0 || packed == bytes));
}

inline person::profile any_profile(byte_source &in) {
  using namespace person;
  using namespace ranking;
  using namespace recruitment;
  profile person;
  for (unsigned k = in.below(20); k > 0; --k) {
    const trait which = static_cast<trait>(in.below(trait_count));
    person.set(which, in.number(trait_maximum(which)));
  }
  person.derive();
  return person;
}

inline void rank_candidates(byte_source &in) {
  using namespace person;
  using namespace ranking;
  using namespace recruitment;
  match_request request;
  if (in.below(2) == 0) request.position = "Captain";
  for (unsigned k = in.below(6); k > 0; --k)
    request.asked.set(static_cast<trait>(in.below(trait_count)), in.number(100));
  for (unsigned k = in.below(5); k > 0; --k) request.members.push_back(any_profile(in));
  for (double betas::*slope : slopes)
    if (in.below(8) == 0) request.model.success.*slope = in.take<double>();
  request.top = in.below(8);
  const auto prepared = prepare(request);
  match_pool whole(prepared), left(prepared), right(prepared);
  for (unsigned k = in.below(24); k > 0; --k) {
    const person_id person{static_cast<std::uint8_t>(k)};
    const profile traits = any_profile(in);
    whole.add(person, traits);
    (k % 2 == 0 ? left : right).add(person, traits);
  }
  left.merge(right);
  const match_result one = whole.rank(), other = left.rank();
  require(one.size() == other.size());
  for (std::size_t place = 0; place < one.size(); ++place) {
    const match_row row = one.row(place), same = other.row(place);
    require(row.rank == place + 1 && row.person == same.person && within(row.g_fit, 0, 100) &&
            within(row.success.score, 0, 100) && within(row.in_pool.centile, 0, 100) &&
            within(row.data_quality, 0, 1) && within(row.success_data_quality, 0, 1));
    require(row.g_fit == same.g_fit || (std::isnan(row.g_fit) && std::isnan(same.g_fit)));
  }
}

/// The first byte chooses what is done with the others. True when they were accepted.
inline bool evaluate(const unsigned char *data, std::size_t size) {
  byte_source in(data, size);
  try {
    switch (in.below(4)) {
      case 0:
        evaluate_submission(in);
        break;
      case 1:
        make_snapshot(in);
        break;
      case 2:
        read_forged_state(in);
        break;
      default:
        rank_candidates(in);
    }
    return true;
  } catch (const error &e) {
    const std::string_view kind = std::string_view(e.sqlstate()).substr(0, 2);
    require(kind == "22" || kind == "54");
    return false;
  }
}

}  // namespace harmony::fuzz
