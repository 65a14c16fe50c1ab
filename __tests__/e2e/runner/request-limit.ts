import type { JournalEntry } from '../github/journal.ts'
import type { World } from '../github/world.ts'

/**
 * The number of requests that one run may send, and the further requests for each other pull request with the same head.
 * docs/github.md names the same numbers.
 */
const MAX_REQUESTS = 20
const MAX_MORE = 10

/**
 * Further requests that are allowed: one for the answer to a command, one per artifact, and one for the failed jobs of a load
 * test that did not succeed, if the job of the gate may be among them.
 */
const FREE_ONCE = [
  'reactions/create-for-issue-comment',
  'actions/download-artifact',
  'actions/list-jobs-for-workflow-run-attempt',
]

/**
 * The requests of a run that count against its limit. Each artifact and each baseline file is free once, so a second download of
 * it counts. If baselines come from artifacts, the list of a load test of the branch takes the place of the file. A request that
 * a planned fault hit is sent again and counts then.
 */
function countedRequests(journal: readonly JournalEntry[], { runs }: Pick<World, 'runs'>): readonly string[] {
  const counted: string[] = []
  const free = new Set<string>()
  for (const { origin, operationId, method, path, isFaulty } of journal) {
    if (origin !== 'api' || isFaulty) continue
    const name = operationId ?? `${method} ${path}`
    const isFree = isFileOfBaseline(name, path, runs) || FREE_ONCE.includes(name)
    if (!isFree || free.has(path)) counted.push(name)
    else free.add(path)
  }
  return counted
}

function isFileOfBaseline(operationId: string, path: string, runs: World['runs']): boolean {
  if (operationId === 'git/get-blob') return true
  const runId = /\/actions\/runs\/(\d+)\/artifacts$/.exec(path)?.[1]
  const run = runId === undefined ? undefined : runs.get(Number(runId))
  // The run that sends the request is still in progress.
  return run?.event === 'push' && run.status === 'completed'
}

/** Throws when a run sent more requests than docs/github.md promises. */
export function expectFewRequests(
  journal: readonly JournalEntry[],
  world: Pick<World, 'runs'>,
  pullRequests: number,
): void {
  const counted = countedRequests(journal, world)
  const promised = MAX_REQUESTS + MAX_MORE * (pullRequests - 1)
  if (counted.length > promised)
    throw new Error(`${counted.length} requests, and ${promised} are promised:\n${counted.join('\n')}`)
}
