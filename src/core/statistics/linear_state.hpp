// The mergeable state of every linear model: the cross products of [1 X y] in double-double, in one flat block of
// memory that the caller owns (in the server a varlena whose first four bytes are its length word: nothing here reads
// or writes them). Rows are added one by one at first (a small state for GROUP BY); a state that has seen many rows is
// grown once and then collects 128 rows column by column and adds their products error-free (gram_kernel.hpp).
//
// Layout: linear_header, shift[p+1], scale[p+1], hi[NP], lo[NP], and, with a block, block[(p+1+weighted) * leading];
// NP = (p+2)(p+3)/2, the packed lower triangle of the Gram matrix G of (1, x1 .. xp, y), each (value * scale - shift)
// and, with weights, times sqrt(weight). 8-byte alignment is enough. Native byte order; the stored form is portable.
//
// Range: scale is 2^700, 1 or 2^-700 a column, so that 1e300 and 1e-300 neither overflow nor vanish; all scaling is
// exact. The shift is the first row's value for as long as (value - shift) is exact for every row, and 0 after that.
#pragma once

#include "core/base/no_postgres.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::statistics {

inline constexpr int linear_max_predictors = 1600;
inline constexpr int linear_block_rows = 128;
inline constexpr int linear_block_leading = linear_block_rows + 8;  // not a power of two: columns share no cache set
inline constexpr std::int64_t linear_grow_after = 256;              // rows after which a block pays
inline constexpr std::uint8_t linear_weighted = 1;                  // flag: rows carry a weight
inline constexpr std::uint8_t linear_open = 2;                      // flag: p is not known yet, all rows were skipped

/// The fixed part of a state, 48 bytes.
struct linear_header {
  std::uint32_t length_word;            // the caller's (varlena); never touched here
  std::uint8_t magic;                   // 'L'
  std::uint8_t version;                 // 1
  std::uint8_t flags;                   // linear_weighted, linear_open
  std::uint8_t block;                   // 1 when the block is attached
  std::uint16_t p;                      // predictors, 0 .. 1600
  std::uint16_t fill;                   // rows waiting in the block
  std::uint32_t reserved;               // 0
  std::int64_t n;                       // rows in the sums; linear_rows() adds those that wait
  std::int64_t n_skipped;               // rows left out: NULL somewhere, or weight 0
  double log_weight_hi, log_weight_lo;  // sum of log(weight), double-double
};
static_assert(sizeof(linear_header) == 48, "the header is part of the stored format");

/// Bytes of a state of p predictors, with the block or without. Error 54000 unless 0 <= p <= 1600.
std::size_t linear_state_size(int p, bool with_block, bool weighted = false);

/// Bytes of this state.
std::size_t linear_size(const linear_header *state);

/// Makes an empty state without block in memory of linear_state_size(p, false) bytes, 8-byte aligned; every byte but
/// the length word is set. Error 54000 unless 0 <= p <= 1600.
linear_header *linear_init(void *memory, int p, std::uint8_t flags = 0);

/// Adds a row x1 .. xp, y in place. True when the state wants its block: allocate linear_state_size(p, true, weighted)
/// and call linear_grow (a caller that does not still gets right sums, only slower). Error 22023 for NaN or infinity,
/// naming the argument (x3, y); the state then still stands for the same rows.
bool linear_add(linear_header *state, const double *row);

/// The same with a weight (state made with linear_weighted): the row counts weight times in every sum. A weight of 0
/// skips the row (as R does). Error 22023 for a weight that is NaN, infinite, negative or outside 2^-200 .. 2^200.
bool linear_add_weighted(linear_header *state, const double *row, double weight);

/// Counts a row that is left out because an argument was NULL.
inline void linear_skip(linear_header *state) { ++state->n_skipped; }

/// Rows taken in, those that wait in the block included.
inline std::int64_t linear_rows(const linear_header *state) { return state->n + state->fill; }

/// Makes `memory` (linear_state_size(p, true, weighted) bytes) the same state with a block. `state` stays as it is.
linear_header *linear_grow(void *memory, const linear_header *state);

/// Hot path without an array: write x1 .. xp, y to slot[0], slot[leading], slot[2 leading] … (leading =
/// linear_block_leading; with weights the weight comes last, > 0 and finite), then call linear_commit; do nothing for a
/// row to skip. Only for a state with block. NaN and infinity are found when the block is folded, by column as in
/// linear_add; after an error the state must be thrown away.
double *linear_slot(linear_header *state);
void linear_fold_pending(linear_header *state);
inline void linear_commit(linear_header *state) {
  if (++state->fill == linear_block_rows) linear_fold_pending(state);
}

/// Adds the rows of `other` to `state`, in place, needing no more room than `state` has; `other` is never changed.
/// Error relative to the largest sum: 2^-104. An open `other` brings its skipped rows only; an open `state` can take in
/// nothing else. Errors: 22023 when the two differ in p or in being weighted; 22023 for NaN or infinity that waits in
/// other's block.
void linear_merge(linear_header *state, const linear_header *other);

/// Writes the state without its block (waiting rows folded in) to memory of linear_state_size(p, false) bytes; the form
/// to store and send. Every fit of the packed state equals that of the original to the last bit. `state` is unchanged.
linear_header *linear_pack(void *memory, const linear_header *state);

/// Checks bytes that are not trusted (8-byte aligned): magic, version, flags, p, exact size, fill, counts, scale,
/// shift and sums finite and in range, waiting rows finite. Throws error 22P03 that says what is wrong.
const linear_header *linear_validate(const void *memory, std::size_t size);

/// The canonical binary form: little-endian bytes of the packed state without its length word, then a checksum. Exact.
std::vector<unsigned char> linear_to_binary(const linear_header *state);

/// Reads it back: the bytes of a packed state, validated, length word 0. Error 22P03.
std::vector<unsigned char> linear_from_binary(const unsigned char *bytes, std::size_t size);

/// The text form: the binary form in lower-case hexadecimal. Exact.
std::string linear_to_text(const linear_header *state);

/// Reads it back. Errors: 22P02 for what is not hexadecimal, 22P03 for what is not a state.
std::vector<unsigned char> linear_from_text(std::string_view text);

// --- the parts of the memory, for linear_*.cpp -----------------------------------------------------------------------

inline std::size_t linear_pairs(int p) {
  const std::size_t m = static_cast<std::size_t>(p) + 2;
  return m * (m + 1) / 2;
}
inline double *linear_shift(linear_header *s) { return reinterpret_cast<double *>(s + 1); }
inline double *linear_scale(linear_header *s) { return linear_shift(s) + s->p + 1; }
inline double *linear_hi(linear_header *s) { return linear_scale(s) + s->p + 1; }
inline double *linear_lo(linear_header *s) { return linear_hi(s) + linear_pairs(s->p); }
inline double *linear_block(linear_header *s) { return linear_lo(s) + linear_pairs(s->p); }
inline const double *linear_shift(const linear_header *s) { return reinterpret_cast<const double *>(s + 1); }
inline const double *linear_scale(const linear_header *s) { return linear_shift(s) + s->p + 1; }
inline const double *linear_hi(const linear_header *s) { return linear_scale(s) + s->p + 1; }
inline const double *linear_lo(const linear_header *s) { return linear_hi(s) + linear_pairs(s->p); }
inline const double *linear_block(const linear_header *s) { return linear_lo(s) + linear_pairs(s->p); }
inline double *linear_slot(linear_header *s) { return linear_block(s) + s->fill; }

/// Name of column j of a row in messages: x1 … xp, y.
std::string linear_column_name(int p, int j);

}  // namespace harmony::statistics
