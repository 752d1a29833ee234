#include "core/psychometrics/snapshot_state.hpp"

#include "core/base/interrupt.hpp"
#include "core/base/portable_serialization.hpp"

#include <cmath>
#include <cstddef>
#include <map>
#include <memory_resource>
#include <string>
#include <string_view>

namespace harmony::psychometrics {

namespace {

constexpr int version = 1;

/// The distinct texts in order of first appearance; few, so the search is linear.
class shared_texts {
 public:
  std::size_t position_of(std::string_view text) {
    const auto [found, is_new] = positions_.emplace(text, texts_.size());
    if (is_new) texts_.push_back(text);
    return found->second;
  }
  const std::pmr::vector<std::string_view> &all() const { return texts_; }

 private:
  alignas(std::int64_t) char first_memory_[2048];
  std::pmr::monotonic_buffer_resource memory_{first_memory_, sizeof first_memory_};
  std::pmr::map<std::string_view, std::size_t> positions_{&memory_};
  std::pmr::vector<std::string_view> texts_{&memory_};
};

void write(std::string_view trait, const kept_result &result, shared_texts &texts, portable_writer &out) {
  out.put_text(trait);
  out.put_count(texts.position_of(result.family));
  out.put(result.score);
  out.put(static_cast<std::uint64_t>(result.measured_at), 8);
  out.put(result.reliable ? 1 : 0, 1);
  out.put_count(texts.position_of(result.instrument));
  out.put_count(result.flags.size);
  for (const std::string_view flag : result.flags) out.put_count(texts.position_of(flag));
}

std::string_view read_text(portable_reader &in, text_check check) {
  const std::string_view text = in.text();
  if (check != nullptr) check(text);
  return text;
}

std::vector<std::string_view> read_texts(portable_reader &in, text_check check) {
  const std::size_t n = in.count();
  if (n > in.left()) in.reject("It claims too many texts.");
  std::vector<std::string_view> texts;
  texts.reserve(n);
  for (std::size_t k = 0; k < n; ++k) texts.push_back(read_text(in, check));
  return texts;
}

std::string_view read_shared(portable_reader &in, const std::vector<std::string_view> &texts) {
  const std::size_t position = in.count();
  if (position >= texts.size()) in.reject("It refers to a text that it does not hold.");
  return texts[position];
}

/// The flags go into `flags`, which the result refers to.
measurement read_result(portable_reader &in, const std::vector<std::string_view> &texts, text_check check,
                        std::vector<std::string_view> &flags) {
  measurement result;
  result.trait = read_text(in, check);
  result.family = read_shared(in, texts);
  result.score = in.number();
  if (std::isnan(result.score)) in.reject("A score is not a number.");
  result.measured_at = static_cast<std::int64_t>(in.get(8));
  const std::uint64_t reliable = in.get(1);
  if (reliable > 1) in.reject("It does not say whether a result is reliable.");
  result.reliable = reliable == 1;
  result.instrument = read_shared(in, texts);
  flags.clear();
  const std::size_t n_flags = in.count();
  if (n_flags > texts.size()) in.reject("A result has too many flags.");
  for (std::size_t k = 0; k < n_flags; ++k) flags.push_back(read_shared(in, texts));
  result.flags = flags;
  return result;
}

}  // namespace

std::vector<unsigned char> pack_results(const snapshot_builder &builder) {
  shared_texts texts;
  std::vector<unsigned char> results;
  results.reserve(960);
  portable_writer results_out(results);
  for (const auto &[trait, result] : builder.results()) {
    poll_interrupt();
    write(trait, result, texts, results_out);
  }

  std::vector<unsigned char> bytes;
  bytes.reserve(results.size() + 256);
  portable_writer out(bytes);
  out.put(version, 1);
  out.put_count(texts.all().size());
  for (const std::string_view text : texts.all()) out.put_text(text);
  out.put_count(builder.results().size());
  bytes.insert(bytes.end(), results.begin(), results.end());
  return bytes;
}

void add_packed(const unsigned char *bytes, std::size_t size, snapshot_builder &builder, text_check check) {
  const std::string_view kept = builder.keep({reinterpret_cast<const char *>(bytes), size});
  portable_reader in(reinterpret_cast<const unsigned char *>(kept.data()), kept.size(), "snapshot state");
  const std::uint64_t given = in.get(1);
  if (given != version) in.reject("Its version is " + std::to_string(given) + "; this library reads version 1.");
  const std::vector<std::string_view> texts = read_texts(in, check);
  const std::size_t n = in.count();
  std::vector<std::string_view> flags;
  for (std::size_t k = 0; k < n; ++k) {
    poll_interrupt();  // a forged result may have many long flags
    builder.add_kept(read_result(in, texts, check, flags));
  }
  if (in.left() > 0) in.reject("Something follows its last result.");
}

}  // namespace harmony::psychometrics
