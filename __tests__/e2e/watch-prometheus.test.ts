import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { WatchJson } from '../../src/report/watch-json.ts'
import { HISTORIES } from '../watch/histories.ts'
import { openMetrics } from '../watch/openmetrics.ts'
import { MISSING, type RunningPrometheus, startPrometheus } from '../watch/start-prometheus.ts'
import { runCli } from './run-cli.ts'

/* The bundle asks a real Prometheus, of Debian's package, with histories that promtool writes at once. */

let prometheus: RunningPrometheus
let folder: string

async function watch(service: string, ...more: readonly string[]) {
  const json = join(folder, `${service}.json`)
  const at = ['--deployed-at', '2025-01-15T10:00:00Z', '--service', service]
  const flags = more.includes('--look') ? more : ['--look', '1', ...more]
  const { exitCode, stdout, stderr } = await runCli(['watch', ...at, '--json', json, ...flags], {
    env: { PROMETHEUS_URL: prometheus.address },
  })
  const report = JSON.parse(await readFile(json, 'utf8').catch(() => 'null')) as WatchJson | null
  return { exitCode, stdout, stderr, report, watched: report?.services[0] }
}

if (MISSING.length > 0) {
  test.skip(`left out: no ${MISSING.join(' and no ')} on the PATH`, () => undefined)
} else {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perf-gate-watched-'))
    prometheus = await startPrometheus(openMetrics(HISTORIES))
  })
  afterAll(async () => {
    await prometheus.stop()
    await rm(folder, { recursive: true })
  })

  describe('each history has its outcome', () => {
    test.each([
      [
        'pods-slow',
        1,
        'fail',
        'pods',
        /^About \d+\.\d % slower \(limit 5 %\): 1\d\.\d % of the requests take longer than 250\.0 ms \(before: 1\d/,
      ],
      ['pods-same', 0, 'pass', 'pods', null],
      ['pods-restarted', 0, 'pass', 'pods', null],
      ['pods-failing', 1, 'fail', 'pods', /^20 % of the requests fail \(before: 0\.\d+ %, limit: 1 pp more\)\.$/],
      ['pods-no-status', 0, 'warn', 'pods', /^Faster, but no request has a status/],
      [
        'pods-lost',
        0,
        'warn',
        'pods',
        /^1 pod of the new version disappeared from Prometheus .* Find out why: new-e\.$/,
      ],
      ['pods-nan', 2, 'no-data', null, /^A bucket of the histogram is not a number\.$/],
      ['pods-idle', 2, 'no-data', null, /^Too little traffic: the \w+ version got 0 requests/],
      ['pods-few', 2, 'no-data', null, /^Too little traffic: the old version got \d+ requests, and \d+ are needed\.$/],
      ['days-slow', 1, 'fail', 'days', /^About [45]\d\.\d % slower/],
      ['days-same', 0, 'pass', 'days', null],
      [
        'days-gap',
        2,
        'no-data',
        null,
        /^Prometheus scraped the service in only \d+ % of the 30 minutes after the deployment\. No series has the label `version`/,
      ],
      ['days-other-ends', 1, 'fail', 'days', /^About [45]\d\.\d % slower/],
      ['days-few', 2, 'no-data', null, /^Only \d of the 7 days before the deployment have enough requests/],
      [
        'no-such',
        2,
        'no-data',
        null,
        /no series of no-such .*The values of the label `service` are: .*days-gap, .*`watch\.name`/,
      ],
    ] as const)('%s', async (service, exitCode, outcome, kind, message) => {
      const found = await watch(service)
      expect(found).toMatchObject({ exitCode, stderr: '', report: { outcome } })
      expect(found.watched?.comparison?.kind ?? null).toBe(kind)
      const [finding] = found.watched?.findings ?? []
      if (message === null) expect(finding).toBeUndefined()
      else expect(finding?.message).toMatch(message)
    })
  })

  test('the numbers are those of the history: ten per cent slower, and what would have been seen', async () => {
    const { watched, stdout } = await watch('pods-slow')
    const { comparison } = watched ?? {}
    expect(comparison?.changeRatio).toBeGreaterThan(0.07)
    expect(comparison?.changeRatio).toBeLessThan(0.13)
    expect(comparison?.visibleRatio).toBeLessThan(0.08)
    expect(comparison).toMatchObject({
      boundMs: 250,
      units: { baseline: 4, candidate: 4 },
      versions: { baseline: '1.0', candidate: '1.1' },
      until: '2025-01-15T10:40:00Z',
    })
    expect(stdout).toMatch(/4 pods of `1\.1` beside 4 pods of `1\.0`, for 3\d minutes until 2025-01-15 10:40 UTC\./)
  })

  test('the old pods are gone at the later look, and what was measured while they served still counts', async () => {
    const later = await watch('pods-slow', '--look', '2')
    expect(later).toMatchObject({ exitCode: 1, report: { look: { number: 2, minutes: 60 } } })
    expect(later.watched?.comparison).toMatchObject({ kind: 'pods', until: '2025-01-15T10:50:00Z' })
  })

  test('an objective that the deployment breaks fails, whatever the comparison says', async () => {
    const policy = join(folder, 'policy.yml')
    const objective = '{ bound: 250ms, within: 99%, errors: 0.1% }'
    await writeFile(
      policy,
      `version: 1\nservices: { pods-failing: { objective: ${objective}, max-error-rate-increase: 50pp } }\n`,
    )
    const { exitCode, watched } = await watch('pods-failing', '--policy', policy)
    expect(exitCode).toBe(1)
    expect(watched?.findings[0]?.message).toMatch(
      /^20 % of the requests fail \(before: 0\.\d+ %, objective: at most 0\.1 %\)\.$/,
    )
  })

  test('a version that is asked for and not there is no data', async () => {
    const { exitCode, watched } = await watch('pods-slow', '--version', '2.0')
    expect(exitCode).toBe(2)
    expect(watched?.findings[0]?.message).toBe(
      'No pod has the version 2.0. The values of the label `version` are: 1.0, 1.1.',
    )
  })

  test('labels and metrics with other names are found by the policy', async () => {
    const policy = join(folder, 'names.yml')
    const watched = '{ name: pods-slow, version-label: service, pod-label: version }'
    await writeFile(policy, `version: 1\nservices: { shop: { watch: ${watched} } }\n`)
    const { watched: found } = await watch('shop', '--policy', policy)
    // All pods then have the same value of the version label, so old and new pods cannot be told apart.
    expect(found?.findings[0]?.message).toMatch(/^Only 0 of the 7 days/)
    expect(found?.service).toBe('shop')
  })
}
