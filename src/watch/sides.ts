import { LEAST_PODS } from './compare-pods.ts'
import { SETTLE_S } from './looks.ts'

/** The times at which a pod was scraped: seconds since 1970, ascending, all on one grid. */
export type Presence = Readonly<{ version: string; pod: string; timesS: readonly number[] }>

/** The old and the new version of a service around a deployment. */
export type Sides = Readonly<{
  /** null: the label does not tell the version from the others. */
  baseline: string | null
  candidate: string | null
  /** When the new version was first seen. If no new version is known, when it was deployed. */
  startedAtS: number
  /** When another version came after the new one. null: no version did. */
  supersededAtS: number | null
  /** The time in which both versions served with enough pods. null: there was no such time, or it was too short. */
  overlap: Overlap | null
}>

export type Overlap = Readonly<{
  fromS: number
  untilS: number
  baseline: readonly string[]
  candidate: readonly string[]
  /** Pods of the new version that served in that time and disappeared before its end. */
  lost: readonly string[]
}>

/** A version that was first seen less than an hour before the deployment ended belongs to the deployment. */
const ROLLOUT_S = 3600

/** Four scrapes at the longest interval that Prometheus bridges. */
const LEAST_OVERLAP_S = 1200

/** The longest interval of scrapes that Prometheus bridges: https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness */
const SCRAPE_S = 300

/** A pod must have been there for this part of a window. */
export const LEAST_COVERAGE = 0.8

export type SidesQuestion = Readonly<{
  deployedAtS: number
  /** The distance between two times of the grid. */
  gridS: number
  /**
   * The version label of the new pods, or the deployed commit, which the label may abbreviate. null: the version that came with
   * the deployment.
   */
  version: string | null
}>

/** Finds the version that came with a deployment, the version before it, and the time in which both served. */
export function sidesOf(pods: readonly Presence[], question: SidesQuestion): Sides {
  const { deployedAtS, gridS } = question
  const seen = versionsOf(pods)
  const candidate = candidateOf(seen, question)
  if (candidate === null) {
    const [only, ...more] = seen
    const baseline = only === undefined || more.length > 0 ? null : only.version
    return { baseline, candidate: null, startedAtS: deployedAtS, supersededAtS: null, overlap: null }
  }
  const others = seen.filter((one) => one !== candidate)
  const later = others.filter(({ firstS }) => firstS > deployedAtS + SETTLE_S).map(({ firstS }) => firstS)
  const supersededAtS = later.length === 0 ? null : Math.min(...later)
  const before = others
    .map(({ version, timesS }) => ({ version, count: timesS.filter((time) => time <= deployedAtS).length }))
    .filter(({ count }) => count > 0)
  const baseline = before.toSorted((left, right) => right.count - left.count)[0]?.version ?? null
  return {
    baseline,
    candidate: candidate.version,
    startedAtS: Math.min(deployedAtS, Math.max(candidate.firstS, deployedAtS - ROLLOUT_S)),
    supersededAtS,
    overlap: baseline === null ? null : overlapOf(pods, baseline, candidate.version, gridS, supersededAtS ?? Infinity),
  }
}

type Version = Readonly<{ version: string; firstS: number; timesS: readonly number[] }>

/** Each version with the times of all its pods. */
function versionsOf(pods: readonly Presence[]): readonly Version[] {
  const versions = new Set(pods.map(({ version }) => version).filter((version) => version !== ''))
  return [...versions].map((version) => {
    const timesS = pods.filter((pod) => pod.version === version).flatMap((pod) => pod.timesS)
    return { version, timesS, firstS: Math.min(...timesS) }
  })
}

/** The version that was asked for. If it is not there, the last version that appeared during the deployment. */
function candidateOf(seen: readonly Version[], { version: wanted, deployedAtS }: SidesQuestion): Version | null {
  const named = seen.find(({ version }) => isNamed(version, wanted))
  const came = seen.filter(({ firstS }) => firstS >= deployedAtS - ROLLOUT_S && firstS <= deployedAtS + SETTLE_S)
  return named ?? came.toSorted((left, right) => right.firstS - left.firstS)[0] ?? null
}

/** A label holds the version, or at least the first 7 characters of the commit. */
function isNamed(version: string, wanted: string | null): boolean {
  if (wanted === null) return false
  return version === wanted || (version.length >= 7 && /^[0-9a-f]+$/.test(version) && wanted.startsWith(version))
}

/**
 * The longest time without a break in which both versions had enough pods. Pods of the new version count once they have settled.
 */
function overlapOf(
  pods: readonly Presence[],
  baseline: string,
  candidate: string,
  gridS: number,
  supersededAtS: number,
): Overlap | null {
  const enough = timesWithEnough(pods, baseline, candidate).filter((time) => time <= supersededAtS)
  const [fromS = 0, untilS = 0] = longestStretch(enough, gridS)
  if (untilS - fromS < LEAST_OVERLAP_S) return null
  const all = (untilS - fromS) / gridS + 1
  const present = (version: string): readonly string[] =>
    pods
      .filter((pod) => pod.version === version)
      .filter(({ timesS }) => timesS.filter((time) => time >= fromS && time <= untilS).length >= LEAST_COVERAGE * all)
      .map(({ pod }) => pod)
  const [oldPods, newPods] = [present(baseline), present(candidate)]
  if (oldPods.length < LEAST_PODS || newPods.length < LEAST_PODS) return null
  const lost = pods.filter(({ version, timesS }) => {
    const last = timesS.at(-1) ?? 0
    return version === candidate && last > fromS && last < untilS - SCRAPE_S
  })
  return { fromS, untilS, baseline: oldPods, candidate: newPods, lost: lost.map(({ pod }) => pod) }
}

/** The times at which enough old pods and enough settled new pods served, in ascending order. */
function timesWithEnough(pods: readonly Presence[], baseline: string, candidate: string): readonly number[] {
  const counts = new Map<number, { oldPods: number; newPods: number }>()
  const start = Math.min(...pods.map(({ timesS }) => timesS[0] ?? Infinity))
  for (const { version, timesS } of pods) {
    if (version !== baseline && version !== candidate) continue
    // A pod that was there at the first time may have started long before, so it counts as settled.
    const settledAt = version === baseline || timesS[0] === start ? -Infinity : (timesS[0] ?? 0) + SETTLE_S
    for (const time of timesS) {
      const at = counts.get(time) ?? { oldPods: 0, newPods: 0 }
      if (version === baseline) at.oldPods += 1
      else if (time >= settledAt) at.newPods += 1
      counts.set(time, at)
    }
  }
  return [...counts]
    .filter(([, { oldPods, newPods }]) => oldPods >= LEAST_PODS && newPods >= LEAST_PODS)
    .map(([time]) => time)
    .sort((left, right) => left - right)
}

/** The first and the last of the times that follow each other for longest without a break. */
function longestStretch(times: readonly number[], gridS: number): readonly [number, number] {
  let best: readonly [number, number] = [0, 0]
  let from = times[0] ?? 0
  for (const [index, time] of times.entries()) {
    if (index > 0 && time - (times[index - 1] ?? 0) > gridS * 1.5) from = time
    if (time - from > best[1] - best[0]) best = [from, time]
  }
  return best
}
