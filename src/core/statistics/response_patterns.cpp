#include "core/statistics/response_patterns.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"

#include <cmath>
#include <string>

namespace harmony::statistics {
namespace {

constexpr std::size_t most_items_of_answers = 2000;
constexpr std::size_t most_pattern_bytes = std::size_t{1} << 30;
constexpr std::size_t most_bytes_beside_a_pattern = 64;  // lists and slots that have just doubled

void check_answers(std::size_t before, std::size_t now) {
  if (before != now)
    throw error(sqlstate::invalid_parameter_value, "number of answers must be the same in every row",
                "There were " + std::to_string(before) + ", now there are " + std::to_string(now) + ".");
}

[[noreturn]] void refuse_answer(std::size_t item, int highest) {
  const std::string range = highest == 1 ? "0 or 1" : "a whole number from 0 to " + std::to_string(highest);
  throw error(sqlstate::invalid_parameter_value, "answers must be " + range,
              "The answer to item " + std::to_string(item + 1) + " is not.", "An answer that is missing is NULL.");
}

}  // namespace

void response_patterns::add(const std::vector<double> &answers, std::int64_t times) {
  if (answers.empty()) throw error(sqlstate::invalid_parameter_value, "answers must have at least one item");
  if (answers.size() > most_items_of_answers)
    throw error(sqlstate::program_limit_exceeded, "too many items",
                "There are " + std::to_string(answers.size()) + "; a fit takes at most " +
                    std::to_string(most_items_of_answers) + ".");
  row_.resize(answers.size());
  bool any = false;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const double answer = answers[i];
    const bool given = !std::isnan(answer);
    if (given && !(answer >= 0.0 && answer <= highest_ && answer == std::floor(answer))) refuse_answer(i, highest_);
    row_[i] = static_cast<char>(given ? static_cast<std::uint8_t>(answer) : no_answer);
    any = any || given;
  }
  if (items_ == 0) items_ = answers.size();
  check_answers(items_, answers.size());
  if (any) add_pattern(row_, times);
}

void response_patterns::add_pattern(std::string_view pattern, std::int64_t times) {
  const std::uint32_t i = index_.find_or_add(pattern);
  if (i == counts_.size()) {
    if (counts_.size() * (2 * items_ + most_bytes_beside_a_pattern) > most_pattern_bytes)
      throw error(sqlstate::program_limit_exceeded, "too many distinct patterns of answers",
                  "Patterns and their counts take at most 1 GB.", "Fit a random sample of the rows.");
    counts_.push_back(0);
  }
  counts_[i] += times;
}

void response_patterns::merge(const response_patterns &other) {
  if (other.items_ == 0) return;
  if (items_ == 0) items_ = other.items_;
  check_answers(items_, other.items_);
  for (std::size_t i = 0; i < other.size(); ++i) {
    if (i % poll_every == 0) poll_interrupt();
    add_pattern(other.pattern(i), other.count(i));
  }
}

std::int64_t response_patterns::n() const {
  std::int64_t n = 0;
  for (const std::int64_t count : counts_) n += count;
  return n;
}

void response_patterns::serialize(native_writer &out) const {
  out.value(highest_);
  out.value(static_cast<std::uint64_t>(items_));
  index_.serialize(out);
  out.values(counts_);
}

response_patterns response_patterns::deserialize(native_reader &in) {
  response_patterns out(in.value<int>());
  out.items_ = static_cast<std::size_t>(in.value<std::uint64_t>());
  out.index_ = group_index::deserialize(in);
  out.counts_ = in.values<std::int64_t>();
  bool fits = out.index_.size() == out.counts_.size();
  for (std::size_t i = 0; fits && i < out.size(); ++i) fits = out.pattern(i).size() == out.items_;
  if (!fits) throw error(sqlstate::invalid_binary_representation, "aggregate state has patterns of different length");
  return out;
}

}  // namespace harmony::statistics
