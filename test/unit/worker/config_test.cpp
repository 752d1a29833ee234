// The configuration: what is refused, and that no secret is read from where others may read, or told in an error.
#include "worker/config.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

using namespace harmony::worker;

namespace {

class config_file : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "harmony-config.XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string &name, const std::string &text, mode_t mode = 0600) const {
    const std::string path = folder_ + "/" + name;
    std::ofstream(path, std::ios::binary) << text;
    chmod(path.c_str(), mode);
    return path;
  }
  config read(const std::string &text) const { return read_config(write("config.json", text, 0644)); }
  std::string refusal(const std::string &text) const {
    try {
      read(text);
    } catch (const harmony::error &problem) {
      return problem.message();
    }
    return "";
  }

  std::string folder_;
};

}  // namespace

TEST_F(config_file, defaults) {
  const config settings = read(R"({"database": "dbname=x"})");
  EXPECT_EQ(settings.workers, 4);
  EXPECT_EQ(settings.grace_s, 30);
  EXPECT_TRUE(settings.kinds.empty());
  EXPECT_TRUE(settings.smtp.requires_tls);
  EXPECT_FALSE(settings.webhooks.allows_private);
}

TEST_F(config_file, everything) {
  const std::string password = write("password", "secret\n");
  const std::string secrets = write("secrets", R"({"one": "0123456789abcdef"})");
  const config settings = read(R"({"database": "dbname=x", "workers": 8, "kinds": ["mail"], "grace_s": 5,
    "smtp": {"url": "smtps://mail.example.org", "from": "Harmony <no-reply@example.org>", "user": "u",
    "password_file": ")" + password +
                               R"(", "requires_tls": false, "timeout_s": 7},
    "webhooks": {"secrets_file": ")" +
                               secrets + R"(", "allow_private": true}, "log": {"level": "debug", "file": "x.log"}})");
  EXPECT_EQ(settings.workers, 8);
  EXPECT_EQ(settings.kinds, std::vector<std::string>{"mail"});
  EXPECT_EQ(settings.smtp.domain, "example.org");
  EXPECT_EQ(settings.smtp.password, "secret");
  EXPECT_EQ(settings.smtp.timeout_s, 7);
  EXPECT_EQ(settings.webhooks.secrets.at("one"), "0123456789abcdef");
  EXPECT_TRUE(settings.webhooks.allows_private);
  EXPECT_EQ(settings.log_level, "debug");
}

