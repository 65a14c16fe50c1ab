import { describe, expect, test } from '@jest/globals'
import { rightSizing, sizingText } from '../../src/model/right-sizing.ts'
import type { SampledService } from '../../src/model/sampled-service.ts'
import { plainText } from '../../src/model/text.ts'
import { aMeasurement, aRun } from '../policy/evidence.ts'

const MIB = 1024 ** 2

const SAMPLED: SampledService = {
  source: 'cgroup2',
  instances: 2,
  seconds: 300,
  busiestCores: 0.2,
  cpuLimitCores: 0.5,
  memoryLimitBytes: 512 * MIB,
}

type Use = Readonly<{ memoryMib?: number; throttled?: number; restarts?: number; oomKills?: number }>

function runWith(sampled: Partial<SampledService> | null, { memoryMib = 180, ...use }: Use = {}) {
  const { throttled = 0, restarts = 0, oomKills = 0 } = use
  const run = aRun({
    run: {
      measurements: [
        aMeasurement({ metric: 'memory', kind: 'gauge', unit: 'bytes', stats: { max: memoryMib * MIB } }),
        aMeasurement({ metric: 'cpu_throttled', kind: 'gauge', unit: 'ratio', stats: { rate: throttled } }),
        aMeasurement({ metric: 'restarts', kind: 'counter', unit: 'count', stats: { count: restarts } }),
        aMeasurement({ metric: 'oom_kills', kind: 'counter', unit: 'count', stats: { count: oomKills } }),
      ],
    },
  })
  return sampled === null ? run : { ...run, run: { ...run.run, sampled: { ...SAMPLED, ...sampled } } }
}

const said = (...runs: ReturnType<typeof runWith>[]) => {
  const sizing = rightSizing(runs)
  return sizing === null ? null : plainText(sizingText(sizing))
}

test('the advice is the largest need of all runs, with a reserve and rounded up', () => {
  expect(said(runWith({ busiestCores: 0.21 }), runWith({}, { memoryMib: 182.3 }), runWith({ seconds: 420 }))).toBe(
    'For Kubernetes, at this load: requests cpu 250m and memory 240Mi, limit memory 240Mi, no cpu limit. It is a lower end, from 3 runs of at least 5 min: production has other peaks. Used by the busiest instance: 0.21 cores in nine of ten seconds, 182.3 MiB at most. Limits now: 0.5 cores, 512 MiB; head-room cpu 58 %, memory 64.4 %.',
  )
})

test.each([
  // 0.2 cores × 1.15 = 230m and 128 MiB × 1.25 = 160Mi exactly: no further step.
  [0.2, 128, { millicores: 230, memoryMebibytes: 160 }],
  [0.2001, 128.1, { millicores: 240, memoryMebibytes: 176 }],
  [0, 0, { millicores: 10, memoryMebibytes: 16 }],
])('a use of %s cores and %s MiB is rounded up to the next step', (busiestCores, memoryMib, request) => {
  const runs = [1, 2, 3].map(() => runWith({ busiestCores }, { memoryMib }))
  expect(rightSizing(runs)).toMatchObject({ kind: 'advice', request })
})

test('the advice is above the use, for any use', () => {
  for (let step = 1; step < 400; step += 1) {
    const [busiestCores, memoryMib] = [step / 37, step * 3.3]
    const sizing = rightSizing([1, 2, 3].map(() => runWith({ busiestCores }, { memoryMib })))
    expect(sizing).toMatchObject({ kind: 'advice' })
    if (sizing?.kind !== 'advice') continue
    expect(sizing.request.millicores).toBeGreaterThan(1000 * busiestCores)
    expect(sizing.request.memoryMebibytes).toBeGreaterThan(memoryMib)
  }
})

test('a service with a limit of memory alone gets advice', () => {
  const text = said(...[1, 2, 3].map(() => runWith({ cpuLimitCores: null })))
  expect(text).toContain('Limits now: no cpu limit, 512 MiB; head-room memory 64.8 %.')
})

describe('no advice if the service has no limit', () => {
  test.each([
    ['no limits', [1, 2, 3].map(() => runWith({ cpuLimitCores: null, memoryLimitBytes: null }))],
    ['nothing sampled', [1, 2, 3].map(() => runWith(null))],
    ['no runs', []],
  ])('%s', (_, runs) => expect(rightSizing(runs)).toBeNull())
})

describe('no advice, and why', () => {
  const three = (sampled: Partial<SampledService>, use: Use = {}) => [runWith({}), runWith({}), runWith(sampled, use)]
  test.each([
    ['it takes 3 runs, and there are 2', [runWith({}), runWith({})]],
    ['it takes 3 runs, and there is 1', [runWith({})]],
    ['not every run has them', [runWith({}), runWith({}), runWith(null)]],
    ['a run must take 5 min, and the shortest took 4 min 59 s', three({ seconds: 299 })],
    ['the service ran out of memory', three({}, { oomKills: 1, restarts: 1 })],
    ['the service was restarted', three({}, { restarts: 1 })],
    [
      'the processor limit held the service back in 1.5 % of the time, so what it needs is not known',
      three({}, { throttled: 0.015 }),
    ],
    ['a run has no usable samples', three({ busiestCores: null })],
  ])('%s', (reason, runs) => {
    expect(said(...runs)).toBe(`No advice on requests and limits: ${reason}.`)
  })
})
