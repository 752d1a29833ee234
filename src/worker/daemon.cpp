#include "worker/daemon.hpp"

#include "core/base/error.hpp"
#include "worker/events.hpp"
#include "worker/log.hpp"
#include "worker/program.hpp"
#include "worker/spans.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <optional>
#include <string_view>
#include <thread>

#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace harmony::worker {

namespace {

constexpr double rescue_s = 5;

std::string process_name() {
  char host[256] = "";
  gethostname(host, sizeof host - 1);
  return std::string(host) + ":" + std::to_string(getpid());
}

void choose_kinds(shared_state &shared, const std::vector<std::string> &wanted) {
  const std::vector<std::string> known = all_kinds();
  for (const std::string &name : wanted) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::string list;
    for (const std::string &kind : known) list += (list.empty() ? "" : ", ") + kind;
    throw error(sqlstate::invalid_parameter_value, "there is no kind \"" + name + "\"", {}, "Kinds: " + list + ".");
  }
  const auto is_wanted = [&](const std::string &name) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
  };
  if (is_wanted("database")) shared.job_names.emplace_back("database");
  for (const job_kind &kind : job_kinds()) {
    if (!is_wanted(kind.name)) continue;
    const std::string lack = kind.lacks == nullptr ? std::string() : kind.lacks(shared.settings);
    if (lack.empty())
      shared.job_names.emplace_back(kind.name);
    else if (wanted.empty())
      log_info("kind not offered", {{"kind", kind.name}, {"why", lack}});
    else
      throw error(sqlstate::feature_not_supported, "kind \"" + std::string(kind.name) + "\" cannot run: " + lack);
  }
  for (const message_kind &kind : message_kinds())
    if (is_wanted(kind.name)) shared.channels.push_back(kind);
}

/// SIGTERM and SIGINT as something to read from, in no thread's way.
int open_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// The thread of main: everything but the work itself.
class control {
 public:
  control(shared_state &shared, int signals)
      : shared_(shared), signals_(signals), database_(shared.settings.database, "harmonyd control") {
    if (!shared.settings.events.socket.empty() && !shared.once) publisher_.emplace(shared.settings.events);
  }

  void run() {
    for (;;) {
      listen();
      if (is_signalled()) begin_to_stop();
      if (shared_.working == 0) return;
      if (shared_.is_stopping) release_waiting();
      if (steady::now() > stop_at_) end_work();
      if (steady::now() > stop_at_ + std::chrono::seconds(3)) return;
      keep();
    }
  }

  bool rescue() {
    const rows answer = database_.run("SELECT platform.rescue_jobs()");
    next_rescue_ =
        steady::now() + std::chrono::duration_cast<steady::duration>(std::chrono::duration<double>(rescue_s));
    return answer.text(0, 0) != "0";
  }
  void open() {
    is_publishing_ = false;
    database_.open();
    database_.run("LISTEN harmony_jobs");
  }

 private:
  bool is_signalled() const {
    signalfd_siginfo info;
    return read(signals_, &info, sizeof info) == sizeof info;
  }

  /// Waits for notifications and signals, a second at most, shorter at the end.
  void listen() {
    pollfd sources[] = {{signals_, POLLIN, 0}, {database_.is_open() ? PQsocket(database_.handle()) : -1, POLLIN, 0}};
    poll(sources, 2, shared_.is_stopping || shared_.once ? 50 : 500);
    if (!database_.is_open() || sources[1].revents == 0) return;
    if (PQconsumeInput(database_.handle()) == 0) {
      database_.close();
      return;
    }
    while (PGnotify *notice = PQnotifies(database_.handle())) {
      if (std::string_view(notice->relname) != "harmony_events") {
        shared_.wake.ring();
      } else if (publisher_) {
        publisher_->offer(notice->extra);
      }
      PQfreemem(notice);
    }
  }

  /// One process publishes: that whose session holds the lock, until it ends.
  void take_events() {
    if (!publisher_ || is_publishing_ || steady::now() < next_turn_) return;
    next_turn_ = steady::now() + std::chrono::seconds(1);
    const rows answer = database_.run("SELECT pg_try_advisory_lock(hashtextextended('harmony_events', 0))");
    if (!answer.is_true(0, 0)) return;
    database_.run("LISTEN harmony_events");
    is_publishing_ = true;
    log_info("publishes events", {{"process", shared_.process}});
  }

  void begin_to_stop() {
    log_info("stopping", {{"jobs", shared_.jobs.size()}});
    shared_.is_stopping = true;
    // What is left of the time is for handing back.
    stop_at_ = steady::now() + std::chrono::milliseconds(shared_.settings.grace_s * 1000 * 8 / 10);
    shared_.wake.ring_for_all();
  }

  void end_work() {
    shared_.is_over = steady::now() > stop_at_ + std::chrono::seconds(2);
    shared_.jobs.stop_all();
  }

  void release_waiting() {
    if (!database_.is_open()) return;
    try {
      for (const job_list::beat &job : shared_.jobs.take_waiting())
        database_.run("SELECT platform.release_job($1::bigint, $2::integer)", {job.id, job.attempt});
    } catch (const database_error &) {  // the lease brings them back
    }
  }

