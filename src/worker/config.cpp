#include "worker/config.hpp"

#include "core/base/error.hpp"

#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string_view>

#include <libpq-fe.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace harmony::worker {

namespace {

using nlohmann::json;

std::string read_file(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw error(sqlstate::undefined_file, "could not read file \"" + path + "\"");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

json parse(const std::string &text, const std::string &path) {
  json document = json::parse(text, nullptr, false);
  if (!document.is_object()) throw error(sqlstate::invalid_parameter_value, "file \"" + path + "\" is no JSON object");
  return document;
}

[[noreturn]] void refuse(const std::string &where, const std::string &what) {
  throw error(sqlstate::invalid_parameter_value, "configuration: \"" + where + "\" " + what);
}

/// One object of the configuration; members that nobody asked for are refused.
class section {
 public:
  section(json document, std::string path) : document_(std::move(document)), path_(std::move(path)) {}

  void read(const char *name, std::string &value) {
    if (const json *found = find(name)) value = found->is_string() ? found->get<std::string>() : wrong(name, "a text");
  }
  void read(const char *name, bool &value) {
    if (const json *found = find(name)) {
      if (!found->is_boolean()) wrong(name, "true or false");
      value = found->get<bool>();
    }
  }
  template <class Number>
  void read(const char *name, Number &value, long least, long most) {
    const json *found = find(name);
    if (found == nullptr) return;
    if (!found->is_number_integer() || *found < least || *found > most)
      wrong(name, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    value = found->get<Number>();
  }
  void read(const char *name, std::vector<std::string> &values) {
    const json *found = find(name);
    if (found == nullptr) return;
    if (!found->is_array()) wrong(name, "an array of texts");
    for (const json &value : *found)
      values.push_back(value.is_string() ? value.get<std::string>() : wrong(name, "an array of texts"));
  }
  section object(const char *name) {
    const json *found = find(name);
    if (found != nullptr && !found->is_object()) wrong(name, "an object");
    return {found != nullptr ? *found : json::object(), path_ + name + "."};
  }
  void finish() const {
    for (const auto &member : document_.items()) {
      bool is_known = false;
      for (const std::string &name : known_) is_known = is_known || name == member.key();
      if (!is_known) refuse(path_ + member.key(), "is not known");
    }
  }

 private:
  const json *find(const char *name) {
    known_.emplace_back(name);
    const auto found = document_.find(name);
    return found == document_.end() ? nullptr : &*found;
  }
  std::string wrong(const char *name, const std::string &wanted) const { refuse(path_ + name, "is not " + wanted); }

  json document_;
  std::string path_;
  std::vector<std::string> known_;
};

void check_database(const std::string &conninfo) {
  char *message = nullptr;
  PQconninfoOption *options = PQconninfoParse(conninfo.c_str(), &message);
  if (options == nullptr) {
    PQfreemem(message);  // it may quote the text, and a password in it
    refuse("database", "is no connection string of libpq");
  }
  bool has_password = false;
  for (PQconninfoOption *option = options; option->keyword != nullptr; ++option)
    has_password = has_password || (std::string_view(option->keyword) == "password" && option->val != nullptr);
  PQconninfoFree(options);
  if (has_password) refuse("database", "holds a password; name a file by passfile=");
}

void read_smtp(section part, smtp_config &smtp) {
  std::string password_file;
  part.read("url", smtp.url);
  part.read("from", smtp.from);
  part.read("domain", smtp.domain);
  part.read("user", smtp.user);
  part.read("password_file", password_file);
  part.read("ca_file", smtp.ca_file);
  part.read("requires_tls", smtp.requires_tls);
  part.read("timeout_s", smtp.timeout_s, 1, 60);
  part.finish();
  if (smtp.url.empty()) return;
  if (smtp.url.rfind("smtp://", 0) != 0 && smtp.url.rfind("smtps://", 0) != 0)
    refuse("smtp.url", "begins with neither smtp:// nor smtps://");
  if (smtp.url.find('@') != std::string::npos)
    refuse("smtp.url", "holds a user; that is smtp.user and smtp.password_file");
  const std::string address = address_of(smtp.from);
  const auto at = address.rfind('@');
  if (at == std::string::npos || at == 0 || at + 1 == address.size() ||
      smtp.from.find_first_of("\r\n") != std::string::npos)
    refuse("smtp.from", "is no address");
  if (smtp.domain.empty()) smtp.domain = address.substr(at + 1);
  if (!password_file.empty()) smtp.password = read_secret(password_file);
  if (!smtp.user.empty() && smtp.password.empty()) refuse("smtp.password_file", "is missing, or the file is empty");
}

void read_webhooks(section part, webhook_config &webhooks) {
  std::string secrets_file;
  part.read("secrets_file", secrets_file);
  part.read("ca_file", webhooks.ca_file);
  part.read("allow_private", webhooks.allows_private);
  part.read("timeout_s", webhooks.timeout_s, 1, 60);
  part.finish();
  if (secrets_file.empty()) return;
  const json secrets = parse(read_secret(secrets_file), secrets_file);
  for (const auto &secret : secrets.items()) {
    if (!secret.value().is_string() || secret.value().get<std::string>().size() < 16)
      throw error(sqlstate::invalid_parameter_value,
                  "the secret of webhook \"" + secret.key() + "\" is no text of at least 16 bytes");
    webhooks.secrets[secret.key()] = secret.value();
  }
}

void read_otlp(section part, otlp_config &otlp) {
  part.read("url", otlp.url);
  part.read("service", otlp.service);
  part.read("ca_file", otlp.ca_file);
  part.read("timeout_s", otlp.timeout_s, 1, 60);
  part.finish();
  if (!otlp.url.empty() && otlp.url.rfind("http://", 0) != 0 && otlp.url.rfind("https://", 0) != 0)
    refuse("otlp.url", "begins with neither http:// nor https://");
  if (otlp.url.find('@') != std::string::npos) refuse("otlp.url", "holds a user");
}

void read_events(section part, events_config &events) {
  part.read("socket", events.socket);
  part.read("timeout_s", events.timeout_s, 1, 60);
  part.finish();
  if (!events.socket.empty() && (events.socket[0] != '/' || events.socket.size() > 107))
    refuse("events.socket", "is no path of a socket, from / on");
}

void read_documents(section part, document_config &documents) {
  part.read("ca_file", documents.ca_file);
  part.read("timeout_s", documents.timeout_s, 1, 600);
  part.read("languages", documents.languages);
  part.read("scan", documents.scan);
  part.finish();
  // An argument of a program: no option of it, no path.
  const std::string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_+";
  if (documents.languages.empty() || documents.languages.find_first_not_of(letters) != std::string::npos)
    refuse("documents.languages", "is not like eng+deu");
}

/// The tokens of one organisation; the text of a refusal holds none.
std::map<std::string, std::string> tokens_of(const std::string &organization, const json &addresses) {
  if (!addresses.is_object())
    throw error(sqlstate::invalid_parameter_value, "the tokens of organisation \"" + organization + "\" are no object");
  std::map<std::string, std::string> tokens;
  for (const auto &address : addresses.items()) {
    if (!address.value().is_string() || address.value().get<std::string>().find_first_of("\r\n") != std::string::npos)
      throw error(sqlstate::invalid_parameter_value, "the token of \"" + address.key() + "\" is no line of text");
    tokens[address.key()] = address.value();
  }
  return tokens;
}

void read_fetch(section part, fetch_config &fetch) {
  std::string tokens_file;
  part.read("tokens_file", tokens_file);
  part.read("ca_file", fetch.ca_file);
  part.read("timeout_s", fetch.timeout_s, 1, 600);
  part.finish();
  if (tokens_file.empty()) return;
  const json tokens = parse(read_secret(tokens_file), tokens_file);
  for (const auto &organization : tokens.items())
    fetch.tokens[organization.key()] = tokens_of(organization.key(), organization.value());
}

/// Whether it is there.
bool read_net(section part, const std::string &where, net_config &net) {
  part.read("file", net.file);
  part.read("name", net.name);
  part.read("version", net.version);
  part.finish();
  if (net.file.empty()) return false;
  if (net.file[0] != '/') refuse(where + ".file", "is no path from / on");  // it is read from another folder
  if (access(net.file.c_str(), R_OK) != 0)
    throw error(sqlstate::undefined_file, "could not read file \"" + net.file + "\"");
  for (const std::string &text : {net.name, net.version})
    if (text.empty() || text.size() > 100) refuse(where, "has no name and version of 1 to 100 bytes");
  return true;
}

void read_faces(section part, face_config &faces) {
  const bool detects = read_net(part.object("detector"), "faces.detector", faces.detector);
  const bool marks = read_net(part.object("landmarks"), "faces.landmarks", faces.landmarks);
  const bool embeds = read_net(part.object("embedding"), "faces.embedding", faces.embedding);
  part.finish();
  if (detects != marks || marks != embeds) refuse("faces", "does not name all of detector, landmarks and embedding");
}

}  // namespace

std::string address_of(const std::string &mailbox) {
  const auto open = mailbox.rfind('<');
  if (open == std::string::npos || mailbox.back() != '>') return mailbox;
  return mailbox.substr(open + 1, mailbox.size() - open - 2);
}

std::string read_secret(const std::string &path) {
  struct stat facts {};
  if (stat(path.c_str(), &facts) != 0) throw error(sqlstate::undefined_file, "file \"" + path + "\" is not there");
  if (!S_ISREG(facts.st_mode) || (facts.st_mode & 007) != 0)
    throw error(sqlstate::io_error, "file \"" + path + "\" may be read or written by others, or is no file", {},
                "chmod o-rwx it.");
  std::string text = read_file(path);
  if (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

config read_config(const std::string &path) {
  config result;
  section top(parse(read_file(path), path), "");
  section log = top.object("log");
  top.read("database", result.database);
  top.read("workers", result.workers, 1, 100);
  top.read("kinds", result.kinds);
  top.read("grace_s", result.grace_s, 1, 300);
  read_smtp(top.object("smtp"), result.smtp);
  read_webhooks(top.object("webhooks"), result.webhooks);
  read_otlp(top.object("otlp"), result.otlp);
  read_events(top.object("events"), result.events);
  read_documents(top.object("documents"), result.documents);
  read_fetch(top.object("fetch"), result.fetch);
  read_faces(top.object("faces"), result.faces);
  log.read("file", result.log_file);
  log.read("level", result.log_level);
  log.finish();
  top.finish();
  check_database(result.database);
  return result;
}

}  // namespace harmony::worker
