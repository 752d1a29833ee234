// The simulation: iterations of months, each a function of the plan and its number alone.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/agents.hpp"
#include "core/workforce/plan.hpp"
#include "core/workforce/raw_result.hpp"
#include "core/workforce/reduction.hpp"

#include <cstdint>
#include <vector>

namespace harmony::workforce {

class simulation {
 public:
  /// `kernel` draws; every kernel gives the same result.
  explicit simulation(const plan &of, draw_kernel kernel = draws());

  /// Writes the rows of steps 0...n_steps of one iteration, raw_row() numbers each. Polls for interrupts every month.
  void run(std::uint32_t iteration, double *rows);

 private:
  struct moves {
    double layoffs = 0, leavers = 0, hires = 0, redeployed = 0;
    double severance = 0;  // salaries of a month, added up over the layoffs
  };

  void reduce_classic(std::uint32_t iteration, std::uint32_t month);
  void give_up_v2(std::uint32_t iteration, std::uint32_t month, moves &made);
  void attrition(std::size_t role, std::uint32_t first, std::uint32_t last, moves &made);
  void lay_off(std::size_t role, moves &made);
  void apply_learning();
  void record(double *row) const;
  double net_benefit(const moves &made, std::size_t learnt) const;

  const plan &plan_;
  draw_kernel kernel_;
  agents_state agents_;
  reduction posts_;
  std::vector<std::uint32_t> learning_, leaving_;  // a bit an agent: events of this month
  std::uint32_t cut_ = 0;                          // posts cut in this iteration
};

/// The iterations from `first` up to `last`, which is not among them.
raw_result simulate(const plan &of, std::uint32_t first, std::uint32_t last);

}  // namespace harmony::workforce
