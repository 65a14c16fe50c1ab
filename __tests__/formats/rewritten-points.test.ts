import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readRun } from '../../src/formats/read-run.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import type { Run } from '../../src/model/run.ts'
import { find, fixtureBytes, type Json, readContent, refusalOf } from './read-fixture.ts'

/* Scripts filter points before the upload and may then write the JSON differently. */

const NAME = 'segment.1-of-3.points.k6-v2.2.0.ndjson.gz'
const LINES = new TextDecoder().decode(fixtureBytes(NAME)).trimEnd().split('\n')

function rewritten(write: (value: Json) => string): Promise<Run> {
  return readContent(`${LINES.map((line) => write(JSON.parse(line))).join('\n')}\n`)
}

/** JSON with `space` around every token, and with keys in the order that `sort` returns. */
function spaced(value: Json, space: string, sort: (keys: string[]) => string[]): string {
  if (Array.isArray(value))
    return `[${space}${value.map((one) => spaced(one, space, sort)).join(`${space},${space}`)}${space}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = sort(Object.keys(value)).map(
    (key) => `${JSON.stringify(key)}${space}:${space}${spaced(value[key], space, sort)}`,
  )
  return `{${space}${fields.join(`${space},${space}`)}${space}}`
}

const byName = (keys: string[]): string[] => keys.sort()

test.each([
  ['spaces everywhere, as some tools write', (value: Json) => spaced(value, ' ', (keys) => keys)],
  ['keys in the order of their names, as jq -S writes', (value: Json) => spaced(value, '', byName)],
  ['tabs, and keys from the last to the first', (value: Json) => spaced(value, '\t', (keys) => byName(keys).reverse())],
])('%s: the same run is read', async (_, write) => {
  expect(await rewritten(write)).toEqual(await readContent(fixtureBytes(NAME)))
})

test.each([
  ['jq without -c', (value: Json) => JSON.stringify(value, null, 2)],
  ['line breaks of Windows', (value: Json) => JSON.stringify(value, null, 4).replaceAll('\n', '\r\n')],
])('%s spreads a point over many lines', async (_, write) => {
  const original = await readContent(fixtureBytes(NAME))
  expect(await rewritten(write)).toEqual(original)
  const spread = new TextEncoder().encode(`${LINES.map((line) => write(JSON.parse(line))).join('\n')}\n`)
  const inPieces = {
    path: 'points.json',
    artifact: null,
    async *open() {
      for (let at = 0; at < spread.length; at += 1000) yield spread.subarray(at, at + 1000)
    },
  }
  expect(await readRun(inPieces, FORMATS)).toEqual(original)
})

test('a truncated file with records of many lines is damaged', async () => {
  const spread = LINES.map((line) => JSON.stringify(JSON.parse(line), null, 2)).join('\n')
  expect(await refusalOf(spread.slice(0, 50_000))).toContain('A line is not complete JSON')
})

test('braces and line breaks in names do not end a record', async () => {
  const define = {
    type: 'Metric',
    metric: 'http_reqs',
    data: { name: 'http_reqs', type: 'counter', contains: 'default' },
  }
  const tags = { name: 'a } " \\ {\n', scenario: 's' }
  const point = { metric: 'http_reqs', type: 'Point', data: { time: '2026-01-01T10:00:00Z', value: 1, tags } }
  const text = [define, point, point].map((one) => JSON.stringify(one, null, 2)).join('\n')
  expect(find(await readContent(text), 'http_reqs').stats.get('count')).toBe(2)
})

test('white space and the order of the keys do not matter', async () => {
  const original = await readContent(fixtureBytes(NAME))
  const space = fc.constantFrom('', ' ', '  ', '\t', ' \r')
  await fc.assert(
    fc.asyncProperty(space, fc.boolean(), async (between, isSorted) => {
      expect(await rewritten((value) => spaced(value, between, isSorted ? byName : (keys) => keys))).toEqual(original)
    }),
    { numRuns: 6, seed: 14 },
  )
})
