import type { Better, Measurement } from './measurement.ts'
import type { PrimarySeries } from './policy.ts'
import { areOfBenchmarks, type Quantity, quantityOf } from './quantity.ts'
import { isResource } from './resources.ts'
import type { IdentifiedRun } from './run.ts'
import { type Text, text } from './text.ts'

/** Binary fractions: 0.04 - 0.03 is a little more than 0.01. */
export const SHARE_ROUNDING = 1e-9

/** One error share over the runs of a side. */
type ShareOfSide = Readonly<{
  /** The mean over the runs that have it, because one run of three that fails is not noise. null: no run has it. */
  ratio: number | null
  /** The samples of all these runs. null: not known for every run. */
  samples: number | null
  /** Why a run does not have the share; null: all runs have it. */
  problem: Text | null
}>

/** A share that shows how much went wrong: failed requests, passed checks, or a rate of the script. */
export type ErrorShare = Readonly<{
  endpoint: string | null
  metric: string
  quantity: Quantity | null
  /** What failed: requests, or the runs of a benchmark. */
  of: 'requests' | 'runs'
  better: 'lower' | 'higher'
  baseline: ShareOfSide
  candidate: ShareOfSide
}>

/**
 * Every error share that one of the sides has: all shares that are known to be better when low, or better when high. The service
 * as a whole comes before its endpoints.
 */
export function errorShares(
  baselineRuns: readonly IdentifiedRun[],
  candidateRuns: readonly IdentifiedRun[],
  primary: readonly PrimarySeries[] = [],
): readonly ErrorShare[] {
  const before = sharesOf(baselineRuns, primary)
  const now = sharesOf(candidateRuns, primary)
  const names = [...new Set([...now.keys(), ...before.keys()])].sort()
  const measured = [...baselineRuns, ...candidateRuns].flatMap(({ run }) => run.measurements)
  const of = areOfBenchmarks(measured) ? 'runs' : 'requests'
  const shares = names.flatMap((name): readonly ErrorShare[] => {
    const [known] = now.get(name) ?? before.get(name) ?? []
    if (known === undefined || known.better === 'neither') return []
    const { endpoint, metric, better } = known
    const baseline = sideOf(before.get(name) ?? [], baselineRuns.length)
    const quantity = quantityOf(known)
    return [
      {
        endpoint,
        metric,
        quantity,
        of,
        better,
        baseline,
        candidate: sideOf(now.get(name) ?? [], candidateRuns.length),
      },
    ]
  })
  return [...shares.filter(({ endpoint }) => endpoint === null), ...shares.filter(({ endpoint }) => endpoint !== null)]
}

/** By how much the share of errors rose. A baseline without the share counts as one without errors, so the rise is at most this. */
export function errorRise({ better, baseline, candidate }: ErrorShare): number {
  const best = better === 'lower' ? 0 : 1
  const rise = (candidate.ratio ?? best) - (baseline.ratio ?? best)
  return better === 'lower' ? rise : -rise
}

/**
 * The rise in standard errors of a difference of two shares, as if samples were independent. null: the number of samples or the
 * baseline is not known.
 */
export function errorRiseInSigmas(share: ErrorShare): number | null {
  const { baseline, candidate } = share
  const [before, now] = [baseline.samples ?? 0, candidate.samples ?? 0]
  if (baseline.ratio === null || candidate.ratio === null || before === 0 || now === 0) return null
  const pooled = (baseline.ratio * before + candidate.ratio * now) / (before + now)
  const variance = pooled * (1 - pooled) * (1 / before + 1 / now)
  return variance <= 0 ? 0 : errorRise(share) / Math.sqrt(variance)
}

type Share = Pick<Measurement, 'endpoint' | 'metric' | 'stats' | 'unusable' | 'sampleCount' | 'quantity'> &
  Readonly<{ better: Better }>

function sharesOf(
  runs: readonly IdentifiedRun[],
  primary: readonly PrimarySeries[],
): ReadonlyMap<string, readonly Share[]> {
  const shares = new Map<string, Share[]>()
  for (const { run } of runs) {
    for (const measurement of run.measurements) {
      // The use of a limit, and how often the limit held the service back, are not errors.
      if (measurement.unit !== 'ratio' || isResource(measurement)) continue
      const said = primary.find(({ metric, better }) => metric === measurement.metric && better !== undefined)
      const name = JSON.stringify([measurement.metric, measurement.endpoint])
      const share = { ...measurement, better: said?.better ?? measurement.better }
      shares.set(name, [...(shares.get(name) ?? []), share])
    }
  }
  return shares
}

function sideOf(shares: readonly Share[], runs: number): ShareOfSide {
  const usable = shares.filter(({ stats }) => stats.has('rate'))
  const bad = shares.find(({ stats }) => !stats.has('rate'))
  const problem =
    bad === undefined
      ? shares.length < runs
        ? text`the results do not have this metric`
        : null
      : (bad.unusable.get('rate') ?? text`the results do not have the rate of this metric`)
  const sum = usable.reduce((total, { stats }) => total + (stats.get('rate') ?? 0), 0)
  const isCounted = usable.length > 0 && usable.every(({ sampleCount }) => sampleCount !== null)
  return {
    ratio: usable.length === 0 ? null : sum / usable.length,
    samples: isCounted ? usable.reduce((total, { sampleCount }) => total + (sampleCount ?? 0), 0) : null,
    problem,
  }
}
