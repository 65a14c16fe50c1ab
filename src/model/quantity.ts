import { builtInTraits } from './k6-metrics.ts'

/**
 * What a number measures, whatever the name that a tool gives it. The gate and the report use the quantity and never the name of
 * one tool.
 * - `latency`: how long requests took. `throughput`: requests. `error-share`: the share of them that failed.
 * - `duration`: how long one execution of a benchmark takes. `operation-rate`: executions of a benchmark per second.
 * - `allocations`: bytes that one execution allocates. It is counted and not timed, so 0 is a valid number.
 */
export const QUANTITIES = ['latency', 'throughput', 'error-share', 'duration', 'operation-rate', 'allocations'] as const

export type DeclaredQuantity = (typeof QUANTITIES)[number]

/**
 * Also the quantities that no file declares because they follow from a name: `work` is what a load test repeats, its iterations;
 * `dropped-work` is what it could not start; `passed-checks` is the share of its own assertions that held; `virtual-users` is how
 * many repeated it at once.
 */
export type Quantity = DeclaredQuantity | 'work' | 'dropped-work' | 'passed-checks' | 'virtual-users'

/** Something measured: a measurement of a run, or a series of a comparison. */
export type Quantified = Readonly<{ metric: string; quantity?: Quantity | undefined }>

/**
 * The quantity of a metric. Formats of k6, and stores of older versions, only have the names of k6 metrics.
 *
 * @returns null: the gate only knows the unit and the direction of the number
 */
export function quantityOf({ metric, quantity }: Quantified): Quantity | null {
  return quantity ?? builtInTraits(metric)?.quantity ?? null
}

/** Whether it is the number of one benchmark. Benchmarks come and go one by one, as endpoints do, and there are no requests behind them. */
export function isOfBenchmark(series: Quantified): boolean {
  const quantity = quantityOf(series)
  return quantity === 'duration' || quantity === 'operation-rate' || quantity === 'allocations'
}

/** Whether all of this was measured by a benchmark runner: it counts runs of a program, and nobody sent a request. */
export function areOfBenchmarks(measured: readonly Quantified[]): boolean {
  const quantities = new Set(measured.map(quantityOf))
  return measured.some(isOfBenchmark) && !quantities.has('latency') && !quantities.has('throughput')
}

/** What was measured of one quantity, whatever the tool calls it; undefined: nothing was. endpoint null: the whole service. */
export function measuredAs<Measured extends Quantified & Readonly<{ endpoint: string | null }>>(
  measured: readonly Measured[],
  quantity: Quantity,
  endpoint: string | null = null,
): Measured | undefined {
  return measured.find((one) => quantityOf(one) === quantity && one.endpoint === endpoint)
}
