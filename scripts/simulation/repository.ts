import type { StoredRun } from '../../src/model/baseline.ts'
import { recordsOf } from '../../src/policy/marks.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { comparisonInput } from './comparison.ts'
import { machinesOf, type NextMachine } from './machines.ts'
import type { Random } from './random.ts'
import { type Scenario, serviceNames } from './scenario.ts'
import { simulatedRun } from './simulated-run.ts'

/** A default branch over time: its stored records, and the machines of its jobs and of the jobs of pull requests. */
export type Repository = Readonly<{
  stored: ReadonlyMap<string, readonly StoredRun[]> | null
  machines: ReadonlyMap<string, NextMachine>
  pushes: number
}>

/** A store keeps at most this number of jobs. */
const KEPT_JOBS = 50

export function newRepository(scenario: Scenario, random: Random): Repository {
  const { machines, machineNoise } = scenario
  return {
    stored: scenario.design === 'store' ? new Map() : null,
    machines: new Map(
      serviceNames(scenario).map((service) => [service, machinesOf(machines, machineNoise, random)] as const),
    ),
    pushes: 0,
  }
}

/**
 * Records one push of unchanged code as the gate does. The push is compared once with the stored records, without a confirmation,
 * and gets the marks of this comparison.
 *
 * @param level the natural logarithm of the present slowdown of the default branch
 */
export function recordPush(repository: Repository, level: number, scenario: Scenario, random: Random): Repository {
  const { stored, machines, pushes } = repository
  if (stored === null) return repository
  const commit = `commit-${pushes}`
  const runs = serviceNames(scenario).map((service) => {
    const place = { service, side: 'candidate', runNumber: 1, attempt: 1, jobId: commit } as const
    return simulatedRun({ ...place, level: level + machineOf(machines, service) }, scenario, random)
  })
  const before = pushes === 0 ? null : stored
  const evidence = compareServices(comparisonInput(runs, before, { design: 'store', confirmation: false }))
  const records = recordsOf(evidence, { commit, recordedAt: '2026-01-01T00:00:00.000Z' })
  return {
    ...repository,
    stored: new Map(
      serviceNames(scenario).map((service) => [
        service,
        [...(stored.get(service) ?? []), ...records.filter(({ run }) => run.service === service)].slice(-KEPT_JOBS),
      ]),
    ),
    pushes: pushes + 1,
  }
}

/** The machine that the next job of this service gets. */
export function machineOf(machines: Repository['machines'], service: string): number {
  const next = machines.get(service)
  if (next === undefined) throw new RangeError(`No machines for ${service}.`)
  return next()
}
