import { name, text } from '../model/text.ts'
import { type Ask, askByLabel } from './ask.ts'
import { boundFor, LEAST_SLOW_REQUESTS } from './bound.ts'
import { comparePods } from './compare-pods.ts'
import type { Failures, Measured } from './evidence.ts'
import { type BucketValue, type Histogram, histogramOf, slowerThan, sumOf } from './histogram.ts'
import { NoDataError } from './no-data.ts'
import type { Labels, Queries } from './queries.ts'
import type { Sides, Together } from './sides.ts'

/** What to do where there is no bucket. */
export const NOT_CLASSIC = { action: text`Only classic histograms are read, not native ones.` } as const

type PodsQuestion = Readonly<{
  queries: Queries
  ask: Ask
  sides: Sides
  together: Together
  labels: Labels
  unit: 's' | 'ms'
}>

/** Old and new pods while both serve. */
export async function askPods({ queries, ask, sides, together, labels, unit }: PodsQuestion): Promise<Measured> {
  const { fromS, untilS } = together
  const windowS = untilS - fromS
  const query = queries.bucketsByPod(windowS)
  const values = await ask.instant(query, untilS)
  const histogramsOf = (version: string | null, pods: readonly string[]): readonly Histogram[] =>
    pods.map((pod) => {
      const own = values.filter((one) => one.labels[labels.version] === version && one.labels[labels.pod] === pod)
      const buckets = own.map(({ labels: found, value }): BucketValue => ({ le: found.le ?? '', value }))
      const histogram = histogramOf(buckets)
      if (histogram === null)
        throw new NoDataError(text`the pod ${name(pod)} is scraped, and has no buckets`, NOT_CLASSIC)
      return histogram
    })
  const [old, young] = [
    histogramsOf(sides.baseline, together.baseline),
    histogramsOf(sides.candidate, together.candidate),
  ]
  const end = boundFor(withSharedBuckets(sumOf(old), sumOf(young)), unit)
  const [baseline, candidate] = [sumOf(old), sumOf(young)]
  requireTraffic(baseline, candidate, end)
  return {
    kind: 'pods',
    fromS,
    untilS,
    units: { baseline: old.length, candidate: young.length },
    query,
    unit,
    end,
    difference: comparePods(old, young, end),
    baseline,
    candidate,
    failures: await failuresOf({ queries, ask, sides, labels }, windowS, untilS),
  }
}

/** The old version's requests, in the buckets that the new one has as well. */
export function withSharedBuckets(baseline: Histogram, candidate: Histogram): Histogram {
  const buckets = baseline.buckets.filter(({ end }) => candidate.buckets.some((bucket) => bucket.end === end))
  return { ...baseline, buckets }
}

/** @throws NoDataError where the new version has too few requests, by the share that would be slow of the old one's */
export function requireTraffic(baseline: Histogram, candidate: Histogram, end: number): void {
  const slowRatio = (slowerThan(baseline, end) ?? 0) / baseline.requests
  const needed = Math.ceil(LEAST_SLOW_REQUESTS / slowRatio)
  if (candidate.requests >= needed) return
  throw new NoDataError(
    text`too little traffic: ${Math.round(candidate.requests).toString()} requests of the new version, and ${needed.toString()} are needed`,
    { mayCome: true },
  )
}

async function failuresOf(
  { queries, ask, sides, labels }: Pick<PodsQuestion, 'queries' | 'ask' | 'sides' | 'labels'>,
  windowS: number,
  atS: number,
): Promise<Measured['failures']> {
  const all = await askByLabel(ask, queries.withStatusByVersion(windowS), labels.version, atS)
  const failed = await askByLabel(ask, queries.failedByVersion(windowS), labels.version, atS)
  const [baseline, candidate] = [sides.baseline, sides.candidate].map((version): Failures => {
    // A service without an error has no series of errors: that is 0, where its other requests say a status.
    return { failed: failed.get(version ?? '') ?? 0, requests: all.get(version ?? '') ?? 0 }
  })
  if (baseline === undefined || candidate === undefined) return null
  return baseline.requests === 0 || candidate.requests === 0 ? null : { baseline, candidate }
}
