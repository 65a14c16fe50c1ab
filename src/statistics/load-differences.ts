import { median } from 'simple-statistics'
import type { LoadDifference } from '../model/comparison.ts'
import { measuredAs, type Quantity } from '../model/quantity.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { type Text, text } from '../model/text.ts'

/** When the load of two sides differs by more than this, they did not run the same test. Two runs of the same test differ by less. */
const MAX_LOAD_DIFFERENCE = 0.1

/**
 * If p96 is this many times p94, there is a step between two groups of requests. Even a very long lognormal tail, with a standard
 * deviation of 1, only has 1.22: exp(qnorm(.96) - qnorm(.94)) in R.
 */
const MODE_STEP = 1.5

/** How the load of the two sides differs, and whether the p95 stands on a step and is therefore unstable. In full sentences. */
export function loadDifferencesOf(
  baseline: readonly IdentifiedRun[],
  candidate: readonly IdentifiedRun[],
): readonly LoadDifference[] {
  if (baseline.length === 0 || candidate.length === 0) return []
  const load = [
    durationNote(baseline, candidate),
    requestsNote(baseline, candidate),
    usersNote(baseline, candidate),
  ].filter((message) => message !== null)
  const mode = modeNote([...candidate, ...baseline])
  return [
    ...load.map((message) => ({ kind: 'load-parity', message }) as const),
    ...(mode === null ? [] : [{ kind: 'mode-boundary', message: mode } as const]),
  ]
}

type Medians = Readonly<{ before: number; now: number }>

function durationNote(baseline: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): Text | null {
  const medians = mediansOf(baseline, candidate, ({ run }) => run.durationMs)
  if (medians === null || !isDifferent(medians)) return null
  const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`
  return text`The load test ran for ${seconds(medians.now)}, and for ${seconds(medians.before)} in the baseline. A shorter test has more of its warm-up in it: run both for the same time.`
}

function requestsNote(baseline: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): Text | null {
  const medians = mediansOf(baseline, candidate, (run) => statOf(run, 'throughput', 'rate'))
  // Much less load is a finding of another rule, dropped-load.
  if (medians === null || !isDifferent(medians) || medians.now < 0.75 * medians.before) return null
  const more = medians.now > medians.before ? 'more' : 'fewer'
  const looks = medians.now > medians.before ? 'slower' : 'faster'
  return text`The service received ${medians.now.toFixed(1)} requests per second; in the baseline, ${medians.before.toFixed(1)}. With ${more} requests a service looks ${looks} than it is: let the load tool start a fixed number of requests per second, so that both medians get the same load.`
}

function usersNote(baseline: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): Text | null {
  const medians = mediansOf(
    baseline,
    candidate,
    (run) => statOf(run, 'virtual-users', 'value') ?? statOf(run, 'virtual-users', 'max'),
  )
  if (medians === null || !isDifferent(medians)) return null
  return text`The load test had up to ${medians.now} virtual users, and ${medians.before} in the baseline. Either its options changed, or it needed more users because the service was slower.`
}

function modeNote(runs: readonly IdentifiedRun[]): Text | null {
  const steps = runs.flatMap((run) => {
    const p94 = statOf(run, 'latency', 'p94')
    const p96 = statOf(run, 'latency', 'p96')
    return p94 === null || p96 === null || p94 <= 0 ? [] : [p96 / p94]
  })
  const largest = Math.max(0, ...steps)
  if (largest < MODE_STEP) return null
  return text`The p95 falls between two groups of requests: p96 is ${largest.toFixed(1)} times p94, so about one request in twenty belongs to a slow group. A small change in the number of slow requests moves the p95 far. Look at p90 and p99, or measure the slow requests as an endpoint of their own.`
}

function mediansOf(
  baseline: readonly IdentifiedRun[],
  candidate: readonly IdentifiedRun[],
  read: (run: IdentifiedRun) => number | null,
): Medians | null {
  const before = baseline.flatMap((run) => read(run) ?? [])
  const now = candidate.flatMap((run) => read(run) ?? [])
  return before.length === 0 || now.length === 0 ? null : { before: median(before), now: median(now) }
}

function isDifferent({ before, now }: Medians): boolean {
  return Math.abs(now - before) > MAX_LOAD_DIFFERENCE * Math.max(before, now)
}

function statOf({ run }: IdentifiedRun, quantity: Quantity, stat: string): number | null {
  return measuredAs(run.measurements, quantity)?.stats.get(stat) ?? null
}
