import type { CollectedRuns, IdentifiedRun, Refusal } from '../model/run.ts'

/**
 * A refused result that was measured again does not block: it would block forever, because a rerun adds to the results. A later upload of
 * the same part with a usable run of the same service counts as measured again.
 */
export function withoutSuperseded({ runs, refusals }: CollectedRuns): CollectedRuns {
  const sorted = refusals.map((refusal) => ({ refusal, again: runs.find((run) => measuredAgain(refusal, run)) }))
  const superseded = sorted.flatMap(({ refusal, again }): readonly Refusal[] =>
    again === undefined ? [] : [{ ...refusal, service: again.service }],
  )
  const left = sorted.flatMap(({ refusal, again }) => (again === undefined ? [refusal] : []))
  return superseded.length === 0 ? { runs, refusals } : { runs, refusals: left, superseded }
}

/** The ids of artifacts grow with the time of their upload. */
function measuredAgain({ artifact, service, side }: Refusal, run: IdentifiedRun): boolean {
  const { part, artifactId } = run.source
  if (artifact == null || artifactId === null) return false
  // An artifact that could not be read at all names no service and no side.
  const isSame = service === null || (service === run.service && side === run.side)
  return part === artifact.part && artifactId > artifact.id && isSame
}
