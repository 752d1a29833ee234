#include "core/affinity/roommates.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/rounding.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

namespace harmony::affinity {

using roommate = std::uint32_t;  // numbered by id, so that the smaller number is the smaller id
using place = std::uint32_t;     // in the lists, which stand side by side

// Of each person who is acceptable, best first: those who chose each other. twin[p] is where the owner of the list
// stands in the list of who is at p.
class mutual_lists {
 public:
  explicit mutual_lists(const roommate_choices &all)
      : choices_(all.choices_), people_(all.people_.by_id()), begin_(people_.ids.size() + 1, 0) {
    pair_up();
    sort_lists();
  }

  roommate size() const { return static_cast<roommate>(people_.ids.size()); }
  std::int64_t id(roommate p) const { return people_.ids[p]; }
  place begin(roommate p) const { return begin_[p]; }
  place end(roommate p) const { return begin_[p + 1]; }

  std::vector<roommate> list;
  std::vector<place> twin;

 private:
  roommate from(std::uint32_t k) const { return people_.place[choices_[k].person]; }
  roommate to(std::uint32_t k) const { return people_.place[choices_[k].other]; }

  // The rows `in` by what key(row) gives, in the order of `in` where that is equal.
  template <class Key>
  std::vector<std::uint32_t> counted(const std::vector<std::uint32_t> &in, Key &&key) const {
    poll_interrupt();
    std::vector<std::uint32_t> next(people_.ids.size() + 1, 0), out(in.size());
    for (const std::uint32_t k : in) ++next[key(k) + 1];
    for (std::size_t i = 0; i + 1 < next.size(); ++i) next[i + 1] += next[i];
    for (const std::uint32_t k : in) out[next[key(k)]++] = k;
    return out;
  }

  // Walks over the rows by (from, to) and by (to, from) at once: those in both are mutual.
  void pair_up() {
    std::vector<std::uint32_t> rows(choices_.size());
    std::iota(rows.begin(), rows.end(), 0U);
    const auto by_from = [this](std::uint32_t k) { return from(k); };
    const auto by_to = [this](std::uint32_t k) { return to(k); };
    const std::vector<std::uint32_t> given = counted(counted(rows, by_to), by_from);
    const std::vector<std::uint32_t> got = counted(counted(rows, by_from), by_to);
    for (std::size_t k = 1; k < given.size(); ++k)
      if (from(given[k]) == from(given[k - 1]) && to(given[k]) == to(given[k - 1]))
        throw error(
            sqlstate::invalid_parameter_value, "a choice comes twice",
            "Person " + std::to_string(id(from(given[k]))) + ", other " + std::to_string(id(to(given[k]))) + ".");
    std::size_t reverse = 0;
    for (const std::uint32_t row : given) {
      const auto wanted = std::make_pair(from(row), to(row));
      while (reverse < got.size() && std::make_pair(to(got[reverse]), from(got[reverse])) < wanted) ++reverse;
      if (reverse == got.size() || std::make_pair(to(got[reverse]), from(got[reverse])) != wanted) continue;
      scores_.push_back(choices_[row].score);
      list.push_back(wanted.second);
      ++begin_[wanted.first + 1];
    }
    for (std::size_t i = 0; i + 1 < begin_.size(); ++i) begin_[i + 1] += begin_[i];
  }

  // Until here a list is ordered by number, and its nth entry is the nth list in which its owner stands.
  void sort_lists() {
    std::vector<place> next(begin_.begin(), begin_.end() - 1), reverse(list.size()), order(list.size()),
        where(list.size());
    for (std::size_t k = 0; k < list.size(); ++k) reverse[k] = next[list[k]]++;
    std::iota(order.begin(), order.end(), 0U);
    for (roommate p = 0; p < size(); ++p) {
      if (p % 1024 == 0) poll_interrupt();
      std::sort(order.begin() + begin(p), order.begin() + end(p),
                [&](place a, place b) { return scores_[a] != scores_[b] ? scores_[a] > scores_[b] : a < b; });
    }
    scores_ = {};
    for (std::size_t k = 0; k < order.size(); ++k) where[order[k]] = static_cast<place>(k);
    std::vector<roommate> sorted(list.size());
    twin.resize(list.size());
    for (std::size_t k = 0; k < order.size(); ++k) {
      sorted[k] = list[order[k]];
      twin[k] = where[reverse[order[k]]];
    }
    list.swap(sorted);
  }

  const plain_store<roommate_choices::choice> &choices_;
  const person_index::order people_;
  std::vector<place> begin_;
  std::vector<double> scores_;
};

namespace {

constexpr std::uint32_t no_place = std::numeric_limits<std::uint32_t>::max();

// Irving's two phases. A pair is deleted by moving an end of one of the two lists over it, and is there while it lies
// within both.
class irving {
 public:
  explicit irving(const mutual_lists &lists) : lists_(lists) {
    for (roommate p = 0; p < lists.size(); ++p) {
      first_.push_back(lists.begin(p));
      end_.push_back(lists.end(p));
    }
    second_ = first_;
    holds_.assign(first_.size(), false);
    on_path_.assign(first_.size(), no_place);
  }

