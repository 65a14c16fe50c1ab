import { measuredAs } from '../model/quantity.ts'
import type { Run } from '../model/run.ts'

/** How many requests the load test made. null: its results do not say. A tool may give only a rate, or only their times. */
export function requestsOfRun({ measurements }: Pick<Run, 'measurements'>): number | null {
  const requests = measuredAs(measurements, 'throughput')
  const count =
    requests?.stats.get('count') ?? requests?.sampleCount ?? measuredAs(measurements, 'latency')?.sampleCount ?? null
  return count === null || count <= 0 ? null : count
}
