import type { Measurement } from '../model/measurement.ts'
import { type Text, text } from '../model/text.ts'

/**
 * Adds an unusable latency if no measurement is the time of a request or of another part of the load. A script that
 * fails in setup() leaves a file without requests. That must be a finding, not an absent metric. `filtered`: how many
 * points the scenarios and tags of the policy left out. Then the load test may be right, and the policy wrong.
 */
export function markNoRequests(measurements: readonly Measurement[], filtered = 0): Measurement[] {
  if (measurements.some(hasRequests)) return [...measurements]
  const why =
    filtered === 0
      ? text`the run made no request: the file has no http_req_duration and no other times`
      : text`no request matches the scenarios and tags of the policy`
  return [...measurements, noRequests(why)]
}

function hasRequests(measurement: Measurement): boolean {
  if (measurement.metric === 'http_req_duration' && measurement.endpoint === null) return true
  const isOwnTime = measurement.metric === 'iteration_duration' || measurement.metric === 'group_duration'
  return measurement.kind === 'trend' && !isOwnTime && measurement.stats.size > 0
}

function noRequests(why: Text): Measurement {
  return {
    metric: 'http_req_duration',
    endpoint: null,
    kind: 'trend',
    unit: 'ms',
    better: 'lower',
    population: 'all',
    sampleCount: 0,
    stats: new Map(),
    unusable: new Map(['avg', 'p50', 'p90', 'p95', 'p99'].map((stat) => [stat, why])),
  }
}
