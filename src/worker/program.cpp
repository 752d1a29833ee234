#include "worker/program.hpp"

#include "worker/confinement.hpp"
#include "worker/spans.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace harmony::worker {

namespace {

constexpr const char *search_path = "/usr/local/bin:/usr/bin:/bin";
constexpr int tick_ms = 20;
constexpr std::size_t most_errors = 64 << 10;

class descriptor {
 public:
  explicit descriptor(int number = -1) : number_(number) {}
  descriptor(descriptor &&other) noexcept : number_(other.number_) { other.number_ = -1; }
  descriptor &operator=(descriptor &&other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~descriptor() { close(); }
  int get() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

[[noreturn]] void refuse(const std::string &what) { throw work_error(what + ": " + std::strerror(errno), false); }

struct pipe_ends {
  descriptor read, write;
};

pipe_ends new_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) refuse("could not make a pipe");
  return {descriptor(ends[0]), descriptor(ends[1])};
}

descriptor open_input(const std::string &input) {
  if (input.empty()) {
    descriptor null(open("/dev/null", O_RDONLY | O_CLOEXEC));
    if (null.get() < 0) refuse("could not open /dev/null");
    return null;
  }
  descriptor file(memfd_create("input", MFD_CLOEXEC));
  if (file.get() < 0) refuse("could not hold a program's input");
  for (std::size_t done = 0; done < input.size();) {
    const ssize_t n = ::write(file.get(), input.data() + done, input.size() - done);
    if (n < 0) refuse("could not hold a program's input");
    done += static_cast<std::size_t>(n);
  }
  lseek(file.get(), 0, SEEK_SET);
  return file;
}

/// All that the child needs, made before it is: between fork and exec it may not allocate.
struct start {
  const char *path;
  std::vector<char *> argv, environment;
  const char *folder;
  program_limits limits;
  int input, output, errors, failure;
  int rules;  // of a confinement, or -1
  bool is_isolated;
};

void limit(int resource, rlim_t most, rlim_t most_hard) {
  rlimit now{};
  getrlimit(static_cast<__rlimit_resource>(resource), &now);
  const rlimit wanted{std::min(most, now.rlim_max), std::min(most_hard, now.rlim_max)};
  setrlimit(static_cast<__rlimit_resource>(resource), &wanted);
}

void close_others() {
#ifdef SYS_close_range
  constexpr unsigned on_exec = 1U << 2;  // CLOSE_RANGE_CLOEXEC
  if (syscall(SYS_close_range, 3U, ~0U, on_exec) == 0) return;
#endif
  for (int number = 3; number < 65536; ++number) fcntl(number, F_SETFD, FD_CLOEXEC);
}

/// In the child. Only functions that are safe after the fork of a process with threads.
[[noreturn]] void become(const start &start) {
  setsid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  for (int number = 1; number < NSIG; ++number) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  umask(077);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_CPU, start.limits.cpu_s, start.limits.cpu_s + 1);
  limit(RLIMIT_AS, start.limits.memory, start.limits.memory);
  limit(RLIMIT_FSIZE, start.limits.file, start.limits.file);
  if (start.is_isolated) limit(RLIMIT_NPROC, start.limits.processes, start.limits.processes);
  close_others();
  if (dup2(start.input, 0) == 0 && dup2(start.output, 1) == 1 && dup2(start.errors, 2) == 2 &&
      chdir(start.folder) == 0 && (start.rules < 0 || take_on(start.rules)))
    execve(start.path, start.argv.data(), start.environment.data());
  const int why = errno;
  if (::write(start.failure, &why, sizeof why) < 0) _exit(126);
  _exit(127);
}

