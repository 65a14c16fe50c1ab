import type { BaselineLookup } from '../../src/model/baseline.ts'
import type { IdentifiedRun } from '../../src/model/run.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { checkRules } from '../../src/policy/check-rules.ts'
import { decide } from '../../src/policy/decide.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { RULES } from '../../src/policy/registry.ts'
import { limitFor, servicePolicy } from '../../src/policy/service-policy.ts'
import { compareServices } from '../../src/statistics/compare-services.ts'
import type { Experiment } from './experiments.ts'
import { readSlotRun } from './read-slot-run.ts'

/**
 * How the runs of an experiment lie to each other:
 * - `pairs`: side by side in one job.
 * - `runs`: two folders of one machine, without pairs.
 * - `jobs`: each run is a job, and the jobs of the candidate are compared with the stored jobs of the history.
 */
export const DESIGNS = ['pairs', 'runs', 'jobs'] as const

export type LabDesign = (typeof DESIGNS)[number]

/** The answer of this gate to an experiment under the default policy. The runs are read as real results are. */
export async function judgeExperiment(work: string, experiment: Experiment, design: LabDesign): Promise<Verdict> {
  const { slots, candidate } = experiment
  const jobOf = (slot: number) => (design === 'jobs' ? `job-${slot}` : null)
  const runs: IdentifiedRun[] = []
  for (const slot of slots) {
    runs.push(await readSlotRun(work, slot, candidate, { side: 'candidate', jobId: jobOf(slot) }))
    if (design !== 'jobs') runs.push(await readSlotRun(work, slot, 'baseline', { side: 'baseline', jobId: null }))
  }
  return verdictOn(runs, design, design === 'jobs' ? await storeOf(work, experiment) : null)
}

function verdictOn(runs: readonly IdentifiedRun[], design: LabDesign, lookup: BaselineLookup | null): Verdict {
  const policy = defaultPolicy({})
  const evidence = compareServices({
    collected: { runs, refusals: [] },
    origin: design === 'runs' ? 'other-results' : 'same-results',
    lookup,
    ancestry: null,
    namedServices: [],
    policyFor: (service) => servicePolicy(policy, service),
    isUntouched: () => false,
    limitFor,
  })
  const findings = checkRules(evidence, policy, RULES)
  return decide({ evidence, findings, lookup, refusals: [], policy, override: { kind: 'none' } })
}

async function storeOf(work: string, { history }: Experiment): Promise<BaselineLookup> {
  const stored = []
  for (const slot of history) {
    const run = await readSlotRun(work, slot, 'baseline', { side: 'candidate', jobId: `stored-${slot}` })
    const recordedAt = new Date(Date.UTC(2026, 0, slot)).toISOString()
    stored.push({ run, commit: `commit-${slot}`, recordedAt, mark: null })
  }
  return { kind: 'found', place: 'lab', services: new Map([['lab', stored]]) }
}
