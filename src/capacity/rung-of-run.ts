import { UserError } from '../model/errors.ts'
import type { Measurement } from '../model/measurement.ts'
import { type Quantity, quantityOf } from '../model/quantity.ts'
import type { Run } from '../model/run.ts'
import type { Rung } from '../model/rung.ts'

/** The load of one step, as its folder says it: `users-8` or `rate-40`. */
export type SetLoad = Readonly<{ kind: 'users' | 'rate'; value: number }>

const LOAD = /(?:^|\/)(users|rate)-(\d{1,7}(?:\.\d{1,3})?)(?=\/|\.[a-z]|$)/g

/** The load that a path names, the innermost folder first. null: it names none. */
export function setLoadOf(path: string): SetLoad | null {
  const [, kind, value] = [...path.matchAll(LOAD)].at(-1) ?? []
  if (kind === undefined || !(Number(value) > 0)) return null
  return { kind: kind === 'users' ? 'users' : 'rate', value: Number(value) }
}

/**
 * One run at one load, of any load tool. No tool but k6 says how long an iteration took. With the users that were set it follows from
 * Little's law: what is left of N / X without the request passed outside of it, in the load generator or in its pauses.
 *
 * @throws UserError where the result does not say what was carried
 */
export function rungOfRun(run: Run, load: SetLoad, source: string): Rung {
  const stat = (quantity: Quantity, name: string) =>
    run.measurements.find((one) => isOfService(one, quantity))?.stats.get(name) ?? null
  const [perS, latencyMs] = [stat('throughput', 'rate'), stat('latency', 'avg')]
  if (perS === null || latencyMs === null || perS <= 0) {
    throw new UserError(
      `This result${run.tool === undefined ? '' : ` of ${run.tool}`} has no ${perS === null ? 'number of requests a second' : 'mean latency'}, so it says nothing of the load that was carried.`,
    )
  }
  const errorRatio = stat('error-share', 'rate') ?? 0
  const isClosed = load.kind === 'users'
  return {
    source,
    model: isClosed ? 'closed' : 'open',
    users: isClosed ? load.value : (perS * latencyMs) / 1000,
    offeredPerS: isClosed ? null : load.value,
    goodPerS: perS * (1 - errorRatio),
    iterationsPerS: perS,
    latencyMs,
    p95Ms: stat('latency', 'p95'),
    iterationMs: isClosed ? (1000 * load.value) / perS : null,
    requestsMs: isClosed ? latencyMs : null,
    errorRatio,
    droppedRatio: isClosed ? 0 : Math.max(0, 1 - perS / load.value),
    seconds: (run.durationMs ?? 0) / 1000,
  }
}

function isOfService({ endpoint, ...measurement }: Measurement, quantity: Quantity): boolean {
  return endpoint === null && quantityOf(measurement) === quantity
}
