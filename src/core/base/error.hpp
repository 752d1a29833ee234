// Errors of the core. The boundary turns them into ereport(ERROR) with the same SQLSTATE, message, DETAIL and HINT.
//
// Messages follow PostgreSQL's style: the message starts in lower case without a full stop; detail and hint are whole
// sentences. A core function throws for bad input only; what is merely not measured is a missing value, not an error.
#pragma once

#include "core/base/no_postgres.hpp"

#include <exception>
#include <string>
#include <utility>

namespace harmony {

/// SQLSTATE codes that the core raises (PostgreSQL manual, appendix A).
namespace sqlstate {
inline constexpr const char *invalid_parameter_value = "22023";
inline constexpr const char *null_value_not_allowed = "22004";
inline constexpr const char *array_subscript_error = "2202E";
inline constexpr const char *numeric_value_out_of_range = "22003";
inline constexpr const char *invalid_text_representation = "22P02";
inline constexpr const char *invalid_binary_representation = "22P03";
inline constexpr const char *data_exception = "22000";
inline constexpr const char *character_not_in_repertoire = "22021";
inline constexpr const char *bad_copy_file_format = "22P04";
inline constexpr const char *program_limit_exceeded = "54000";
inline constexpr const char *feature_not_supported = "0A000";
inline constexpr const char *invalid_authorization_specification = "28000";
inline constexpr const char *insufficient_privilege = "42501";
inline constexpr const char *reserved_name = "42939";
inline constexpr const char *insufficient_resources = "53000";
inline constexpr const char *out_of_memory = "53200";
inline constexpr const char *io_error = "58030";
inline constexpr const char *undefined_file = "58P01";
inline constexpr const char *internal_error = "XX000";
}  // namespace sqlstate

/// An error a user can cause, with the fields of a PostgreSQL error report.
class error : public std::exception {
 public:
  error(const char *sqlstate, std::string message, std::string detail = {}, std::string hint = {})
      : sqlstate_(sqlstate), message_(std::move(message)), detail_(std::move(detail)), hint_(std::move(hint)) {}

  const char *what() const noexcept override { return message_.c_str(); }
  const char *sqlstate() const noexcept { return sqlstate_; }
  const std::string &message() const noexcept { return message_; }
  const std::string &detail() const noexcept { return detail_; }
  const std::string &hint() const noexcept { return hint_; }

 private:
  const char *sqlstate_;  // one of the literals above: never freed
  std::string message_, detail_, hint_;
};

}  // namespace harmony
