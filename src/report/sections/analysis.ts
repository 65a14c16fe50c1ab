import template from '../../../templates/analysis.hbs'
import { directionWords } from '../../model/change.ts'
import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import {
  count,
  firstOf,
  formatChance,
  formatLimit,
  formatRatio,
  formatSize,
  formatValue,
  listed,
} from '../../model/numbers.ts'
import { areOfBenchmarks, quantityOf } from '../../model/quantity.ts'
import { worseningOf } from '../../model/series.ts'
import { written } from '../../model/text.ts'
import type { Verdict } from '../../model/verdict.ts'
import { shortCommit } from '../escape.ts'
import { sentencesOf } from '../finding-text.ts'
import { isOfComparison } from '../is-of-comparison.ts'
import type { Section } from '../section.ts'
import { storedLevels } from '../sparkline.ts'
import { MARKDOWN, statisticName } from '../wording.ts'

/** Conclusions from several numbers together. Each sentence comes from one rule; a rule without data gives no sentence. */
export const analysis: Section = {
  id: 'analysis',
  place: 'service',
  template,
  build(verdict) {
    const sentences = [...analysisSentences(verdict), ...messages(verdict)]
    return sentences.length === 0 ? undefined : { sentences }
  },
}

/** The sentences about one service. `verdict`: the part of the verdict about this service. */
function analysisSentences(verdict: Verdict): readonly string[] {
  const [evidence] = verdict.services
  if (evidence === undefined) return []
  return SENTENCES.flatMap((sentence) => sentence(evidence, verdict) ?? [])
}

/** A smaller share of failed requests hardly changes the percentiles. */
const MIN_ERROR_SHARE = 0.005

const MAX_SUSPECTS = 5

type Sentence = (evidence: ServiceEvidence, verdict: Verdict) => string | undefined

const SENTENCES: readonly Sentence[] = [
  chance,
  shape,
  endpoints,
  suspects,
  errors,
  droppedLoad,
  throughput,
  course,
  step,
  drift,
  noise,
  selfTest,
]

/** How often chance alone would show a gap like the proven one. */
function chance({ comparisons, window }: ServiceEvidence): string | undefined {
  const proven = comparisons.find(
    ({ role, verdict }) => role === 'primary' && ['regressed', 'slower', 'improved'].includes(verdict),
  )
  if (proven?.estimate == null) return undefined
  const name = statisticName(proven, MARKDOWN)
  return `Chance alone would show a difference like that of ${name} ${chanceOf(proven.estimate.pValue, proven.runs, window !== null)}.`
}

/**
 * If n jobs are compared with m stored jobs, the most extreme case is that the n jobs are the n largest. By chance this happens once in
 * (n + m) choose n. A smaller p-value rests on the tail of a normal distribution, and the noise comes from the store, so no data support
 * the tail. The same holds for one run against several runs. Equal numbers of runs, and pairs, show the spread of both sides: an outlier
 * widens the spread and makes the p-value larger. There the p-value is printed as it was computed.
 */
function chanceOf(pValue: number, { baseline, candidate }: Comparison['runs'], isStored: boolean): string {
  const [fewest, most] = [Math.min(baseline, candidate), Math.max(baseline, candidate)]
  const orders = isStored || fewest === 1 ? choose(fewest + most, fewest) : Infinity
  if (pValue >= 1 / orders || orders >= 10_000) return formatChance(pValue)
  return `less than about 1 time in ${orders}, which is as much as ${fewest === 1 ? 'one' : fewest} against ${most} can say`
}

/** The binomial coefficient: the number of ways to choose k of n. */
function choose(n: number, k: number): number {
  return Array.from({ length: k }, (_, index) => index).reduce((ways, index) => (ways * (n - index)) / (index + 1), 1)
}

/** Did the whole distribution move, or only its slow end? */
function shape({ comparisons }: ServiceEvidence): string | undefined {
  const [p50, p95] = ['p50', 'p95'].map((stat) =>
    comparisons.find((one) => one.endpoint === null && quantityOf(one) === 'latency' && one.stat === stat),
  )
  if (p50?.estimate == null || p95?.estimate == null || !isProvenWorse(p95)) return undefined
  const both = `p50 ${formatRatio(p50.estimate.changeRatio)}, p95 ${formatRatio(p95.estimate.changeRatio)}`
  if (isProvenWorse(p50)) return `Typical requests probably became slower too, not only the slow ones (${both}).`
  const isFlat = Math.abs(p50.estimate.changeRatio) < p95.estimate.changeRatio / 3
  return isFlat ? `Only the slow requests became slower; the typical request did not (${both}).` : undefined
}

