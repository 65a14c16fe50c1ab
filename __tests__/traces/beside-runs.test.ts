import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { inspect } from '../../src/commands/inspect.ts'
import { pairsOfResults, printedBy } from '../pairs-of-results.ts'
import { plainOf } from '../saying.ts'
import { recordedText, TRACE_FIXTURES } from './recorded.ts'

const { folder, results, run } = pairsOfResults(TRACE_FIXTURES)

const file = (side: 'baseline' | 'candidate') => (side === 'baseline' ? 'base.json.gz' : 'cand.json.gz')
const jaeger = (side: 'baseline' | 'candidate') => ({ 'traces/jaeger.json': { copy: `jaeger/${file(side)}` } })

describe('traces beside runs', () => {
  test('are a table in every report, and change nothing else', async () => {
    const without = await run(await results('plain', () => ({})))
    const { exitCode, printed, json, html } = await run(await results('jaeger', jaeger))
    expect(exitCode).toBe(without.exitCode)
    expect({ ...json, traces: [] }).toEqual(without.json)
    expect(without.json.traces).toEqual([])
    expect(without.printed).not.toContain('Traces')
    expect(printed).toContain('### Traces: where the requests spent their time')
    expect(printed).toContain('For information: nothing here was tested, and nothing blocks.')
    expect(printed).toContain(
      '| `checkout` client `select orders` | 300 → 300 | 4.29 ms → 6.22 ms | +45.0 % | 4.03 ms → 5.46 ms | 6.82 ms → 10.4 ms | 0.0 % → 0.0 % |',
    )
    expect(json.traces[0]).toMatchObject({
      service: 'orders',
      tool: 'Jaeger',
      baseline: { runs: 5, traces: 300, spans: 1200 },
      candidate: { runs: 5, traces: 300, spans: 1200 },
    })
    expect(html).toContain('<h3>Traces: where the requests spent their time</h3>')
    expect(html).toContain('<td><code>checkout</code> client <code>select orders</code></td>')
  })

  test('say which part of the requests of their own run they are of', async () => {
    const { printed, json } = await run(await results('requests', jaeger))
    const requests = json.traces[0].candidate.requests
    expect(requests).toBeGreaterThan(0)
    expect(printed).toContain('Jaeger: 300 traces of the baseline (')
  })

  test('may lie beside the result as traces.json, and be of several services', async () => {
    const { resourceSpans } = JSON.parse(recordedText('otlp/base.json.gz')) as { resourceSpans: object[] }
    const ofService = (name: string) =>
      JSON.stringify({ resourceSpans: resourceSpans.filter((one) => JSON.stringify(one).includes(`"${name}"`)) })
    const whole = await run(await results('one', () => ({ 'traces.json': { copy: 'otlp/base.json.gz' } })))
    const split = await run(
      await results('two', () => ({
        'traces/checkout.json': ofService('checkout'),
        'traces/payments.json': ofService('payments'),
      })),
    )
    expect(split.json.traces).toEqual(whole.json.traces)
    expect(whole.json.traces[0].notes.map(plainOf)).toEqual([])
  })

  test('that cannot be read are named, and refuse nothing', async () => {
    const plain = await run(await results('plain-too', () => ({})))
    const broken = { 'traces/cut.json': '{"data":[{"traceID":"a","sp', 'traces/summary.json': '{"metrics": 1' }
    const { exitCode, printed, json } = await run(await results('broken', () => broken))
    expect([exitCode, json]).toEqual([plain.exitCode, plain.json])
    expect(printed).toContain('`orders/baseline/run-1/traces/cut.json` was not read. The file is not valid JSON')
    expect(printed).toContain('- 15 more were not read.')
  })

  test('a service that is called traces is a service', async () => {
    const { json, exitCode } = await run(await results('named', () => ({}), 'traces'))
    expect(exitCode).toBe(0)
    expect(json.comparisons[0].service).toBe('traces')
  })
})

describe('perf-gate inspect', () => {
  test('says what a file of traces is and what takes most', async () => {
    const { exitCode, printed } = await printedBy(inspect, [join(TRACE_FIXTURES, 'zipkin/base.json.gz')])
    expect(exitCode).toBe(0)
    expect(printed).toBe(`Traces.

  path        base.json.gz
  format      Zipkin
  traces      60
  spans       240
  services    checkout, payments
  operations  4
  sampling    the file does not say it
  failed      5.0 % of the traces
  comparing   is for information: put the traces of both sides into run-<n>/traces/, with the same share of the requests on both sides

The operations that take most by themselves, in one trace:
    7.670 ms  checkout client post /pay, 60 spans, p95 12.22 ms
    7.270 ms  payments server post /pay, 60 spans, p95 11.82 ms
    4.288 ms  checkout client select orders, 60 spans, p95 6.818 ms
    1.380 ms  checkout server get /orders, 60 spans, p95 17.32 ms
`)
  })

  test('lists files of traces beside runs', async () => {
    const root = await results('inspected', (side, number) =>
      number === 1 ? { ...jaeger(side), 'traces/a.json': '{"errors":[]}' } : {},
    )
    const { exitCode, printed } = await printedBy(inspect, [root])
    expect(exitCode).toBe(0)
    expect(printed).toContain('4 files of traces beside the runs.\n')
    expect(printed).toContain('orders/baseline/run-1/traces/jaeger.json: Jaeger, 60 traces, 240 spans\n')
    expect(printed).toContain('orders/candidate/run-1/traces/a.json: not read: The file is JSON, and is none of')
  })

  test('names with control characters stay on their line', async () => {
    const span = { traceId: 'a', id: 'b', name: 'x\u001b[31m\nroot', timestamp: 1, duration: 1 }
    const path = join(folder(), 'hostile.json.gz')
    await writeFile(path, gzipSync(JSON.stringify([span])))
    const { printed } = await printedBy(inspect, [path])
    expect(printed).toContain('unknown service internal x?[31m?root, 1 spans')
  })
})
