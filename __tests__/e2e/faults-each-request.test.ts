import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { FaultEffect } from './github/faults.ts'
import type { JournalEntry } from './github/journal.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import type { ActionResult } from './runner/run-action.ts'
import { startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * Each request of a run fails in its turn: once, which the run survives, and for good, which is never green. GitHub asks for a
 * waiting time of 0, so the test does not wait.
 */

let stage: TwoWorkflows
let normal: ResultFiles
let slow: ResultFiles

beforeAll(async () => {
  stage = await startTwoWorkflows()
  normal = await recordedResults('normal')
  slow = await recordedResults('slow')
  expect(await stage.record(normal)).toMatchObject({ exitCode: 0 })
})

afterAll(async () => {
  await stage.close()
})

/** A client tries fewer times. */
const FOR_GOOD = 100

const LIMITED: FaultEffect = {
  kind: 'answer',
  status: 429,
  headers: { 'retry-after': '0' },
  body: { message: 'You have exceeded a rate limit' },
}

type Kind = Pick<JournalEntry, 'origin' | 'method' | 'path'>

/** The kinds of requests of a run, each once. Different numbers and commits in a path are the same kind. */
function kindsSince(before: number): readonly Kind[] {
  const kinds = new Map<string, Kind>()
  for (const { origin, method, path } of stage.github.journal.slice(before)) {
    const key = `${origin} ${method} ${general(path)}`
    if (!kinds.has(key)) kinds.set(key, { origin, method, path })
  }
  return [...kinds.values()]
}

function general(path: string): string {
  return path.replaceAll(/\/(?:[0-9a-f]{40}|\d+)(?=\/|$)/g, '/*').replace(/compare\/.*/, 'compare/*')
}

function plant({ origin, method, path }: Kind, times: number): void {
  const escaped = general(path).replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
  stage.github.faults.push({
    origin,
    method,
    path: new RegExp(`^${escaped.replaceAll('*', '.+')}$`),
    times,
    effect: origin === 'api' ? LIMITED : { kind: 'truncate' },
  })
}

/** The number of injected faults that requests met since then. A fault that no request meets proves nothing. */
function faultsSince(before: number): number {
  return stage.github.journal.slice(before).filter(({ isFaulty }) => isFaulty).length
}

/** Expects a sentence in the log that tells a person what to do, and no stack trace. */
function expectWords({ annotations, stdout }: ActionResult): void {
  expect(annotations.map(({ message }) => message).join('\n')).toMatch(
    /Could not [a-z ]+: (?:GitHub limits how many requests are sent|the connection to GitHub broke)/,
  )
  expect(stdout).not.toMatch(/HttpError|file:\/\//)
}

async function gate(results: ResultFiles): Promise<Readonly<{ number: number; result: ActionResult }>> {
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, results)
  const result = await stage.workflowRun(runId)
  return { number, result }
}

describe('the gate', () => {
  let kinds: readonly Kind[]

  beforeAll(async () => {
    const before = stage.github.journal.length
    await gate(slow)
    kinds = kindsSince(before)
    expect(kinds.length).toBeGreaterThanOrEqual(10)
  })

  test('each request fails once: the verdict is the same', async () => {
    for (const kind of kinds) {
      plant(kind, 1)
      const { number } = await gate(slow)
      expect([kind, stage.github.faults.pending()]).toEqual([kind, 0])
      expect([kind, await stage.status(number)]).toEqual([kind, expect.stringMatching(/^failure: Blocked: p95/)])
      expect([kind, await stage.report(number)]).toEqual([kind, expect.stringMatching(/^❌ \*\*Blocked: p95/m)])
    }
  })

  test('each request fails for good: never green, and the log says why', async () => {
    for (const kind of kinds) {
      const before = stage.github.journal.length
      plant(kind, FOR_GOOD)
      const { number, result } = await gate(slow)
      stage.github.faults.clear()
      expect([kind, faultsSince(before)]).not.toEqual([kind, 0])
      expect([kind, await stage.status(number)]).not.toEqual([kind, expect.stringMatching(/^success/)])
      expectWords(result)
    }
  })
})

describe('recording', () => {
  let kinds: readonly Kind[]

  beforeAll(async () => {
    const before = stage.github.journal.length
    await stage.record(normal)
    kinds = kindsSince(before)
    expect(kinds.length).toBeGreaterThanOrEqual(8)
  })

  test('each request fails once: everything is recorded, once', async () => {
    for (const kind of kinds) {
      const before = await storedLines()
      plant(kind, 1)
      const { exitCode } = await stage.record(normal)
      expect([kind, stage.github.faults.pending()]).toEqual([kind, 0])
      const after = await storedLines()
      expect([kind, exitCode, after.length, new Set(after).size]).toEqual([kind, 0, before.length + 5, after.length])
      expect(after.slice(0, before.length)).toEqual(before)
    }
  })

  test('each request fails for good: the job fails and says why, and the store is as it was or whole', async () => {
    for (const kind of kinds) {
      const before = await storedLines()
      const requests = stage.github.journal.length
      plant(kind, FOR_GOOD)
      const result = await stage.record(normal)
      stage.github.faults.clear()
      expect([kind, faultsSince(requests)]).not.toEqual([kind, 0])
      const after = await storedLines()
      expect([kind, after.slice(0, before.length)]).toEqual([kind, before])
      const added = after.length - before.length
      expect([kind, result.exitCode, added]).toEqual([kind, added === 5 ? 0 : 1, added === 5 ? 5 : 0])
      if (result.exitCode !== 0) expectWords(result)
    }
  })
})

async function storedLines(): Promise<readonly string[]> {
  const text = await stage.github.readBranchFile('perf-gate-baselines', 'perf-gate/v1/checkout.ndjson')
  return (text ?? '').trimEnd().split('\n')
}
