import type { PhaseEnd } from '../history/phase-ends.ts'
import type { StoredRun } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import { commitsUpTo } from '../setup/clone-history.ts'

const DATE = /^\d{4}-\d\d-\d\d$/
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * One end of a phase: a day, a tag or another ref of the clone, or a recorded commit.
 *
 * @param stored all stored runs of the default branch
 * @throws UserError when the end is unknown, or when nothing was recorded at or before it
 */
export async function readPhaseEnd(
  flag: 'from' | 'to',
  name: string,
  stored: readonly StoredRun[],
  clone: string,
): Promise<PhaseEnd> {
  const end = DATE.test(name) ? dayEnd(flag, name) : ((await cloneEnd(name, clone)) ?? recordedEnd(name, stored))
  if (end === null) {
    throw new UserError(
      `--${flag} cannot be ${JSON.stringify(name)}: it is no day such as 2026-09-01, no tag, branch or commit of the clone in ${clone}, and no recorded commit.`,
    )
  }
  if (stored.some(end.includes)) return end
  const oldest = stored
    .map(({ recordedAt }) => recordedAt)
    .toSorted()[0]
    ?.slice(0, 10)
  throw new UserError(
    `Nothing was recorded at or before --${flag} ${name}. The oldest stored run is of ${oldest}. Give a later ref, or older copies of the store with more --store.`,
  )
}

/** The whole day in UTC belongs to the phase. */
function dayEnd(flag: string, name: string): PhaseEnd {
  const start = Date.parse(name)
  if (Number.isNaN(start)) throw new UserError(`--${flag} cannot be ${JSON.stringify(name)}: there is no such day.`)
  return { name, includes: ({ recordedAt }) => Date.parse(recordedAt) < start + DAY_MS }
}

async function cloneEnd(name: string, clone: string): Promise<PhaseEnd | null> {
  const commits = await commitsUpTo(clone, name)
  return commits === null ? null : { name, includes: ({ commit }) => commits.has(commit) }
}

/** Without a clone, the order of recording takes the place of the history. */
function recordedEnd(name: string, stored: readonly StoredRun[]): PhaseEnd | null {
  const named = stored.filter(({ commit }) => commit === name || (name.length >= 7 && commit.startsWith(name)))
  if (new Set(named.map(({ commit }) => commit)).size !== 1) return null
  const last = Math.max(...named.map(({ recordedAt }) => Date.parse(recordedAt)))
  return { name, includes: ({ recordedAt }) => Date.parse(recordedAt) <= last }
}
