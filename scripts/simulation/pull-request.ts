import type { ServiceEvidence } from '../../src/model/comparison.ts'
import type { IdentifiedRun } from '../../src/model/run.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { rerunPlan } from '../../src/statistics/rerun-plan.ts'
import { CONFIRMATION, comparisonInput } from './comparison.ts'
import type { Random } from './random.ts'
import { machineOf, type Repository } from './repository.ts'
import { type Scenario, serviceNames } from './scenario.ts'
import { simulatedRun } from './simulated-run.ts'

/** A change that makes some services slower: 0.1 is +10 %. `level` is the logarithm of the level of the default branch. */
type Change = Readonly<{ effect: number; affected: readonly string[]; level: number }>

/** Everything that the measurement of a pull request needs. */
export type Simulation = Readonly<{ change: Change; repository: Repository; scenario: Scenario; random: Random }>

/** Noise that both runs of a pair share, because they run at the same moment. */
const PAIR_NOISE = 0.05

/** The final answer of the gate, and the runs that it took, in order. */
export type Judged = Readonly<{ evidence: readonly ServiceEvidence[]; runs: readonly IdentifiedRun[] }>

/**
 * Measures and judges one pull request. With a confirmation, services without a settled result get more runs until the plan is
 * empty.
 */
export function judgePullRequest(simulation: Simulation): Judged {
  const { scenario } = simulation
  let judged = addRuns(new Map(serviceNames(scenario).map((service) => [service, scenario.runs])), [], simulation)
  for (;;) {
    const plan = scenario.confirmation ? rerunPlan(judged.evidence, CONFIRMATION) : []
    if (plan.length === 0) return judged
    judged = addRuns(new Map(plan.map(({ service, add }) => [service, add])), judged.runs, simulation)
  }
}

/** Adds the given number of runs to each service, and judges all runs. */
export function addRuns(
  counts: ReadonlyMap<string, number>,
  before: readonly IdentifiedRun[],
  simulation: Simulation,
): Judged {
  const runs = measure(counts, before, simulation)
  return { evidence: compareServices(comparisonInput(runs, simulation.repository.stored, simulation.scenario)), runs }
}

/** The new runs belong to a new attempt. */
function measure(
  counts: ReadonlyMap<string, number>,
  before: readonly IdentifiedRun[],
  simulation: Simulation,
): readonly IdentifiedRun[] {
  const attempt = 1 + Math.max(0, ...before.map(({ source }) => source.runAttempt ?? 0))
  const added = [...counts].flatMap(([service, count]) => {
    const effect = simulation.change.affected.includes(service) ? Math.log1p(simulation.change.effect) : 0
    return simulation.scenario.design === 'store'
      ? candidateJobs(service, count, attempt, simulation.change.level + effect, simulation)
      : bothSides(service, count, attempt, effect, simulation)
  })
  return [...before, ...added]
}

/** One run per job. Each job has its own machine. */
function candidateJobs(
  service: string,
  count: number,
  attempt: number,
  level: number,
  { repository, scenario, random }: Simulation,
): readonly IdentifiedRun[] {
  return Array.from({ length: count }, (_, index) => {
    const place = {
      service,
      side: 'candidate',
      runNumber: 1,
      attempt,
      jobId: `attempt-${attempt}/job-${index}`,
    } as const
    return simulatedRun({ ...place, level: level + machineOf(repository.machines, service) }, scenario, random)
  })
}

/** Both versions alternate. They run on the machine of this attempt, or each on its own machine. */
function bothSides(
  service: string,
  count: number,
  attempt: number,
  effect: number,
  { repository, scenario, random }: Simulation,
): readonly IdentifiedRun[] {
  const apart = scenario.design === 'two-machines'
  const machine = machineOf(repository.machines, service)
  const other = apart ? machineOf(repository.machines, service) : machine
  const jobId = `attempt-${attempt}`
  return Array.from({ length: count }, (_, index) => {
    const moment = scenario.design === 'pairs' ? PAIR_NOISE * random.normal() : 0
    const place = { service, runNumber: index + 1, attempt } as const
    const baselineJob = apart ? `${jobId}-baseline` : jobId
    return [
      simulatedRun({ ...place, side: 'baseline', jobId: baselineJob, level: machine + moment }, scenario, random),
      simulatedRun({ ...place, side: 'candidate', jobId, level: other + moment + effect }, scenario, random),
    ]
  }).flat()
}
