// harmonyd: runs queued jobs and sends messages. What it does stands in docs/reference/jobs.md.
#include "core/base/error.hpp"
#include "worker/daemon.hpp"
#include "worker/log.hpp"

#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>
#include <curl/curl.h>
#include <sodium.h>

int main(int argc, char **argv) {
  using namespace harmony::worker;
  CLI::App app{
      "Runs the jobs of module platform and sends its messages. Start as many as you like, anywhere.\n"
      "SIGTERM ends it: no new work, what runs is finished or handed back.",
      "harmonyd"};
  std::string file;
  options chosen;
  bool is_check = false;
  app.add_option("-c,--config", file, "The configuration, a JSON file: docs/how-to/run_harmonyd.md")->required();
  app.add_flag("--once", chosen.once, "Do what is to be done now, then end");
  std::string kinds = "Only these kinds, with commas:";
  for (const std::string &kind : all_kinds()) kinds += " " + kind;
  app.add_option("--kinds", chosen.kinds, kinds)->delimiter(',');
  app.add_flag("--check", is_check, "Read the configuration, look whether the database can be used, and end");
  app.set_version_flag("--version", HARMONY_VERSION);
  CLI11_PARSE(app, argc, argv);
  try {
    if (sodium_init() < 0 || curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::bad_alloc();
    const config settings = read_config(file);
    open_log(settings.log_file, settings.log_level);
    return is_check ? check_setup(settings) : run_daemon(settings, chosen);
  } catch (const harmony::error &problem) {
    std::fprintf(stderr, "harmonyd: %s\n", problem.what());
    if (!problem.hint().empty()) std::fprintf(stderr, "hint: %s\n", problem.hint().c_str());
  } catch (const std::exception &problem) {
    std::fprintf(stderr, "harmonyd: %s\n", problem.what());
  }
  return 2;
}
