import { describe, expect, test } from '@jest/globals'
import { formatBaselineFile, mergeRuns, parseBaselineFile, retainNewestJobs } from '../../src/storage/baseline-file.ts'
import { formatStoredRun } from '../../src/storage/stored-run.ts'
import { aMeasurement, aStoredRun } from './stored-runs.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const lines = (...runs: readonly ReturnType<typeof aStoredRun>[]): string =>
  runs.map((run) => `${formatStoredRun(run)}\n`).join('')

const first = aStoredRun({ artifactId: 1 })
const second = aStoredRun({ artifactId: 2 })

describe('parseBaselineFile', () => {
  test('gives the runs in their order', () => {
    expect(parseBaselineFile('checkout', bytes(lines(second, first)))).toEqual({ kind: 'read', runs: [second, first] })
  })

  test('reads two equal lines as one run', () => {
    expect(parseBaselineFile('checkout', bytes(lines(first, second, first)))).toEqual({
      kind: 'read',
      runs: [first, second],
    })
  })

  test.each([
    ['an empty file', '', 'It is empty.'],
    ['a file that was cut off', lines(first, second).slice(0, -10), 'Its last line was cut off.'],
    ['an empty line', `${lines(first)}\n${lines(second)}`, 'Line 2: it is not JSON.'],
    ['a conflict', `${lines(first)}=======\n`, 'Line 2: it is not JSON.'],
    [
      'a file of another service',
      lines(aStoredRun({ service: 'cart' })),
      'Line 1: it is a run of "cart", in the file of "checkout".',
    ],
    [
      'one run twice with different numbers',
      lines(first, aStoredRun({ artifactId: 1, p95: 99 })),
      'Line 2: duplicate: this run is already in the file with different content.',
    ],
  ])('%s is unreadable', (_, text, problem) => {
    expect(parseBaselineFile('checkout', bytes(text))).toEqual({ kind: 'unreadable', problem })
  })

  test('bytes that are not UTF-8 are unreadable', () => {
    const damaged = Buffer.from(lines(first))
    damaged[30] = 0xff
    expect(parseBaselineFile('checkout', damaged)).toEqual({ kind: 'unreadable', problem: 'It is not UTF-8 text.' })
  })
})

describe('formatBaselineFile', () => {
  test('never gives a file that could not be read again', () => {
    const broken = aStoredRun({ measurements: [aMeasurement({ stats: new Map([['p95', Number.NaN]]) })] })
    expect(() => formatBaselineFile('checkout', [broken])).toThrow(
      'The baseline of checkout cannot be stored. Line 1: `measurements.0.stats.p95` is not valid',
    )
  })
})

describe('mergeRuns', () => {
  test('adds new runs after the existing ones', () => {
    expect(mergeRuns([first], [second])).toEqual({ runs: [first, second], added: 1, alreadyStored: 0 })
  })

  test('keeps what is stored when the same artifact is recorded again', () => {
    const again = aStoredRun({ artifactId: 1, recordedAt: '2026-11-23T10:00:00Z', p95: 99 })
    expect(mergeRuns([first], [again, second, second])).toEqual({ runs: [first, second], added: 1, alreadyStored: 2 })
  })

  test('refuses results on disk that would replace a stored run', () => {
    const stored = aStoredRun({ artifactId: null, workflowRunId: null, p95: 100 })
    const later = aStoredRun({ artifactId: null, workflowRunId: null, p95: 100, recordedAt: '2026-11-23T10:00:00Z' })
    const other = aStoredRun({ artifactId: null, workflowRunId: null, p95: 101 })
    expect(mergeRuns([stored], [later])).toEqual({ runs: [stored], added: 0, alreadyStored: 1 })
    const newer = { ...later, run: { ...later.run, run: { ...later.run.run, setupSamples: 'counted' } } } as const
    expect(mergeRuns([stored], [newer])).toEqual({ runs: [stored], added: 0, alreadyStored: 1 })
    expect(() => mergeRuns([stored], [other])).toThrow(
      `checkout/run-1 of checkout at commit ${'a'.repeat(40)} is already stored, with other numbers. ` +
        'A stored run is never replaced. Put the new results in a folder with another run number, such as run-2, and record again.',
    )
  })
})

describe('retainNewestJobs', () => {
  const job = (number: number, change: Parameters<typeof aStoredRun>[0] = {}) =>
    aStoredRun({ artifactId: number, jobId: `job-${number}`, path: `run-${number}`, ...change })
  const artifacts = (runs: readonly ReturnType<typeof aStoredRun>[]) => runs.map(({ run }) => run.source.artifactId)

  test('keeps all runs of the newest 50 jobs', () => {
    const runs = Array.from({ length: 60 }, (_, index) => [job(index), job(index, { path: 'second run' })]).flat()
    const kept = retainNewestJobs(runs)
    expect(kept).toEqual(runs.slice(20))
    expect(kept).toHaveLength(100)
  })

  test.each([
    ['load', { conditions: { machine: '4 cpu', load: '99 vus', scriptHash: 'ab12', tool: 'k6 v2' } }],
    ['machine', { conditions: { machine: '8 cpu', load: '10 vus', scriptHash: 'ab12', tool: 'k6 v2' } }],
    ['tool', { conditions: { machine: '4 cpu', load: '10 vus', scriptHash: 'ab12', tool: 'k6 v1' } }],
    ['format', { format: 'k6-points' }],
  ])('counts another %s on its own', (_, change) => {
    expect(artifacts(retainNewestJobs([job(1), job(2), job(3, change), job(4)], 2))).toEqual([2, 3, 4])
  })

  test('counts another branch on its own, so that a busy one does not push the others out', () => {
    const release = { ...job(3), branch: 'release/1.x' }
    expect(artifacts(retainNewestJobs([job(1), job(2), release, job(4)], 2))).toEqual([2, 3, 4])
  })

  test('counts another script with the same load together', () => {
    const conditions = { machine: '4 cpu', load: '10 vus', scriptHash: 'other', tool: 'k6 v2' }
    expect(artifacts(retainNewestJobs([job(1), job(2), job(3, { conditions })], 2))).toEqual([2, 3])
  })

  test('keeps the newest mark, which stands for a debt', () => {
    const mark = { kind: 'regressed', changeRatio: 0.2, series: 'checkout p95', override: null } as const
    const runs = [job(1, { mark }), job(2, { mark }), job(3), job(4), job(5)]
    expect(artifacts(retainNewestJobs(runs, 2))).toEqual([2, 4, 5])
  })

  test('keeps the runs of pinned commits, however old they are', () => {
    const runs = [{ ...job(1), commit: 'v3.2' }, job(2), job(3), job(4)]
    expect(artifacts(retainNewestJobs(runs, 2, ['v3.2']))).toEqual([1, 3, 4])
    expect(artifacts(retainNewestJobs(runs, 2, ['v3.1']))).toEqual([3, 4])
  })

  test('takes a job name for another job in another workflow run', () => {
    const runs = [1, 2, 3].map((id) => aStoredRun({ artifactId: id, workflowRunId: id, jobId: 'load-test' }))
    expect(artifacts(retainNewestJobs(runs, 2))).toEqual([2, 3])
  })

  test('takes one artifact for one job where the job is unknown', () => {
    const runs = [1, 1, 2, 3].map((id, index) => aStoredRun({ artifactId: id, jobId: null, path: `${index}` }))
    expect(artifacts(retainNewestJobs(runs, 2))).toEqual([2, 3])
  })
})
