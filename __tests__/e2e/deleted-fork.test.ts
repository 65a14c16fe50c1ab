import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { recordedResults } from './load-test.ts'
import { workflowRunEvent } from './runner/job-event.ts'
import { startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * The fork of a pull request is deleted while its load test runs. GitHub keeps the pull request open, without a head repository.
 */

let stage: TwoWorkflows

beforeEach(async () => {
  stage = await startTwoWorkflows()
  await stage.record(await recordedResults('normal'))
})

afterEach(async () => {
  await stage.close()
})

async function endsWithoutFork(runId: number): Promise<void> {
  const event = await workflowRunEvent(stage.github, runId)
  const run = { ...(event.payload.workflow_run as object), head_repository: null }
  await stage.gate({ ...event, payload: { ...event.payload, workflow_run: run } })
}

/**
 * Answers with the list of open pull requests as GitHub shows it after the deletion. The official description does not say that
 * `repo` may be null.
 */
async function hideFork(...numbers: readonly number[]): Promise<void> {
  const pulls = await Promise.all(numbers.map((number) => stage.github.pull(number)))
  const body = pulls.map((pull) =>
    pull.user.login === 'otto' ? { ...pull, head: { ...pull.head, repo: null } } : pull,
  )
  const effect = { kind: 'answer', status: 200, body: JSON.parse(JSON.stringify(body)) } as const
  stage.github.faults.push({ method: 'GET', path: /\/pulls$/, effect })
}

test('the status does not wait for ever, and says what to do', async () => {
  const number = await stage.open('fork')
  const runId = await stage.loadTest(number, await recordedResults('normal'), { status: 'in_progress' })
  await stage.workflowRun(runId, 'requested')
  expect(await stage.status(number)).toMatch(/^pending/)
  stage.github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'success' })
  await hideFork(number)
  await endsWithoutFork(runId)
  expect(await stage.status(number)).toMatch(/^error: The fork of #1 was deleted/)
})

test('who deletes a fork takes nothing from another pull request with the same commit', async () => {
  const own = await stage.open('same repository')
  await stage.workflowRun(await stage.loadTest(own, await recordedResults('normal')))
  expect(await stage.status(own)).toMatch(/^success/)
  const commit = (await stage.github.pull(own)).head.sha
  const copy = await stage.github.openForkPull({ head: 'copy', base: 'main', author: 'otto', commit })
  const runId = await stage.loadTest(copy, await recordedResults('normal'))
  await hideFork(own, copy)
  await endsWithoutFork(runId)
  expect(await stage.status(own)).toMatch(/^success/)
})
