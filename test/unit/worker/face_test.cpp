// What is computed around the nets. Values by hand.
#include "worker/face.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

using namespace harmony::worker;

namespace {

constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();
constexpr float endless = std::numeric_limits<float>::infinity();

std::vector<face_box> faces(const std::vector<float> &scores, const std::vector<float> &boxes, int width, int height) {
  return faces_of(scores.data(), boxes.data(), scores.size() / 2, width, height);
}

face_point moved(const plane_map &by, const face_point &point) {
  return {by[0] * point.x + by[1] * point.y + by[2], by[3] * point.x + by[4] * point.y + by[5]};
}

std::vector<unsigned char> blurred(std::vector<unsigned char> grey, int times) {
  constexpr int side = aligned_side;
  for (int n = 0; n < times; ++n) {
    const std::vector<unsigned char> before = grey;
    for (int y = 1; y + 1 < side; ++y)
      for (int x = 1; x + 1 < side; ++x) {
        int sum = 0;
        for (int i = -1; i <= 1; ++i)
          for (int j = -1; j <= 1; ++j) sum += before[static_cast<std::size_t>((y + i) * side + x + j)];
        grey[static_cast<std::size_t>(y * side + x)] = static_cast<unsigned char>(sum / 9);
      }
  }
  return grey;
}

}  // namespace

TEST(face, fits_into_a_shape) {
  const auto fits = [](int width, int height) {
    const fitted size = fit(width, height, 320, 240);
    return std::to_string(size.width) + "x" + std::to_string(size.height);
  };
  EXPECT_EQ(fits(640, 480), "320x240");
  EXPECT_EQ(fits(1000, 2000), "120x240");
  EXPECT_EQ(fits(3200, 10), "320x1");
  EXPECT_EQ(fits(40000000, 1), "320x1");
  EXPECT_EQ(fits(1, 40000000), "1x240");
  EXPECT_EQ(fits(1, 1), "240x240");
}

TEST(face, boxes_are_pixels_of_the_picture) {
  // 1000 x 2000 is 120 x 240 of 320 x 240: a share of 3/8 is all of its width.
  const auto found = faces({0.1F, 0.9F}, {0.0375F, 0.25F, 0.1875F, 0.5F}, 1000, 2000);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0].x, 100, 1e-3);
  EXPECT_NEAR(found[0].y, 500, 1e-3);
  EXPECT_NEAR(found[0].width, 400, 1e-3);
  EXPECT_NEAR(found[0].height, 500, 1e-3);
  EXPECT_NEAR(found[0].size(), 400, 1e-3);
}

TEST(face, one_box_a_face) {
  // The second overlaps the first by 1/3 of their union, the third by 3/5, the fourth not at all.
  const std::vector<float> boxes = {0,     0, 0.2F,  0.2F, 0.1F, 0,    0.3F, 0.2F,
                                    0.05F, 0, 0.25F, 0.2F, 0.5F, 0.5F, 0.7F, 0.7F};
  const auto found = faces({0, 0.99F, 0, 0.7F, 0, 0.8F, 0, 0.9F}, boxes, 320, 240);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_NEAR(found[0].x, 0, 1e-3);
  EXPECT_NEAR(found[1].x, 160, 1e-3);
  EXPECT_NEAR(found[2].x, 32, 1e-3);
  EXPECT_EQ(faces({0, 0.65F, 0, 0.65F, 0, 0.2F, 0, 0.1F}, boxes, 320, 240).size(), 0U);
}

TEST(face, what_is_no_box_is_no_face) {
  const std::vector<float> boxes = {
      not_a_number, 0, 0.2F, 0.2F, 0, not_a_number, 0.2F, 0.2F, 0.2F, 0.2F, 0, 0, 0, 0, 0, 0};
  EXPECT_TRUE(faces({0, 0.9F, 0, 0.9F, 0, 0.9F, 0, 0.9F}, boxes, 320, 240).empty());
  EXPECT_TRUE(faces({0, not_a_number}, {0, 0, 0.2F, 0.2F}, 320, 240).empty());
  const auto whole = faces({0, endless}, {-endless, -1, endless, 9}, 320, 240);
  ASSERT_EQ(whole.size(), 1U);
  EXPECT_EQ(whole[0].width, 320);
  EXPECT_EQ(whole[0].height, 240);
}

TEST(face, where_the_landmarks_are_looked_for) {
  const face_square square = first_square({100, 50, 60, 80});
  EXPECT_EQ(square.x, 130);
  EXPECT_EQ(square.y, 90);
  EXPECT_EQ(square.side, 80);
  EXPECT_EQ(square.turn, 0);
  // An aligned face of half the size, whose middle (56, 64) was at (112 + 300, 128 + 400).
  const face_square again = second_square({0.5, 0, -150, 0, 0.5, -200});
  EXPECT_NEAR(again.x, 412, 1e-9);
  EXPECT_NEAR(again.y, 528, 1e-9);
  EXPECT_NEAR(again.side, 240, 1e-9);
  EXPECT_NEAR(again.turn, 0, 1e-9);
}

TEST(face, a_turned_square_is_shown_upright) {
  // Turned by 90 degrees clockwise, its upper left corner is the upper right one of the picture.
  const plane_map map = picture_of({50, 50, 20, M_PI / 2}, 10);
  EXPECT_NEAR(moved(map, {0, 0}).x, 60, 1e-9);
  EXPECT_NEAR(moved(map, {0, 0}).y, 40, 1e-9);
  EXPECT_NEAR(moved(map, {10, 0}).x, 60, 1e-9);
  EXPECT_NEAR(moved(map, {10, 0}).y, 60, 1e-9);
  EXPECT_NEAR(moved(map, {5, 5}).x, 50, 1e-9);
  EXPECT_NEAR(moved(map, {5, 5}).y, 50, 1e-9);
}

