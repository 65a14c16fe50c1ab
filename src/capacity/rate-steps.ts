/**
 * Small counts vary by about one, and rates of hundreds vary by some percent. With this number added, the logarithms of both vary by the
 * same amount.
 */
const SCALE_FROM_PER_S = 30
const NOISE = 0.025

/** The cost of one more step, in squares of the noise. It is higher than the usual 2 ln(n), so that one late second is not a step. */
const STEP_COST = 15

/**
 * Divides a series into parts of one level each: the partition with the smallest sum of squares around the means of its parts,
 * plus a cost per part. R. Killick et al., "Optimal Detection of Changepoints With a Linear Computational Cost" (2012),
 * https://doi.org/10.1080/01621459.2012.737745
 *
 * @param ratesPerS one value per second
 * @returns first and last position (excluded) of each part, in order
 */
export function rateParts(ratesPerS: readonly number[]): readonly (readonly [number, number])[] {
  const values = withoutSpikes(ratesPerS).map((rate) => Math.log(rate + SCALE_FROM_PER_S) / NOISE)
  const misfit = misfitOf(values)
  const least: number[] = [-STEP_COST]
  const starts: number[] = [0]
  let candidates: readonly number[] = [0]
  for (let end = 1; end <= values.length; end += 1) {
    const costs = candidates.map((start) => (least[start] ?? 0) + misfit(start, end))
    const best = Math.min(...costs)
    least.push(best + STEP_COST)
    starts.push(candidates[costs.indexOf(best)] ?? 0)
    candidates = [...candidates.filter((_, index) => (costs[index] ?? 0) <= best + STEP_COST), end]
  }
  return partsUpTo(values.length, starts)
}

function partsUpTo(end: number, starts: readonly number[]): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = []
  for (let at = end; at > 0; at = starts[at] ?? 0) parts.unshift([starts[at] ?? 0, at])
  return parts
}

/** The sum of squares around the mean of a part, from running sums. */
function misfitOf(values: readonly number[]): (start: number, end: number) => number {
  const [sums, squares] = [[0], [0]]
  for (const value of values) {
    sums.push((sums.at(-1) ?? 0) + value)
    squares.push((squares.at(-1) ?? 0) + value ** 2)
  }
  return (start, end) => {
    const sum = (sums[end] ?? 0) - (sums[start] ?? 0)
    return (squares[end] ?? 0) - (squares[start] ?? 0) - sum ** 2 / (end - start)
  }
}

/** A second that stalls and the next that catches up are not a step, so each value becomes the median of three. */
function withoutSpikes(rates: readonly number[]): readonly number[] {
  return rates.map((rate, index) => {
    const [, middle = rate] = [rates[index - 1] ?? rate, rate, rates[index + 1] ?? rate].toSorted((a, b) => a - b)
    return middle
  })
}
