import type { BaselineLookup, BaselineMark, StoredRun } from '../model/baseline.ts'
import { UserError } from '../model/errors.ts'
import type { MergedOverride } from '../model/ledger.ts'
import type { CollectedRuns } from '../model/run.ts'
import type { BaselineStore, LoadAt } from './store.ts'

/** The results of one load test of a branch, and the overrides that were merged with its commit. */
export type BranchResults = Readonly<{
  /** What people call it: `run 123`. */
  name: string
  commit: string
  recordedAt: string
  collected: CollectedRuns
  overrides: readonly MergedOverride[]
}>

/** The load tests of a branch at or before a commit whose artifacts still exist. They are read one by one, the newest first. */
export type ArtifactSource = Readonly<{
  /** What people call it: `artifacts of perf.yml`. */
  place: string
  read(at: LoadAt): AsyncIterable<BranchResults>
}>

/**
 * Each load test costs three requests and its downloads. Three load tests show the noise only roughly; the branch store shows it
 * better.
 */
const LOAD_TESTS_READ = 3

/**
 * Uses the artifacts of the newest load tests of a branch as baselines. It needs no set-up and writes nothing. But artifacts live
 * only as long as GitHub keeps them, only a few are read, and there is no ledger: an override is known only while the load test
 * of its merge is among those that are read.
 */
export function openArtifactStore(source: ArtifactSource): BaselineStore {
  return {
    load: (at) => load(source, at),
    append: async (runs) => {
      const lost = runs.find(({ run }) => run.source.artifactId === null)
      if (lost === undefined) return { added: 0, alreadyStored: runs.length }
      throw new UserError(
        `The baseline store \`artifact\` holds only results that were uploaded as artifacts, and ${lost.run.source.path} was not. ` +
          'Upload the results with actions/upload-artifact, or use the store `branch`.',
      )
    },
  }
}

async function load({ place, read }: ArtifactSource, at: LoadAt | undefined): Promise<BaselineLookup> {
  if (at === undefined) return { kind: 'never-written', place }
  const newestFirst: (readonly StoredRun[])[] = []
  let refused: BaselineLookup | null = null
  for await (const results of read(at)) {
    const runs = storedRuns(results)
    const [refusal] = results.collected.refusals
    if (runs.length > 0) newestFirst.push(runs)
    else if (refusal !== undefined) {
      const file = `${refusal.path} of ${results.name}`
      refused ??= { kind: 'unreadable', place, file, problem: refusal.problem }
    }
    // An overridden merge begins a new level, so older runs are not compared with.
    if (newestFirst.length === LOAD_TESTS_READ || runs.some(({ mark }) => mark !== null)) break
  }
  const all = newestFirst.toReversed().flat()
  if (all.length === 0) return refused ?? { kind: 'never-written', place }
  const services = new Map<string, StoredRun[]>()
  for (const stored of all) {
    const runs = services.get(stored.run.service) ?? []
    services.set(stored.run.service, [...runs, stored])
  }
  return { kind: 'found', place, services }
}

function storedRuns({ collected, commit, recordedAt, overrides }: BranchResults): readonly StoredRun[] {
  return collected.runs
    .filter(({ side }) => side === 'candidate')
    .map((run) => ({
      run: { ...run, testedCommit: commit },
      commit,
      recordedAt,
      mark: markOf(run.service, overrides),
    }))
}

function markOf(service: string, overrides: readonly MergedOverride[]): BaselineMark | null {
  for (const { by, reason, pullRequest, services } of overrides) {
    const named = services.find((one) => one.service === service)
    if (named === undefined) continue
    const override = { by, reason, pullRequest }
    return { kind: 'overridden', changeRatio: named.changeRatio ?? 0, series: service, override }
  }
  return null
}
