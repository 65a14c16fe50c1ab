import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { recordedResults } from './load-test.ts'
import { pullRequestEvent } from './runner/job-event.ts'
import { runAction } from './runner/run-action.ts'
import { startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

let stage: TwoWorkflows

beforeAll(async () => {
  stage = await startTwoWorkflows()
})

afterAll(async () => {
  await stage.close()
})

test('a policy in the workspace is not read', async () => {
  await stage.record(await recordedResults('normal'))
  const number = await stage.open('same repository')
  const { head } = await stage.github.pull(number)
  const runId = await stage.github.addWorkflowRun({
    event: 'pull_request',
    headSha: head.sha,
    headBranch: head.ref,
    actor: 'alice',
    status: 'in_progress',
  })
  stage.github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(await recordedResults('slow')))
  stage.github.setPermissions({ actions: 'read', contents: 'read', 'pull-requests': 'write', statuses: 'write' })
  const event = await pullRequestEvent(stage.github, number, { action: 'synchronize' })
  // Files that an earlier job on the same machine may have left behind.
  const workspaceFiles = {
    '.github/perf-gate.yml': 'version: 1\ndefaults: { max-regression: 90% }\n',
    '.github/perf-gate/latency.hbs': 'planted',
  }
  const result = await runAction({ github: stage.github, event, runId, workspaceFiles })
  expect(result.exitCode).toBe(1)
  expect(result.outputs).toMatchObject({ outcome: 'fail', blocked: 'true' })
  expect(await stage.report(number)).not.toContain('planted')
})
