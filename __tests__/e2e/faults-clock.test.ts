import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ResultFiles, recordedResults } from './load-test.ts'
import { startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * The clock of the runner is wrong by a day or a year, ahead or behind. The verdict, the waiting times and the age of an override
 * must follow GitHub's clock.
 */

const DAY_MS = 24 * 3600 * 1000
const CLOCK = fileURLToPath(new URL('runner/skewed-clock.ts', import.meta.url))

const skewed = (skewMs: number) => ({
  env: { NODE_OPTIONS: `--import=${CLOCK} --disable-warning=ExperimentalWarning`, SKEW_MS: String(skewMs) },
})

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

describe.each([
  ['a day ahead', DAY_MS],
  ['a day behind', -DAY_MS],
  ['ten years behind', -3650 * DAY_MS],
])('%s', (_, skewMs) => {
  test('the same verdict, status and comment, to the letter', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, fromTheFuture(slow))
    await stage.workflowRun(runId)
    const [status, report] = [await stage.status(number), await stage.report(number)]
    expect(status).toMatch(/^failure: Blocked: p95/)
    await stage.workflowRun(runId, 'completed', skewed(skewMs))
    expect(await stage.status(number)).toBe(status)
    expect(withoutRun(await stage.report(number))).toBe(withoutRun(report))
  })

  test('rate limits are waited for by the clock of GitHub', async () => {
    const number = await stage.open('same repository')
    const runId = await stage.loadTest(number, slow)
    const serverMs = Date.parse(stage.github.world.clock.now())
    const limits = [
      { 'retry-after': new Date(serverMs).toUTCString() },
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(serverMs / 1000 - 1) },
    ]
    for (const headers of limits) {
      const date = new Date(serverMs).toUTCString()
      const body = { message: 'API rate limit exceeded' }
      stage.github.faults.push({
        method: 'GET',
        path: /\/git\/trees\//,
        effect: { kind: 'answer', status: 403, headers: { ...headers, date }, body },
      })
    }
    await stage.workflowRun(runId, 'completed', skewed(skewMs))
    expect(stage.github.faults.pending()).toBe(0)
    expect(await stage.status(number)).toMatch(/^failure: Blocked: p95/)
  })
})

describe('an override that holds for one day', () => {
  const POLICY = { '.github/perf-gate.yml': 'version: 1\noverride: { expires: 1d }\n' }

  test.each([
    ['an hour', 3600, -DAY_MS, /^success: Not blocked: overridden by mona/],
    ['an hour', 3600, 2 * DAY_MS, /^success: Not blocked: overridden by mona/],
    ['two days', 2 * 24 * 3600, -2 * DAY_MS, /^failure: Blocked/],
  ])(
    'set %s (%d s) ago by the clock of GitHub, and the runner is wrong by %d ms',
    async (_, ageSeconds, skewMs, status) => {
      await stage.github.pushCommit({ branch: 'main', files: POLICY })
      const number = await stage.open('same repository')
      const runId = await stage.loadTest(number, slow)
      await stage.github.label(number, 'perf-override', { actor: 'mona' })
      await stage.github.comment(number, 'mona', '/perf-override The new tax rules need a second query.')
      stage.github.world.clock.advance(ageSeconds)
      await stage.workflowRun(runId, 'completed', skewed(skewMs))
      expect(await stage.status(number)).toMatch(status)
    },
  )
})

/** Removes the parts of a report that name the run that wrote it. */
function withoutRun(report: string): string {
  return report.replaceAll(/run=\d+|runs\/\d+/g, '')
}

/** The results of a machine whose clock is a thousand years ahead. */
function fromTheFuture(files: ResultFiles): ResultFiles {
  const stamp = { schemaVersion: 1, startedAt: '2999-01-01T00:00:00Z' }
  const stamped = Object.keys(files).map((path) => [
    path.replace(/[^/]+$/, 'run.json'),
    Buffer.from(JSON.stringify(stamp)),
  ])
  return { ...files, ...Object.fromEntries(stamped) }
}
