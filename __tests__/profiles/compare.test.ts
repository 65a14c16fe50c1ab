import { describe, expect, test } from '@jest/globals'
import { profileRates } from '../../scripts/simulation/profiles.ts'
import type { ProfileComparison } from '../../src/model/profile.ts'
import { compareProfiles } from '../../src/profiles/compare-profiles.ts'
import { withoutInlining } from '../../src/profiles/inlined.ts'
import { plainOf } from '../saying.ts'
import { profileOf, recorded, recordedSide } from './recorded.ts'

const named = ({ functions }: ProfileComparison) =>
  functions.filter(({ verdict }) => verdict !== 'not-proven').map(({ name, verdict }) => `${name} ${verdict}`)

const compared = async (tool: string, other: 'candidate' | 'unchanged', ending: string, withRequests = false) =>
  compareProfiles(
    {
      baseline: await recordedSide(tool, 'baseline', ending, withRequests),
      candidate: await recordedSide(tool, other, ending, withRequests),
    },
    [],
  )

describe('recorded pairs, one function of which does 1.6 times the work: it is named, and no other', () => {
  test.each([
    ['perf', 'perf-script', false, 'orders::marshalAny<unsigned long> slower'],
    ['perf', 'perf-script', true, 'orders::marshalAny<unsigned long> slower'],
    ['rust-pprof', '.pb', false, 'orders::marshal_any slower'],
    ['async-profiler', 'collapsed', false, 'org.example.orders.Service.marshalAny slower'],
    ['node-cpuprofile', 'cpuprofile', false, 'marshalAny (service.mjs) slower'],
    ['callgrind', 'callgrind', false, 'orders::marshalAny<unsigned long> slower'],
    ['massif', 'massif', false, 'fillCache slower'],
    ['memcheck', 'memcheck', false, 'keepSession slower'],
    ['heaptrack', 'peak.folded', false, 'fillCache slower'],
  ])('%s, %s, requests known: %s', async (tool, ending, withRequests, expected) => {
    expect(named(await compared(tool, 'candidate', ending, withRequests))).toEqual([expected])
  })

  test('Go, with 120 to 340 samples a profile: found, and it is said that less would not have been', async () => {
    const comparison = await compared('go-pprof', 'candidate', 'cpu.pb', true)
    expect(named(comparison)).toEqual(['main.marshalAny[…] slower'])
    expect(comparison.detectableRatio).toBeGreaterThan(0.6)
  })

  test.each([
    ['perf', 'perf-script', false],
    ['perf', 'perf-script', true],
    ['go-pprof', 'cpu.pb', false],
    ['go-pprof', 'cpu.pb', true],
    ['rust-pprof', '.pb', true],
    ['async-profiler', 'collapsed', false],
    ['node-cpuprofile', 'cpuprofile', false],
  ])('%s, %s, requests known: %s: the same program again names none', async (tool, ending, withRequests) => {
    expect(named(await compared(tool, 'unchanged', ending, withRequests))).toEqual([])
  })

  test('what Go allocates is compared like time, and what others allocated is not named', async () => {
    const allocations = await compared('go-allocs', 'candidate', 'allocs.pb')
    expect(allocations).toMatchObject({ tool: 'pprof', counted: 'allocated-bytes', unit: 'bytes', notCompared: null })
    expect(named(allocations)).toEqual(['main.encode slower'])
    expect(allocations.functions[0]?.changeRatio).toBeGreaterThan(0.4)
    expect(allocations.functions[0]?.changeRatio).toBeLessThan(0.9)
    expect(named(await compared('go-allocs', 'unchanged', 'allocs.pb'))).toEqual([])
  })

  test('waits for locks, live heaps, gprof and --prof are shown and not compared, and the reason is said', async () => {
    for (const [tool, ending, reason] of [
      ['go-mutex', 'mutex.pb', /makes other functions wait/],
      ['node-heapprofile', 'heapprofile', /counts their memory for their callers/],
      ['memray', 'speedscope', /memory at its peak/],
      ['gprof', 'gprof', /to their neighbours/],
      ['node-v8-prof', 'v8', /counts them for their callers/],
    ] as const) {
      const comparison = await compared(tool, 'candidate', ending)
      expect(named(comparison)).toEqual([])
      expect(plainOf(comparison.notCompared)).toBe('This kind of profile is shown, and not compared.')
      expect(comparison.functions.length).toBeGreaterThan(0)
      expect(comparison.notes.map(plainOf).join(' ')).toMatch(reason)
    }
  })
})

