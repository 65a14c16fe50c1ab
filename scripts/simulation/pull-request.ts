import type { ServiceEvidence } from '../../src/model/comparison.ts'
import type { IdentifiedRun } from '../../src/model/run.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import { rerunPlan } from '../../src/statistics/rerun-plan.ts'
import { CONFIRMATION, comparisonInput } from './comparison.ts'
import type { Random } from './random.ts'
import { machineOf, type Repository } from './repository.ts'
import { type Scenario, serviceNames } from './scenario.ts'
import { simulatedRun } from './simulated-run.ts'

/** A change that makes some services slower: 0.1 is +10 %. `level` is that of the default branch, a logarithm. */
type Change = Readonly<{ effect: number; affected: readonly string[]; level: number }>

/** What a pull request is measured with. */
export type Lab = Readonly<{ change: Change; repository: Repository; scenario: Scenario; random: Random }>

/** Noise that both runs of a pair share: the moment. */
const PAIR_NOISE = 0.05

/** What the gate says at the end, and the runs that it took, in order. */
export type Judged = Readonly<{ evidence: readonly ServiceEvidence[]; runs: readonly IdentifiedRun[] }>

/** Measures and judges one pull request. Where a confirmation is on, open services get more runs until the plan is empty. */
export function judgePullRequest(lab: Lab): Judged {
  const { scenario } = lab
  let judged = addRuns(new Map(serviceNames(scenario).map((service) => [service, scenario.runs])), [], lab)
  for (;;) {
    const plan = scenario.confirmation ? rerunPlan(judged.evidence, CONFIRMATION) : []
    if (plan.length === 0) return judged
    judged = addRuns(new Map(plan.map(({ service, add }) => [service, add])), judged.runs, lab)
  }
}

/** Adds runs to those that are there, as many as each service is to get, and judges all of them. */
export function addRuns(counts: ReadonlyMap<string, number>, before: readonly IdentifiedRun[], lab: Lab): Judged {
  const runs = measure(counts, before, lab)
  return { evidence: compareServices(comparisonInput(runs, lab.repository.stored, lab.scenario)), runs }
}

/** The new runs are those of a new attempt. */
function measure(
  counts: ReadonlyMap<string, number>,
  before: readonly IdentifiedRun[],
  lab: Lab,
): readonly IdentifiedRun[] {
  const attempt = 1 + Math.max(0, ...before.map(({ source }) => source.runAttempt ?? 0))
  const added = [...counts].flatMap(([service, count]) => {
    const effect = lab.change.affected.includes(service) ? Math.log1p(lab.change.effect) : 0
    return lab.scenario.design === 'store'
      ? candidateJobs(service, count, attempt, lab.change.level + effect, lab)
      : bothSides(service, count, attempt, effect, lab)
  })
  return [...before, ...added]
}

/** One run per job, and a machine for each. */
function candidateJobs(
  service: string,
  count: number,
  attempt: number,
  level: number,
  { repository, scenario, random }: Lab,
): readonly IdentifiedRun[] {
  return Array.from({ length: count }, (_, index) => {
    const place = { service, variant: 'candidate', slot: 1, attempt, jobId: `attempt-${attempt}/job-${index}` } as const
    return simulatedRun({ ...place, level: level + machineOf(repository.machines, service) }, scenario, random)
  })
}

/** Both versions in turns: on the machine of this attempt, or each on a machine of its own. */
function bothSides(
  service: string,
  count: number,
  attempt: number,
  effect: number,
  { repository, scenario, random }: Lab,
): readonly IdentifiedRun[] {
  const apart = scenario.design === 'two-machines'
  const machine = machineOf(repository.machines, service)
  const other = apart ? machineOf(repository.machines, service) : machine
  const jobId = `attempt-${attempt}`
  return Array.from({ length: count }, (_, index) => {
    const moment = scenario.design === 'pairs' ? PAIR_NOISE * random.normal() : 0
    const place = { service, slot: index + 1, attempt } as const
    const baselineJob = apart ? `${jobId}-baseline` : jobId
    return [
      simulatedRun({ ...place, variant: 'baseline', jobId: baselineJob, level: machine + moment }, scenario, random),
      simulatedRun({ ...place, variant: 'candidate', jobId, level: other + moment + effect }, scenario, random),
    ]
  }).flat()
}
