import { expect, test } from '@jest/globals'
import { aFile } from '../formats/read-fixture.ts'
import { inspected, toolBytes, toolText } from '../tools/tool-fixture.ts'

/* A file that an earlier run left in place, because the tool failed before it wrote. Only dates in the file can tell. */

async function judged(content: string | Uint8Array, startedAt: string): Promise<string> {
  return await inspected([
    aFile(content, 'run-1/result'),
    aFile({ schemaVersion: 1, startedAt }, 'run-1/run.json'),
    aFile('0\n', 'run-1/exit-code'),
  ])
}

/** By the clock of the machine that recorded them. */
const DATED: readonly (readonly [string, string, string])[] = [
  ['Locust, request log', 'locust/request-log.csv', '2026-11-27'],
  ['Locust, JSON', 'locust/stats.json', '2026-11-27'],
  ['Gatling, text', 'gatling/simulation.v3.12.0.log.gz', '2026-11-27'],
  ['Gatling, binary', 'gatling/simulation.v3.15.1.log.gz', '2026-11-27'],
  ['JMeter, CSV', 'jmeter/simple.csv', '2026-11-27'],
  ['JMeter, XML', 'jmeter/nested.xml.gz', '2026-11-27'],
  ['ghz', 'ghz/pretty.json', '2026-11-27'],
  ['hyperfine 2', 'hyperfine/two.v2.0.0.json', '2026-11-27'],
  ['Google Benchmark', 'google-benchmark/cpp-1.7.1.json', '2026-11-27'],
]

test.each(DATED)('%s: a result that is older than its run is refused', async (_, name, day) => {
  const bytes = toolBytes(name)
  const old = await judged(bytes, '2026-11-29T09:00:00Z')
  expect(old).toContain('0 runs understood, 1 result refused')
  expect(old).toMatch(new RegExp(`The result is of an earlier run: its load began at ${day}T`))
  expect(old).toContain('Delete old results before each run')
  expect(await judged(bytes, '2026-11-27T00:00:00Z')).toContain('1 run understood, 0 results refused')
})

test('clocks may differ by some seconds, and dates without a zone say nothing', async () => {
  const rows = 'timestamp,request_type,name,response_time_ms,response_length,status_code,exception\n'
  const log = `${rows}${Array.from({ length: 30 }, (_, index) => `${1_795_791_717 + index}.5,GET,/a,20.25,7,200,\n`).join('')}`
  expect(await judged(log, new Date(1_795_791_725_000).toISOString())).toContain('1 run understood')
  expect(await judged(log, new Date(1_795_791_735_000).toISOString())).toContain('is of an earlier run')
  expect(await judged(toolText('jmeter/semicolon.csv'), '2026-11-29T09:00:00Z')).toContain('1 run understood')
})

test('an impossible time is not a date', async () => {
  const entries = JSON.parse(toolText('locust/stats.json'))
  for (const entry of entries) Object.assign(entry, { start_time: 1e300, last_request_timestamp: 2e300 })
  expect(await judged(JSON.stringify(entries), '2026-11-27T00:00:00Z')).toContain('1 run understood')
})
