import type { ServiceEvidence } from '../../model/comparison.ts'
import { type ErrorShare, errorRise, errorRiseInSigmas, errorShares, SHARE_ROUNDING } from '../../model/error-share.ts'
import { adviceOnErrorShare } from '../../model/k6-advice.ts'
import { isBrowserFailures } from '../../model/k6-metrics.ts'
import { formatBeside, formatLimitPoints, formatPoints, formatValue } from '../../model/numbers.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import { name, names, type Text, text } from '../../model/text.ts'
import type { Remark, Rule } from '../rule.ts'

/**
 * An endpoint may have a handful of requests, and there may be hundreds of endpoints. If nothing changed, one of 500 endpoints is beyond 4
 * standard errors in 1.6 % of comparisons: 500 × (1 - pnorm(4)) in R. From 2.5 standard errors on, the endpoint is a warning.
 */
const BLOCKS_FROM_SIGMAS = 4
const SHOWN_FROM_SIGMAS = 2.5

/** A new endpoint has no earlier share of errors. With fewer failures than this, its share is chance. */
const FEW_FAILURES = 3

const MAX_ENDPOINTS_SHOWN = 10

/**
 * More goes wrong than before: failed requests, failed checks, and the script's own shares of errors. In percentage points: from
 * 0.01 % to 0.02 % is no reason to block, though it doubles.
 */
export const errorRate: Rule<'error-rate'> = {
  id: 'error-rate',
  levels: {
    'error-rate': {
      default: 'fail',
      word: 'more errors',
      about:
        'more goes wrong than `max-error-rate-increase` allows: failed requests, failed checks, shares of errors of the script; of an endpoint only a warning where it may be chance',
    },
  },
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark<'error-rate'>[] {
    const { service, baselineRuns, candidateRuns } = evidence
    if (candidateRuns.length === 0 || baselineRuns.length === 0) return []
    const shares = errorShares(baselineRuns, candidateRuns, policy.primary)
    const whole = shares.flatMap((share) => (share.endpoint === null ? ofService(service, share, policy) : []))
    const known = endpointsOf(baselineRuns)
    const endpoints = shares.flatMap((share) =>
      share.endpoint === null ? [] : ofEndpoint(service, share, policy, known.has(share.endpoint)),
    )
    return [...whole, ...shortened(endpoints), ...lostShares(evidence, shares)]
  },
}

function ofService(service: string, share: ErrorShare, policy: ServicePolicy): readonly Remark<'error-rate'>[] {
  const { baseline, candidate, metric } = share
  // A gated share that is absent is reported as a missing series.
  const isGated = policy.primary.some((one) => one.metric === metric)
  if (candidate.problem !== null) {
    if (baseline.ratio === null || (isGated && candidate.ratio === null)) return []
    return [
      {
        ...remark(service, share, policy),
        word: 'missing',
        actual: 'absent or unusable',
        problem: text`the share of ${nounOf(share)} cannot be judged: ${candidate.problem}`,
        action: [],
        detail: text`The baseline has ${formatValue(baseline.ratio, 'ratio')}.`,
      },
    ]
  }
  return isOver(share, policy) ? [remark(service, share, policy)] : []
}

/** `isKnown`: the baseline has measurements of this endpoint. */
function ofEndpoint(
  service: string,
  share: ErrorShare,
  policy: ServicePolicy,
  isKnown: boolean,
): readonly Remark<'error-rate'>[] {
  const { baseline, candidate } = share
  if (candidate.ratio === null || !isOver(share, policy)) return []
  const failures = candidate.samples === null ? null : errorRise({ ...share, baseline: UNKNOWN }) * candidate.samples
  if (failures !== null && failures < FEW_FAILURES) return []
  const sigmas = errorRiseInSigmas(share)
  if (baseline.ratio !== null && sigmas !== null && sigmas < SHOWN_FROM_SIGMAS) return []
  const blocks = sigmas !== null && sigmas >= BLOCKS_FROM_SIGMAS
  const found = remark(service, share, policy)
  return [{ ...found, ...(isKnown ? {} : newEndpoint(share)), ...(blocks ? {} : { atMost: 'warn' as const }) }]
}

/** A new endpoint cannot have a share of errors in the baseline, so measuring the baseline again would not help. */
function newEndpoint(share: ErrorShare): Pick<Remark<'error-rate'>, 'actual' | 'problem' | 'action'> {
  const value = formatValue(share.candidate.ratio, 'ratio')
  return {
    actual: `${value}, new`,
    problem: text`${problemOf(share, value)}, and the endpoint is new, so the baseline has no share to compare with`,
    action: text`Find out why ${isOfRequests(share) ? 'they fail' : 'it fails'}.`,
  }
}

