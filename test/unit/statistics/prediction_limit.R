# Values of prediction_limit_test.cpp in base R: tau² of Paule and Mandel as the root of its equation by uniroot. Rscript prediction_limit.R
limits <- function(n, mean, variance) {
  e <- variance / n
  one <- function(i) {
    y <- mean[-i]
    v <- e[-i]
    k <- length(y)
    q <- function(t) {
      w <- 1 / (t + v)
      sum(w * (y - sum(w * y) / sum(w))^2) - (k - 1)
    }
    tau2 <- if (q(0) <= 0) 0 else uniroot(q, c(0, 10 * max((y - mean(y))^2)), tol = 1e-15)$root
    w <- 1 / (tau2 + v)
    m <- sum(w * y) / sum(w)
    s2 <- tau2 + e[i] + 1 / sum(w)
    df <- min(k - 2, max(n[i] - 1, 2 * s2^2 / (2 * (k - 1) / (sum(w) - sum(w^2) / sum(w))^2 + 2 * e[i]^2 / (n[i] - 1))))
    t <- (mean[i] - m) / sqrt(s2)
    c(rest_mean = m, tau2 = tau2, se = sqrt(s2), t = t, df = df, p = pt(t, df), low = m - qt(.95, df) * sqrt(s2))
  }
  out <- t(sapply(seq_along(n), one))
  cbind(out, q = p.adjust(out[, "p"], "BH"))
}
options(digits = 15)
print(limits(c(5, 8, 12, 25, 6, 9), c(3.1, 3.4, 3.3, 1.2, 3.6, 3.0), c(.9, .7, 1.1, .8, 1.0, .6)))
print(limits(c(5, 8, 12, 25, 6, 9), c(3.1, 3.2, 3.3, 3.1, 3.0, 3.0), c(.9, .7, 1.1, .8, 1.0, .6)))
