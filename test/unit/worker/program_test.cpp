// External programs: what they are given, what they may not do, and that nothing of them stays.
#include "worker/program.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace harmony::worker;

namespace {

class programs : public testing::Test {
 protected:
  program_result shell(const std::string &script, const program_limits &limits = {}, const std::string &input = {}) {
    return run_program({{"sh", "-c", script}, input, limits}, folder, state);
  }
  std::string error_of(const program &program, bool is_permanent = false) {
    try {
      run_program(program, folder, state);
    } catch (const work_error &problem) {
      EXPECT_EQ(problem.is_permanent(), is_permanent) << problem.what();
      return problem.what();
    }
    ADD_FAILURE() << "no error";
    return {};
  }
  private_folder folder;
  job_state state{job{}};
};

bool is_running(const std::string &text) {
  for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "cmdline");
    const std::string line((std::istreambuf_iterator<char>(file)), {});
    if (line.find(text) != std::string::npos) return true;
  }
  return false;
}

/// No process has this text among its arguments, at the latest in a moment: killed ones need one to go.
bool is_gone(const std::string &text) {
  for (int n = 0; n < 100 && is_running(text); ++n) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  return !is_running(text);
}

double seconds_since(steady::time_point start) { return std::chrono::duration<double>(steady::now() - start).count(); }

}  // namespace

TEST_F(programs, arguments_pass_no_shell) {
  const auto result = run_program({{"printf", "%s|", "a b", "$(id)", "; exit 3", "*", ""}}, folder, state);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.output, "a b|$(id)|; exit 3|*||");
  EXPECT_EQ(result.errors, "");
}

TEST_F(programs, input_output_errors_and_status) {
  const std::string input(1 << 20, 'x');
  const auto result = shell("wc -c; echo bad >&2; exit 7", {}, input);
  EXPECT_EQ(result.status, 7);
  EXPECT_EQ(result.output, "1048576\n");
  EXPECT_EQ(result.errors, "bad\n");
  EXPECT_STREQ(failed({{"/bin/sh"}}, result, true).what(), "sh ended with status 7: bad");
  EXPECT_EQ(shell("cat").output, "");  // /dev/null
}

TEST_F(programs, environment_is_its_own) {
  setenv("HARMONY_SECRET", "word", 1);
  const auto result = run_program({{"env"}, "", {}, {"MORE=1"}}, folder, state);
  unsetenv("HARMONY_SECRET");
  EXPECT_EQ(result.output, "PATH=/usr/local/bin:/usr/bin:/bin\nLANG=C.UTF-8\nHOME=" + folder.path() +
                               "\nTMPDIR=" + folder.path() + "\nMORE=1\n");
  EXPECT_EQ(shell("pwd").output, folder.path() + "\n");
}

TEST_F(programs, inherit_no_descriptor_and_no_signal_mask) {
  sigset_t set, before;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &set, &before);
  const int secret = dup(1);  // without FD_CLOEXEC
  ASSERT_GE(secret, 3);
  EXPECT_EQ(shell("ls /proc/self/fd").output, "0\n1\n2\n3\n");  // 3 is ls reading the folder
  EXPECT_EQ(shell("grep SigBlk /proc/self/status").output, "SigBlk:\t0000000000000000\n");
  close(secret);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

