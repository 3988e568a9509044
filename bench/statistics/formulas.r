# The formulas of the package in vectorised R: Rscript formulas.r FOLDER ROWS ROUNDS
# reads counts, bases and events (doubles) from FOLDER, and writes a line for each computation:
# name, median seconds of processor time, check sum, separated by tabs. Only the computation is timed.
given <- commandArgs(trailingOnly = TRUE)
column <- function(name) readBin(file.path(given[1], name), "double", n = as.integer(given[2]))
rounds <- as.integer(given[3])
counts <- column("counts")
bases <- column("bases")
events <- column("events")

z95 <- qnorm(0.975)
z998 <- qnorm(0.999)

wilson <- function(x, n, z, side)
  (2 * x + z^2 + side * z * sqrt(z^2 + 4 * x * (1 - x / n))) / 2 / (n + z^2) * 100
proportions <- function() list(
  value = counts / bases * 100,
  lower95 = wilson(counts, bases, z95, -1), upper95 = wilson(counts, bases, z95, 1),
  lower998 = wilson(counts, bases, z998, -1), upper998 = wilson(counts, bases, z998, 1))

byar_lower <- function(x, z) x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3
byar_upper <- function(x, z) (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3

# as it is usually written: both methods for every row, then the one that holds
rates <- function() {
  per <- 1000 / bases
  few <- events < 10
  list(
    value = events * per,
    lower95 = ifelse(few, qchisq(0.025, 2 * events) / 2, byar_lower(events, z95)) * per,
    upper95 = ifelse(few, qchisq(0.975, 2 * events + 2) / 2, byar_upper(events, z95)) * per,
    lower998 = ifelse(few, qchisq(0.001, 2 * events) / 2, byar_lower(events, z998)) * per,
    upper998 = ifelse(few, qchisq(0.999, 2 * events + 2) / 2, byar_upper(events, z998)) * per)
}

# with more care: quantiles only for the rows that need them
careful <- function(z, tail, side) {
  limit <- if (side < 0) byar_lower(events, z) else byar_upper(events, z)
  few <- which(events < 10)
  limit[few] <- if (side < 0) qchisq(tail, 2 * events[few]) / 2 else qchisq(1 - tail, 2 * events[few] + 2) / 2
  limit * 1000 / bases
}
careful_rates <- function() list(
  value = events / bases * 1000,
  lower95 = careful(z95, 0.025, -1), upper95 = careful(z95, 0.025, 1),
  lower998 = careful(z998, 0.001, -1), upper998 = careful(z998, 0.001, 1))

report <- function(name, compute, times = rounds) {
  seconds <- numeric(times)
  for (round in seq_len(times))
    seconds[round] <- sum(system.time(made <- compute(), gcFirst = FALSE)[c("user.self", "sys.self")])
  total <- sum(made[[length(made)]])
  cat(name, median(seconds), formatC(total, digits = 17, format = "g"), sep = "\t")
  cat("\n")
}

report("proportions", proportions)
report("rates", rates, max(3, rounds %/% 3))
report("rates, exact below ten only", careful_rates)
if (requireNamespace("PHEindicatormethods", quietly = TRUE)) {
  table <- data.frame(counts, bases, events)
  both <- c(0.95, 0.998)
  limits <- function(made) list(made$upper99_8cl)
  report("proportions, PHEindicatormethods", function() limits(PHEindicatormethods::phe_proportion(
    table, counts, bases, type = "standard", confidence = both, multiplier = 100)), 3)
  report("rates, PHEindicatormethods", function() limits(PHEindicatormethods::phe_rate(
    table, events, bases, type = "standard", confidence = both, multiplier = 1000)), 3)
}
