import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { compare } from '../../src/commands/compare.ts'
import { estimatedCandidate } from '../../src/model/estimated-candidate.ts'
import { comparisonRow } from '../../src/report/comparison-row.ts'
import { compareRuns } from '../statistics/runs.ts'

/* A reader who divides the two numbers of a row gets the change that is printed in it. */

const RESULTS = fileURLToPath(new URL('../../examples/checkout/results', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-adds-up-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** `1,234.5 ms` → 1234.5 */
function numberIn(text: string): number {
  return Number(/-?[\d,]+(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', ''))
}

/** The largest distance that rounding explains, in percentage points. */
function roundingOf(baseline: string, candidate: string): number {
  const digits = (text: string) => (/\.(\d+)/.exec(text)?.[1] ?? '').length
  const relative = (text: string) => (0.5 * 10 ** -digits(text)) / numberIn(text)
  return 0.0501 + 200 * (relative(baseline) + relative(candidate)) * (numberIn(candidate) / numberIn(baseline))
}

test('in the example of the README the printed values give the printed change, in Markdown and in JSON', async () => {
  const [markdown, json] = [join(folder, 'report.md'), join(folder, 'report.json')]
  const print = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  await compare(['--results', RESULTS, '--markdown', markdown, '--json', json]).finally(() => print.mockRestore())
  const rows = (await readFile(markdown, 'utf8'))
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => ({ cells, at: cells.findIndex((cell) => / %(?: \(|$)/.test(cell) && /^[+-]/.test(cell)) }))
    .filter(({ cells, at }) => at > 1 && /^[\d,.]+ ms$/.test(cells[at - 2] ?? ''))
  expect(rows.length).toBeGreaterThan(5)
  for (const { cells, at } of rows) {
    const [baseline = '', candidate = '', change = ''] = cells.slice(at - 2, at + 1)
    const computed = 100 * (numberIn(candidate) / numberIn(baseline) - 1)
    expect(Math.abs(computed - numberIn(change))).toBeLessThanOrEqual(roundingOf(baseline, candidate))
  }
  const { comparisons } = JSON.parse(await readFile(json, 'utf8'))
  const measured = comparisons.filter(({ changeRatio }: { changeRatio: number | null }) => changeRatio !== null)
  expect(measured.length).toBeGreaterThan(5)
  for (const { baseline, estimatedCandidate: shown, changeRatio } of measured) {
    expect(shown / baseline - 1).toBeCloseTo(changeRatio, 12)
  }
})

test('for any runs the printed values give the printed change', () => {
  const runs = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(runs, runs, (before, now) => {
      const comparison = compareRuns(before, now)
      const row = comparisonRow({ ...comparison, reason: null }, undefined)
      const computed = 100 * (numberIn(row.candidate) / numberIn(row.baseline) - 1)
      const printed = numberIn(row.change)
      expect(Math.abs(computed - printed)).toBeLessThanOrEqual(
        Math.abs(printed) >= 1000 ? 0.001 * Math.abs(printed) + 1 : roundingOf(row.baseline, row.candidate),
      )
    }),
    { seed: 11 },
  )
})

test('a series without an estimate is shown as it was measured', () => {
  expect(estimatedCandidate({ baseline: null, candidate: 200, estimate: null })).toBe(200)
  expect(estimatedCandidate({ baseline: 100, candidate: 200, estimate: null })).toBe(200)
  expect(estimatedCandidate({ baseline: 100, candidate: null, estimate: null })).toBeNull()
})
