import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type ResultFiles, recordedResults } from './load-test.ts'
import { runCli } from './run-cli.ts'
import { startTwoWorkflows, type TwoWorkflows } from './two-workflows.ts'

/*
 * Real results whose names, setup data and script contain secrets. The tests look for the secrets in everything that the bundle
 * writes.
 */

const SECRETS = [
  's3cr3t-passw0rd',
  's3cr3t-query',
  's3cr3t-setup',
  'eyJhbGciOiJIUzI1NiJ9.s3cr3t',
  'ghp_s3cr3ts3cr3ts3cr3t',
  's3cr3t-script',
]
const ADDRESS = `https://user:${SECRETS[0]}@shop.example/orders?token=${SECRETS[1]}&jwt=${SECRETS[3]}`

const SCRIPT = `import http from 'k6/http'; const key = '${SECRETS[5]}'; export default () => http.get('${ADDRESS}')`

let stage: TwoWorkflows

beforeAll(async () => {
  stage = await startTwoWorkflows()
})

afterAll(async () => {
  await stage.close()
})

/** The results with setup data, an endpoint whose name is an address, and an endpoint whose name is a token. */
async function withSecrets(version: 'normal' | 'slow'): Promise<ResultFiles> {
  const files = await recordedResults(version)
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => {
      if (!path.endsWith('.json')) return [path, bytes]
      const text = Buffer.from(bytes).toString('utf8')
      const root = JSON.parse(text.replaceAll('POST /orders', ADDRESS)) as { metrics: Record<string, unknown> }
      root.metrics[`http_req_duration{name:${SECRETS[4]}}`] = root.metrics.http_req_duration
      return [path, Buffer.from(JSON.stringify({ ...root, setup_data: { token: SECRETS[2] } }))]
    }),
  )
}

const FIXTURES = fileURLToPath(new URL('../fixtures/k6/', import.meta.url))

/** Raw points whose tags contain addresses, and a summary that contains the whole script and setup data. */
async function withPointsAndScript(): Promise<ResultFiles> {
  const points = gunzipSync(await readFile(`${FIXTURES}points.k6-v2.2.0.ndjson.gz`)).toString('utf8')
  const tagged = points
    .replaceAll(/"(url|name)":"[^"]*"/g, (_, tag) => `"${tag}":${JSON.stringify(ADDRESS)}`)
    .replaceAll('"tags":{', `"tags":{"authorization":"Bearer ${SECRETS[2]}","token":"${SECRETS[4]}",`)
  expect(tagged).not.toBe(points)
  const summary = JSON.parse(await readFile(`${FIXTURES}rich.machine-readable.compact.k6-v2.2.0.json`, 'utf8'))
  const config = { ...summary.config, script: SCRIPT }
  return {
    'points/candidate/run-1/points.json': Buffer.from(tagged),
    'machine/candidate/run-1/summary.json': Buffer.from(
      JSON.stringify({ ...summary, config, setup_data: { token: [{ deep: SECRETS[2] }] } }),
    ),
  }
}

/** Damaged files. The messages about them name the place and what was found there. */
function damaged(): ResultFiles {
  const point = `{"metric":"http_reqs","type":"Point","data":{"time":"${ADDRESS}","value":"Bearer ${SECRETS[2]}","tags":{}}}`
  return {
    'source/candidate/run-1/summary.json': Buffer.from(SCRIPT),
    'source/candidate/run-1/exit-code': Buffer.from(`Bearer ${SECRETS[2]}`),
    'cut/candidate/run-1/summary.json': Buffer.from(
      `{"metrics":{"${ADDRESS}":{"avg":"${SECRETS[4]}","setup_data":"${SECRETS[2]}`,
    ),
    'wrong/candidate/run-1/summary.json': Buffer.from(
      JSON.stringify({
        root_group: {},
        metrics: { http_req_duration: { avg: ADDRESS, 'p(95)': SECRETS[4] } },
        setup_data: SECRETS[2],
      }),
    ),
    'time/candidate/run-1/points.json': Buffer.from(`${point}\n`),
    'stamp/candidate/run-1/run.json': Buffer.from(JSON.stringify({ schemaVersion: 1, machine: { token: SECRETS[2] } })),
    'load.js': Buffer.from(SCRIPT),
  }
}