  std::optional<std::vector<id_pair>> pairs() {
    for (roommate p = 0; p < lists_.size(); ++p) propose_from(p);
    for (roommate p = 0; p < lists_.size(); ++p)
      if (!rotate_from(p)) return std::nullopt;
    std::vector<id_pair> out;
    for (roommate p = 0; p < lists_.size(); ++p)
      if (first_[p] < end_[p] && p < lists_.list[first_[p]])
        out.emplace_back(lists_.id(p), lists_.id(lists_.list[first_[p]]));
    return out;
  }

 private:
  bool is_there(place k) const { return lists_.twin[k] < end_[lists_.list[k]]; }

  void poll() {
    if (++steps_ % 4096 == 0) poll_interrupt();
  }

  // Phase 1: everybody asks from the top of the list; who is asked keeps the best so far and deletes all after it.
  void propose_from(roommate asking) {
    while (asking != no_place) {
      poll();
      place &first = first_[asking];
      while (first < end_[asking] && !is_there(first)) ++first;
      if (first == end_[asking]) return;
      const roommate asked = lists_.list[first];
      const roommate turned_down = holds_[asked] ? lists_.list[end_[asked] - 1] : no_place;
      holds_[asked] = true;
      end_[asked] = lists_.twin[first] + 1;
      asking = turned_down;
    }
  }

  // The second that is left on a list; its end where there is none.
  place second(roommate p) {
    place &k = second_[p];
    if (k <= first_[p]) k = first_[p] + 1;
    while (k < end_[p] && !is_there(k)) ++k;
    return k;
  }
  // Who comes after p on a path: the last of the list of p's second.
  roommate after(roommate p) { return lists_.list[end_[lists_.list[second(p)]] - 1]; }

  // Phase 2: while somebody has a choice left, finds a rotation and deletes it. False where that leaves somebody
  // without anybody.
  bool rotate_from(roommate start) {
    if (second(start) < end_[start]) push(start);
    while (!path_.empty()) {
      poll();
      const roommate top = path_.back();
      if (second(top) >= end_[top]) {
        pop();
        continue;
      }
      const roommate next = after(top);
      if (on_path_[next] == no_place)
        push(next);
      else if (!eliminate(on_path_[next]))
        return false;
      else if (path_.empty() && second(start) < end_[start])
        push(start);
    }
    return true;
  }

  // The rotation is the path from its place `from` on.
  bool eliminate(std::size_t from) {
    rotation_.clear();
    for (std::size_t i = from; i < path_.size(); ++i) rotation_.emplace_back(path_[i], second(path_[i]));
    while (path_.size() > from) pop();
    for (const auto &[p, second_of_p] : rotation_) {
      first_[p] = second_of_p;
      end_[lists_.list[second_of_p]] = lists_.twin[second_of_p] + 1;
    }
    return std::all_of(rotation_.begin(), rotation_.end(),
                       [this](const auto &moved) { return first_[moved.first] < end_[moved.first]; });
  }

  void push(roommate p) {
    on_path_[p] = static_cast<place>(path_.size());
    path_.push_back(p);
  }
  void pop() {
    on_path_[path_.back()] = no_place;
    path_.pop_back();
  }

  const mutual_lists &lists_;
  std::vector<place> first_, end_, second_;
  std::vector<bool> holds_;
  std::vector<roommate> path_;
  std::vector<place> on_path_;
  std::vector<std::pair<roommate, place>> rotation_;
  std::size_t steps_ = 0;
};

}  // namespace

void roommate_choices::add(std::int64_t person_id, std::int64_t other, double score) {
  statistics::check_value(score, "score");
  if (person_id == other)
    throw error(sqlstate::invalid_parameter_value, "nobody can be paired with oneself",
                "Person " + std::to_string(other) + ".");
  statistics::check_room(choices_.size() + 1);
  choices_.push_back({without_noise(score), people_.find_or_add(person_id), people_.find_or_add(other)});
}

void roommate_choices::merge(const roommate_choices &other) {
  statistics::check_room(choices_.size() + other.choices_.size());
  for (std::size_t k = 0; k < other.choices_.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    const choice &added = other.choices_[k];
    choices_.push_back({added.score, people_.find_or_add(other.people_.id(added.person)),
                        people_.find_or_add(other.people_.id(added.other))});
  }
}

std::optional<std::vector<id_pair>> roommate_choices::stable_pairs() const {
  const mutual_lists lists(*this);
  return irving(lists).pairs();
}

void roommate_choices::serialize(native_writer &out) const {
  people_.serialize(out);
  out.values(span<choice>(choices_.data(), choices_.size()));
}

roommate_choices roommate_choices::deserialize(native_reader &in) {
  roommate_choices made;
  const person_index people = person_index::deserialize(in);
  for (const choice &read : in.values<choice>()) {
    if (read.person >= people.size() || read.other >= people.size())
      throw error(sqlstate::invalid_binary_representation, "aggregate state has a choice of nobody");
    made.choices_.push_back({read.score, made.people_.find_or_add(people.id(read.person)),
                             made.people_.find_or_add(people.id(read.other))});
  }
  return made;
}

}  // namespace harmony::affinity
