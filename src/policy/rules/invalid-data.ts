import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import type { Refusal } from '../../model/run.ts'
import { gatedSeries, wasRefused } from '../coverage.ts'
import type { Remark, Rule } from '../rule.ts'
import { seriesName } from '../wording.ts'

/** Data that cannot be used: refused files, and gated series whose numbers mean nothing. */
export const invalidData: Rule = {
  id: 'invalid-data',
  keys: ['invalid'],
  check(evidence: ServiceEvidence): readonly Remark[] {
    // An unreadable store is one finding of the whole gate, not one of each series that needs it.
    const own = ({ verdict, candidate }: Comparison) =>
      verdict === 'invalid' && (evidence.baselineState !== 'unreadable' || candidate === null)
    // What is said of a refused file explains every series that it would have held.
    const isSaid = wasRefused(evidence, 'baseline') || wasRefused(evidence, 'candidate')
    const series = isSaid ? [] : gatedSeries(evidence).filter(own)
    return [...evidence.refusals.map((refusal) => refusedFile(refusal, evidence.service)), ...series.map(invalidSeries)]
  },
}

/** What is said of one refused file. service null: its path names no service. */
export function refusedFile({ path, problem, variant }: Refusal, service: string | null): Remark {
  return {
    rule: 'invalid',
    service,
    endpoint: null,
    metric: null,
    stat: null,
    expected: `a usable ${variant} result`,
    actual: `the ${variant} result ${path} was refused`,
    message: `The ${variant} result ${path} cannot be used. ${problem}`,
  }
}

function invalidSeries(series: Comparison): Remark {
  const { service, endpoint, metric, stat, reason } = series
  return {
    rule: 'invalid',
    service,
    endpoint,
    metric,
    stat,
    expected: 'a usable number',
    actual: 'unusable',
    message: `${seriesName(series)} cannot be used. ${reason ?? 'The results do not say why.'} Run the load test again.`,
  }
}
