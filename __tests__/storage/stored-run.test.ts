import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatStoredRun, parseStoredRun } from '../../src/storage/stored-run.ts'
import { aMeasurement, aStoredRun } from './stored-runs.ts'

const LINE =
  '{"schemaVersion":1,"service":"checkout","commit":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","recordedAt":"2026-11-22T10:00:00Z",' +
  '"source":{"workflowRunId":9000000001,"runAttempt":1,"artifactId":5000000001,"artifactDigest":"sha256:0000000000000000000000000000000000000000000000000000000000000000","path":"checkout/run-1"},' +
  '"variant":"candidate","slot":1,"jobId":"job-1","testedCommit":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","startedAt":"2026-11-22T09:55:00Z",' +
  '"conditions":{"machine":"4 cpu","load":"10 vus","scriptHash":"ab12","tool":"k6 v2"},"exitCode":0,"format":"k6-summary","toolVersion":"2.0.0","durationMs":60000,"scriptHash":"ab12",' +
  '"measurements":[{"metric":"http_req_duration","endpoint":null,"kind":"trend","unit":"ms","better":"lower","population":"successful","sampleCount":1200,"stats":{"avg":80.5,"p95":141.25},"unusable":{"p99":"the summary has no p(99)"}}],' +
  '"thresholds":[{"metric":"http_req_duration","expression":"p(95)<200","crossed":false}],' +
  '"mark":{"kind":"overridden","changeRatio":0.083,"series":"checkout p95 of http_req_duration","override":{"by":"mona","reason":"new tax rules","pullRequest":12}}}'

const STORED = aStoredRun({
  measurements: [aMeasurement()],
  mark: {
    kind: 'overridden',
    changeRatio: 0.083,
    series: 'checkout p95 of http_req_duration',
    override: { by: 'mona', reason: 'new tax rules', pullRequest: 12 },
  },
})

