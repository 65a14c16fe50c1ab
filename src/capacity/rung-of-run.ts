import { UserError } from '../model/errors.ts'
import type { Measurement } from '../model/measurement.ts'
import { type Quantity, quantityOf } from '../model/quantity.ts'
import type { Run } from '../model/run.ts'
import type { Rung } from '../model/rung.ts'
import { name, text } from '../model/text.ts'

/** `users-8` as a folder, or before the ending of a file. */
const USERS = /(?:^|\/)users-(\d{1,7})(?=\/|\.[a-z]|$)/g

/** The number of waiting users that a path names, the innermost folder first. null: it names none. */
export function usersIn(path: string): number | null {
  const users = Number([...path.matchAll(USERS)].at(-1)?.[1] ?? 0)
  return users > 0 ? users : null
}

/**
 * The step of a ladder from one run of any load tool, in which a known number of users waited for their answers. Only k6 says how
 * long an iteration took. For other tools it follows from Little's law: an iteration takes N / X, and the part that is not the
 * request was spent in the load generator or in its pauses. At a set rate a slow load generator cannot be told from a slow
 * service, so these runs give no steps.
 *
 * @throws UserError if the result does not say what was carried
 */
export function rungOfRun(run: Run, users: number, source: string): Rung {
  const stat = (quantity: Quantity, name: string) =>
    run.measurements.find((one) => isOfService(one, quantity))?.stats.get(name) ?? null
  const [perS, latencyMs] = [stat('throughput', 'rate'), stat('latency', 'avg')]
  if (perS === null || latencyMs === null || perS <= 0) {
    const tool = run.tool === undefined ? [] : text` of ${name(run.tool)}`
    const missing = perS === null ? text`number of requests per second` : text`mean latency`
    throw new UserError(text`This result${tool} has no ${missing}, so the load that was carried is not known.`)
  }
  const errorRatio = stat('error-share', 'rate') ?? 0
  return {
    source,
    model: 'closed',
    users,
    offeredPerS: null,
    goodPerS: perS * (1 - errorRatio),
    iterationsPerS: perS,
    latencyMs,
    p95Ms: stat('latency', 'p95'),
    iterationMs: (1000 * users) / perS,
    requestsMs: latencyMs,
    errorRatio,
    droppedRatio: 0,
    seconds: (run.durationMs ?? 0) / 1000,
  }
}

function isOfService({ endpoint, ...measurement }: Measurement, quantity: Quantity): boolean {
  return endpoint === null && quantityOf(measurement) === quantity
}
