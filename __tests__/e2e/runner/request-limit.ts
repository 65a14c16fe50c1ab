import type { JournalEntry } from '../github/journal.ts'
import type { World } from '../github/world.ts'

/** What one run may ask of GitHub, whatever it does, and for each further pull request with the same head. docs/github.md says so. */
const MAX_REQUESTS = 20
const MAX_MORE = 10

/** The answer to a command; an artifact; and which jobs of a load test that did not succeed failed, where the job of the gate may be one of them. */
const FREE_ONCE = [
  'reactions/create-for-issue-comment',
  'actions/download-artifact',
  'actions/list-jobs-for-workflow-run-attempt',
]

/**
 * The requests of a run that count against its limit. An artifact and a baseline file are each free once, so a second
 * download of the same one counts. Where baselines come from artifacts, the list of a load test of the branch stands for the
 * file. A request that a planned fault hit is asked again, and is counted then.
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
  // The run that asks is still in progress.
  return run?.event === 'push' && run.status === 'completed'
}

/** Throws when a run asked for more than docs/github.md promises. */
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
