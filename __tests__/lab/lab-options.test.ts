import { describe, expect, test } from '@jest/globals'
import { readLabOptions } from '../../scripts/lab/lab-options.ts'

test('without flags', () => {
  expect(readLabOptions([])).toEqual({
    settings: { effectRatio: 0.1, seconds: 4, requestsPerSecond: 125, seed: 1, medianMs: 100, sigma: 0.25 },
    runs: 5,
    slots: 100,
    designs: ['pairs', 'runs', 'jobs'],
    work: '.perf-gate/lab',
    out: null,
    resume: false,
  })
})

test('with flags', () => {
  const flags = '--effect 20% --runs 3 --experiments 2 --seconds 1 --design jobs --out out.json --resume'
  const options = readLabOptions(flags.split(' '))
  expect(options).toMatchObject({ runs: 3, slots: 6, designs: ['jobs'], out: 'out.json', resume: true })
  expect(options.settings).toMatchObject({ effectRatio: 0.2, seconds: 1 })
})

describe('bad flags', () => {
  test.each([
    ['--effect fast', '--effect is fast'],
    ['--effect 0%', '--effect is 0'],
    ['--runs 0', '--runs is 0'],
    ['--runs 2.5', '--runs is 2.5'],
    ['--seconds -1', "Option '--seconds'"],
    ['--design duet', '--design is duet: write one of pairs, runs, jobs'],
    ['--fast', "Unknown option '--fast'"],
  ])('%s', (flags, words) => {
    expect(() => readLabOptions(flags.split(' '))).toThrow(words)
  })
})
