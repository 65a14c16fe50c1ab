import { describe, expect, jest, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import { readRepositoryFile } from '../docs/markdown-page.ts'
import { stopwatch } from './toy-tool.ts'

// The line in the registry. Modules that are loaded after it see the tool.
jest.unstable_mockModule('../../src/formats/registry.ts', () => ({ FORMATS: [...FORMATS, ...stopwatch] }))
const { inspected, judge, messagesOf, pairs, verdicts } = await import('./tool-fixture.ts')
const { aFile } = await import('../formats/read-fixture.ts')

const lapsOf = (factor: number): string =>
  JSON.stringify({ stopwatch: '1.2', laps: { 'GET /v1. Orders': [21.5, 22.1, 21.9].map((one) => one * factor) } })

describe('a tool is one file and one line in the registry', () => {
  test('each of its benchmarks is gated: 20 % slower blocks, unchanged passes', async () => {
    const folder = (factor: number) => ({ 'laps.json': lapsOf(factor), 'exit-code': '0' })
    expect(verdicts(await judge(pairs(folder, 1.2)))).toEqual({ 'p50 of GET /v1. Orders': 'regressed' })
    expect(await judge(pairs(folder, 1))).toMatchObject({ outcome: 'pass', compared: 1, expected: 1 })
  })

  test('inspect says what it understood', async () => {
    const printed = await inspected([aFile(lapsOf(1), 'candidate/run-1/laps.json')])
    expect(printed).toContain('tool        stopwatch v1 · 1.2')
    expect(printed).toContain('gated on    p50 of GET /v1. Orders, 21.9 ms (3 samples)')
  })

  test('a run that failed does not count, by what its exit code means', async () => {
    const failed = (factor: number) => ({ 'laps.json': lapsOf(factor), 'exit-code': '2' })
    const verdict = await judge(pairs(failed, 1))
    expect(verdict.outcome).toBe('invalid')
    expect(messagesOf(verdict).join('\n')).toContain('stopwatch ended with exit code 2: a piece of work failed.')
  })

  test('a damaged file is refused with a message, and a report for people with advice', async () => {
    const refused = async (content: string) => await inspected([aFile(content, 'candidate/run-1/laps.json')])
    expect(await refused('{"stopwatch": "1.2"}')).toContain('laps is not as stopwatch writes it')
    expect(await refused('stopwatch report\npay 22 ms\n')).toContain('Let stopwatch write JSON.')
  })

  test('no other format takes its file', () => {
    const bytes = new TextEncoder().encode(lapsOf(1))
    expect(FORMATS.filter((format) => format.recognizes(bytes)).map(({ id }) => id)).toEqual([])
  })

  test('docs/adding-a-format.md links to the toy tool', () => {
    expect(readRepositoryFile('docs/adding-a-format.md')).toContain('(../__tests__/tools/toy-tool.ts)')
  })
})
