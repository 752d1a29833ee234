#include "worker/face.hpp"

#include <algorithm>
#include <cmath>
#include <complex>

namespace harmony::worker {

namespace {

struct candidate {
  face_box box;
  float score;
};

double overlap(const face_box &a, const face_box &b) {
  const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
  const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const double common = width * height;
  return common / (a.width * a.height + b.width * b.height - common);
}

double variance(double sum, double squares, double n) { return squares / n - (sum / n) * (sum / n); }

}  // namespace

fitted fit(int width, int height, int most_width, int most_height) {
  const double scale = std::min(static_cast<double>(most_width) / width, static_cast<double>(most_height) / height);
  const auto side = [&](int of, int most) { return std::clamp(static_cast<int>(std::lround(of * scale)), 1, most); };
  return {side(width, most_width), side(height, most_height)};
}

std::vector<face_box> faces_of(const float *scores, const float *boxes, std::size_t n, int width, int height) {
  const fitted shown = fit(width, height, detector_width, detector_height);
  const double across = static_cast<double>(width) * detector_width / shown.width;
  const double down = static_cast<double>(height) * detector_height / shown.height;
  std::vector<candidate> candidates;
  for (std::size_t i = 0; i < n; ++i) {
    const float *corner = boxes + 4 * i;
    const double left = std::clamp(corner[0] * across, 0.0, static_cast<double>(width));
    const double top = std::clamp(corner[1] * down, 0.0, static_cast<double>(height));
    const double right = std::clamp(corner[2] * across, 0.0, static_cast<double>(width));
    const double bottom = std::clamp(corner[3] * down, 0.0, static_cast<double>(height));
    if (scores[2 * i + 1] > least_score && right - left >= 1 && bottom - top >= 1)
      candidates.push_back({{left, top, right - left, bottom - top}, scores[2 * i + 1]});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const candidate &a, const candidate &b) { return a.score > b.score; });
  std::vector<face_box> faces;
  for (const candidate &each : candidates)
    if (std::none_of(faces.begin(), faces.end(),
                     [&](const face_box &face) { return overlap(face, each.box) > most_overlap; }))
      faces.push_back(each.box);
  return faces;
}

plane_map picture_of(const face_square &square, int pixels) {
  const double c = std::cos(square.turn) * square.side / pixels, s = std::sin(square.turn) * square.side / pixels;
  const double middle = pixels / 2.0;
  return {c, -s, square.x - (c - s) * middle, s, c, square.y - (s + c) * middle};
}

face_square first_square(const face_box &box) { return {box.x + box.width / 2, box.y + box.height / 2, box.height, 0}; }

face_square second_square(const plane_map &aligned) {
  // Of an aligned face, from the brows to the chin: here points of the same face differ least when it is turned.
  constexpr double side = 120;
  const std::complex<double> middle(56, 64), turn(aligned[0], aligned[3]), move(aligned[2], aligned[5]);
  const std::complex<double> point = (middle - move) / turn;
  return {point.real(), point.imag(), side / std::abs(turn), -std::arg(turn)};
}

std::array<face_point, 5> five_points(const float *shares, const face_square &square) {
  const plane_map map = picture_of(square, 1);
  const auto mean = [&](int first, int n) {
    double x = 0, y = 0;
    for (int i = first; i < first + n; ++i) {
      x += static_cast<double>(shares[2 * i]) / n;
      y += static_cast<double>(shares[2 * i + 1]) / n;
    }
    return face_point{map[0] * x + map[1] * y + map[2], map[3] * x + map[4] * y + map[5]};
  };
  // Of the usual 68: 36 to 41 and 42 to 47 go around the eyes, 30 is the tip of the nose, 48 and 54 are the corners.
  return {mean(36, 6), mean(42, 6), mean(30, 1), mean(48, 1), mean(54, 1)};
}

plane_map alignment(const std::array<face_point, 5> &points) {
  using number = std::complex<double>;
  static const std::array<number, 5> aligned = {number(38.2946, 51.6963), number(73.5318, 51.5014),
                                                number(56.0252, 71.7366), number(41.5493, 92.3655),
                                                number(70.7299, 92.2041)};
  number from, to;
  for (std::size_t i = 0; i < points.size(); ++i) {
    from += number(points[i].x, points[i].y) / 5.0;
    to += aligned[i] / 5.0;
  }
  number product;
  double squares = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const number point = number(points[i].x, points[i].y) - from;
    product += std::conj(point) * (aligned[i] - to);
    squares += std::norm(point);
  }
  const number turn = product / squares, move = to - turn * from;
  return {turn.real(), -turn.imag(), move.real(), turn.imag(), turn.real(), move.imag()};
}

double sharpness(const unsigned char *grey) {
  constexpr int side = aligned_side;
  double sum = 0, squares = 0, detail = 0, detail_squares = 0;
  for (int y = 1; y + 1 < side; ++y) {
    for (int x = 1; x + 1 < side; ++x) {
      const unsigned char *at = grey + y * side + x;
      const double laplacian = at[-1] + at[1] + at[-side] + at[side] - 4 * at[0];
      sum += *at;
      squares += static_cast<double>(*at) * *at;
      detail += laplacian;
      detail_squares += laplacian * laplacian;
    }
  }
  constexpr double n = (side - 2) * (side - 2);
  const double contrast = variance(sum, squares, n);
  return contrast > 0 ? variance(detail, detail_squares, n) / contrast : 0;
}

const char *verdict(std::size_t faces, double size, double sharpness) {
  if (faces == 0) return "no_face";
  if (faces > 1) return "several_faces";
  if (!(size >= least_size)) return "too_small";
  return sharpness >= least_sharpness ? "ready" : "blurred";
}

}  // namespace harmony::worker
