import { UserError } from '../model/errors.ts'
import type { Measurement } from '../model/measurement.ts'
import { quantityOf } from '../model/quantity.ts'
import type { Run } from '../model/run.ts'
import { distinct, text } from '../model/text.ts'
import { quote } from './foreign-json.ts'
import { errorShare } from './request-measurements.ts'

/** The error share over all files. */
function pooled(shares: readonly Measurement[]): Measurement {
  const all = shares.reduce((sum, { sampleCount }) => sum + (sampleCount ?? 0), 0)
  const failed = shares.reduce((sum, { sampleCount, stats }) => sum + (sampleCount ?? 0) * (stats.get('rate') ?? 0), 0)
  return errorShare(failed, all)
}

/**
 * Joins files of one run that hold different series, such as one file per benchmark program. Throws a UserError if two
 * files have the same series.
 */
export function joinRuns(runs: readonly Run[]): Run {
  const [first, ...others] = runs
  if (first === undefined) throw new UserError('There is no part of a run to read.')
  if (others.length === 0) return first
  const isShare = (one: Measurement) => quantityOf(one) === 'error-share' && one.endpoint === null
  const all = runs.flatMap((run) => run.measurements)
  const shares = all.filter(isShare)
  const measurements = [...all.filter((one) => !isShare(one)), ...(shares.length === 0 ? [] : [pooled(shares)])]
  const seen = new Set<string>()
  for (const { metric, endpoint } of measurements) {
    const series = JSON.stringify([metric, endpoint])
    if (seen.has(series)) {
      throw new UserError(
        text`Two results lie in one run and both have ${quote(endpoint ?? metric)}, so it is not clear which of them is meant. Give each run a folder of its own: run-1, run-2 and so on.`,
      )
    }
    seen.add(series)
  }
  const tools = new Set(runs.map(({ tool }) => tool))
  if (tools.size > 1)
    throw new UserError(
      `The results of one run are of several tools: ${[...tools].join(' and ')}. Give each a service of its own.`,
    )
  const bases = new Set(runs.map(({ basis }) => basis))
  const versions = new Set(runs.map(({ toolVersion }) => toolVersion))
  if (bases.size > 1 || versions.size > 1) {
    throw new UserError(
      `The results of one run are of several versions or kinds: ${runs.map(({ basis, toolVersion }) => [toolVersion, basis].filter((word) => word != null).join(' ') || 'unknown').join(' and ')}. Write all of them with the same version, in the same format.`,
    )
  }
  const { beganAtMs: _, ...rest } = first
  const starts = runs.flatMap(({ beganAtMs }) => beganAtMs ?? [])
  return {
    ...rest,
    // The earliest start counts, so that a single old file makes the run look old.
    ...(starts.length === 0 ? {} : { beganAtMs: Math.min(...starts) }),
    durationMs: null,
    measurements,
    notes: distinct(runs.flatMap(({ notes }) => notes)),
  }
}
