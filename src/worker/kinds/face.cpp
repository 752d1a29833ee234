// Job kind affinity.face: looks for the face on a photo, and tells what was found in one step with the end of the job.
// What the header of the file refuses is not decoded; the rest harmonyd-face does, in a process of its own.
#include "worker/document.hpp"
#include "worker/picture.hpp"
#include "worker/program.hpp"

#include <climits>
#include <csignal>

#include <nlohmann/json.hpp>
#include <unistd.h>

namespace harmony::worker {

namespace {

using nlohmann::json;

constexpr int out_of_time = 3;  // as in faces/main.cpp
constexpr std::size_t largest_kept = std::size_t{10} << 20;

/// Beside this program, else where programs are.
std::string face_program() {
  char path[PATH_MAX];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  if (length > 0 && static_cast<std::size_t>(length) < sizeof path) {
    const std::string self(path, static_cast<std::size_t>(length));
    const std::string beside = find_program(self.substr(0, self.rfind('/') + 1) + "harmonyd-face");
    if (!beside.empty()) return beside;
  }
  return find_program("harmonyd-face");
}

program looking(const face_config &faces) {
  program look{{face_program(), faces.detector.file, faces.landmarks.file, faces.embedding.file}};
  look.limits.cpu_s = 30;
  look.limits.output = 64 << 10;
  // The libraries that decoders bring along start no threads, which would count as memory.
  look.environment = {"OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1", "OPENCV_IO_MAX_IMAGE_PIXELS=40000000"};
  return look;
}

json refusal(const std::string &problem) { return {{"status", "refused"}, {"facts", {{"problem", problem}}}}; }

/// {status, facts, embedding} as harmonyd-face writes it, and the picture that is kept of one that is ready.
json look_at(const std::string &bytes, const face_config &faces, const job_state &state, std::string &kept) {
  if (const char *problem = refusal_of(bytes)) return refusal(problem);
  const private_folder folder;
  folder.write("photo", bytes);
  program look = looking(faces);
  look.argv.insert(look.argv.end(), {folder.path("photo"), folder.path("kept.jpg")});
  try {
    const program_result result = run_program(look, folder, state);
    if (result.status == out_of_time) return refusal("it takes too long");
    if (result.status != 0) throw failed(look, result, false);
    json found = json::parse(result.output);
    for (const auto &[part, net] : {std::pair("detector", &faces.detector), std::pair("landmarks", &faces.landmarks),
                                    std::pair("embedding", &faces.embedding)})
      found["facts"][part] = {{"name", net->name}, {"version", net->version}};
    if (found["status"] == "ready") kept = folder.read("kept.jpg", largest_kept);
    return found;
  } catch (const ended_by_signal &end) {
    if (end.number() == SIGKILL) throw;  // memory that others took may be why
    return refusal("its decoding broke off");
  }
}

parameter array_of(const json &found) {
  if (!found.contains("embedding")) return {};
  std::string text = found["embedding"].dump();
  text.front() = '{';
  text.back() = '}';
  return text;
}

}  // namespace

std::string lacks_faces(const config &settings) {
  if (settings.faces.detector.file.empty()) return "faces.detector is not configured";
  return face_program().empty() ? "harmonyd-face is not installed, which is built where OpenCV is" : "";
}

std::string check_faces(const face_config &faces) {
  const private_folder folder;
  const job_state state{job{}};
  const program look = looking(faces);
  const program_result result = run_program(look, folder, state);
  if (result.status != 0) throw failed(look, result, true);
  return faces.embedding.name + " " + faces.embedding.version + " gives " +
         json::parse(result.output)["dimensions"].dump() + " numbers";
}

json run_face(const job &job, job_state &state, const config &settings) {
  const json payload = json::parse(job.payload, nullptr, false);
  const auto is_there = [&](const char *member) { return payload.is_object() && payload.contains(member); };
  if (!is_there("photo") || !payload["photo"].is_number_integer() || !is_there("document") ||
      !payload["document"].is_string())
    throw work_error("the payload names no photo and document", true);
  std::string bytes, kept;
  read_document({{"document", payload["document"]}}, settings, state, [&](std::string_view more) { bytes += more; });
  state.report(0.2, "looking for a face");
  const json found = look_at(bytes, settings.faces, state, kept);
  state.poll();
  ask(settings,
      "SELECT affinity.face_found($1::bigint, $2::integer, $3::bigint, $4, $5::jsonb, $6::bytea, $7::float4[])",
      {job.id, job.attempt, payload["photo"].dump(), found["status"].get<std::string>(), found["facts"].dump(),
       kept.empty() ? parameter() : parameter(bytea_literal(kept)), array_of(found)});
  return nullptr;  // the job has ended with it
}

}  // namespace harmony::worker
