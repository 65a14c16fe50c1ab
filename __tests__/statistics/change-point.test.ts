import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { changePoints, lastSegmentStart, strongestSplit } from '../../src/statistics/change-point.ts'
import { logsOf } from '../../src/statistics/logs.ts'

const step = [100, 101, 99, 100, 102, 98, 101, 100, 110, 111, 109, 112, 110, 108, 111, 110]
const steady = [100, 101, 99, 100, 102, 98, 101, 100, 103, 99, 101, 100, 102, 98, 100, 101]

describe('strongestSplit', () => {
  // R: t.test(log(right), log(left), var.equal = TRUE), largest over all splits
  test('finds the step', () => {
    const split = strongestSplit(logsOf(step))
    expect(split?.index).toBe(8)
    expect(split?.t).toBeCloseTo(15.98187673, 7)
    expect((split?.pValue ?? 0) / 2.193416e-10).toBeCloseTo(1, 5)
  })

  test('finds nothing strong in a steady series', () => {
    const split = strongestSplit(logsOf(steady))
    expect(split?.t).toBeCloseTo(0.880246914, 8)
    expect(split?.pValue).toBeCloseTo(0.3936, 4)
  })

  test('of three against three is the pooled t test', () => {
    const split = strongestSplit(logsOf([200, 204, 196, 221, 219, 226]))
    expect(split?.t).toBeCloseTo(7.026784462, 8)
    expect((split?.pValue ?? 0) / 2).toBeCloseTo(0.001080485766, 9)
  })

  test('is null below six values', () => {
    expect(strongestSplit(logsOf([100, 100, 200, 200, 200]))).toBeNull()
    expect(strongestSplit([])).toBeNull()
  })
})

describe('lastSegmentStart', () => {
  test('is where the step is', () => {
    expect(lastSegmentStart(logsOf(step))).toBe(8)
  })

  test('is 0 for a steady series', () => {
    expect(lastSegmentStart(logsOf(steady))).toBe(0)
  })

  test('is the newest of several steps', () => {
    const twoSteps = [...step, ...step.slice(8).map((value) => value * 1.1)]
    expect(lastSegmentStart(logsOf(twoSteps))).toBe(16)
  })

  test('is the newest step also when the level returns to the old one, which no split of the whole series shows', () => {
    const undone = logsOf([...step, ...steady])
    expect(strongestSplit(undone)?.pValue).toBeGreaterThan(0.001)
    expect(lastSegmentStart(undone)).toBe(16)
  })

  test('one or two wild runs are no step', () => {
    expect(lastSegmentStart(logsOf(steady.map((value, index) => (index === 12 ? value * 3 : value))))).toBe(0)
    expect(lastSegmentStart(logsOf(steady.map((value, index) => (index > 13 ? value * 3 : value))))).toBe(0)
  })

  test.each([[[]], [[100]], [[100, 200]], [[100, 100, 200, 200, 200]]])(
    'is 0 when there is too little to tell: %j',
    (values) => {
      expect(lastSegmentStart(values.map(Math.log))).toBe(0)
    },
  )

  test('a constant series has no step, whatever its level and length', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), fc.integer({ min: 1, max: 60 }), (value, length) => {
        expect(lastSegmentStart(logsOf(new Array<number>(length).fill(value)))).toBe(0)
      }),
    )
  })

  test('a step without noise is found', () => {
    expect(lastSegmentStart(logsOf([100, 100, 100, 100, 120, 120, 120, 120]))).toBe(4)
  })

  test('scaling all values changes nothing, and the last segment has three values or more', () => {
    const series = fc.array(fc.double({ min: 50, max: 500, noNaN: true }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(series, (values) => {
        const start = lastSegmentStart(logsOf(values))
        expect(lastSegmentStart(logsOf(values.map((value) => value * 2)))).toBe(start)
        expect(start === 0 || values.length - start >= 3).toBe(true)
      }),
    )
  })
})

describe('changePoints', () => {
  const level = (value: number) => [100, 101, 99, 100, 102, 98, 101, 100].map((noise) => (value * noise) / 100)

  test('all steps, in the order of time', () => {
    const values = [...level(100), ...level(120), ...level(150), ...level(130)]
    expect(changePoints(logsOf(values))).toEqual([8, 16, 24])
  })

  test.each([[[]], [[100]], [level(100)]])('none in %j', (values) => {
    expect(changePoints(values.map(Math.log))).toEqual([])
  })

  test('the last one is where the last segment starts', () => {
    const values = [...level(100), ...level(130), ...level(100)]
    expect(changePoints(logsOf(values)).at(-1)).toBe(lastSegmentStart(logsOf(values)))
  })
})
