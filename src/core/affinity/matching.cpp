#include "core/affinity/matching.hpp"

#include "core/base/error.hpp"
#include "core/base/interrupt.hpp"
#include "core/base/rounding.hpp"
#include "core/statistics/samples.hpp"

#include <algorithm>
#include <limits>
#include <string>

namespace harmony::affinity {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

// People are numbered by id here, so that the smaller number is the smaller id.
class deferred_acceptance {
 public:
  explicit deferred_acceptance(const mutual_offers &all)
      : offers_(all.offers_), proposers_(all.proposers_.by_id()), acceptors_(all.acceptors_.by_id()) {
    lay_out();
    refuse_repeated();
  }

  std::vector<id_pair> pairs() {
    held_.assign(acceptors_.ids.size(), nobody);
    std::size_t steps = 0;
    for (std::uint32_t first = 0; first < proposers_.ids.size(); ++first) {
      make_heap(first);
      // Whoever is turned down proposes next.
      for (std::uint32_t free = first; free != nobody;) {
        if (++steps % 4096 == 0) poll_interrupt();
        if (first_[free] == last_[free]) break;
        free = propose(free);
      }
    }
    std::vector<id_pair> out;
    for (std::size_t acceptor = 0; acceptor < held_.size(); ++acceptor)
      if (held_[acceptor] != nobody)
        out.emplace_back(proposers_.ids[proposer_of(held_[acceptor])], acceptors_.ids[acceptor]);
    statistics::sort_polling(out, [](const id_pair &a, const id_pair &b) { return a < b; });
    return out;
  }

 private:
  // An offer as its proposer sees it.
  struct choice {
    double score;
    std::uint32_t acceptor, offer;
  };
  static bool is_worse(const choice &a, const choice &b) {
    return a.score != b.score ? a.score < b.score : a.acceptor > b.acceptor;
  }

  std::uint32_t proposer_of(std::uint32_t offer) const { return proposers_.place[offers_[offer].proposer]; }

  // The choices of each proposer side by side.
  void lay_out() {
    const std::size_t n = proposers_.ids.size();
    std::vector<std::size_t> end(n + 1, 0);
    for (const auto &offer : offers_) ++end[proposers_.place[offer.proposer] + 1];
    for (std::size_t i = 0; i < n; ++i) end[i + 1] += end[i];
    first_.assign(end.begin(), end.end() - 1);
    last_ = first_;
    choices_.resize(offers_.size());
    for (std::size_t k = 0; k < offers_.size(); ++k) {
      if (k % poll_every == 0) poll_interrupt();
      const auto &offer = offers_[k];
      choices_[last_[proposers_.place[offer.proposer]]++] = {offer.score, acceptors_.place[offer.acceptor],
                                                             static_cast<std::uint32_t>(k)};
    }
  }

  void refuse_repeated() const {
    std::vector<std::uint32_t> seen(acceptors_.ids.size(), nobody);
    for (std::uint32_t proposer = 0; proposer < first_.size(); ++proposer) {
      if (proposer % 1024 == 0) poll_interrupt();
      for (std::size_t k = first_[proposer]; k < last_[proposer]; ++k) {
        const std::uint32_t acceptor = choices_[k].acceptor;
        if (seen[acceptor] == proposer)
          throw error(sqlstate::invalid_parameter_value, "a pair comes twice",
                      "Proposer " + std::to_string(proposers_.ids[proposer]) + ", acceptor " +
                          std::to_string(acceptors_.ids[acceptor]) + ".");
        seen[acceptor] = proposer;
      }
    }
  }

  void make_heap(std::uint32_t proposer) {
    std::make_heap(choices_.data() + first_[proposer], choices_.data() + last_[proposer], is_worse);
  }

  // The best choice that is left to a proposer; returns who is turned down by it, or nobody.
  std::uint32_t propose(std::uint32_t proposer) {
    std::pop_heap(choices_.data() + first_[proposer], choices_.data() + last_[proposer], is_worse);
    const choice &best = choices_[--last_[proposer]];
    std::uint32_t &held = held_[best.acceptor];
    if (held == nobody) {
      held = best.offer;
      return nobody;
    }
    const std::uint32_t holder = proposer_of(held);
    const double now = offers_[held].reverse_score, offered = offers_[best.offer].reverse_score;
    const bool is_better = offered != now ? offered > now : proposer < holder;
    if (!is_better) return proposer;
    held = best.offer;
    return holder;
  }

  const plain_store<mutual_offers::offer> &offers_;
  const person_index::order proposers_, acceptors_;
  std::vector<choice> choices_;
  std::vector<std::size_t> first_, last_;  // of each proposer the choices that are left
  std::vector<std::uint32_t> held_;        // of each acceptor the offer
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

std::vector<id_pair> mutual_offers::stable_pairs() const { return deferred_acceptance(*this).pairs(); }

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
