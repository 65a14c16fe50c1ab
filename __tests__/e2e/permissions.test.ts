import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import type { Permissions } from './github/permissions.ts'
import { type ResultFiles, recordedResults } from './load-test.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'
import { pullRequestEvent } from './runner/job-event.ts'
import { type ActionResult, runAction } from './runner/run-action.ts'
import { GATING, RECORDING, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

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

/** The lines of the documented table for one job, such as `actions: read`. */
function documentedLines(job: string): readonly string[] {
  const page = readFileSync(join(REPOSITORY_ROOT, 'docs/github.md'), 'utf8')
  return [...page.matchAll(/^\| (\w+) \| `([\w-]+: \w+)` \| \S.* \|$/gm)].flatMap(([, name, line]) =>
    name === job && line !== undefined ? [line] : [],
  )
}

function linesOf(permissions: Permissions): readonly string[] {
  return Object.entries(permissions).map(([name, level]) => `${name}: ${level}`)
}

function without(permissions: Permissions, line: string): Permissions {
  return Object.fromEntries(Object.entries(permissions).filter(([name]) => !line.startsWith(`${name}:`)))
}

function messages({ annotations }: ActionResult): string {
  return annotations.map(({ message }) => message).join('\n')
}

describe('the documented permissions', () => {
  test('are the ones that all these tests run with', () => {
    expect(documentedLines('judge')).toEqual(linesOf(GATING))
    expect(documentedLines('record')).toEqual(linesOf(RECORDING))
  })

  test.each(linesOf(GATING))('without %s, the gate names the line, and nothing is green', async (line) => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, slow)
    const result = await stage.workflowRun(runId, 'completed', { permissions: without(GATING, line) })
    expect(messages(result)).toContain(`\`${line}\``)
    expect(result.exitCode).toBe(0)
    expect(await stage.status(number)).not.toMatch(/^success/)
    expect((await stage.github.merge(number, 'mona')).merged).toBe(false)
  })

  // regression-told.test.ts tests what the gate does without `issues: write`.
  test.each(linesOf(RECORDING).filter((line) => line !== 'issues: write'))(
    'without %s, recording names the line and fails',
    async (line) => {
      // The statuses are only read for merged pull requests.
      const number = await stage.open('same repository')
      await stage.workflowRun(await stage.loadTest(number, normal), 'completed')
      expect(await stage.github.merge(number, 'mona')).toMatchObject({ merged: true })
      const before = await stage.github.refSha('heads/perf-gate-baselines')
      const result = await stage.record(normal, { permissions: without(RECORDING, line) })
      expect(messages(result)).toContain(`\`${line}\``)
      expect(result.exitCode).toBe(1)
      expect(await stage.github.refSha('heads/perf-gate-baselines')).toBe(before)
    },
  )
})

describe('one workflow', () => {
  async function oneWorkflow(number: number, results: ResultFiles, permissions: Permissions): Promise<ActionResult> {
    const runId = await stage.loadTest(number, null, { status: 'in_progress' })
    stage.github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(results))
    stage.github.setPermissions(permissions)
    const event = await pullRequestEvent(stage.github, number, { action: 'opened' })
    const result = await runAction({ github: stage.github, event, runId })
    stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: result.conclusion })
    return result
  }

  const READING: Permissions = { actions: 'read', contents: 'read', 'pull-requests': 'read', statuses: 'read' }

  test.each([
    ['fork', 'normal', 0],
    ['fork', 'slow', 1],
    // Runs of Dependabot have this token if the workflow has no `permissions:` block.
    ['Dependabot', 'normal', 0],
    ['Dependabot', 'slow', 1],
  ] as const)('a token that only reads (%s, %s): the job is the check', async (origin, version, exitCode) => {
    const number = await stage.open(origin)
    const result = await oneWorkflow(number, version === 'slow' ? slow : normal, READING)
    expect(result.exitCode).toBe(exitCode)
    expect(result.summary).toContain('# Performance report')
    expect(messages(result)).toContain('`statuses: write`')
    expect(messages(result)).toContain('`pull-requests: write`')
    expect([await stage.status(number), await stage.report(number)]).toEqual(['', ''])
  })

  test.each([
    ['normal', 0, /^success/],
    ['slow', 1, /^failure/],
  ] as const)(
    'Dependabot, with the documented permissions (%s): status and comment',
    async (version, exitCode, status) => {
      const number = await stage.open('Dependabot')
      const result = await oneWorkflow(number, version === 'slow' ? slow : normal, GATING)
      expect(result.exitCode).toBe(exitCode)
      expect(await stage.status(number)).toMatch(status)
      expect(await stage.report(number)).not.toBe('')
    },
  )

  test.each([
    ['normal', 0],
    ['slow', 1],
  ] as const)('with the least that a comparison needs (%s), the summary has the report', async (version, exitCode) => {
    const number = await stage.open('fork')
    const least: Permissions = { actions: 'read', contents: 'read' }
    const result = await oneWorkflow(number, version === 'slow' ? slow : normal, least)
    expect(result.exitCode).toBe(exitCode)
    expect(result.summary).toContain('# Performance report')
    expect(messages(result)).toContain('`statuses: write`')
    expect(messages(result)).toContain('`pull-requests: write`')
  })

  test('an override by label needs no load test, and the job turns green', async () => {
    const number = await stage.open('same repository')
    expect((await oneWorkflow(number, slow, GATING)).exitCode).toBe(1)
    await stage.github.comment(number, 'mona', '/perf-override The new tax rules need a second query.')
    await stage.github.label(number, 'perf-override', { actor: 'mona' })
    const runId = await stage.loadTest(number, null, { status: 'in_progress' })
    const options = { action: 'labeled', label: 'perf-override', sender: 'mona' } as const
    const event = await pullRequestEvent(stage.github, number, options)
    const result = await runAction({ github: stage.github, event, runId })
    stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'success' })
    expect(result).toMatchObject({ exitCode: 0, outputs: { outcome: 'overridden' } })
    expect(await stage.status(number)).toMatch(/^success/)
  })

  test('a label while the first load test runs: pending, and the job does not fail', async () => {
    const number = await stage.open('same repository')
    await stage.loadTest(number, null, { status: 'in_progress' })
    await stage.github.label(number, 'docs', { actor: 'tina' })
    const runId = await stage.loadTest(number, null, { status: 'in_progress' })
    stage.github.setPermissions(GATING)
    const event = await pullRequestEvent(stage.github, number, { action: 'labeled', label: 'docs', sender: 'tina' })
    expect(await runAction({ github: stage.github, event, runId })).toMatchObject({ exitCode: 0 })
    expect(await stage.status(number)).toMatch(/^pending: The load test/)
  })
})

describe('rate limits', () => {
  test('waits as long as GitHub asks', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, normal)
    const headers = { 'retry-after': '1' }
    const effect = { kind: 'answer', status: 429, headers, body: { message: 'Too many requests' } } as const
    stage.github.faults.push({ method: 'GET', path: /\/git\/trees\//, effect })
    await stage.workflowRun(runId)
    expect(await stage.status(number)).toMatch(/^success/)
  })

  test('does not wait for an hour: the status says so', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, normal)
    const headers = { 'retry-after': '3600' }
    const body = { message: 'You have exceeded a secondary rate limit' }
    const effect = { kind: 'answer', status: 403, headers, body } as const
    stage.github.faults.push({ method: 'GET', path: /\/git\/trees\//, effect })
    const result = await stage.workflowRun(runId)
    expect(result.exitCode).toBe(0)
    expect(await stage.status(number)).toMatch(/^error: No verdict/)
    expect(messages(result)).toContain('rate limit')
  })
})
