import { expect, test } from '@jest/globals'
import { FORMATS } from '../../src/formats/registry.ts'
import type { ResultFile } from '../../src/model/result-file.ts'
import { collectRuns } from '../../src/results/collect-runs.ts'
import { plantInFiles } from '../../src/results/planted-runs.ts'
import { aFile, fixtureBytes } from '../formats/read-fixture.ts'

const SUMMARY = fixtureBytes('rich.summary-export.k6-v2.2.0.json')
const POINTS = fixtureBytes('rich.points.k6-v2.2.0.ndjson.gz')
const TWICE = new Map([['shop', new Map([['http_req_duration', 2]])]])

const options = { formats: FORMATS, defaultService: 'shop', defaultSide: 'candidate', defaultCommit: null } as const

const artifact = (id: number): ResultFile['artifact'] => ({
  name: 'k6-results-shop',
  id,
  digest: null,
  workflowRunId: 7,
  runAttempt: 1,
})

async function plant(files: readonly ResultFile[]) {
  const { runs } = await collectRuns(files, options)
  const { planted, originals } = await plantInFiles([{ files, options }], runs, TWICE)
  const p95 = (one: (typeof runs)[number]) =>
    one.run.measurements
      .find(({ metric, endpoint }) => metric === 'http_req_duration' && endpoint === null)
      ?.stats.get('p95')
  return { runs, planted, originals: [...originals], p95 }
}

test('the same runs, twice as slow, of whatever artifact and layout', async () => {
  const files = [
    aFile(SUMMARY, 'candidate/run-1/summary.json', artifact(1)),
    aFile('0', 'candidate/run-1/exit-code', artifact(1)),
    aFile(SUMMARY, 'candidate/run-1/summary.json', artifact(2)),
    aFile(SUMMARY, 'run-7.json', artifact(3)),
    aFile(SUMMARY, 'summary.json', artifact(4)),
  ]
  const { runs, planted, originals, p95 } = await plant(files)
  expect(originals).toEqual(runs)
  expect(planted.map(({ source }) => source)).toEqual(runs.map(({ source }) => source))
  expect(planted.map(p95)).toEqual(runs.map((one) => 2 * (p95(one) ?? Number.NaN)))
})

test('the baseline, other services and raw points are not read again', async () => {
  const files = [
    aFile(SUMMARY, 'shop/baseline/run-1/summary.json'),
    aFile(SUMMARY, 'cart/candidate/run-1/summary.json'),
    aFile(POINTS, 'shop/candidate/run-2/points.ndjson'),
    aFile(SUMMARY, 'shop/candidate/run-1/summary.json'),
  ]
  const { planted, originals } = await plant(files)
  expect(planted.map(({ source }) => source.path)).toEqual(['shop/candidate/run-1'])
  expect(originals.map(({ source }) => source.path)).toEqual(['shop/candidate/run-1'])
})
