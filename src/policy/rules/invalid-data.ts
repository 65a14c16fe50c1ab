import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { ITERATION_DURATION, REQUEST_DURATION } from '../../model/k6-metrics.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import { isOfBenchmark } from '../../model/quantity.ts'
import type { Refusal, Side } from '../../model/run.ts'
import { seriesId } from '../../model/series.ts'
import { code, name, series as seriesPart, type Text, text } from '../../model/text.ts'
import { gatedSeries, wasRefused } from '../gated-series.ts'
import { levelOf, type Remark, type Rule, WHOLE_SERVICE } from '../rule.ts'
import { measurementIn, quantityIn } from '../run-values.ts'

/** Data that cannot be used: refused files, and gated series whose numbers mean nothing. */
export const invalidData: Rule<'invalid'> = {
  id: 'invalid-data',
  levels: {
    invalid: {
      default: 'fail',
      word: 'cannot be used',
      about: 'results or a baseline that cannot be used; never `off`',
      neverOff: 'with `off`, results that nobody can read would be green',
    },
  },
  check(evidence: ServiceEvidence): readonly Remark<'invalid'>[] {
    // An unreadable store is one finding of the whole gate, not one of each series that needs it.
    const own = ({ verdict, candidate }: Comparison) =>
      verdict === 'invalid' && (evidence.baselineState !== 'unreadable' || candidate === null)
    // The finding about a refused file explains each series that the file would have held.
    const isSaid = wasRefused(evidence, 'baseline') || wasRefused(evidence, 'candidate')
    // A direction that the policy does not say is reported once for the service, not again for each endpoint.
    const isOwn = (one: Comparison) => own(one) && (one.better !== 'neither' || one.endpoint === null)
    const series = isSaid ? [] : gatedSeries(evidence).filter(isOwn)
    return [
      ...evidence.refusals.map((refusal) => refusedFile(refusal, evidence.service)),
      ...series.map((one) => invalidSeries(one, evidence)),
    ]
  },
}

/** Whether refused files already block and say why. A finding that this side has no results would be a second message, and a wrong one. */
export function isBlockedByRefusals(evidence: ServiceEvidence, side: Side, policy: ServicePolicy): boolean {
  return levelOf(invalidData, 'invalid', policy) === 'fail' && wasRefused(evidence, side)
}

/** What is said of one refused file. service null: its path names no service. */
export function refusedFile({ path, problem, side }: Refusal, service: string | null): Remark<'invalid'> {
  return {
    rule: 'invalid',
    service,
    ...WHOLE_SERVICE,
    expected: `a usable ${side} result`,
    actual: `the ${side} result ${path} was refused`,
    problem: text`the ${side} result ${name(path)} cannot be used`,
    detail: problem,
  }
}

function invalidSeries(series: Comparison, evidence: ServiceEvidence): Remark<'invalid'> {
  const { reason, better } = series
  if (better === 'neither') return unknownDirection(series)
  return {
    rule: 'invalid',
    ...seriesId(series),
    expected: 'a usable number',
    actual: 'unusable',
    problem: text`${seriesPart(series)} cannot be used`,
    action: advice(series, evidence),
    detail: reason === null ? text`The results do not say why.` : reason,
  }
}

function advice(series: Comparison, { candidateRuns }: ServiceEvidence): Text {
  const { endpoint, metric, baseline, candidate } = series
  if (baseline === null && candidate !== null) return text`Make the baseline again.`
  const withoutRequests = candidateRuns.filter(
    (run) => measurementIn(run, metric, endpoint)?.sampleCount === 0 && quantityIn(run, 'throughput') === null,
  )
  if (metric === REQUEST_DURATION && withoutRequests.some(({ run }) => run.selection?.applied != null))
    return text`Compare ${code('scenarios')}, ${code('tags')} and ${code('exclude')} in the policy with the load script: they say which requests count. If they are right, find out why it made none.`
  if (metric === REQUEST_DURATION && withoutRequests.length > 0)
    return text`Find out why, and run the load test again. If it makes none by design, name what it measures under ${code('primary')} in the policy, such as ${code(`primary: [{ metric: ${ITERATION_DURATION}, stat: p95 }]`)}.`
  const allFail = candidateRuns.some((run) => quantityIn(run, 'error-share', endpoint)?.stats.get('rate') === 1)
  if (allFail) return text`Find out why they fail.`
  return isOfBenchmark(series) ? text`Run the benchmark again.` : text`Run the load test again.`
}

/** The reader of a custom metric cannot know whether it counts orders or losses. */
function unknownDirection(series: Comparison): Remark<'invalid'> {
  const { metric, stat } = series
  return {
    rule: 'invalid',
    ...seriesId(series),
    expected: 'a known direction',
    actual: 'unknown direction',
    problem: text`${seriesPart(series)} is gated, but the policy does not say whether more or less of it is better`,
    action: text`Set ${code('better')} under ${code('primary')} in the policy: ${code(`- { metric: ${metric}, stat: ${stat}, better: higher }`)}, or ${code('better: lower')}.`,
  }
}
