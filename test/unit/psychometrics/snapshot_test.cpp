#include "core/psychometrics/snapshot.hpp"

#include "core/base/error.hpp"
#include "core/base/rounding.hpp"
#include "core/psychometrics/snapshot_state.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>

namespace harmony::psychometrics {
namespace {

using texts = std::vector<std::string_view>;
using views = texts;

const views no_flags;

measurement result(std::string_view trait, std::string_view family, double score) {
  return {trait, family, score, true, 1000, "form@1", no_flags};
}

/// A snapshot's texts are its builder's, which therefore stays.
snapshot build(const std::vector<measurement> &results) {
  static std::deque<snapshot_builder> builders;
  builders.emplace_back();
  for (const measurement &r : results) builders.back().add(r);
  return builders.back().finish();
}

std::optional<double> value_of(const snapshot &profile, std::string_view family, std::string_view trait) {
  for (const profile_family &f : profile.families)
    for (const profile_trait &t : f.traits)
      if (f.name == family && t.code == trait) return t.value;
  return std::nullopt;
}

texts family_names(const snapshot &profile) {
  texts result;
  for (const profile_family &family : profile.families) result.push_back(family.name);
  return result;
}

const profile_family &family_of(const snapshot &profile, std::string_view name) {
  return *std::find_if(profile.families.begin(), profile.families.end(),
                       [&](const profile_family &family) { return family.name == name; });
}

void expect_error(const char *sqlstate, const std::string &message, const std::vector<measurement> &results) {
  try {
    build(results);
    ADD_FAILURE() << "no error: " << message;
  } catch (const error &e) {
    EXPECT_STREQ(e.sqlstate(), sqlstate);
    EXPECT_EQ(e.message(), message);
  }
}

const std::vector<measurement> whole_profile = {
    result("openness", "big_five", 62.5),     result("conscientiousness", "big_five", 71),
    result("extraversion", "big_five", 55.2), result("agreeableness", "big_five", 68.1),
    result("neuroticism", "big_five", 31),    result("logical", "cognitive", 70),
    result("numerical", "cognitive", 55),     result("verbal", "cognitive", 61),
    result("intrinsic", "motivation", 80),    result("identified", "motivation", 72),
    result("amotivation", "motivation", 5),   result("introjected", "motivation", 40),
    result("resilience", "resilience", 58.3)};

TEST(Snapshot, NothingMeasured) {
  const snapshot_builder builder;
  const snapshot profile = builder.finish();
  EXPECT_TRUE(profile.families.empty());
  EXPECT_EQ(profile.completeness, 0);
  EXPECT_TRUE(profile.flags.empty());
  EXPECT_TRUE(profile.instruments.empty());
  EXPECT_TRUE(profile.estimated.empty());
  EXPECT_TRUE(profile.unreliable.empty());
}

TEST(Snapshot, WholeProfile) {
  const snapshot profile = build(whole_profile);
  EXPECT_EQ(family_names(profile), (texts{"big_five", "cognitive", "emotional_stability", "leadership_preferences",
                                          "motivation", "resilience"}));
  EXPECT_EQ(value_of(profile, "big_five", "openness"), 62.5);
  EXPECT_EQ(value_of(profile, "emotional_stability", "emotional_stability"), 69);  // 100 − 31
  EXPECT_EQ(value_of(profile, "cognitive", "gca"), 62);                            // (70 + 55 + 61)/3 = 186/3
  EXPECT_EQ(family_of(profile, "cognitive").traits.size, 4u);
  EXPECT_EQ(value_of(profile, "resilience", "resilience"), 58.3);
  EXPECT_EQ(profile.completeness, 1);
  EXPECT_EQ(profile.instruments, texts{"form@1"});
  EXPECT_EQ(profile.estimated, texts{"leadership_preferences"});
}

TEST(Snapshot, FamilyOfOneIsANumber) {
  const snapshot profile = build(whole_profile);
  EXPECT_TRUE(family_of(profile, "resilience").is_number());
  EXPECT_TRUE(family_of(profile, "emotional_stability").is_number());
  EXPECT_FALSE(family_of(profile, "big_five").is_number());
  EXPECT_FALSE(build({result("logical", "cognitive", 1)}).families[0].is_number());
  EXPECT_FALSE(build({result("grit", "resilience", 1)}).families[0].is_number());
}

TEST(Snapshot, Decimals) {
  const snapshot profile = build(whole_profile);
  EXPECT_EQ(family_of(profile, "big_five").decimals, 1);
  EXPECT_EQ(family_of(profile, "emotional_stability").decimals, 1);
  EXPECT_EQ(family_of(profile, "leadership_preferences").decimals, 2);
}

TEST(Snapshot, EstimatedPreferences) {
  const snapshot profile = build(whole_profile);
  // (.6 · 62.5 + .4 · 29)/100 = (37.5 + 11.6)/100 = .491; (.5 · 55.2 + .5 · 68.1)/100 = .6165
  // (.7 · 71 + .3 · 37.5)/100 = (49.7 + 11.25)/100 = .6095
  EXPECT_DOUBLE_EQ(*value_of(profile, "leadership_preferences", "autonomy"), 0.491);
  EXPECT_DOUBLE_EQ(*value_of(profile, "leadership_preferences", "feedback"), 0.6165);
  EXPECT_DOUBLE_EQ(*value_of(profile, "leadership_preferences", "structure"), 0.6095);
  EXPECT_EQ(round_scaled(*value_of(profile, "leadership_preferences", "autonomy"), snapshot::preference_decimals), 49);
}

TEST(Snapshot, EachPreferenceIsEstimatedOnlyFromBothItsTraits) {
  const snapshot two = build({result("openness", "big_five", 50), result("conscientiousness", "big_five", 50)});
  EXPECT_DOUBLE_EQ(*value_of(two, "leadership_preferences", "autonomy"), 0.5);
  EXPECT_DOUBLE_EQ(*value_of(two, "leadership_preferences", "structure"), 0.5);
  EXPECT_EQ(value_of(two, "leadership_preferences", "feedback"), std::nullopt);
  EXPECT_EQ(two.estimated, texts{"leadership_preferences"});

  const snapshot unpaired = build({result("openness", "big_five", 50), result("extraversion", "big_five", 50)});
  EXPECT_EQ(family_names(unpaired), texts{"big_five"});
  EXPECT_EQ(unpaired.estimated, texts{});
}

TEST(Snapshot, MeasuredPreferencesReplaceAllEstimates) {
  std::vector<measurement> results = whole_profile;
  results.push_back(result("autonomy", "leadership_preferences", 42));
  const snapshot profile = build(results);
  EXPECT_EQ(value_of(profile, "leadership_preferences", "autonomy"), 0.42);
  EXPECT_EQ(value_of(profile, "leadership_preferences", "structure"), std::nullopt);
  EXPECT_EQ(profile.estimated, texts{});
  EXPECT_EQ(family_of(profile, "leadership_preferences").decimals, 2);
}

TEST(Snapshot, GcaIsTheMeanOfWhatWasMeasured) {
  EXPECT_EQ(value_of(build({result("verbal", "cognitive", 33.3)}), "cognitive", "gca"), 33.3);
  const snapshot two = build({result("verbal", "cognitive", 40), result("spatial", "cognitive", 61)});
  EXPECT_EQ(value_of(two, "cognitive", "gca"), 50.5);
  EXPECT_EQ(value_of(build({result("resilience", "resilience", 1)}), "cognitive", "gca"), std::nullopt);
}

TEST(Snapshot, DerivedFromUnroundedValues) {
  const snapshot profile = build({result("neuroticism", "big_five", 33.349)});
  EXPECT_EQ(value_of(profile, "big_five", "neuroticism"), 33.349);
  EXPECT_DOUBLE_EQ(*value_of(profile, "emotional_stability", "emotional_stability"), 66.651);  // 66.7, not 100 − 33.3
}

TEST(Snapshot, Completeness) {
  EXPECT_EQ(build({result("resilience", "resilience", 1)}).completeness, 1.0 / 12);
  EXPECT_EQ(build({result("introjected", "motivation", 1)}).completeness, 0);  // not among the twelve
  std::vector<measurement> ten(whole_profile.begin(), whole_profile.begin() + 10);
  EXPECT_EQ(round_scaled(build(ten).completeness, snapshot::completeness_decimals), 83);  // 10/12
}

TEST(Snapshot, NewestReliableResultWins) {
  measurement old_reliable{"t", "f", 10, true, 1000, "a@1", no_flags};
  measurement new_reliable{"t", "f", 20, true, 2000, "a@2", no_flags};
  measurement newest_unreliable{"t", "f", 30, false, 3000, "a@3", no_flags};
  const snapshot profile = build({new_reliable, newest_unreliable, old_reliable});
  EXPECT_EQ(value_of(profile, "f", "t"), 20);
  EXPECT_EQ(profile.instruments, texts{"a@2"});
  EXPECT_EQ(profile.unreliable, texts{});
}

TEST(Snapshot, UnreliableOnlyWhereNothingElseExists) {
  measurement older{"t", "f", 10, false, 1000, "a@1", no_flags};
  measurement newer{"t", "f", 20, false, 2000, "a@2", no_flags};
  const snapshot profile = build({newer, older, result("s", "f", 5), {"r", "f", 7, false, 1, "a@1", no_flags}});
  EXPECT_EQ(value_of(profile, "f", "t"), 20);
  EXPECT_EQ(profile.unreliable, (texts{"r", "t"}));
}

TEST(Snapshot, FlagsAndInstrumentsOfTheResultsInUse) {
  const views speeding = {"SPEEDING", "EXTREME"}, extreme = {"EXTREME"}, outlier = {"OUTLIER"};
  const snapshot profile = build({{"t", "f", 10, true, 1000, "old@1", outlier},
                                  {"t", "f", 20, true, 2000, "b@1", extreme},
                                  {"s", "f", 20, false, 2000, "a@1", speeding},
                                  {"r", "f", 20, true, 2000, "b@1", no_flags}});
  EXPECT_EQ(profile.flags, (texts{"EXTREME", "SPEEDING"}));
  EXPECT_EQ(profile.instruments, (texts{"a@1", "b@1"}));
}

TEST(Snapshot, RowOrderDoesNotMatter) {
  const views ab = {"A", "B"}, ba = {"B", "A"}, ac = {"A", "C"};
  std::vector<measurement> rows = {{"t", "f", 10, true, 1000, "b@1", ab},
                                   {"t", "f", 99, true, 1000, "a@1", ab},
                                   {"t", "f", 40, true, 1000, "b@1", ac},
                                   {"t", "f", 40, true, 1000, "b@1", ba},
                                   {"t", "f", 99, false, 9000, "z@1", ac}};
  std::vector<int> order = {0, 1, 2, 3, 4};
  do {
    std::vector<measurement> shuffled;
    for (const int i : order) shuffled.push_back(rows[static_cast<std::size_t>(i)]);
    const snapshot profile = build(shuffled);
    ASSERT_EQ(value_of(profile, "f", "t"), 40);   // larger instrument b@1, then larger score
    ASSERT_EQ(profile.flags, (texts{"A", "C"}));  // then larger flags, whatever their order in the row
    ASSERT_EQ(profile.instruments, texts{"b@1"});
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(Snapshot, CopiesItsTexts) {
  snapshot_builder builder;
  {
    const std::string trait(40, 't'), family(40, 'f'), instrument(40, 'i'), flag(40, 'g');
    const views flags = {flag};
    builder.add({trait, family, 1, false, 1, instrument, flags});
  }
  const snapshot profile = builder.finish();
  EXPECT_EQ(profile.families[0].traits[0].code, std::string(40, 't'));
  EXPECT_EQ(profile.flags, texts{std::string(40, 'g')});
}

TEST(Snapshot, NotScoredIsIgnored) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  measurement newer = result("t", "other_family", nan);
  newer.measured_at = 9000;
  const snapshot profile = build({result("t", "f", 10), newer, result("quality", "quality", nan)});
  EXPECT_EQ(value_of(profile, "f", "t"), 10);
  EXPECT_EQ(family_names(profile), texts{"f"});
}

TEST(Snapshot, BoundsOfTheScore) {
  EXPECT_EQ(value_of(build({result("t", "f", 0)}), "f", "t"), 0);
  EXPECT_EQ(value_of(build({result("t", "f", 100)}), "f", "t"), 100);
  const double infinity = std::numeric_limits<double>::infinity();
  expect_error("22003", "score -0.1 of trait \"t\" is outside 0 to 100", {result("t", "f", -0.1)});
  expect_error("22003", "score 100.5 of trait \"t\" is outside 0 to 100", {result("t", "f", 100.5)});
  expect_error("22003", "score inf of trait \"t\" is outside 0 to 100", {result("t", "f", infinity)});
}

TEST(Snapshot, ATraitHasOneFamily) {
  const std::string message = "trait \"t\" belongs to two families, \"a\" and \"b\"";
  expect_error("22023", message, {result("t", "a", 1), result("t", "b", 1)});
  expect_error("22023", message, {result("t", "b", 1), result("t", "a", 1)});
}

TEST(Snapshot, NamesOfTheLayoutAreTaken) {
  expect_error("22023", "trait \"t\" of family \"quality\" cannot be in a profile", {result("t", "quality", 1)});
  expect_error("22023", "trait \"t\" of family \"version\" cannot be in a profile", {result("t", "version", 1)});
  expect_error("22023", "trait \"t\" of family \"emotional_stability\" cannot be in a profile",
               {result("t", "emotional_stability", 1)});
  expect_error("22023", "trait \"gca\" of family \"cognitive\" cannot be in a profile",
               {result("gca", "cognitive", 1)});
}

TEST(Snapshot, AFamilyIsNotNumberAndObject) {
  expect_error("22023", "family \"resilience\" holds a trait of its own name beside others",
               {result("resilience", "resilience", 1), result("grit", "resilience", 1)});
}

// ---- the stored state ----

std::vector<unsigned char> packed(const std::vector<measurement> &results) {
  snapshot_builder builder;
  for (const measurement &r : results) builder.add(r);
  return pack_results(builder);
}

void expect_refused(std::vector<unsigned char> bytes, const char *detail) {
  snapshot_builder builder;
  try {
    add_packed(bytes.data(), bytes.size(), builder);
    ADD_FAILURE() << "accepted: " << detail;
  } catch (const error &e) {
    EXPECT_STREQ(e.sqlstate(), "22P03");
    EXPECT_EQ(e.message(), "invalid snapshot state");
    EXPECT_EQ(e.detail(), detail);
  }
}

TEST(SnapshotState, Bytes) {
  const views flags = {"B"};
  EXPECT_EQ(packed({}), (std::vector<unsigned char>{1, 0, 0}));
  // 1.0 is 0x3FF0000000000000
  EXPECT_EQ(packed({{"t", "f", 1, true, 258, "i", flags}}),
            (std::vector<unsigned char>{
                1, 3, 1,   'f', 1, 'i', 1, 'B',                    // version, three shared texts
                1, 1, 't', 0,   0, 0,   0, 0,   0, 0, 0xF0, 0x3F,  // one result: trait, family, score
                2, 1, 0,   0,   0, 0,   0, 0,   1, 1, 1,    2}));  // time, reliable, instrument, flags
}

TEST(SnapshotState, WholeProfileComesBack) {
  const std::vector<unsigned char> bytes = packed(whole_profile);
  snapshot_builder builder;
  add_packed(bytes.data(), bytes.size(), builder);
  EXPECT_EQ(pack_results(builder), bytes);
  const snapshot one = builder.finish(), other = build(whole_profile);
  ASSERT_EQ(one.traits.size(), other.traits.size());
  for (std::size_t k = 0; k < one.traits.size(); ++k) {
    EXPECT_EQ(one.traits[k].code, other.traits[k].code);
    EXPECT_EQ(one.traits[k].value, other.traits[k].value);
  }
  EXPECT_EQ(one.instruments, other.instruments);
}

TEST(SnapshotState, MergingIsAddingInAnyOrderAndTwice) {
  const views one_flag = {"A"};
  const std::vector<measurement> early = {{"s", "f", 1, true, 5, "a@1", no_flags},
                                          {"t", "f", 9, true, 5, "a@1", no_flags}},
                                 late = {{"t", "f", 2, false, 9, "b@1", one_flag},
                                         {"r", "f", 3, false, 9, "b@1", one_flag}};
  std::vector<measurement> all = early;
  all.insert(all.end(), late.begin(), late.end());
  for (const auto &order :
       {std::vector<std::vector<measurement>>{early, late}, {late, early}, {late, early, late, all}}) {
    snapshot_builder builder;
    for (const std::vector<measurement> &part : order) {
      const std::vector<unsigned char> bytes = packed(part);
      add_packed(bytes.data(), bytes.size(), builder);
    }
    EXPECT_EQ(pack_results(builder), packed(all));
  }
}

TEST(SnapshotState, ZeroHasNoSign) { EXPECT_EQ(packed({result("t", "f", -0.0)}), packed({result("t", "f", 0.0)})); }

TEST(SnapshotState, ManyDistinctTexts) {
  std::vector<std::string> names;
  for (int k = 0; k < 300; ++k) names.push_back("trait " + std::to_string(k));
  std::vector<measurement> results;
  for (const std::string &name : names) results.push_back({name, name, 1, true, 1, name, no_flags});
  const std::vector<unsigned char> bytes = packed(results);
  snapshot_builder builder;
  add_packed(bytes.data(), bytes.size(), builder);
  EXPECT_EQ(builder.results().size(), 300u);
  EXPECT_EQ(pack_results(builder), bytes);
}

TEST(SnapshotState, ForgedBytesAreRefused) {
  const std::vector<unsigned char> good = packed({{"t", "f", 1, true, 258, "i", no_flags}});  // as above without flag
  const auto with = [&](std::size_t at, unsigned char byte) {
    std::vector<unsigned char> bytes = good;
    bytes[at] = byte;
    return bytes;
  };
  std::vector<unsigned char> longer = good;
  longer.push_back(0);
  expect_refused({}, "It is cut off.");
  expect_refused({good.begin(), good.end() - 1}, "It is cut off.");
  expect_refused(longer, "Something follows its last result.");
  expect_refused(with(0, 2), "Its version is 2; this library reads version 1.");
  expect_refused(with(1, 120), "It claims too many texts.");
  expect_refused(with(9, 7), "It refers to a text that it does not hold.");
  std::vector<unsigned char> not_a_number = with(17, 0x7F);
  not_a_number[16] = 0xF8;
  expect_refused(not_a_number, "A score is not a number.");
  expect_refused(with(26, 2), "It does not say whether a result is reliable.");
  expect_refused(with(28, 100), "A result has too many flags.");
  expect_refused({1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1}, "A count is too long.");
  for (std::size_t size = 0; size < good.size(); ++size) {
    snapshot_builder builder;
    EXPECT_THROW(add_packed(good.data(), size, builder), error) << size;
  }
}

TEST(SnapshotState, AForgedScoreIsRefusedAsAnyOther) {
  std::vector<unsigned char> bytes = packed({result("t", "f", 1)});
  bytes[bytes.size() - 12] = 0xC0;  // the sign of the score
  snapshot_builder builder;
  EXPECT_THROW(add_packed(bytes.data(), bytes.size(), builder), error);
}

}  // namespace
}  // namespace harmony::psychometrics