/** Which endpoints moved, and whether they moved together. */
function endpoints({ comparisons }: ServiceEvidence): string | undefined {
  const all = comparisons.filter(({ role, estimate }) => role === 'endpoint' && estimate !== null)
  const over = all.filter((one) => (worseningOf(one) ?? 0) > (one.limitRatio ?? Number.POSITIVE_INFINITY))
  const worst = over.toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))[0]
  if (worst?.estimate == null || worst.endpoint === null) return undefined
  const name = `${statisticName(worst, MARKDOWN)} of ${MARKDOWN.name(worst.endpoint)} (${formatRatio(worst.estimate.changeRatio)})`
  if (all.length > 2 && over.length === all.length) {
    return `All ${all.length} endpoint series are over their limit, most of all ${name}: look for something that they share.`
  }
  return `${over.length} of ${all.length} endpoint series ${over.length === 1 ? 'is' : 'are'} over the limit, most of all ${name}.`
}

/** Endpoints over their limit without proof. They never block, but a reader should look at them first. */
function suspects({ comparisons }: ServiceEvidence): string | undefined {
  const all = comparisons
    .filter(({ role, verdict, estimate }) => role === 'endpoint' && verdict === 'unproven' && estimate !== null)
    .toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))
  if (all.length === 0) return undefined
  const names = all.map((one) => {
    const change = one.estimate === null ? '' : ` ${formatRatio(one.estimate.changeRatio)}`
    return `${MARKDOWN.name(one.endpoint ?? '')} (${statisticName(one, MARKDOWN)}${change})`
  })
  return `${count(all.length, 'suspect')}, over the limit and not proven: ${listed(firstOf(names, MAX_SUSPECTS))}.`
}

/** Warns that errors distort the latency, because failed requests are often fast. Left out if a finding already reports the errors. */
function errors({ comparisons }: ServiceEvidence, { findings }: Verdict): string | undefined {
  if (findings.some(({ rule }) => rule === 'error-rate')) return undefined
  const rate = comparisons.find(
    (one) => quantityOf(one) === 'error-share' && one.stat === 'rate' && one.endpoint === null,
  )
  if (rate?.candidate == null || rate.candidate < MIN_ERROR_SHARE) return undefined
  const of = areOfBenchmarks(comparisons) ? 'runs' : 'requests'
  const before = rate.baseline === null ? '' : ` (before: ${formatValue(rate.baseline, rate.unit)})`
  return `${formatValue(rate.candidate, rate.unit)} of the ${of} failed${before}. Failed ${of} are often fast, so read the ${of === 'runs' ? 'times' : 'latency'} with care.`
}

function droppedLoad({ comparisons }: ServiceEvidence, { findings }: Verdict): string | undefined {
  if (findings.some(({ rule }) => rule === 'dropped-load')) return undefined
  const dropped = comparisons.find(
    (one) => quantityOf(one) === 'dropped-work' && one.endpoint === null && (one.candidate ?? 0) > 0,
  )
  if (dropped?.candidate == null) return undefined
  return `The load generator dropped iterations (${statisticName(dropped, MARKDOWN)}: ${formatValue(dropped.candidate, dropped.unit)}): it could not send the load that was asked for.`
}

/** A loss of throughput that is larger than the limit. */
function throughput({ comparisons }: ServiceEvidence): string | undefined {
  const rate = comparisons.find(
    (one) => quantityOf(one) === 'throughput' && one.stat === 'rate' && one.endpoint === null,
  )
  const loss = rate === undefined ? null : worseningOf(rate)
  if (rate?.estimate == null || loss === null || loss <= (rate.limitRatio ?? 0.05)) return undefined
  return `Throughput is ${formatSize(loss)} ${directionWords(rate).worse}: the service, or the load generator, did less work in the same time.`
}

