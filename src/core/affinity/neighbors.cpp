#include "core/affinity/neighbors.hpp"

#include "core/affinity/lanes.hpp"
#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/rounding.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace harmony::affinity {

namespace {

constexpr double range = 100.0;
constexpr std::size_t step = 4 * lane_count;  // people whose distances are taken at once
constexpr std::size_t most_results = 50000000;
constexpr double noise = 2e-9;  // what rounding may move a similarity by
constexpr float out_of_reach = 1e18F;

using trait_mask = std::uint32_t;

trait_mask mask_of(const trait_values &traits) {
  trait_mask mask = 0;
  for (std::size_t t = 0; t < trait_count; ++t)
    if (!std::isnan(traits[t])) mask |= 1U << t;
  return mask;
}

// The best so far of one person, the worst of them in front.
class best_list {
 public:
  explicit best_list(std::size_t k) : k_(k) {}

  // No similarity below this can come in.
  double floor() const { return entries_.size() < k_ ? -infinity : entries_.front().compared; }

  void offer(double similarity, std::int64_t id) {
    if (std::isnan(similarity)) return;
    const entry offered{without_noise(similarity), similarity, id};
    if (entries_.size() < k_) {
      entries_.push_back(offered);
      std::push_heap(entries_.begin(), entries_.end(), is_better);
    } else if (is_better(offered, entries_.front())) {
      std::pop_heap(entries_.begin(), entries_.end(), is_better);
      entries_.back() = offered;
      std::push_heap(entries_.begin(), entries_.end(), is_better);
    }
  }

  struct entry {
    double compared, similarity;
    std::int64_t id;
  };
  // Best first; empties the list.
  template <class Take>
  void take(Take &&each) {
    std::sort(entries_.begin(), entries_.end(), is_better);
    for (const entry &e : entries_) each(e);
    entries_.clear();
  }

 private:
  static bool is_better(const entry &a, const entry &b) {
    return a.compared != b.compared ? a.compared > b.compared : a.id < b.id;
  }

  std::size_t k_;
  std::vector<entry> entries_;
};

// People who have the same traits, each trait in a column of its own.
struct trait_group {
  trait_mask mask = 0;
  std::size_t first = 0, size = 0, width = 0;
  std::vector<float> columns;  // width a trait
};

}  // namespace

// Squared distances are taken in single precision of all, and in double precision of those that may come in.
class neighbor_search {
 public:
  explicit neighbor_search(const trait_pool &pool) : rows_(pool.rows_), k_(static_cast<std::size_t>(pool.k_)) {
    if (rows_.size() > most_results / k_)
      throw error(sqlstate::program_limit_exceeded, "too many neighbors",
                  "At most " + std::to_string(most_results) + " are possible.");
    put_in_order();
    check_spread();
    for (std::size_t first = 0; first < order_.size(); first += groups_.back().size) add_group(first);
  }

  std::vector<neighbor> run() {
    std::vector<neighbor> out;
    std::vector<std::uint32_t> by_id(order_.size());
    std::iota(by_id.begin(), by_id.end(), 0U);
    statistics::sort_polling(by_id, [this](std::uint32_t a, std::uint32_t b) { return at(a).person < at(b).person; });
    for (std::size_t i = 1; i < by_id.size(); ++i)
      if (at(by_id[i]).person == at(by_id[i - 1]).person)
        throw error(sqlstate::invalid_parameter_value, "a person comes twice",
                    "Person " + std::to_string(at(by_id[i]).person) + ".");
    best_list best(k_);
    for (const std::uint32_t place : by_id) {
      poll_interrupt();
      for (const trait_group &group : groups_) search(group, place, best);
      const std::int64_t person = at(place).person;
      best.take([&](const best_list::entry &found) { out.push_back({person, found.id, found.similarity}); });
    }
    return out;
  }

 private:
  const trait_pool::row &at(std::size_t place) const { return rows_[order_[place]]; }

