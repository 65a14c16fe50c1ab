import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BaselineMark, StoredRun } from '../../src/model/baseline.ts'
import type { LedgerEntry } from '../../src/model/ledger.ts'
import type { Measurement } from '../../src/model/measurement.ts'
import { formatBaselineFile } from '../../src/storage/baseline-file.ts'
import { formatEntries } from '../../src/storage/ledger-file.ts'
import { endpoint, failedShare, latency, run, throughput } from '../statistics/runs.ts'
import { anOwedEntry } from '../storage/stored-runs.ts'

/** Numbers between -1 and 1 that look random and are the same every time. */
function wobble(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    // A linear congruential generator: Numerical Recipes, third edition, section 7.1.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

type StoredAt = Readonly<{
  service: string
  position: number
  commit: string
  measurements: readonly Measurement[]
  mark?: BaselineMark
  machine?: string
  branch?: string
}>

/** One stored run, a day after the one before it. */
export function storedAt({ service, position, commit, measurements, mark, machine, branch }: StoredAt): StoredRun {
  return {
    run: run(measurements, {
      service,
      jobId: `job-${position}`,
      testedCommit: commit,
      conditions: { machine: machine ?? '4 cpu', load: '10 vus', scriptHash: null, tool: 'k6 v2' },
      source: {
        workflowRunId: position + 1,
        runAttempt: 1,
        artifactId: position + 1,
        artifactDigest: null,
        path: `${branch ?? 'main'}/run-1`,
      },
    }),
    commit,
    recordedAt: new Date(Date.UTC(2026, 0, 1 + position)).toISOString(),
    mark: mark ?? null,
    ...(branch === undefined ? {} : { branch }),
  }
}

function cpu(cores: number): Measurement {
  return { ...latency(0), metric: 'cpu_cores', kind: 'gauge', unit: 'none', stats: new Map([['value', cores]]) }
}

function memory(bytes: number): Measurement {
  return { ...latency(0), metric: 'memory', kind: 'gauge', unit: 'bytes', stats: new Map([['value', bytes]]) }
}

const SLOWDOWN: BaselineMark = {
  kind: 'overridden',
  changeRatio: 0.12,
  series: 'checkout p95 of http_req_duration',
  override: { by: 'mona', reason: 'new tax rules <script>alert(1)</script>', pullRequest: 7 },
}

/**
 * `checkout`: 30 jobs around 100 ms, from `commits[30]` on 12 % slower and accepted, the last 10 on another machine. `search`: steady, and faster
 * from position 25 on. Both have endpoints. One record is of a release branch.
 */
export function sampleServices(commits: readonly string[]): ReadonlyMap<string, readonly StoredRun[]> {
  const at = (position: number) => commits[position] ?? `${position}`
  const next = wobble(7)
  const checkout = commits.map((commit, position) => {
    const level = (position < 30 ? 100 : 112) * (position < 50 ? 1 : 1.6)
    const p95 = level * (1 + 0.012 * next())
    return storedAt({
      service: 'checkout',
      position,
      commit,
      measurements: [
        latency(p95),
        throughput(250 * (1 + 0.01 * next())),
        failedShare(0.002 + 0.001 * next()),
        cpu(1.4 * (1 + 0.05 * next())),
        memory(512 * 2 ** 20 * (1 + 0.01 * next())),
        endpoint('GET /orders', p95 * 0.8),
        endpoint('POST /orders <b>', p95 * 1.4),
      ],
      ...(position === 30 ? { mark: SLOWDOWN } : {}),
      ...(position >= 50 ? { machine: '2 cpu' } : {}),
    })
  })
  const search = commits.map((commit, position) =>
    storedAt({
      service: 'search',
      position,
      commit,
      measurements: [
        latency((position < 25 ? 40 : 34) * (1 + 0.015 * next())),
        throughput(900 * (1 + 0.01 * next())),
        failedShare(0),
        endpoint('GET /find', 30 * (1 + 0.02 * next())),
      ],
    }),
  )
  const release = storedAt({
    service: 'search',
    position: 40,
    commit: at(39),
    branch: 'release/1',
    measurements: [latency(90)],
  })
  return new Map([
    ['checkout', checkout],
    ['search', [...search, { ...release, run: { ...release.run, jobId: 'release-job' } }]],
  ])
}

export function sampleLedger(commits: readonly string[]): readonly LedgerEntry[] {
  const accepted = {
    by: 'mona',
    reason: 'new tax rules <script>alert(1)</script>',
    at: '2026-01-30T09:00:00Z',
    pullRequest: 7,
    headSha: 'b'.repeat(40),
  }
  return [anOwedEntry({ commit: commits[30] ?? '', recordedAt: '2026-01-31T00:00:00Z', changeRatio: 0.12, accepted })]
}

/** Writes a store as `perf-gate record` does. */
export async function writeStore(
  folder: string,
  services: ReadonlyMap<string, readonly StoredRun[]>,
  ledger: readonly LedgerEntry[] = [],
): Promise<void> {
  await mkdir(join(folder, 'v1'), { recursive: true })
  for (const [service, runs] of services) {
    await writeFile(join(folder, 'v1', `${service}.ndjson`), formatBaselineFile(service, runs))
  }
  if (ledger.length > 0) await writeFile(join(folder, 'overrides.ndjson'), formatEntries(ledger))
}

/** A clone with this many commits, oldest first, two of them between every two recorded ones, and two tags. Gives the recorded commits. */
export async function writeClone(folder: string, recorded: number): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Mona', '-c', 'user.email=mona@example.com', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  git('init', '--quiet', '--initial-branch=main')
  git('remote', 'add', 'origin', 'https://mona:secret@github.com/octo-org/shop.git')
  for (let index = 0; index < recorded; index += 1) {
    git('commit', '--quiet', '--allow-empty', '-m', `Refactor part ${index}`)
    git('commit', '--quiet', '--allow-empty', '-m', `Merge pull request #${index}`)
  }
  const all = git('rev-list', '--reverse', 'HEAD').split('\n')
  const commits = all.filter((_, index) => index % 2 === 1)
  git('tag', 'v1.0.0', commits[10] ?? 'HEAD')
  git('tag', 'v1.1.0', commits[40] ?? 'HEAD')
  return commits
}
