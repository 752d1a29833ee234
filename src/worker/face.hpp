// Faces on a picture: what is computed around the nets, which are run elsewhere (harmonyd-face). Coordinates are pixels
// from the upper left corner of the picture, which is upright.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace harmony::worker {

/// What the nets take. Others than those that docs/how-to/run_harmonyd.md names have to take the same.
constexpr int detector_width = 320, detector_height = 240;
constexpr int landmark_side = 64, landmarks = 68;
constexpr int aligned_side = 112;

constexpr int longest_side = 2048;         ///< of the picture that is kept: a larger one is made smaller first
constexpr double least_score = 0.65;       ///< of the detector; at or below, it is no face
constexpr double most_overlap = 0.4;       ///< of two boxes, of their union: above, they are the same face
constexpr double least_size = 80;          ///< of a face, below it is too small: the embedding's net sees about as many
constexpr double least_sharpness = 0.006;  ///< see sharpness(); below, it is blurred

struct face_point {
  double x, y;
};

struct face_box {
  double x, y, width, height;

  /// The shorter side.
  double size() const { return width < height ? width : height; }
};

/// Where a picture of another shape is put on the detector's: into its upper left corner, in its own proportions. The
/// rest stays grey.
struct fitted {
  int width, height;  ///< at least 1
};
fitted fit(int width, int height, int most_width, int most_height);

/// The faces that the detector has found, the surest first: each of n candidates has scores (no face, face) and a box
/// (left, top, right, bottom as shares of the detector's picture). What is no number, or no box, is no face.
std::vector<face_box> faces_of(const float *scores, const float *boxes, std::size_t n, int width, int height);

/// A square that may be turned, and may reach out of the picture.
struct face_square {
  double x, y, side;  ///< its middle
  double turn;        ///< of its upper edge, in radians, clockwise as one looks
};

/// Two rows of (x, y, 1).
using plane_map = std::array<double, 6>;

/// From so many pixels by as many, which show the square, to the picture.
plane_map picture_of(const face_square &square, int pixels);

/// Where the net of landmarks looks first: as high as the box, about its middle.
face_square first_square(const face_box &box);

/// Where it looks again, knowing how the face was aligned: upright, and the same part of every face.
face_square second_square(const plane_map &aligned);

/// Eyes, nose, corners of the mouth of 68 landmarks (x and y as shares of the square), left to right as one looks.
std::array<face_point, 5> five_points(const float *shares, const face_square &square);

/// Turns, moves and scales a picture so that the five points come, by least squares, where faces are aligned to for the
/// usual nets (ArcFace's template), on a picture of aligned_side. With points as complex numbers z -> a z + b,
/// a = sum of conj(z - mean z) (w - mean w) over sum of |z - mean z|^2. No numbers where all points are one.
plane_map alignment(const std::array<face_point, 5> &points);

/// How much detail a grey picture of aligned_side has: the variance of its Laplacian by that of its grey, so that light
/// and contrast do not matter. 0 for one colour.
double sharpness(const unsigned char *grey);

/// As affinity.photo has it.
const char *verdict(std::size_t faces, double size, double sharpness);

}  // namespace harmony::worker
