import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  ARMS,
  type MeasureRun,
  measureSlots,
  openCampaign,
  plannedRuns,
  type Settings,
} from '../../scripts/lab/campaign.ts'

const SETTINGS: Settings = {
  effectRatio: 0.1,
  seconds: 4,
  requestsPerSecond: 125,
  seed: 1,
  medianMs: 100,
  sigma: 0.25,
}

describe('the plan', () => {
  test('a slot runs each version once, the slower one by the effect', () => {
    expect(plannedRuns(1, SETTINGS)).toEqual([
      { arm: 'baseline', factor: 1, seed: 4 },
      { arm: 'unchanged', factor: 1, seed: 5 },
      { arm: 'slower', factor: 1.1, seed: 6 },
    ])
  })

  test('over six slots every version is at every place twice, and follows each other version equally often', () => {
    const orders = [1, 2, 3, 4, 5, 6].map((slot) => plannedRuns(slot, SETTINGS).map(({ arm }) => arm))
    for (const arm of ARMS) {
      expect([0, 1, 2].map((place) => orders.filter((order) => order[place] === arm).length)).toEqual([2, 2, 2])
    }
    const neighbours = orders.flatMap(([first, second, third]) => [`${first} ${second}`, `${second} ${third}`])
    const counts = new Map(neighbours.map((pair) => [pair, neighbours.filter((one) => one === pair).length]))
    expect([...counts.values()]).toEqual([2, 2, 2, 2, 2, 2])
  })

  test('no two runs of a campaign have the same seed', () => {
    const seeds = Array.from({ length: 60 }, (_, index) => plannedRuns(index + 1, SETTINGS).map(({ seed }) => seed))
    expect(new Set(seeds.flat()).size).toBe(180)
  })
})

describe('a campaign on disk', () => {
  let work: string
  let made: string[]

  /** Writes the files that k6 would write. It can stop after a given run. */
  function measureUntil(last: number): MeasureRun {
    return async ({ arm, seed }, _, folder) => {
      if (made.length === last) throw new Error('interrupted')
      made.push(`${arm} ${seed}`)
      await writeFile(join(folder, 'summary.json'), '{}')
    }
  }

  beforeEach(async () => {
    work = join(await mkdtemp(join(tmpdir(), 'perf-gate-lab-')), 'work')
    made = []
  })

  afterEach(async () => {
    await rm(join(work, '..'), { recursive: true })
  })

  test('an interruption keeps the finished slots, and makes the other one again as a whole', async () => {
    expect(await openCampaign(work, SETTINGS, false)).toEqual(new Set())
    const progress: number[] = []
    await expect(
      measureSlots(work, SETTINGS, [1, 2, 3], measureUntil(4), (slot) => progress.push(slot)),
    ).rejects.toThrow('interrupted')
    expect(progress).toEqual([1])
    const finished = await openCampaign(work, SETTINGS, true)
    expect(finished).toEqual(new Set([1]))
    const first = made.length
    const missing = [1, 2, 3].filter((slot) => !finished.has(slot))
    await measureSlots(work, SETTINGS, missing, measureUntil(100), () => {})
    expect(made.slice(first)).toEqual(
      [2, 3].flatMap((slot) => plannedRuns(slot, SETTINGS).map(({ arm, seed }) => `${arm} ${seed}`)),
    )
    expect((await readdir(work)).sort()).toEqual(['settings.json', 'slot-0001', 'slot-0002', 'slot-0003'])
    expect(existsSync(join(work, 'slot-0002/slower/summary.json'))).toBe(true)
  })

  test('what is there is not continued unless that is asked for', async () => {
    await openCampaign(work, SETTINGS, false)
    await expect(openCampaign(work, SETTINGS, false)).rejects.toThrow('--resume')
  })

  test('runs of other settings are not mixed in', async () => {
    await openCampaign(work, SETTINGS, false)
    const before = await readFile(join(work, 'settings.json'), 'utf8')
    await expect(openCampaign(work, { ...SETTINGS, effectRatio: 0.2 }, true)).rejects.toThrow(
      'effectRatio 0.1, and now it is 0.2',
    )
    expect(await readFile(join(work, 'settings.json'), 'utf8')).toBe(before)
  })
})
