import { describe, expect, test } from '@jest/globals'
import { studentTQuantile, studentTUpperTail } from '../../src/statistics/student-t.ts'

// R 4.2.2 and scipy 1.17.1:
//   from scipy.stats import t; [t.ppf(.95, df) for df in (...)]; [t.sf(x, df) for x, df in (...)]
describe('studentTQuantile', () => {
  test.each([
    [0.95, 1, 6.31375151468],
    [0.95, 2, 2.91998558035],
    [0.95, 3, 2.3533634348],
    [0.95, 4, 2.131846786],
    [0.95, 5, 2.01504837333],
    [0.95, 6, 1.94318028052],
    [0.95, 7, 1.89457860509],
    [0.95, 8, 1.859548038],
    [0.95, 9, 1.83311293266],
    [0.95, 10, 1.812461123],
    [0.95, 11, 1.7958848187],
    [0.95, 13, 1.77093339599],
    [0.95, 14, 1.761310136],
    [0.95, 15, 1.75305035569],
    [0.95, 18, 1.734063607],
    [0.95, 20, 1.72471824292],
    [0.95, 25, 1.70814076125],
    [0.95, 28, 1.701130934],
    [0.95, 30, 1.69726088659],
    [0.975, 1, 12.70620474],
    [0.98, 1, 15.8945448439],
    [0.98, 2, 4.84873221385],
    [0.98, 3, 3.48190876032],
    [0.98, 4, 2.998527873],
    [0.98, 5, 2.75650852191],
    [0.98, 8, 2.44898499],
    [0.98, 10, 2.35931462374],
    [0.98, 12, 2.302721684],
    [0.98, 14, 2.26378127901],
    [0.98, 18, 2.213703252],
    [0.98, 20, 2.19665774555],
    [0.98, 30, 2.14696627909],
  ])('P = %d, df = %d', (probability, degreesOfFreedom, expected) => {
    expect(studentTQuantile(probability, degreesOfFreedom) / expected).toBeCloseTo(1, 6)
    expect(studentTQuantile(1 - probability, degreesOfFreedom) / -expected).toBeCloseTo(1, 6)
  })

  test('of one half is 0', () => {
    expect(studentTQuantile(0.5, 7)).toBeCloseTo(0, 12)
  })

  test('the prediction interval that Bencher prints: 25 values, mean 100, sd 10, .977', () => {
    expect(100 + 10 * studentTQuantile(0.977, 24) * Math.sqrt(1 + 1 / 25)).toBeCloseTo(121.46, 2)
  })

  test.each([0, 1, -0.1, 1.1, Number.NaN])('refuses the probability %d', (probability) => {
    expect(() => studentTQuantile(probability, 5)).toThrow(RangeError)
  })

  test.each([0, -1, Number.NaN, Infinity])('refuses %d degrees of freedom', (degreesOfFreedom) => {
    expect(() => studentTQuantile(0.95, degreesOfFreedom)).toThrow(RangeError)
    expect(() => studentTUpperTail(1, degreesOfFreedom)).toThrow(RangeError)
  })
})

describe('studentTUpperTail', () => {
  test.each([
    [0, 5, 0.5],
    [2.5, 6, 0.02326411614],
    [-2.5, 6, 0.976735883858],
    [0.1, 1, 0.468274482569],
    [1, 1, 0.25],
    [1000, 1, 0.000318309780081],
    [1e6, 1, 3.18309886184e-7],
    [1e9, 1, 3.18309886184e-10],
    [2, 1000, 0.0228851732466],
    [1.7, 60, 0.0471549095343],
    [10, 4, 0.000281001811358],
    [50, 4, 4.78722682848e-7],
    [16, 14, 1.0802781454e-10],
    [40, 28, 1.49286070377e-26],
    [100, 30, 9.92305898364e-40],
    [0.880246914, 14, 0.196792697832],
  ])('of %d with %d degrees of freedom', (t, degreesOfFreedom, expected) => {
    expect(studentTUpperTail(t, degreesOfFreedom) / expected).toBeCloseTo(1, 6)
  })

  test('of infinity is 0, of minus infinity 1', () => {
    expect(studentTUpperTail(Infinity, 5)).toBe(0)
    expect(studentTUpperTail(-Infinity, 5)).toBe(1)
  })

  test('refuses NaN', () => {
    expect(() => studentTUpperTail(Number.NaN, 5)).toThrow('NaN')
  })
})
