import template from '../../../templates/recommendations.hbs'
import { whatMoreRunsTell } from '../../model/change.ts'
import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { count, formatLimit, formatRatio, formatSize } from '../../model/numbers.ts'
import { areOfBenchmarks } from '../../model/quantity.ts'
import { isSameInService } from '../../model/series.ts'
import { written } from '../../model/text.ts'
import type { Verdict } from '../../model/verdict.ts'
import type { Section } from '../section.ts'
import { worstFirst } from '../series.ts'
import { MARKDOWN, statisticName } from '../wording.ts'

/** The next steps. Each step has a finding or a number as its reason. Without a reason there is no step. */
export const recommendations: Section = {
  id: 'recommendations',
  place: 'service',
  template,
  build(verdict) {
    const steps = recommendedSteps(verdict)
    return steps.length === 0 ? undefined : { steps }
  },
}

/** The next steps for one service. `verdict`: the part of the verdict about this service. */
function recommendedSteps(verdict: Verdict): readonly string[] {
  const [evidence] = verdict.services
  return evidence === undefined ? [] : STEPS.flatMap((step) => step(evidence, verdict) ?? [])
}

type Step = (evidence: ServiceEvidence, verdict: Verdict) => string | undefined

const STEPS: readonly Step[] = [useResults, startWith, moreRuns, turns, morePairs, sayConditions]

function useResults({ refusals, comparisons }: ServiceEvidence): string | undefined {
  if (refusals.length === 0) return undefined
  const test = areOfBenchmarks(comparisons) ? 'benchmark' : 'load test'
  return `Fix the result files that could not be used (see the configuration), and run the ${test} again.`
}

/** The endpoint to look at first. */
function startWith({ comparisons }: ServiceEvidence): string | undefined {
  const proven = comparisons.filter(({ role, verdict }) => role !== 'other' && verdict === 'regressed')
  const [worst] = worstFirst(proven.filter(({ endpoint }) => endpoint !== null))
  if (worst?.endpoint == null || worst.estimate === null) return undefined
  return `Start with ${MARKDOWN.name(worst.endpoint)}: its ${statisticName(worst, MARKDOWN)} changed by ${formatRatio(worst.estimate.changeRatio)}, more than any other endpoint.`
}

/**
 * How many more runs would decide an undecided series. Only for series with a finding, because the others need no decision. The findings
 * are sorted, so it is the series of line 1 if that is open: line 1 gives the same step, and two numbers of runs would contradict each other.
 */
function moreRuns(evidence: ServiceEvidence, verdict: Verdict): string | undefined {
  const [open] = verdict.findings.flatMap((finding) =>
    evidence.comparisons.filter((one) => isOpen(one) && isSameInService(finding, one)),
  )
  return open === undefined ? undefined : written(whatMoreRunsTell(open, evidence), MARKDOWN)
}

function isOpen({ role, verdict, estimate }: Comparison): boolean {
  return role !== 'other' && estimate !== null && (verdict === 'unproven' || verdict === 'inconclusive')
}

/** Recommends pairs, because measuring both versions in turns on one machine removes the machine from the noise. */
function turns({ design, service, comparisons }: ServiceEvidence): string | undefined {
  const primary = comparisons.find(({ role, estimate }) => role === 'primary' && estimate !== null)
  if (primary?.estimate == null || primary.limitRatio === null) return undefined
  const isBlind = (primary.estimate.detectableRatio ?? Infinity) > 2 * primary.limitRatio
  if (!isBlind || design === 'pairs') return undefined
  const folders = `${MARKDOWN.name(`${service}/baseline/run-1`)} and ${MARKDOWN.name(`${service}/candidate/run-1`)}`
  return `Measure both versions in turns in the same job (folders ${folders}, and so on): that takes the machine out of the comparison. These data cannot prove a slowdown of ${formatLimit(2 * primary.limitRatio)}.`
}

/** Recommends more pairs. No other design is more precise than pairs, so only more of them help. */
function morePairs(evidence: ServiceEvidence, verdict: Verdict): string | undefined {
  const primary = evidence.comparisons.find(({ role, estimate }) => role === 'primary' && estimate !== null)
  if (evidence.design !== 'pairs' || primary?.estimate == null || primary.limitRatio === null) return undefined
  const { detectableRatio, runsNeeded } = primary.estimate
  if (detectableRatio === null) return undefined
  const helps = detectableRatio > 2 * primary.limitRatio && runsNeeded > primary.runs.candidate
  if (!helps || moreRuns(evidence, verdict) !== undefined) return undefined
  return `These pairs could only have proven a slowdown of ${formatSize(detectableRatio)}: ${count(runsNeeded, 'pair')} could tell a change of ${formatLimit(2 * primary.limitRatio)} from noise.`
}

/** Unknown conditions can hide a difference. */
function sayConditions({ candidateRuns }: ServiceEvidence): string | undefined {
  const isUnknown = candidateRuns.some(({ conditions }) => conditions.machine === null || conditions.load === null)
  return isUnknown
    ? `Write the machine and the load into ${MARKDOWN.name('run.json')} beside each result, so that a difference in them is seen.`
    : undefined
}
