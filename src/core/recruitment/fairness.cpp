#include "core/recruitment/fairness.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/statistics/multiple_testing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace harmony::recruitment {

namespace {

using statistics::two_by_two;

constexpr std::int64_t fifths = 5, least_fifths = 4;
constexpr double significance = 0.05;

/// Selected and total of one side of a comparison.
struct tally {
  std::int64_t selected = 0, total = 0;

  std::int64_t rejected() const noexcept { return total - selected; }
  double rate() const noexcept { return static_cast<double>(selected) / static_cast<double>(total); }
  void add(const tally &other) noexcept {
    selected += other.selected;
    total += other.total;
  }
  tally without(const tally &part) const noexcept { return {selected - part.selected, total - part.total}; }
};

// share/total below four fifths of the other share/total, in whole numbers: at most 5 · 10^14.
bool below_four_fifths(std::int64_t share, std::int64_t total, std::int64_t other, std::int64_t other_total) noexcept {
  return fifths * share * other_total < least_fifths * other * total;
}
bool selected_too_seldom(const tally &one, const tally &other) noexcept {
  return below_four_fifths(one.selected, one.total, other.selected, other.total);
}
bool rejected_too_often(const tally &one, const tally &other) noexcept {
  return below_four_fifths(other.rejected(), other.total, one.rejected(), one.total);
}

double fisher(const tally &one, const tally &other) {
  return statistics::fisher_two_sided(one.selected, one.rejected(), other.selected, other.rejected());
}

double quotient(double a, double b) noexcept { return b > 0.0 ? a / b : missing; }

double phi_of(const tally &one, const tally &other) noexcept {
  const auto a = static_cast<double>(one.selected), b = static_cast<double>(one.rejected());
  const auto c = static_cast<double>(other.selected), d = static_cast<double>(other.rejected());
  if (one.rejected() == 0 && other.selected == 0) return 1.0;  // not 1 − 1e-16
  if (one.selected == 0 && other.rejected() == 0) return -1.0;
  const double margins = std::sqrt(a + b) * std::sqrt(c + d) * std::sqrt(a + c) * std::sqrt(b + d);
  return margins > 0.0 ? std::clamp((a * d - b * c) / margins, -1.0, 1.0) : missing;
}

/// The difference with the pooled standard error; missing where everybody or nobody was selected.
double pooled_z(const tally &one, const tally &other) noexcept {
  const double n = static_cast<double>(one.total), m = static_cast<double>(other.total);
  const double share = static_cast<double>(one.selected + other.selected) / (n + m);
  return quotient(one.rate() - other.rate(), std::sqrt(share * (1.0 - share) * (1.0 / n + 1.0 / m)));
}

/// Newcombe (1998), method 10: the distances of both rates from the ends of their Wilson intervals.
centile_interval newcombe(const tally &one, const tally &other) {
  const double p = one.rate(), q = other.rate(), difference = p - q;
  const centile_interval mine = wilson_interval(p, static_cast<std::size_t>(one.total));
  const centile_interval theirs = wilson_interval(q, static_cast<std::size_t>(other.total));
  return {std::max(-1.0, difference - std::hypot(p - mine.low, theirs.high - q)),
          std::min(1.0, difference + std::hypot(mine.high - p, q - theirs.low))};
}

// ---- what was counted, by stage, group and stratum ----

struct counted_group {
  std::string name;
  tally all;
  std::map<std::string, tally> by_stratum;
};

struct counted_stage {
  std::string name;
  std::vector<counted_group> groups;  // by name
  tally all;
  std::map<std::string, tally> by_stratum;
};

void check(const std::vector<group_count> &groups, std::int64_t least) {
  if (least < 1) throw error(sqlstate::invalid_parameter_value, "least size of a group must be at least 1");
  std::vector<const group_count *> sorted;
  for (const group_count &group : groups) {
    if (group.selected < 0 || group.total < group.selected)
      throw error(sqlstate::invalid_parameter_value, "counts of group \"" + group.name + "\" do not fit",
                  std::to_string(group.selected) + " of " + std::to_string(group.total) + " were selected.");
    if (group.total > max_people_compared)
      throw error(sqlstate::numeric_value_out_of_range, "counts are too large",
                  "At most " + std::to_string(max_people_compared) + " people at a stage can be compared.");
    sorted.push_back(&group);
  }
  const auto key = [](const group_count *g) { return std::tie(g->stage, g->name, g->stratum); };
  std::sort(sorted.begin(), sorted.end(), [&](auto *a, auto *b) { return key(a) < key(b); });
  const auto twice =
      std::adjacent_find(sorted.begin(), sorted.end(), [&](auto *a, auto *b) { return key(a) == key(b); });
  if (twice != sorted.end())
    throw error(sqlstate::invalid_parameter_value, "group \"" + (*twice)->name + "\" occurs more than once");
}

/// The groups of one stage that are large enough, and their sums.
counted_stage stage_of(const std::string &name, std::map<std::string, counted_group> &groups, std::int64_t least) {
  counted_stage stage;
  stage.name = name;
  for (auto &[group_name, group] : groups) {
    if (group.all.total < least) continue;
    stage.all.add(group.all);
    if (stage.all.total > max_people_compared)
      throw error(sqlstate::numeric_value_out_of_range, "counts are too large",
                  "At most " + std::to_string(max_people_compared) + " people at a stage can be compared.");
    for (const auto &[stratum, part] : group.by_stratum) stage.by_stratum[stratum].add(part);
    group.name = group_name;
    stage.groups.push_back(std::move(group));
  }
  return stage;
}

std::vector<counted_stage> stages_of(const std::vector<group_count> &groups, std::int64_t least) {
  std::vector<std::string> names;
  std::map<std::string, std::map<std::string, counted_group>> counted;
  for (const group_count &entry : groups) {
    const auto [place, is_new] = counted.try_emplace(entry.stage);
    if (is_new) names.push_back(entry.stage);
    counted_group &group = place->second[entry.name];
    group.all.add({entry.selected, entry.total});
    group.by_stratum[entry.stratum].add({entry.selected, entry.total});
    if (group.all.total > max_people_compared) break;  // stage_of() tells
  }
  std::vector<counted_stage> stages;
  std::size_t comparisons = 0;
  for (const std::string &name : names) {
    stages.push_back(stage_of(name, counted[name], least));
    comparisons += stages.back().groups.size();
  }
  if (comparisons > max_comparisons)
    throw error(
        sqlstate::program_limit_exceeded, "too many groups to compare",
        std::to_string(comparisons) + " groups at all stages; the limit is " + std::to_string(max_comparisons) + ".");
  return stages;
}

// ---- rows ----

selection_rate row_of(const counted_stage &stage, const counted_group &group) {
  selection_rate row;
  row.group = {group.name, group.all.selected, group.all.total, stage.name, {}};
  row.rate = group.all.rate();
  row.interval = wilson_interval(row.rate, static_cast<std::size_t>(group.all.total));
  return row;
}

void compare(selection_rate &row, reference against, const tally &one, const tally &other) {
  const double rate = other.rate();
  row.against = against;
  row.ratio = quotient(row.rate, rate);
  row.rejection_ratio = quotient(static_cast<double>(one.rejected()) / static_cast<double>(one.total),
                                 static_cast<double>(other.rejected()) / static_cast<double>(other.total));
  row.risk_difference = row.rate - rate;
  row.difference_interval = newcombe(one, other);
  row.cohens_h = 2.0 * std::asin(std::sqrt(row.rate)) - 2.0 * std::asin(std::sqrt(rate));
  row.phi = phi_of(one, other);
}

/// Within each stratum against the others there; nothing to pool in one stratum.
statistics::mantel_haenszel_result pooled_over_strata(const counted_stage &stage, const counted_group &group) {
  std::vector<two_by_two> tables;
  for (const auto &[stratum, part] : group.by_stratum) {
    const tally others = stage.by_stratum.at(stratum).without(part);
    tables.push_back({part.selected, part.rejected(), others.selected, others.rejected()});
  }
  return stage.by_stratum.size() > 1 ? statistics::mantel_haenszel(tables)
                                     : statistics::mantel_haenszel_result{missing, missing, missing, missing};
}

/// A comparison with the others that is tested: where the row stands, and both sides.
struct tested {
  std::size_t row;
  tally one, other;
  bool stratified;
  std::size_t alike;  // tests of the same table: 2 where the stage has two groups, each the other's others
};

void add_stage(const counted_stage &stage, std::vector<selection_rate> &rows, std::vector<tested> &tests) {
  if (stage.groups.empty()) return;
  const counted_group &highest =
      *std::min_element(stage.groups.begin(), stage.groups.end(), [](const counted_group &a, const counted_group &b) {
        if (a.all.rate() != b.all.rate()) return a.all.rate() > b.all.rate();
        return a.all.total != b.all.total ? a.all.total > b.all.total : a.name < b.name;
      });
  for (const counted_group &group : stage.groups) {
    selection_rate row = row_of(stage, group);
    if (stage.groups.size() > 1) {
      const tally others = stage.all.without(group.all);
      compare(row, reference::others, group.all, others);
      row.pooled = pooled_over_strata(stage, group);
      row.z = pooled_z(group.all, others);
      if (stage.all.selected > 0 && stage.all.rejected() > 0) {
        const bool is_mirrored = stage.groups.size() == 2 && &group == &stage.groups.back();
        row.p = is_mirrored ? rows[tests.back().row].p : fisher(group.all, others);
        tests.push_back(
            {rows.size(), group.all, others, stage.by_stratum.size() > 1, stage.groups.size() == 2 ? 2U : 1U});
      }
    }
    rows.push_back(row);
    if (stage.groups.size() < 2 || &group == &highest) continue;
    selection_rate beside = row_of(stage, group);
    compare(beside, reference::highest, group.all, highest.all);
    rows.push_back(std::move(beside));
  }
}

// ---- the verdict, and what would turn it ----

/// The p-value below which a test is significant after Benjamini and Hochberg's adjustment, given all but the `alike`
/// ones that have its p-value whatever is decided: .05 k/m with the largest k >= alike of which the (k − alike)-th
/// smallest of the others lies below .05 k/m.
double significant_below(const std::vector<double> &sorted, double own, std::size_t alike) {
  const auto m = static_cast<double>(sorted.size());
  std::size_t largest = alike, k = alike, left_out = 0;
  for (const double p : sorted) {
    if (left_out < alike && p == own) {
      ++left_out;
      continue;
    }
    ++k;
    if (p < significance * static_cast<double>(k) / m) largest = k;
  }
  return significance * static_cast<double>(largest) / m;
}

/// The first number of decisions, up to `most`, for which turned(number) holds: by doubling and halving, as the verdict
/// turns once, and a look at the numbers before, as an exact p-value can step back a little.
template <class Turned>
std::optional<std::int64_t> first_of(std::int64_t most, Turned &&turned) {
  constexpr std::int64_t looks_back = 16;
  if (most < 1) return std::nullopt;
  std::int64_t low = 0, high = 1;
  while (high < most && !turned(high)) {
    low = high;
    high = std::min(most, 2 * high);
  }
  if (!turned(high)) return std::nullopt;
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (turned(middle) ? high : low) = middle;
  }
  for (std::int64_t before = high - 1; before > std::max<std::int64_t>(0, high - looks_back); --before)
    if (turned(before)) return before;
  return high;
}