  void put_in_order() {
    order_.resize(rows_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    statistics::sort_polling(order_, [this](std::uint32_t a, std::uint32_t b) {
      const trait_mask of_a = mask_of(rows_[a].traits), of_b = mask_of(rows_[b].traits);
      return of_a != of_b ? of_a < of_b : rows_[a].person < rows_[b].person;
    });
  }

  void check_spread() {
    for (std::size_t t = 0; t < trait_count; ++t) {
      double low = infinity, high = -infinity;
      for (const auto &row : rows_) {
        low = std::fmin(low, row.traits[t]);
        high = std::fmax(high, row.traits[t]);
      }
      if (high - low > range)
        throw error(sqlstate::invalid_parameter_value, "traits are further apart than the range",
                    "The range is 100; " + std::string(trait_names[t]) + " is not within it.");
      low_[t] = low;
    }
  }

  // Relative to the lowest, so that single precision has the more digits.
  float relative(const trait_pool::row &row, std::size_t t) const {
    return static_cast<float>(row.traits[t] - low_[t]);
  }

  void add_group(std::size_t first) {
    trait_group group;
    group.mask = mask_of(at(first).traits);
    group.first = first;
    while (first + group.size < order_.size() && mask_of(at(first + group.size).traits) == group.mask) ++group.size;
    group.width = padded(group.size, step);
    group.columns.assign(group.width * trait_count, out_of_reach);
    for (std::size_t t = 0; t < trait_count; ++t)
      for (std::size_t i = 0; i < group.size && (group.mask >> t & 1U) != 0; ++i)
        group.columns[t * group.width + i] = relative(at(first + i), t);
    groups_.push_back(std::move(group));
  }

  void search(const trait_group &group, std::size_t place, best_list &best) const {
    const float *columns[trait_count];
    float own[trait_count];
    std::size_t k = 0;
    const trait_mask shared = group.mask & mask_of(at(place).traits);
    for (std::size_t t = 0; t < trait_count; ++t) {
      if ((shared >> t & 1U) == 0) continue;
      columns[k] = group.columns.data() + t * group.width;
      own[k++] = relative(at(place), t);
    }
    if (k == 7) return scan<7>(group, place, columns, own, best);
    if (k == 6) return scan<6>(group, place, columns, own, best);
    if (k == 5) return scan<5>(group, place, columns, own, best);
    if (k == 4) return scan<4>(group, place, columns, own, best);
  }

  // Above every squared distance that may come in: with k traits, of values to 100 in single precision, it is off by
  // less than 2 √k d 1.2e-5 + (k + 1) d² 2^-24.
  template <std::size_t k>
  static float reach(const best_list &best) {
    const double d = range - best.floor() + noise, squared = static_cast<double>(k) * d * d;
    return static_cast<float>(squared + 1e-4 * std::sqrt(squared) + 1e-6 * squared + 1e-8);
  }

  template <std::size_t k>
  void scan(const trait_group &group, std::size_t place, const float *const (&columns)[trait_count],
            const float (&own)[trait_count], best_list &best) const {
    lanes x[k];
    for (std::size_t t = 0; t < k; ++t) x[t] = all_lanes(own[t]);
    float reached = reach<k>(best);
    for (std::size_t i = 0; i < group.width; i += step) {
      lanes squared[step / lane_count] = {};
      for (std::size_t t = 0; t < k; ++t) {
        for (std::size_t l = 0; l < step / lane_count; ++l) {
          const lanes difference = load(columns[t] + i + l * lane_count) - x[t];
          squared[l] += difference * difference;
        }
      }
      const lanes limit = all_lanes(reached);
      if (!is_any((squared[0] <= limit) | (squared[1] <= limit) | (squared[2] <= limit) | (squared[3] <= limit)))
        continue;
      for (std::size_t l = 0; l < step && i + l < group.size; ++l) {
        if (squared[l / lane_count][l % lane_count] > reached || group.first + i + l == place) continue;
        const trait_pool::row &other = at(group.first + i + l);
        best.offer(measured_similarity(at(place).traits.data(), other.traits.data(), range), other.person);
        reached = reach<k>(best);
      }
    }
  }

  const plain_store<trait_pool::row> &rows_;
  std::size_t k_;
  std::vector<std::uint32_t> order_;  // by traits that are there, then by id
  std::vector<trait_group> groups_;
  trait_values low_{};
};

void trait_pool::add(std::int64_t person, nullable_span<double> traits, std::int32_t k) {
  if (k < 1 || k > most_neighbors)
    throw error(sqlstate::invalid_parameter_value, "k must be between 1 and " + std::to_string(most_neighbors));
  if (k_ != 0 && k_ != k) throw error(sqlstate::invalid_parameter_value, "k must be the same in every row");
  k_ = k;
  statistics::check_room(rows_.size() + 1);
  rows_.push_back({person, checked_traits(traits, "traits")});
}

void trait_pool::merge(const trait_pool &other) {
  if (other.k_ == 0) return;
  if (k_ != 0 && k_ != other.k_) throw error(sqlstate::invalid_parameter_value, "k must be the same in every row");
  k_ = other.k_;
  statistics::check_room(rows_.size() + other.rows_.size());
  rows_.append(other.rows_.data(), other.rows_.size());
}

std::vector<neighbor> trait_pool::neighbors() const {
  return rows_.size() == 0 ? std::vector<neighbor>() : neighbor_search(*this).run();
}

void trait_pool::serialize(native_writer &out) const {
  out.value(k_);
  out.values(span<row>(rows_.data(), rows_.size()));
}

trait_pool trait_pool::deserialize(native_reader &in) {
  trait_pool made;
  made.k_ = in.value<std::int32_t>();
  const std::vector<row> rows = in.values<row>();
  made.rows_.append(rows.data(), rows.size());
  return made;
}

}  // namespace harmony::affinity
