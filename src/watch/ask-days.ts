import { text } from '../model/text.ts'
import type { WatchLook } from '../model/watch.ts'
import { type Ask, askHistogram } from './ask.ts'
import { NOT_CLASSIC, requireTraffic, withSharedBuckets } from './ask-pods.ts'
import { boundFor } from './bound.ts'
import { compareDays, DAYS, LEAST_DAYS, type Step } from './compare-days.ts'
import type { Failures, Measured } from './evidence.ts'
import { type Histogram, slowerThan } from './histogram.ts'
import { SETTLE_S } from './looks.ts'
import { NoDataError } from './no-data.ts'
import type { Queries } from './queries.ts'
import { LEAST_COVERAGE, type Sides } from './sides.ts'

type DaysQuestion = Readonly<{
  queries: Queries
  ask: Ask
  sides: Sides
  look: WatchLook
  deployedAtS: number
  unit: 's' | 'ms'
}>

const DAY_S = 86_400

/** With fewer slow requests, the step of a day is mostly chance. */
const LEAST_SLOW_OF_A_DAY = 30

/**
 * The grid on which a service counts as scraped or not. Prometheus bridges gaps of five minutes, so a finer grid would show no
 * more.
 */
const GRID_S = 300

type Window = Readonly<{ fromS: number; untilS: number }>

/** The two windows that are compared. They lie at the same time on each of the days before. */
type Windows = Readonly<{ before: Window; after: Window }>

/** Compares the step at the deployment with the steps at the same time on the days before. */
export async function askDays(question: DaysQuestion): Promise<Measured> {
  const { queries, sides, unit } = question
  const windows = windowsOf(question)
  const { before, after } = windows
  const scraped = await scrapedTimes(question, daysEarlier(before, DAYS).fromS, after.untilS)
  requireScraped(scraped, windows, question.look)
  const today = await stepAtDeployment(question, windows)
  const end = boundFor(withSharedBuckets(today.before, today.after), unit)
  requireTraffic(today.before, today.after, end)
  const days = await stepsBefore(question, windows, scraped, end)
  return {
    kind: 'days',
    fromS: after.fromS,
    untilS: after.untilS,
    units: { baseline: days.length, candidate: 1 },
    query: queries.buckets(lengthOf(after), sides.candidate),
    unit,
    end,
    difference: compareDays(today, days, end),
    baseline: today.before,
    candidate: today.after,
    failures: await failuresOf(question, windows),
  }
}

/** During the roll-out old and new pods serve, so neither window contains it. */
function windowsOf({ sides, look, deployedAtS }: DaysQuestion): Windows {
  const lengthS = 60 * look.minutes
  const beforeUntilS = sides.startedAtS - (sides.candidate === null ? SETTLE_S : 0)
  const afterFromS = deployedAtS + SETTLE_S
  return {
    before: { fromS: beforeUntilS - lengthS, untilS: beforeUntilS },
    after: { fromS: afterFromS, untilS: afterFromS + lengthS },
  }
}

function lengthOf({ fromS, untilS }: Window): number {
  return untilS - fromS
}

function requireScraped(scraped: readonly number[], windows: Windows, { minutes }: WatchLook): void {
  for (const which of ['before', 'after'] as const) {
    const covered = coverage(scraped, windows[which])
    if (covered < LEAST_COVERAGE)
      throw new NoDataError(
        text`Prometheus scraped the service in only ${Math.round(100 * covered)} % of the ${minutes} minutes ${which} the deployment`,
      )
  }
}

/**
 * Old pods may still serve after the deployment. The second query leaves them out, because they would hide a part of the change.
 */
async function stepAtDeployment({ queries, ask, sides }: DaysQuestion, { before, after }: Windows): Promise<Step> {
  return {
    before: await requiredHistogram(ask, queries.buckets(lengthOf(before), null), before.untilS, 'before'),
    after: await requiredHistogram(ask, queries.buckets(lengthOf(after), sides.candidate), after.untilS, 'after'),
  }
}

/** The steps on the days before. Days on which too little is known are left out. */
async function stepsBefore(
  { queries, ask }: DaysQuestion,
  { before, after }: Windows,
  scraped: readonly number[],
  end: number,
): Promise<readonly Step[]> {
  const days: Step[] = []
  for (let day = 1; day <= DAYS; day += 1) {
    const [earlier, later] = [daysEarlier(before, day), daysEarlier(after, day)]
    if (Math.min(coverage(scraped, earlier), coverage(scraped, later)) < LEAST_COVERAGE) continue
    const [left, right] = [
      await askHistogram(ask, queries.buckets(lengthOf(earlier), null), earlier.untilS),
      await askHistogram(ask, queries.buckets(lengthOf(later), null), later.untilS),
    ]
    if (left !== null && right !== null && isUsable(left, end) && isUsable(right, end))
      days.push({ before: left, after: right })
  }
  if (days.length >= LEAST_DAYS) return days
  throw new NoDataError(
    text`only ${days.length} of the ${DAYS} days before the deployment have enough requests at this time of day, and ${LEAST_DAYS} are needed`,
  )
}

function daysEarlier({ fromS, untilS }: Window, days: number): Window {
  return { fromS: fromS - days * DAY_S, untilS: untilS - days * DAY_S }
}

async function scrapedTimes({ queries, ask }: DaysQuestion, from: number, until: number): Promise<readonly number[]> {
  const range = { startSeconds: from, endSeconds: until, stepSeconds: GRID_S }
  const [series] = await ask.range(queries.anyPod, range)
  return (series?.points ?? []).filter(({ value }) => value !== null).map(({ t }) => t)
}

/** The part of a window in which the service was scraped, 0..1. */
function coverage(times: readonly number[], { fromS, untilS }: Window): number {
  const inside = times.filter((time) => time > fromS && time <= untilS).length
  return Math.min(1, inside / Math.floor((untilS - fromS) / GRID_S))
}

async function requiredHistogram(ask: Ask, query: string, atS: number, which: string): Promise<Histogram> {
  const histogram = await askHistogram(ask, query, atS)
  if (histogram !== null) return histogram
  throw new NoDataError(text`Prometheus has no buckets ${which} the deployment`, NOT_CLASSIC)
}

function isUsable(histogram: Histogram, end: number): boolean {
  return (slowerThan(histogram, end) ?? 0) >= LEAST_SLOW_OF_A_DAY
}

async function failuresOf(
  { queries, ask, sides }: DaysQuestion,
  { before, after }: Windows,
): Promise<Measured['failures']> {
  const side = async (version: string | null, window: Window): Promise<Failures> => ({
    requests: await requestCount(ask, queries.withStatus(lengthOf(window), version), window.untilS),
    failed: await requestCount(ask, queries.failed(lengthOf(window), version), window.untilS),
  })
  const [baseline, candidate] = [await side(null, before), await side(sides.candidate, after)]
  return baseline.requests === 0 || candidate.requests === 0 ? null : { baseline, candidate }
}

/** The number of requests that a query counts: 0 when there is no series. */
async function requestCount(ask: Ask, query: string, atS: number): Promise<number> {
  const [found] = await ask.instant(query, atS)
  if (found?.value === null) throw new NoDataError(text`the count of requests is not a number`)
  return found?.value ?? 0
}
