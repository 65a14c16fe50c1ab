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
const STEP_S = 300

type Window = Readonly<{ fromS: number; untilS: number }>

/** Compares the step at the deployment with the steps at the same time on the days before. */
export async function askDays(question: DaysQuestion): Promise<Measured> {
  const { queries, ask, sides, look, deployedAtS, unit } = question
  const windowS = 60 * look.minutes
  // During the roll-out old and new pods serve, so neither window contains it.
  const before = windowUntil(sides.startedAtS - (sides.candidate === null ? SETTLE_S : 0), windowS)
  const after = windowUntil(deployedAtS + SETTLE_S + windowS, windowS)
  const scraped = await scrapedTimes(question, before.fromS - DAYS * DAY_S, after.untilS)
  requireScraped(scraped, before, `${look.minutes} minutes before`)
  requireScraped(scraped, after, `${look.minutes} minutes after`)
  // Old pods may still serve after the deployment. The second query leaves them out, because they would hide a part of the
  // change.
  const [from, to] = [
    await required(ask, queries.buckets(windowS, null), before.untilS, 'before'),
    await required(ask, queries.buckets(windowS, sides.candidate), after.untilS, 'after'),
  ]
  const end = boundFor(withSharedBuckets(from, to), unit)
  requireTraffic(from, to, end)
  const days = await stepsOfDays(question, windowS, { before, after, scraped, end })
  return {
    kind: 'days',
    fromS: after.fromS,
    untilS: after.untilS,
    units: { baseline: days.length, candidate: 1 },
    query: queries.buckets(windowS, sides.candidate),
    unit,
    end,
    difference: compareDays({ before: from, after: to }, days, end),
    baseline: from,
    candidate: to,
    failures: await failuresOf(question, windowS, before.untilS, after.untilS),
  }
}

type DaysWindows = Readonly<{ before: Window; after: Window; scraped: readonly number[]; end: number }>

/** The steps at the same time on the days before. Throws a NoDataError if too few days have enough requests. */
async function stepsOfDays(
  { queries, ask }: DaysQuestion,
  windowS: number,
  { before, after, scraped, end }: DaysWindows,
): Promise<readonly Step[]> {
  const days: Step[] = []
  for (let day = 1; day <= DAYS; day += 1) {
    const [earlier, later] = [shifted(before, day), shifted(after, day)]
    if (Math.min(coverage(scraped, earlier), coverage(scraped, later)) < LEAST_COVERAGE) continue
    const [left, right] = [
      await askHistogram(ask, queries.buckets(windowS, null), earlier.untilS),
      await askHistogram(ask, queries.buckets(windowS, null), later.untilS),
    ]
    if (left !== null && right !== null && isUsable(left, end) && isUsable(right, end))
      days.push({ before: left, after: right })
  }
  if (days.length >= LEAST_DAYS) return days
  throw new NoDataError(
    text`only ${days.length.toString()} of the ${DAYS.toString()} days before the deployment have enough requests at this time of day, and ${LEAST_DAYS.toString()} are needed`,
  )
}

function windowUntil(untilS: number, windowS: number): Window {
  return { fromS: untilS - windowS, untilS }
}

function shifted({ fromS, untilS }: Window, days: number): Window {
  return { fromS: fromS - days * DAY_S, untilS: untilS - days * DAY_S }
}

async function scrapedTimes({ queries, ask }: DaysQuestion, from: number, until: number): Promise<readonly number[]> {
  const range = { startSeconds: from, endSeconds: until, stepSeconds: STEP_S }
  const [series] = await ask.range(queries.anyPod, range)
  return (series?.points ?? []).filter(({ value }) => value !== null).map(({ t }) => t)
}

/** The part of a window in which the service was scraped, 0..1. */
function coverage(times: readonly number[], { fromS, untilS }: Window): number {
  const inside = times.filter((time) => time > fromS && time <= untilS).length
  return Math.min(1, inside / Math.floor((untilS - fromS) / STEP_S))
}

function requireScraped(scraped: readonly number[], window: Window, which: string): void {
  const covered = coverage(scraped, window)
  if (covered >= LEAST_COVERAGE) return
  throw new NoDataError(
    text`Prometheus scraped the service in only ${Math.round(100 * covered).toString()} % of the ${which} the deployment`,
  )
}

async function required(ask: Ask, query: string, atS: number, which: string): Promise<Histogram> {
  const histogram = await askHistogram(ask, query, atS)
  if (histogram !== null) return histogram
  throw new NoDataError(text`Prometheus has no buckets ${which} the deployment`, NOT_CLASSIC)
}

function isUsable(histogram: Histogram, end: number): boolean {
  return (slowerThan(histogram, end) ?? 0) >= LEAST_SLOW_OF_A_DAY
}

async function failuresOf(
  { queries, ask, sides }: DaysQuestion,
  windowS: number,
  beforeS: number,
  afterS: number,
): Promise<Measured['failures']> {
  const side = async (version: string | null, atS: number): Promise<Failures> => ({
    requests: await requestCount(ask, queries.withStatus(windowS, version), atS),
    failed: await requestCount(ask, queries.failed(windowS, version), atS),
  })
  const [baseline, candidate] = [await side(null, beforeS), await side(sides.candidate, afterS)]
  return baseline.requests === 0 || candidate.requests === 0 ? null : { baseline, candidate }
}

/** The number of requests that a query counts: 0 when there is no series. */
async function requestCount(ask: Ask, query: string, atS: number): Promise<number> {
  const [found] = await ask.instant(query, atS)
  if (found?.value === null) throw new NoDataError(text`the count of requests is not a number`)
  return found?.value ?? 0
}
