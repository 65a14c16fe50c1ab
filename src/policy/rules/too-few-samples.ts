import type { Comparison, ServiceEvidence } from '../../model/comparison.ts'
import { count } from '../../model/numbers.ts'
import type { ServicePolicy } from '../../model/policy.ts'
import { isOfBenchmark } from '../../model/quantity.ts'
import type { IdentifiedRun } from '../../model/run.ts'
import { seriesId } from '../../model/series.ts'
import { series as seriesPart, text } from '../../model/text.ts'
import { gatedSeries } from '../gated-series.ts'
import type { Remark, Rule } from '../rule.ts'
import { measurementIn } from '../run-values.ts'

type Thin = Readonly<{ series: Comparison; side: string; samples: number; needed: number }>

/**
 * Too few requests behind a gated percentile: p95 of ten requests is the slowest of them.
 * One remark for each primary, and one for all endpoints together.
 */
export const tooFewSamples: Rule<'too-few-samples'> = {
  id: 'too-few-samples',
  levels: {
    'too-few-samples': {
      default: 'warn',
      word: 'too few requests',
      about: 'fewer requests above the percentile than `min-tail-samples`',
    },
  },
  check(evidence: ServiceEvidence, policy: ServicePolicy): readonly Remark<'too-few-samples'>[] {
    if (evidence.candidateRuns.length === 0) return []
    const thin = gatedSeries(evidence).flatMap((series) => thinnest(series, evidence, policy.minTailSamples))
    const primaries = thin.filter(({ series }) => series.role === 'primary')
    const endpoints = thin.filter(({ series }) => series.role === 'endpoint')
    return [...primaries.map(primaryRemark), ...endpointsRemark(evidence.service, endpoints)]
  },
}

/** The run with the fewest samples, when they are too few. Nothing where no run says how many it has. */
function thinnest(series: Comparison, evidence: ServiceEvidence, minTail: number): readonly Thin[] {
  const percentile = /^p(\d+(?:\.\d+)?)$/.exec(series.stat)?.[1]
  if (percentile === undefined || isOfBenchmark(series)) return []
  // In millionths of a percent, because 100 - 99.9 is not exactly 0.1 in binary.
  const tailShare = Math.round((100 - Number(percentile)) * 1e6) / 1e8
  const counts = [
    ...sampleCounts(evidence.candidateRuns, series, 'candidate'),
    ...sampleCounts(evidence.baselineRuns, series, 'baseline'),
  ].toSorted((left, right) => left.samples - right.samples)
  const [fewest] = counts
  const needed = Math.ceil(minTail / tailShare - 1e-6)
  return fewest === undefined || fewest.samples >= needed ? [] : [{ series, ...fewest, needed }]
}

function sampleCounts(
  runs: readonly IdentifiedRun[],
  { metric, endpoint }: Comparison,
  side: string,
): readonly Pick<Thin, 'side' | 'samples'>[] {
  return runs.flatMap((run) => {
    // Without any sample, the length of the test is not the question. Other rules say why there is none.
    const samples = measurementIn(run, metric, endpoint)?.sampleCount || null
    return samples === null ? [] : [{ side, samples }]
  })
}

function primaryRemark({ series, side, samples, needed }: Thin): Remark<'too-few-samples'> {
  return {
    rule: 'too-few-samples',
    ...seriesId(series),
    expected: `${needed} samples a run`,
    actual: `${samples} in a ${side} run`,
    problem: text`${seriesPart(series)} rests on ${count(samples, 'request')} in a ${side} run; at least ${`${needed}`} are needed for a stable number`,
    action: text`Run the load test longer.`,
  }
}

function endpointsRemark(service: string, thin: readonly Thin[]): readonly Remark<'too-few-samples'>[] {
  const [fewest] = thin.toSorted((left, right) => left.samples / left.needed - right.samples / right.needed)
  if (fewest === undefined) return []
  const one = thin.length === 1
  return [
    {
      ...primaryRemark(fewest),
      service,
      endpoint: one ? fewest.series.endpoint : null,
      ...(one
        ? {}
        : {
            // The row stands under the name of the service, whose own number of requests is another one.
            actual: `${fewest.samples} in a ${fewest.side} run, the fewest of ${thin.length} endpoints`,
            metric: null,
            stat: null,
            problem: text`${`${thin.length}`} endpoints have too few requests for a stable number`,
            detail: text`The fewest: ${count(fewest.samples, 'request')} in a ${fewest.side} run behind ${seriesPart(fewest.series)}, which needs ${`${fewest.needed}`}.`,
          }),
    },
  ]
}
