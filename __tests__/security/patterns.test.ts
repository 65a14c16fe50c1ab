import { describe, expect, test } from '@jest/globals'
import picomatch from 'picomatch'
import { hasMarksOfK6 } from '../../src/formats/k6-marks.ts'
import { parseSubmetric } from '../../src/formats/submetric.ts'
import { safeLine } from '../../src/github/log.ts'
import { code, htmlCode, prose } from '../../src/report/escape.ts'
import { parseMarker } from '../../src/report/marker.ts'
import { isExitCodeName } from '../../src/results/exit-code.ts'
import { readFileName, readPath } from '../../src/results/run-path.ts'
import { processorMs } from '../processor-time.ts'

/* Patterns that backtrack take minutes on texts like these. Ours take milliseconds of processor time. */

const MAX_MS = 1000

const PIECES = [
  'a',
  ' ',
  '`',
  '`a',
  '.',
  'a.',
  'a_',
  '_',
  '"',
  '|',
  '<',
  '<!--',
  '\\',
  '{',
  ',',
  ':',
  '--',
  '%',
  '1.',
  '\n',
  '::',
  '##',
  '/',
  '//',
  'a@',
]
const TEXTS = PIECES.flatMap((piece) => [
  piece.repeat(50_000),
  `${piece.repeat(50_000)}!\u0000`,
  `x${piece.repeat(50_000)}`,
])

const READERS: readonly [name: string, read: (text: string) => unknown][] = [
  ['a name in the report', code],
  ['a name in HTML', htmlCode],
  ['a message in the report', prose],
  ['a line of the log', safeLine],
  ['the marker of a comment', (text) => parseMarker(`<!-- perf-gate:v1 name=${text}`)],
  ['the name of a submetric', parseSubmetric],
  ['the path of a result', readPath],
  ['the name of a result', readFileName],
  ['the name of an exit code', isExitCodeName],
  ['a damaged result', (text) => hasMarksOfK6(`{${text}`)],
]

describe.each(READERS)('%s', (_, read) => {
  test('is read in no time, however long and repetitive', () => {
    for (const text of TEXTS) {
      expect([processorMs(() => read(text)) < MAX_MS, text.slice(0, 10)]).toEqual([true, text.slice(0, 10)])
    }
  })
})

test.each(['k6-results*', 'services/checkout/**', '**/*.{js,ts}', '*a*a*a*a*'])(
  'a path is compared with %s in no time',
  (glob) => {
    const matches = picomatch(glob)
    for (const text of TEXTS.map((one) => one.slice(0, 1000))) {
      expect(processorMs(() => matches(text))).toBeLessThan(MAX_MS)
    }
  },
)
