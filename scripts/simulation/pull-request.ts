import type { StoredRun } from '../../src/model/baseline.ts'
import type { Measurement } from '../../src/model/measurement.ts'
import type { IdentifiedRun } from '../../src/model/run.ts'
import { DEFAULT_SERVICE_POLICY } from '../../src/policy/default-policy.ts'
import { limitFor } from '../../src/policy/service-policy.ts'
import type { ComparisonInput } from '../../src/statistics/comparison-input.ts'
import type { Random } from './random.ts'

/**
 * How the two sides of a simulated pull request are measured.
 * - `same-machine`: n runs a side in one job, no pairs.
 * - `pairs`: n pairs in one job, with noise that both runs of a pair share.
 * - `two-machines`: n runs a side, each side in a job of its own.
 * - `history`: n candidate jobs against 20 stored jobs, every job on a machine of its own.
 * - `history-with-step`: the same, and the default branch stepped by 5 to 20 % somewhere in its last 20 jobs.
 */
export type Design = 'same-machine' | 'pairs' | 'two-machines' | 'history' | 'history-with-step'

export type Scenario = Readonly<{
  design: Design
  /** Runs (pairs, jobs) of the candidate. */
  runs: number
  /** Run-to-run standard deviation of the logarithm: 0.03 is about 3 %. */
  noise: number
  /** Standard deviation between machines. */
  machineNoise: number
  /** Share of runs that are slowed by an exponential time with a mean of 15 %. */
  outliers: number
  services: number
  endpointsPerService: number
  /** 0.1: every request of the candidate is 10 % slower. */
  effect: number
  /** How many of the services have the effect. */
  affectedServices: number
}>

/** Noise that both runs of a pair share: the moment. */
const PAIR_NOISE = 0.05
const STORED_JOBS = 20
const OUTLIER_MEAN = 0.15

/** The runs of a simulated pull request so far. More can be added, as a rerun does. */
export type Simulated = Readonly<{
  runs: readonly IdentifiedRun[]
  stored: ReadonlyMap<string, readonly StoredRun[]>
}>

/** A pull request with its first runs. */
export function openPullRequest(scenario: Scenario, random: Random): Simulated {
  const services = serviceNames(scenario)
  const withHistory = scenario.design === 'history' || scenario.design === 'history-with-step'
  const stored = new Map(withHistory ? services.map((name) => [name, storedRuns(name, scenario, random)]) : [])
  return rerun({ runs: [], stored }, { ...scenario, runs: scenario.runs }, 0, random)
}

/**
 * Adds runs, on the machine of this attempt.
 *
 * @param from number of runs a side that are there
 */
export function rerun(before: Simulated, scenario: Scenario, from: number, random: Random): Simulated {
  const slots = Array.from({ length: scenario.runs - from }, (_, index) => from + index + 1)
  const added = serviceNames(scenario).flatMap((service, index) => {
    const effect = index < scenario.affectedServices ? Math.log1p(scenario.effect) : 0
    return candidateAndBaseline(service, slots, effect, scenario, random)
  })
  return { ...before, runs: [...before.runs, ...added] }
}

/** The input of the real comparison, under the default policy. */
export function comparisonInput({ runs, stored }: Simulated, design: Design, confirmation: boolean): ComparisonInput {
  return {
    collected: { runs, refusals: [] },
    origin: design === 'pairs' ? 'same-results' : 'other-results',
    lookup: stored.size === 0 ? null : { kind: 'found', place: 'simulation', services: stored },
    ancestry: null,
    namedServices: [],
    policyFor: () => DEFAULT_SERVICE_POLICY,
    isUntouched: () => false,
    limitFor,
    confirmation: confirmation ? { maxRuns: 10 } : null,
  }
}

function candidateAndBaseline(
  service: string,
  slots: readonly number[],
  effect: number,
  scenario: Scenario,
  random: Random,
): readonly IdentifiedRun[] {
  const { design, machineNoise } = scenario
  const attempt = slots[0] ?? 0
  const machine = machineNoise * random.normal()
  const otherMachine = design === 'two-machines' ? machineNoise * random.normal() : machine
  return slots.flatMap((slot) => {
    if (design === 'history' || design === 'history-with-step') {
      const jobMachine = slot === attempt ? machine : machineNoise * random.normal()
      const level = jobMachine + effect
      return [simulatedRun(service, 'candidate', slot, `pull-request-${slot}`, level, scenario, random)]
    }
    const moment = design === 'pairs' ? PAIR_NOISE * random.normal() : 0
    const jobId = `attempt-${attempt}`
    const baselineJob = design === 'two-machines' ? `${jobId}-baseline` : jobId
    return [
      simulatedRun(service, 'baseline', slot, baselineJob, machine + moment, scenario, random),
      simulatedRun(service, 'candidate', slot, jobId, otherMachine + moment + effect, scenario, random),
    ]
  })
}

function storedRuns(service: string, scenario: Scenario, random: Random): readonly StoredRun[] {
  const { design, machineNoise } = scenario
  // Up or down by 5 to 20 %, after 3 to 17 of the 20 jobs.
  const step = (random.chance(0.5) ? 1 : -1) * Math.log(1.05 + 0.15 * random.uniform())
  const stepAt = 3 + Math.floor(15 * random.uniform())
  return Array.from({ length: STORED_JOBS }, (_, index) => {
    // The candidate has the newest level, so the jobs before the step differ.
    const stepped = design === 'history-with-step' && index < stepAt ? -step : 0
    const level = stepped + machineNoise * random.normal()
    return {
      run: simulatedRun(service, 'candidate', 1, `stored-${index}`, level, scenario, random),
      commit: `commit-${index}`,
      recordedAt: '2026-01-01T00:00:00.000Z',
      mark: null,
    }
  })
}

function simulatedRun(
  service: string,
  variant: IdentifiedRun['variant'],
  slot: number,
  jobId: string,
  level: number,
  scenario: Scenario,
  random: Random,
): IdentifiedRun {
  const { endpointsPerService } = scenario
  const measured = (endpoint: string | null) => latency(endpoint, Math.exp(level + runNoise(scenario, random)))
  return {
    service,
    variant,
    slot,
    jobId,
    testedCommit: null,
    startedAt: null,
    conditions: { machine: null, load: null, scriptHash: null, tool: null },
    source: { workflowRunId: null, runAttempt: null, artifactId: null, artifactDigest: null, path: `${jobId}/${slot}` },
    exitCode: null,
    run: {
      format: 'simulation',
      toolVersion: null,
      durationMs: null,
      scriptHash: null,
      measurements: [null, ...Array.from({ length: endpointsPerService }, (_, index) => `endpoint-${index}`)].map(
        measured,
      ),
      thresholds: [],
      notes: [],
    },
  }
}

function runNoise({ noise, outliers }: Scenario, random: Random): number {
  const slow = outliers > 0 && random.chance(outliers) ? Math.log1p(OUTLIER_MEAN * random.exponential()) : 0
  return noise * random.normal() + slow
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
    stats: new Map([['p95', 100 * p95]]),
    unusable: new Map(),
  }
}

function serviceNames({ services }: Scenario): readonly string[] {
  return Array.from({ length: services }, (_, index) => `service-${index}`)
}
