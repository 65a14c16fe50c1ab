import { LEAST_PODS } from './compare-pods.ts'
import { SETTLE_S } from './looks.ts'

/** When a pod was there to be scraped: seconds since 1970, ascending, all on one grid. */
export type Presence = Readonly<{ version: string; pod: string; timesS: readonly number[] }>

/** The old and the new version of a service around a deployment. */
export type Sides = Readonly<{
  /** null: it cannot be told from the rest. */
  baseline: string | null
  candidate: string | null
  /** When the new version was first seen, or the deployment where it is not known. */
  startedAtS: number
  /** When another version came after it. null: none did. */
  supersededAtS: number | null
  /** When both served with enough pods, and which. null: they never did for long enough. */
  together: Together | null
}>

export type Together = Readonly<{
  fromS: number
  untilS: number
  baseline: readonly string[]
  candidate: readonly string[]
  /** Pods of the new version that served and were lost before the end. */
  lost: readonly string[]
}>

/** A version that is first seen within this time before the deployment ended came with it. */
const ROLLOUT_S = 3600

/** Four scrapes at the longest interval that Prometheus bridges. */
const LEAST_TOGETHER_S = 1200

/** The longest interval of scrapes that Prometheus bridges: https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness */
const SCRAPE_S = 300

/** A pod must have been there for this part of a window. */
export const LEAST_COVERAGE = 0.8

export type SidesQuestion = Readonly<{
  deployedAtS: number
  /** The distance of the grid. */
  stepS: number
  /** What the version label of the new pods says, or the deployed commit that it may begin with. null: whatever came with the deployment. */
  version: string | null
}>

/** Which version came with a deployment, which was there before, and when both served. */
export function sidesOf(pods: readonly Presence[], question: SidesQuestion): Sides {
  const { deployedAtS, stepS } = question
  const seen = versionsOf(pods)
  const candidate = candidateOf(seen, question)
  if (candidate === null) {
    const [only, ...more] = seen
    const baseline = only === undefined || more.length > 0 ? null : only.version
    return { baseline, candidate: null, startedAtS: deployedAtS, supersededAtS: null, together: null }
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
    together:
      baseline === null ? null : togetherOf(pods, baseline, candidate.version, stepS, supersededAtS ?? Infinity),
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

/** The version that was asked for, or the last one that appeared while the deployment ran. */
function candidateOf(seen: readonly Version[], { version: wanted, deployedAtS }: SidesQuestion): Version | null {
  const named = seen.find(({ version }) => isNamed(version, wanted))
  const came = seen.filter(({ firstS }) => firstS >= deployedAtS - ROLLOUT_S && firstS <= deployedAtS + SETTLE_S)
  return named ?? came.toSorted((left, right) => right.firstS - left.firstS)[0] ?? null
}

/** A label may hold the whole commit or its first characters, with `v` or a name before it or not. */
function isNamed(version: string, wanted: string | null): boolean {
  if (wanted === null) return false
  return version === wanted || (version.length >= 7 && /^[0-9a-f]+$/.test(version) && wanted.startsWith(version))
}

/** The longest time without a break in which both sides had enough pods, those of the new version no longer just started. */
function togetherOf(
  pods: readonly Presence[],
  baseline: string,
  candidate: string,
  stepS: number,
  untilS: number,
): Together | null {
  const count = new Map<number, { old: number; young: number }>()
  const start = Math.min(...pods.map(({ timesS }) => timesS[0] ?? Infinity))
  for (const { version, timesS } of pods) {
    if (version !== baseline && version !== candidate) continue
    // An instance that was there from the first moment is no new process.
    const settledAt = version === baseline || timesS[0] === start ? -Infinity : (timesS[0] ?? 0) + SETTLE_S
    for (const time of timesS) {
      const at = count.get(time) ?? { old: 0, young: 0 }
      if (version === baseline) at.old += 1
      else if (time >= settledAt) at.young += 1
      count.set(time, at)
    }
  }
  const enough = [...count]
    .filter(([time, { old, young }]) => old >= LEAST_PODS && young >= LEAST_PODS && time <= untilS)
    .map(([time]) => time)
    .sort((left, right) => left - right)
  const [fromS = 0, end = 0] = longestRun(enough, stepS)
  if (end - fromS < LEAST_TOGETHER_S) return null
  const all = (end - fromS) / stepS + 1
  const present = (version: string): readonly string[] =>
    pods
      .filter((pod) => pod.version === version)
      .filter(({ timesS }) => timesS.filter((time) => time >= fromS && time <= end).length >= LEAST_COVERAGE * all)
      .map(({ pod }) => pod)
  const [old, young] = [present(baseline), present(candidate)]
  if (old.length < LEAST_PODS || young.length < LEAST_PODS) return null
  const lost = pods.filter(({ version, timesS }) => {
    const last = timesS.at(-1) ?? 0
    return version === candidate && last > fromS && last < end - SCRAPE_S
  })
  return { fromS, untilS: end, baseline: old, candidate: young, lost: lost.map(({ pod }) => pod) }
}

/** The first and the last of the longest run of times without a break. */
function longestRun(times: readonly number[], stepS: number): readonly [number, number] {
  let best: readonly [number, number] = [0, 0]
  let from = times[0] ?? 0
  for (const [index, time] of times.entries()) {
    if (index > 0 && time - (times[index - 1] ?? 0) > stepS * 1.5) from = time
    if (time - from > best[1] - best[0]) best = [from, time]
  }
  return best
}