std::optional<std::int64_t> decisions_to_turn(const tally &one, const tally &other, double limit, bool adverse) {
  const auto turned = [&](const tally &mine, const tally &theirs) {
    poll_interrupt();
    return (selected_too_seldom(mine, theirs) && fisher(mine, theirs) < limit) != adverse;
  };
  const std::int64_t step = adverse ? 1 : -1;
  const auto mine = first_of(adverse ? one.rejected() : one.selected, [&](std::int64_t k) {
    return turned({one.selected + step * k, one.total}, other);
  });
  const auto theirs = first_of(adverse ? other.selected : other.rejected(), [&](std::int64_t k) {
    return turned(one, {other.selected - step * k, other.total});
  });
  if (!mine || !theirs) return mine ? mine : theirs;
  return std::min(*mine, *theirs);
}

void judge(selection_rate &row, const tested &test, double limit) {
  const bool significant = row.p_adjusted < significance;
  const bool by_sums = selected_too_seldom(test.one, test.other) && significant;
  const bool within_strata = !test.stratified || (row.pooled.p < significance && row.pooled.odds_ratio < 1.0);
  row.adverse = by_sums && within_strata;
  row.adverse_rejection = rejected_too_often(test.one, test.other) && significant && within_strata;
  if (by_sums == *row.adverse) row.decisions_to_turn = decisions_to_turn(test.one, test.other, limit, by_sums);
}

}  // namespace

std::vector<selection_rate> selection_rates(std::vector<group_count> groups, std::int64_t least) {
  check(groups, least);
  std::vector<selection_rate> rows;
  std::vector<tested> tests;
  for (const counted_stage &stage : stages_of(groups, least)) add_stage(stage, rows, tests);
  std::vector<double> p;
  for (const tested &test : tests) p.push_back(rows[test.row].p);
  const std::vector<double> adjusted = statistics::fdr_bh(p);
  std::sort(p.begin(), p.end());
  for (std::size_t k = 0; k < tests.size(); ++k) {
    selection_rate &row = rows[tests[k].row];
    row.p_adjusted = adjusted[k];
    judge(row, tests[k], significant_below(p, row.p, tests[k].alike));
  }
  return rows;
}

}  // namespace harmony::recruitment
