import type { ServiceEvidence } from '../../model/comparison.ts'
import { type ErrorShare, errorRise, errorRiseInSigmas, errorShares, SHARE_ROUNDING } from '../../model/error-share.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import type { Remark, Rule } from '../rule.ts'
import { amount, limitPoints, listed, signedPoints } from '../wording.ts'

/**
 * An endpoint may have a handful of requests, and there are hundreds of endpoints. Where nothing changed, one of 500 is beyond 4
 * standard errors in 1.6 % of all comparisons: 500 × (1 - pnorm(4)) in R. Beyond 2.5 it is worth a look.
 */
const BLOCKS_FROM_SIGMAS = 4
const SHOWN_FROM_SIGMAS = 2.5

/** A new endpoint has nothing to rise from. Fewer failures than this say little. */
const FEW_FAILURES = 3

const MAX_ENDPOINTS_SHOWN = 10

/**
 * More goes wrong than before: failed requests, failed checks, and the script's own shares of errors. In percentage points: from
 * 0.01 % to 0.02 % is no reason to block, though it doubles.
 */
export const errorRate: Rule = {
  id: 'error-rate',
  keys: ['error-rate'],
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark[] {
    const { service, baselineRuns, candidateRuns } = evidence
    if (candidateRuns.length === 0 || baselineRuns.length === 0) return []
    const shares = errorShares(baselineRuns, candidateRuns, policy.primary)
    const whole = shares.flatMap((share) => (share.endpoint === null ? ofService(service, share, policy) : []))
    const endpoints = shares.flatMap((share) => (share.endpoint === null ? [] : ofEndpoint(service, share, policy)))
    return [...whole, ...shortened(endpoints), ...lostShares(evidence, shares)]
  },
}

function ofService(service: string, share: ErrorShare, policy: ServicePolicy): readonly Remark[] {
  const { baseline, candidate, metric } = share
  // What is gated and not there is a missing series.
  const isGated = policy.primary.some((one) => one.metric === metric)
  if (candidate.problem !== null) {
    if (baseline.ratio === null || (isGated && candidate.ratio === null)) return []
    const message = `The share of ${nounOf(share)} cannot be judged: ${candidate.problem}. The baseline has ${amount(baseline.ratio, 'ratio')}.`
    return [{ ...remark(service, share, policy), actual: 'absent or unusable', message }]
  }
  return isOver(share, policy) ? [remark(service, share, policy)] : []
}

function ofEndpoint(service: string, share: ErrorShare, policy: ServicePolicy): readonly Remark[] {
  const { baseline, candidate } = share
  if (candidate.ratio === null || !isOver(share, policy)) return []
  const failures = candidate.samples === null ? null : errorRise({ ...share, baseline: UNKNOWN }) * candidate.samples
  if (failures !== null && failures < FEW_FAILURES) return []
  const sigmas = errorRiseInSigmas(share)
  if (baseline.ratio !== null && sigmas !== null && sigmas < SHOWN_FROM_SIGMAS) return []
  const blocks = sigmas !== null && sigmas >= BLOCKS_FROM_SIGMAS
  return [{ ...remark(service, share, policy), ...(blocks ? {} : { atMost: 'warn' as const }) }]
}

/** Endpoints that are still measured, and of which only the baseline says how much goes wrong. One remark for each kind of share. */
function lostShares(
  { service, candidateRuns, rareEndpoints }: ServiceEvidence,
  shares: readonly ErrorShare[],
): readonly Remark[] {
  const measured = new Set(
    candidateRuns.flatMap(({ run }) => run.measurements.flatMap(({ endpoint }) => endpoint ?? [])),
  )
  const lost = shares.filter(
    ({ endpoint, baseline, candidate }) =>
      endpoint !== null &&
      candidate.ratio === null &&
      baseline.ratio !== null &&
      measured.has(endpoint) &&
      rareEndpoints?.names.includes(endpoint) !== true,
  )
  return [...new Set(lost.map(({ metric }) => metric))].flatMap((metric) => {
    const [first, ...others] = lost.filter((share) => share.metric === metric)
    if (first?.endpoint == null) return []
    const names = listed([first, ...others].flatMap(({ endpoint }) => endpoint ?? []))
    return [
      {
        rule: 'error-rate',
        service,
        endpoint: others.length === 0 ? first.endpoint : null,
        metric,
        stat: 'rate',
        expected: `a share of ${nounOf(first)}`,
        actual: 'absent or unusable',
        message: `The share of ${nounOf(first)} of ${names} cannot be judged: ${first.candidate.problem ?? 'it has no value'}. The baseline has it. k6 writes it into a summary where a threshold names it: keep that threshold.`,
        atMost: 'warn',
      },
    ]
  })
}

