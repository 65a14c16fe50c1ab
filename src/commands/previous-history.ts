import * as z from 'zod'
import { type PreviousService, storedBefore } from '../history/previous-jobs.ts'
import type { FoundBaselines } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { QUANTITIES } from '../model/quantity.ts'
import { readFlagJson } from './read-flag-file.ts'

const Text = z.string().max(2000)
const Nullable = Text.nullable()
const Conditions = z.object({ machine: Nullable, load: Nullable, scriptHash: Nullable, tool: Nullable })
const Override = z.object({ by: Text, reason: Text, pullRequest: z.int().nullable() })
const Mark = z.object({
  kind: z.enum(['regressed', 'overridden', 'improved']),
  changeRatio: z.number(),
  series: Text,
  override: Override.nullable(),
})
const Job = z.object({
  commit: z.string().regex(/^[\w.-]{1,64}$/),
  recordedAt: z.iso.datetime(),
  conditions: z.int().min(0),
  mark: Mark.nullable(),
})
const Series = z.object({
  endpoint: Nullable,
  metric: Text,
  stat: z.string().max(20),
  unit: z.enum(['ms', 'ratio', 'per-second', 'bytes', 'bytes-per-second', 'count', 'none']),
  better: z.enum(['lower', 'higher', 'neither']),
  quantity: z.enum(QUANTITIES).optional().catch(undefined),
  values: z.array(z.number().nullable()),
})
const Service = z
  .object({
    service: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/),
    jobs: z.array(Job),
    conditions: z.array(Conditions),
    series: z.array(Series),
  })
  .refine(
    ({ jobs, conditions, series }) =>
      jobs.every((job) => job.conditions < conditions.length) &&
      series.every(({ values }) => values.length === jobs.length),
  )
const History = z.object({ schemaVersion: z.literal(1), services: z.array(Service) })

/**
 * Puts the history of the previous page in front of the newest history. A store forgets old runs, and its branch may start again.
 *
 * @throws UserError when the file cannot be read, or is not a history
 */
export async function readPrevious(path: string, newest: FoundBaselines): Promise<FoundBaselines> {
  const parsed = History.safeParse(await readFlagJson('previous', path))
  if (!parsed.success) {
    throw new UserError(
      `${path} is no history. Give the JSON of the page before this one: perf-gate history --store DIR --json ${path}`,
    )
  }
  const services = (parsed.data.services as readonly PreviousService[]).map((one) => {
    const known = new Set((newest.services.get(one.service) ?? []).map(({ commit }) => commit))
    return [one.service, storedBefore(one, known)] as const
  })
  return { kind: 'found', place: path, services: new Map(services) }
}
