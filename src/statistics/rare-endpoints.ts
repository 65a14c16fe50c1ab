import { type EndpointGroup, groupedName, OTHER_ENDPOINTS, type ReadOptions } from '../model/read-options.ts'
import type { IdentifiedRun } from '../model/run.ts'
import { names, type Text, text } from '../model/text.ts'

/**
 * A name with 10 requests in one run is absent from another run of the same test in 5 of 100,000 cases, if requests are drawn at
 * random: exp(-10). With fewer, chance alone makes names come and go.
 */
const MIN_REQUESTS = 10

/** An endpoint is a recurring one where most of so many of the newest baseline runs have it. */
const RUNS_LOOKED_AT = 5

/** Names that are too rare to be endpoints of their own. They count in the numbers of the whole service. */
export type RareEndpoints = Readonly<{ names: ReadonlySet<string>; lost: readonly string[] }>

export type EndpointSources = Readonly<{
  candidate: readonly IdentifiedRun[]
  /** All runs of the baseline, oldest first. */
  baseline: readonly IdentifiedRun[]
  /** The runs whose endpoints the candidate must have too. */
  expected: readonly IdentifiedRun[]
  read: ReadOptions
}>

/**
 * Which names never come back: an id, a hash or a UUID in an address makes a new name of each request or of each build. Missing them
 * would block every change for ever.
 */
export function rareEndpoints({ candidate, baseline, expected, read }: EndpointSources): RareEndpoints {
  const now = candidate.map(requestsByEndpoint)
  const before = expected.map(requestsByEndpoint)
  const newest = baseline.slice(-RUNS_LOOKED_AT).map(requestsByEndpoint)
  const isIn = (name: string, runs: readonly Requests[]) => runs.some((run) => run.has(name))
  const hasMany = (name: string, runs: readonly Requests[]) =>
    isIn(name, runs) && meanRequests(name, runs) >= MIN_REQUESTS
  const isSteady = (name: string) =>
    meanRequests(name, before) === UNKNOWN || 2 * newest.filter((run) => run.has(name)).length > newest.length
  const recurs = (name: string) => hasMany(name, before) && isSteady(name)
  const all = [...new Set([...now, ...before].flatMap((run) => [...run.keys()]))].sort()
  const lost = all.filter((name) => !isIn(name, now))
  const added = all.filter((name) => !isIn(name, before))
  const renamed = candidate.length === 0 ? new Set<string>() : sameShape(lost, added)
  const isGone = (name: string) =>
    renamed.has(name) || mayBeInOther(name, candidate, read) || isGroupedNow(name, now, read.endpointGroups)
  const rare = all.filter((name) => {
    const hasEnough = hasMany(name, now) && (hasMany(name, before) || !isIn(name, before))
    if (isIn(name, now)) return renamed.has(name) || (!hasEnough && !recurs(name))
    return !recurs(name) || isGone(name)
  })
  const names = new Set(rare)
  return { names, lost: candidate.length === 0 ? [] : lost.filter((name) => names.has(name)) }
}

/** Requests of each endpoint in one run; null: the run does not say how many. */
type Requests = ReadonlyMap<string, number | null>

function requestsByEndpoint({ run }: IdentifiedRun): Requests {
  const requests = new Map<string, number | null>()
  for (const { endpoint, kind, sampleCount, stats } of run.measurements) {
    if (endpoint === null) continue
    // 0 successful requests are not 0 requests.
    const count = (kind === 'counter' ? stats.get('count') : sampleCount) || null
    const known = requests.get(endpoint) ?? null
    requests.set(endpoint, count === null || known === null ? (count ?? known) : Math.max(count, known))
  }
  return requests
}

/** Where a run does not say how many, its author named the endpoint: summaries know no others. */
const UNKNOWN = Number.POSITIVE_INFINITY

function meanRequests(name: string, runs: readonly Requests[]): number {
  const counts = runs.map((run) => (run.has(name) ? (run.get(name) ?? UNKNOWN) : 0))
  return counts.reduce((sum, count) => sum + count, 0) / runs.length
}

/** Names are cut off in the order in which they come, so that any of them may be counted as `other` on one side only. */
function mayBeInOther(name: string, candidate: readonly IdentifiedRun[], { maxEndpoints }: ReadOptions): boolean {
  return candidate.some(({ run }) => {
    if (run.cutOffNames != null) return run.cutOffNames.has(name)
    const names = new Set(run.measurements.map(({ endpoint }) => endpoint))
    return names.has(OTHER_ENDPOINTS) && names.size - Number(names.has(null)) > maxEndpoints
  })
}

/** A baseline from before the policy grouped these names. */
function isGroupedNow(name: string, now: readonly Requests[], groups: readonly EndpointGroup[]): boolean {
  const group = groupedName(name, groups)
  return group !== name && now.some((run) => run.has(group))
}

/** Names that differ from a name of the other side only by an id: an asset with a new hash is no new endpoint, and none is lost. */
function sameShape(lost: readonly string[], added: readonly string[]): ReadonlySet<string> {
  const shapesOf = (names: readonly string[]) => new Set(names.map(shapeOf))
  const [before, now] = [shapesOf(lost), shapesOf(added)]
  const changed = (name: string, other: ReadonlySet<string>) => shapeOf(name) !== name && other.has(shapeOf(name))
  return new Set([...lost.filter((name) => changed(name, now)), ...added.filter((name) => changed(name, before))])
}

/** UUIDs, hashes of eight characters and more, and numbers that stand alone between separators. */
const ID = /(?<![a-z\d])(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|(?=[a-z]*\d)[\da-f]{8,}|\d+)(?![a-z\d])/gi

/** `/users/*` for `/users/17`. */
export function shapeOf(name: string): string {
  return name.replaceAll(ID, '*')
}

/** What to say of names that both sides have, or only the candidate, and that are not judged on their own. */
export function rareNotes({ names: rare, lost }: RareEndpoints): readonly Text[] {
  const kept = [...rare].filter((name) => !lost.includes(name))
  if (kept.length === 0) return []
  const what = kept.length === 1 ? '1 endpoint has' : `${kept.length} endpoints have`
  return [
    text`${what} fewer than ${MIN_REQUESTS} requests a run or a name that does not come back, so they count in the whole service only: ${names(kept)}.`,
  ]
}
