// harmonyd-face: looks at one picture, for harmonyd, which runs it with limits and without a network (kinds/face.cpp).
// Decoders and nets are in no other process, so that a hostile file has nothing but this one.
#include "worker/face.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <opencv2/dnn.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <unistd.h>

namespace harmony::worker {

namespace {

using nlohmann::json;

constexpr int out_of_time = 3;
constexpr int jpeg_quality = 90;

/// A net, and the shape of what it gives: else the file is another net than its member of the configuration says.
cv::dnn::Net read_net(const std::string &file) {
  cv::dnn::Net net = cv::dnn::readNetFromONNX(file);
  net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
  net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
  return net;
}

void require(bool is_so, const char *what) {
  if (!is_so) throw std::runtime_error(what);
}

std::vector<face_box> detect(cv::dnn::Net net, const cv::Mat &picture) {
  const fitted size = fit(picture.cols, picture.rows, detector_width, detector_height);
  cv::Mat shown(detector_height, detector_width, CV_8UC3, cv::Scalar::all(127)), smaller;
  cv::resize(picture, smaller, cv::Size(size.width, size.height), 0, 0, cv::INTER_AREA);
  smaller.copyTo(shown(cv::Rect(0, 0, size.width, size.height)));
  net.setInput(cv::dnn::blobFromImage(shown, 1 / 128.0, {}, cv::Scalar::all(127), true));
  std::vector<cv::Mat> found;
  net.forward(found, std::vector<cv::String>{"scores", "boxes"});
  const std::size_t n = found.at(0).total() / 2;
  require(found[0].type() == CV_32F && found.at(1).type() == CV_32F && found[1].total() == 4 * n,
          "the detector does not give scores and boxes");
  return faces_of(found[0].ptr<float>(), found[1].ptr<float>(), n, picture.cols, picture.rows);
}

std::array<face_point, 5> find_points(cv::dnn::Net net, const cv::Mat &picture, const face_square &square) {
  require(square.side >= 1 && square.side <= 4 * longest_side, "the landmarks are none");
  const int pixels = std::max(landmark_side, cvRound(square.side));
  plane_map map = picture_of(square, pixels);
  cv::Mat part, smaller, grey;
  cv::warpAffine(picture, part, cv::Mat(2, 3, CV_64F, map.data()), cv::Size(pixels, pixels),
                 cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
  cv::resize(part, smaller, cv::Size(landmark_side, landmark_side), 0, 0, cv::INTER_AREA);
  cv::cvtColor(smaller, grey, cv::COLOR_BGR2GRAY);
  net.setInput(cv::dnn::blobFromImage(grey, 1 / 256.0));
  const cv::Mat found = net.forward();
  require(found.type() == CV_32F && found.total() == 2 * landmarks, "the net of landmarks does not give 68 points");
  return five_points(found.ptr<float>(), square);
}

cv::Mat align(cv::dnn::Net net, const cv::Mat &picture, const face_box &box) {
  const plane_map first = alignment(find_points(net, picture, first_square(box)));
  plane_map map = alignment(find_points(net, picture, second_square(first)));
  for (const double number : map) require(std::isfinite(number), "the landmarks are none");
  cv::Mat aligned;
  cv::warpAffine(picture, aligned, cv::Mat(2, 3, CV_64F, map.data()), cv::Size(aligned_side, aligned_side),
                 cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return aligned;
}

/// Of length 1, so that the scalar product of two is their cosine.
std::vector<float> embed(cv::dnn::Net net, const cv::Mat &aligned) {
  net.setInput(cv::dnn::blobFromImage(aligned, 1 / 128.0, {}, cv::Scalar::all(127), true));
  cv::Mat found = net.forward();
  const double length = cv::norm(found);
  require(found.type() == CV_32F && found.total() <= 16384 && std::isfinite(length) && length > 0,
          "the net of embeddings gives none");
  found = found / length;
  return {found.begin<float>(), found.end<float>()};
}

/// Upright, of three colours, and no larger than is kept. Empty: it cannot be decoded.
cv::Mat read_picture(const std::string &file) {
  cv::Mat picture = cv::imread(file, cv::IMREAD_COLOR);
  if (picture.empty() || (picture.cols <= longest_side && picture.rows <= longest_side)) return picture;
  const fitted size = fit(picture.cols, picture.rows, longest_side, longest_side);
  cv::Mat smaller;
  cv::resize(picture, smaller, cv::Size(size.width, size.height), 0, 0, cv::INTER_AREA);
  return smaller;
}

struct nets {
  cv::dnn::Net detector, landmarks, embedding;
};

json look_at(const nets &nets, const cv::Mat &picture) {
  const std::vector<face_box> faces = detect(nets.detector, picture);
  json facts = {{"faces", faces.size()}, {"width", picture.cols}, {"height", picture.rows}};
  if (faces.size() != 1) return {{"status", verdict(faces.size(), 0, 0)}, {"facts", facts}};
  const face_box &box = faces.front();
  const cv::Mat aligned = align(nets.landmarks, picture, box);
  cv::Mat grey;
  cv::cvtColor(aligned, grey, cv::COLOR_BGR2GRAY);
  const double detail = sharpness(grey.ptr());
  facts["box"] = {std::lround(box.x), std::lround(box.y), std::lround(box.width), std::lround(box.height)};
  facts["size"] = std::lround(box.size());
  facts["sharpness"] = std::round(detail * 1e4) / 1e4;
  json found = {{"status", verdict(1, box.size(), detail)}, {"facts", facts}};
  if (found["status"] == "ready") found["embedding"] = embed(nets.embedding, aligned);
  return found;
}

json look_at_file(const nets &nets, const std::string &file, const std::string &kept) {
  const json unreadable = {{"status", "refused"}, {"facts", {{"problem", "it cannot be decoded"}}}};
  cv::Mat picture;
  try {
    picture = read_picture(file);
  } catch (const std::exception &) {  // cv::Exception and std::bad_alloc are
  }
  if (picture.empty()) return unreadable;
  json found = look_at(nets, picture);
  if (found["status"] == "ready")
    require(cv::imwrite(kept, picture, {cv::IMWRITE_JPEG_QUALITY, jpeg_quality}), "the picture cannot be written");
  return found;
}

/// Every net is run once, over grey.
json check(const nets &nets) {
  const cv::Mat grey(2 * aligned_side, 2 * aligned_side, CV_8UC3, cv::Scalar::all(127));
  detect(nets.detector, grey);
  find_points(nets.landmarks, grey, first_square({0, 0, aligned_side, aligned_side}));
  const cv::Mat aligned = grey(cv::Rect(0, 0, aligned_side, aligned_side)).clone();
  return {{"dimensions", embed(nets.embedding, aligned).size()}};
}

}  // namespace

}  // namespace harmony::worker

int main(int argc, char **argv) {
  if (argc != 4 && argc != 6) {
    std::fprintf(stderr, "usage: harmonyd-face DETECTOR LANDMARKS EMBEDDING [PICTURE KEPT]\nharmonyd runs it.\n");
    return 2;
  }
  // Where it is the first process of its name space, the signal's default does nothing.
  std::signal(SIGXCPU, [](int) { _exit(harmony::worker::out_of_time); });
  try {
    using namespace harmony::worker;
    cv::setNumThreads(1);
    const nets nets{read_net(argv[1]), read_net(argv[2]), read_net(argv[3])};
    std::cout << (argc == 4 ? check(nets) : look_at_file(nets, argv[4], argv[5])) << std::endl;
    return 0;
  } catch (const std::exception &problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 2;
  }
}
