import type { IdentifiedRun } from '../model/run.ts'
import { compareText } from '../model/series.ts'
import { type Text, text } from '../model/text.ts'

/** Sorts runs by service, side, run number and source, so that their order does not depend on the order of the files. */
export function sortedRuns(runs: readonly IdentifiedRun[]): readonly IdentifiedRun[] {
  return runs.toSorted(
    (left, right) =>
      compareText(left.service, right.service) ||
      compareText(left.side, right.side) ||
      left.runNumber - right.runNumber ||
      compareText(placeOf(left), placeOf(right)),
  )
}

function placeOf({ jobId, source }: IdentifiedRun): string {
  return JSON.stringify([jobId, source.workflowRunId, source.artifactId, source.runAttempt, source.path])
}

/**
 * Whether the order of the runs on one machine distorts the comparison. If a machine becomes slower during the test, the side
 * that runs last gets the drift. Measured with five pairs and a drift of 1 % per run: +5.0 % if all runs of one version come
 * first, +1.0 % if the same version always comes first, +0.2 % in turns (A B B A).
 *
 * @returns a sentence; null: the order distorts nothing, or it is not known for every run
 */
export function orderNote(baseline: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): Text | null {
  const timed = [...baseline, ...candidate].flatMap((run) => {
    const startedMs = run.startedAt === null ? Number.NaN : Date.parse(run.startedAt)
    return Number.isFinite(startedMs) ? [{ run, startedMs }] : []
  })
  if (timed.length < baseline.length + candidate.length) return null
  if (baseline.length < 2 || candidate.length < 2) return null
  const sides = timed.toSorted((left, right) => left.startedMs - right.startedMs).map(({ run }) => run.side)
  const switches = sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length
  const [first] = sides
  if (switches === 1) {
    return text`All ${first ?? ''} runs came before the others, so a machine that became slower or faster in between looks like a change. Run both versions in turns: A B B A.`
  }
  const alwaysFirst = sides.every((side, index) => (index % 2 === 0) === (side === first))
  return alwaysFirst
    ? text`The ${first ?? ''} run always came first, so part of a drift of the machine looks like a change. Run both versions in turns: A B B A.`
    : null
}
