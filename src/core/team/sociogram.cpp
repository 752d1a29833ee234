#include "core/team/sociogram.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/rounding.hpp"
#include "core/person/bands.hpp"

#include <algorithm>

namespace harmony::team {

namespace {

constexpr int steps = 200;
constexpr double least_distance = 0.1, unknown_distance = 0.5;
constexpr double pi = 3.14159265358979323846;

struct point {
  double x, y;
};

double distance(const point &one, const point &other) noexcept {
  const double dx = one.x - other.x, dy = one.y - other.y;
  return std::sqrt(dx * dx + dy * dy);
}

std::vector<point> circle(std::size_t n) {
  std::vector<point> places(n);
  for (std::size_t k = 0; k < n; ++k) {
    const double angle = 2.0 * pi * static_cast<double>(k) / static_cast<double>(n);
    places[k] = {0.5 * std::cos(angle), 0.5 * std::sin(angle)};
  }
  return places;
}

/// One step of majorisation with equal weights (Guttman's transform): no step raises the stress. Keeps the centre at 0.
std::vector<point> majorise(const std::vector<point> &places, const std::vector<double> &wanted) {
  const std::size_t n = places.size();
  std::vector<point> moved(n);
  for (std::size_t i = 0; i < n; ++i) {
    point sum{0.0, 0.0};
    for (std::size_t j = 0; j < n; ++j) {
      const double apart = distance(places[i], places[j]);
      const double stretch = apart > 0.0 ? wanted[i * n + j] / apart : 0.0;
      sum.x += stretch * (places[i].x - places[j].x);
      sum.y += stretch * (places[i].y - places[j].y);
    }
    moved[i] = {sum.x / static_cast<double>(n), sum.y / static_cast<double>(n)};
  }
  return moved;
}

/// Centred; the outermost coordinate is 1.
void frame(std::vector<point> &places) {
  point centre{0.0, 0.0};
  for (const point &place : places) centre.x += place.x, centre.y += place.y;
  const auto n = static_cast<double>(places.size());
  double reach = 0.0;
  for (point &place : places) {
    place.x -= centre.x / n;
    place.y -= centre.y / n;
    reach = std::max({reach, std::fabs(place.x), std::fabs(place.y)});
  }
  for (point &place : places) {
    place.x = reach > 0.0 ? round_to(place.x / reach, 4) : 0.0;
    place.y = reach > 0.0 ? round_to(place.y / reach, 4) : 0.0;
  }
}

std::vector<point> layout(const sociogram &picture) {
  const std::size_t n = picture.nodes.size();
  std::vector<point> places = circle(n);
  if (n > 1) {
    std::vector<double> wanted(n * n, unknown_distance);
    for (const sociogram_edge &edge : picture.edges)
      wanted[edge.source * n + edge.target] = wanted[edge.target * n + edge.source] =
          std::max(1.0 - edge.score, least_distance);
    for (int step = 0; step < steps; ++step) {
      poll_interrupt();
      places = majorise(places, wanted);
    }
  }
  frame(places);
  return places;
}

/// The middle of a kind's scores, within 0…1.
double middle_of(std::string_view kind, const dyad_model &pair) noexcept {
  const double low = std::clamp(pair.friction_below, 0.0, 1.0), high = std::clamp(pair.synergy_above, 0.0, 1.0);
  if (kind == "friction") return low / 2.0;
  return kind == "synergy" ? (high + 1.0) / 2.0 : (low + high) / 2.0;
}

bool same_word(const std::string &one, const std::string &other) noexcept {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return one.size() == other.size() &&
         std::equal(one.begin(), one.end(), other.begin(), [&](char a, char b) { return lower(a) == lower(b); });
}

double size_of(const std::string &role, const sociogram_model &model) noexcept {
  for (const auto &[name, size] : model.sizes)
    if (same_word(name, role)) return size;
  return model.default_size;
}

const char *colour_of(double stability, const sociogram_model &model) noexcept {
  if (std::isnan(stability)) return "grey";
  if (!person::falls_below(stability, model.green_from)) return "green";
  return person::falls_below(stability, model.amber_from) ? "red" : "amber";
}

void check_members(const std::vector<sociogram_member> &sorted) {
  if (sorted.size() > max_sociogram_members)
    throw error(sqlstate::program_limit_exceeded, "too many members in a sociogram",
                "The limit is " + std::to_string(max_sociogram_members) + ".");
  for (std::size_t k = 0; k < sorted.size(); ++k) {
    if (sorted[k].id.empty()) throw error(sqlstate::invalid_parameter_value, "member of a sociogram must have an id");
    if (k > 0 && sorted[k].id == sorted[k - 1].id)
      throw error(sqlstate::invalid_parameter_value, "member \"" + sorted[k].id + "\" occurs more than once");
  }
}

}  // namespace

const role_sizes &default_role_sizes() {
  static const role_sizes sizes{{"Captain", 1.0},
                                {"First Mate", 0.85},
                                {"Chief Engineer", 0.85},
                                {"Chief Stewardess", 0.85},
                                {"2nd Engineer", 0.7},
                                {"Bosun", 0.7},
                                {"Chef", 0.7}};
  return sizes;
}

void sociogram_model::check() const {
  check_fields(*this);
  for (const auto &[role, size] : sizes)
    if (!above_zero.hold(size)) refuse_value("sizes", field_kind::constant, role, above_zero, size);
  if (!(amber_from <= green_from))
    throw error(sqlstate::invalid_parameter_value, "cut-offs of a sociogram must be in order");
}

sociogram draw(std::vector<sociogram_member> members, const dyad_model &pair, const sociogram_model &model,
               bool by_kind) {
  std::sort(members.begin(), members.end(),
            [](const sociogram_member &left, const sociogram_member &right) { return left.id < right.id; });
  check_members(members);
  sociogram picture;
  for (sociogram_member &member : members) {
    const double size = size_of(member.role, model);
    const char *colour = colour_of(member.profile.get(person::trait::emotional_stability), model);
    picture.nodes.push_back({std::move(member), size, colour, 0.0, 0.0});
  }
  const std::vector<sociogram_node> &nodes = picture.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    for (std::size_t j = i + 1; j < nodes.size(); ++j) {
      const double score = dyad(nodes[i].member.profile, nodes[j].member.profile, pair);
      if (std::isnan(score)) continue;
      const char *kind = dyad_label(score, pair);
      picture.edges.push_back({i, j, by_kind ? middle_of(kind, pair) : score, kind});
    }
  const std::vector<point> places = layout(picture);
  for (std::size_t k = 0; k < places.size(); ++k) {
    picture.nodes[k].x = places[k].x;
    picture.nodes[k].y = places[k].y;
  }
  if (by_kind)
    for (sociogram_edge &edge : picture.edges) edge.score = missing;
  return picture;
}

sociogram_summary summarise(const sociogram &picture) noexcept {
  sociogram_summary result;
  result.n = picture.nodes.size();
  result.pairs = result.n < 2 ? 0 : result.n * (result.n - 1) / 2;
  result.scored = picture.edges.size();
  double sum = 0.0;
  for (const sociogram_edge &edge : picture.edges) {
    sum += edge.score;
    const std::string_view kind = edge.kind;
    ++(kind == "synergy" ? result.synergy : (kind == "friction" ? result.friction : result.neutral));
  }
  if (result.scored > 0) result.mean_score = sum / static_cast<double>(result.scored);
  return result;
}

}  // namespace harmony::team