TEST_F(programs, folder_is_private_and_goes) {
  std::string path;
  {
    const private_folder other;
    path = other.path();
    struct stat facts {};
    ASSERT_EQ(stat(path.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777, 0700U);
    other.write("in", std::string("a\0b", 3));
    EXPECT_EQ(run_program({{"sh", "-c", "mkdir -p d/e && cp in d/e/out && cp in out && chmod 0 d/e/out"}}, other, state)
                  .status,
              0);
    EXPECT_EQ(other.read("out", 3), std::string("a\0b", 3));
    EXPECT_THROW(other.read("out", 2), work_error);
    EXPECT_THROW(other.read("none", 9), work_error);
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(programs, what_is_read_is_no_link_and_no_device) {
  ASSERT_EQ(shell("ln -s /etc/passwd link; mkfifo pipe; mkdir folder").status, 0);
  for (const char *name : {"link", "pipe", "folder"}) EXPECT_THROW(folder.read(name, 1 << 20), work_error) << name;
}

TEST_F(programs, one_that_is_not_there) {
  EXPECT_EQ(error_of({{"no-such-program"}}), "program \"no-such-program\" is not installed where harmonyd runs");
  folder.write("script", "#!/no/such/interpreter\n");
  chmod(folder.path("script").c_str(), 0700);
  EXPECT_EQ(error_of({{folder.path("script")}}),
            "could not run program \"" + folder.path("script") + "\": No such file or directory");
}

TEST_F(programs, time_is_over) {
  program slow{{"sh", "-c", "sleep 4711.25 & sleep 4711.25"}};
  slow.limits.wall_s = 1;
  const auto start = steady::now();
  EXPECT_EQ(error_of(slow), "sh took longer than 1 s");
  EXPECT_LT(seconds_since(start), 3);
  EXPECT_TRUE(is_gone("4711.25"));
}

TEST_F(programs, nothing_outlives_it) {
  EXPECT_EQ(shell("sleep 4711.5 & echo begun").output, "begun\n");
  EXPECT_TRUE(is_gone("4711.5"));
  if (!can_isolate()) GTEST_SKIP() << "no namespaces: a process that leaves its group may stay";
  EXPECT_EQ(shell("setsid sleep 4711.75 & sleep .1; echo begun").output, "begun\n");
  EXPECT_TRUE(is_gone("4711.75"));
}

TEST_F(programs, ends_with_the_job) {
  job_list jobs;
  job one;
  one.id = "1";
  one.attempt = "1";
  const auto shared = jobs.add(one);
  std::thread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    jobs.stop("1", "1");
  });
  const auto start = steady::now();
  EXPECT_THROW(run_program({{"sleep", "4712.5"}}, folder, *shared), stopped);
  canceller.join();
  EXPECT_LT(seconds_since(start), 3);
  EXPECT_TRUE(is_gone("4712.5"));
  EXPECT_THROW(run_program({{"true"}}, folder, *shared), stopped);
}

TEST_F(programs, ended_by_a_signal) {
  // By its own fault: the first process of a name space ignores signals that are sent in it.
  try {
    run_program({{"perl", "-e", "print unpack('p', pack('J', 1))"}}, folder, state);
    ADD_FAILURE() << "no error";
  } catch (const ended_by_signal &end) {
    EXPECT_EQ(end.number(), SIGSEGV);
    EXPECT_STREQ(end.what(), "perl was ended by signal 11");
    EXPECT_FALSE(end.is_permanent());
  }
}

TEST_F(programs, limits) {
  program_limits limits;
  limits.cpu_s = 1;
  limits.wall_s = 20;
  const std::string cpu = error_of({{"sh", "-c", "while :; do :; done"}, "", limits});
  EXPECT_NE(cpu.find("was ended by signal"), std::string::npos) << cpu;

  limits.file = 4096;
  EXPECT_NE(shell("dd if=/dev/zero of=big bs=8192 count=1 2>/dev/null", limits).status, 0);
  EXPECT_EQ(std::filesystem::file_size(folder.path("big")), 4096U);
  EXPECT_EQ(shell("dd if=/dev/zero of=small bs=4096 count=1 2>/dev/null", limits).status, 0);

  limits.memory = 64 << 20;
  const char *const hold = "dd if=/dev/zero of=/dev/null bs=128M count=1 2>/dev/null";
  EXPECT_NE(shell(hold, limits).status, 0);
  limits.memory = std::size_t{1} << 30;
  EXPECT_EQ(shell(hold, limits).status, 0);
  EXPECT_EQ(shell("ulimit -c").output, "0\n");
}

TEST_F(programs, output_is_limited) {
  program loud{{"sh", "-c", "while :; do echo 0123456789; done"}};
  loud.limits.output = 100000;
  EXPECT_EQ(error_of(loud, true), "sh wrote more than 100000 bytes");
  const auto result = shell("head -c 1000000 /dev/zero >&2; echo done");
  EXPECT_EQ(result.errors.size(), 65536U);
  EXPECT_EQ(result.output, "done\n");
}

TEST_F(programs, have_no_network) {
  if (!can_isolate()) GTEST_SKIP() << "the kernel gives this process no namespaces: programs share its network";
  EXPECT_EQ(shell("tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '").output, "lo\n");
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
  ASSERT_EQ(listen(listener, 1), 0);
  socklen_t size = sizeof address;
  getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
  const std::string script = "exec 3<>/dev/tcp/127.0.0.1/" + std::to_string(ntohs(address.sin_port));
  EXPECT_EQ(std::system(("bash -c '" + script + "'").c_str()), 0);  // from here it can be reached
  EXPECT_NE(run_program({{"bash", "-c", script}}, folder, state).status, 0);
  close(listener);
}

TEST_F(programs, confined_ones_see_no_files) {
  if (!can_confine()) GTEST_SKIP() << "this kernel has no Landlock: programs see what harmonyd sees";
  const private_folder other;
  other.write("secret", "what nobody is to see");
  const auto seen = [&](const std::string &path, bool is_confined) {
    program cat{{"cat", path}};
    cat.is_confined = is_confined;
    return run_program(cat, folder, state);
  };
  for (const std::string &path :
       {other.path("secret"), std::string("/etc/passwd"), std::string("/proc/self/environ")}) {
    EXPECT_EQ(seen(path, false).status, 0) << path;
    const auto result = seen(path, true);
    EXPECT_TRUE(result.is_confined);
    EXPECT_EQ(result.output, "") << path;
    EXPECT_NE(result.errors.find("Permission denied"), std::string::npos) << path << result.errors;
  }
  folder.write("own", "its own");
  EXPECT_EQ(seen(folder.path("own"), true).output, "its own");
  const auto tries = [&](const std::string &script) {
    program shell{{"sh", "-c", script}};
    shell.is_confined = true;
    return run_program(shell, folder, state).status;
  };
  EXPECT_EQ(tries("echo x >new && mkdir a && mv new a/new && truncate -s 0 a/new && rm -r a && echo x >/dev/null"), 0);
  EXPECT_NE(tries("echo x >" + other.path("new")), 0);
  EXPECT_NE(tries("truncate -s 0 " + other.path("secret")), 0);
  EXPECT_NE(tries("ln " + other.path("secret") + " here && cat here"), 0);
  EXPECT_NE(tries("cat <" + other.path("secret")), 0);  // of what it starts too
  EXPECT_EQ(other.read("secret", 100), "what nobody is to see");
}
