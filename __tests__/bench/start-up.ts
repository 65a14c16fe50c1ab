import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, type ProcessCost, processCost } from './process-cost.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ROUNDS = 15

/** Whole processes against a bare Node, in turns, so that a busy machine is busy for both. */
export async function startUp(): Promise<void> {
  const bare: ProcessCost[] = []
  const compare: ProcessCost[] = []
  const action: ProcessCost[] = []
  const run = (side: string) => join(root, `examples/checkout/results/checkout/${side}/run-1/summary.json`)
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await processCost(['-e', '0']))
    compare.push(
      await processCost([
        join(root, 'dist/cli.js'),
        'compare',
        '--baseline',
        run('baseline'),
        '--candidate',
        run('candidate'),
      ]),
    )
    action.push(await actionToFirstRequest())
  }
  const bareMs = wall(bare)
  console.log(`bare node: ${bareMs.toFixed(1)} ms, ${peak(bare)}`)
  console.log(
    `compare of two summaries: ${(wall(compare) / bareMs).toFixed(2)} times bare node (target at most 1.8), ${peak(compare)} (target under 80 MB), exit ${compare[0]?.exitCode}`,
  )
  console.log(
    `action to its first request: ${(wall(action) / bareMs).toFixed(2)} times bare node (target at most 3), ${peak(action)} (target under 80 MB)`,
  )
}

/** Starts the Action on a pull request event against a loopback server that refuses everything. */
async function actionToFirstRequest(): Promise<ProcessCost> {
  const folder = mkdtempSync(join(tmpdir(), 'perf-gate-bench-'))
  let firstRequest: () => void = () => undefined
  const reached = new Promise<void>((resolve) => {
    firstRequest = resolve
  })
  const server = createServer((_, response) => {
    firstRequest()
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const file = (name: string, text = '') => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const cost = await processCost([join(root, 'dist/index.js')], environment(url, file), reached)
  server.close()
  return cost
}

function environment(url: string, file: (name: string, text?: string) => string): Record<string, string> {
  const repo = {
    id: 1,
    name: 'shop',
    full_name: 'acme/shop',
    default_branch: 'main',
    owner: { login: 'acme', type: 'Organization', id: 2 },
  }
  const event = {
    action: 'opened',
    number: 1,
    repository: repo,
    sender: { login: 'dev' },
    pull_request: {
      number: 1,
      user: { login: 'dev' },
      head: { sha: 'a'.repeat(40), ref: 'topic', repo },
      base: { sha: 'b'.repeat(40), ref: 'main', repo },
    },
  }
  return {
    INPUT_NAME: 'perf-gate',
    INPUT_MODE: 'auto',
    INPUT_RESULTS: '',
    INPUT_ARTIFACTS: 'k6-results*',
    INPUT_POLICY: '.github/perf-gate.yml',
    'INPUT_BASELINE-STORE': 'branch',
    INPUT_COMMENT: 'always',
    'INPUT_GITHUB-TOKEN': 'token',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: url,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_REPOSITORY_ID: '1',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SHA: 'c'.repeat(40),
    GITHUB_REF: 'refs/pull/1/merge',
    GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/perf.yml@refs/pull/1/merge',
    GITHUB_WORKSPACE: tmpdir(),
    RUNNER_TEMP: tmpdir(),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
  }
}

function wall(costs: readonly ProcessCost[]): number {
  return median(costs.map(({ wallMs }) => wallMs))
}

function peak(costs: readonly ProcessCost[]): string {
  return `${(Math.max(...costs.map(({ peakMemoryBytes }) => peakMemoryBytes)) / 1e6).toFixed(0)} MB`
}
