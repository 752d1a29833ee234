#include "core/affinity/matching.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/rounding.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace harmony::affinity {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

// Puts the rows in order where they lie: a copy would take as much memory again, and most of the time.
class deferred_acceptance {
 public:
  explicit deferred_acceptance(mutual_offers &all)
      : offers_(all.offers_), proposers_(all.proposers_.by_id()), acceptors_(all.acceptors_.by_id()) {
    gather();
    refuse_repeated();
  }

  std::vector<id_pair> pairs() {
    held_.assign(acceptors_.ids.size(), nobody);
    std::size_t steps = 0;
    for (number first = 0; first < proposers_.ids.size(); ++first) {
      std::make_heap(offers_.data() + first_[first], offers_.data() + last_[first], is_worse_);
      // Whoever is turned down proposes next.
      for (number free = first; free != nobody && first_[free] != last_[free]; free = propose(free))
        if (++steps % 4096 == 0) poll_interrupt();
    }
    std::vector<id_pair> out;
    for (number acceptor = 0; acceptor < held_.size(); ++acceptor) {
      if (held_[acceptor] == nobody) continue;
      const number proposer = offers_[held_[acceptor]].proposer;
      out.emplace_back(proposers_.ids[proposers_.place[proposer]], acceptors_.ids[acceptors_.place[acceptor]]);
    }
    sort_polling(out, [](const id_pair &a, const id_pair &b) { return a < b; });
    return out;
  }

 private:
  using number = std::uint32_t;  // of a person, or of a row
  using offer = mutual_offers::offer;

  struct worse {
    const person_index::order *acceptors;

    bool operator()(const offer &a, const offer &b) const {
      return a.score != b.score ? a.score < b.score : acceptors->place[a.acceptor] > acceptors->place[b.acceptor];
    }
  };

  // Brings the rows of each proposer together, by moving each to where its proposer's go (McIlroy, Bostic and McIlroy
  // 1993).
  void gather() {
    const std::size_t n = proposers_.ids.size();
    std::vector<number> next(n + 1, 0);
    for (const offer &row : offers_) ++next[row.proposer + 1];
    for (std::size_t i = 0; i < n; ++i) next[i + 1] += next[i];
    first_.assign(next.begin(), next.end() - 1);
    last_.assign(next.begin() + 1, next.end());
    for (number proposer = 0; proposer < n; ++proposer) {
      if (proposer % 1024 == 0) poll_interrupt();
      while (next[proposer] < last_[proposer]) {
        offer &row = offers_[next[proposer]];
        if (row.proposer == proposer)
          ++next[proposer];
        else
          std::swap(row, offers_[next[row.proposer]++]);
      }
    }
  }

  void refuse_repeated() const {
    std::vector<number> seen(acceptors_.ids.size(), nobody);
    for (number proposer = 0; proposer < first_.size(); ++proposer) {
      if (proposer % 1024 == 0) poll_interrupt();
      for (std::size_t k = first_[proposer]; k < last_[proposer]; ++k) {
        const number acceptor = offers_[k].acceptor;
        if (seen[acceptor] == proposer)
          throw error(sqlstate::invalid_parameter_value, "a pair comes twice",
                      "Proposer " + std::to_string(proposers_.ids[proposers_.place[proposer]]) + ", acceptor " +
                          std::to_string(acceptors_.ids[acceptors_.place[acceptor]]) + ".");
        seen[acceptor] = proposer;
      }
    }
  }

  // The best choice that is left to a proposer; returns who is turned down by it, or nobody. A heap leaves alone what
  // was taken from it, so a row that is held stays where it is.
  number propose(number proposer) {
    std::pop_heap(offers_.data() + first_[proposer], offers_.data() + last_[proposer], is_worse_);
    const number row = --last_[proposer];
    number &held = held_[offers_[row].acceptor];
    if (held == nobody) {
      held = row;
      return nobody;
    }
    const number holder = offers_[held].proposer;
    const double now = offers_[held].reverse_score, offered = offers_[row].reverse_score;
    const bool is_better = offered != now ? offered > now : proposers_.place[proposer] < proposers_.place[holder];
    if (!is_better) return proposer;
    held = row;
    return holder;
  }

  plain_store<offer> &offers_;
  const person_index::order proposers_, acceptors_;
  const worse is_worse_{&acceptors_};
  std::vector<number> first_, last_;  // of each proposer the rows that are left
  std::vector<number> held_;          // of each acceptor the row
};

void mutual_offers::add(std::int64_t proposer, std::int64_t acceptor, double score, double reverse_score) {
  statistics::check_value(score, "score");
  statistics::check_value(reverse_score, "reverse_score");
  statistics::check_room(offers_.size() + 1);
  offers_.push_back({without_noise(score), without_noise(reverse_score), proposers_.find_or_add(proposer),
                     acceptors_.find_or_add(acceptor)});
}

void mutual_offers::merge(const mutual_offers &other) {
  statistics::check_room(offers_.size() + other.offers_.size());
  for (std::size_t k = 0; k < other.offers_.size(); ++k) {
    if (k % poll_every == 0) poll_interrupt();
    offer added = other.offers_[k];
    added.proposer = proposers_.find_or_add(other.proposers_.id(added.proposer));
    added.acceptor = acceptors_.find_or_add(other.acceptors_.id(added.acceptor));
    offers_.push_back(added);
  }
}

std::vector<id_pair> mutual_offers::stable_pairs() { return deferred_acceptance(*this).pairs(); }

void mutual_offers::serialize(native_writer &out) const {
  proposers_.serialize(out);
  acceptors_.serialize(out);
  out.values(span<offer>(offers_.data(), offers_.size()));
}

mutual_offers mutual_offers::deserialize(native_reader &in) {
  mutual_offers made;
  person_index proposers = person_index::deserialize(in), acceptors = person_index::deserialize(in);
  for (const offer &read : in.values<offer>()) {
    if (read.proposer >= proposers.size() || read.acceptor >= acceptors.size())
      throw error(sqlstate::invalid_binary_representation, "aggregate state has an offer of nobody");
    offer added = read;
    added.proposer = made.proposers_.find_or_add(proposers.id(read.proposer));
    added.acceptor = made.acceptors_.find_or_add(acceptors.id(read.acceptor));
    made.offers_.push_back(added);
  }
  return made;
}

}  // namespace harmony::affinity
