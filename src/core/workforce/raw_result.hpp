// What a run leaves behind of every iteration and step, before it is summed up: what chunks of iterations hand over.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/workforce/config.hpp"
#include "core/workforce/config_bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace harmony::workforce {

/// Columns of a role in a raw row: agents, automated tasks of all, sum of c, agents with a finite capacity, sum of q.
inline constexpr std::size_t raw_count = 0, raw_automated = 1, raw_time = 2, raw_with_capacity = 3, raw_capacity = 4,
                             raw_columns = 5;
/// Columns behind those of the roles, in version 2: layoffs, leavers, hires, redeployed, net benefit.
inline constexpr std::size_t raw_layoffs = 0, raw_leavers = 1, raw_hires = 2, raw_redeployed = 3, raw_net = 4,
                             raw_moves = 5;

/// Numbers in a row of one iteration and step.
inline std::size_t raw_row(const config &asked) {
  return asked.roles.size() * raw_columns + (asked.model == model_kind::v2 ? raw_moves : 0);
}

/// Bytes of all its iterations and steps.
inline double raw_bytes(const config &asked) {
  return asked.numbers.n_iterations * static_cast<double>(raw_row(asked) * (asked.steps() + 1) * sizeof(double));
}

/// Iterations from `first` up to `last`, which it does not have, each with the steps 0...n_steps.
struct raw_result {
  std::uint32_t first = 0, last = 0;
  std::vector<double> rows;
};

/// As portable bytes, with a digest of what was asked so that chunks of different simulations do not mix.
void serialize(const config &asked, const raw_result &part, std::vector<unsigned char> &out);
/// Error 22P03 for bytes that serialize() did not write for this configuration, by length, digest (digest_of(asked))
/// and what its numbers can be at most.
raw_result deserialize(const config &asked, const config_digest &digest, const unsigned char *bytes, std::size_t size);

/// Whether bytes begin as a chunk of the configuration with that digest does.
bool is_chunk_of(const config_digest &digest, const unsigned char *bytes, std::size_t size);

/// The parts as one, in any order. Error 22023 unless they are the iterations 0, 1, ... without gap or overlap.
raw_result join(const config &asked, std::vector<raw_result> parts);

}  // namespace harmony::workforce
