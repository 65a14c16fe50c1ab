import type { CapacityCheck, CapacityModel, Forecast } from '../model/capacity.ts'
import { plainText } from '../model/text.ts'
import type { CapacityReport } from './capacity-words.ts'

/**
 * The capacity for programs. A new field may appear in the same version; a changed or removed one raises `schemaVersion`.
 * Rates are requests per second, shares 0..1; unknown values are null.
 */
export type CapacityJson = Readonly<{
  schemaVersion: 1
  model: CapacityModel | null
  /** Users. */
  knee: number | null
  maxThroughput: number | null
  maxThroughputInterval: readonly [number, number] | null
  atLeast: number | null
  lastGood: number | null
  firstBad: number | null
  sustainable: number | null
  replicas: number | null
  costPerMillion: number | null
  /** Change of the capacity against the other version: 0.1 is 10 % more. */
  changeRatio: number | null
  changeInterval: readonly [number, number] | null
  forecast: Readonly<{ kind: 'refused'; reason: string }> | Extract<Forecast, { kind: 'dates' }> | null
  refused: string | null
  checks: readonly (Omit<CapacityCheck, 'message'> & Readonly<{ message: string }>)[]
  rungs: readonly Readonly<{
    users: number
    offered: number | null
    throughput: number
    latencyMs: number
    p95Ms: number | null
    errorRatio: number
    droppedRatio: number
    leftOut: string | null
  }>[]
}>

export function capacityJson({ capacity, plan, forecast, change }: CapacityReport): CapacityJson {
  const { model, kneeUsers, maxPerS, maxPerSInterval, atLeastPerS, lastGood, firstBad, refused, checks, rungs } =
    capacity
  return {
    schemaVersion: 1,
    model,
    knee: kneeUsers,
    maxThroughput: maxPerS,
    maxThroughputInterval: maxPerSInterval,
    atLeast: atLeastPerS,
    lastGood: lastGood === null ? null : (lastGood.offeredPerS ?? lastGood.goodPerS),
    firstBad: firstBad === null ? null : (firstBad.offeredPerS ?? firstBad.goodPerS),
    sustainable: plan?.sustainablePerS ?? null,
    replicas: plan?.replicas ?? null,
    costPerMillion: plan?.costPerMillionFull ?? null,
    changeRatio: change?.changeRatio ?? null,
    changeInterval: change?.interval ?? null,
    forecast: forecast?.kind === 'refused' ? { ...forecast, reason: plainText(forecast.reason) } : forecast,
    refused: refused === null ? null : plainText(refused),
    checks: checks.map((check) => ({ ...check, message: plainText(check.message) })),
    rungs: rungs.map((rung) => ({
      users: rung.users,
      offered: rung.offeredPerS,
      throughput: rung.goodPerS,
      latencyMs: rung.latencyMs,
      p95Ms: rung.p95Ms,
      errorRatio: rung.errorRatio,
      droppedRatio: rung.droppedRatio,
      leftOut: rung.leftOut,
    })),
  }
}
