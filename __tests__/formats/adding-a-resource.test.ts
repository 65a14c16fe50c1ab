import { expect, jest, test } from '@jest/globals'
import { RESOURCES } from '../../src/formats/resource-registry.ts'
import { RESOURCE_STATS } from '../../src/model/resources.ts'
import { readRepositoryFile } from '../docs/markdown-page.ts'
import { HEAP_GROWTH_FACTS, heapGrowth } from './toy-resource.ts'

const METRICS = RESOURCES.map(({ metric }) => metric)
const FACTS = [...RESOURCE_STATS.keys()]

// The two registration lines. Modules that are loaded after them see the resource.
jest.unstable_mockModule('../../src/formats/resource-registry.ts', () => ({ RESOURCES: [...RESOURCES, heapGrowth] }))
;(RESOURCE_STATS as Map<string, unknown>).set('heap_growth', HEAP_GROWTH_FACTS)
const { parsePolicy } = await import('../../src/policy/policy-file.ts')
const { gate, messagesOf, pairs } = await import('../tools/tool-fixture.ts')

const MIB = 1024 ** 2

const policy = (shop: string) => parsePolicy(`version: 1\nservices: { shop: { ${shop} } }\n`, 'policy.yml', {})

/** Half a minute of load. The memory grows by 10 MiB, and by more on the slower side. */
function folder(factor: number) {
  const line = (value: object) => `${JSON.stringify(value)}\n`
  const samples = Array.from({ length: 31 }, (_, second) =>
    line({
      t: 100 + second,
      target: 'shop',
      cpuSeconds: second,
      memoryBytes: 100 * MIB + (factor * 10 * MIB * second) / 30,
    }),
  )
  const latency = { name: 'latency', quantity: 'latency', unit: 'ms', samples: 6000, gate: 'p95', stats: { p95: 58.2 } }
  return {
    'metrics.json': JSON.stringify({ perfGateMetrics: 1, tool: 'our-bench', metrics: [latency] }),
    'resources.ndjson': `${line({ t: 100, event: 'load-start' })}${samples.join('')}${line({ t: 130, event: 'load-end' })}`,
  }
}

test('each resource has its line in model/resources.ts, and each line its resource', () => {
  expect(METRICS.toSorted()).toEqual(FACTS.toSorted())
})

test('a resource is one file and two lines: it is compared, a rise is a warning, and the report shows it', async () => {
  const { verdict, report } = await gate(pairs(folder, 1.5), policy('max-regression: 5%'))
  expect(verdict.outcome).toBe('warn')
  expect(messagesOf(verdict)).toEqual([
    'max of heap_growth is 50.3 % higher: 10 MiB before, 15.02 MiB now. To limit it, set a budget for it in the policy.',
  ])
  const resources = report.markdown.split('### Resources')[1] ?? ''
  expect(resources).toContain('| `max` of `heap_growth` |')
})

test('a budget on the resource blocks, and a budget in another unit is an error of the policy', async () => {
  const budget = (max: string) => policy(`budgets: [{ metric: heap_growth, stat: max, max: ${max} }]`)
  expect((await gate(pairs(folder, 1), budget('12MiB'))).verdict.outcome).toBe('pass')
  const { verdict } = await gate(pairs(folder, 1), budget('8MiB'))
  expect(verdict.outcome).toBe('fail')
  expect(messagesOf(verdict)[0]).toContain('heap_growth')
  expect(() => budget('300ms')).toThrow(/heap_growth.*512MiB|512MiB.*heap_growth/s)
})

test('without samples the resource is not known, and its budget blocks', async () => {
  const gap = (factor: number) => {
    const { 'resources.ndjson': text, ...rest } = folder(factor)
    const lines = text.split('\n').filter((line) => !/"t":1(?:0[5-9]|1\d|2[0-5]),/.test(line))
    return { ...rest, 'resources.ndjson': lines.join('\n') }
  }
  const { verdict } = await gate(pairs(gap, 1), policy('budgets: [{ metric: heap_growth, stat: max, max: 12MiB }]'))
  expect(verdict.blocked).toBe(true)
  expect(messagesOf(verdict).join('\n')).toContain('nothing was sampled for')
})

test('docs/adding-a-resource.md links to the toy resource', () => {
  expect(readRepositoryFile('docs/adding-a-resource.md')).toContain('(../__tests__/formats/toy-resource.ts)')
})
