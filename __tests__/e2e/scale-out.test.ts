import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { artifactZip } from './github/artifact-zip.ts'
import { runCli } from './run-cli.ts'
import { REPOSITORY_ROOT } from './runner/job-environment.ts'
import { pushEvent } from './runner/job-event.ts'
import { runAction } from './runner/run-action.ts'
import { RECORDING, startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * Three load generators share one run. Each uploads its part as its own artifact: raw points, digests, or only summaries. The
 * parts come from a real k6 run in three segments.
 */

const FIXTURES = join(REPOSITORY_ROOT, '__tests__/fixtures/k6')
const PARTS = [1, 2, 3]

type Kind = 'points' | 'digest' | 'summary'

let stage: TwoWorkflows
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-scale-out-'))
  stage = await startTwoWorkflows()
})

afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true })
})

/** The files of one load generator, with each latency multiplied by a factor. */
async function partOf(kind: Kind, part: number, factor: number): Promise<Readonly<Record<string, Uint8Array>>> {
  const prefix = join(FIXTURES, `segment.${part}-of-3`)
  if (kind === 'summary') return { 'summary.json': await readFile(`${prefix}.summary-export.k6-v2.2.0.json`) }
  const lines = gunzipSync(await readFile(`${prefix}.points.k6-v2.2.0.ndjson.gz`)).toString()
  const points = gzipSync(
    lines.replace(
      /("metric":"http_req_duration","type":"Point".*?"value":)([\d.]+)/g,
      (_, start, value) => `${start}${value * factor}`,
    ),
  )
  if (kind === 'points') return { 'points.ndjson.gz': points }
  const path = join(folder, 'points.ndjson.gz')
  await writeFile(path, points)
  return { 'digest.json': Buffer.from((await runCli(['digest', path])).stdout) }
}

/** Uploads the parts of one run, with one artifact per load generator. */
async function upload(runId: number, kind: Kind, factor = 1): Promise<void> {
  for (const part of PARTS) {
    const files = await partOf(kind, part, factor)
    const placed = Object.entries(files).map(([name, bytes]) => [`run-1/instance-${part}/${name}`, bytes] as const)
    stage.github.uploadArtifact(runId, `k6-results-checkout--${part}`, await artifactZip(Object.fromEntries(placed)))
  }
}

async function judge(kind: Kind, factor: number): Promise<Readonly<{ status: string; report: string }>> {
  const number = await stage.open('same repository')
  const runId = await stage.loadTest(number, null)
  await upload(runId, kind, factor)
  expect((await stage.workflowRun(runId)).failures).toEqual([])
  return { status: await stage.status(number), report: await stage.report(number) }
}

test('a push records the three parts as one run', async () => {
  const { github } = stage
  const headSha = await github.pushCommit({ branch: 'main', files: { 'a.md': 'a' } })
  const runId = await github.addWorkflowRun({
    event: 'push',
    headSha,
    headBranch: 'main',
    actor: 'alice',
    status: 'in_progress',
  })
  await upload(runId, 'points')
  github.setPermissions(RECORDING)
  const result = await runAction({ github, event: await pushEvent(github, { pusher: 'alice' }), runId })
  expect(result.exitCode).toBe(0)
  github.updateWorkflowRun(runId, { status: 'completed', conclusion: 'success' })
  const stored = await github.readBranchFile('perf-gate-baselines', 'perf-gate/v1/checkout.ndjson')
  const lines = (stored ?? '').trim().split('\n')
  expect(lines).toHaveLength(1)
  const { format, measurements } = JSON.parse(lines[0] ?? '')
  const latency = measurements.find(
    ({ metric, endpoint }: { metric: string; endpoint: string | null }) =>
      metric === 'http_req_duration' && endpoint === null,
  )
  expect(format).toBe('k6-points-ndjson')
  expect(latency.sampleCount).toBe(361)
  expect(latency.stats.p95).toBeCloseTo(28.62, 2)
})

test('the same raw points pass', async () => {
  const { status, report } = await judge('points', 1)
  expect(status).toMatch(/^success: /)
  expect(report).toContain('compared')
})

test.each(['points', 'digest'] as const)('%s of a slower version are blocked, as one run', async (kind) => {
  const { status, report } = await judge(kind, 1.4)
  expect(status).toMatch(/^failure: Blocked: p95/)
  expect(report).toContain('40.0 %')
})

test('summaries of the parts lack the endpoints that points have, and say what to upload instead', async () => {
  const { status, report } = await judge('summary', 1)
  expect(status).toMatch(/^failure: Blocked: .* 0 of 2 gated series compared/)
  expect(report).toContain('Upload raw points or digests of each load generator.')
  expect(report).toMatch(/p95 of `x` in `checkout` is missing from these results \(baseline: 28\.62 ms\)/)
})
