// The sociogram of a team: members as nodes, the dyad scores of pairs as edges, and where to draw them
// (docs/reference/team.md, "Sociogram").
#pragma once

#include "core/team/dyad.hpp"

#include <string>
#include <utility>
#include <vector>

namespace harmony::team {

using person::profile;

/// Sizes of nodes by role, without regard to case.
using role_sizes = std::vector<std::pair<std::string, double>>;

/// The roles in it are default data.
const role_sizes &default_role_sizes();

struct sociogram_model {
  role_sizes sizes = default_role_sizes();
  double default_size = 0.6;                    // of any other role
  double green_from = 70.0, amber_from = 45.0;  // emotional stability; below: red

  /// Errors as check_fields(); 22023 for a size out of its bounds and for cut-offs that are not in order.
  void check() const;

  /// Calls visit(key, part) for every part of the document.
  template <class Model, class Visit>
  static void for_each_part(Model &model, Visit visit);
};

inline field_table<sociogram_model> fields_of(const sociogram_model &) {
  static constexpr field<sociogram_model> fields[] = {
      {"default_size", &sociogram_model::default_size, above_zero},
      {"green_from", &sociogram_model::green_from, any_number},
      {"amber_from", &sociogram_model::amber_from, any_number},
  };
  return {"sociogram", field_kind::constant, fields};
}

template <class Model, class Visit>
void sociogram_model::for_each_part(Model &model, Visit visit) {
  visit("sizes", model.sizes);
  for (const field<sociogram_model> &entry : fields_of(model).fields) visit(entry.name, model.*entry.member);
}

struct sociogram_member {
  std::string id;           // unique
  std::string label, role;  // may be empty
  bool candidate = false;   // a preview: not a member yet
  person::profile profile;  // derived
};

struct sociogram_node {
  sociogram_member member;
  double size = 0.0;
  const char *colour = nullptr;  // green, amber, red by emotional stability; grey where it was not measured
  double x = 0.0, y = 0.0;       // −1…1
};

struct sociogram_edge {
  std::size_t source, target;  // nodes, source before target
  double score;                // dyad()
  const char *kind;            // dyad_label()
};

struct sociogram {
  std::vector<sociogram_node> nodes;  // by id
  std::vector<sociogram_edge> edges;  // of the pairs that can be scored, by source and target
};

/// Pairs counted by kind.
struct sociogram_summary {
  std::size_t n = 0, pairs = 0, scored = 0, synergy = 0, friction = 0, neutral = 0;
  double mean_score = missing;  // of the scored pairs
};
sociogram_summary summarise(const sociogram &picture) noexcept;

inline constexpr std::size_t max_sociogram_members = 300;

/// Nodes, edges and positions. The layout is stress majorisation (de Leeuw 1977; Gansner, Koren and North 2005) of the
/// distances 1 − D, at least .1 and .5 for a pair without a score, from a circle in the order of the ids and with a
/// fixed number of steps; then centred and scaled so that the outermost node touches the edge of −1…1. Positions are
/// rounded to 4 decimals, so that the picture is the same on every machine, and it does not depend on the order of the
/// members. Errors: 22023 for an id that is empty or occurs twice, 54000 beyond `max_sociogram_members`. The models
/// must have passed check(). `by_kind`: the picture tells of a pair no more than its kind: each is drawn at the middle
/// of the kind's scores, and the scores are missing.
sociogram draw(std::vector<sociogram_member> members, const dyad_model &pair = {}, const sociogram_model &model = {},
               bool by_kind = false);

}  // namespace harmony::team
