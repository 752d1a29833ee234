#include "worker/worker.hpp"

#include "worker/log.hpp"
#include "worker/spans.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include <nlohmann/json.hpp>

namespace harmony::worker {

namespace {

using nlohmann::json;

constexpr double poll_s = 5;       // what no notification tells of is found after so long
constexpr double short_s = 0.005;  // jobs of the database that take less share a transaction
constexpr double claim_s = 0.05;   // as much work is claimed at once, as far as it is known
constexpr int most_jobs = 100;
constexpr int most_messages = 10;
constexpr double message_lease_s = 300;  // half of the lease: what has not been tried then is handed back

double since(steady::time_point start) { return std::chrono::duration<double>(steady::now() - start).count(); }

json facts(const job &job) {
  json fields = {{"job", job.id}, {"kind", job.kind}, {"attempt", job.attempt}};
  if (!job.trace_id.empty()) fields["trace_id"] = job.trace_id;
  return fields;
}

json facts(const message_kind &kind, const message &message) {
  json fields = {{"message", message.id}, {"kind", kind.name}, {"attempt", message.attempt}};
  if (!message.trace_id.empty()) fields["trace_id"] = message.trace_id;
  return fields;
}

span::clock::time_point at(double seconds) {
  return span::clock::time_point(
      std::chrono::duration_cast<span::clock::duration>(std::chrono::duration<double>(seconds)));
}

std::string text_or_empty(const rows &answer, int row, int column) {
  return answer.is_null(row, column) ? std::string() : answer.text(row, column);
}

}  // namespace

void bell::ring() {
  const std::lock_guard lock(mutex_);
  rings_ = std::min(rings_ + 1, 100);
  rung_.notify_one();
}

void bell::ring_for_all() {
  const std::lock_guard lock(mutex_);
  for_all_ = true;
  rung_.notify_all();
}

void bell::wait(double seconds) {
  std::unique_lock lock(mutex_);
  rung_.wait_for(lock, std::chrono::duration<double>(seconds), [this] { return for_all_ || rings_ > 0; });
  if (rings_ > 0) --rings_;
}

worker::worker(shared_state &shared, int number)
    : shared_(shared),
      name_(shared.process + ":" + std::to_string(number)),
      database_(shared.settings.database, "harmonyd " + std::to_string(number)) {}

void worker::run() {
  while (!is_to_stop()) {
    bool has_worked = false;
    try {
      if (!database_.is_open()) reconnect();
      if (is_to_stop()) break;
      has_worked = run_jobs();
      if (!is_to_stop()) has_worked = send_messages() || has_worked;
    } catch (const database_error &problem) {
      log_warning("database error", {{"worker", name_}, {"sqlstate", problem.sqlstate()}, {"error", problem.what()}});
      if (problem.is_lost()) database_.close();
      if (!problem.is_lost() && !shared_.once) shared_.wake.wait(1);
      if (shared_.once && !problem.is_lost()) break;
      continue;
    }
    if (has_worked) continue;
    if (shared_.once) break;
    shared_.wake.wait(poll_s);
  }
  database_.close();
  --shared_.working;
}

/// Opens the connection, however long that takes: with ever longer waits, up to ten seconds. Gives up when the process
/// is over.
void worker::reconnect() {
  thread_local std::minstd_rand random(std::random_device{}());
  for (double wait_s = 0.1; !shared_.is_over; wait_s = std::min(wait_s * 2, 10.0)) {
    try {
      database_.open();
      return;
    } catch (const database_error &problem) {
      log_warning("no database", {{"worker", name_}, {"error", problem.what()}});
    }
    if (is_to_stop() && shared_.jobs.size() == 0) return;
    const double jitter = std::uniform_real_distribution<double>(0.5, 1)(random);
    std::this_thread::sleep_for(std::chrono::duration<double>(std::min(wait_s * jitter, is_to_stop() ? 0.5 : 10.0)));
  }
}

/// A call that tells what has happened, such as that a mail was sent: it is made again when the connection is lost, or
/// when what was to cancel the statement before has met it.
rows worker::settle(const std::string &statement, const std::vector<parameter> &parameters) {
  for (int cancelled = 0;;) {
    try {
      if (!database_.is_open()) reconnect();
      return database_.run(statement, parameters);
    } catch (const database_error &problem) {
      if (problem.is_lost() && !shared_.is_over)
        database_.close();
      else if (problem.sqlstate() != "57014" || ++cancelled > 3)
        throw;
    }
  }
}

std::vector<job> worker::claim() {
  const int most = std::clamp(static_cast<int>(claim_s / seconds_a_job_), 1, most_jobs);
  const rows answer = database_.run(
      "SELECT c.id, c.kind, c.runs, c.attempt, c.payload, c.lease_s, c.trace_id, extract(epoch FROM c.created_at) "
      "FROM platform.claim_jobs($1, $2::text[], $3::integer) c",
      {name_, array_literal(shared_.job_names), std::to_string(most)});
  std::vector<job> jobs;
  for (int row = 0; row < answer.size(); ++row) {
    job job;
    job.id = answer.text(row, 0);
    job.kind = answer.text(row, 1);
    job.is_in_database = answer.text(row, 2) == "database";
    job.attempt = answer.text(row, 3);
    job.payload = answer.text(row, 4);
    job.lease_s = std::stod(answer.text(row, 5));
    job.trace_id = text_or_empty(answer, row, 6);
    job.created_s = std::stod(answer.text(row, 7));
    jobs.push_back(std::move(job));
  }
  if (static_cast<int>(jobs.size()) == most) shared_.wake.ring();  // there is more for another thread
  return jobs;
}

bool worker::is_short(const job &job) const {
  const auto known = seconds_.find(job.kind);
  return job.is_in_database && known != seconds_.end() && known->second < short_s;
}

void worker::took(const std::vector<job> &jobs, double seconds) {
  const double each = seconds / static_cast<double>(jobs.size());
  for (const job &job : jobs) {
    const auto known = seconds_.emplace(job.kind, each).first;
    known->second += 0.3 * (each - known->second);
    seconds_a_job_ += 0.3 * (each - seconds_a_job_);
  }
}

bool worker::run_jobs() {
  if (shared_.job_names.empty()) return false;
  const std::vector<job> jobs = claim();
  const claimed_jobs claimed(shared_.jobs, jobs);
  std::vector<job> together;
  std::vector<std::shared_ptr<job_state>> states;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (!is_short(jobs[i])) continue;
    together.push_back(jobs[i]);
    states.push_back(claimed.states[i]);
  }
  if (!together.empty()) run(together, states);
  for (std::size_t i = 0; i < jobs.size(); ++i)
    if (std::find(states.begin(), states.end(), claimed.states[i]) == states.end()) run({jobs[i]}, {claimed.states[i]});
  return !jobs.empty();
}

