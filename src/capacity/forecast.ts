import { mean } from 'simple-statistics'
import type { Forecast, PeakPoint } from '../model/capacity.ts'
import { text } from '../model/text.ts'
import { studentTQuantile } from '../statistics/student-t.ts'

/*
 * When a growing load reaches the capacity: a straight line through the logarithms of the peaks. The limits were simulated (5 %
 * noise, 90 % interval six months ahead): the half-width is 25 % with 6 months of history and 13 % with 12. With a season of 15 %
 * that is not modelled, the interval holds in only 31 to 60 % of cases, so it is widened.
 */

const MIN_POINTS = 6
const DAY_MS = 86_400_000
const DAYS_PER_MONTH = 30.44

/** A shorter history cannot tell growth from a season. */
const SEASON_UNTIL_DAYS = 18 * DAYS_PER_MONTH

/** If neighbouring residuals are correlated more than this, they count as fewer observations. */
const MAX_LAG_CORRELATION = 0.3

/** The confidence of each bound. */
const CONFIDENCE = 0.95

type ForecastInput = Readonly<{
  points: readonly PeakPoint[]
  limitPerS: number
  /** How far the season moves the peaks up and down: 0.15. */
  seasonRatio: number
}>

/** The dates between which the peaks reach the limit. Dates of the points are in ascending order and valid. */
export function forecastExhaustion({ points, limitPerS, seasonRatio }: ForecastInput): Forecast {
  const days = points.map(({ date }) => Date.parse(date) / DAY_MS)
  const [first, last] = [days[0], days.at(-1)]
  if (points.length < MIN_POINTS || first === undefined || last === undefined) {
    return {
      kind: 'refused',
      reason: text`The history has ${points.length} peaks. A date needs at least ${MIN_POINTS}; with fewer, growth cannot be told from chance.`,
    }
  }
  const logs = points.map(({ peakPerS }) => Math.log(peakPerS))
  const line = fitLine(days, logs)
  const length = last - first
  const season = length < SEASON_UNTIL_DAYS ? Math.log1p(seasonRatio) : 0
  const horizon = Math.floor(last + length / 2)
  const firstDay = (direction: 1 | -1): string | null => {
    for (let day = Math.ceil(last); day <= horizon; day += 1) {
      const bound = line.at(day) + direction * (line.reachAt(day) + season)
      if (bound >= Math.log(limitPerS)) return dateText(day)
    }
    return null
  }
  return {
    kind: 'dates',
    growthRatioPerMonth: Math.expm1(line.slope * DAYS_PER_MONTH),
    earliest: firstDay(1),
    latest: firstDay(-1),
    horizon: dateText(horizon),
  }
}

/** Least squares, and how far a future value may lie from the line: the usual prediction interval of a regression. */
function fitLine(x: readonly number[], y: readonly number[]) {
  const [middleX, middleY] = [mean([...x]), mean([...y])]
  const spread = x.reduce((sum, one) => sum + (one - middleX) ** 2, 0)
  const slope = x.reduce((sum, one, index) => sum + (one - middleX) * ((y[index] ?? 0) - middleY), 0) / spread
  const at = (day: number) => middleY + slope * (day - middleX)
  const residuals = x.map((one, index) => (y[index] ?? 0) - at(one))
  const squares = residuals.reduce((sum, one) => sum + one ** 2, 0)
  const count = effectiveCount(residuals, squares)
  const deviation = Math.sqrt(squares / (x.length - 2))
  const quantile = studentTQuantile(CONFIDENCE, Math.max(1, count - 2))
  const reachAt = (day: number) =>
    quantile * deviation * Math.sqrt(1 + 1 / count + ((day - middleX) ** 2 / spread) * (x.length / count))
  return { slope, at, reachAt }
}

/** n (1 - r) / (1 + r) where neighbouring residuals are correlated by r: the usual correction for an AR(1) series. */
function effectiveCount(residuals: readonly number[], squares: number): number {
  const products = residuals.slice(1).reduce((sum, one, index) => sum + one * (residuals[index] ?? 0), 0)
  const correlation = squares > 0 ? products / squares : 0
  if (correlation <= MAX_LAG_CORRELATION) return residuals.length
  return Math.max(3, (residuals.length * (1 - correlation)) / (1 + correlation))
}

function dateText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
