#include "core/affinity/neighbors.hpp"

#include "core/affinity/lanes.hpp"
#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/rounding.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

namespace harmony::affinity {

namespace {

constexpr double range = 100.0;
constexpr std::size_t at_once = 4 * lane_count;  // people
// So many are compared with one block of others, whose traits stay in the cache meanwhile.
constexpr std::size_t tile = 16, block = 32 * at_once;
constexpr std::size_t most_results = 19000000;  // as many as an array of the server holds
constexpr double noise = 2e-9;                  // what rounding may move a similarity by
constexpr float out_of_reach = 1e18F;

using trait_mask = std::uint32_t;

trait_mask mask_of(const trait_values &traits) {
  trait_mask mask = 0;
  for (std::size_t t = 0; t < trait_count; ++t)
    if (!std::isnan(traits[t])) mask |= 1U << t;
  return mask;
}

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
    sort_polling(by_id, [this](std::uint32_t a, std::uint32_t b) { return at(a).person < at(b).person; });
    for (std::size_t i = 1; i < by_id.size(); ++i)
      if (at(by_id[i]).person == at(by_id[i - 1]).person)
        throw error(sqlstate::invalid_parameter_value, "a person comes twice",
                    "Person " + std::to_string(at(by_id[i]).person) + ".");
    out.reserve(order_.size() * std::min(k_, order_.size()));
    std::vector<candidate_list> candidates(tile, candidate_list(k_ + 1));  // oneself among them
    for (std::size_t first = 0; first < by_id.size(); first += tile) {
      const std::size_t n = std::min(tile, by_id.size() - first);
      for (const trait_group &group : groups_) {
        for (std::size_t begin = 0; begin < group.width; begin += block) {
          poll_interrupt();
          const std::size_t end = std::min(begin + block, group.width);
          for (std::size_t i = 0; i < n; ++i) search(group, begin, end, by_id[first + i], candidates[i]);
        }
      }
      for (std::size_t i = 0; i < n; ++i) choose(by_id[first + i], candidates[i], out);
    }
    return out;
  }

 private:
  // Who may be among the nearest of one person, by coarse squared distances over the traits in common, a trait: with
  // room for more than are asked for, so that they are thinned out seldom.
  class candidate_list {
   public:
    explicit candidate_list(std::size_t wanted) : wanted_(wanted) { clear(); }

    // No distance above this can come in.
    float reach() const { return reach_; }

    // Those of `n` people from `first` on whose squared sum of k differences is within the limit. Without a branch for
    // each: it cannot be foreseen.
    void add(const float *squared, std::size_t n, float limit, float share, std::size_t first) {
      entry *next = entries_.data() + size_;
      for (std::size_t i = 0; i < n; ++i) {
        *next = {squared[i] * share, static_cast<std::uint32_t>(first + i)};
        next += squared[i] <= limit ? 1 : 0;
      }
      const entry *added = entries_.data() + size_;
      size_ = static_cast<std::size_t>(next - entries_.data());
      if (wanted_ <= few) {
        for (; added != next; ++added) settle(added->distance);
        if (nearest_.size() == wanted_) reach_ = reach_of(nearest_.back());
      }
      if (size_ >= most_) thin_out();
    }

    // Calls each(place) for those that are left, and empties the list.
    template <class Take>
    void take(Take &&each) {
      thin_out();
      for (std::size_t i = 0; i < size_; ++i) each(entries_[i].place);
      clear();
    }

   private:
    struct entry {
      float distance;
      std::uint32_t place;
    };

    void clear() {
      size_ = 0;
      nearest_.clear();
      make_room((wanted_ <= few ? 16 : 2) * wanted_ + 2 * at_once);
      reach_ = std::numeric_limits<float>::infinity();
    }
    void make_room(std::size_t most) {
      most_ = most;
      entries_.resize(most + at_once);
    }

    // Keeps the nearest distances in order.
    void settle(float distance) {
      if (nearest_.size() == wanted_) {
        if (!(distance < nearest_.back())) return;
        nearest_.pop_back();
      }
      std::size_t i = nearest_.size();
      nearest_.push_back(distance);
      for (; i > 0 && nearest_[i - 1] > distance; --i) nearest_[i] = nearest_[i - 1];
      nearest_[i] = distance;
    }

    // Leaves the nearest, and those that single precision cannot tell from the last of them.
    void thin_out() {
      if (size_ <= wanted_) return;
      entry *end = entries_.data() + size_;
      if (wanted_ > few) {
        entry *last = entries_.data() + wanted_ - 1;
        std::nth_element(entries_.data(), last, end,
                         [](const entry &a, const entry &b) { return a.distance < b.distance; });
        reach_ = std::fmin(reach_, reach_of(last->distance));
      }
      end = std::remove_if(entries_.data(), end, [this](const entry &e) { return e.distance > reach_; });
      size_ = static_cast<std::size_t>(end - entries_.data());
      if (2 * size_ > most_) make_room(2 * size_);
    }

