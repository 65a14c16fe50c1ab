import type { ServiceHistory, StoredJob, StoredRun } from '../model/baseline.ts'
import type { ServiceEvidence } from '../model/comparison.ts'
import type { Policy } from '../model/policy.ts'
import type { PastAlarms } from '../model/replay.ts'
import type { Finding } from '../model/verdict.ts'
import { servicePolicy } from '../policy/service-policy.ts'
import { groupBy } from '../statistics/grouping.ts'
import { type SeriesReader, seriesReader } from '../statistics/reading.ts'
import { type JudgedPush, judgePushes } from './judge-pushes.ts'
import { shareOf } from './share.ts'
import { type StoredPush, storedPushes } from './stored-pushes.ts'

/** With fewer pushes the range is so wide that the rate says nothing: 0 of 20 still leaves 17 % open. */
const MIN_PUSHES = 20

/** Older pushes say less about the gate of today, and the time that judging takes grows with the square of their number. */
const MAX_PUSHES = 40

/** A change point is found at the push that began it, or at a neighbour. */
const NEIGHBOUR = 1

type Evidence = Pick<ServiceEvidence, 'service' | 'history'>

/**
 * Judges the newest stored pushes that the baseline comes from, at most 40, each against those before it: code that people had merged, so
 * a block is a false alarm unless someone had accepted a slowdown, or the level stayed changed. Only primaries are judged.
 *
 * @param evidence the services of the gate; those without a stored history have no part in it
 * @returns null where fewer than 20 pushes could be compared
 */
export function pastAlarms(evidence: readonly Evidence[], policy: Policy): PastAlarms | null {
  const reader = seriesReader()
  const services = new Map(
    evidence.flatMap(({ service, history }) =>
      history == null
        ? []
        : [[service, history.jobs.map((job) => withPrimariesOnly(job, service, policy, reader))] as const],
    ),
  )
  if (!hasEnough(services)) return null
  const judged = judgePushes(newestPushes(services), policy).filter(({ verdict }) => verdict.compared > 0)
  if (judged.length < MIN_PUSHES) return null
  const blocked = judged.filter((push) => alarmsOf(push).length > 0)
  const real = blocked.filter((push) => isReal(push, evidence)).length
  return {
    pushes: judged.length,
    blocked: blocked.length,
    real,
    falseAlarms: shareOf(blocked.length - real, judged.length),
    beforeConfirmation: policy.confirmation !== null,
  }
}

/** The first of them is only compared with. */
function newestPushes(services: ReadonlyMap<string, readonly StoredRun[]>): readonly StoredPush[] {
  return storedPushes(services).slice(-MAX_PUSHES - 1)
}

/** Nothing is judged where no service has enough jobs: the first push is compared with nothing. */
function hasEnough(services: ReadonlyMap<string, readonly StoredRun[]>): boolean {
  return new Set([...services.values()].flat().map(({ commit }) => commit)).size > MIN_PUSHES
}

/** A job as one run that holds only its primaries, each the median of its runs: the rest would take most of the time. */
function withPrimariesOnly(job: StoredJob, service: string, policy: Policy, reader: SeriesReader): StoredRun {
  const { commit, recordedAt, mark, runs } = job
  const [first] = runs
  const gated = groupBy(servicePolicy(policy, service).primary, ({ metric }) => metric)
  const measurements = [...gated].flatMap(([metric, series]) => {
    const measured = first.run.measurements.find((one) => one.metric === metric && one.endpoint === null)
    const readings = series.map(({ stat }) => [stat, reader.read(runs, { endpoint: null, metric, stat })] as const)
    const values = readings.flatMap(([stat, reading]) => (reading.kind === 'value' ? [{ stat, ...reading }] : []))
    const [one] = values
    if (measured === undefined || one === undefined) return []
    const { sampleCount, population, unit } = one
    const stats = new Map(values.map(({ stat, value }) => [stat, value]))
    return [{ ...measured, sampleCount, population, unit, stats, unusable: new Map() }]
  })
  return { commit, recordedAt, mark, run: { ...first, run: { ...first.run, measurements, thresholds: [] } } }
}

function alarmsOf({ verdict }: JudgedPush): readonly Finding[] {
  return verdict.findings.filter(({ rule, level }) => level === 'fail' && (rule === 'regressed' || rule === 'unproven'))
}

/** Someone accepted it, or the level of a service that was blocked stepped here and stayed. */
function isReal(judged: JudgedPush, evidence: readonly Evidence[]): boolean {
  if (judged.push.runs.some(({ mark }) => mark?.kind === 'overridden')) return true
  const blocked = new Set(alarmsOf(judged).map(({ service }) => service))
  return evidence.some(
    ({ service, history }) => blocked.has(service) && history != null && stepsAt(history, judged.push.commit),
  )
}

function stepsAt({ jobs, changePoints }: ServiceHistory, commit: string): boolean {
  const position = jobs.findIndex((job) => job.commit === commit)
  return changePoints.some((step) => Math.abs(step.position - position) <= NEIGHBOUR)
}