describe('what the data could have shown', () => {
  test('fewer than three profiles of a side prove nothing, and say how many are needed', async () => {
    const [first] = await recordedSide('perf', 'baseline', 'perf-script')
    const comparison = compareProfiles({ baseline: [first!], candidate: [first!] }, [])
    expect(plainOf(comparison.notCompared)).toBe(
      'Nothing is proven with 1 against 1 profiles: record at least 3 of each side, better 5.',
    )
    expect(comparison.detectableRatio).toBeNull()
  })

  test('the detectable change is about a third for five profiles of a thousand samples', async () => {
    const { detectableRatio } = await compared('perf', 'candidate', 'perf-script')
    expect(detectableRatio).toBeGreaterThan(0.3)
    expect(detectableRatio).toBeLessThan(0.35)
  })

  test('a profile with few samples is not compared', async () => {
    const few = { profile: await profileOf('main;a 10\nmain;b 10\n'), requests: null }
    const comparison = compareProfiles({ baseline: [few, few, few], candidate: [few, few, few] }, [])
    expect(plainOf(comparison.notCompared)).toMatch(/only 20 samples, and 30 are the least/)
  })

  test('functions without a name are none, and with more than half of the time in them nothing is compared', async () => {
    const frame = (name: string, library: string) => `\t 12a ${name} (${library})\n`
    const sample = (inner: string) =>
      `svc 1 1.5: 1 cpu-clock: \n${frame(inner, '/srv/svc')}${frame('__libc_start_call_main+0x7a', '/usr/lib/libc.so.6')}\n`
    const of = async (unknown: number) => ({
      profile: await profileOf(sample('[unknown]').repeat(unknown) + sample('work+0x1').repeat(100 - unknown)),
      requests: null,
    })
    const [much, little] = [await of(60), await of(40)]
    const comparison = compareProfiles({ baseline: [much, much, much], candidate: [much, much, much] }, [])
    expect(plainOf(comparison.notCompared)).toMatch(
      /^60 % of one of the profiles is in functions without a name: build with symbols/,
    )
    expect(comparison.functions.map(({ name }) => name)).toEqual(['work'])
    const fewer = compareProfiles({ baseline: [little, little, little], candidate: [little, little, little] }, [])
    expect(plainOf(fewer.notCompared)).not.toMatch(/without a name/)
  })

  test('one side alone is shown', async () => {
    const side = await recordedSide('perf', 'candidate', 'perf-script')
    const comparison = compareProfiles({ baseline: [], candidate: side }, [])
    expect(plainOf(comparison.notCompared)).toMatch(/^Only the candidate has profiles/)
    expect(comparison.functions[0]).toMatchObject({ baselineShare: 0, changeRatio: null, verdict: 'not-proven' })
  })
})

