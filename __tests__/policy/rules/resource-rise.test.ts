import { expect, test } from '@jest/globals'
import { resourceRise } from '../../../src/policy/rules/resource-rise.ts'
import { messageOf } from '../../../src/report/finding-text.ts'
import { aComparison, anEstimate, anEvidence, aRun, aServicePolicy } from '../evidence.ts'

const memory = (changes: Parameters<typeof aComparison>[0], changeRatio: number) =>
  aComparison({
    role: 'other',
    metric: 'memory',
    stat: 'max',
    unit: 'bytes',
    baseline: 100 * 1024 ** 2,
    candidate: 120 * 1024 ** 2,
    verdict: 'slower',
    estimate: anEstimate({ changeRatio }),
    ...changes,
  })
const check = (comparison: ReturnType<typeof memory>) =>
  resourceRise.check(anEvidence({ comparisons: [comparison] }), aServicePolicy())

test('a rise of more than 10 % that is no chance is a warning', () => {
  expect(check(memory({}, 0.2)).map((remark) => ({ ...remark, message: messageOf(remark) }))).toMatchObject([
    {
      rule: 'resource-rise',
      service: 'checkout',
      endpoint: null,
      metric: 'memory',
      stat: 'max',
      expected: 'at most 10 % more',
      actual: '20.0 % more',
      message:
        'max of memory is 20.0 % higher: 100 MiB before, 120 MiB now. To limit it, set a budget for it in the policy.',
    },
  ])
})

test('one that is proven and above the limit of the policy is one as well', () => {
  expect(check(memory({ verdict: 'regressed' }, 0.2))).toHaveLength(1)
})

test('how often a limit held the service back, in points', () => {
  const throttled = (baseline: number, candidate: number) =>
    check(
      memory(
        {
          metric: 'cpu_throttled',
          stat: 'rate',
          unit: 'ratio',
          verdict: 'inconclusive',
          estimate: null,
          baseline,
          candidate,
        },
        0,
      ),
    )
  expect(throttled(0, 0.3).map(messageOf)).toEqual([
    'rate of cpu_throttled is 30.00 pp higher: 0 % before, 30 % now. To limit it, set a budget for it in the policy.',
  ])
  expect(throttled(0.3, 0.35)).toEqual([])
})

test.each([
  ['at most 10 %', memory({}, 0.1)],
  ['a fall', memory({ verdict: 'improved' }, -0.3)],
  ['what may be chance', memory({ verdict: 'inconclusive' }, 0.4)],
  ['what has no direction', memory({ metric: 'cpu_cores', stat: 'avg', better: 'neither' }, 0.4)],
  ['what somebody gates on: that has a limit of its own', memory({ role: 'primary', verdict: 'regressed' }, 0.4)],
  ['another metric', memory({ metric: 'iteration_duration' }, 0.4)],
])('%s is none', (_, comparison) => {
  expect(check(comparison)).toEqual([])
})

test('limits that differ are said, and never block', () => {
  const sampled = {
    source: 'cgroup2',
    instances: 1,
    seconds: 30,
    busiestCores: 0.2,
    cpuLimitCores: null,
    memoryLimitBytes: 512 * 1024 ** 2,
  }
  const one = aRun()
  const before = { ...one, run: { ...one.run, sampled } }
  const now = { ...one, run: { ...one.run, sampled: { ...sampled, memoryLimitBytes: 1024 ** 3 } } }
  const evidence = anEvidence({ baselineRuns: [before, before], candidateRuns: [now] })
  const remarks = resourceRise.check(evidence, aServicePolicy())
  expect(remarks.map((remark) => ({ ...remark, message: messageOf(remark) }))).toMatchObject([
    {
      rule: 'resource-rise',
      metric: null,
      atMost: 'warn',
      message:
        'Processor and memory of checkout were not compared, because both sides were set up differently. Measure both versions with the same limits and the same number of instances. Budgets hold as they are. The memory limit was 512 MiB before and is 1 GiB now.',
    },
  ])
  expect(resourceRise.check({ ...evidence, candidateRuns: [before] }, aServicePolicy())).toEqual([])
})
