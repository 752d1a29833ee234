// Job kind platform.report: makes a file of a report's XHTML and gives it back, in one step with the end of the job.
// What loads nothing passes (report_check.hpp); report.py runs WeasyPrint, or makes pictures of charts for pandoc,
// which makes a DOCX. All run without a network and without files but those in their folder.
#include "worker/kinds.hpp"
#include "worker/program.hpp"
#include "worker/report_check.hpp"
#include "worker/report_script.hpp"

#include <nlohmann/json.hpp>

namespace harmony::worker {

namespace {

constexpr std::size_t largest_page = 64 << 20;

void run_or_fail(program program, const private_folder &folder, job_state &state) {
  program.is_confined = true;
  const program_result result = run_program(program, folder, state);
  if (result.status != 0) throw failed(program, result, false);
}

program script(const private_folder &folder, const char *form, const std::string &target) {
  program script;
  script.argv = {"/usr/bin/python3", "-I", folder.path("report.py"), form, folder.path("report.xhtml"), target};
  return script;
}

std::string make_file(const std::string &format, const std::string &page, job_state &state) {
  if (const std::string refusal = refusal_of(page); !refusal.empty()) throw work_error(refusal, true);
  const private_folder folder;
  folder.write("report.py", report_script);
  folder.write("report.xhtml", page);
  const std::string file = "report." + format;
  state.report(0.1, "making the file");
  if (format == "pdf") {
    run_or_fail(script(folder, "pdf", folder.path(file)), folder, state);
  } else {
    run_or_fail(script(folder, "html", folder.path("report.html")), folder, state);
    program pandoc;
    pandoc.argv = {"pandoc", "--from=html", "--to=docx", "--output=" + folder.path(file), folder.path("report.html")};
    run_or_fail(pandoc, folder, state);
  }
  state.report(0.9, "keeping the file");
  return folder.read(file, largest_page);
}

}  // namespace

nlohmann::json run_report(const job &job, job_state &state, const config &settings) {
  const std::string work = ask(settings, "SELECT platform.report_work($1::bigint, $2::integer)", {job.id, job.attempt});
  if (work.empty()) throw work_error("what was to be shown is not kept any more: ask for the report again", true);
  const auto report = nlohmann::json::parse(work);
  const std::string file = make_file(report.at("format"), report.at("page"), state);
  state.poll();
  ask(settings, "SELECT platform.report_made($1::bigint, $2::integer, $3::bytea)",
      {job.id, job.attempt, bytea_literal(file)});
  return nullptr;  // the job has ended with it
}

}  // namespace harmony::worker
