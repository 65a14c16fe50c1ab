import { expect, test } from '@jest/globals'
import { digestPoints } from '../../src/formats/digest-points.ts'
import { mergeSummaries } from '../../src/formats/merge-summaries.ts'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import { fixtureBytes, fixtureJson, fixtureNames, readContent, readFixture } from './read-fixture.ts'

// setup() and teardown() of rich.js make a request each. setup() of old.js only returns a value.
test.each([
  ['rich.points.k6-v2.2.0.ndjson.gz', 'left-out'],
  ['rich.points.k6-v2.2.0.csv.gz', 'left-out'],
  ...fixtureNames(/^points\.(?!k6-v0\.26\.2\.csv)/).map((name) => [name, 'none'] as const),
  // This CSV has no scenario, and its empty group may mean the load or an unknown group.
  ['points.k6-v0.26.2.csv.gz', 'counted'],
  ['rich.summary-export.k6-v2.2.0.json', 'counted'],
  ['rich.handle-summary.k6-v2.2.0.json', 'counted'],
  ['rich.machine-readable.k6-v1.5.0.json', 'counted'],
])('%s: the samples of setup() are %s', async (name, setupSamples) => {
  expect((await readFixture(name)).setupSamples).toBe(setupSamples)
})

test.each([
  ['export default function () {}', 'none'],
  ['export function setup() {}', 'counted'],
  ['export { login as setup } from "./login.js"', 'counted'],
  ['export * from "./login.js"', 'counted'],
])('the machine-readable summary has the script: %s', async (script, setupSamples) => {
  const summary = fixtureJson('rich.machine-readable.k6-v1.5.0.json')
  const run = await readContent({ ...summary, config: { ...summary.config, script } })
  expect(run.setupSamples).toBe(setupSamples)
})

/** The points of one request with these tags. */
function request(tags: object): string {
  const define =
    '{"type":"Metric","data":{"name":"http_reqs","type":"counter","contains":"default"},"metric":"http_reqs"}'
  const point = { metric: 'http_reqs', type: 'Point', data: { time: '2026-01-01T10:00:00Z', value: 1, tags } }
  return `${define}\n${JSON.stringify(point)}\n`
}

test.each([
  [{ group: '::setup' }, 'left-out'],
  [{ group: '::teardown' }, 'left-out'],
  [{ group: '' }, 'none'],
  [{ scenario: 'default' }, 'none'],
  // The script removed both tags through systemTags, so the origin is unknown.
  [{}, 'counted'],
])('a request with the tags %j', async (tags, setupSamples) => {
  expect((await readContent(request(tags))).setupSamples).toBe(setupSamples)
})

test('a digest keeps the setup samples, and merged digests have those of their worst part', async () => {
  const digest = async (name: string) =>
    digestPoints(
      (async function* () {
        yield fixtureBytes(name)
      })(),
      DEFAULT_READ_OPTIONS,
    )
  const left = await readContent(await digest('rich.points.k6-v2.2.0.ndjson.gz'))
  const none = await readContent(await digest('points.k6-v2.2.0.ndjson.gz'))
  expect([left.setupSamples, none.setupSamples]).toEqual(['left-out', 'none'])
  expect(mergeSummaries([none, { ...none, setupSamples: 'left-out' }]).setupSamples).toBe('left-out')
})