void worker::run(const std::vector<job> &jobs, const std::vector<std::shared_ptr<job_state>> &states) {
  std::vector<job> begun;
  std::vector<std::shared_ptr<job_state>> begun_states;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (shared_.jobs.begin(*states[i], jobs[i].is_in_database ? database_.canceller() : nullptr)) {
      begun.push_back(jobs[i]);
      begun_states.push_back(states[i]);
    } else {
      release(jobs[i]);  // cancelled, taken away or handed back before it began
    }
  }
  if (begun.empty()) return;
  const auto start = steady::now();
  if (begun[0].is_in_database)
    run_in_database(begun, begun_states);
  else
    run_here(begun[0], *begun_states[0]);
  took(begun, since(start));
}

void worker::release(const job &job) {
  const rows answer = settle("SELECT platform.release_job($1::bigint, $2::integer)", {job.id, job.attempt});
  const std::string state = text_or_empty(answer, 0, 0);  // empty: it is no longer this attempt's
  if (!state.empty()) log_info(state == "queued" ? "job handed back" : "job cancelled", facts(job));
}

/// The effect and the end of a job are one transaction, so it need not wait for the disk: a crash of the server loses
/// both.
void worker::run_in_database(const std::vector<job> &jobs, const std::vector<std::shared_ptr<job_state>> &states) {
  std::vector<std::string> ids, attempts, errors(jobs.size());
  for (const job &job : jobs) {
    ids.push_back(job.id);
    attempts.push_back(job.attempt);
  }
  const auto start = steady::now();
  bool is_lost = false;
  try {
    const rows answer = database_.run(
        "SELECT r.error FROM set_config('synchronous_commit', 'off', true) s, "
        "platform.run_database_jobs($1::bigint[], $2::integer[]) r",
        {array_literal(ids), array_literal(attempts)});
    for (int row = 0; row < answer.size(); ++row) errors[static_cast<std::size_t>(row)] = text_or_empty(answer, row, 0);
  } catch (const database_error &problem) {
    for (std::string &error : errors) error = problem.sqlstate() + " " + problem.what();
    is_lost = problem.is_lost();
  }
  for (const auto &state : states) shared_.jobs.end(*state);
  if (is_lost) {
    // Whether it was committed is not known: what was not, runs again at once; what was, has ended and stays.
    database_.close();
    log_warning("connection lost at work", {{"worker", name_}, {"jobs", ids}});
    for (const job &job : jobs) release(job);
    return;
  }
  for (std::size_t i = 0; i < jobs.size(); ++i) settle_in_database(jobs[i], errors[i], jobs.size() == 1, since(start));
}

