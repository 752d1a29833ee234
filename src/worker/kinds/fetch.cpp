// Job kind delivery.fetch: records of GitHub or Jira, page by page into the database, which transforms them. Up to
// where has been fetched is kept, so that another job goes on from there: later, when the tool asks to wait. The token
// is in a file of the configuration, for one organisation and address.
#include "worker/tool.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace harmony::worker {

namespace {

using nlohmann::json;

/// A member that is a text or a number, as text; else nothing.
std::string text_of(const json &object, const char *name) {
  if (!object.is_object()) return {};
  const auto found = object.find(name);
  if (found == object.end()) return {};
  if (found->is_number_integer()) return std::to_string(found->get<std::int64_t>());
  return found->is_string() ? found->get<std::string>() : std::string();
}

/// One attempt: what it was told, and what it hands in.
class fetch {
 public:
  fetch(const job &of, job_state &state, const config &settings, json told)
      : work(std::move(told)), fetched(work.at("fetched")), job_(of), state_(state), settings_(settings) {}

  const json work;
  json fetched;  ///< as delivery.integration.fetched

  std::string setting(const char *name) const { return text_of(work.at("settings"), name); }
  std::string told(const char *name) const { return text_of(work, name); }
  const config &settings() const { return settings_; }
  const job_state &state() const { return state_; }

  void keep(const char *kind, const json &records) {
    const std::string n = ask(settings_, "SELECT delivery.fetch_page($1::bigint, $2::integer, $3, $4::jsonb)",
                              {job_.id, job_.attempt, kind, records.dump()});
    if (n.empty()) throw stopped();
    ++pages_;
    records_ += std::stol(n);
    // How many pages there are nobody tells.
    state_.report(1.0 - 1.0 / (1.0 + static_cast<double>(pages_) / 20.0),
                  "page " + std::to_string(pages_) + ", " + kind);
  }
  /// A list, unless an attempt before this one, which did not end, has had all of it.
  template <class Take>
  void once(const char *list, const Take &take) {
    json &done = fetched.emplace("done", json::array()).first.value();
    if (std::find(done.begin(), done.end(), list) != done.end()) return;
    take();
    fetched["done"].push_back(list);
  }
  /// error: why not further; until: when to go on, in seconds since 1970.
  void end(const std::optional<std::string> &error, const std::optional<double> &until) const {
    ask(settings_, "SELECT delivery.fetch_ended($1::bigint, $2::integer, $3::jsonb, $4, to_timestamp($5::float8))",
        {job_.id, job_.attempt, fetched.dump(), error, until ? parameter(std::to_string(*until)) : parameter()});
  }
  json result() const { return {{"pages", pages_}, {"records", records_}}; }

 private:
  const job &job_;
  job_state &state_;
  const config &settings_;
  long pages_ = 0, records_ = 0;
};

/// A list from the newest on, each entry of which needs requests of its own. Those of which an attempt before this one
/// has had all, between two times, are passed by.
class walk {
 public:
  walk(json &fetched, const char *list, const char *time) : fetched_(fetched), list_(list), time_(time) {
    if (const auto found = fetched.find(list); found != fetched.end()) {
      low_ = text_of(*found, "low");
      high_ = text_of(*found, "high");
    }
  }
  bool has_begun() const { return !high_.empty(); }

  /// Whether an entry is still to be fetched.
  bool needs(const json &entry) const {
    const std::string at = text_of(entry, time_);
    return at <= low_ || at > high_;
  }
  /// All of an entry is there.
  void done(const json &entry) {
    const std::string at = text_of(entry, time_);
    if (at.empty()) return;
    if (newest_.empty()) newest_ = at;
    // What is newer than the former attempt's counts when it meets it.
    if (!high_.empty() && at > high_) return;
    high_ = std::max(high_, newest_);
    low_ = low_.empty() ? at : std::min(low_, at);
    fetched_[list_] = {{"low", low_}, {"high", high_}};
  }
  void finish() { fetched_.erase(list_); }

 private:
  json &fetched_;
  const char *list_;
  const char *time_;
  std::string low_, high_, newest_;
};

class github {
 public:
  explicit github(fetch &of)
      : fetch_(of),
        tool_(of.setting("url"), of.told("organization"), "application/vnd.github+json", of.settings(), of.state()),
        repository_("/repos/" + of.setting("repository")),
        since_(of.told("since")) {}

  void run() {
    fetch_.once("commits", [&] { list("commits", repository_ + "/commits?per_page=100" + since()); });
    fetch_.once("deployments", [&] { deployments(); });
    fetch_.once("pulls", [&] { pulls(); });
    list("issues", repository_ + "/issues?state=all&sort=updated&direction=asc&per_page=100" + since());
  }

 private:
  std::string since() const { return since_.empty() ? "" : "&since=" + escaped(since_); }

  void list(const char *kind, const std::string &address) {
    tool_.pages(address, [&](const tool_answer &page) {
      fetch_.keep(kind, page.body);
      return true;
    });
  }

  void deployments() {
    walk way(fetch_.fetched, "deployments", "created_at");
    const std::string oldest = fetch_.told("deployed_since");
    tool_.pages(repository_ + "/deployments?per_page=100", [&](const tool_answer &page) {
      fetch_.keep("deployments", page.body);
      for (const json &entry : page.body) {
        const std::string id = text_of(entry, "id");
        if (text_of(entry, "created_at") < oldest) return false;
        if (id.empty() || !way.needs(entry)) continue;
        list("deployment_statuses", repository_ + "/deployments/" + escaped(id) + "/statuses?per_page=100");
        way.done(entry);
      }
      return true;
    });
    way.finish();
  }

