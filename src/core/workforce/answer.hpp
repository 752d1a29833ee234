// The answer of a simulation: every metric of every step summed up over the iterations, and what follows from that.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/config.hpp"
#include "core/workforce/explanation.hpp"
#include "core/workforce/figures.hpp"
#include "core/workforce/raw_result.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace harmony::workforce {

struct money_answer {
  figures npv;
  double paid_back_share = missing;
  double payback_month_median = missing;  // of the iterations that pay back; NaN where none does
};

/// Three lines beside a run, at its last step (Acemoglu and Restrepo 2019).
struct context_answer {
  double displacement = missing;   // mean share of the posts that are closed
  double productivity = missing;   // mean output of a post that is left, over that at the start, less 1
  double reinstatement = missing;  // mean share of the posts that new tasks take up again; 0 unless they are given
};

struct answer {
  config asked;                    // with what follows from other keys where it was left out
  std::uint32_t n_iterations = 0;  // that ran
  std::size_t n_metrics = 0;       // of a step: those of total_metrics(), then role_metrics of each role
  std::vector<figures> steps;      // of steps 0...n_steps, n_metrics each
  std::vector<explanation> explanations;
  std::vector<std::string> assumptions;
  money_answer money;  // version 2
  context_answer context;

  const figures &at(std::size_t step, std::size_t metric) const { return steps[step * n_metrics + metric]; }
};

/// Bytes that the answer of a configuration takes as jsonb, at most, also with the steps as flat objects, in which each
/// number has a key of its own with the role's name.
double answer_bytes(const config &asked);

/// Each iteration's value of the target's metric at the last step; none without a target.
std::vector<double> target_values(const config &asked, const raw_result &part);

/// The first n = 50, 100, ... above `checked` at which the first n values reach the target's half-width; 0: none below
/// n_iterations. Error 22023 for a value that is not finite.
std::uint32_t target_reached(const config &asked, const std::vector<double> &values, std::uint32_t checked);

/// Iterations whose rows `all` has that count: those up to where the target's half-width is reached, else n_iterations.
/// Error 22023 where there are fewer.
std::uint32_t iterations_needed(const config &asked, const raw_result &all);

/// Sums up the rows of the iterations 0, 1, ...
answer sum_up(const config &asked, const raw_result &all);

/// Simulates the iterations that are needed.
raw_result run(const config &asked);

/// Simulates and sums up.
answer simulate(const config &asked);

/// Every iteration's value of one metric at one step.
std::vector<double> values_of(const config &asked, const raw_result &all, std::size_t step, std::size_t metric);

/// Every iteration's net present value; version 2.
std::vector<double> present_values_of(const config &asked, const raw_result &all);

}  // namespace harmony::workforce
