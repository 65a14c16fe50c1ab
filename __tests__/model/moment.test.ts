import { expect, test } from '@jest/globals'
import { UserError } from '../../src/model/errors.ts'
import { momentMs } from '../../src/model/moment.ts'
import { parseRunJson } from '../../src/results/run-json.ts'

test.each([
  ['2026-11-25T10:00:00Z', 1_795_600_800_000],
  ['2026-11-25T12:00:00.5+02:00', 1_795_600_800_500],
  ['2028-02-29T00:00:00Z', 1_835_395_200_000],
  ['2026-02-29T00:00:00Z', null],
  ['2026-02-30T10:00:00Z', null],
  ['2026-13-45T00:00:00Z', null],
  ['2026-11-00T00:00:00Z', null],
  ['2026-11-25T25:00:00Z', null],
])('%s', (text, expected) => {
  expect(momentMs(text)).toBe(expected)
})

test('a run does not begin at a time that never was', () => {
  const parse = (startedAt: string) => parseRunJson(JSON.stringify({ schemaVersion: 1, startedAt }))
  expect(parse('2026-11-25T10:00:00Z').startedAt).toBe('2026-11-25T10:00:00Z')
  expect(() => parse('2026-13-45T00:00:00Z')).toThrow(UserError)
})