    // Distances to 100 in single precision are off by less than this.
    static double error_of(double squared) { return 1e-4 * std::sqrt(squared) + 1e-6 * squared + 1e-8; }
    static float reach_of(float distance) {
      const double farthest = std::sqrt(static_cast<double>(distance) + error_of(distance)) + noise;
      return static_cast<float>(farthest * farthest + error_of(farthest * farthest));
    }

    static constexpr std::size_t few = 64;  // so many are kept in order; of more, the last is selected now and then
    std::size_t wanted_, most_ = 0, size_ = 0;
    float reach_ = 0.0F;
    std::vector<entry> entries_;
    std::vector<float> nearest_;
  };

  // People who have the same traits, each trait in a column of its own.
  struct trait_group {
    trait_mask mask = 0;
    std::size_t first = 0, size = 0, width = 0;
    std::vector<float> columns;  // width a trait
  };

  const trait_pool::row &at(std::size_t place) const { return rows_[order_[place]]; }

  void put_in_order() {
    order_.resize(rows_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    sort_polling(order_, [this](std::uint32_t a, std::uint32_t b) {
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
    group.width = padded(group.size, at_once);
    group.columns.assign(group.width * trait_count, out_of_reach);
    for (std::size_t t = 0; t < trait_count; ++t)
      for (std::size_t i = 0; i < group.size && (group.mask >> t & 1U) != 0; ++i)
        group.columns[t * group.width + i] = relative(at(first + i), t);
    groups_.push_back(std::move(group));
  }

  void search(const trait_group &group, std::size_t begin, std::size_t end, std::size_t place,
              candidate_list &candidates) const {
    const float *columns[trait_count];
    float own[trait_count];
    std::size_t k = 0;
    const trait_mask shared = group.mask & mask_of(at(place).traits);
    for (std::size_t t = 0; t < trait_count; ++t) {
      if ((shared >> t & 1U) == 0) continue;
      columns[k] = group.columns.data() + t * group.width;
      own[k++] = relative(at(place), t);
    }
    if (k == 7) return scan<7>(group, begin, end, columns, own, candidates);
    if (k == 6) return scan<6>(group, begin, end, columns, own, candidates);
    if (k == 5) return scan<5>(group, begin, end, columns, own, candidates);
    if (k == 4) return scan<4>(group, begin, end, columns, own, candidates);
  }

  // Squared differences in the traits t … of four people from one.
  template <std::size_t... t>
  static lanes distances(const float *const (&columns)[trait_count], std::size_t i, const lanes *own,
                         std::index_sequence<t...> /*traits*/) {
    lanes sum = {};
    const auto add = [&sum](lanes difference) { sum += difference * difference; };
    (add(load(columns[t] + i) - own[t]), ...);
    return sum;
  }

  template <std::size_t k>
  void scan(const trait_group &group, std::size_t begin, std::size_t end, const float *const (&columns)[trait_count],
            const float (&values)[trait_count], candidate_list &candidates) const {
    constexpr std::make_index_sequence<k> traits;
    constexpr float share = 1.0F / static_cast<float>(k);
    lanes own[k];
    for (std::size_t t = 0; t < k; ++t) own[t] = all_lanes(values[t]);
    lanes limit = all_lanes(candidates.reach() * static_cast<float>(k));
    for (std::size_t i = begin; i < end; i += at_once) {
      const lanes a = distances(columns, i, own, traits), b = distances(columns, i + lane_count, own, traits);
      const lanes c = distances(columns, i + 2 * lane_count, own, traits);
      const lanes d = distances(columns, i + 3 * lane_count, own, traits);
      if (!is_any((a <= limit) | (b <= limit) | (c <= limit) | (d <= limit))) continue;
      float squared[at_once];
      store(squared, a);
      store(squared + lane_count, b);
      store(squared + 2 * lane_count, c);
      store(squared + 3 * lane_count, d);
      candidates.add(squared, std::min(at_once, group.size - i), limit[0], share, group.first + i);
      limit = all_lanes(candidates.reach() * static_cast<float>(k));
    }
  }

  // The k nearest among the candidates, in double precision.
  void choose(std::size_t place, candidate_list &candidates, std::vector<neighbor> &out) {
    const trait_pool::row &own = at(place);
    found_.clear();
    candidates.take([&](std::uint32_t other) {
      if (other == place) return;
      const double similarity = measured_similarity(own.traits.data(), at(other).traits.data(), range);
      found_.push_back({without_noise(similarity), {own.person, at(other).person, similarity}});
    });
    const std::size_t n = std::min(k_, found_.size());
    std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(n), found_.end(),
                      [](const compared &a, const compared &b) {
                        return a.similarity != b.similarity ? a.similarity > b.similarity : a.is.other < b.is.other;
                      });
    for (std::size_t i = 0; i < n; ++i) out.push_back(found_[i].is);
  }

  struct compared {
    double similarity;  // without noise
    neighbor is;
  };

  const plain_store<trait_pool::row> &rows_;
  std::size_t k_;
  std::vector<std::uint32_t> order_;  // by traits that are there, then by id
  std::vector<trait_group> groups_;
  trait_values low_{};
  std::vector<compared> found_;
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