describe('what all functions share is no change of a function', () => {
  /** Runs of a program of four functions, whose weights vary by a few samples. */
  const side = async (weights: readonly number[], requests: number | null) =>
    await Promise.all(
      [0, 4, -5, 2, -1].map(async (shift) => ({
        profile: await profileOf(
          weights.map((weight, index) => `main;f${index} ${weight + shift * (index % 2 === 0 ? 1 : -1)}`).join('\n'),
        ),
        requests,
      })),
    )

  test('a machine that is half as fast again moves all, and names none', async () => {
    const comparison = compareProfiles(
      { baseline: await side([400, 300, 200, 100], 1000), candidate: await side([600, 450, 300, 150], 1000) },
      [],
    )
    expect(named(comparison)).toEqual([])
    expect(comparison.scale).toBe('relative')
    expect(comparison.commonRatio).toBeCloseTo(0.5, 1)
  })

  test('twice the requests with twice the time is no change', async () => {
    const comparison = compareProfiles(
      { baseline: await side([400, 300, 200, 100], 1000), candidate: await side([800, 600, 400, 200], 2000) },
      [],
    )
    expect(named(comparison)).toEqual([])
    expect(comparison.commonRatio).toBeCloseTo(0, 1)
  })

  test('a function that grows makes no other function smaller', async () => {
    const comparison = compareProfiles(
      { baseline: await side([400, 300, 200, 100], null), candidate: await side([800, 300, 200, 100], null) },
      [],
    )
    expect(named(comparison)).toEqual(['f0 slower'])
    expect(comparison.functions.find(({ name }) => name === 'f1')?.changeRatio).toBeCloseTo(0, 1)
  })

  test('a function that takes most of the time is named if the work was the same, or if the requests are known', async () => {
    const grown = async (requests: number | null) =>
      compareProfiles({ baseline: await side([900, 100], requests), candidate: await side([1440, 100], requests) }, [])
    expect(named(await grown(null))).toEqual(['f0 slower'])
    expect((await grown(null)).scale).toBe('per-run')
    expect(named(await grown(1000))).toEqual(['f0 slower'])
    const shrunk = compareProfiles(
      { baseline: await side([900, 160], 1000), candidate: await side([900, 80], 1000) },
      [],
    )
    expect(named(shrunk)).toEqual(['f1 faster'])
  })

  test('without known requests, and with other work, it is said that nothing can be told', async () => {
    const comparison = compareProfiles(
      { baseline: await side([900, 300], null), candidate: await side([1800, 300 * 1.4], null) },
      [],
    )
    expect(named(comparison)).toEqual([])
    expect(plainOf(comparison.notCompared)).toMatch(/cannot be told whether it takes more or the others less/)
  })

  test('a new function and a removed function are named', async () => {
    const before = (await side([400, 300, 200], null)).map(({ profile }) => ({ profile, requests: null }))
    const after = await Promise.all(
      [0, 3, -3, 1, -2].map(async (shift) => ({
        profile: await profileOf(`main;f0 ${400 + shift}\nmain;f1 ${300 - shift}\nmain;fresh ${205 + shift}\n`),
        requests: null,
      })),
    )
    const comparison = compareProfiles({ baseline: before, candidate: after }, [])
    expect(named(comparison).sort()).toEqual(['f2 gone', 'fresh new'])
    expect(comparison.notes.map(plainOf).join(' ')).toContain('Perhaps f2 was renamed to fresh')
  })
})

describe('lambdas of Java, which javac counts', () => {
  const lambda = (number: number) => `org.example.Service.main;org.example.Service.lambda$static$${number}`
  const side = async (weights: readonly number[]) =>
    await Promise.all(
      [0, 4, -5, 2, -1].map(async (shift) => ({
        profile: await profileOf(
          [
            ...weights.map((weight, number) => `${lambda(number)} ${weight + shift}`),
            `org.example.Service.main;org.example.Service.rest ${400 - shift}`,
            `org.example.Service.main;org.example.Service.more ${300 + shift}`,
          ].join('\n'),
        ),
        requests: null,
      })),
    )

  test('a lambda that is added in front moves the numbers of the others, and none of them is named', async () => {
    const comparison = compareProfiles({ baseline: await side([300, 100]), candidate: await side([20, 290, 95]) }, [])
    expect(named(comparison)).toEqual([])
    expect(comparison.functions.map(({ name }) => name)).toContain('org.example.Service.lambda$static$…')
    expect(comparison.notes.map(plainOf).join(' ')).toContain(
      '1 group of lambdas with different numbers on the two sides',
    )
  })

  test('if both sides have the same lambdas, one that takes more is named', async () => {
    const comparison = compareProfiles({ baseline: await side([300, 100]), candidate: await side([300, 190]) }, [])
    expect(named(comparison)).toEqual(['org.example.Service.lambda$static$1 slower'])
  })
})