/// With user, network, process and IPC namespaces of its own where that is allowed.
pid_t launch(start &start) {
  constexpr unsigned long flags = CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWIPC | SIGCHLD;
  start.is_isolated = true;
  // As fork() but for the flags. Not clone3(), which RestrictNamespaces= of systemd refuses: it cannot read its flags.
#ifdef __s390__
  auto pid = static_cast<pid_t>(syscall(SYS_clone, nullptr, flags, nullptr, nullptr, nullptr));
#else
  auto pid = static_cast<pid_t>(syscall(SYS_clone, flags, nullptr, nullptr, nullptr, nullptr));
#endif
  if (pid < 0) {
    start.is_isolated = false;
    pid = fork();
  }
  if (pid == 0) become(start);
  if (pid < 0) refuse("could not start a process");
  return pid;
}

/// A process that is killed, with its group, unless it was waited for.
class process {
 public:
  explicit process(pid_t pid) : pid_(pid) {}
  ~process() {
    if (pid_ > 0) end();
  }
  process(const process &) = delete;
  process &operator=(const process &) = delete;

  bool has_ended() const {
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0;
  }
  /// Kills what is left, the group while its number is still taken, and returns the status as of waitpid.
  int end() {
    kill(pid_, SIGKILL);
    kill(-pid_, SIGKILL);
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
    pid_ = -1;
    return status;
  }

 private:
  pid_t pid_;
};

/// What has come through a pipe. Of more than most the rest is read and dropped.
class stream {
 public:
  stream(descriptor from, std::size_t most) : from_(std::move(from)), most_(most) {
    fcntl(from_.get(), F_SETFL, O_NONBLOCK);
  }
  int number() const { return from_.get(); }
  bool is_over() const { return is_over_; }
  std::string take() { return std::move(text_); }

  void read() {
    std::array<char, 65536> buffer;
    while (from_.get() >= 0) {
      const ssize_t n = ::read(from_.get(), buffer.data(), buffer.size());
      if (n < 0) return;
      if (n == 0) {
        from_.close();
        return;
      }
      const std::size_t kept = std::min(static_cast<std::size_t>(n), most_ - text_.size());
      text_.append(buffer.data(), kept);
      is_over_ = is_over_ || kept < static_cast<std::size_t>(n);
      if (is_over_) return;  // as much again at the next turn, so that the time is looked at
    }
  }

 private:
  descriptor from_;
  std::size_t most_;
  std::string text_;
  bool is_over_ = false;
};

std::string name_of(const program &program) { return program.argv.at(0).substr(program.argv[0].rfind('/') + 1); }

