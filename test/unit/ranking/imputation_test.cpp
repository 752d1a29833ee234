// What stands in for a missing trait. Values by hand, or from the definition: the same match with the mean written in.
#include "core/ranking/imputation.hpp"

#include "people.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string_view>

namespace harmony::ranking {
namespace {

using person::bit_of;

person_id id(std::size_t number) {
  person_id bytes{};
  bytes[14] = static_cast<std::uint8_t>(number / 256);
  bytes[15] = static_cast<std::uint8_t>(number % 256);
  return bytes;
}

match_row row_of(const match_request &request, const std::vector<profile> &people, std::size_t who) {
  match_pool pool(prepare(request));
  for (std::size_t k = 0; k < people.size(); ++k) pool.add(id(k), people[k]);
  const match_result ranked = pool.rank();
  for (std::size_t place = 0; place < ranked.size(); ++place)
    if (ranked.row(place).person == id(who)) return ranked.row(place);
  return {};
}

/// A profile as a document holds it: underived, so that traits can be taken out of it.
struct document {
  std::array<double, trait_count> value;

  document() { value.fill(missing); }
  double &operator[](trait which) { return value[static_cast<std::size_t>(which)]; }
  profile read() const {
    profile person;
    for (std::size_t k = 0; k < trait_count; ++k)
      if (!std::isnan(value[k])) person.set(static_cast<trait>(k), value[k]);
    person.derive();
    return person;
  }
};

constexpr std::array<trait, 13> document_traits{trait::openness,    trait::conscientiousness, trait::agreeableness,
                                                trait::neuroticism, trait::logical,           trait::numerical,
                                                trait::verbal,      trait::intrinsic,         trait::identified,
                                                trait::resilience,  trait::autonomy,          trait::feedback,
                                                trait::structure};

document random_document(std::mt19937 &random, bool gca_alone) {
  document made;
  for (const trait which : document_traits) {
    const bool cognitive = which == trait::logical || which == trait::numerical || which == trait::verbal;
    if ((cognitive && gca_alone) || (!cognitive && random() % 10 == 0)) continue;
    made[which] = person::trait_maximum(which) * static_cast<double>(random() % 1001) / 1000.0;
  }
  if (gca_alone) made[trait::gca] = static_cast<double>(random() % 1001) / 10.0;
  return made;
}

/// The mean of the others, after derivation where the trait is derived.
double mean_of_others(const std::vector<document> &people, std::size_t who, trait which) {
  double sum = 0.0, n = 0.0;
  for (std::size_t k = 0; k < people.size(); ++k) {
    const double value = people[k].read().get(which);
    if (k == who || std::isnan(value)) continue;
    sum += value, n += 1.0;
  }
  return n > 0.0 ? sum / n : missing;
}

std::vector<profile> read_all(const std::vector<document> &people) {
  std::vector<profile> read;
  for (const document &person : people) read.push_back(person.read());
  return read;
}

void expect_near(double got, double want) {
  if (std::isnan(want)) {
    EXPECT_TRUE(std::isnan(got));
  } else {
    EXPECT_NEAR(got, want, 1e-9);
  }
}

std::size_t place_of(const char *confidence) {
  const std::string_view words[] = {"LOW", "MEDIUM", "HIGH"};
  return static_cast<std::size_t>(std::find(std::begin(words), std::end(words), confidence) - std::begin(words));
}

// Neither rewarded nor punished: whichever trait is taken out of whichever profile.
TEST(imputation, a_trait_taken_out_counts_as_the_mean_of_the_others) {
  std::mt19937 random(21);
  match_request plain = request_for(3), by_parts = request_for(3);
  by_parts.asked.set(trait::numerical, 70.0);
  by_parts.asked.set(trait::neuroticism, 30.0);
  std::size_t tried = 0;
  for (int pool = 0; pool < 12; ++pool) {
    std::vector<document> people;
    for (int k = 0; k < 9; ++k) people.push_back(random_document(random, k % 3 == 0));
    const match_request &request = pool % 2 == 0 ? plain : by_parts;
    for (std::size_t who = 0; who < people.size(); ++who)
      for (std::size_t k = 0; k < trait_count; ++k) {
        const auto which = static_cast<trait>(k);
        if (std::isnan(people[who][which])) continue;
        std::vector<document> without = people, with = people;
        without[who][which] = missing;
        with[who][which] = mean_of_others(people, who, which);
        if (which == trait::gca)  // all that was known of the reasoning test: the whole of it is missing
          for (const trait part : {trait::logical, trait::numerical, trait::verbal})
            with[who][part] = mean_of_others(people, who, part);
        const match_row got = row_of(request, read_all(without), who), want = row_of(request, read_all(with), who);
        expect_near(got.audit_g_fit, want.audit_g_fit);
        if (!std::isnan(got.success.score) && !std::isnan(want.success.score))
          expect_near(got.success.score, want.success.score);  // the barrier itself takes measured values alone
        EXPECT_LE(place_of(got.confidence), place_of(row_of(request, read_all(people), who).confidence));
        ++tried;
      }
  }
  EXPECT_GT(tried, 900U);
}

TEST(imputation, of_one_trait_the_rest_is_the_mean_person) {
  std::mt19937 random(22);
  const match_request request = request_for(3);
  std::vector<document> people;
  for (int k = 0; k < 8; ++k) people.push_back(random_document(random, false));
  for (const trait which : document_traits) {
    std::vector<document> one = people, mean = people;
    one[0] = document();
    one[0][which] = 0.4 * person::trait_maximum(which);
    for (const trait other : document_traits) mean[0][other] = mean_of_others(people, 0, other);
    mean[0][which] = one[0][which];
    const match_row got = row_of(request, read_all(one), 0), want = row_of(request, read_all(mean), 0);
    if (which != trait::logical && which != trait::numerical && which != trait::verbal)
      expect_near(got.audit_g_fit, want.audit_g_fit);
    expect_near(got.success.score, want.success.score);
    EXPECT_STREQ(got.confidence, "LOW");
    EXPECT_NE(got.flags & partial_profile, 0);
  }
}

// By hand: 80 and 40 have everything, the third lacks resilience, which counts 60. Environmental fit: .55 · 60 + .45
// · 70.
TEST(imputation, by_hand) {
  const auto level = [](double score, bool resilient) {
    document made;
    for (const trait which : document_traits) made[which] = person::trait_maximum(which) * score / 100.0;
    made[trait::neuroticism] = 100.0 - score;
    if (!resilient) made[trait::resilience] = missing;
    return made.read();
  };
  match_request request;
  request.environment = recruitment::environment{1.0, 1.0, 1.0, 1.0, 1.0};  // R/D 1: F_env is half the resilience
  const std::vector<profile> people{level(80, true), level(40, true), level(70, false)};
  const match_row row = row_of(request, people, 2);
  EXPECT_EQ(row.imputed, bit_of(trait::resilience));
  EXPECT_NEAR(row.competencies[2].score, 0.55 * 60.0 + 0.45 * 70.0, 1e-12);
  EXPECT_FALSE(row.competencies[2].resilience_proxy);
  EXPECT_NEAR(row.competencies[2].data_quality, 0.45, 1e-12);
  EXPECT_NEAR(row.data_quality, (1.0 + 1.0 + 0.45 + 1.0) / 4.0, 1e-12);
  EXPECT_NEAR(row.term[2], 30.0, 1e-12);
  EXPECT_NEAR(row.success_data_quality, 0.25, 1e-12);  // P_ind alone: β .25 of 1; F_env is imputed, no team, no leader
  EXPECT_EQ(row.flags, 0);
  EXPECT_EQ(row.unassessed, bit_of(trait::resilience));

  // Nobody has it: as without a pool, emotional stability stands in.
  const match_row alone = row_of(request, {level(80, false), level(70, false)}, 1);
  EXPECT_EQ(alone.imputed, 0U);
  EXPECT_TRUE(alone.competencies[2].resilience_proxy);
  EXPECT_EQ(alone.flags, resilience_proxy);
  EXPECT_TRUE(std::isnan(alone.term[2]));
}

TEST(imputation, values_as_a_term_takes_them) {
  const traits_taken taken{bit_of(trait::gca) | bit_of(trait::emotional_stability) | bit_of(trait::autonomy_drive)};
  pool_traits pool;
  const auto mean = [&](trait which, double value) { pool[static_cast<std::size_t>(which)].mean = value; };
  mean(trait::gca, 50), mean(trait::logical, 40), mean(trait::numerical, 45), mean(trait::verbal, 60);
  mean(trait::emotional_stability, 55), mean(trait::intrinsic, 70), mean(trait::identified, 30);
  const auto filled = [&](std::initializer_list<weighted_trait> values, traits_taken of, trait_mask expected) {
    profile person = person_with(values);
    EXPECT_EQ(impute(person, lacking(person, of), pool), expected);
    return person;
  };
  // Nothing: gca and stability as such, the drive through its parts.
  const profile nobody = filled(
      {}, taken,
      bit_of(trait::gca) | bit_of(trait::emotional_stability) | bit_of(trait::intrinsic) | bit_of(trait::identified));
  EXPECT_EQ(nobody.get(trait::gca), 50.0);
  EXPECT_EQ(nobody.get(trait::autonomy_drive), 50.0);
  // A gca that followed from two parts follows from three; one that was given stands.
  const trait_mask stability = bit_of(trait::emotional_stability);
  const profile two =
      filled({{trait::logical, 80}, {trait::numerical, 70}, {trait::intrinsic, 90}, {trait::neuroticism, 20}}, taken,
             bit_of(trait::verbal) | bit_of(trait::identified));
  EXPECT_EQ(two.get(trait::gca), 70.0);  // (80 + 70 + 60)/3
  EXPECT_EQ(two.get(trait::autonomy_drive), 60.0);
  EXPECT_EQ(two.get(trait::emotional_stability), 80.0);
  const profile given = filled({{trait::gca, 75}, {trait::logical, 80}, {trait::autonomy_drive, 10}}, taken, stability);
  EXPECT_EQ(given.get(trait::gca), 75.0);
  EXPECT_EQ(given.get(trait::autonomy_drive), 10.0);
  // Counted from its parts, those are needed, but not in place of a gca that alone was measured.
  traits_taken by_parts = taken;
  by_parts.gca_by_parts = true;
  const trait_mask drive = bit_of(trait::intrinsic) | bit_of(trait::identified);
  filled({{trait::gca, 75}, {trait::logical, 80}}, by_parts,
         stability | drive | bit_of(trait::numerical) | bit_of(trait::verbal));
  filled({{trait::gca, 75}}, by_parts, stability | drive);
  // Where no part is known of anybody, the drive itself.
  pool = {};
  mean(trait::autonomy_drive, 35);
  EXPECT_EQ(filled({}, taken, bit_of(trait::autonomy_drive)).get(trait::autonomy_drive), 35.0);
}

TEST(imputation, moments_of_a_pool) {
  pool_sums sums, left, right;
  const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};  // mean 5, squares of the deviations 32
  for (std::size_t k = 0; k < values.size(); ++k) {
    const profile person = person_with({{trait::resilience, values[k]}, {trait::autonomy, values[k] / 10.0}});
    sums.add(person, ~trait_mask{0});
    (k % 2 == 0 ? left : right).add(person, ~trait_mask{0});
  }
  const trait_moments resilience = sums.moments()[static_cast<std::size_t>(trait::resilience)];
  EXPECT_EQ(resilience.mean, 5.0);
  EXPECT_NEAR(resilience.sd, std::sqrt(32.0 / 7.0), 1e-14);
  EXPECT_EQ(resilience.n, 8.0);
  const trait_moments autonomy = sums.moments()[static_cast<std::size_t>(trait::autonomy)];
  EXPECT_NEAR(autonomy.mean, 0.5, 1e-15);
  EXPECT_NEAR(autonomy.sd, std::sqrt(0.32 / 7.0), 1e-14);
  EXPECT_TRUE(std::isnan(sums.moments()[static_cast<std::size_t>(trait::gca)].mean));
  left.merge(right);
  EXPECT_EQ(left.moments()[static_cast<std::size_t>(trait::autonomy)].sd, autonomy.sd);