test('exact tools: below one percent is no change, above it is, whatever the direction', async () => {
  const massif = (bytes: number) =>
    `desc: x\ncmd: y\ntime_unit: i\n#-----------\nsnapshot=0\n#-----------\ntime=0\nmem_heap_B=${bytes}\nmem_heap_extra_B=0\nmem_stacks_B=0\nheap_tree=peak\nn1: ${bytes} (heap allocation functions) malloc/new/new[], --alloc-fns, etc.\n n0: ${bytes} 0x1091D7: fill(int) (mem.cpp:6)\n`
  const of = async (bytes: number) => [{ profile: await profileOf(massif(bytes)), requests: null }]
  const change = async (before: number, after: number) =>
    named(compareProfiles({ baseline: await of(before), candidate: await of(after) }, []))
  expect(await change(100_000, 100_900)).toEqual([])
  expect(await change(100_000, 101_100)).toEqual(['fill slower'])
  expect(await change(100_000, 98_000)).toEqual(['fill faster'])
})

test('a leak where there was none is new, and none on both sides is nothing', async () => {
  const xml = (inside: string) =>
    `<?xml version="1.0"?>\n<valgrindoutput>\n<protocoltool>memcheck</protocoltool>\n${inside}</valgrindoutput>\n`
  const leak =
    '<error><kind>Leak_DefinitelyLost</kind><xwhat><leakedbytes>64</leakedbytes></xwhat><stack><frame><fn>keep(int)</fn></frame></stack></error>\n'
  const of = async (inside: string) => [{ profile: await profileOf(xml(inside)), requests: null }]
  expect(named(compareProfiles({ baseline: await of(''), candidate: await of(leak) }, []))).toEqual(['keep new'])
  expect(named(compareProfiles({ baseline: await of(leak), candidate: await of('') }, []))).toEqual(['keep gone'])
  expect(compareProfiles({ baseline: await of(''), candidate: await of('') }, []).functions).toEqual([])
})

test('V8: the time of an inlined function is given back to it, also if it has no node in that run', async () => {
  const [first, second] = withoutInlining([
    await recorded('node-cpuprofile/baseline/run-1.cpuprofile.gz'),
    await recorded('node-cpuprofile/baseline/run-2.cpuprofile.gz'),
  ])
  const shareOf = (profile: NonNullable<typeof first>, name: string) => {
    const file = /service\.mjs$/
    const own = profile.stacks.filter(({ frames }) => file.test(profile.frames[frames.at(-1) ?? -1]?.file ?? ''))
    const sum = (stacks: typeof own) => stacks.reduce((all, { weight }) => all + weight, 0)
    return sum(own.filter(({ frames }) => profile.frames[frames.at(-1) ?? -1]?.name === name)) / sum(own)
  }
  // Run 1 has no sample of marshalAny at all, and a quarter of it all in handleOrder.
  expect(shareOf(first!, 'marshalAny')).toBeGreaterThan(0.15)
  expect(shareOf(second!, 'marshalAny')).toBeGreaterThan(0.15)
  expect(shareOf(first!, 'handleOrder')).toBeLessThan(0.1)
})

describe('error rates, on invented pairs', () => {
  const service = {
    shares: [0.2, 0.18, 0.15, 0.12, 0.1, 0.08, 0.05, 0.05, 0.04, 0.03],
    samplesOfRun: 1000,
    functionSd: 0.04,
    runSd: 0.05,
    runs: 5,
    planted: null,
  }

  test.each([3, 5])('%d a side: a function is named in at most 1 of 20 unchanged pairs', (runs) => {
    for (const knowsRequests of [true, false]) {
      expect(profileRates({ ...service, runs, knowsRequests }, 400, 16).falselyNamed).toBeLessThanOrEqual(0.05)
    }
  })

  test('five a side of a thousand samples: the one that takes 60 % more is found and no other, in 19 of 20 pairs', () => {
    const planted = { position: 0, changeRatio: 0.6 }
    for (const knowsRequests of [true, false]) {
      expect(profileRates({ ...service, knowsRequests, planted }, 400, 17).foundAlone).toBeGreaterThanOrEqual(0.95)
    }
  })

  test('noisier runs cost findings and not the promise', () => {
    const noisy = { ...service, functionSd: 0.15, runSd: 0.4, knowsRequests: true }
    expect(profileRates(noisy, 400, 18).falselyNamed).toBeLessThanOrEqual(0.05)
  })
})
