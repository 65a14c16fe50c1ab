import type { StoredRun } from '../../src/model/baseline.ts'
import { primaries } from './outcome.ts'
import { addRuns } from './pull-request.ts'
import { seededRandom } from './random.ts'
import { repositories } from './rates.ts'
import { type Scenario, serviceNames } from './scenario.ts'
import { type Share, shareOf } from './share.ts'

/** The state of a store after pushes of unchanged code. */
export type Recording = Readonly<{
  /** The share of services that a push marks as slower or faster. */
  marked: Share
  /** The number of jobs that a pull request is compared with, at most 20. */
  windowJobs: Share
}>

/** Records pushes of unchanged code, and measures the state of the store. */
export function measureRecording(scenario: Scenario, pullRequests: number, seed: number): Recording {
  const random = seededRandom(seed)
  const seen = repositories(scenario, pullRequests, random, ({ repository }) => {
    const change = { effect: 0, affected: [], level: 0 }
    const counts = new Map(serviceNames(scenario).map((service) => [service, 1]))
    const { evidence } = addRuns(counts, [], { change, repository, scenario, random })
    const jobs = primaries(evidence).map(({ runs }) => runs.baseline)
    return { jobs: jobs.reduce((sum, count) => sum + count, 0) / jobs.length, stored: repository.stored }
  })
  return {
    marked: shareOf(seen.map((group) => marksOf(group.at(-1)?.stored ?? null))),
    windowJobs: shareOf(seen.map((group) => group.map(({ jobs }) => jobs))),
  }
}

function marksOf(stored: ReadonlyMap<string, readonly StoredRun[]> | null): readonly number[] {
  return [...(stored?.values() ?? [])].flatMap((runs) => runs.map(({ mark }) => (mark === null ? 0 : 1)))
}
