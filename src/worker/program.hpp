// External programs: run by their arguments (no shell), in a private folder, with limits, without a network.
#pragma once

#include "worker/job.hpp"
#include "worker/kinds.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace harmony::worker {

/// A temporary folder of mode 0700 that goes, with all that is in it, when this does.
class private_folder {
 public:
  private_folder();
  ~private_folder();
  private_folder(const private_folder &) = delete;
  private_folder &operator=(const private_folder &) = delete;

  const std::string &path() const { return path_; }
  std::string path(const std::string &name) const { return path_ + "/" + name; }
  void write(const std::string &name, const std::string &bytes) const;
  /// A file that a program has made: no link, and of at most so many bytes. Throws work_error.
  std::string read(const std::string &name, std::size_t most) const;

 private:
  std::string path_;
};

/// What a program may use. Over it, it is killed or refused, and the attempt has failed.
struct program_limits {
  double wall_s = 60;
  unsigned cpu_s = 60;                         ///< of each process
  std::size_t memory = std::size_t{2} << 30;   ///< address space of each process
  std::size_t file = std::size_t{64} << 20;    ///< each file that it writes
  std::size_t output = std::size_t{16} << 20;  ///< standard output; of standard error 64 kB are kept
  unsigned processes = 64;                     ///< and threads; counted where it has a user namespace of its own
};

struct program {
  std::vector<std::string> argv;  ///< argv[0]: a path, or a name in /usr/local/bin, /usr/bin, /bin
  std::string input = {};         ///< standard input; empty: /dev/null
  program_limits limits = {};
  std::vector<std::string> environment = {};  ///< "NAME=value", besides PATH, LANG, HOME, TMPDIR
  /// It opens no file but those that programs are made of and those in its folder, where the kernel has Landlock.
  bool is_confined = false;
};

struct program_result {
  int status = 0;  ///< with which it has ended
  std::string output, errors;
  double seconds = 0;
  bool is_isolated = false;  ///< it had no network and saw no other process
  bool is_confined = false;  ///< it could open no file but those of its folder and what programs are made of
};

/// A program that a signal has ended. It may end otherwise another time.
class ended_by_signal : public work_error {
 public:
  ended_by_signal(const std::string &what, int number) : work_error(what, false), number_(number) {}
  int number() const { return number_; }

 private:
  int number_;
};

/// Runs a program with the folder as its working and home folder until it ends. It is killed with all that it has
/// started when the time is over, when it writes too much, and when the state says that work is to end (stopped).
/// Throws work_error, never permanent, for a program that is not installed, took too long or was killed; for too much
/// output a permanent one. A status other than 0 is the caller's: see failed().
///
/// Where the kernel gives user namespaces to this process, the program has no network, and no process of it outlives
/// it; else its process group is killed, and only what harmonyd runs in (the systemd unit) keeps it from the network.
program_result run_program(const program &program, const private_folder &folder, const job_state &state);

/// The error for a program that ended with another status than 0: its name, the status, the last line that it wrote.
work_error failed(const program &program, const program_result &result, bool is_permanent);

/// Where a program is, or nothing.
std::string find_program(const std::string &name);

/// Whether this kernel lets programs run without a network: they are tried.
bool can_isolate();

/// Whether this kernel keeps confined programs from files.
bool can_confine();

}  // namespace harmony::worker