  void send_beats() {
    for (const job_list::beat &beat : shared_.jobs.due_beats()) {
      const rows answer =
          database_.run("SELECT platform.heartbeat($1::bigint, $2::integer, $3::float8, $4)",
                        {beat.id, beat.attempt, beat.progress ? parameter(std::to_string(*beat.progress)) : parameter(),
                         beat.message.empty() ? parameter() : parameter(beat.message)});
      if (!answer.is_true(0, 0)) shared_.jobs.stop(beat.id, beat.attempt);
    }
  }

  void keep() {
    if (steady::now() < next_open_) return;
    try {
      if (!database_.is_open()) {
        open();
        wait_s_ = 0.1;
        for (int n = 0; n < shared_.settings.workers; ++n)
          shared_.wake.ring();  // what was told meanwhile was not heard
      }
      send_beats();
      take_events();
      if (!shared_.is_stopping && !shared_.once && steady::now() >= next_rescue_ && rescue()) shared_.wake.ring();
    } catch (const database_error &problem) {
      log_warning("database error",
                  {{"worker", "control"}, {"sqlstate", problem.sqlstate()}, {"error", problem.what()}});
      if (problem.is_lost()) database_.close();
      next_open_ = steady::now() + std::chrono::duration_cast<steady::duration>(std::chrono::duration<double>(wait_s_));
      wait_s_ = std::min(wait_s_ * 2, 10.0);
    }
  }

  shared_state &shared_;
  int signals_;
  connection database_;
  std::optional<publisher> publisher_;
  bool is_publishing_ = false;
  double wait_s_ = 0.1;
  steady::time_point next_open_{}, next_rescue_{}, next_turn_{};
  steady::time_point stop_at_ = steady::time_point::max() - std::chrono::hours(1);  // with room to add
};

}  // namespace

int run_daemon(const config &settings, const options &options) {
  shared_state shared;
  shared.settings = settings;
  shared.once = options.once;
  shared.process = process_name();
  choose_kinds(shared, options.kinds.empty() ? settings.kinds : options.kinds);
  const int signals = open_signals();
  control control(shared, signals);
  if (options.once) {
    control.open();
    control.rescue();
  }
  log_info("started", {{"process", shared.process}, {"workers", settings.workers}});
  open_spans(settings.otlp);
  std::vector<std::thread> threads;
  shared.working = settings.workers;
  for (int number = 1; number <= settings.workers; ++number)
    threads.emplace_back([&shared, number] { worker(shared, number).run(); });
  control.run();
  if (shared.working > 0) {
    log_error("stopped with work that did not end", {{"jobs", shared.jobs.size()}});
    std::_Exit(1);  // their leases bring them back
  }
  for (std::thread &thread : threads) thread.join();
  close_spans();
  close(signals);
  log_info("stopped", {{"process", shared.process}});
  return 0;
}

namespace {

bool check_face_kind(const config &settings) {
  const std::string lack = lacks_faces(settings);
  if (settings.faces.detector.file.empty()) {
    std::printf("ok - no faces are looked for: %s\n", lack.c_str());
    return true;
  }
  std::string problem = lack, found;
  try {
    if (lack.empty()) found = check_faces(settings.faces);
  } catch (const work_error &refusal) {
    problem = refusal.what();
  }
  std::printf("%s - faces: %s\n", problem.empty() ? "ok" : "not ok", (problem.empty() ? found : problem).c_str());
  return problem.empty();
}

}  // namespace

int check_setup(const config &settings) {
  static const char *const needed[] = {
      "platform.claim_jobs(text, text[], integer)",
      "platform.run_database_jobs(bigint[], integer[])",
      "platform.claim_messages(text, integer, text[])",
  };
  connection database(settings.database, "harmonyd check");
  try {
    database.open();
    std::printf("ok - connected to the database\n");
    for (const char *routine : needed) {
      const rows answer = database.run("SELECT has_function_privilege(to_regprocedure($1), 'EXECUTE')", {routine});
      const bool may = !answer.is_null(0, 0) && answer.is_true(0, 0);
      std::printf("%s - may execute %s\n", may ? "ok" : "not ok", routine);
      if (!may) return 1;
    }
  } catch (const database_error &problem) {
    std::printf("not ok - the database: %s\n", problem.what());
    return 1;
  }
  std::printf("%s - %s\n", "ok", settings.smtp.url.empty() ? "no mail is sent: smtp.url is empty" : "mail is sent");
  std::printf("ok - %zu secrets of webhooks\n", settings.webhooks.secrets.size());
  const std::string &events = settings.events.socket;
  const bool reaches_nginx = events.empty() || access(events.c_str(), W_OK) == 0;
  std::printf("%s - %s\n", reaches_nginx ? "ok" : "not ok",
              events.empty() ? "no events are published: events.socket is empty" : "events are published");
  if (!reaches_nginx) return 1;
  for (const char *name : {"weasyprint", "pandoc"})
    if (find_program(name).empty()) std::printf("ok - no reports that need it are made: %s is not installed\n", name);
  if (!check_face_kind(settings)) return 1;
  std::printf("ok - programs run %s\n", can_isolate() ? "without a network" : "with the network of harmonyd");
  std::printf("ok - reports are made %s\n", can_confine() ? "seeing no files" : "by programs that see files");
  return 0;
}

}  // namespace harmony::worker
