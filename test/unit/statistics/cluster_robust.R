# Values of cluster_robust_test.cpp: CR2, Satterthwaite's df and the HTZ test by their definitions with whole n x n matrices, in base R
# (Bell and McCaffrey 2002; Pustejovsky and Tipton 2018, equations 6, 9, 14 and 15). Rscript cluster_robust.R
symmetric_power <- function(m, power) {
  e <- eigen((m + t(m)) / 2, symmetric = TRUE)
  e$vectors %*% diag(ifelse(e$values > 1e-10, abs(e$values)^power, 0), length(e$values)) %*% t(e$vectors)
}

cr2 <- function(y, x, cluster, w = rep(1, length(y))) {
  x <- cbind(1, x)
  n <- length(y)
  m <- solve(t(x) %*% (w * x))
  b <- m %*% t(x) %*% (w * y)
  h <- x %*% m %*% t(x) %*% diag(w)
  e <- y - x %*% b
  groups <- split(seq_len(n), cluster)
  # Row i of P_g is what the cluster g adds to coefficient i: m X' W A (I - H) of its rows.
  p <- lapply(groups, function(g) {
    r <- (diag(n) - h)[g, , drop = FALSE]
    a <- symmetric_power(r %*% t(r), -1 / 2)
    m %*% t(x[g, , drop = FALSE]) %*% diag(w[g], length(g)) %*% a %*% r
  })
  v <- Reduce(`+`, lapply(p, function(q) (q %*% y) %*% t(q %*% y)))  # (I - H) y = e, and H H = H
  eta <- function(contrast) {
    omega <- Reduce(`+`, lapply(p, function(q) contrast %*% q %*% t(q) %*% t(contrast)))
    z <- lapply(p, function(q) symmetric_power(omega, -1 / 2) %*% contrast %*% q)
    total <- 0
    for (i in z) for (j in z) {
      d <- i %*% t(j)
      total <- total + sum(diag(d))^2 + sum(diag(d %*% d))
    }
    k <- nrow(contrast)
    k * (k + 1) / total
  }
  k <- ncol(x)
  slopes <- diag(k)[-1, , drop = FALSE]
  q <- k - 1
  f_eta <- eta(slopes)
  wald <- t(b[-1]) %*% solve(v[-1, -1]) %*% b[-1]
  f <- drop(wald) * (f_eta - q + 1) / (f_eta * q)
  df <- sapply(seq_len(k), function(i) eta(diag(k)[i, , drop = FALSE]))
  list(b = drop(b), se = sqrt(diag(v)), df = df, p = 2 * pt(-abs(drop(b) / sqrt(diag(v))), df), f = f, df2 = f_eta - q + 1,
       f_p = pf(f, q, f_eta - q + 1, lower.tail = FALSE))
}

# 40 rows in 7 clusters of 2 to 9, the numbers of the test.
i <- 0:39
cluster <- rep(letters[1:7], c(9, 8, 7, 6, 5, 3, 2))
x <- cbind((7 * i) %% 11, (5 * i) %% 13 - 0.1 * match(cluster, letters))
y <- 3 + 0.5 * x[, 1] - 0.25 * x[, 2] + ((13 * i) %% 17) / 3 + match(cluster, letters) %% 3
weight <- c(1, 0.5, 2, 1, 0.25, 3, 1)[match(cluster, letters)]
options(digits = 15)
print(cr2(y, x, cluster))
print(cr2(y, x, cluster, weight))

# 450 rows in 150 clusters of 3, four predictors, three weights.
i <- 0:449
c <- i %% 150
x <- cbind((7 * i) %% 11, (5 * i) %% 13 + c %% 4, (i * i) %% 17, (3 * i + c) %% 19)
y <- 0.5 * x[, 1] - 0.25 * x[, 2] + 0.1 * x[, 3] + ((13 * i) %% 23) / 3 + c %% 5
print(cr2(y, x, c, 1 + c %% 3))

# ChickWeight of R: weight on Time by chick, 50 clusters of 578 rows.
print(cr2(ChickWeight$weight, cbind(ChickWeight$Time), as.character(ChickWeight$Chick)))