TEST(face, five_points_of_68) {
  std::vector<float> shares(2 * landmarks, not_a_number);
  const auto put = [&](std::size_t n, float x, float y) { shares[2 * n] = x, shares[2 * n + 1] = y; };
  for (std::size_t n = 36; n < 42; ++n) put(n, 0.25F + (n < 39 ? 0.125F : -0.125F), 0.5F);
  for (std::size_t n = 42; n < 48; ++n) put(n, 0.75F, 0.5F);
  put(30, 0.5F, 0.625F);
  put(48, 0.375F, 0.75F);
  put(54, 0.625F, 0.75F);
  const auto points = five_points(shares.data(), {50, 60, 80, 0});
  const double wanted[][2] = {{30, 60}, {70, 60}, {50, 70}, {40, 80}, {60, 80}};
  for (std::size_t n = 0; n < 5; ++n) {
    EXPECT_NEAR(points[n].x, wanted[n][0], 1e-9) << n;
    EXPECT_NEAR(points[n].y, wanted[n][1], 1e-9) << n;
  }
}

TEST(face, alignment_undoes_turn_size_and_place) {
  // Where faces are aligned to, turned by 30 degrees, three times as large, moved.
  const face_point aligned[] = {
      {38.2946, 51.6963}, {73.5318, 51.5014}, {56.0252, 71.7366}, {41.5493, 92.3655}, {70.7299, 92.2041}};
  const double c = 3 * std::cos(M_PI / 6), s = 3 * std::sin(M_PI / 6);
  std::array<face_point, 5> points{};
  for (std::size_t n = 0; n < 5; ++n)
    points[n] = {c * aligned[n].x - s * aligned[n].y + 1000, s * aligned[n].x + c * aligned[n].y + 500};
  const auto by = alignment(points);
  for (std::size_t n = 0; n < 5; ++n) {
    EXPECT_NEAR(moved(by, points[n]).x, aligned[n].x, 1e-9) << n;
    EXPECT_NEAR(moved(by, points[n]).y, aligned[n].y, 1e-9) << n;
  }
  // The second look sees it upright.
  const face_square again = second_square(by);
  EXPECT_NEAR(again.turn, M_PI / 6, 1e-9);
  EXPECT_NEAR(again.side, 360, 1e-9);
  EXPECT_NEAR(moved(by, {again.x, again.y}).x, 56, 1e-9);
  EXPECT_NEAR(moved(by, {again.x, again.y}).y, 64, 1e-9);
  // Never mirrored: a similarity's determinant is its scale squared.
  std::swap(points[0], points[1]);
  std::swap(points[3], points[4]);
  const auto mirrored = alignment(points);
  EXPECT_GT(mirrored[0] * mirrored[4] - mirrored[1] * mirrored[3], 0);
}

TEST(face, alignment_of_one_point_is_no_number) {
  const auto by = alignment({{{5, 5}, {5, 5}, {5, 5}, {5, 5}, {5, 5}}});
  EXPECT_TRUE(std::any_of(by.begin(), by.end(), [](double number) { return !std::isfinite(number); }));
}

TEST(face, sharpness) {
  constexpr std::size_t n = static_cast<std::size_t>(aligned_side) * aligned_side;
  EXPECT_EQ(sharpness(std::vector<unsigned char>(n, 90).data()), 0);
  // A chessboard of -1 and 1: the Laplacian is -8 times it, so 64 times the variance.
  std::vector<unsigned char> board(n);
  for (std::size_t i = 0; i < n; ++i) board[i] = (i / aligned_side + i % aligned_side) % 2 == 0 ? 99 : 101;
  EXPECT_NEAR(sharpness(board.data()), 64, 1e-9);
  // A slope has no detail.
  std::vector<unsigned char> slope(n);
  for (std::size_t i = 0; i < n; ++i) slope[i] = static_cast<unsigned char>(i % aligned_side);
  EXPECT_EQ(sharpness(slope.data()), 0);
}

TEST(face, sharpness_falls_with_blur_and_not_with_light) {
  // Squares of 8 pixels.
  std::vector<unsigned char> grey(static_cast<std::size_t>(aligned_side) * aligned_side);
  for (std::size_t i = 0; i < grey.size(); ++i)
    grey[i] = (i / aligned_side / 8 + i % aligned_side / 8) % 2 == 0 ? 40 : 200;
  std::vector<unsigned char> darker = grey;
  for (unsigned char &each : darker) each /= 2;
  EXPECT_NEAR(sharpness(darker.data()), sharpness(grey.data()), 1e-9);
  EXPECT_LT(sharpness(blurred(grey, 1).data()), sharpness(grey.data()) / 2);
  EXPECT_LT(sharpness(blurred(grey, 9).data()), sharpness(blurred(grey, 3).data()));
}

TEST(face, verdicts) {
  EXPECT_STREQ(verdict(0, 0, 0), "no_face");
  EXPECT_STREQ(verdict(2, 500, 1), "several_faces");
  EXPECT_STREQ(verdict(1, 79.9, 1), "too_small");
  EXPECT_STREQ(verdict(1, 80, 0.0059), "blurred");
  EXPECT_STREQ(verdict(1, 80, 0.006), "ready");
  EXPECT_STREQ(verdict(1, not_a_number, 1), "too_small");
  EXPECT_STREQ(verdict(1, 80, not_a_number), "blurred");
}