/** Whether the candidate is above, below or among the last stored levels: the bars of the history column in words. */
function course(evidence: ServiceEvidence): string | undefined {
  const primary = evidence.comparisons.find(({ role, candidate }) => role === 'primary' && candidate !== null)
  const levels = primary === undefined ? [] : storedLevels(primary, evidence)
  if (primary?.candidate == null || levels.length === 0) return undefined
  const [low, high] = [Math.min(...levels), Math.max(...levels)]
  const place =
    primary.candidate > high ? 'above all of them' : primary.candidate < low ? 'below all of them' : 'among them'
  const range = `${formatValue(low, primary.unit)} to ${formatValue(high, primary.unit)}`
  return `${statisticName(primary, MARKDOWN)} of the last ${levels.length} stored jobs was ${range}; this one, ${formatValue(primary.candidate, primary.unit)}, is ${place}.`
}

/** The stored level changed, so jobs before the change are not compared. */
function step({ history, comparisons }: ServiceEvidence): string | undefined {
  const primary = comparisons.find(({ role }) => role === 'primary')
  const last = history?.changePoints
    .filter(({ metric, stat }) => metric === primary?.metric && stat === primary.stat)
    .at(-1)
  if (history == null || primary === undefined || last === undefined) return undefined
  const job = history.jobs[last.position]
  if (job === undefined) return undefined
  return `The stored level of ${statisticName(primary, MARKDOWN)} changed at ${MARKDOWN.name(shortCommit(job.commit))}, ${count(history.jobs.length - last.position, 'stored job')} ago: only jobs since then are compared.`
}

/** The change of the default branch since the drift anchor, because many small steps can add up. */
function drift({ drift: since }: ServiceEvidence, { findings }: Verdict): string | undefined {
  // If the budget is exceeded, a finding already reports the drift.
  if (findings.some(({ rule }) => rule === 'drift')) return undefined
  const worst = (since?.comparisons ?? [])
    .filter(({ estimate }) => estimate !== null)
    .toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))[0]
  if (since == null || worst?.estimate == null) return undefined
  const budget = worst.limitRatio === null ? '' : ` of the ${formatLimit(worst.limitRatio)} that are allowed`
  return `Since ${MARKDOWN.name(since.anchor)}, ${statisticName(worst, MARKDOWN)} of the default branch moved by ${formatRatio(worst.estimate.changeRatio)}${budget}.`
}

/** How much the numbers vary from run to run, and the source of this noise. */
function noise({ comparisons }: ServiceEvidence): string | undefined {
  const primary = comparisons.find(({ role, estimate }) => role === 'primary' && estimate !== null)
  if (primary?.estimate == null) return undefined
  const { noiseRatio, noiseSource } = primary.estimate
  const name = statisticName(primary, MARKDOWN)
  switch (noiseSource) {
    case 'assumed':
      return `With so few runs the noise is not known: it is assumed that ${name} varies by ${formatSize(noiseRatio)} from run to run.`
    case 'these-runs':
      return `From run to run, ${name} varied by ${formatSize(noiseRatio)} in these results.`
    case 'history':
      return `From run to run, ${name} varies by ${formatSize(noiseRatio)}, in these results and in the stored ones.`
  }
}

/** The smallest change that the gate would have proven, and the self-test that shows that the gate reacts. */
function selfTest({ alarm: proofs = [], comparisons }: ServiceEvidence, { findings }: Verdict): string | undefined {
  const [proof] = proofs
  // If the self-test failed, a finding already reports the failure.
  if (proof === undefined || findings.some(({ rule }) => rule === 'min-power')) return undefined
  const own = comparisons.find(
    ({ metric, stat, role }) => role === 'primary' && metric === proof.metric && stat === proof.stat,
  )
  if (own === undefined) return undefined
  const { worse } = directionWords(own)
  const size = formatLimit(proof.fired.justOver ? proof.plantedRatio.justOver : proof.plantedRatio.atTwice)
  const proven =
    proof.detectableRatio === null
      ? ''
      : ` The smallest change that would have been proven is ${formatSize(proof.detectableRatio)} ${worse}.`
  return `Self-test passed: a copy of these results that was made ${size} ${worse} than the baseline changed the verdict.${proven}`
}

/** Findings of rules other than the comparison, which the tables of the service do not show. */
function messages({ findings }: Verdict): readonly string[] {
  return findings
    .filter((finding) => !isOfComparison(finding))
    .map((finding) => written(sentencesOf(finding), MARKDOWN))
}

function isProvenWorse(comparison: Comparison): boolean {
  return comparison.verdict === 'regressed' || comparison.verdict === 'slower'
}
