import type { Measurement } from '../../src/model/measurement.ts'
import type { IdentifiedRun } from '../../src/model/run.ts'
import type { Random } from './random.ts'
import type { Outliers, Scenario } from './scenario.ts'

/** The place of a run in a comparison. */
type Place = Readonly<{
  service: string
  side: IdentifiedRun['side']
  runNumber: number
  attempt: number
  jobId: string
  /**
   * The natural logarithm of the slowdown of this run, from its version, its machine and its moment. Its own noise is not
   * included.
   */
  level: number
}>

const OUTLIER_RATIO = { half: 0.5, exponentialMean: 0.15 } as const

/** The p95 of unchanged code on an average machine. */
const LEVEL_MS = 100

/**
 * One run with its noise. The whole service and its endpoints share half of the variance, because the same requests measure them.
 * Each of them has the whole noise of the scenario.
 */
export function simulatedRun(place: Place, scenario: Scenario, random: Random): IdentifiedRun {
  const { service, side, runNumber, attempt, jobId, level } = place
  const { noise, outliers, endpointsPerService } = scenario
  const shared = level + slowness(outliers, random)
  const common = endpointsPerService === 0 ? 0 : noise * Math.SQRT1_2 * random.normal()
  const own = endpointsPerService === 0 ? noise : noise * Math.SQRT1_2
  const endpoints = Array.from({ length: endpointsPerService }, (_, index) => `endpoint-${index}`)
  return {
    service,
    side,
    runNumber,
    jobId,
    testedCommit: null,
    startedAt: null,
    conditions: { machine: null, load: null, scriptHash: null, tool: null },
    source: {
      workflowRunId: 1,
      runAttempt: attempt,
      artifactId: null,
      artifactDigest: null,
      path: `${jobId}/${side}/${runNumber}`,
    },
    exitCode: null,
    run: {
      format: 'simulation',
      toolVersion: null,
      durationMs: null,
      scriptHash: null,
      measurements: [null, ...endpoints].map((endpoint) =>
        latency(endpoint, Math.exp(shared + common + own * random.normal())),
      ),
      thresholds: [],
      notes: [],
    },
  }
}

/** As a logarithm. */
function slowness({ share, slower }: Outliers, random: Random): number {
  if (share === 0 || !random.chance(share)) return 0
  return Math.log1p(slower === 'by-half' ? OUTLIER_RATIO.half : OUTLIER_RATIO.exponentialMean * random.exponential())
}

function latency(endpoint: string | null, p95: number): Measurement {
  return {
    metric: 'http_req_duration',
    endpoint,
    kind: 'trend',
    unit: 'ms',
    better: 'lower',
    population: 'all',
    sampleCount: null,
    stats: new Map([['p95', LEVEL_MS * p95]]),
    unusable: new Map(),
  }
}
