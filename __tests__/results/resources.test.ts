import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import type { ReadOptions } from '../../src/model/read-options.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { plainOf } from '../saying.ts'

/* resources.ndjson beside a result: what it says goes with the run, and what is wrong with it takes nothing from the rest. */

const SUMMARY = readFileSync(
  join(import.meta.dirname, '../../examples/checkout/results/checkout/baseline/run-1/summary.json'),
)
const line = (value: object): string => `${JSON.stringify(value)}\n`
const sample = (t: number, changes = {}) => line({ t, target: 'a', cpuSeconds: t - 100, memoryBytes: 5e6, ...changes })
const WHOLE =
  line({ t: 100, event: 'load-start' }) +
  [100, 101, 102, 103].map((t) => sample(t)).join('') +
  line({ t: 103, event: 'load-end' })

async function collect(
  resources: string,
  read: ReadOptions = DEFAULT_READ_OPTIONS,
  result: string | Uint8Array = SUMMARY,
) {
  const file = (path: string, text: string | Uint8Array) => ({
    path: `checkout/candidate/run-1/${path}`,
    artifact: null,
    sizeBytes: text.length,
    async *open() {
      yield new TextEncoder().encode(typeof text === 'string' ? text : new TextDecoder().decode(text))
    },
  })
  const options = {
    formats: FORMATS,
    defaultService: 's',
    defaultSide: 'candidate',
    defaultCommit: null,
    read: () => read,
  } as const
  const { runs, refusals } = await collectRuns(
    [file('summary.json', result), file('resources.ndjson', resources)],
    options,
  )
  expect(refusals).toEqual([])
  const [first] = runs
  const found = (metric: string) => first?.run.measurements.find((one) => one.metric === metric)
  return { notes: first?.run.notes.map(plainOf) ?? [], found }
}

test('processor and memory are measurements of the run', async () => {
  const { found, notes } = await collect(WHOLE)
  // Three seconds of processor, and the 2002 requests of the summary.
  expect(found('cpu_per_request')?.stats.get('avg')).toBeCloseTo(3000 / 2002, 10)
  expect(found('memory')?.stats.get('max')).toBe(5e6)
  expect(notes).toEqual([])
})

test.each([
  ['broken', 'resources.ndjson, line 1 is not JSON.'],
  [sample(100), 'does not say when the load began and ended'],
  ['x'.repeat(17 * 1024 ** 2), 'is larger than 16 MiB.'],
])('a note names a file that cannot be used, and latency is judged as usual', async (text, problem) => {
  const { found, notes } = await collect(text.endsWith('\n') ? text : `${text}\n`)
  expect(found('http_req_duration')?.stats.has('p95')).toBe(true)
  expect(found('memory')).toBeUndefined()
  expect(notes).toEqual([expect.stringContaining(problem)])
  expect(notes[0]).toMatch(/^Processor and memory are not known\. /)
})

test.each([
  [{ samples: 600 }, 5],
  [{}, null],
])('requests of a file that has only their rate: %j', async (samples, perRequestMs) => {
  const requests = { name: 'requests', quantity: 'throughput', unit: 'per-second', stats: { rate: 200 }, ...samples }
  const latency = { name: 'latency', quantity: 'latency', unit: 'ms', stats: { p95: 50 }, gate: 'p95' }
  const result = JSON.stringify({ perfGateMetrics: 1, tool: 'ours', metrics: [latency, requests] })
  const { found } = await collect(WHOLE, DEFAULT_READ_OPTIONS, result)
  expect(found('cpu_per_request')?.stats.get('avg') ?? null).toBe(perRequestMs)
  expect(found('cpu_cores')?.stats.get('avg')).toBe(1)
})
