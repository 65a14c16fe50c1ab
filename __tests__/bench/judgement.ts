import { fileURLToPath } from 'node:url'
import { artifactZip } from '../e2e/github/artifact-zip.ts'
import { type GitHub, startGitHub } from '../e2e/github/start-github.ts'
import { recordedResults } from '../e2e/load-test.ts'
import { pullRequestEvent, pushEvent } from '../e2e/runner/job-event.ts'
import { runAction } from '../e2e/runner/run-action.ts'
import { median } from './process-cost.ts'

const LATENCY_MS = 100
const ROUNDS = 5

const preload = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const COUNTED = preloaded(preload('../e2e/runner/rounds.ts'))
const FAR_AWAY = { ...preloaded(preload('slow-network.ts')), LATENCY_MS: String(LATENCY_MS) }

function preloaded(path: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${path} --disable-warning=ExperimentalWarning` }
}

/** One judgement of the bundle against the played GitHub: how many round trips it waits for, and what they cost when GitHub is far away. */
export async function judgement(): Promise<void> {
  const github = await startGitHub({
    permissions: { actions: 'read', contents: 'write', 'pull-requests': 'write', statuses: 'write' },
  })
  await github.pushCommit({ branch: 'main', files: { 'README.md': 'shop' } })
  await record(github)
  const before = github.journal.length
  await judge(github, 'counted', COUNTED)
  const sent = github.journal.slice(before)
  const rounds = (operation?: string) =>
    Math.max(
      ...sent.filter(({ operationId }) => (operation ?? operationId) === operationId).map(({ round }) => round ?? 0),
    )
  const near: number[] = []
  const far: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    near.push(await judge(github, `near-${round}`, {}))
    far.push(await judge(github, `far-${round}`, FAR_AWAY))
  }
  await github.close()
  const all = sent.filter(({ origin }) => origin === 'api').length
  console.log(
    `a judgement of one workflow, blocked, with a new comment: ${all} requests in ${rounds()} round trips (target at most 8), the status after ${rounds('repos/create-commit-status')} (target at most 5)`,
  )
  console.log(
    `the same with ${LATENCY_MS} ms a request: ${(median(far) / 1000).toFixed(2)} s, of which the program itself is ${(median(near) / 1000).toFixed(2)} s`,
  )
}

async function record(github: GitHub): Promise<void> {
  const headSha = (await github.refSha('heads/main')) ?? ''
  const runId = await github.addWorkflowRun({
    event: 'push',
    headSha,
    headBranch: 'main',
    actor: 'alice',
    status: 'in_progress',
  })
  github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(await recordedResults('normal')))
  await runAction({ github, event: await pushEvent(github, { pusher: 'alice' }), runId, env: {} })
}

/** Returns how long it took, in milliseconds. */
async function judge(github: GitHub, branch: string, env: Readonly<Record<string, string>>): Promise<number> {
  const headSha = await github.pushCommit({ branch, from: 'main', files: { [branch]: 'x' }, author: 'alice' })
  const number = await github.openPull({ head: branch, base: 'main', author: 'alice' })
  const run = { event: 'pull_request', headSha, headBranch: branch, actor: 'alice', status: 'in_progress' } as const
  const runId = await github.addWorkflowRun(run)
  github.uploadArtifact(runId, 'k6-results-checkout', await artifactZip(await recordedResults('slow')))
  const event = await pullRequestEvent(github, number, { action: 'opened' })
  const startMs = performance.now()
  await runAction({ github, event, runId, env })
  return performance.now() - startMs
}
