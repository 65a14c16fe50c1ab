import type { StoredRun } from '../../src/model/baseline.ts'
import { primaries } from './outcome.ts'
import { addRuns } from './pull-request.ts'
import { seededRandom } from './random.ts'
import { repositories } from './rates.ts'
import { type Scenario, serviceNames } from './scenario.ts'
import { type Share, shareOf } from './share.ts'

/** What becomes of a store that only unchanged code is recorded in. */
export type Recording = Readonly<{
  /** Services of pushes that are marked as slower or faster. */
  marked: Share
  /** Jobs that a pull request is compared with; 20 at most. */
  windowJobs: Share
}>

/** Records pushes of unchanged code, and looks at what they leave. */
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
