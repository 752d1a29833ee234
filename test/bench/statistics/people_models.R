# The peers of harmony.cox and random_intercept: prints the seconds that a fit takes, rows being in memory.
#   Rscript people_models.R cox|mixed FILE.csv
options(warn = -1)
arguments <- commandArgs(TRUE)
rows <- read.csv(arguments[2])
if (arguments[1] == "cox") {
  suppressMessages(library(survival))
  cat(system.time(coxph(Surv(t, e) ~ x1 + x2 + x3 + x4 + x5, rows))[["elapsed"]], "\n")
} else {
  suppressMessages(library(lme4))
  cat(system.time(lmer(y ~ x1 + x2 + x3 + x4 + (1 | g), rows))[["elapsed"]], "\n")
}
