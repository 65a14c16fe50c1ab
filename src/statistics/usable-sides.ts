import type { Comparison, Design, Series, SeriesRole } from '../model/comparison.ts'
import { isOfBenchmark, quantityOf } from '../model/quantity.ts'
import { names, type Text, text } from '../model/text.ts'
import { MIN_PAIRS } from './design.ts'
import type { SeriesReading, Value } from './reading.ts'

/** The readings of one series on both sides. */
export type SeriesReadings = Readonly<{
  series: Series
  role: SeriesRole
  design: Design
  /** With `pairs`, both have the same length and the same order. */
  baseline: readonly SeriesReading[]
  candidate: readonly SeriesReading[]
}>

/** The numbers that can be compared, or the verdict if they cannot. */
export type UsableSides =
  | Readonly<{ kind: 'usable'; baseline: readonly Value[]; candidate: readonly Value[]; note: Text | null }>
  | (Readonly<{ kind: 'verdict' }> & Pick<Comparison, 'verdict' | 'reason' | 'obstacle'>)

/**
 * Selects the numbers that can be compared. A bad number of the candidate is never left out. A bad number of the baseline is left
 * out if there are good ones: otherwise it would block every pull request as long as it is stored.
 */
export function usableSides({ series, role, design, ...sides }: SeriesReadings): UsableSides {
  // A time of 0 was not measured. A counter of errors may well be 0.
  const zeroIsUnusable = role !== 'other' && series.unit === 'ms'
  const readable = zeroIsUnusable ? sides.baseline.map(withoutZero) : sides.baseline
  const candidate = zeroIsUnusable ? sides.candidate.map(withoutZero) : sides.candidate
  const baseline = ofSamePopulation(readable, candidate)
  const bad = candidate.find((reading) => reading.kind === 'unusable')
  const empty = role === 'endpoint' ? emptySides(baseline, candidate) : null
  if (empty !== null) return empty
  if (bad !== undefined) return instead('invalid', text`This run's value cannot be used: ${bad.reason}.`)
  const now = valuesOf(candidate)
  if (now.length === 0) return instead('missing', null)
  const badBefore = baseline.filter((reading) => reading.kind === 'unusable')
  const before = valuesOf(baseline)
  const [firstBad] = badBefore
  if (before.length === 0) {
    if (firstBad !== undefined)
      return instead('invalid', text`The baseline's value cannot be used: ${firstBad.reason}.`)
    return isExpectedOf(baseline, role) && !isOfBenchmark(series)
      ? instead('not-comparable', text`The baseline does not have it.`)
      : instead('new', null)
  }
  const sporadic = role !== 'primary' && before.length < baseline.length
  if (now.length < candidate.length && !sporadic) {
    return instead('missing', text`Only ${now.length} of ${candidate.length} runs have it.`)
  }
  const note =
    firstBad === undefined
      ? null
      : text`Left out: ${badBefore.length} of ${baseline.length} in the baseline cannot be used, because ${firstBad.reason}.`
  const usable = design === 'pairs' ? completePairs(baseline, candidate) : { baseline: before, candidate: now }
  if (design === 'pairs' && usable.candidate.length < MIN_PAIRS) {
    return instead(
      'not-comparable',
      text`Only ${usable.candidate.length} of ${candidate.length} pairs have it on both sides.`,
    )
  }
  const all = [...usable.baseline, ...usable.candidate]
  return (
    mismatchOf(all) ??
    (quantityOf(series) === 'allocations'
      ? zeroAllocations(usable)
      : role === 'other'
        ? zeroOf(series, all)
        : null) ?? {
      kind: 'usable',
      ...usable,
      note,
    }
  )
}

/**
 * An endpoint without any successful request is a fault of the service, which a person may accept. It is not a bad file. Raw
 * points name every endpoint, also those that are meant to fail.
 */
function emptySides(baseline: readonly SeriesReading[], candidate: readonly SeriesReading[]): UsableSides | null {
  const before = baseline.find(isEmpty)
  const now = candidate.find(isEmpty)
  const neverBefore = before !== undefined && baseline.every((one) => one.kind === 'absent' || isEmpty(one))
  // If another reading is damaged, the side is damaged and not only without successful requests.
  if (now !== undefined && candidate.some((one) => one.kind === 'unusable' && !one.isEmpty)) return null
  if (now !== undefined && neverBefore)
    return instead('inconclusive', text`There is no time to compare: ${now.reason}, and before it was the same.`)
  if (now !== undefined) return instead('missing', text`There is no time to compare: ${now.reason}.`)
  if (!neverBefore) return null
  // What is not called any more is not new.
  const verdict = candidate.every(({ kind }) => kind === 'absent') ? 'missing' : 'new'
  return instead(verdict, text`The baseline has no time of it: ${before.reason}.`)
}

