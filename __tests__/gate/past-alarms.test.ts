import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { commandLineContext } from '../../src/commands/local-gate.ts'
import { collect, type GateResult, runGate } from '../../src/gate.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { recordsOf } from '../../src/policy/marks.ts'
import { openDirectoryStore } from '../../src/storage/directory-store.ts'

/* What the gate says of itself once a store has enough pushes, with real results, a real store and the real report. */

const CONTEXT = { ...commandLineContext(defaultPolicy({})), baseBranch: 'main' }

/** About 1 % of noise, and one slow push that nothing followed. */
const PUSHES = [100, 101, 99, 100, 98, 102, 100, 99, 101, 100, 100, 99, 115, 101, 100, 98, 102, 100, 99, 101, 100, 101]

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-past-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

function summary(p95: number): string {
  const stats = { avg: 50, min: 1, med: 50, max: 2000, 'p(90)': 0.9 * p95, 'p(95)': p95, count: 2000 }
  const metrics = { http_req_duration: stats, 'http_req_duration{expected_response:true}': stats }
  return JSON.stringify({ root_group: { name: '', path: '', id: '', groups: {}, checks: {} }, metrics })
}

async function judge(p95: number): Promise<GateResult> {
  async function* open() {
    yield new TextEncoder().encode(summary(p95))
  }
  const options = { defaultService: 'shop', defaultSide: 'candidate', defaultCommit: null } as const
  const policy = defaultPolicy({})
  const sets = [{ files: [{ path: 'shop/run-1/summary.json', artifact: null, open }], refusals: [], options }]
  return await runGate(
    { policy, context: CONTEXT, origin: 'same-results' },
    {
      sets,
      collected: await collect(sets, policy),
      lookup: await openDirectoryStore(folder).load(),
      ancestry: null,
    },
  )
}

test('after 20 pushes every report says how often this gate would have blocked them', async () => {
  const texts: string[] = []
  for (const [index, p95] of PUSHES.entries()) {
    const { verdict, report } = await judge(p95)
    texts.push(report.markdown)
    const stamp = { commit: `commit-${index}`, recordedAt: new Date(Date.UTC(2026, 0, index + 1)).toISOString() }
    await openDirectoryStore(folder).append(recordsOf(verdict.services, stamp))
  }
  const speaking = texts.map((text) => text.includes('this gate would have blocked'))
  // The push at position 21 is compared with 21 stored ones: 20 of those had one before them.
  expect(speaking).toEqual(PUSHES.map((_, index) => index >= 21))
  const { verdict, report } = await judge(100)
  expect(verdict.pastAlarms).toEqual({
    pushes: 21,
    blocked: 1,
    real: 0,
    // R: binom.test(1, 21)$conf.int
    falseAlarms: { ratio: 1 / 21, lower: expect.closeTo(0.001205, 5), upper: expect.closeTo(0.238159, 5) },
    beforeConfirmation: false,
  })
  expect(report.markdown).toContain(
    'On the last 21 pushes to `main` this gate would have blocked 1 (4.8 %), and that was no lasting change: a rate of false alarms of 0.1 to 23.8 % with 95 % confidence.',
  )
})