void worker::settle_in_database(const job &job, const std::string &error, bool is_alone, double seconds) {
  json fields = facts(job);
  record_span(job.trace_id, "job " + job.kind, at(job.created_s),
              std::chrono::duration_cast<span::clock::duration>(std::chrono::duration<double>(seconds)), error);
  if (error.empty()) {
    fields["seconds"] = seconds;
    (job.trace_id.empty() ? log_debug : log_info)("job done", fields);
  } else if (is_to_stop() || (!is_alone && error.rfind("57014", 0) == 0)) {  // cancelled for the sake of another one
    release(job);
  } else {
    fail(job, error, false);
  }
}

void worker::run_here(const job &job, job_state &state) {
  const auto &kinds = job_kinds();
  const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const job_kind &k) { return job.kind == k.name; });
  const auto start = steady::now();
  span work(job.trace_id, "job " + job.kind, span_kind::consumer, at(job.created_s));
  try {
    if (kind == kinds.end()) throw work_error("this harmonyd has no such kind", false);
    const json result = kind->run(job, state, shared_.settings);
    settle("SELECT platform.finish_job($1::bigint, $2::integer, $3::jsonb)",
           {job.id, job.attempt, result.dump(-1, ' ', true, json::error_handler_t::replace)});
    json fields = facts(job);
    fields["seconds"] = since(start);
    log_info("job done", fields);
  } catch (const stopped &) {
    work.fail("stopped");
    if (is_to_stop()) {
      release(job);
    } else {
      settle("SELECT platform.fail_job($1::bigint, $2::integer, 'it was to end')", {job.id, job.attempt});
      log_info("job ended early", facts(job));
    }
  } catch (const work_error &problem) {
    work.fail(problem.what());
    fail(job, problem.what(), problem.is_permanent());
  } catch (const database_error &) {
    throw;
  } catch (const std::exception &problem) {
    work.fail(problem.what());
    fail(job, problem.what(), false);
  }
}

void worker::fail(const job &job, const std::string &error, bool is_permanent) {
  settle("SELECT platform.fail_job($1::bigint, $2::integer, $3, $4::boolean)",
         {job.id, job.attempt, error, is_permanent ? "true" : "false"});
  json fields = facts(job);
  fields["error"] = error;
  log_warning("job failed", fields);
}

bool worker::send_messages() {
  std::vector<std::string> channels;
  for (const message_kind &kind : shared_.channels) channels.emplace_back(kind.channel);
  if (channels.empty()) return false;
  const auto start = steady::now();
  const rows answer = database_.run(
      "SELECT c.id, c.attempt, c.channel, c.address, c.name, c.subject, c.body, c.html, c.url, c.idempotency_key, "
      "c.trace_id, extract(epoch FROM c.created_at) "
      "FROM platform.claim_messages($1, $2::integer, $3::text[]) c",
      {name_, std::to_string(most_messages), array_literal(channels)});
  if (answer.size() == most_messages) shared_.wake.ring();
  for (int row = 0; row < answer.size(); ++row) {
    message message;
    std::string channel;
    int column = 0;
    for (std::string *field :
         {&message.id, &message.attempt, &channel, &message.address, &message.name, &message.subject, &message.body,
          &message.html, &message.url, &message.idempotency_key, &message.trace_id, &message.created_s})
      *field = text_or_empty(answer, row, column++);
    if (is_to_stop() || since(start) > message_lease_s) {
      settle("SELECT platform.release_message($1::bigint, $2::integer)", {message.id, message.attempt});
      continue;
    }
    for (const message_kind &kind : shared_.channels)
      if (channel == kind.channel) send(kind, message);
  }
  return answer.size() > 0;
}

void worker::send(const message_kind &kind, const message &message) {
  json fields = facts(kind, message);
  std::string error;
  bool is_permanent = false;
  span work(message.trace_id, std::string("message ") + kind.name, span_kind::consumer,
            at(std::stod(message.created_s)));
  try {
    const std::string id = kind.send(message, shared_.settings);
    settle("SELECT platform.message_sent($1::bigint, $2::integer, $3)",
           {message.id, message.attempt, id.empty() ? parameter() : parameter(id)});
    log_info("message sent", fields);
    return;
  } catch (const work_error &problem) {
    error = problem.what();
    work.fail(error);
    is_permanent = problem.is_permanent();
  }
  settle("SELECT platform.message_failed($1::bigint, $2::integer, $3, $4::boolean)",
         {message.id, message.attempt, error, is_permanent ? "true" : "false"});
  fields["error"] = error;
  fields["is_permanent"] = is_permanent;
  log_warning("message not sent", fields);
}

}  // namespace harmony::worker
