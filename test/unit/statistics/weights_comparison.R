# Values of weights_comparison_test.cpp in base R, from the rows: folds given by the test, non-negative least squares by trying every set
# of positive slopes, level and scale refitted. Rscript weights_comparison.R
nnls <- function(y, x, w) {
  best <- NULL
  for (set in 0:(2^ncol(x) - 1)) {
    use <- bitwAnd(set, 2^(seq_len(ncol(x)) - 1)) > 0
    fit <- lm.wfit(cbind(1, x[, use, drop = FALSE]), y, w)
    b <- fit$coefficients[-1]
    if (all(b >= 0) && (is.null(best) || sum(w * fit$residuals^2) < best$rss)) {
      slopes <- rep(0, ncol(x))
      slopes[use] <- b
      best <- list(slopes = slopes, rss = sum(w * fit$residuals^2))
    }
  }
  best$slopes
}
squares <- function(slopes, y, x, w, inside) {
  score <- drop(x %*% slopes)
  fit <- lm.wfit(cbind(1, score[!inside]), y[!inside], w[!inside])$coefficients
  if (is.na(fit[2]) || fit[2] < 0) fit <- c(weighted.mean(y[!inside], w[!inside]), 0)
  sum(w[inside] * (y[inside] - fit[1] - fit[2] * score[inside])^2)
}
i <- 0:59
cluster <- i %% 12
fold <- c(2, 1, 1, 2, 2, 2, 3, 1, 3, 2, 3, 1)[cluster + 1]  # fold_of("team 0", 3) and so on
x <- cbind((7 * i) %% 11, (5 * i) %% 13)
y <- 0.8 * x[, 1] + 0.1 * x[, 2] + ((13 * i) %% 17) / 4 + cluster %% 3
w <- c(1, 0.5, 2)[cluster %% 3 + 1]
seen <- i < 40
total <- sum(w * (y - weighted.mean(y, w))^2)
rss <- c(0, 0, 0)
for (f in 1:3) {
  inside <- fold == f
  rss[1] <- rss[1] + squares(nnls(y[!inside], x[!inside, ], w[!inside]), y, x, w, inside)
  rss[2] <- rss[2] + squares(c(0.25, 0.35), y, x, w, inside)
  use <- !inside & seen
  rss[3] <- rss[3] + squares(nnls(y[use], x[use, ], w[use]), y, x, w, inside)
}
options(digits = 15)
print(1 - rss / total)
