import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { pastAlarms } from '../../src/replay/past-alarms.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { input, run, stored } from '../statistics/runs.ts'

/*
 * Processor time of the false-alarm rate that every gate with a store prints: 16 services with 50 stored jobs of 5 runs.
 * Target: 300 ms. Run it: node __tests__/bench/past-alarms.ts
 */
const SERVICES = 16
const STORED_JOBS = 50
const RUNS = 5
const REPEATS = 15

/** Values that vary by a few percent, the same in every run of this file. */
function p95Of(service: number, index: number): number {
  return 100 * (1 + 0.06 * (((service * 7919 + index * 104729) % 997) / 997 - 0.5))
}

const names = Array.from({ length: SERVICES }, (_, index) => `service-${index}`)
const services = new Map(
  names.map((service, seed) => [
    service,
    Array.from({ length: STORED_JOBS * RUNS }, (_, index) =>
      stored(Math.floor(index / RUNS), p95Of(seed, index), { service, runNumber: (index % RUNS) + 1 }),
    ),
  ]),
)
const runs = names.map((service) => run(100, { service, jobId: 'candidate' }))
const evidence = compareServices({ ...input({ runs }), lookup: { kind: 'found', place: 'bench', services } })

const times = Array.from({ length: REPEATS }, () => {
  const before = process.cpuUsage()
  const past = pastAlarms(evidence, defaultPolicy({}))
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1000, past }
})
const [first] = times
const sorted = times.map(({ ms }) => ms).toSorted((left, right) => left - right)
process.stdout.write(
  `past alarms: ${first?.past?.pushes} pushes; first ${first?.ms.toFixed(0)} ms, median ${sorted[Math.floor(REPEATS / 2)]?.toFixed(0)} ms of processor time (target 300 ms)\n`,
)
