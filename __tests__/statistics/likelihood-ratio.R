# The reference values of likelihood-ratio.test.ts: Rscript likelihood-ratio.R
# Student's t density around a change of +10 %, over that around no change.
ratio <- function(estimate, se, df, change = log(1.1)) dt((estimate - change) / se, df) / dt(estimate / se, df)
rows <- list(c(0.08, 0.03, 4), c(0.02, 0.015, 18), c(-0.01, 0.04, 2), c(log(1.1) / 2, 0.02, 9), c(0.15, 0.02, 19))
for (row in rows) cat(sprintf("%.10g %g %g: %.10g\n", row[1], row[2], row[3], ratio(row[1], row[2], row[3])))

# The reference values of weighted Holm: multiply by the weight that is left, over the own weight, and keep the largest so far.
holm <- function(p, w) {
  o <- order(p / w)
  left <- rev(cumsum(rev(w[o])))
  adjusted <- pmin(1, cummax(pmin(1, (p / w)[o] * left)))
  adjusted[order(o)]
}
cat(sprintf("%.10g", holm(c(0.01, 0.02, 0.001, 0.2), c(4, 1, 1, 2))), "\n")

# The reference values of required-runs.test.ts.
needed <- function(sd, alpha = .05, paired = FALSE) {
  for (n in 2:500) {
    df <- if (paired) n - 1 else 2 * n - 2
    if ((qt(.95, df) + qt(1 - alpha, df)) * sqrt(pi / 3) * sd * sqrt(2 / n) <= log(1.1)) return(n)
  }
}
cat(needed(.01), needed(.03), needed(.05), needed(.08), needed(.1), needed(.04, .005), needed(.04, .05, TRUE), needed(.04, .005, TRUE), "\n")
