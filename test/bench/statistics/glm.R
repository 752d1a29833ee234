# The peers of harmony.ols_robust and ols_clustered: prints the seconds that the errors take, rows being in memory.
#   Rscript glm.R hc3|cr2 FILE.csv
options(warn = -1)
arguments <- commandArgs(TRUE)
rows <- read.csv(arguments[2])
if (arguments[1] == "hc3") {
  library(sandwich)
  rows$y <- NULL
  cat(system.time({ fit <- lm(z ~ ., rows); vcovHC(fit, "HC3") })[["elapsed"]], "\n")
} else {
  suppressMessages(library(clubSandwich))
  fit <- lm(z ~ x1 + x2 + x3 + x4, rows)
  cat(system.time({ v <- vcovCR(fit, rows$g, "CR2"); coef_test(fit, v) })[["elapsed"]], "\n")
}
