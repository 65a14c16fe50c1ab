import type { ServicePolicy } from '../model/policy.ts'
import type { SeriesContext } from './compare-series.ts'
import { sidesOfJobs } from './design.ts'
import type { ComparedUnit, SeriesReader } from './reading.ts'
import type { StoredBaseline } from './window.ts'

/**
 * One-sided error rate of each bound. Every pull request compares the same stored runs. That is one test, so it is not
 * divided.
 */
const ALPHA = 0.05

/** How two levels of the default branch are compared: as the gate compares a candidate, but no job can be measured again. */
export function levelContext(
  then: StoredBaseline,
  now: readonly ComparedUnit[],
  policy: ServicePolicy,
  limits: Pick<SeriesContext, 'limitRatio' | 'minDelta'>,
  reader: SeriesReader,
): SeriesContext {
  return {
    ...sidesOfJobs(then.jobs, now),
    ...limits,
    history: then.history.jobs.map(({ runs }) => runs),
    minTailSamples: policy.minTailSamples,
    maxShareRise: policy.maxErrorRateIncrease,
    alpha: ALPHA,
    alphaAgain: ALPHA,
    asksAgain: false,
    isNewLevel: false,
    reader,
  }
}