  // Sums beyond 64 bits, at the top of the scale, of people who are all alike.
  pool_sums many;
  for (int k = 0; k < 300000; ++k)
    many.add(person_with({{trait::gca, 100}, {trait::resilience, 69.3}}), ~trait_mask{0});
  EXPECT_EQ(many.moments()[static_cast<std::size_t>(trait::gca)].mean, 100.0);
  EXPECT_NEAR(many.moments()[static_cast<std::size_t>(trait::resilience)].mean, 69.3, 1e-13);
  EXPECT_EQ(many.moments()[static_cast<std::size_t>(trait::resilience)].sd, 0.0);
}

// A pool in which nearly everybody lacks something, in any order and division.
TEST(imputation, order_and_division_do_not_matter) {
  std::mt19937 random(23);
  const auto prepared = prepare(request_for(4));
  std::vector<profile> people;
  for (int k = 0; k < 300; ++k) people.push_back(random_document(random, k % 2 == 0).read());
  match_pool forward(prepared), backward(prepared), left(prepared), right(prepared);
  for (std::size_t k = 0; k < people.size(); ++k) forward.add(id(k), people[k]);
  for (std::size_t k = people.size(); k-- > 0;) backward.add(id(k), people[k]);
  for (std::size_t k = 0; k < people.size(); ++k) (k % 5 < 2 ? left : right).add(id(k), people[k]);
  left.rank();  // completed too early, and again after the rest has come
  native_writer sent;
  right.serialize(sent);
  native_reader received(sent.bytes());
  left.append(received);
  const match_result one = forward.rank(), other = backward.rank(), third = left.rank();
  for (std::size_t place = 0; place < one.size(); ++place) {
    const match_row row = one.row(place);
    for (const match_row &same : {other.row(place), third.row(place)}) {
      EXPECT_EQ(row.person, same.person);
      EXPECT_EQ(row.imputed, same.imputed);
      EXPECT_EQ(row.audit_g_fit, same.audit_g_fit);
      EXPECT_TRUE(row.success.score == same.success.score || std::isnan(row.success.score));
    }
  }
}

TEST(imputation, the_mean_of_few_is_forgotten) {
  pool_traits pool;
  pool[static_cast<std::size_t>(trait::gca)] = {60.0, 10.0, 4.0};
  pool[static_cast<std::size_t>(trait::openness)] = {50.0, 10.0, 5.0};
  forget_few(pool, 5);
  EXPECT_TRUE(std::isnan(pool[static_cast<std::size_t>(trait::gca)].mean));
  EXPECT_EQ(pool[static_cast<std::size_t>(trait::openness)].mean, 50.0);

  // In a pool as well: of four who have it nobody is told.
  for (const std::size_t n : {std::size_t{4}, std::size_t{5}}) {
    match_request request;
    request.least_team = 5;
    match_pool candidates(prepare(request));
    for (std::size_t k = 0; k <= n; ++k) {
      profile person;
      person.set(trait::conscientiousness, 50.0);
      if (k < n) person.set(trait::gca, 60.0);
      person.derive();
      candidates.add(id(k), person);
    }
    const match_result result = candidates.rank();
    trait_mask imputed = 0;
    for (std::size_t place = 0; place < result.size(); ++place) imputed |= result.row(place).imputed;
    EXPECT_EQ((imputed & bit_of(trait::gca)) != 0, n == 5) << n;
  }
}

}  // namespace
}  // namespace harmony::ranking
