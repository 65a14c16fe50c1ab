import { describe, expect, test } from '@jest/globals'
import { hyperfine } from '../../src/formats/hyperfine.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import { aFile, find, type Json, readContent, refusalOf } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'
import {
  expected,
  gate,
  inspected,
  judge,
  messagesOf,
  pairs,
  readTool,
  toolBytes,
  toolJson,
  toolText,
  verdicts,
} from './tool-fixture.ts'

const FILES = [
  'hyperfine/two.v1.15.0.json',
  'hyperfine/two.v1.20.0.json',
  'hyperfine/two.v2.0.0.json',
  'hyperfine/fails.v1.15.0.json',
  'hyperfine/fails.v1.20.0.json',
  'hyperfine/fails.v2.0.0.json',
  'hyperfine/params.v1.15.0.json',
  'hyperfine/params.v2.0.0.json',
  'hyperfine/one-run.v2.0.0.json',
  'hyperfine/not-ignored.v2.0.0.json',
]

test.each([...FILES, 'hyperfine/one-run.v1.15.0.json', 'hyperfine/not-ignored.v1.15.0.json'])(
  '%s: the numbers are those of its raw times',
  async (name) => {
    const run = await readTool(name)
    const numbers = Object.entries<Json>(expected(name).series)
    for (const [command, { n, mean, median, min, max }] of numbers) {
      const { sampleCount, stats } = find(run, command)
      expect(sampleCount).toBe(n)
      expect(stats.get('avg')).toBeCloseTo(1000 * mean, 9)
      expect(stats.get('p50')).toBeCloseTo(1000 * median, 9)
      expect(stats.get('min')).toBeCloseTo(1000 * min, 9)
      expect(stats.get('max')).toBeCloseTo(1000 * max, 9)
    }
    const errors = numbers.reduce((sum, [, one]) => sum + one.errors, 0)
    const all = numbers.reduce((sum, [, one]) => sum + one.n, 0)
    expect(find(run, 'errors').stats.get('rate')).toBe(errors / all)
    expect(run.measurements.filter(({ central }) => central === 'p50').map(({ metric }) => metric)).toEqual(
      numbers.map(([command]) => command).sort(),
    )
  },
)

test('the name of a command is its identity in both versions, with its parameters where commands share it', async () => {
  const named = toolJson('hyperfine/params.v2.0.0.json')
  for (const result of named.results) result.name = 'job'
  const run = await readContent(named)
  expect(run.measurements.filter(({ central }) => central !== undefined).map(({ metric }) => metric)).toEqual([
    'job (mode=a, secs=0.02)',
    'job (mode=a, secs=0.03)',
    'job (mode=b, secs=0.02)',
    'job (mode=b, secs=0.03)',
  ])
})

/** A file of either version with all times multiplied. */
function scaled(name: string, factor: number): string {
  const document = toolJson(name)
  for (const result of document.results) {
    if (result.times !== undefined) result.times = result.times.map((time: number) => time * factor)
    for (const one of result.measurements ?? []) one.time_wall_clock.value *= factor
  }
  return JSON.stringify(document)
}

describe.each(['hyperfine/two.v1.20.0.json', 'hyperfine/two.v2.0.0.json'])('three runs per side of %s', (name) => {
  const folder = (factor: number) => ({ 'hyperfine.json': scaled(name, factor), 'exit-code': '0' })

  test('20 % slower commands are blocked, each by its own name', async () => {
    const verdict = await judge(pairs(folder, 1.2))
    expect(verdict.outcome).toBe('fail')
    expect(verdicts(verdict)).toEqual({ 'p50 of quick, job': 'regressed', 'p50 of slow': 'regressed' })
  })

  test('unchanged commands pass', async () => {
    const verdict = await judge(pairs(folder, 1))
    expect(verdict.outcome).toBe('pass')
    expect(verdicts(verdict)).toEqual({ 'p50 of quick, job': 'unchanged', 'p50 of slow': 'unchanged' })
  })
})

test('the report says slower and names no other tool', async () => {
  const files = pairs((factor) => ({ 'hyperfine.json': scaled('hyperfine/two.v1.20.0.json', factor) }), 1.2)
  const { report } = await gate(files)
  expect(report.markdown).toContain('slower')
  expect(report.markdown).not.toMatch(/http_req|k6 v|summaryTrendStats/)
})

test('one run per side never proves anything', async () => {
  const files = pairs((factor) => ({ 'hyperfine.json': scaled('hyperfine/two.v1.20.0.json', factor) }), 1.2)
  const single = files.filter(({ path }) => path.includes('run-1'))
  expect(Object.values(verdicts(await judge(single)))).toEqual(['unproven', 'unproven'])
})