  void pulls() {
    walk way(fetch_.fetched, "pulls", "updated_at");
    std::string etag = text_of(fetch_.fetched, "pulls_etag"), newest_etag = etag;
    if (way.has_begun()) etag.clear();
    bool is_first = true;
    tool_.pages(
        repository_ + "/pulls?state=all&sort=updated&direction=desc&per_page=100",
        [&](const tool_answer &page) {
          if (page.status == 304) return false;
          if (std::exchange(is_first, false)) newest_etag = page.etag;
          fetch_.keep("pulls", page.body);
          for (const json &entry : page.body) {
            if (text_of(entry, "updated_at") < since_) return false;
            if (way.needs(entry)) pull(text_of(entry, "number"));
            way.done(entry);
          }
          return true;
        },
        etag);
    way.finish();
    fetch_.fetched["pulls_etag"] = newest_etag;
  }

  void pull(const std::string &number) {
    if (number.empty()) return;
    const std::string address = repository_ + "/pulls/" + escaped(number);
    fetch_.keep("pulls", tool_.get(address).body);
    json commits = json::array();
    tool_.pages(address + "/commits?per_page=100", [&](const tool_answer &page) {
      if (page.body.is_array()) commits.insert(commits.end(), page.body.begin(), page.body.end());
      return commits.size() < 1000;
    });
    fetch_.keep("pull_commits", {{"number", number}, {"commits", commits}});
    list("reviews", address + "/reviews?per_page=100");
  }

  fetch &fetch_;
  tool tool_;
  const std::string repository_, since_;
};

class jira {
 public:
  explicit jira(fetch &of)
      : fetch_(of), tool_(of.setting("url"), of.told("organization"), "application/json", of.settings(), of.state()) {}

  void run() {
    fetch_.keep("statuses", tool_.get("/rest/api/2/status").body);
    fetch_.once("issues", [&] { issues(); });
    const std::string board = fetch_.setting("board");
    if (board.empty()) return;
    fetch_.keep("boards", tool_.get("/rest/agile/1.0/board/" + board).body);
    list("sprints", "/rest/agile/1.0/board/" + board + "/sprint?maxResults=50", "values", [](const json &) {});
  }

 private:
  void issues() {
    // Jira takes times of the user's zone, so whole days are asked for, one more than needed.
    const std::string from = text_of(fetch_.fetched, "issues_since");
    const std::string since = (from.empty() ? fetch_.told("since") : from).substr(0, 10);
    const std::string query = "project = \"" + fetch_.setting("key") + "\"" +
                              (since.empty() ? "" : " AND updated >= \"" + since + "\"") + " ORDER BY updated ASC";
    list("issues", "/rest/api/2/search?expand=changelog&maxResults=100&jql=" + escaped(query), "issues",
         [&](const json &last) {
           const auto fields = last.find("fields");
           const std::string updated = fields == last.end() ? std::string() : text_of(*fields, "updated");
           if (!updated.empty()) fetch_.fetched["issues_since"] = updated.substr(0, 10);
         });
    fetch_.fetched.erase("issues_since");
  }

  /// The pages of a list by startAt, or by the token of the next page where there is one.
  template <class Done>
  void list(const char *kind, const std::string &address, const char *member, const Done &done) {
    std::string next = "&startAt=0";
    std::size_t start = 0;
    for (int n = 0; !next.empty(); ++n) {
      if (n == 1000) throw work_error("a list has more than 1,000 pages", true);
      const tool_answer page = tool_.get(address + next);
      const auto found = page.body.is_object() ? page.body.find(member) : page.body.end();
      if (!page.body.is_object() || found == page.body.end() || !found->is_array())
        throw work_error(std::string("an answer has no ") + member, false);
      fetch_.keep(kind, *found);
      start += found->size();
      const std::string token = text_of(page.body, "nextPageToken");
      const auto total = page.body.find("total");
      const bool is_last = found->empty() || page.body.value("isLast", json(false)) == json(true) ||
                           (total != page.body.end() && total->is_number_integer() &&
                            total->get<std::int64_t>() <= static_cast<std::int64_t>(start));
      if (!found->empty() && found->back().is_object()) done(found->back());
      next = is_last ? "" : token.empty() ? "&startAt=" + std::to_string(start) : "&nextPageToken=" + escaped(token);
    }
  }

  fetch &fetch_;
  tool tool_;
};

void fetch_all(fetch &of) {
  if (const std::string problem = of.told("problem"); !problem.empty()) throw work_error(problem, true);
  // Of attempts that did not end the first counts: what has changed since then was not all fetched.
  if (!of.fetched.contains("until")) of.fetched["until"] = of.told("until");
  if (of.told("kind") == "github") {
    github(of).run();
  } else if (of.told("kind") == "jira") {
    jira(of).run();
  } else {
    throw work_error("integrations of kind \"" + of.told("kind") + "\" are not fetched", true);
  }
  of.fetched["since"] = of.fetched["until"];
  of.fetched.erase("until");
  of.fetched.erase("done");
}

}  // namespace

json run_fetch(const job &job, job_state &state, const config &settings) {
  json work = json::parse(
      ask(settings, "SELECT coalesce(delivery.fetch_work($1::bigint, $2::integer), 'null')", {job.id, job.attempt}));
  if (work.is_null()) return nullptr;
  fetch of(job, state, settings, std::move(work));
  try {
    fetch_all(of);
    of.end({}, {});
  } catch (const tool_is_busy &busy) {
    of.end(busy.what(), busy.until());
    json result = of.result();
    result["put_off_until"] = static_cast<std::int64_t>(busy.until());
    return result;
  } catch (const work_error &problem) {
    of.end(problem.what(), {});
    throw;
  }
  return of.result();
}

}  // namespace harmony::worker
