import { errorShares } from '../model/error-share.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { type Text, text } from '../model/text.ts'

/**
 * The largest allowed difference of the shares of failed requests. Below it, the cost of the failed requests is less than the
 * noise of the others.
 */
const MAX_DIFFERENCE = 0.01

/**
 * Why the processor time per request of both sides cannot be compared; null: it can. A failed request is cheap: in a run that
 * lost 297 of 900 requests, 0.54 ms per request were measured instead of the true 1.5 ms. A broken service would look more
 * efficient.
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
