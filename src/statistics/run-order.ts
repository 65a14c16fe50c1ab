import type { IdentifiedRun } from '../model/run.ts'
import { compareText } from '../model/series.ts'
import { type Text, text } from '../model/text.ts'

/** Runs in an order that does not depend on the order of files: by service, side, number, then where they came from. */
export function sortedRuns(runs: readonly IdentifiedRun[]): readonly IdentifiedRun[] {
  return runs.toSorted(
    (left, right) =>
      compareText(left.service, right.service) ||
      compareText(left.variant, right.variant) ||
      left.slot - right.slot ||
      compareText(placeOf(left), placeOf(right)),
  )
}

function placeOf({ jobId, source }: IdentifiedRun): string {
  return JSON.stringify([jobId, source.workflowRunId, source.artifactId, source.runAttempt, source.path])
}

/**
 * What the order of the runs of both sides on one machine does to a comparison: a machine that slows down during the test
 * adds the whole drift to the side that ran last. Measured with a drift of 1 % a run on five pairs: all runs of one
 * version first +5.0 %, always the same version first +1.0 %, in turns (A B B A) +0.2 %.
 *
 * @returns a sentence; null where the order is fine, or not known of every run
 */
export function orderNote(baseline: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): Text | null {
  const timed = [...baseline, ...candidate].flatMap((run) => {
    const startedMs = run.startedAt === null ? Number.NaN : Date.parse(run.startedAt)
    return Number.isFinite(startedMs) ? [{ run, startedMs }] : []
  })
  if (timed.length < baseline.length + candidate.length) return null
  if (baseline.length < 2 || candidate.length < 2) return null
  const sides = timed.toSorted((left, right) => left.startedMs - right.startedMs).map(({ run }) => run.variant)
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