TEST_F(config_file, what_is_refused_names_the_member) {
  EXPECT_EQ(refusal(R"({"databases": "x"})"), "configuration: \"databases\" is not known");
  EXPECT_EQ(refusal(R"({"smtp": {"host": "x"}})"), "configuration: \"smtp.host\" is not known");
  EXPECT_EQ(refusal(R"({"workers": 0})"), "configuration: \"workers\" is not a whole number from 1 to 100");
  EXPECT_EQ(refusal(R"({"workers": 1.5})"), "configuration: \"workers\" is not a whole number from 1 to 100");
  EXPECT_EQ(refusal(R"({"kinds": "mail"})"), "configuration: \"kinds\" is not an array of texts");
  EXPECT_EQ(refusal(R"({"smtp": []})"), "configuration: \"smtp\" is not an object");
  EXPECT_EQ(refusal(R"({"smtp": {"url": "http://x"}})"),
            "configuration: \"smtp.url\" begins with neither smtp:// nor smtps://");
  EXPECT_EQ(refusal(R"({"smtp": {"url": "smtp://u:p@x", "from": "a@b"}})"),
            "configuration: \"smtp.url\" holds a user; that is smtp.user and smtp.password_file");
  EXPECT_EQ(refusal(R"({"smtp": {"url": "smtp://x", "from": "nobody"}})"),
            "configuration: \"smtp.from\" is no address");
  EXPECT_EQ(refusal(R"({"smtp": {"url": "smtp://x", "from": "a@b", "user": "u"}})"),
            "configuration: \"smtp.password_file\" is missing, or the file is empty");
  EXPECT_NE(refusal("[]"), "");
  EXPECT_NE(refusal("{"), "");
}

TEST_F(config_file, documents) {
  const config read = read_config(write("documents", R"({"documents": {"scan": ["clamdscan", "--fdpass"],
    "languages": "eng+deu", "timeout_s": 600}})"));
  EXPECT_EQ(read.documents.scan, (std::vector<std::string>{"clamdscan", "--fdpass"}));
  EXPECT_EQ(read.documents.languages, "eng+deu");
  EXPECT_EQ(read.documents.timeout_s, 600);
  for (const char *languages : {"", "--psm", "../eng", "eng deu"})
    EXPECT_EQ(refusal(std::string(R"({"documents": {"languages": ")") + languages + "\"}}"),
              "configuration: \"documents.languages\" is not like eng+deu");
  EXPECT_NE(refusal(R"({"documents": {"scan": "clamdscan"}})"), "");
}

TEST_F(config_file, nets_that_look_at_faces) {
  const std::string file = write("net.onnx", "a net");
  const auto net = [&](const char *name, const char *version) {
    return R"({"file": ")" + file + R"(", "name": ")" + name + R"(", "version": ")" + version + "\"}";
  };
  const auto faces = [](const std::string &detector, const std::string &rest) {
    return R"({"faces": {"detector": )" + detector + rest + "}}";
  };
  const std::string others = R"(, "landmarks": )" + net("l", "1") + R"(, "embedding": )" + net("e", "2");
  const config settings = read_config(write("faces", faces(net("d", "3"), others)));
  EXPECT_EQ(settings.faces.detector.file, file);
  EXPECT_EQ(settings.faces.landmarks.name, "l");
  EXPECT_EQ(settings.faces.embedding.version, "2");
  EXPECT_EQ(refusal(faces(net("d", "3"), "")),
            "configuration: \"faces\" does not name all of detector, landmarks and embedding");
  EXPECT_EQ(refusal(faces(net("d", ""), others)),
            "configuration: \"faces.detector\" has no name and version of 1 to 100 bytes");
  EXPECT_EQ(refusal(faces(R"({"file": "net.onnx", "name": "d", "version": "1"})", others)),
            "configuration: \"faces.detector.file\" is no path from / on");
  EXPECT_EQ(refusal(faces(R"({"file": "/no/such/net", "name": "d", "version": "1"})", others)),
            "could not read file \"/no/such/net\"");
  EXPECT_EQ(refusal(faces(R"({"path": "x"})", others)), "configuration: \"faces.detector.path\" is not known");
}

TEST_F(config_file, a_password_in_the_connection_string_is_refused_and_not_told) {
  for (const char *conninfo :
       {"password=hunter2 dbname=x", "postgresql://u:hunter2@h/x", "dbname=x password=hunter2 wrong"}) {
    const std::string message = refusal(std::string(R"({"database": ")") + conninfo + "\"}");
    EXPECT_NE(message, "") << conninfo;
    EXPECT_EQ(message.find("hunter2"), std::string::npos) << message;
  }
}

TEST_F(config_file, secrets_that_others_may_read_are_refused) {
  for (const mode_t mode : {0604, 0602, 0601, 0644, 0666})
    EXPECT_THROW(read_secret(write("open", "hunter2", mode)), harmony::error) << mode;
  EXPECT_EQ(read_secret(write("closed", "hunter2\n", 0640)), "hunter2");
  EXPECT_EQ(read_secret(write("closed", "hunter2\n\n", 0600)), "hunter2\n");
  EXPECT_THROW(read_secret(folder_ + "/nothing"), harmony::error);
  EXPECT_THROW(read_secret(folder_), harmony::error);
}

TEST_F(config_file, a_bad_file_of_secrets_is_not_told) {
  for (const char *text : {"hunter2hunter2hunter2", R"({"one": "hunter2"})", R"({"one": 5})", "[]"}) {
    const std::string message = refusal(R"({"webhooks": {"secrets_file": ")" + write("secrets", text) + "\"}}");
    EXPECT_NE(message, "") << text;
    EXPECT_EQ(message.find("hunter2"), std::string::npos) << message;
  }
}

TEST_F(config_file, tokens_of_organisations) {
  const config read =
      read_config(write("fetch", R"({"fetch": {"timeout_s": 5, "tokens_file": ")" +
                                     write("tokens", R"({"a": {"https://x": "Bearer one", "https://y": ""},
    "b": {}})") + "\"}}"));
  EXPECT_EQ(read.fetch.timeout_s, 5);
  EXPECT_EQ(read.fetch.tokens.at("a").at("https://x"), "Bearer one");
  EXPECT_EQ(read.fetch.tokens.at("a").at("https://y"), "");
  EXPECT_TRUE(read.fetch.tokens.at("b").empty());
  for (const char *text : {"hunter2", "[\"hunter2\"]", R"({"a": "hunter2"})", R"({"a": {"https://x": ["hunter2"]}})",
                           R"({"a": {"https://x": "hunter2\r\nX: y"}})"}) {
    const std::string message = refusal(R"({"fetch": {"tokens_file": ")" + write("tokens", text) + "\"}}");
    EXPECT_NE(message, "") << text;
    EXPECT_EQ(message.find("hunter2"), std::string::npos) << message;
  }
}

TEST(address_of, a_mailbox) {
  EXPECT_EQ(address_of("a@b"), "a@b");
  EXPECT_EQ(address_of("Name <a@b>"), "a@b");
}
