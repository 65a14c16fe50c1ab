import { errorShares } from '../model/error-share.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { type Text, text } from '../model/text.ts'

/** In shares of all requests. Below it, what the failed ones cost is less than the noise of what the others do. */
const MAX_DIFFERENCE = 0.01

/**
 * Why the processor time by request of both sides cannot be compared; null: it can. A failed request is cheap: of a run that lost 297 of 900
 * requests it read 0.54 ms, where 1.5 ms are right (measured), so what breaks would look as if it saved.
 */
export function unlikeRequests(baseline: readonly IdentifiedRun[], candidate: readonly IdentifiedRun[]): Text | null {
  const failed = errorShares(baseline, candidate).find(
    ({ endpoint, quantity, better }) => endpoint === null && quantity === 'error-share' && better === 'lower',
  )
  const [before, now] = [failed?.baseline.ratio ?? null, failed?.candidate.ratio ?? null]
  if (before === null || now === null || Math.abs(now - before) <= MAX_DIFFERENCE) return null
  return text`${percent(before)} of the requests failed before and ${percent(now)} now, and a failed request needs less.`
}

function percent(ratio: number): string {
  return `${Number((100 * ratio).toPrecision(3))} %`
}
