import { describe, expect, test } from '@jest/globals'
import { hodgesLehmannShift, walshMedian } from '../../src/statistics/hodges-lehmann.ts'
import { logsOf } from '../../src/statistics/logs.ts'

describe('hodgesLehmannShift', () => {
  // R: exp(wilcox.test(log(candidate), log(baseline), conf.int = TRUE)$estimate)
  test.each([
    { baseline: [200, 204, 196], candidate: [221, 219, 226], ratio: 1.107843137 },
    { baseline: [200, 204, 196, 202, 199], candidate: [213, 219, 211, 216, 214], ratio: 1.070351759 },
    { baseline: [120, 118, 125, 122, 119], candidate: [128, 131, 127, 133, 126], ratio: 1.067226891 },
    { baseline: [200], candidate: [214], ratio: 1.07 },
  ])('$candidate over $baseline is $ratio', ({ baseline, candidate, ratio }) => {
    expect(Math.exp(hodgesLehmannShift(logsOf(baseline), logsOf(candidate)))).toBeCloseTo(ratio, 9)
  })

  test('one wild run does not move it far', () => {
    const calm = hodgesLehmannShift(logsOf([200, 204, 196]), logsOf([200, 204, 196]))
    const wild = hodgesLehmannShift(logsOf([200, 204, 196]), logsOf([200, 2040, 196]))
    expect(calm).toBe(0)
    expect(wild).toBeLessThan(0.05)
  })
})

describe('walshMedian', () => {
  test('of five is the median of the fifteen averages of pairs', () => {
    // R: median(outer(d, d, "+")[upper.tri(diag(5), diag = TRUE)] / 2) for d = c(0, 1, 2, 3, 100): plain median is 2
    expect(walshMedian([0, 1, 2, 3, 100])).toBe(2)
    expect(walshMedian([0, 0, 1, 10, 11])).toBe(5)
  })

  test('of the reference pairs', () => {
    const logRatios = logsOf([212 / 200, 241 / 230, 219 / 205, 207 / 198, 229 / 215])
    expect(walshMedian(logRatios)).toBeCloseTo(0.0552567566, 10)
  })

  test('of fewer than five is the plain median', () => {
    expect(walshMedian([0, 1, 100, 3])).toBe(2)
    expect(walshMedian([0, 1, 100])).toBe(1)
    expect(walshMedian([7])).toBe(7)
  })
})
