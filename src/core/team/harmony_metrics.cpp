#include "core/team/harmony_metrics.hpp"

#include "core/team/team_fit.hpp"

namespace harmony::team {

namespace {

/// A mean of the values that are there.
class mean {
 public:
  void add(double value) noexcept {
    if (std::isnan(value)) return;
    sum_ += value;
    ++count_;
  }
  double value() const noexcept { return count_ == 0 ? missing : sum_ / count_; }

 private:
  double sum_ = 0.0;
  std::uint32_t count_ = 0;
};

}  // namespace

harmony_metrics metrics_of(const std::vector<profile> &members, const person::trait_weights &p_ind) {
  const team_summary summary = summarise(members);
  harmony_metrics result;
  mean performance, gca;
  double performance_quality = 0.0;
  for (const profile &member : members) {
    const scored own = recruitment::p_ind(member, p_ind);
    performance.add(own.score);
    performance_quality += own.data_quality;
    gca.add(member.get(person::trait::gca));
  }
  result.performance = performance.value();
  result.cohesion = summary.cohesion();
  result.min_agreeableness = summary.min_agreeableness;
  result.sd_conscientiousness = summary.sd_conscientiousness();
  result.mean_emotional_stability = summary.mean_emotional_stability();
  result.min_emotional_stability = summary.min_emotional_stability;
  result.mean_gca = gca.value();
  result.n = summary.n;
  if (summary.n > 0)
    result.data_quality =
        (performance_quality + summary.n_agreeableness + summary.n_conscientiousness + summary.n_emotional_stability) /
        (4.0 * summary.n);
  return result;
}

}  // namespace harmony::team
