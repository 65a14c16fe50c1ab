import { name, text } from '../model/text.ts'
import { type Ask, askByLabel } from './ask.ts'
import { boundFor, LEAST_SLOW_REQUESTS } from './bound.ts'
import { comparePods } from './compare-pods.ts'
import type { Failures, Measured } from './evidence.ts'
import { type BucketValue, type Histogram, histogramOf, slowerThan, sumOf } from './histogram.ts'
import { NoDataError } from './no-data.ts'
import type { Labels, Queries } from './queries.ts'
import type { Overlap, Sides } from './sides.ts'

/** What to do when there are no buckets. */
export const NOT_CLASSIC = { action: text`Only classic histograms can be read, not native histograms.` } as const

type PodsQuestion = Readonly<{
  queries: Queries
  ask: Ask
  sides: Sides
  overlap: Overlap
  labels: Labels
  unit: 's' | 'ms'
}>

/** Compares old and new pods in the time in which both serve. */
export async function askPods({ queries, ask, sides, overlap, labels, unit }: PodsQuestion): Promise<Measured> {
  const { fromS, untilS } = overlap
  const windowS = untilS - fromS
  const query = queries.bucketsByPod(windowS)
  const values = await ask.instant(query, untilS)
  const histogramsOf = (version: string | null, pods: readonly string[]): readonly Histogram[] =>
    pods.map((pod) => {
      const own = values.filter((value) => value.labels[labels.version] === version && value.labels[labels.pod] === pod)
      const buckets = own.map(({ labels: found, value }): BucketValue => ({ le: found.le ?? '', value }))
      const histogram = histogramOf(buckets)
      if (histogram === null)
        throw new NoDataError(text`the pod ${name(pod)} is scraped but has no buckets`, NOT_CLASSIC)
      return histogram
    })
  const [oldPods, newPods] = [
    histogramsOf(sides.baseline, overlap.baseline),
    histogramsOf(sides.candidate, overlap.candidate),
  ]
  const end = boundFor(withSharedBuckets(sumOf(oldPods), sumOf(newPods)), unit)
  const [baseline, candidate] = [sumOf(oldPods), sumOf(newPods)]
  requireTraffic(baseline, candidate, end)
  return {
    kind: 'pods',
    fromS,
    untilS,
    units: { baseline: oldPods.length, candidate: newPods.length },
    query,
    unit,
    end,
    difference: comparePods(oldPods, newPods, end),
    baseline,
    candidate,
    failures: await failuresOf({ queries, ask, sides, labels }, windowS, untilS),
  }
}

/** The requests of the old version, in the buckets that both versions have. */
export function withSharedBuckets(baseline: Histogram, candidate: Histogram): Histogram {
  const buckets = baseline.buckets.filter(({ end }) => candidate.buckets.some((bucket) => bucket.end === end))
  return { ...baseline, buckets }
}

/**
 * The new version needs 100 slow requests if it is as fast as the old one.
 *
 * @throws NoDataError when the new version has fewer requests than that takes
 */
export function requireTraffic(baseline: Histogram, candidate: Histogram, end: number): void {
  const slowRatio = (slowerThan(baseline, end) ?? 0) / baseline.requests
  const needed = Math.ceil(LEAST_SLOW_REQUESTS / slowRatio)
  if (candidate.requests >= needed) return
  throw new NoDataError(
    text`too little traffic: the new version got ${Math.round(candidate.requests)} requests, and ${needed} are needed`,
    { mayComeLater: true },
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
    // Prometheus has no series of errors before the first error. The service has requests with a status, so the number of errors
    // is 0.
    return { failed: failed.get(version ?? '') ?? 0, requests: all.get(version ?? '') ?? 0 }
  })
  if (baseline === undefined || candidate === undefined) return null
  return baseline.requests === 0 || candidate.requests === 0 ? null : { baseline, candidate }
}