function endpointsOf(runs: ServiceEvidence['baselineRuns']): ReadonlySet<string> {
  return new Set(runs.flatMap(({ run }) => run.measurements.flatMap(({ endpoint }) => endpoint ?? [])))
}

/** Endpoints that are still measured, but only the baseline has their share of errors. One remark for each kind of share. */
function lostShares(
  { service, candidateRuns, rareEndpoints }: ServiceEvidence,
  shares: readonly ErrorShare[],
): readonly Remark<'error-rate'>[] {
  const measured = endpointsOf(candidateRuns)
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
    const endpoints = names([first, ...others].flatMap(({ endpoint }) => endpoint ?? []))
    return [
      {
        rule: 'error-rate',
        service,
        endpoint: others.length === 0 ? first.endpoint : null,
        metric,
        stat: 'rate',
        expected: `a share of ${isOfRequests(first) ? `failed ${first.of}` : metric}`,
        word: 'missing',
        actual: 'absent or unusable',
        problem: text`the share of ${nounOf(first)} of ${endpoints} cannot be judged: ${first.candidate.problem ?? text`it has no value`}`,
        action: candidateRuns.every(({ run }) => run.tool === undefined)
          ? adviceOnErrorShare()
          : text`Check that the load test still measures it.`,
        detail: text`The baseline has it.`,
        atMost: 'warn',
      },
    ]
  })
}

const UNKNOWN = { ratio: null, samples: null, problem: null } as const

function isOver(share: ErrorShare, { maxErrorRateIncrease }: ServicePolicy): boolean {
  return errorRise(share) > maxErrorRateIncrease + SHARE_ROUNDING
}

function remark(service: string, share: ErrorShare, policy: ServicePolicy): Remark<'error-rate'> {
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
    expected: `at ${better === 'lower' ? 'most' : 'least'} ${sign}${formatLimitPoints(limit)}`,
  } as const
  if (before === null) {
    const why = baseline.problem ?? text`it has no value`
    return {
      ...base,
      actual: `${formatValue(now, 'ratio')}, unknown before`,
      problem: text`${problemOf(share, formatValue(now, 'ratio'))}, but the baseline does not have this share: ${why}`,
      action: text`Find out why, or make the baseline again with a load test that measures it.`,
    }
  }
  const values = `${formatValue(before, 'ratio')} → ${formatBeside(now, 'ratio', before)}`
  const change = (better === 'lower' ? 1 : -1) * errorRise(share)
  return {
    ...base,
    actual: `${formatPoints(0, change)} (${values})`,
    problem: text`${problemOf(share, formatBeside(now, 'ratio', before))}, ${formatValue(before, 'ratio')} in the baseline (limit ${`${sign}${formatLimitPoints(limit)}`})`,
    action: text`Find out why ${isOfRequests(share) ? 'they fail' : 'it fails'}.`,
    detail: text`${isOfRequests(share) ? `Failed ${share.of} are` : 'What fails is'} often fast, so ${share.of === 'runs' ? 'their times' : 'latency'} alone would not show this.`,
  }
}

/** `3.12 % of the requests of /pay failed` */
function problemOf(share: ErrorShare, value: string): Text {
  const of = share.endpoint === null ? '' : text` of ${name(share.endpoint)}`
  if (isOfRequests(share))
    return share.of === 'runs' ? text`${value} of the runs${of} failed` : text`${value} of the requests${of} failed`
  return share.quantity === 'passed-checks'
    ? text`${value} of the checks${of} passed`
    : text`the share of ${name(share.metric)}${of} is ${value}`
}

function nounOf(share: ErrorShare): Text {
  return isOfRequests(share) ? text`failed ${{ words: share.of }}` : [name(share.metric)]
}

function isOfRequests({ metric, quantity }: ErrorShare): boolean {
  return quantity === 'error-share' || isBrowserFailures(metric)
}

/** A broken release may break all endpoints. The first ones are listed, and the last remark says how many more there are. */
function shortened(remarks: readonly Remark<'error-rate'>[]): readonly Remark<'error-rate'>[] {
  const sorted = remarks.toSorted(
    (left, right) => Number(left.atMost !== undefined) - Number(right.atMost !== undefined),
  )
  const shown = sorted.slice(0, MAX_ENDPOINTS_SHOWN)
  const last = shown.pop()
  const hidden = remarks.length - MAX_ENDPOINTS_SHOWN
  if (last === undefined) return []
  return [
    ...shown,
    hidden > 0
      ? { ...last, detail: text`${last.detail ?? ''} ${`${hidden}`} more endpoints have more errors than before.` }
      : last,
  ]
}
