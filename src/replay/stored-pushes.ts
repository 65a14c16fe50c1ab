import type { StoredRun } from '../model/baseline.ts'

/** The recorded runs of one commit, of all services. */
export type StoredPush = Readonly<{
  commit: string
  /** null: the default branch. */
  branch: string | null
  recordedAt: string
  runs: readonly [StoredRun, ...StoredRun[]]
}>

/**
 * The pushes that a store holds, in the order of recording. Runs that were added to a commit later belong to its push. A
 * commit that was recorded for two branches is two pushes.
 *
 * @param services stored runs by service, each in the order of recording
 */
export function storedPushes(services: ReadonlyMap<string, readonly StoredRun[]>): readonly StoredPush[] {
  const pushes = new Map<string, [StoredRun, ...StoredRun[]]>()
  for (const stored of [...services.values()].flat()) {
    const key = JSON.stringify([stored.branch ?? null, stored.commit])
    const push = pushes.get(key)
    if (push === undefined) pushes.set(key, [stored])
    else push.push(stored)
  }
  return [...pushes.values()].map(pushOf).toSorted((left, right) => timeOf(left) - timeOf(right))
}

function pushOf(runs: readonly [StoredRun, ...StoredRun[]]): StoredPush {
  const [first] = runs.toSorted((left, right) => timeOf(left) - timeOf(right))
  const { commit, branch = null, recordedAt } = first ?? runs[0]
  return { commit, branch, recordedAt, runs }
}

function timeOf({ recordedAt }: Readonly<{ recordedAt: string }>): number {
  return Date.parse(recordedAt)
}
