// The document of cut-offs, in and out.
#pragma once

#include "core/signals/cutoffs.hpp"
#include "functions/shell.hpp"
#include "postgres/json_fields.hpp"

namespace harmony::functions {

/// What is absent keeps its default; JSON null means the defaults. Errors: 22023 for an unknown key, and as check().
inline signals::signal_cutoffs read_cutoffs(const json_view &json) {
  signals::signal_cutoffs cutoffs;
  if (json.is_null()) return cutoffs;
  postgres::read_parts(json, "cutoffs", cutoffs, [](const json_view &value, std::string_view, auto &part) {
    postgres::read_numbers(value, part);
  });
  cutoffs.check();
  return cutoffs;
}

}  // namespace harmony::functions
