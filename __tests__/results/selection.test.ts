import { describe, expect, test } from '@jest/globals'
import { digestPoints } from '../../src/formats/digest-points.ts'
import { DEFAULT_READ_OPTIONS } from '../../src/formats/read-options.ts'
import { FORMATS } from '../../src/formats/registry.ts'
import type { ReadOptions } from '../../src/model/read-options.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import type { IdentifiedRun } from '../../src/model/run.ts'
import { plainText } from '../../src/model/text.ts'
import { parsePolicy } from '../../src/policy/policy-file.ts'
import { servicePolicy } from '../../src/policy/service-policy.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { selectionNotes } from '../../src/statistics/selection-notes.ts'
import { aFile, find, fixtureBytes } from '../formats/read-fixture.ts'
import { plainOf } from '../saying.ts'

const POINTS = 'segment.1-of-3.points.k6-v2.2.0.ndjson.gz'
const POLICY = parsePolicy(
  `version: 1
defaults:
  exclude: { first: 2s }
services:
  cart: { exclude: { last: 1.5s }, tags: { flow: browse } }
  "pay*": { scenarios: [main, other], max-endpoints: 10 }
`,
  'policy.yml',
  {},
)
const read = (service: string): ReadOptions => servicePolicy(POLICY, service).read

async function collect(files: readonly ResultFile[]): Promise<readonly IdentifiedRun[]> {
  const options = { formats: FORMATS, defaultService: 's', defaultSide: 'candidate', defaultCommit: null } as const
  const { runs, refusals } = await collectRuns(files, { ...options, read })
  expect(refusals).toEqual([])
  return runs
}

async function digest(options: ReadOptions): Promise<string> {
  return await digestPoints(aFile(fixtureBytes(POINTS), 'points').open(), options)
}

test('the policy selects the samples of each service', () => {
  expect(read('shop')).toEqual({ ...DEFAULT_READ_OPTIONS, excludeFirstMs: 2000 })
  expect(read('cart')).toEqual({ ...DEFAULT_READ_OPTIONS, excludeLastMs: 1500, tags: new Map([['flow', 'browse']]) })
  expect(read('payment')).toEqual({
    ...DEFAULT_READ_OPTIONS,
    excludeFirstMs: 2000,
    scenarios: ['main', 'other'],
    maxEndpoints: 10,
    endpointGroups: [],
  })
})

describe('the first two seconds are left out', () => {
  test('in raw points, and a trimmed run is only compared with a run that was trimmed the same way', async () => {
    const whole = await collectRuns([aFile(fixtureBytes(POINTS), 'points.json')], {
      formats: FORMATS,
      defaultService: 's',
      defaultSide: 'candidate',
      defaultCommit: null,
    })
    const [run] = await collect([aFile(fixtureBytes(POINTS), 'shop/run-1/points.json')])
    const [all, trimmed] = [whole.runs[0]!, run!].map((one) => find(one.run, 'http_req_duration').sampleCount ?? 0)
    expect(trimmed).toBeLessThan(all! * 0.8)
    expect(run?.conditions.load).toBe('samples without the first 2 s')
    expect(whole.runs[0]?.conditions.load).toBeNull()
    expect(selectionNotes([run!]).map(plainText)).toEqual([])
  })

  test('a summary says that it cannot be trimmed', async () => {
    const [run] = await collect([
      aFile(fixtureBytes('segment.1-of-3.summary-export.k6-v2.2.0.json'), 'shop/run-1/summary.json'),
    ])
    expect(run?.conditions.load).toBeNull()
    expect(selectionNotes([run!]).map(plainText)).toEqual([
      'The policy counts samples without the first 2 s, but 1 run counts all samples: summaries and digests cannot be trimmed. Upload raw points, or give the policy to `perf-gate digest`.',
    ])
  })

  test('a digest was trimmed where it was made, or says that it was not', async () => {
    const [same] = await collect([aFile(await digest(read('shop')), 'shop/run-1/digest.json')])
    expect(same?.conditions.load).toBe('samples without the first 2 s')
    expect(selectionNotes([same!])).toEqual([])
    const [other] = await collect([aFile(await digest(DEFAULT_READ_OPTIONS), 'shop/run-1/digest.json')])
    expect(other?.conditions.load).toBeNull()
    expect(plainText(selectionNotes([other!])[0] ?? [])).toMatch(
      /^The policy counts samples without the first 2 s, but 1 run counts all/,
    )
  })
})

test('load generators with different selections of samples do not make one run', async () => {
  const files = [
    aFile(await digest(read('shop')), 'shop/run-1/instance-1/digest.json'),
    aFile(await digest(DEFAULT_READ_OPTIONS), 'shop/run-1/instance-2/digest.json'),
  ]
  const options = { formats: FORMATS, defaultService: 's', defaultSide: 'candidate', defaultCommit: null } as const
  const { runs, refusals } = await collectRuns(files, options)
  expect(runs).toEqual([])
  expect(plainOf(refusals[0]?.problem)).toContain(
    'count different samples: without the first 2 s and all. Give all of them the same policy.',
  )
})