const UNKNOWN = { ratio: null, samples: null, problem: null } as const

function isOver(share: ErrorShare, { maxErrorRateIncrease }: ServicePolicy): boolean {
  return errorRise(share) > maxErrorRateIncrease + SHARE_ROUNDING
}

function remark(service: string, share: ErrorShare, policy: ServicePolicy): Remark {
  const { endpoint, metric, better, baseline, candidate } = share
  const limit = policy.maxErrorRateIncrease
  const sign = better === 'lower' ? '+' : '-'
  const now = candidate.ratio ?? 0
  const before = baseline.ratio
  const base = {
    rule: 'error-rate',
    service,
    endpoint,
    metric,
    stat: 'rate',
    expected: `at ${better === 'lower' ? 'most' : 'least'} ${sign}${limitPoints(limit)}`,
  } as const
  if (before === null) {
    const why = baseline.problem ?? 'it has no value'
    return {
      ...base,
      actual: `${amount(now, 'ratio')}, unknown before`,
      message: `${sentenceOf(share, amount(now, 'ratio'))}, and the baseline does not say it: ${why}. Find out why, or make the baseline again with a load test that measures it.`,
    }
  }
  const values = `${amount(before, 'ratio')} → ${amount(now, 'ratio', before)}`
  const change = (better === 'lower' ? 1 : -1) * errorRise(share)
  return {
    ...base,
    actual: `${signedPoints(change, limit)} (${values})`,
    message: `${sentenceOf(share, amount(now, 'ratio', before))}, ${amount(before, 'ratio')} in the baseline (limit ${sign}${limitPoints(limit)}). ${adviceOn(share)}`,
  }
}

/** `3.12 % of the requests of /pay failed` */
function sentenceOf(share: ErrorShare, value: string): string {
  const of = share.endpoint === null ? '' : ` of ${share.endpoint}`
  if (isOfRequests(share)) return `${value} of the requests${of} failed`
  return share.metric === 'checks'
    ? `${value} of the checks${of} passed`
    : `The share of ${share.metric}${of} is ${value}`
}

function nounOf(share: ErrorShare): string {
  return isOfRequests(share) ? 'failed requests' : share.metric
}

function adviceOn(share: ErrorShare): string {
  const what = isOfRequests(share) ? 'Failed requests are' : 'What fails is'
  return `${what} often fast, so latency alone would not show this: find out why ${isOfRequests(share) ? 'they fail' : 'it fails'}.`
}

function isOfRequests({ metric, quantity }: ErrorShare): boolean {
  return quantity === 'error-share' || metric.endsWith('http_req_failed')
}

/** A broken release may break all endpoints: the first ones say it, and the last of them how many there are. */
function shortened(remarks: readonly Remark[]): readonly Remark[] {
  const sorted = remarks.toSorted(
    (left, right) => Number(left.atMost !== undefined) - Number(right.atMost !== undefined),
  )
  const shown = sorted.slice(0, MAX_ENDPOINTS_SHOWN)
  const last = shown.pop()
  const hidden = remarks.length - MAX_ENDPOINTS_SHOWN
  if (last === undefined) return []
  return [
    ...shown,
    hidden > 0 ? { ...last, message: `${last.message} ${hidden} more endpoints have more errors than before.` } : last,
  ]
}
