import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  parseAge,
  parseDuration,
  parseLimit,
  parsePercent,
  parsePercentagePoints,
} from '../../src/policy/limit-text.ts'

describe('quantities', () => {
  test.each([
    ['5%', 0.05],
    ['7%', 0.07],
    ['0%', 0],
    ['2.5 %', 0.025],
    ['100%', 1],
  ])('percent %s', (text, value) => {
    expect(parsePercent(text)).toEqual({ kind: 'value', value })
  })

  test.each([
    ['5', 'it has no unit; for 5 percent write `5%`'],
    ['105', 'it has no unit; for 105 percent write `105%`'],
    ['0.05', 'it has no unit; for 0.05 percent write `0.05%`'],
    ['105%', 'more than 100% is not allowed; write the change, not the whole: `5%`, not `105%`'],
    ['-5%', 'write a percentage such as `5%`'],
    ['+5%', 'write a percentage such as `5%`'],
    ['NaN', 'write a percentage such as `5%`'],
    ['NaN%', 'write a percentage such as `5%`'],
    ['Infinity%', 'write a percentage such as `5%`'],
    ['1e999%', 'write a percentage such as `5%`'],
    ['1e3%', 'write a percentage such as `5%`'],
    ['0x5%', 'write a percentage such as `5%`'],
    ['5pp', 'write a percentage such as `5%`'],
    ['5,0%', 'write a percentage such as `5%`'],
    ['', 'write a percentage such as `5%`'],
    ['%', 'write a percentage such as `5%`'],
  ])('percent %j is refused', (text, problem) => {
    expect(parsePercent(text)).toEqual({ kind: 'error', problem })
  })

  test('percentage points need pp, so that 1 % more errors is not confused with one percentage point', () => {
    expect(parsePercentagePoints('1pp')).toEqual({ kind: 'value', value: 0.01 })
    expect(parsePercentagePoints('1%').kind).toBe('error')
    expect(parsePercentagePoints('1').kind).toBe('error')
    expect(parsePercentagePoints('101pp').kind).toBe('error')
  })

  test.each([
    ['2ms', 2],
    ['1.5s', 1500],
    ['500us', 0.5],
    ['500 \u00b5s', 0.5],
    ['500\u03bcs', 0.5],
    ['0ms', 0],
  ])('duration %s', (text, value) => {
    expect(parseDuration(text)).toEqual({ kind: 'value', value })
  })

  test.each([
    ['14d', 1_209_600_000],
    ['12h', 43_200_000],
    ['0.5d', 43_200_000],
  ])('age %s', (text, value) => {
    expect(parseAge(text)).toEqual({ kind: 'value', value })
  })

  test.each(['0d', '0h', '14', '2w', '-1d', '90s', 'd', ''])('age %j is refused', (text) => {
    expect(parseAge(text)).toEqual({ kind: 'error', problem: 'write days or hours such as `14d` or `12h`' })
  })

  test.each(['2', '-2ms', '2m', 'ms', '5%'])('duration %j is refused', (text) => {
    expect(parseDuration(text).kind).toBe('error')
  })

  test.each([
    ['300ms', 300, 'ms'],
    ['1.5s', 1500, 'ms'],
    ['0.5%', 0.005, 'ratio'],
    ['100/s', 100, 'per-second'],
    ['512MiB', 536_870_912, 'bytes'],
    ['1MB', 1_000_000, 'bytes'],
    ['10MB/s', 10_000_000, 'bytes-per-second'],
    [40, 40, 'none'],
    ['40', 40, 'none'],
  ])('limit %s', (text, value, unit) => {
    expect(parseLimit(text)).toEqual({ kind: 'value', value, unit })
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, '1e999', '300 msec', '3 0ms', '9'.repeat(400)])(
    'limit %s is refused',
    (text) => {
      expect(parseLimit(text).kind).toBe('error')
    },
  )

  test('whatever the text, a value is finite and not negative', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+\d.eE %/msKMGiBp]{1,20}$/)), (text) => {
        for (const parsed of [parsePercent(text), parsePercentagePoints(text), parseDuration(text), parseLimit(text)]) {
          if (parsed.kind !== 'value') continue
          expect(Number.isFinite(parsed.value) && parsed.value >= 0).toBe(true)
        }
      }),
    )
  })
})
