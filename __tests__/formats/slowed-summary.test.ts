import { describe, expect, test } from '@jest/globals'
import { slowedSummary } from '../../src/formats/slowed-summary.ts'
import { fixtureBytes, fixtureNames, readContent } from './read-fixture.ts'

const SUMMARIES = fixtureNames(/^(?:rich\.)?(?:summary-export|handle-summary|machine-readable).*\.json$/)
const TWICE = new Map([['http_req_duration', 2]])

describe('a summary with a slowdown planted in it', () => {
  test('there are summaries of all three formats', () => {
    for (const format of [/summary-export/, /handle-summary/, /machine-readable/]) {
      expect(SUMMARIES.filter((name) => format.test(name)).length).toBeGreaterThan(1)
    }
  })

  test.each(SUMMARIES)(
    '%s: reads as the same run, with each time of the metric doubled and nothing else',
    async (name) => {
      const bytes = fixtureBytes(name)
      const before = await readContent(bytes)
      const after = await readContent(slowedSummary(bytes, TWICE))
      expect(after.measurements).toEqual(
        before.measurements.map((one) =>
          one.metric !== 'http_req_duration'
            ? one
            : {
                ...one,
                stats: new Map([...one.stats].map(([stat, value]) => [stat, stat === 'count' ? value : 2 * value])),
              },
        ),
      )
      expect({ ...after, measurements: [] }).toEqual({ ...before, measurements: [] })
    },
  )

  test('the count of a counter falls with its rate', () => {
    const bytes = new TextEncoder().encode(
      '{"metrics":{"http_reqs":{"count":100,"rate":10},"checks":{"passes":9,"fails":1,"value":0.9}}}',
    )
    const factors = new Map([
      ['http_reqs', 0.5],
      ['checks', 0.5],
    ])
    expect(new TextDecoder().decode(slowedSummary(bytes, factors))).toBe(
      '{"metrics":{"http_reqs":{"count":50,"rate":5},"checks":{"passes":9,"fails":1,"value":0.9}}}',
    )
  })

  test.each(['', 'metric_name,timestamp\n', '[1]', '{"metrics":'])('other bytes stay as they are: %j', (text) => {
    const bytes = new TextEncoder().encode(text)
    expect(slowedSummary(bytes, TWICE)).toBe(bytes)
  })
})
