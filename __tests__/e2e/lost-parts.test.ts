import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'
import { pushEvent } from './runner/job-event.ts'
import { runAction } from './runner/run-action.ts'
import { RECORDING, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/* A part of a load test is missing that the baseline has: a job of a matrix, or one of several load generators. */

let stage: TwoWorkflows

beforeEach(async () => {
  stage = await startTwoWorkflows()
})

afterEach(async () => {
  await stage.close()
})

/** The artifacts of one load test: their names and their files. */
type Parts = Readonly<Record<string, ResultFiles>>

async function upload(runId: number, parts: Parts): Promise<void> {
  for (const [name, files] of Object.entries(parts))
    stage.github.uploadArtifact(runId, `k6-results-checkout--${name}`, await artifactZip(files))
}

async function record(parts: Parts): Promise<void> {
  const { github } = stage
  const headSha = await github.pushCommit({ branch: 'main', files: { 'main.md': Object.keys(parts).join() } })
  const run = { event: 'push', headSha, headBranch: 'main', actor: 'alice', status: 'in_progress' } as const
  const runId = await github.addWorkflowRun(run)
  await upload(runId, parts)
  github.setPermissions(RECORDING)
  const result = await runAction({ github, event: await pushEvent(github, { pusher: 'alice' }), runId })
  expect(result).toMatchObject({ exitCode: 0 })
  github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'success' })
}

async function judge(parts: Parts, conclusion: 'success' | 'failure' = 'failure'): Promise<string> {
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, null, { conclusion })
  await upload(runId, parts)
  await stage.workflowRun(runId)
  return await stage.status(number)
}

describe('legs', () => {
  test('one that crashed is missing, and the pull request does not pass without it', async () => {
    const [normal, slow] = [await recordedResults('normal'), await recordedResults('slow')]
    const other = { ...normal, 'note.txt': Buffer.from('another machine') }
    await record({ 'eu--1': normal, 'us--1': other })
    expect(await judge({ 'eu--1': normal, 'us--1': slow }, 'success')).toMatch(/^failure: Blocked/)
    expect(await judge({ 'eu--1': normal })).toMatch(
      /^failure: Blocked: the baseline of checkout has the part k6-results-checkout--us of the load test/,
    )
    expect(await judge({ 'eu--1': normal, 'us--1': other }, 'success')).toMatch(/^success/)
  })

  test('one that crashed is missing without any baseline, where the jobs of the matrix tell it', async () => {
    const [before, after] = [await recordedResults('normal'), await recordedResults('normal')]
    const sides = [...Object.entries(before).map(([path, bytes]) => [`baseline/${path}`, bytes] as const)]
    const pairs = Object.fromEntries([
      ...sides,
      ...Object.entries(after).map(([path, bytes]) => [`candidate/${path}`, bytes] as const),
    ])
    const number = await stage.open('same repository')
    const jobs = [
      { name: 'load-test (eu)', conclusion: 'success' },
      { name: 'load-test (us)', conclusion: 'failure' },
    ] as const
    const runId = await stage.loadTest(number, null, { conclusion: 'failure', jobs })
    await upload(runId, { 'eu--1': pairs })
    await stage.workflowRun(runId)
    expect(await stage.status(number)).toMatch(/^failure: Blocked: the job load-test \(us\) failed and left no results/)
  })

  test('what the default branch calls otherwise is not missing', async () => {
    const normal = await recordedResults('normal')
    await record({ main: normal })
    expect(await judge({ change: normal }, 'success')).toMatch(/^success/)
  })
})

describe('load generators', () => {
  async function generators(...numbers: readonly number[]): Promise<Parts> {
    const parts = numbers.map(async (part) => {
      const path = join(REPOSITORY_ROOT, `__tests__/fixtures/k6/segment.${part}-of-3.summary-export.k6-v2.2.0.json`)
      return [`${part}--1`, { [`run-1/instance-${part}/summary.json`]: await readFile(path) }] as const
    })
    return Object.fromEntries(await Promise.all(parts))
  }

  test('the last of three that did not come is missing', async () => {
    await record(await generators(1, 2, 3))
    expect(await judge(await generators(1, 2))).toMatch(
      /^failure: Blocked: the baseline of checkout was measured with 3 load generators, but these results come from 2/,
    )
    expect(await judge(await generators(1, 2, 3), 'success')).toMatch(/^success/)
  })
})
