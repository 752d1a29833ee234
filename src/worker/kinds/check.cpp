// Job kind platform.check: does nothing for payload.seconds (0 to 3600), reporting how far it is. Shows that a harmonyd
// works.
#include "worker/kinds.hpp"

#include <algorithm>
#include <thread>

#include <nlohmann/json.hpp>

namespace harmony::worker {

nlohmann::json run_check(const job &job, job_state &state, const config &) {
  const nlohmann::json payload = nlohmann::json::parse(job.payload, nullptr, false);
  const nlohmann::json seconds = payload.is_object() ? payload.value("seconds", nlohmann::json(0)) : nlohmann::json();
  if (!seconds.is_number() || seconds < 0 || seconds > 3600) throw work_error("seconds is not 0 to 3600", true);
  const double most = seconds.get<double>();
  const auto start = steady::now();
  for (double passed = 0; passed < most; passed = std::chrono::duration<double>(steady::now() - start).count()) {
    state.report(passed / most, "waiting");
    std::this_thread::sleep_for(std::chrono::duration<double>(std::min(0.1, most - passed)));
  }
  return {{"waited", most}};
}

}  // namespace harmony::worker
