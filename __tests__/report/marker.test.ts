import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { markerLine, parseMarker } from '../../src/report/marker.ts'

const LINE = '<!-- perf-gate:v1 name=perf-gate sha=abc1234 run=42 -->'

test('a marker is the first line, and reads back', () => {
  expect(markerLine({ name: 'perf-gate', sha: 'abc1234', run: '42' })).toBe(LINE)
  expect(parseMarker(`${LINE}\n\ntext`)).toEqual({ name: 'perf-gate', sha: 'abc1234', run: '42' })
  expect(parseMarker(`${LINE}\r\n\r\ntext`)).toEqual({ name: 'perf-gate', sha: 'abc1234', run: '42' })
  expect(parseMarker(markerLine({ name: '-', sha: null, run: null }))).toEqual({ name: '-', sha: null, run: null })
})

test.each([
  ['', 'nothing'],
  [`text\n${LINE}`, 'not the first line'],
  [` ${LINE}`, 'not at its beginning'],
  [`${LINE} text`, 'not alone'],
  ['<!-- perf-gate:v2 name=perf-gate sha=a run=b -->', 'another version'],
  ['<!-- perf-gate:v1 name=perf-gate -->', 'incomplete'],
  ['> <!-- perf-gate:v1 name=perf-gate sha=a run=b -->', 'quoted'],
])('%j is no marker: %s', (body) => {
  expect(parseMarker(body)).toBeUndefined()
})

test('every name reads back, and none ends the comment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const line = markerLine({ name, sha: null, run: null })
      expect(parseMarker(line)?.name).toBe(name.toWellFormed())
      expect(line.slice(4, -3)).not.toMatch(/--|[<>\n]/)
    }),
  )
})
