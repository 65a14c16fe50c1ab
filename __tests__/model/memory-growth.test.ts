import { expect, test } from '@jest/globals'
import { growthText } from '../../src/model/memory-growth.ts'
import type { SampledService } from '../../src/model/sampled-service.ts'
import { aRun } from '../policy/evidence.ts'
import { saying } from '../saying.ts'

const SAMPLED: SampledService = {
  source: 'procfs',
  instances: 1,
  seconds: 300,
  busiestCores: 0.2,
  cpuLimitCores: null,
  memoryLimitBytes: null,
}

function runsWith(growths: readonly (number | null)[], seconds = 300) {
  return growths.map((memoryGrowthBytesPerRequest) => {
    const run = aRun()
    return { ...run, run: { ...run.run, sampled: { ...SAMPLED, seconds, memoryGrowthBytesPerRequest } } }
  })
}

const said = (before: readonly (number | null)[], now: readonly (number | null)[], seconds?: number) =>
  growthText({ baselineRuns: runsWith(before, seconds), candidateRuns: runsWith(now, seconds) })

test('memory that grows faster than in any run of the baseline is reported', () => {
  expect(said([100, 200, 150], [2048, 900, 4096])).toEqual(
    saying(
      'Memory grew by 2 KiB with each request in the second half of the load, and in the baseline it grew by 200 B at most: look for what is kept.',
    ),
  )
  expect(said([-50, 0], [2048])).toEqual(saying(/and it did not grow in the baseline: look for what is kept\.$/))
})

test.each([
  ['it grows as in the baseline', said([100, 2048], [300, 500, 900])],
  ['it shrinks', said([-100], [-20])],
  ['the load is shorter than five minutes', said([1], [2048], 299)],
  ['nothing is known of the baseline', said([null], [2048])],
  ['nothing was sampled', growthText({ baselineRuns: [aRun()], candidateRuns: [aRun()] })],
])('nothing is said where %s', (_, text) => {
  expect(text).toBeNull()
})
