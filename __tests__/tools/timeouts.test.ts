import { expect, test } from '@jest/globals'
import { readContent } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'
import { readTool, toolJson, toolText } from './tool-fixture.ts'

/*
 * Requests that were cut by a time-out, in real results of each tool. Some of their times are replaced by the time of a
 * time-out.
 */

/** The text with every twentieth matching row replaced. */
function everyTwentieth(text: string, row: RegExp, replace: (found: RegExpExecArray) => string): string {
  let seen = 0
  return text
    .split('\n')
    .map((line) => {
      const found = row.exec(line)
      if (found === null) return line
      seen += 1
      return seen % 20 === 0 ? replace(found) : line
    })
    .join('\n')
}

const RESULTS: readonly (readonly [string, () => string])[] = [
  [
    'JMeter',
    () =>
      everyTwentieth(
        toolText('jmeter/simple.csv'),
        /^(\d{13}),(\d+),(.*)$/,
        ([, time, , rest]) => `${time},60004,${rest}`,
      ),
  ],
  [
    'Gatling',
    () =>
      everyTwentieth(
        toolText('gatling/simulation.v3.12.0.log.gz'),
        /^(REQUEST\t.*\t)(\d{13})\t(\d{13})\t(?:OK|KO)\t/,
        ([, before, start]) => `${before}${start}\t${Number(start) + 60_004}\tKO\tRequest timeout`,
      ),
  ],
  [
    'Locust, request log',
    () =>
      everyTwentieth(
        toolText('locust/contrib-request-log.csv'),
        /^(\d+\.\d+,[A-Z]+,[^",]+),[\d.]+,/,
        ([, before]) => `${before},60001.25,0,0,timed out`,
      ),
  ],
  [
    'ghz',
    () => {
      const report = toolJson('ghz/stream-duration-wait.json')
      for (const [index, call] of report.details.entries()) if (index % 20 === 0) call.latency = 60_002e6
      return JSON.stringify(report)
    },
  ],
]

test.each(RESULTS)('%s: a note names requests that ended at a time-out', async (_, content) => {
  const { notes } = await readContent(content())
  expect(notes.map(plainOf).join(' ')).toMatch(
    /\d+ requests took 1 min, and none took longer: that looks like a time-out/,
  )
})

test('Locust, JSON: the maximum is all there is', async () => {
  const entries = toolJson('locust/stats.json')
  entries[0].max_response_time = 30_003.4
  const { notes } = await readContent(JSON.stringify(entries))
  expect(notes.map(plainOf).join(' ')).toContain('The slowest request took 30 s, and none took longer')
})

test('wrk counts what it gave up on, and leaves its time among the others', async () => {
  const line = toolJson('wrk/items.json')
  line.errors.timeout = 7
  const { notes } = await readContent(JSON.stringify(line))
  expect(notes.map(plainOf).join(' ')).toContain(
    '7 requests had no answer within the time-out of wrk, which is 2 s unless',
  )
})

test('a k6 summary shows by its maximum that requests ended at a time-out', async () => {
  const summary = {
    metrics: {
      http_req_duration: { avg: 900, min: 10, med: 700, max: 60_001.5, 'p(90)': 1500, 'p(95)': 2000 },
      http_reqs: { count: 1000, rate: 50 },
      http_req_failed: { passes: 0, fails: 1000, value: 0 },
    },
  }
  expect((await readContent(JSON.stringify(summary))).notes.map(plainOf).join(' ')).toContain(
    'The slowest request took 1 min',
  )
})

test('the real results have no request that was cut', async () => {
  for (const name of ['jmeter/nested.csv', 'gatling/simulation.v3.15.1.log.gz', 'locust/request-log.csv'])
    expect((await readTool(name)).notes.map(plainOf).join(' ')).not.toContain('time-out')
})