function isEmpty(reading: SeriesReading): reading is Extract<SeriesReading, { kind: 'unusable' }> {
  return reading.kind === 'unusable' && reading.isEmpty
}

/**
 * A measured baseline is expected to have the primary series. An endpoint that the baseline has is not new if only one of its
 * statistics is absent.
 */
function isExpectedOf(baseline: readonly SeriesReading[], role: SeriesRole): boolean {
  if (role === 'primary') return baseline.length > 0
  return role === 'endpoint' && baseline.some((one) => one.kind === 'absent' && one.hasMetric)
}

/**
 * Runs that count the requests of setup() cannot be compared with runs that leave them out. Runs of a stored baseline that count
 * otherwise than the candidate are left out if others remain.
 */
function ofSamePopulation(
  baseline: readonly SeriesReading[],
  candidate: readonly SeriesReading[],
): readonly SeriesReading[] {
  const now = valuesOf(candidate)
  const isOther = (reading: SeriesReading) => reading.kind === 'value' && now.some((one) => countsOther(one, reading))
  if (!valuesOf(baseline).some((one) => !isOther(one))) return baseline
  return baseline.map((reading) => (isOther(reading) ? { kind: 'absent', hasMetric: true } : reading))
}

function countsOther({ setupSamples: one }: Value, { setupSamples: other }: Value): boolean {
  return (one === 'counted' && other === 'left-out') || (one === 'left-out' && other === 'counted')
}

/** A time of 0 is unusable, because a ratio needs numbers above 0. */
function withoutZero(reading: SeriesReading): SeriesReading {
  return reading.kind === 'value' && reading.value === 0
    ? { kind: 'unusable', reason: text`it is 0`, isEmpty: false }
    : reading
}

/** The readings that are numbers. */
export function valuesOf(readings: readonly SeriesReading[]): readonly Value[] {
  return readings.filter((reading) => reading.kind === 'value')
}

type UsableValues = Readonly<{ baseline: readonly Value[]; candidate: readonly Value[] }>

function completePairs(baseline: readonly SeriesReading[], candidate: readonly SeriesReading[]): UsableValues {
  const pairs = candidate.flatMap((now, index) => {
    const before = baseline[index]
    return now.kind === 'value' && before?.kind === 'value' ? [{ before, now }] : []
  })
  return { baseline: pairs.map(({ before }) => before), candidate: pairs.map(({ now }) => now) }
}

function mismatchOf(values: readonly Value[]): UsableSides | null {
  const populations = new Set(values.map(({ population }) => population))
  if (populations.size > 1) {
    return otherRequests(text`One side has the latency of successful requests, the other only that of all requests.`)
  }
  if (values.some((one) => values.some((other) => countsOther(one, other)))) {
    return otherRequests(
      text`One side counts the requests of setup() and teardown(), as a summary does, and the other leaves them out, as raw points do. Compare summaries with summaries, or raw points with raw points.`,
    )
  }
  const units = new Set(values.map(({ unit }) => unit))
  return units.size > 1
    ? otherRequests(text`It is measured in different units: ${names([...units].toSorted())}.`)
    : null
}

function otherRequests(reason: Text): UsableSides {
  return { kind: 'verdict', verdict: 'not-comparable', reason, obstacle: 'other-requests' }
}

/** Some times are really 0, such as the time to connect when the connection is already open. */
function zeroOf({ unit }: Pick<Series, 'unit'>, values: readonly Value[]): UsableSides | null {
  if (unit === 'ratio' || values.every(({ value }) => value > 0)) return null
  return values.every(({ value }) => value === 0)
    ? instead('unchanged', null)
    : instead('not-comparable', text`It is 0 in some runs, so there is no ratio.`)
}

/** Allocations are counted exactly, so a change from none to some is not noise. But it has no ratio. */
function zeroAllocations({ baseline, candidate }: UsableValues): UsableSides | null {
  const isNone = (side: readonly Value[]) => side.every(({ value }) => value === 0)
  if (isNone(baseline) && isNone(candidate)) return instead('unchanged', null)
  if (isNone(baseline)) return instead('unproven', text`It was 0 in the baseline, and now it is more.`)
  if (isNone(candidate)) return instead('unchanged', text`It is 0 now, and was more in the baseline.`)
  return zeroOf({ unit: 'bytes' }, [...baseline, ...candidate])
}

function instead(verdict: Comparison['verdict'], reason: Text | null): UsableSides {
  return { kind: 'verdict', verdict, reason }
}
