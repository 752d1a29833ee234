#include "core/signals/stars.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/signals/kmeans.hpp"
#include "core/signals/peers.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace harmony::signals {

namespace {

struct star_group {
  std::string_view name;
  double weight;
};
constexpr std::size_t n_groups = 5;
constexpr std::array<star_group, n_groups> groups{
    {{"mortality", .22}, {"safety", .22}, {"readmission", .22}, {"experience", .22}, {"effectiveness", .12}}};
constexpr std::int32_t least_measures = 3, least_groups = 3, most_stars = 5;

std::size_t group_named(std::string_view name) {
  for (std::size_t i = 0; i < n_groups; ++i)
    if (groups[i].name == name) return i;
  throw error(sqlstate::invalid_parameter_value, "unknown measure_group \"" + std::string(name) + "\"", "",
              "Known are mortality, safety, readmission, experience, effectiveness.");
}

// z of each value; 0 where all are equal.
void standardise(std::vector<double> &values) {
  const peer_moments all = moments_of_peers(values);
  for (double &x : values) x = all.sd > 0.0 ? (x - all.mean) / all.sd : 0.0;
}

}  // namespace

void star_measures::add(std::string_view facility, std::string_view group, std::string_view measure, double value) {
  if (std::isinf(value)) throw error(sqlstate::invalid_parameter_value, "value must be finite");
  const std::string key = static_cast<char>('0' + group_named(group)) + std::string(measure);
  const std::uint32_t number = facilities_.find_or_add(facility);
  if (std::isnan(value)) return;
  statistics::check_room(rows_.size() + 1);
  rows_.push_back({number, measures_.find_or_add(key), value});
}

void star_measures::merge(const star_measures &other) {
  statistics::check_room(rows_.size() + other.rows_.size());
  std::vector<std::uint32_t> facility(other.facilities_.size()), measure(other.measures_.size());
  for (std::size_t i = 0; i < facility.size(); ++i) facility[i] = facilities_.find_or_add(other.facilities_.name(i));
  for (std::size_t i = 0; i < measure.size(); ++i) measure[i] = measures_.find_or_add(other.measures_.name(i));
  for (const row &r : other.rows_) rows_.push_back({facility[r.facility], measure[r.measure], r.value});
}

void star_measures::serialize(native_writer &out) const {
  facilities_.serialize(out);
  measures_.serialize(out);
  out.values(rows_);
}

star_measures star_measures::deserialize(native_reader &in) {
  star_measures read;
  read.facilities_ = statistics::group_index::deserialize(in);
  read.measures_ = statistics::group_index::deserialize(in);
  read.rows_ = in.values<row>();
  for (const row &r : read.rows_)
    if (r.facility >= read.facilities_.size() || r.measure >= read.measures_.size())
      throw error(sqlstate::invalid_binary_representation, "aggregate state has a value of an unknown name");
  return read;
}

// Rows by measure and facility, both in the order of their names: the same for any order of rows.
std::vector<star_measures::row> star_measures::sorted() const {
  const auto places = [](const statistics::group_index &index) {
    const std::vector<std::uint32_t> order = index.ordered(false);
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    return place;
  };
  const std::vector<std::uint32_t> facility = places(facilities_), measure = places(measures_);
  std::vector<row> rows = rows_;
  for (row &r : rows) r = {facility[r.facility], measure[r.measure], r.value};
  sort_polling(rows, [](const row &a, const row &b) {
    return a.measure != b.measure ? a.measure < b.measure : a.facility < b.facility;
  });
  const auto twice = std::adjacent_find(rows.begin(), rows.end(), [](const row &a, const row &b) {
    return a.measure == b.measure && a.facility == b.facility;
  });
  if (twice != rows.end())
    throw error(sqlstate::invalid_parameter_value, "a facility has two values of one measure", "",
                "A measure is named by measure_group and measure together.");
  return rows;
}

// The steps of the method; facilities and measures are numbered in the order of their names.
class star_rater {
 public:
  explicit star_rater(const star_measures &all) : order_(all.facilities_.ordered(false)), out_(order_.size()) {
    const std::vector<std::uint32_t> measure_order = all.measures_.ordered(false);
    for (std::uint32_t i = 0; i < measure_order.size(); ++i)
      group_of_.push_back(static_cast<std::size_t>(all.measures_.name(measure_order[i])[0] - '0'));
    means_.resize(order_.size());
    average(all.sorted());
    for (std::size_t g = 0; g < n_groups; ++g) standardise_group(g);
    summarise();
    for (std::int32_t n = least_groups; n <= static_cast<std::int32_t>(n_groups); ++n) rate(n);
  }

  std::vector<facility_stars> take() { return std::move(out_); }

 private:
  // How many of the measures of a group are there, and their sum.
  struct group_mean {
    std::int32_t n = 0;
    double sum = 0.0;
  };

  // Standardised measures, averaged by facility and group.
  void average(const std::vector<star_measures::row> &rows) {
    std::vector<double> values;
    for (std::size_t i = 0, j; i < rows.size(); i = j) {
      poll_interrupt();
      values.clear();
      for (j = i; j < rows.size() && rows[j].measure == rows[i].measure; ++j) values.push_back(rows[j].value);
      standardise(values);
      for (std::size_t k = i; k < j; ++k) {
        group_mean &mean = means_[rows[k].facility][group_of_[rows[k].measure]];
        ++mean.n;
        mean.sum += values[k - i];
      }
    }
  }

  // Makes the sum of a group its standardised mean.
  void standardise_group(std::size_t group) {
    std::vector<double> values;
    for (const auto &means : means_)
      if (means[group].n > 0) values.push_back(means[group].sum / means[group].n);
    standardise(values);
    std::size_t next = 0;
    for (auto &means : means_)
      if (means[group].n > 0) means[group].sum = values[next++];
  }

  void summarise() {
    for (std::size_t f = 0; f < out_.size(); ++f) {
      out_[f].facility = order_[f];
      double sum = 0.0, weights = 0.0;
      for (std::size_t g = 0; g < n_groups; ++g) {
        const group_mean &mean = means_[f][g];
        if (mean.n == 0) continue;
        out_[f].groups += mean.n >= least_measures ? 1 : 0;
        sum += groups[g].weight * mean.sum;
        weights += groups[g].weight;
      }
      if (out_[f].groups >= least_groups) out_[f].summary = sum / weights;
    }
  }

  // Stars of the facilities with so many groups.
  void rate(std::int32_t n) {
    std::vector<std::size_t> members;
    std::vector<double> summaries;
    for (std::size_t f = 0; f < out_.size(); ++f) {
      if (out_[f].groups != n) continue;
      members.push_back(f);
      summaries.push_back(out_[f].summary);
    }
    const std::vector<std::int32_t> labels = kmeans_1d({summaries.data(), nullptr, summaries.size()}, most_stars);
    if (labels.empty() || *std::max_element(labels.begin(), labels.end()) < most_stars) return;
    for (std::size_t i = 0; i < members.size(); ++i) out_[members[i]].stars = labels[i];
  }

  std::vector<std::uint32_t> order_;   // facilities by name
  std::vector<std::size_t> group_of_;  // of each measure
  std::vector<std::array<group_mean, n_groups>> means_;
  std::vector<facility_stars> out_;
};

std::vector<facility_stars> star_measures::ratings() const { return star_rater(*this).take(); }

}  // namespace harmony::signals