/** The secrets that these texts contain, with the place of each. */
function leaks(texts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(texts).flatMap(([where, text]) =>
    [...SECRETS, stage.github.token].filter((secret) => text.includes(secret)).map((secret) => `${where}: ${secret}`),
  )
}

test('no secret of the results is written anywhere', async () => {
  const more = await withPointsAndScript()
  const recorded = await stage.record({ ...(await withSecrets('normal')), ...more })
  expect(recorded.exitCode).toBe(0)
  const number = await stage.open('same repository')
  const results = { ...(await withSecrets('slow')), ...more }
  const judged = await stage.workflowRun(await stage.loadTest(number, results))
  const report = await stage.report(number)
  const broken = await stage.open('same repository')
  const refused = await stage.workflowRun(await stage.loadTest(broken, { ...results, ...damaged() }))
  expect(await stage.status(broken)).toMatch(/^error: /)
  // The endpoint is in the report, so there was something that could leak.
  expect(report).toContain('shop.example/orders?token=…')
  const stored = await stage.github.readBranchFile('perf-gate-baselines', 'perf-gate/v1/checkout.ndjson')
  expect(stored).toContain('shop.example/orders?token=…')
  for (const service of ['points', 'machine']) {
    const lines = await stage.github.readBranchFile('perf-gate-baselines', `perf-gate/v1/${service}.ndjson`)
    expect(lines).toContain('http_req_duration')
    expect(leaks({ [service]: lines ?? '' })).toEqual([])
  }
  expect([...judged.files.keys()].map((path) => path.replace(/.*\//, ''))).toEqual(
    expect.arrayContaining(['report.html', 'report.json', 'report.md']),
  )
  const sent = stage.github.journal.map(({ body }) => JSON.stringify(body) ?? '').join('\n')
  for (const { stdout, stderr, summary, files, outputs } of [recorded, judged, refused]) {
    const visible = stdout.replaceAll(`::add-mask::${stage.github.token}`, '')
    const written = Object.fromEntries([...files].map(([path, text]) => [path, text]))
    expect(leaks({ ...written, visible, stderr, summary, outputs: JSON.stringify(outputs) })).toEqual([])
  }
  // Blobs are sent as base64.
  const blobs = [...sent.matchAll(/"content":"([A-Za-z0-9+/=\\n]+)"/g)].map(([, text = '']) =>
    Buffer.from(text, 'base64').toString(),
  )
  expect(
    leaks({
      report,
      broken: await stage.report(broken),
      stored: stored ?? '',
      sent,
      blobs: blobs.join('\n'),
      status: await stage.status(number),
    }),
  ).toEqual([])
})

test('nor by the command line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'perf-gate-secrets-'))
  for (const [version, name] of [
    ['normal', 'a.json'],
    ['slow', 'b.json'],
  ] as const) {
    const [bytes] = Object.entries(await withSecrets(version)).flatMap(([path, content]) =>
      path.endsWith('.json') ? [content] : [],
    )
    await writeFile(join(folder, name), bytes ?? '')
  }
  const files = ['--json', 'r.json', '--markdown', 'r.md', '--html', 'r.html']
  const compared = await runCli(['compare', '--baseline', 'a.json', '--candidate', 'b.json', ...files], { folder })
  const recorded = await runCli(['record', '--store', 'store', '--results', 'a.json', '--commit', 'f'.repeat(40)], {
    folder,
  })
  const inspected = await runCli(['inspect', 'a.json'], { folder })
  expect(recorded.exitCode).toBe(0)
  const written: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !/\/[ab]\.json$/.test(path)) written[path] = await readFile(path, 'utf8')
  }
  await rm(folder, { recursive: true })
  expect(Object.keys(written).length).toBeGreaterThanOrEqual(4)
  expect(leaks(written)).toEqual([])
  expect(
    leaks({
      compared: JSON.stringify(compared),
      recorded: JSON.stringify(recorded),
      inspected: JSON.stringify(inspected),
    }),
  ).toEqual([])
})
