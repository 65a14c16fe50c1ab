import { expect, test } from '@jest/globals'
import type { Measurement } from '../../src/model/measurement.ts'
import type { SampledService } from '../../src/model/sampled-service.ts'
import { saying } from '../saying.ts'
import { comparisonOf, evidenceOf, latency, run } from './runs.ts'

/* Processor and memory under another limit, or of more instances, are not those of the change. */

const SET_UP: SampledService = {
  source: 'cgroup2',
  instances: 2,
  seconds: 30,
  busiestCores: 0.2,
  cpuLimitCores: 0.5,
  memoryLimitBytes: 512 * 1024 ** 2,
}

const memory = (bytes: number): Measurement => ({
  ...latency(0),
  metric: 'memory',
  kind: 'gauge',
  unit: 'bytes',
  stats: new Map([['max', bytes]]),
})

function withSetUp(one: ReturnType<typeof run>, sampled: SampledService | undefined) {
  return sampled === undefined ? one : { ...one, run: { ...one.run, sampled } }
}

function compared(
  before: SampledService | undefined,
  now: SampledService | undefined,
  metric = 'memory',
  stat = 'max',
) {
  const runs = [1, 1.01, 0.99, 1.005].flatMap((factor, index) => [
    withSetUp(run([latency(100), memory(1e8 * factor)], { side: 'baseline', runNumber: index + 1 }), before),
    withSetUp(run([latency(100), memory(2e8 * factor)], { runNumber: index + 1 }), now),
  ])
  return comparisonOf(evidenceOf({ runs }), { metric, stat })
}

test.each<readonly [Partial<SampledService>, string]>([
  [{ instances: 3 }, 'The number of instances was 2 before and is 3 now.'],
  [{ cpuLimitCores: 1 }, 'The processor limit was 0.5 cores before and is 1 cores now.'],
  [{ memoryLimitBytes: null }, 'The memory limit was 512 MiB before and is none now.'],
  [{ source: 'procfs' }, 'What counted processor and memory was cgroup2 before and is procfs now.'],
  [
    { instances: 1, memoryLimitBytes: 1024 ** 3 },
    'The number of instances was 2 before and is 1 now. The memory limit was 512 MiB before and is 1 GiB now.',
  ],
])('%j: not compared, and latency is', (change, reason) => {
  const now = { ...SET_UP, ...change }
  expect(compared(SET_UP, now)).toMatchObject({
    verdict: 'not-comparable',
    reason: saying(reason),
    estimate: null,
    baseline: 1.0025e8,
  })
  expect(compared(SET_UP, now, 'http_req_duration', 'p95')).toMatchObject({ verdict: 'unchanged' })
})

test.each<readonly [string, SampledService | undefined, SampledService | undefined]>([
  ['the same', SET_UP, SET_UP],
  ['what a run was like is no set-up', SET_UP, { ...SET_UP, seconds: 31, busiestCores: 0.5 }],
  ['an older store does not say', undefined, SET_UP],
])('%s: compared', (_, before, now) => {
  expect(compared(before, now)).toMatchObject({ verdict: 'regressed', reason: null })
})
