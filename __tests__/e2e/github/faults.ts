import { appendFileSync } from 'node:fs'
import type { Json } from './openapi.ts'

/** The fault that a request meets. */
export type FaultEffect =
  /** This answer is sent instead of the real one, for example 429 with `retry-after`. Nothing changes in the repository. */
  | Readonly<{ kind: 'answer'; status: number; headers?: Readonly<Record<string, string>>; body?: Json }>
  /** The connection is cut before the request is carried out. */
  | Readonly<{ kind: 'reset' }>
  /** The request is carried out, and then the connection is cut, so the caller cannot know that the request succeeded. */
  | Readonly<{ kind: 'reset-after' }>
  /** The connection is cut in the middle of the answer's body. */
  | Readonly<{ kind: 'truncate' }>
  /** The program under test is killed (SIGKILL) before or after the request is carried out. It gets no answer. */
  | Readonly<{ kind: 'kill'; when: 'before' | 'after' }>
  /** Something else happens first, for example a push to the same branch. Then the request is carried out. */
  | Readonly<{ kind: 'meanwhile'; happens: () => Promise<void> }>

type Fault = Readonly<{
  /** Absent: all methods that change something. */
  method?: string
  /** Matched against the path, without the query. */
  path: RegExp
  /** The origin: the API, or the storage of the artifacts. Default: api. */
  origin?: 'api' | 'storage'
  /** The number of matching requests that meet the fault. Default: 1. */
  times?: number
  /** The number of matching requests before the fault that pass. Default: 0. */
  after?: number
  effect: FaultEffect
}>

export type Faults = Readonly<{
  push: (fault: Fault) => void
  next: (origin: 'api' | 'storage', method: string, path: string) => FaultEffect | null
  pending: () => number
  /** Removes all remaining faults. */
  clear: () => void
  /** Called when the program under test has started. `kill` kills it, and resolves when it is dead. */
  aim: (kill: () => Promise<void>) => void
  kill: () => Promise<void>
}>

/** The file for the figures of docs/security.md. Each fault adds a line. */
function count({ kind }: FaultEffect): void {
  const path = process.env.COUNTED_FAULTS
  if (path !== undefined) appendFileSync(path, `${kind}\n`)
}

/** Whether a request changes something. Requests to GraphQL do not count, because queries are sent with POST as well. */
function isWrite(method: string, path: string): boolean {
  return method !== 'GET' && path !== '/graphql'
}

/** Keeps the faults of a scenario. Each fault meets the requests that it names, in order, and is then used up. */
export function createFaults(): Faults {
  let victim: (() => Promise<void>) | null = null
  const waiting: { fault: Fault; skip: number; left: number }[] = []
  return {
    push(fault) {
      waiting.push({ fault, skip: fault.after ?? 0, left: fault.times ?? 1 })
    },
    next(origin, method, path) {
      for (const entry of waiting) {
        const { fault } = entry
        const isOfMethod = fault.method === undefined ? isWrite(method, path) : fault.method === method
        if (entry.left === 0 || (fault.origin ?? 'api') !== origin || !isOfMethod || !fault.path.test(path)) continue
        if (entry.skip > 0) {
          entry.skip -= 1
          continue
        }
        entry.left -= 1
        count(fault.effect)
        return fault.effect
      }
      return null
    },
    pending: () => waiting.filter((entry) => entry.left > 0).length,
    clear() {
      waiting.length = 0
    },
    aim(kill) {
      victim = kill
    },
    async kill() {
      if (victim === null) throw new Error('There is no program to kill')
      await victim()
    },
  }
}
