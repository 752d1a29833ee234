// The model document as an argument.
#pragma once

#include "functions/ranking/ranking_json.hpp"

namespace harmony::functions {

/// NULL means the defaults of harmony.default_model().
inline ranking::match_model model_of(NullableDatum model) {
  return model.isnull ? ranking::match_model() : read_match_model(json_view::of(model.value));
}

}  // namespace harmony::functions
