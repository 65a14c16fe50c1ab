import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import { pushEvent } from './runner/job-event.ts'
import { runAction } from './runner/run-action.ts'
import { RECORDING, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * A job is killed (SIGKILL) at each of its writes in turn: just before GitHub carries the write out, and just after, before the
 * program hears of it. Afterwards the same job runs again.
 */

const STORE = ['perf-gate-baselines', 'perf-gate/v1/checkout.ndjson'] as const

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

async function storedLines({ github }: TwoWorkflows = stage): Promise<readonly string[]> {
  const text = await github.readBranchFile(...STORE)
  return text === null || text === undefined ? [] : text.trimEnd().split('\n')
}

type Job = () => Promise<Readonly<{ exitCode: number | null }>>

/** The number of writes of a job that nobody kills. */
async function writesOf(job: Job, { github }: TwoWorkflows = stage): Promise<number> {
  const before = github.journal.length
  expect(await job()).toMatchObject({ exitCode: 0 })
  const sent = github.journal.slice(before)
  return sent.filter(({ method, path }) => method !== 'GET' && path !== '/graphql').length
}

/** Kills a job at its write number `index`. Returns false if the job ended before that write. */
async function killedAt(job: Job, index: number, when: 'before' | 'after', { github } = stage): Promise<boolean> {
  github.faults.push({ path: /./, after: index, effect: { kind: 'kill', when } })
  const { exitCode } = await job()
  github.faults.clear()
  return exitCode === null
}

describe.each(['before', 'after'] as const)('killed %s each write', (when) => {
  test('of a gate: the same job again makes comment and status right, and there is one comment', async () => {
    const first = await stage.open('same repository')
    const clean = await stage.loadTest(first, slow)
    const writes = await writesOf(() => stage.workflowRun(clean))
    expect(writes).toBeGreaterThanOrEqual(2)
    for (let index = 0; index < writes; index += 1) {
      const number = await stage.open('same repository')
      const runId = await stage.loadTest(number, slow)
      const job = () => stage.workflowRun(runId)
      expect([index, await killedAt(job, index, when)]).toEqual([index, true])
      expect([index, await stage.status(number)]).not.toEqual([index, expect.stringMatching(/^success/)])
      await job()
      expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
      // If there are several comments of the gate, this call throws.
      expect(await stage.report(number)).toMatch(/^❌ \*\*Blocked: p95/m)
    }
  })

  test('of recording: the store is whole, and the same job again records the rest once', async () => {
    const writes = await writesOf(await recordingJob())
    expect(writes).toBeGreaterThanOrEqual(3)
    for (let index = 0; index < writes; index += 1) {
      const before = await storedLines()
      const job = await recordingJob()
      expect([index, await killedAt(job, index, when)]).toEqual([index, true])
      const between = await storedLines()
      expect(between.slice(0, before.length)).toEqual(before)
      expect([before.length, before.length + 5]).toContain(between.length)
      expect(await job()).toMatchObject({ exitCode: 0 })
      const after = await storedLines()
      expect(after.slice(0, before.length)).toEqual(before)
      expect(after).toHaveLength(before.length + 5)
      for (const line of after) expect(() => JSON.parse(line)).not.toThrow()
      expect(new Set(after).size).toBe(after.length)
    }
  })

  test('of the very first recording: there is no store or a whole one, and the same job again makes it', async () => {
    const fresh = async (use: (own: TwoWorkflows) => Promise<number>) => {
      const own = await startTwoWorkflows()
      try {
        return await use(own)
      } finally {
        await own.close()
      }
    }
    const writes = await fresh(async (own) => writesOf(await recordingJob(own), own))
    expect(writes).toBeGreaterThanOrEqual(3)
    for (let index = 0; index < writes; index += 1) {
      await fresh(async (own) => {
        const job = await recordingJob(own)
        expect([index, await killedAt(job, index, when, own)]).toEqual([index, true])
        expect([0, 5]).toContain((await storedLines(own)).length)
        expect(await job()).toMatchObject({ exitCode: 0 })
        expect(await storedLines(own)).toHaveLength(5)
        return index
      })
    }
  })

  test('of carrying a status over to a merge group: the same job again carries it', async () => {
    const number = await stage.open('same repository')
    await stage.workflowRun(await stage.loadTest(number, normal))
    expect(await stage.status(number)).toMatch(/^success/)
    const job = () => stage.mergeGroup(number)
    const before = stage.github.journal.length
    await job()
    const statuses = stage.github.journal
      .slice(before)
      .filter(({ operationId }) => operationId === 'repos/create-commit-status')
    expect(statuses).toHaveLength(1)
    const group = statuses[0]?.path.split('/').at(-1) ?? ''
    stage.github.world.statuses.splice(
      0,
      stage.github.world.statuses.length,
      ...stage.github.world.statuses.filter(({ sha }) => sha !== group),
    )
    expect(await killedAt(job, 0, when)).toBe(true)
    expect(await job()).toMatchObject({ exitCode: 0 })
    expect(stage.github.statusesOf(group).at(-1)).toMatchObject({ state: 'success', context: 'perf-gate' })
  })
})

/** A push to main with its load test. The returned function runs its gate, and can be called again. */
async function recordingJob({ github }: TwoWorkflows = stage): Promise<Job> {
  const headSha = await github.pushCommit({ branch: 'main', files: { 'main.md': `${github.journal.length}` } })
  const runId = await github.addWorkflowRun({ event: 'push', headSha, headBranch: 'main', actor: 'alice' })
  github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(normal))
  const event = await pushEvent(github, { pusher: 'alice' })
  return () => {
    github.setPermissions(RECORDING)
    return runAction({ github, event, runId })
  }
}
