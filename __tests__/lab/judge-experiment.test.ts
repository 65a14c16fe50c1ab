import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ARMS, type Arm, slotFolder } from '../../scripts/lab/campaign.ts'
import { cutExperiments } from '../../scripts/lab/experiments.ts'
import { DESIGNS, judgeExperiment, type LabDesign } from '../../scripts/lab/judge-experiment.ts'
import { counted, gateRows, noiseOf, readValues } from '../../scripts/lab/results.ts'

/** A summary in the form of `k6 run --summary-export`, with the numbers that the gate reads. */
function summary(p95: number): string {
  const trend = { avg: 0.6 * p95, min: 0.2 * p95, med: 0.66 * p95, max: 2 * p95, 'p(90)': 0.91 * p95, 'p(95)': p95 }
  const metrics = {
    http_req_duration: { ...trend, count: 1000 },
    'http_req_duration{expected_response:true}': { ...trend, count: 1000, thresholds: { 'max>=0': false } },
    http_req_failed: { passes: 0, fails: 1000, value: 0 },
    http_reqs: { count: 1000, rate: 125 },
    iterations: { count: 1000, rate: 125 },
  }
  return JSON.stringify({ root_group: { name: '', path: '', id: '', groups: {}, checks: {} }, metrics })
}

/** Slots whose runs vary by about 1 %. The slower version is 15 % slower. */
const VARIATION = [0, 1, -1, 0.5, -0.5, 0.8, -0.8, 0.2, 1.2, -1.2, 0, 0.6]

let work: string

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'perf-gate-lab-'))
  for (const [index, percent] of VARIATION.entries()) {
    for (const arm of ARMS) await writeRun(index + 1, arm, percent)
  }
})

afterAll(async () => {
  await rm(work, { recursive: true })
})

async function writeRun(slot: number, arm: Arm, percent: number): Promise<void> {
  const folder = join(slotFolder(work, slot), arm)
  await mkdir(folder, { recursive: true })
  const other = VARIATION[(slot + ARMS.indexOf(arm)) % VARIATION.length] ?? 0
  const p95 = 150 * (1 + (percent + other) / 200) * (arm === 'slower' ? 1.15 : 1)
  await writeFile(join(folder, 'summary.json'), summary(p95))
  await writeFile(join(folder, 'exit-code'), '0\n')
}

const SLOTS = VARIATION.map((_, index) => index + 1)

describe.each(DESIGNS)('%s', (design: LabDesign) => {
  test.each([
    ['unchanged', false],
    ['slower', true],
  ] as const)('three runs of the %s version', async (arm, blocked) => {
    const experiment = cutExperiments(SLOTS, 3, arm).at(-1)
    if (experiment === undefined) throw new Error('There is no experiment.')
    const verdict = await judgeExperiment(work, experiment, design)
    expect(verdict.services.map((evidence) => evidence.design)).toEqual([design])
    expect(verdict.services[0]?.comparisons.find(({ role }) => role === 'primary')?.runs).toEqual({
      baseline: design === 'jobs' ? SLOTS.length : 3,
      candidate: 3,
    })
    expect({ blocked: verdict.blocked, compared: verdict.compared }).toEqual({ blocked, compared: 1 })
  })
})

test('rows count experiments', async () => {
  const values = await readValues(work, SLOTS)
  expect(values[0]).toEqual({
    slot: 1,
    baseline: expect.closeTo(150.75, 9),
    unchanged: expect.closeTo(149.25, 9),
    slower: expect.closeTo(172.93, 1),
  })
  const rows = await gateRows(work, values, { runs: 3, design: 'pairs', effectRatio: 0.15 })
  expect(rows.map(({ rule, falseAlarms, detections }) => [rule, falseAlarms?.count, detections?.count])).toEqual([
    ['perf-gate-pairs-blocked', 0, 4],
    ['perf-gate-pairs-proven', 0, 4],
  ])
  expect(rows[0]?.detections).toEqual({ count: 4, of: 4, lower: expect.closeTo(0.39763, 4), upper: 1 })
})

test('a run that cannot be used stops the lab', async () => {
  const folder = join(slotFolder(work, 99), 'baseline')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'summary.json'), '{"metrics":')
  await writeFile(join(folder, 'exit-code'), '0\n')
  await expect(readValues(work, [99])).rejects.toThrow('cannot be used')
})

test('experiments without an answer do not count', () => {
  expect(counted([true, null, false, false])).toEqual({
    count: 1,
    of: 3,
    lower: expect.closeTo(0.00840376, 6),
    upper: expect.closeTo(0.9057007, 6),
  })
  expect(counted([null, null])).toBeNull()
})

test('slow runs do not reach the robust noise', () => {
  const steady = [98, 99, 100, 101, 102, 98, 99, 101, 102, 100]
  const values = steady.map((baseline, index) => ({
    slot: index + 1,
    baseline,
    unchanged: index === 9 ? 300 : baseline,
    slower: 110,
  }))
  const { plain, robust, slowShare } = noiseOf(values)
  expect({ plain: plain > 0.2, robust: robust < 0.02 }).toEqual({ plain: true, robust: true })
  expect(slowShare).toBeCloseTo(1 / 20, 10)
})