test('a removed command is missing, and an added command is new', async () => {
  const files = pairs((factor) => ({ 'hyperfine.json': scaled('hyperfine/two.v1.20.0.json', factor) }), 1)
  const without = (index: number) => {
    const document = toolJson('hyperfine/two.v1.20.0.json')
    document.results.splice(index, 1)
    return JSON.stringify(document)
  }
  const candidate = files.filter(({ path }) => path.startsWith('candidate'))
  const baseline = files.filter(({ path }) => path.startsWith('baseline'))
  const lost = await judge([...baseline, ...candidate.map(({ path }) => aFile(without(0), path))])
  expect(verdicts(lost)['p50 of quick, job']).toBe('missing')
  expect(lost.outcome).toBe('fail')
  expect(messagesOf(lost).join(' ')).toContain('filtered out')
  const added = await judge([...baseline.map(({ path }) => aFile(without(0), path)), ...candidate])
  expect(verdicts(added)['p50 of quick, job']).toBe('new')
  expect(added.outcome).toBe('warn')
})

test('commands that begin to fail are blocked, though a failing command is fast', async () => {
  const ok = toolJson('hyperfine/fails.v1.20.0.json')
  for (const result of ok.results) result.exit_codes = result.exit_codes.map(() => 0)
  const files = ['baseline', 'candidate'].flatMap((side) =>
    [1, 2, 3].map((run) =>
      aFile(side === 'baseline' ? ok : toolJson('hyperfine/fails.v1.20.0.json'), `${side}/run-${run}/hyperfine.json`),
    ),
  )
  const verdict = await judge(files)
  expect(verdict.findings.map(({ rule }) => rule)).toContain('error-rate')
  expect(verdict.outcome).toBe('fail')
})

test('version 1 has a shell by default and version 2 has none: they are not compared', async () => {
  const files = [1, 2, 3].flatMap((run) => [
    aFile(toolBytes('hyperfine/two.v1.20.0.json'), `baseline/run-${run}/a.json`),
    aFile(toolBytes('hyperfine/two.v2.0.0.json'), `candidate/run-${run}/a.json`),
  ])
  const verdict = await judge(files)
  expect(verdict.outcome).toBe('fail')
  expect(messagesOf(verdict)[0]).toContain('hyperfine, JSON 1 before, hyperfine v2, JSON 2 now')
})

test('several files of one run are joined, and no series may repeat', async () => {
  const split = (index: number) => {
    const document = toolJson('hyperfine/two.v1.20.0.json')
    return { ...document, results: [document.results[index]] }
  }
  const both = await inspected([aFile(split(0), 'run-1/quick.json'), aFile(split(1), 'run-1/slow.json')])
  expect(both).toContain('p50 of quick, job')
  expect(both).toContain('p50 of slow')
  const twice = await inspected([aFile(split(0), 'run-1/quick.json'), aFile(split(0), 'run-1/again.json')])
  expect(twice).toContain('both have "quick, job"')
})

test('an exit code other than 0 means that commands were not measured', async () => {
  const text = await inspected([
    aFile(toolBytes('hyperfine/not-ignored.v2.0.0.json'), 'run-1/hyperfine.json'),
    aFile('1\n', 'run-1/exit-code'),
  ])
  expect(text).toContain('hyperfine ended with exit code 1: a command failed')
})

test('inspect says what it is and what can be gated on', async () => {
  const text = await inspected([aFile(toolBytes('hyperfine/fails.v2.0.0.json'), 'run-1/hyperfine.json')])
  expect(text).toContain('tool        hyperfine v2, JSON 2 · 2.0.0')
  expect(text).toContain('gated on    p50 of ok, 25.7716 ms (6 samples)')
  expect(text).toContain('note        6 of 6 runs of exit 3 ended with an exit code other than 0.')
})

test.each(['hyperfine/two.v1.20.0.csv', 'hyperfine/two.v2.0.0.csv'])('%s has no single runs', async (name) => {
  expect(await refusalOf(toolText(name))).toContain('--export-json')
})

test.each([
  ['no command', { results: [] }, 'not a result of a known tool'],
  ['a time that is text', { results: [{ command: 'a', times: ['1'], user: 0, system: 0 }] }, 'results.0.times.0'],
  ['no times', { results: [{ command: 'a', times: [], user: 0, system: 0 }] }, 'it was read'],
])('%s is not a fast run', async (_, content, message) => {
  expect(await refusalOf(content)).toContain(message)
})

test('a command without a single time is invalid, and not absent', async () => {
  const run = await readContent({ results: [{ command: 'a', times: [], user: 0, system: 0 }] })
  expect(plainOf(find(run, 'a').unusable.get('p50'))).toBe('it measured nothing')
})

test('a file that is cut is refused', async () => {
  const text = toolText('hyperfine/two.v1.20.0.json')
  expect(await refusalOf(text.slice(0, 600))).not.toBe('it was read')
})

test.each(FILES)('%s is claimed by one format', (name) => {
  expect(FORMATS.filter((format) => format.recognizes(toolBytes(name)))).toEqual(
    hyperfine.filter(({ id }) => id === (name.includes('v2') ? 'hyperfine-2' : 'hyperfine-1')),
  )
})