describe('a line of a baseline file', () => {
  test('is written with fixed keys and sorted names', () => {
    expect(formatStoredRun(STORED)).toBe(LINE)
  })

  test('is read back unchanged', () => {
    expect(parseStoredRun(LINE)).toEqual({ kind: 'read', stored: STORED })
  })

  test('has no notes of the reader', () => {
    const run = { ...STORED.run, run: { ...STORED.run.run, notes: [['setup_data was left out: {"password":"x"}']] } }
    expect(formatStoredRun({ ...STORED, run })).toBe(LINE)
  })

  test('keeps what raw points and load generators know: standard errors and bounds', () => {
    const measurement = aMeasurement({
      standardErrors: new Map([['p95', 1.5]]),
      bounds: new Map([['p99', { lower: 100, upper: 200 }]]),
    })
    const stored = aStoredRun({ measurements: [measurement] })
    const line = formatStoredRun(stored)
    expect(line).toContain('"standardErrors":{"p95":1.5},"bounds":{"p99":{"lower":100,"upper":200}}}')
    expect(parseStoredRun(line)).toEqual({ kind: 'read', stored })
  })

  test('keeps which part of a load test it is and how many load generators it had, and an older line does not say', () => {
    const old = aStoredRun()
    const { run } = aStoredRun({ part: 'k6-results-checkout--eu' })
    const stored = { ...old, run: { ...run, instances: 3 } }
    expect(formatStoredRun(stored)).toContain('"part":"k6-results-checkout--eu"')
    for (const one of [stored, old]) expect(parseStoredRun(formatStoredRun(one))).toEqual({ kind: 'read', stored: one })
  })

  test('how the service was set up is kept, and a line of an earlier release does not say it', () => {
    const sampled = {
      source: 'cgroup2',
      instances: 2,
      seconds: 30,
      busiestCores: 0.4,
      cpuLimitCores: 0.5,
      memoryLimitBytes: null,
    }
    const stored = { ...STORED, run: { ...STORED.run, run: { ...STORED.run.run, sampled } } }
    const line = formatStoredRun(stored)
    expect(line).toContain(`"sampled":${JSON.stringify(sampled)},"measurements"`)
    expect(parseStoredRun(line)).toEqual({ kind: 'read', stored })
    expect(parseStoredRun(line.replace(`"sampled":${JSON.stringify(sampled)},`, ''))).toEqual({
      kind: 'read',
      stored: STORED,
    })
  })

  test('keeps where the samples of setup() are, and an older line does not say', () => {
    const stored = { ...STORED, run: { ...STORED.run, run: { ...STORED.run.run, setupSamples: 'left-out' } } } as const
    const line = formatStoredRun(stored)
    expect(line).toContain('"scriptHash":"ab12","setupSamples":"left-out","measurements"')
    expect(parseStoredRun(line)).toEqual({ kind: 'read', stored })
    expect(parseStoredRun(line.replace('"setupSamples":"left-out",', ''))).toEqual({ kind: 'read', stored: STORED })
  })

  test('keeps names that mean something to JavaScript', () => {
    const stats = new Map([
      ['__proto__', 1],
      ['constructor', 2],
      ['95', 3],
    ])
    const read = parseStoredRun(formatStoredRun(aStoredRun({ measurements: [aMeasurement({ stats })] })))
    expect(read.kind === 'read' && new Map(read.stored.run.run.measurements[0]?.stats)).toEqual(stats)
    expect(Object.prototype).not.toHaveProperty('p95')
  })

  test('gives the same bytes and the same run for any names and numbers', () => {
    const name = fc.string({ minLength: 1 })
    const number = fc.double({ min: 0, max: 1e15, noNaN: true }).map((value) => value + 0)
    fc.assert(
      fc.property(fc.array(fc.tuple(name, number)), fc.string(), (entries, endpoint) => {
        const stored = aStoredRun({ measurements: [aMeasurement({ stats: new Map(entries), endpoint })] })
        const line = formatStoredRun(stored)
        const read = parseStoredRun(line)
        if (read.kind === 'unreadable') throw new Error(read.problem)
        expect(formatStoredRun(read.stored)).toBe(line)
        expect(read.stored).toEqual(stored)
        expect(line).not.toContain('\n')
      }),
    )
  })

  test.each([
    ['not JSON', 'hello', 'it is not JSON'],
    ['empty', '', 'it is not JSON'],
    ['a conflict marker', '<<<<<<< HEAD', 'it is not JSON'],
    ['null', 'null', 'it has no schemaVersion'],
    ['an object of something else', '{"benches":[]}', 'it has no schemaVersion'],
    [
      'a newer schema',
      LINE.replace('"schemaVersion":1', '"schemaVersion":2'),
      'it has schema version 2, and this release reads version 1',
    ],
    [
      'a number that is null',
      LINE.replace('141.25', 'null'),
      '`measurements.0.stats.p95` is not valid: Invalid input: expected number, received null',
    ],
    [
      'a number that is text',
      LINE.replace('141.25', '"NaN"'),
      '`measurements.0.stats.p95` is not valid: Invalid input: expected number, received string',
    ],
    [
      'a number beyond all numbers',
      LINE.replace('141.25', '1e999'),
      '`measurements.0.stats.p95` is not valid: Invalid input: expected number, received Infinity',
    ],
    [
      'a number that is false',
      LINE.replace('141.25', 'false'),
      '`measurements.0.stats.p95` is not valid: Invalid input: expected number, received boolean',
    ],
    ['a negative latency', LINE.replace('141.25', '-1'), '`measurements.0.stats.p95` is not valid: -1 is negative'],
    [
      'no measurements',
      LINE.replace(/"measurements":\[.*?\}\}\]/, '"measurements":[]'),
      '`measurements` is not valid: expected at least one measurement',
    ],
    [
      'no service',
      LINE.replace('"service":"checkout",', ''),
      '`service` is not valid: Invalid input: expected string, received undefined',
    ],
    [
      'a commit that is a path',
      LINE.replace(/"commit":"a+"/, '"commit":"../x"'),
      '`commit` is not valid: expected a commit',
    ],
    [
      'a time that is none',
      LINE.replace('2026-11-22T10:00:00Z', 'yesterday'),
      '`recordedAt` is not valid: expected a date and time',
    ],
    [
      'statistics as a list',
      LINE.replace('{"avg":80.5,"p95":141.25}', '[80.5]'),
      '`measurements.0.stats` is not valid: expected an object',
    ],
  ])('%s is refused', (_, line, problem) => {
    expect(parseStoredRun(line)).toEqual({ kind: 'unreadable', problem })
  })

  test('a share above 1 is refused, a count above 1 is not', () => {
    const share = aMeasurement({
      metric: 'http_req_failed',
      kind: 'rate',
      unit: 'ratio',
      stats: new Map([['rate', 1.01]]),
    })
    expect(parseStoredRun(formatStoredRun(aStoredRun({ measurements: [share] })))).toEqual({
      kind: 'unreadable',
      problem: '`measurements.0.stats.rate` is not valid: 1.01 is a share above 1',
    })
    const count = aMeasurement({ metric: 'iterations', kind: 'counter', unit: 'count', stats: new Map([['count', 7]]) })
    expect(parseStoredRun(formatStoredRun(aStoredRun({ measurements: [count] }))).kind).toBe('read')
  })

  test('a plain number may be negative', () => {
    const balance = aMeasurement({ metric: 'balance', unit: 'none', stats: new Map([['avg', -3]]) })
    expect(parseStoredRun(formatStoredRun(aStoredRun({ measurements: [balance] }))).kind).toBe('read')
  })
})
