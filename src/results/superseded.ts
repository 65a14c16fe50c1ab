import type { CollectedRuns, IdentifiedRun, Refusal } from '../model/run.ts'

/**
 * Moves refused results that were measured again to `superseded`, where they do not block. They would block forever otherwise,
 * because a rerun adds results and removes none. A result was measured again if a later upload of the same part has a usable run
 * of the same service.
 */
export function withoutSuperseded({ runs, refusals }: CollectedRuns): CollectedRuns {
  const sorted = refusals.map((refusal) => ({ refusal, again: runs.find((run) => measuredAgain(refusal, run)) }))
  const superseded = sorted.flatMap(({ refusal, again }): readonly Refusal[] =>
    again === undefined ? [] : [{ ...refusal, service: again.service }],
  )
  const left = sorted.flatMap(({ refusal, again }) => (again === undefined ? [refusal] : []))
  return superseded.length === 0 ? { runs, refusals } : { runs, refusals: left, superseded }
}

/** Later uploads have greater artifact ids. */
function measuredAgain({ artifact, service, side }: Refusal, run: IdentifiedRun): boolean {
  const { part, artifactId } = run.source
  if (artifact == null || artifactId === null) return false
  // An artifact that could not be read has neither a service nor a side.
  const isSame = service === null || (service === run.service && side === run.side)
  return part === artifact.part && artifactId > artifact.id && isSame
}
