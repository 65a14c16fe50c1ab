import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { noiseOf, type Results, rivalRows } from '../../scripts/lab/results.ts'
import { resultsSvg } from '../../scripts/lab/results-plot.ts'
import { resultsTable } from '../../scripts/lab/results-table.ts'

const DOCS = new URL('../../docs/', import.meta.url)
const published = JSON.parse(readFileSync(new URL('lab/results.json', DOCS), 'utf8')) as Results

/* docs/lab.md must show what the recorded runs give. Anybody can compute it again from the values in the file. */

test('the rules of others say the same of the published values', () => {
  for (const runs of [1, 3, 5]) {
    const rows = published.rows.filter((row) => row.runs === runs && !row.rule.startsWith('perf-gate'))
    expect(rivalRows(published.values, runs)).toEqual(rows)
  }
  expect(noiseOf(published.values)).toEqual(published.noise)
})

test('the page shows the published table', () => {
  const page = readFileSync(new URL('lab.md', DOCS), 'utf8')
  expect(page).toContain(resultsTable(published))
})

test('the plot is that of the published rows', () => {
  expect(resultsSvg(published, 5)).toBe(readFileSync(new URL('lab/results.svg', DOCS), 'utf8'))
})

test('an interval that reaches a simulated rate is drawn over its bar', () => {
  const [row] = published.rows
  if (row === undefined) throw new Error('There is no row.')
  const svg = resultsSvg({ ...published, rows: [row] }, row.runs)
  expect(svg).toContain(row.label)
  expect(svg).toContain('with 95 % intervals')
})
