// Reading jsonb objects field by field: an absent key keeps its default, an unknown one is an error that lists what is
// known, so that a misspelt key cannot pass.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "postgres/jsonb.hpp"

namespace harmony::functions {

using postgres::json_view;

/// Error 22023 for a key that `what` does not have.
[[noreturn]] void refuse_key(std::string_view what, std::string_view key, std::string_view known);

/// A string that a document must hold; `what` names it in the error 22023.
std::string required_string(const json_view &value, std::string_view what);

/// Numbers of a struct by name: {"weight": &model.weight, …}.
using number_fields = std::initializer_list<std::pair<std::string_view, double *>>;
void read_numbers(const json_view &json, const char *what, number_fields fields);

/// Calls the reader of each field that is there and not null.
using readers = std::initializer_list<std::pair<std::string_view, std::function<void(const json_view &)>>>;
void read_fields(const json_view &json, const char *what, readers fields);

}  // namespace harmony::functions
