// Shell of the analysis of variance.
#include <vector>

#include "core/statistics/anova.hpp"
#include "functions/shell.hpp"
#include "functions/statistics/group_states.hpp"

namespace harmony::functions {

namespace {

using statistics::anova_result;
using statistics::grouped_moments;

struct described_anova {
  anova_result test;
  const grouped_moments *groups;
  std::vector<std::uint32_t> order;  // of the groups, by name
  std::vector<double> means, sds;    // in that order
};

described_anova describe(const grouped_moments &groups) {
  described_anova out{statistics::anova(groups), &groups, groups.ordered(), {}, {}};
  for (const std::uint32_t group : out.order) {
    out.means.push_back(static_cast<double>(groups.of(group).mean()));
    out.sds.push_back(groups.of(group).sd());
  }
  return out;
}

// [{"group", "n", "mean", "sd"}, …] in the order of the names.
jsonb_document group_stats(const described_anova &row) {
  json_writer json;
  json.begin_array();
  for (std::size_t i = 0; i < row.order.size(); ++i) {
    CHECK_FOR_INTERRUPTS();
    json.begin_object();
    json.key("group");
    json.string(row.groups->name(row.order[i]));
    json.key("n");
    json.integer(row.groups->of(row.order[i]).n);
    json.key("mean");
    json.number(row.means[i]);
    json.key("sd");
    json.number(row.sds[i]);
    json.end_object();
  }
  json.end_array();
  return {json.finish()};
}

constexpr auto test = &described_anova::test;
constexpr column<described_anova> anova_columns[] = {
    {"k", from<test, &anova_result::k>},
    {"n", from<test, &anova_result::n>},
    {"ss_between", from<test, &anova_result::ss_between>},
    {"ss_within", from<test, &anova_result::ss_within>},
    {"df_between", from<test, &anova_result::df_between>},
    {"df_within", from<test, &anova_result::df_within>},
    {"ms_between", from<test, &anova_result::ms_between>},
    {"ms_within", from<test, &anova_result::ms_within>},
    {"f", from<test, &anova_result::f>},
    {"p", from<test, &anova_result::p>},
    {"eta_squared", from<test, &anova_result::eta_squared>},
    {"omega_squared", from<test, &anova_result::omega_squared>},
    {"icc1", from<test, &anova_result::icc1>},
    {"icc2", from<test, &anova_result::icc2>},
    {"welch_f", from<test, &anova_result::welch_f>},
    {"welch_df1", from<test, &anova_result::welch_df1>},
    {"welch_df2", from<test, &anova_result::welch_df2>},
    {"welch_p", from<test, &anova_result::welch_p>},
    {"group_stats", from<group_stats>},
};

}  // namespace

HARMONY_FUNCTION(grouped_moments_text) { return add_to_text_group<grouped_moments>(fcinfo); }
HARMONY_FUNCTION(grouped_moments_any) { return add_to_any_group<grouped_moments>(fcinfo); }
HARMONY_STATE(grouped_moments, grouped_moments)

HARMONY_FUNCTION(anova_final) {
  if (PG_ARGISNULL(0)) PG_RETURN_NULL();
  return return_row(fcinfo, anova_columns, describe(aggregate_state<grouped_moments>::argument(fcinfo, 0)));
}

}  // namespace harmony::functions