std::vector<char *> pointers(std::vector<std::string> &texts) {
  std::vector<char *> out;
  for (std::string &text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

void check_status(const program &program, int status) {
  if (WIFEXITED(status)) return;
  const int number = WTERMSIG(status);
  const bool by_time = number == SIGXCPU || number == SIGKILL;
  throw ended_by_signal(name_of(program) + " was ended by signal " + std::to_string(number) +
                            (by_time ? ", as for want of memory or processor time" : ""),
                        number);
}

/// Until the program has ended, and everything that it wrote is read.
int attend(const program &program, process &child, stream &output, stream &errors, const job_state &state,
           steady::time_point begun) {
  const std::chrono::duration<double> most(program.limits.wall_s);
  while (!child.has_ended()) {
    state.poll();
    if (steady::now() - begun > most)
      throw work_error(name_of(program) + " took longer than " + std::to_string(static_cast<int>(most.count())) + " s",
                       false);
    pollfd sources[] = {{output.number(), POLLIN, 0}, {errors.number(), POLLIN, 0}};
    poll(sources, 2, tick_ms);
    output.read();
    errors.read();
    if (output.is_over()) break;
  }
  const int status = child.end();
  output.read();
  errors.read();
  if (output.is_over())
    throw work_error(name_of(program) + " wrote more than " + std::to_string(program.limits.output) + " bytes", true);
  return status;
}

}  // namespace

private_folder::private_folder() {
  const char *base = std::getenv("TMPDIR");
  path_ = std::string(base != nullptr && *base == '/' ? base : "/tmp") + "/harmonyd-XXXXXX";
  if (mkdtemp(path_.data()) == nullptr) refuse("could not make a temporary folder");
}

private_folder::~private_folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void private_folder::write(const std::string &name, const std::string &bytes) const {
  std::ofstream file(path(name), std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) throw work_error("could not write a temporary file", false);
}

std::string private_folder::read(const std::string &name, std::size_t most) const {
  const descriptor file(open(path(name).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat facts {};
  if (file.get() < 0 || fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode))
    throw work_error("a program left no file where it was to", false);
  if (static_cast<std::size_t>(facts.st_size) > most)
    throw work_error("a program's file has more than " + std::to_string(most) + " bytes", true);
  std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t n = ::read(file.get(), bytes.data() + done, bytes.size() - done);
    if (n <= 0) throw work_error("could not read a temporary file", false);
    done += static_cast<std::size_t>(n);
  }
  return bytes;
}

program_result run_program(const program &program, const private_folder &folder, const job_state &state) {
  const std::string path = find_program(program.argv.at(0));
  if (path.empty()) throw work_error("program \"" + program.argv[0] + "\" is not installed where harmonyd runs", false);
  std::vector<std::string> arguments = program.argv;
  std::vector<std::string> environment = {std::string("PATH=") + search_path, "LANG=C.UTF-8", "HOME=" + folder.path(),
                                          "TMPDIR=" + folder.path()};
  environment.insert(environment.end(), program.environment.begin(), program.environment.end());
  const descriptor input = open_input(program.input);
  pipe_ends output = new_pipe(), errors = new_pipe(), failure = new_pipe();
  std::optional<confinement> rules;
  if (program.is_confined) rules.emplace(folder.path());
  start start{path.c_str(),
              pointers(arguments),
              pointers(environment),
              folder.path().c_str(),
              program.limits,
              input.get(),
              output.write.get(),
              errors.write.get(),
              failure.write.get(),
              rules.has_value() ? rules->rules() : -1,
              false};

  state.poll();
  const span call("program " + program.argv[0], span_kind::internal);
  const auto begun = steady::now();
  process child(launch(start));
  output.write.close();
  errors.write.close();
  failure.write.close();
  int why = 0;
  if (::read(failure.read.get(), &why, sizeof why) == sizeof why) {
    errno = why;
    refuse("could not run program \"" + path + "\"");
  }
  stream out(std::move(output.read), program.limits.output), err(std::move(errors.read), most_errors);
  const int status = attend(program, child, out, err, state, begun);
  check_status(program, status);
  program_result result;
  result.status = WEXITSTATUS(status);
  result.output = out.take();
  result.errors = err.take();
  result.seconds = std::chrono::duration<double>(steady::now() - begun).count();
  result.is_isolated = start.is_isolated;
  result.is_confined = start.rules >= 0;
  return result;
}

work_error failed(const program &program, const program_result &result, bool is_permanent) {
  std::string last = result.errors.substr(0, result.errors.find_last_not_of(" \n\r\t") + 1);
  last = last.substr(last.rfind('\n') + 1).substr(0, 300);
  return {name_of(program) + " ended with status " + std::to_string(result.status) + (last.empty() ? "" : ": " + last),
          is_permanent};
}

std::string find_program(const std::string &name) {
  const auto is_program = [](const std::string &path) {
    struct stat facts {};
    return stat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode) && access(path.c_str(), X_OK) == 0;
  };
  if (name.find('/') != std::string::npos) return is_program(name) ? name : std::string();
  for (const char *folder : {"/usr/local/bin/", "/usr/bin/", "/bin/"})
    if (is_program(folder + name)) return folder + name;
  return {};
}

bool can_confine() {
  const private_folder folder;
  return confinement(folder.path()).rules() >= 0;
}

bool can_isolate() {
  const private_folder folder;
  const job_state state{job{}};
  return run_program({{"/bin/true"}}, folder, state).is_isolated;
}

}  // namespace harmony::worker
