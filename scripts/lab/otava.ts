import { mean } from 'simple-statistics'
import { studentTUpperTail } from '../../src/statistics/student-t.ts'

/*
 * The change points that Apache Otava finds with its defaults, for a series that fits into one of its windows. E-divisive finds
 * where a series splits best, Student's t test decides, and weak points are dropped
 * (https://github.com/apache/otava/blob/master/docs/MATH.md). Tests compare it with the answers of Otava 0.8.0.
 */

/** Otava looks at 50 values at a time and moves on by 25, so it sees a series of at most 25 values as a whole. */
export const ONE_WINDOW = 25

const MAX_P_VALUE = 0.001

/** The p-value of a point may be larger by this factor until all points are found. */
const WEAK = 10

/** The positions at which new levels begin, in rising order. */
export function otavaChangePoints(series: readonly number[]): readonly number[] {
  if (series.length > ONE_WINDOW) throw new RangeError(`At most ${ONE_WINDOW} values, found ${series.length}.`)
  return withoutWeak(series, weakPoints(series, []))
}

function weakPoints(series: readonly number[], found: readonly number[]): readonly number[] {
  const best = levels(series, found)
    .flatMap(([from, to]) => bestSplit(series, from, to) ?? [])
    .reduce<Split | null>((first, split) => (first === null || split.distance > first.distance ? split : first), null)
  if (best === null || pValueAt(series, found, best.index) > WEAK * MAX_P_VALUE) return found
  return weakPoints(
    series,
    [...found, best.index].toSorted((left, right) => left - right),
  )
}

type Point = Readonly<{ index: number; pValue: number }>

/**
 * Drops the weakest point until all points are strong enough. After dropping a point, Otava 0.8.0 tests the two points after it
 * again, but not the point before it
 * (https://github.com/apache/otava/blob/08096600d3233d8723941affa5fafed6f19f9bcd/otava/analysis.py#L149). This function does the
 * same.
 */
function withoutWeak(series: readonly number[], found: readonly number[]): readonly number[] {
  let points: readonly Point[] = found.map((index) => ({
    index,
    pValue: pValueAt(series, without(found, index), index),
  }))
  for (;;) {
    const weakest = Math.max(...points.map(({ pValue }) => pValue), 0)
    const dropped = points.findIndex(({ pValue }) => pValue === weakest)
    if (weakest < MAX_P_VALUE || dropped === -1) return points.map(({ index }) => index)
    points = withoutPoint(series, points, dropped)
  }
}

function withoutPoint(series: readonly number[], points: readonly Point[], dropped: number): readonly Point[] {
  const left = points.toSpliced(dropped, 1)
  const indexes = left.map(({ index }) => index)
  return left.map((point, position) =>
    position === dropped || position === dropped + 1
      ? { index: point.index, pValue: pValueAt(series, without(indexes, point.index), point.index) }
      : point,
  )
}

function without(points: readonly number[], point: number): readonly number[] {
  return points.filter((one) => one !== point)
}

type Span = readonly [from: number, to: number]

function levels(series: readonly number[], points: readonly number[]): readonly Span[] {
  const edges = [0, ...points, series.length]
  return points.concat(series.length).map((to, index) => [edges[index] ?? 0, to] as const)
}

type Split = Readonly<{ index: number; distance: number }>

/** The split with the largest energy distance between the values left of it and any beginning of the values right of it. */
function bestSplit(series: readonly number[], from: number, to: number): Split | null {
  let best: Split | null = null
  for (let index = from + 1; index < to; index += 1) {
    for (let end = index + 1; end <= to; end += 1) {
      const distance = energyDistance(series.slice(from, index), series.slice(index, end))
      if (best === null || distance > best.distance) best = { index, distance }
    }
  }
  return best
}

/** Matteson and James 2014, https://doi.org/10.1080/01621459.2013.849605, with exponent 1. */
function energyDistance(left: readonly number[], right: readonly number[]): number {
  const [n, m] = [left.length, right.length]
  const between = (2 / (n + m)) * sumOf(left.flatMap((one) => right.map((other) => Math.abs(one - other))))
  const withinLeft = n < 2 ? 0 : ((2 * m) / (n + m) / (n - 1)) * pairDistances(left)
  const withinRight = m < 2 ? 0 : ((2 * n) / (n + m) / (m - 1)) * pairDistances(right)
  return between - withinLeft - withinRight
}

function pairDistances(values: readonly number[]): number {
  return sumOf(values.flatMap((one, index) => values.slice(index + 1).map((other) => Math.abs(one - other))))
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/**
 * The two-sided p-value of the two levels that meet at a point. The variance is that of a whole population, as Otava computes it.
 */
function pValueAt(series: readonly number[], others: readonly number[], point: number): number {
  const [from, to] = levels(series, others).find(([start, end]) => start < point && point < end) ?? [0, series.length]
  const [left, right] = [series.slice(from, point), series.slice(point, to)]
  const degreesOfFreedom = left.length + right.length - 2
  if (degreesOfFreedom < 1) return 1
  const squares = (left.length - 1) * populationVariance(left) + (right.length - 1) * populationVariance(right)
  const difference = Math.abs(mean([...right]) - mean([...left]))
  if (squares === 0) return difference === 0 ? 1 : 0
  const error = Math.sqrt((squares / degreesOfFreedom) * (1 / left.length + 1 / right.length))
  return 2 * studentTUpperTail(difference / error, degreesOfFreedom)
}

function populationVariance(values: readonly number[]): number {
  const centre = mean([...values])
  return sumOf(values.map((value) => (value - centre) ** 2)) / values.length
}
