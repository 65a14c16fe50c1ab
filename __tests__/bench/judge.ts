import type { Measurement } from '../../src/model/measurement.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { input, latency, run, stored } from '../statistics/runs.ts'

/*
 * Processor time of judging 16 services with 50 series each: 5 candidate runs against 20 stored jobs of 5 runs. Target: 300 ms.
 * Run it: node __tests__/bench/judge.ts
 */
const SERVICES = 16
const SERIES = 50
const RUNS = 5
const STORED_JOBS = 20
const REPEATS = 15

/** Values that vary by a few percent, the same in every run of this file. */
function measurements(seed: number): readonly Measurement[] {
  return Array.from({ length: SERIES }, (_, index) => {
    const p95 = (100 + index) * (1 + 0.06 * (((seed * 7919 + index * 104729) % 997) / 997 - 0.5))
    const stats = new Map([
      ['avg', p95 / 2],
      ['p50', p95 / 2.2],
      ['p90', p95 * 0.9],
      ['p95', p95],
    ])
    return latency(p95, { endpoint: index === 0 ? null : `GET /endpoint/${index}`, stats, sampleCount: 10_000 })
  })
}

const services = Array.from({ length: SERVICES }, (_, index) => `service-${index}`)
const runs = services.flatMap((service, seed) =>
  Array.from({ length: RUNS }, (_, index) =>
    run(measurements(seed * 1000 + index), { service, runNumber: index + 1, jobId: `candidate-${index}` }),
  ),
)
const store = new Map(
  services.map((service, seed) => [
    service,
    Array.from({ length: STORED_JOBS * RUNS }, (_, index) => {
      const job = Math.floor(index / RUNS)
      return stored(job, measurements(seed * 1000 + 100 + index), { service, runNumber: (index % RUNS) + 1 })
    }),
  ]),
)
const comparison = { ...input({ runs }), lookup: { kind: 'found', place: 'bench', services: store } as const }

const times = Array.from({ length: REPEATS }, () => {
  const before = process.cpuUsage()
  const evidence = compareServices(comparison)
  const { user, system } = process.cpuUsage(before)
  const judged = evidence.flatMap(({ comparisons }) => comparisons).filter(({ estimate }) => estimate !== null).length
  return { ms: (user + system) / 1000, judged }
})
const [first] = times
const sorted = times.map(({ ms }) => ms).toSorted((left, right) => left - right)
process.stdout.write(
  `judge: ${first?.judged} comparisons; first ${first?.ms.toFixed(0)} ms, median ${sorted[Math.floor(REPEATS / 2)]?.toFixed(0)} ms of processor time (target 300 ms)\n`,
)
