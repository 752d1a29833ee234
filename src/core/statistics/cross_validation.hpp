// Cross-validation in one pass: one linear state a fold, in one flat block of memory that the caller owns. A row's fold
// is chosen by a hash of its key, so that the same key is in the same fold always, on every machine and in every plan.
//
// Layout: cross_validation_header, then `folds` linear states of one size (all with their block or all without). The
// header holds the penalty of a ridge regression; with one fold this is the state of a ridge fit.
#pragma once

#include "core/base/no_postgres.hpp"
#include "core/statistics/linear_model.hpp"
#include "core/statistics/linear_state.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmony::statistics {

inline constexpr int most_folds = 1000;

/// The fixed part, 16 bytes.
struct cross_validation_header {
  std::uint32_t length_word;  // the caller's; never touched here
  std::uint8_t magic;         // 'F'
  std::uint8_t version;       // 1
  std::uint16_t folds;        // 1 .. 1000
  double lambda;              // penalty, finite and >= 0
};
static_assert(sizeof(cross_validation_header) == 16, "the header is part of the stored format");

/// The fold of a key, 1 .. folds: the 64-bit FNV-1a hash of its bytes, mixed by MurmurHash3's 64-bit finaliser, then
/// its upper 32 bits times folds, divided by 2^32. Error 22023 unless 1 <= folds <= 1000.
int fold_of(std::string_view key, int folds);

/// Bytes of a state. Errors: 22023 for the number of folds, 54000 for p.
std::size_t folds_size(int folds, int p, bool with_blocks);

/// Makes an empty state in memory of that size. p < 0: not known yet (linear_open).
cross_validation_header *folds_init(void *memory, int folds, int p, double lambda);

/// The state of fold i, 1 .. folds.
linear_header *fold_at(cross_validation_header *state, int i);
const linear_header *fold_at(const cross_validation_header *state, int i);

/// `memory` (folds_size(folds, p, true) bytes) becomes the same state with blocks.
cross_validation_header *folds_grow(void *memory, const cross_validation_header *state);

/// `memory` (folds_size(folds, p, false) bytes) becomes the same state without blocks: the form to store.
cross_validation_header *folds_pack(void *memory, const cross_validation_header *state);

/// Error 22023 unless a row for so many folds and this penalty belongs to the state.
void check_row(const cross_validation_header *state, int folds, double lambda);

/// Adds the rows of `other`, fold by fold; `other` is not changed. Where `state` is open and `other` is not, the caller
/// merges the other way round. Errors 22023: another number of folds or predictors, another penalty.
void cross_validation_merge(cross_validation_header *state, const cross_validation_header *other);

/// All folds as one linear state, packed.
std::vector<double> folds_total(const cross_validation_header *state);

/// The model of all rows (OLS for lambda 0 and `ridge` false, else ridge) with cross_validated_r_squared =
/// 1 - sum over folds of the squared errors of predicting each row from the other folds / sum of squares of y about its
/// mean: scikit-learn's r2_score of cross_val_predict. NaN, with a warning, where the rows outside a fold do not
/// determine the coefficients that all rows do, or all rows are in one fold; NaN for constant y.
linear_model cross_validate_ols(const cross_validation_header *state);
linear_model cross_validate_ridge(const cross_validation_header *state, double lambda);

/// Stored forms, as those of the linear state; exact; what is read is validated (22P02, 22P03).
std::vector<unsigned char> folds_to_binary(const cross_validation_header *state);
std::vector<unsigned char> folds_from_binary(const unsigned char *bytes, std::size_t size);
std::string folds_to_text(const cross_validation_header *state);
std::vector<unsigned char> folds_from_text(std::string_view text);

}  // namespace harmony::statistics
