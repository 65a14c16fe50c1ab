import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { history } from '../../src/commands/history.ts'
import { commandLineContext } from '../../src/commands/local-gate.ts'
import { collect, runGate } from '../../src/gate.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { defaultPolicy } from '../../src/policy/default-policy.ts'
import { recordsOf } from '../../src/policy/marks.ts'
import { messageOf } from '../../src/report/finding-text.ts'
import { openDirectoryStore } from '../../src/storage/directory-store.ts'
import { formatStoredRun, parseStoredRun } from '../../src/storage/stored-run.ts'
import { aFile, plain } from '../formats/read-fixture.ts'
import { toolJson, verdicts } from './tool-fixture.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-tools-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const FACTORS = [1, 1.004, 0.997, 1.002, 0.999, 1.003, 0.996, 1.001, 0.998, 1.005, 0.9995, 1.0015, 0.9985, 1.0025]

async function judge(factor: number, keep: (command: string) => boolean = () => true): Promise<Verdict> {
  const runJson = { schemaVersion: 1, jobId: `job of ${factor}` }
  const document = toolJson('hyperfine/two.v1.20.0.json')
  document.results = document.results.filter((result: { command: string }) => keep(result.command))
  for (const result of document.results) result.times = result.times.map((time: number) => time * factor)
  const policy = defaultPolicy({})
  const options = { defaultService: 'shop', defaultSide: 'candidate', defaultCommit: 'f'.repeat(40) } as const
  const sets = [
    {
      files: [aFile(document, 'shop/run-1/hyperfine.json'), aFile(runJson, 'shop/run-1/run.json')],
      refusals: [],
      options,
    },
  ]
  const { verdict } = await runGate(
    { policy, context: commandLineContext(policy), origin: 'same-results' },
    { sets, collected: await collect(sets, policy), lookup: await openDirectoryStore(folder).load(), ancestry: null },
  )
  return verdict
}

async function recordPushes(): Promise<void> {
  for (const [index, factor] of FACTORS.entries()) {
    const { services } = await judge(factor)
    const stamp = {
      commit: index.toString(16).repeat(40),
      recordedAt: `2026-01-${String(index + 1).padStart(2, '0')}T00:00:00Z`,
    }
    await openDirectoryStore(folder).append(recordsOf(services, stamp))
  }
}

test('benchmarks are judged against a store', async () => {
  await recordPushes()
  expect(verdicts(await judge(1.0005))).toEqual({ 'p50 of quick, job': 'unchanged', 'p50 of slow': 'unchanged' })
  expect(verdicts(await judge(1.2))).toEqual({ 'p50 of quick, job': 'regressed', 'p50 of slow': 'regressed' })
})

test('the store knows which benchmarks there were', async () => {
  await recordPushes()
  const verdict = await judge(1.0005, (command) => command === 'slow')
  expect(verdicts(verdict)).toEqual({ 'p50 of quick, job': 'missing', 'p50 of slow': 'unchanged' })
  expect(verdict.outcome).toBe('fail')
})

test('the quantity of a measurement survives the store', async () => {
  const { services } = await judge(1)
  const [stored] = recordsOf(services, { commit: 'a'.repeat(40), recordedAt: '2026-01-01T00:00:00Z' })
  if (stored === undefined) throw new Error('Nothing was recorded.')
  const steps = new Map([['p50', 0.001]])
  const measurements = stored.run.run.measurements.map((one) => (one.central === undefined ? one : { ...one, steps }))
  const read = parseStoredRun(
    formatStoredRun({ ...stored, run: { ...stored.run, run: { ...stored.run.run, measurements } } }),
  )
  if (read.kind !== 'read') throw new Error(read.problem)
  expect(plain(read.stored.run.run)).toMatchObject({
    measurements: plain({ ...stored.run.run, measurements }).measurements,
  })
})

test('the history of a store is drawn by what its tool is gated on', async () => {
  await recordPushes()
  const json = join(folder, 'history.json')
  const quiet = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  const exitCode = await history(['--store', folder, '--json', json]).finally(() => quiet.mockRestore())
  expect(exitCode).toBe(0)
  const { services } = JSON.parse(await readFile(json, 'utf8'))
  const gated = services[0].series.filter(({ role }: { role: string }) => role === 'primary')
  expect(gated.map(({ metric }: { metric: string }) => metric)).toEqual(['quick, job', 'slow'])
})

test('a benchmark of Criterion that was left over from a recorded run is found', async () => {
  const [FOLDER, PATH] = ['criterion-0.8/criterion/wait/flat/new', 'shop/run-1/criterion/wait/flat/new']
  const judgeTree = async (factor: number, testedCommit: string) => {
    const sample = toolJson(`${FOLDER}/sample.json`)
    sample.times = sample.times.map((time: number) => time * factor)
    const files = [
      aFile(sample, `${PATH}/sample.json`),
      aFile(toolJson(`${FOLDER}/benchmark.json`), `${PATH}/benchmark.json`),
      aFile({ schemaVersion: 1, jobId: `job of ${factor}`, testedCommit }, 'shop/run-1/run.json'),
    ]
    const policy = defaultPolicy({})
    const options = { defaultService: 'shop', defaultSide: 'candidate', defaultCommit: null } as const
    const sets = [{ files, refusals: [], options }]
    return await runGate(
      { policy, context: commandLineContext(policy), origin: 'same-results' },
      { sets, collected: await collect(sets, policy), lookup: await openDirectoryStore(folder).load(), ancestry: null },
    )
  }
  for (const [index, factor] of FACTORS.entries()) {
    const commit = index.toString(16).repeat(40)
    const { services } = (await judgeTree(factor, commit)).verdict
    const recordedAt = `2026-01-${String(index + 1).padStart(2, '0')}T00:00:00Z`
    await openDirectoryStore(folder).append(recordsOf(services, { commit, recordedAt }))
  }
  const newest = FACTORS.at(-1) ?? 1
  const stale = (await judgeTree(newest, 'f'.repeat(40))).verdict
  expect(verdicts(stale)).toEqual({ 'avg of wait/flat': 'invalid' })
  expect(stale.findings.map(messageOf).join(' ')).toContain('the same samples as the run that was recorded for ddddddd')
  // The recorded commit itself may be judged again.
  expect(verdicts((await judgeTree(newest, 'd'.repeat(40))).verdict)).toEqual({ 'avg of wait/flat': 'unchanged' })
})
