// The configuration of harmonyd: one JSON file, which holds no secret itself but names files that do.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace harmony::worker {

struct smtp_config {
  std::string url;     ///< smtp://host:port or smtps://host:port; empty: no mail is sent
  std::string from;    ///< an address, or "Name <address>"
  std::string domain;  ///< the right side of Message-IDs; by default that of from
  std::string user;
  std::string password;  ///< of password_file
  std::string ca_file;   ///< empty: the system's
  bool requires_tls = true;
  long timeout_s = 30;
};

struct webhook_config {
  std::map<std::string, std::string> secrets;  ///< of secrets_file: name of a webhook to its secret
  std::string ca_file;
  bool allows_private = false;
  long timeout_s = 10;
};

struct otlp_config {
  std::string url;  ///< http://host:4318/v1/traces; empty: no spans
  std::string service = "harmonyd";
  std::string ca_file;
  long timeout_s = 5;
};

struct events_config {
  std::string socket;  ///< nginx's socket that events are published to; empty: none are
  long timeout_s = 2;
};

struct document_config {
  std::string ca_file;            ///< of S3; empty: the system's
  long timeout_s = 60;            ///< without a byte
  std::string languages = "eng";  ///< of Tesseract, as in eng+deu
  std::vector<std::string> scan;  ///< a program and its arguments, to which a file is added: 0 clean, 1 infected
};

struct fetch_config {
  /// Of tokens_file: of each organisation the addresses that it may fetch from, https://host[:port], each with the
  /// header Authorization, which may be empty.
  std::map<std::string, std::map<std::string, std::string>> tokens;
  std::string ca_file;
  long timeout_s = 30;  ///< of one answer
};

/// A net as an ONNX file, and what is kept of it with what it has found.
struct net_config {
  std::string file, name, version;
};

struct face_config {
  net_config detector, landmarks, embedding;  ///< none or all
};

struct config {
  std::string database;  ///< libpq's connection string, without a password
  int workers = 4;
  std::vector<std::string> kinds;  ///< empty: all
  int grace_s = 30;                ///< how long work may go on after SIGTERM
  smtp_config smtp;
  webhook_config webhooks;
  otlp_config otlp;
  events_config events;
  document_config documents;
  fetch_config fetch;
  face_config faces;
  std::string log_file;  ///< empty: standard error
  std::string log_level = "info";
};

/// Reads the file, and the secrets of the files that it names. Throws harmony::error, which holds nothing of a secret:
/// 58P01 or 58030 for a file that is not there or not readable, or a secret that others may read (mode & 007); 22023
/// for what is no such configuration, with the name of the member.
config read_config(const std::string &path);

/// The text of a file of secrets, without one newline at its end.
std::string read_secret(const std::string &path);

/// The address in "Name <address>" or "address".
std::string address_of(const std::string &mailbox);

}  // namespace harmony::worker
