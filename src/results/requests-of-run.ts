import { measuredAs } from '../model/quantity.ts'
import type { Run } from '../model/run.ts'

/**
 * The number of requests of the load test, or of their times if the tool does not count requests. null: the results hold neither.
 */
export function requestsOfRun({ measurements }: Pick<Run, 'measurements'>): number | null {
  const requests = measuredAs(measurements, 'throughput')
  const count =
    requests?.stats.get('count') ?? requests?.sampleCount ?? measuredAs(measurements, 'latency')?.sampleCount ?? null
  return count === null || count <= 0 ? null : count
}
