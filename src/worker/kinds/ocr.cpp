// Job kind document.ocr: Tesseract reads pictures, and the first pages of PDF as pdftoppm draws them.
#include "worker/ocr.hpp"
#include "worker/document.hpp"
#include "worker/program.hpp"

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

namespace harmony::worker {

namespace {

constexpr std::size_t largest_picture = std::size_t{32} << 20;  // what is larger is not read
constexpr const char *most_pages = "5";

program_limits limits() {
  program_limits limits;
  limits.wall_s = 90;
  limits.cpu_s = 90;
  limits.memory = std::size_t{1} << 30;
  return limits;
}

/// The files to be read; none where the document is no picture that a program here can draw.
std::vector<std::string> pages(const nlohmann::json &work, const private_folder &folder, const job_state &state) {
  if (work["media_type"] != "application/pdf") return {folder.path("document")};
  if (find_program("pdftoppm").empty()) return {};
  const program draw{
      {"pdftoppm", "-r", "150", "-png", "-l", most_pages, folder.path("document"), folder.path("page")}, {}, limits()};
  const program_result result = run_program(draw, folder, state);
  if (result.status != 0) throw failed(draw, result, true);
  std::vector<std::string> files;
  for (const auto &entry : std::filesystem::directory_iterator(folder.path()))
    if (entry.path().extension() == ".png") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

nlohmann::json run_document_ocr(const job &job, job_state &state, const config &settings) {
  const nlohmann::json work = work_of(job, settings);
  if (work.is_null() || work["size"].get<std::size_t>() > largest_picture) return nullptr;
  std::string bytes;
  if (!read_document(work, settings, state, [&](std::string_view more) { bytes += more; })) return nullptr;
  const private_folder folder;
  folder.write("document", bytes);
  std::string tables;
  for (const std::string &page : pages(work, folder, state)) {
    state.report(0.5, "reading");
    const program read{
        {"tesseract", page, "stdout", "-l", settings.documents.languages, "tsv"}, {}, limits(), {"OMP_THREAD_LIMIT=1"}};
    const program_result result = run_program(read, folder, state);
    if (result.status != 0) throw failed(read, result, true);
    tables += result.output;
  }
  ask(settings, "SELECT platform.document_read($1::bigint, $2::integer, $3::jsonb)",
      {job.id, job.attempt, extracted(tables).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace)});
  return nullptr;
}

}  // namespace harmony::worker
