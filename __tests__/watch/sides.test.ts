import { describe, expect, test } from '@jest/globals'
import { lookAt, looksAt } from '../../src/watch/looks.ts'
import { type Presence, sidesOf } from '../../src/watch/sides.ts'

const T = 1_000_000
const MINUTE = 60

/** A pod that serves from one minute to another. Both minutes are counted from the deployment. */
function pod(version: string, name: string, from: number, until: number): Presence {
  const timesS = Array.from({ length: until - from + 1 }, (_, index) => T + (from + index) * MINUTE)
  return { version, pod: `${version}-${name}`, timesS }
}

const pods = (version: string, from: number, until: number, names = ['a', 'b', 'c']) =>
  names.map((name) => pod(version, name, from, until))

const sides = (all: readonly Presence[], version: string | null = null) =>
  sidesOf(all, { deployedAtS: T, gridS: MINUTE, version })

describe('old and new', () => {
  test('finds the version that came with the deployment, and the version before it', () => {
    const found = sides([...pods('1', -120, 45), ...pods('2', -5, 40)])
    expect(found).toMatchObject({ baseline: '1', candidate: '2', startedAtS: T - 5 * MINUTE, supersededAtS: null })
    // The new pods have settled ten minutes after they started.
    expect(found.overlap).toEqual({
      fromS: T + 5 * MINUTE,
      untilS: T + 40 * MINUTE,
      baseline: ['1-a', '1-b', '1-c'],
      candidate: ['2-a', '2-b', '2-c'],
      lost: [],
    })
  })

  test('of several old versions, the baseline is the version that served most', () => {
    expect(sides([...pods('0', -120, -110), ...pods('1', -120, 0), ...pods('2', -5, 40)]).baseline).toBe('1')
  })

  test('a roll-back to an earlier version is found by the name of the version', () => {
    const all = [...pods('1', -120, -60), ...pods('1', -2, 40, ['d', 'e', 'f']), ...pods('2', -65, 1)]
    expect(sides(all, '1')).toMatchObject({ candidate: '1', baseline: '2' })
  })

  test("a label may hold a commit's first characters, and at least seven", () => {
    const all = [...pods('abcdef0', -120, 40), ...pods('abcdef', -120, 40)]
    expect(sides(all, 'abcdef0123456789').candidate).toBe('abcdef0')
  })

  test('without a new version, versions are not compared', () => {
    expect(sides(pods('1', -120, 40))).toEqual({
      baseline: '1',
      candidate: null,
      startedAtS: T,
      supersededAtS: null,
      overlap: null,
    })
  })

  test('the overlap ends when the next version comes', () => {
    const all = [...pods('1', -120, 60), ...pods('2', -5, 60), ...pods('3', 35, 60)]
    const found = sides(all)
    expect(found.supersededAtS).toBe(T + 35 * MINUTE)
    expect(found.overlap?.untilS).toBe(T + 35 * MINUTE)
  })
})

describe('overlap', () => {
  test('two pods are too few', () => {
    expect(sides([...pods('1', -120, 60), ...pods('2', -5, 60, ['a', 'b'])]).overlap).toBeNull()
  })

  test('nineteen minutes are too few, twenty are enough', () => {
    expect(sides([...pods('1', -120, 29), ...pods('2', 0, 60)]).overlap).toBeNull()
    expect(sides([...pods('1', -120, 30), ...pods('2', 0, 60)]).overlap).not.toBeNull()
  })

  test('the longest time without a break counts', () => {
    const broken = pods('1', -120, 60).map((one) => ({
      ...one,
      timesS: one.timesS.filter((time) => time < T + 20 * MINUTE || time > T + 25 * MINUTE),
    }))
    expect(sides([...broken, ...pods('2', 0, 60)]).overlap).toMatchObject({
      fromS: T + 26 * MINUTE,
      untilS: T + 60 * MINUTE,
    })
  })

  test('a new pod that disappears during the overlap is named and not counted', () => {
    const { overlap } = sides([...pods('1', -120, 60), ...pods('2', 0, 60), pod('2', 'd', 0, 20)])
    expect(overlap).toMatchObject({ candidate: ['2-a', '2-b', '2-c'], lost: ['2-d'] })
  })
})

describe('looks', () => {
  test('there are four looks, and each begins after the ten minutes in which new pods settle', () => {
    expect(looksAt(T).map(({ number, minutes, endsAtS }) => [number, minutes, (endsAtS - T) / MINUTE])).toEqual([
      [1, 30, 40],
      [2, 60, 70],
      [3, 120, 130],
      [4, 240, 250],
    ])
  })

  test('the last look that has ended is used', () => {
    expect(lookAt(T, T + 40 * MINUTE - 1)).toBeNull()
    expect(lookAt(T, T + 40 * MINUTE)?.number).toBe(1)
    expect(lookAt(T, T + 129 * MINUTE)?.number).toBe(2)
    expect(lookAt(T, T + 1e6)?.number).toBe(4)
  })
})
