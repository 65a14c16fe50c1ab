import { describe, expect, test } from '@jest/globals'
import type { ProfileComparison } from '../../src/model/profile.ts'
import { compareProfiles } from '../../src/profiles/compare-profiles.ts'
import { flameGraph, flameGraphSvg } from '../../src/report/html/flame-graph.ts'
import { profileOf, recordedSide } from './recorded.ts'

const fills = (comparison: ProfileComparison) =>
  new Set(
    flameGraph(comparison).shapes.flatMap((shape) =>
      [...shape.matchAll(/<rect[^>]*fill="([^"]+)"/g)].map(([, fill]) => fill),
    ),
  )

test('only the function that is proven to have changed has a colour, and a sign', async () => {
  const comparison = compareProfiles(
    {
      baseline: await recordedSide('perf', 'baseline', 'perf-script'),
      candidate: await recordedSide('perf', 'candidate', 'perf-script'),
    },
    [],
  )
  expect([...fills(comparison)].sort()).toEqual(['var(--line)', 'var(--warn)'])
  const coloured = flameGraph(comparison).shapes.filter((shape) => shape.includes('var(--warn)'))
  expect(coloured.every((shape) => shape.includes('<title>orders::marshalAny&lt;unsigned long&gt;: '))).toBe(true)
  expect(coloured.some((shape) => shape.includes('>▲ marshalAny&lt;unsigned long&gt;<'))).toBe(true)
})

test.each([
  ['orders::(anonymous namespace)::decodeBody', 'decodeBody'],
  ['orders::readHeader<std::vector<int>>', 'readHeader'],
  ['orders::ParseRequest::operator()', 'ParseRequest::o…'],
  ['main.(*server).applyDiscount', 'applyDiscount'],
  ['org.example.orders.Service.marshalAny', 'marshalAny'],
  ['aFunctionWithAVeryLongName', 'aFunctionWithAV…'],
  ['short', 'short'],
])('%s in a narrow frame is called %s', async (name, label) => {
  // 760 pixels for all, 126 of them for this one: 16 letters.
  const only = [{ profile: await profileOf(`runtime.main;${name} 10\nruntime.main;rest 50\n`), requests: null }]
  const { shapes } = flameGraph(compareProfiles({ baseline: only, candidate: only }, []))
  const labels = shapes.flatMap((shape) => /fill="var\(--text\)">([^<]+)<\/text>/.exec(shape)?.[1] ?? [])
  expect(labels.sort()).toEqual(['runtime.main', 'rest', label].sort())
})

test('the same profiles twice are all grey', async () => {
  const side = await recordedSide('rust-pprof', 'baseline', '.pb')
  expect([...fills(compareProfiles({ baseline: side, candidate: side }, []))]).toEqual(['var(--line)'])
})

describe('functions that are gone', () => {
  const of = async (text: string) => [{ profile: await profileOf(text), requests: null }]

  test('stand below, as wide as they were', async () => {
    const comparison = compareProfiles(
      { baseline: await of('main;old;inner 50\nmain;stays 50\n'), candidate: await of('main;stays 50\n') },
      [],
    )
    const { shapes } = flameGraph(comparison)
    const at = shapes.findIndex((shape) => shape.includes('Gone: as wide as it was'))
    expect(at).toBeGreaterThan(0)
    expect(
      shapes.slice(at).filter((shape) => /<title>(?:old|inner): 50 % → 0 % of the whole/.test(shape)),
    ).toHaveLength(2)
    expect(shapes.slice(at).every((shape) => !shape.includes('<rect') || shape.includes('width="379.5"'))).toBe(true)
  })

  test('are not mentioned if there are none', async () => {
    const same = await of('main;stays 50\n')
    expect(flameGraphSvg(compareProfiles({ baseline: same, candidate: same }, []))).not.toContain('Gone:')
  })
})

test('frames lie below their callers and side by side, and none is wider than its caller', async () => {
  const only = [{ profile: await profileOf('a;b;c 30\na;b;d 20\na;e 50\n'), requests: null }]
  const { shapes } = flameGraph(compareProfiles({ baseline: only, candidate: only }, []))
  const frames = new Map(
    shapes.flatMap((shape) => {
      const [, name = '', x, y, width] =
        /<title>(\w+): .*<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/.exec(shape) ?? []
      return name === '' ? [] : [[name, { x: Number(x), y: Number(y), width: Number(width) }] as const]
    }),
  )
  expect(frames.get('a')).toEqual({ x: 0, y: 40, width: 759.5 })
  expect(frames.get('b')).toEqual({ x: 0, y: 58, width: 379.5 })
  expect(frames.get('e')).toEqual({ x: 380, y: 58, width: 379.5 })
  expect(frames.get('c')).toEqual({ x: 0, y: 76, width: 227.5 })
  expect(frames.get('d')).toEqual({ x: 228, y: 76, width: 151.5 })
})
