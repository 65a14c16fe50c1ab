import { appendFileSync } from 'node:fs'
import type { Json } from './openapi.ts'

/** What goes wrong with a request. */
export type FaultEffect =
  /** This answer instead of the real one, for example 429 with `retry-after`. Nothing is changed in the repository. */
  | Readonly<{ kind: 'answer'; status: number; headers?: Readonly<Record<string, string>>; body?: Json }>
  /** The connection is cut before anything is done. */
  | Readonly<{ kind: 'reset' }>
  /** The request is carried out, then the connection is cut: the caller cannot know that it succeeded. */
  | Readonly<{ kind: 'reset-after' }>
  /** The answer's body ends early; the connection is cut in its middle. */
  | Readonly<{ kind: 'truncate' }>
  /** The program under test is killed (SIGKILL), before or after the request is carried out. It gets no answer. */
  | Readonly<{ kind: 'kill'; when: 'before' | 'after' }>
  /** Something else happens first, for example a push to the same branch; then the request is carried out. */
  | Readonly<{ kind: 'meanwhile'; happens: () => Promise<void> }>

type Fault = Readonly<{
  /** Absent: every method that changes something. */
  method?: string
  /** Matched against the path, without the query. */
  path: RegExp
  /** Which origin: the API, or the storage that artifacts are downloaded from. Default: api. */
  origin?: 'api' | 'storage'
  /** How many matching requests it hits. Default: 1. */
  times?: number
  /** How many matching requests it lets through first. Default: 0. */
  after?: number
  effect: FaultEffect
}>

export type Faults = Readonly<{
  push: (fault: Fault) => void
  next: (origin: 'api' | 'storage', method: string, path: string) => FaultEffect | null
  pending: () => number
  /** Takes away what is left of all faults. */
  clear: () => void
  /** The program under test runs: this kills it, and ends when it is dead. */
  aim: (kill: () => Promise<void>) => void
  kill: () => Promise<void>
}>

/** For the figures of docs/security.md: one line a fault, in the file that this variable names. */
function count({ kind }: FaultEffect): void {
  const path = process.env.COUNTED_FAULTS
  if (path !== undefined) appendFileSync(path, `${kind}\n`)
}

/** Does a request change something? Questions in GraphQL are sent with POST. */
function isWrite(method: string, path: string): boolean {
  return method !== 'GET' && path !== '/graphql'
}

/** Keeps the faults of a scenario. Each hits the requests that it names, in order, and is then used up. */
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
