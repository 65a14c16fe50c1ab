import type { Comparison, Design, Estimate, ServiceEvidence } from '../../model/comparison.ts'
import { estimatedCandidate } from '../../model/estimated-candidate.ts'
import type { LevelKey, ServicePolicy } from '../../model/policy.ts'
import { gatedSeries } from '../coverage.ts'
import type { Remark, Rule } from '../rule.ts'
import { limitFor } from '../service-policy.ts'
import { amount, counted, limitPercent, percent, seriesName, signedPercent, unitNoun } from '../wording.ts'

/** A gated series got worse: proven or not, over the limit or possibly over it. */
export const regression: Rule = {
  id: 'regression',
  keys: ['regressed', 'unproven', 'slower', 'inconclusive'],
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark[] {
    const measured = { design: evidence.design, isStored: evidence.window !== null }
    // Shares are judged in points, by the rule of errors.
    const series = gatedSeries(evidence).filter(({ unit }) => unit !== 'ratio')
    return series.flatMap((comparison) => judge(comparison, measured, policy))
  },
}

/** How both sides were measured. Against a store only the candidate can be repeated. */
type Measured = Readonly<{ design: Design; isStored: boolean }>

function judge(comparison: Comparison, measured: Measured, policy: ServicePolicy): readonly Remark[] {
  const limit = comparison.limitRatio ?? limitFor(policy, comparison.endpoint)
  const { verdict } = comparison
  if (verdict === 'regressed') return [remark('regressed', comparison, limit, provenText(comparison, limit))]
  if (verdict === 'unproven') return [remark('unproven', comparison, limit, unprovenText(comparison, measured, limit))]
  if (verdict === 'slower') return [remark('slower', comparison, limit, slowerText(comparison, limit))]
  if (verdict === 'inconclusive' && worseRatio(comparison) > limit / 2) {
    return [remark('inconclusive', comparison, limit, inconclusiveText(comparison, measured, limit))]
  }
  return []
}

function remark(rule: LevelKey, comparison: Comparison, limit: number, message: string): Remark {
  const { service, endpoint, metric, stat, baseline, unit, estimate, better, role, reason } = comparison
  const candidate = estimatedCandidate(comparison)
  const values =
    baseline === null || candidate === null ? '' : ` (${amount(baseline, unit)} → ${amount(candidate, unit, baseline)})`
  return {
    rule,
    service,
    endpoint,
    metric,
    stat,
    expected: better === 'higher' ? `at least -${limitPercent(limit)}` : `at most +${limitPercent(limit)}`,
    actual: `${estimate === null ? 'unknown' : signedPercent(estimate.changeRatio, limit)}${values}`,
    message: reason === null ? message : `${message} ${reason}`,
    // Many endpoints are compared at once: one of them is over the limit by chance too often to block on it unproven.
    ...(role === 'endpoint' && rule !== 'regressed' ? { atMost: 'warn' as const } : {}),
  }
}

function provenText(comparison: Comparison, limit: number): string {
  const { estimate } = comparison
  if (estimate === null) return `${headline(comparison, limit)}, and that is proven.`
  const least = worse(comparison, comparison.better === 'higher' ? estimate.upper : estimate.lower)
  const proof = `with ${limitPercent(estimate.confidence)} confidence the change is at least ${percent(Math.max(least, 0))}`
  return `${headline(comparison, limit)}, and that is proven: ${proof}. Find the cause, or have the slowdown accepted with the override label.`
}

function unprovenText(comparison: Comparison, measured: Measured, limit: number): string {
  const { design } = measured
  const suspect =
    comparison.role === 'endpoint' ? ' This endpoint is a suspect; endpoints block only when it is proven.' : ''
  const { estimate } = comparison
  if (estimate === null) return `${headline(comparison, limit)}. These data cannot prove it.${suspect}`
  return `${headline(comparison, limit)}. ${sidesText(comparison, design)} cannot prove it: ${noiseText(estimate, design)}.${settlingText(comparison, estimate, measured, limit)}${suspect}`
}

function slowerText(comparison: Comparison, limit: number): string {
  return `${headline(comparison, limit)}. The change is proven, but it is within the limit. Small steps like this one add up: check whether it was meant.`
}

function inconclusiveText(comparison: Comparison, measured: Measured, limit: number): string {
  const { estimate } = comparison
  if (estimate === null)
    return `A change of ${seriesName(comparison)} over the limit of ${limitPercent(limit)} cannot be excluded.`
  const most = worse(comparison, comparison.better === 'higher' ? estimate.lower : estimate.upper)
  return `${headline(comparison, limit)}. It may be as much as ${percent(Math.max(most, 0))}: ${noiseText(estimate, measured.design)}.${settlingText(comparison, estimate, measured, limit)}`
}

/** `p95 of http_req_duration is 6.0 % slower (limit 5 %)` */
function headline(comparison: Comparison, limit: number): string {
  const { estimate, better, unit } = comparison
  const word = better === 'higher' ? 'lower' : unit === 'ms' ? 'slower' : 'higher'
  const by =
    estimate === null
      ? word
      : `${percent(estimate.changeRatio, limit)} ${estimate.changeRatio === worse(comparison, Math.abs(estimate.changeRatio)) ? word : opposite(word)}`
  return `${seriesName(comparison)} is ${by} (limit ${limitPercent(limit)})`
}

function opposite(word: 'lower' | 'slower' | 'higher'): string {
  if (word === 'slower') return 'faster'
  return word === 'lower' ? 'higher' : 'lower'
}

function sidesText({ runs }: Comparison, design: Design): string {
  if (design === 'pairs') return counted(runs.candidate, 'pair')
  if (runs.baseline !== runs.candidate) return `${counted(runs.candidate, unitNoun(design))} against ${runs.baseline}`
  return runs.candidate === 1 ? `One ${unitNoun(design)} a side` : `${counted(runs.candidate, unitNoun(design))} a side`
}

function noiseText({ noiseRatio, noiseSource }: Estimate, design: Design): string {
  const noun = `${unitNoun(design)}s`
  const by = `vary by about ${limitPercent(Number(noiseRatio.toPrecision(2)))}`
  return noiseSource === 'these-runs' ? `these ${noun} ${by}` : `${noun} like these ${by}`
}

/** How many units could tell; nothing where the data have that many units already. */
function settlingText({ runs }: Comparison, { runsNeeded }: Estimate, measured: Measured, limit: number): string {
  const { design, isStored } = measured
  if (
    !Number.isFinite(runsNeeded) ||
    runsNeeded <= (isStored ? runs.candidate : Math.min(runs.baseline, runs.candidate))
  )
    return ''
  const side = isStored ? ' of this version' : design === 'pairs' ? '' : ' a side'
  return ` ${counted(runsNeeded, unitNoun(design))}${side} could tell a change of ${limitPercent(2 * limit)} from noise.`
}

/** The estimate as a change for the worse. Unknown is as bad as it can be. */
function worseRatio(comparison: Comparison): number {
  return comparison.estimate === null ? Number.POSITIVE_INFINITY : worse(comparison, comparison.estimate.changeRatio)
}

function worse({ better }: Comparison, changeRatio: number): number {
  return better === 'higher' ? -changeRatio : changeRatio
}
