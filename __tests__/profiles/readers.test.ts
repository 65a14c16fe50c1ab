import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Profile } from '../../src/model/profile.ts'
import { functionTimes } from '../../src/profiles/function-times.ts'
import { PROFILE_FORMATS } from '../../src/profiles/registry.ts'
import { plainOf } from '../saying.ts'
import { PROFILE_FIXTURES, profileOf, recorded, recordedBytes } from './recorded.ts'

/* Each file against the table that the tool itself prints of it: fixtures/profiles/expected.json. */

type Row = readonly [name: string, value: number | string, percent?: number]
type Expected = Readonly<Record<string, unknown>> & Readonly<{ oracle: string }>

const { files } = JSON.parse(readFileSync(`${PROFILE_FIXTURES}expected.json`, 'utf8')) as {
  files: Readonly<Record<string, Expected>>
}
const filesOf = (pattern: RegExp) => Object.entries(files).filter(([path]) => pattern.test(path))

/** Weight of each function by itself under the name that the tool writes. */
function selfByRawName({ frames, stacks }: Profile): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { frames: stack, weight } of stacks) {
    const name = frames[stack.at(-1) ?? -1]?.name ?? ''
    sums.set(name, (sums.get(name) ?? 0) + weight)
  }
  return sums
}

function total({ stacks }: Profile): number {
  return stacks.reduce((sum, { weight }) => sum + weight, 0)
}

function percentOf(profile: Profile, name: string): number {
  return (100 * (selfByRawName(profile).get(name) ?? 0)) / total(profile)
}

test('every reader is registered, once, under the name of its file', () => {
  const names = readdirSync(new URL('../../src/profiles/readers/', import.meta.url)).map((name) =>
    name.replace(/\.ts$/, ''),
  )
  expect(PROFILE_FORMATS.map(({ id }) => id).toSorted()).toEqual(names.toSorted())
})

test.each(filesOf(/^perf\/reported/))('%s is as perf report says', async (path, expected) => {
  const profile = await recorded(path)
  expect(profile).toMatchObject({ tool: 'perf', unit: 'ns', nature: 'sampled', language: 'native' })
  for (const [name, percent] of expected.selfPercent as Row[])
    expect(percentOf(profile, name)).toBeCloseTo(Number(percent), 1)
})

test.each(filesOf(/^callgrind\//))('%s is as callgrind_annotate says', async (path, expected) => {
  const profile = await recorded(path)
  expect(total(profile)).toBe(expected.totalIr)
  const self = selfByRawName(profile)
  // It has a row for each file that the lines of a function come from; here the function is whole.
  const program = (expected.selfIr as Row[]).filter(([name]) => name.includes('orders::'))
  expect(program.length).toBeGreaterThan(6)
  for (const [name, instructions] of program) {
    expect([name, (self.get(name) ?? 0) / Number(instructions)]).toEqual([name, expect.closeTo(1, 3)])
  }
})

test.each(filesOf(/^gprof\//))('%s is as the table of gprof', async (path, expected) => {
  const profile = await recorded(path)
  const rows = (expected.selfPercentSeconds as Row[]).filter(([, , seconds]) => Number(seconds) > 0)
  for (const [name, , seconds] of rows) expect(selfByRawName(profile).get(name)).toBeCloseTo(Number(seconds) * 1e9, -3)
  expect(profile.nature).toBe('shown')
  expect(profile.notes.map(plainOf).join(' ')).toContain('gprof gives the time of functions that the compiler split')
})

describe('pprof is as go tool pprof -top says', () => {
  const inNs = /^([\d.]+)(ms|s)$/
  test.each(filesOf(/^(?:go-pprof|rust-pprof)\/.*(?:cpu|run-\d)\.pb/))('%s', async (path, expected) => {
    const self = selfByRawName(await recorded(path))
    const rows = (expected.top as Row[]).filter(([, value]) => String(value) !== '0')
    expect(rows.length).toBeGreaterThan(2)
    for (const [name, value] of rows) {
      const [, number = '', unit] = inNs.exec(String(value)) ?? []
      const ns = Number(number) * (unit === 's' ? 1e9 : 1e6)
      // It prints as many digits as fit in its column.
      const found = self.get(name.replace(/ \((?:partial-)?inline\)$/, '')) ?? 0
      expect([name, Math.abs(found - ns) <= (unit === 's' ? 5e6 : 1e4)]).toEqual([name, true])
    }
  })

  test.each(filesOf(/^go-pprof\/.*(?:heap|mutex)/))('%s, by percent', async (path, expected) => {
    const profile = await recorded(path)
    for (const [name, , percent] of expected.top as Row[]) {
      expect(percentOf(profile, name.replace(/ \((?:partial-)?inline\)$/, ''))).toBeCloseTo(percent ?? 0, 1)
    }
    expect(profile.nature).toBe(path.includes('mutex') ? 'shown' : 'sampled')
    // The heap is looked at once in 512 KiB, or once an object where they are larger.
    if (!path.includes('mutex')) expect(profile.samples).toBeLessThanOrEqual(total(profile) / (512 * 1024) + 1)
  })
})

test.each(filesOf(/^(?:async-profiler|jfr|py-spy|heaptrack\/.*folded)/))(
  '%s has the weights of its leaves',
  async (path, expected) => {
    const profile = await recorded(path)
    const empty = /(\d+) samples have no stack/.exec(profile.notes.map(plainOf).join(' '))?.[1] ?? '0'
    expect(total(profile) + Number(empty)).toBe(expected.total)
    const self = selfByRawName(profile)
    // py-spy writes the line into every frame, so that one function is many.
    const isPython = profile.language === 'python'
    const wanted = (expected.top as Row[]).filter(([name, weight]) => Number(weight) > 0 && !isPython && name !== '')
    for (const [name, weight] of wanted) expect([name, self.get(name)]).toEqual([name, weight])
    if (isPython) expect(self.get('marshal_any')).toBeGreaterThan(0)
  },
)

test.each(filesOf(/^node-cpuprofile/))('%s has its own samples, and time only of functions', async (path, expected) => {
  const profile = await recorded(path)
  expect(profile.samples).toBe(expected.samples)
  const self = selfByRawName(profile)
  const names = (expected.hits as [string, number][]).map(([name]) => name)
  expect(names.filter((name) => self.has(name))).toEqual(
    names.filter((name) => !['(idle)', '(program)'].includes(name)),
  )
  // A long wait between two samples is no time of a function: it is cut.
  expect(total(profile) / 1000).toBeLessThan(Number(expected.sumDeltasUs))
})

test.each(filesOf(/^massif/))('%s has the heap at its peak', async (path, expected) => {
  const profile = await recorded(path)
  expect([total(profile)]).toEqual([expected.peakHeapBytes])
})

test.each(filesOf(/^memcheck/))('%s has the bytes that were lost', async (path, expected) => {
  const profile = await recorded(path)
  expect(total(profile)).toBe(expected.definitelyLostBytes)
  const lost = [...functionTimes(profile, []).functions.values()].filter(({ ownWeight }) => ownWeight > 0)
  expect(lost.map(({ name }) => name)).toEqual(expected.leakFunction)
})

test.each(filesOf(/heaptrack\.txt/))('%s has the calls of heaptrack_print', async (path, expected) => {
  const profile = await recorded(path)
  // It leaves out callers below its threshold.
  expect(total(profile) / Number(expected.calls)).toBeGreaterThan(0.99)
  expect(profile).toMatchObject({ counted: 'allocations', nature: 'exact' })
})

test('node --prof-process and --heap-prof', async () => {
  const prof = await recorded('node-v8-prof/baseline/run-1.v8.txt')
  expect(prof).toMatchObject({ format: 'v8-prof', samples: 2506, nature: 'shown' })
  expect(selfByRawName(prof).get('handleOrder')).toBe(687)
  const heap = await recorded('node-heapprofile/candidate/run-1.heapprofile.gz')
  expect(heap).toMatchObject({ format: 'heapprofile', counted: 'live-bytes', unit: 'bytes' })
  expect(selfByRawName(heap).get('handleOrder')).toBe(6_367_080)
})

test('speedscope: the time of py-spy, and the bytes of memray', async () => {
  const time = await recorded('py-spy/candidate/run-1.pyspy.speedscope.json.gz')
  expect(time).toMatchObject({
    tool: 'py-spy',
    counted: 'wall-time',
    unit: 'ns',
    nature: 'sampled',
    language: 'python',
  })
  const byTime = [...functionTimes(time, []).functions.values()].sort((left, right) => right.ownWeight - left.ownWeight)
  expect(byTime[0]?.name).toBe('marshal_any (service.py)')
  const bytes = await recorded('memray/baseline/run-1.memray.speedscope.json.gz')
  expect(bytes).toMatchObject({ counted: 'allocated-bytes', unit: 'bytes', nature: 'shown', language: 'python' })
  const stats = JSON.parse(new TextDecoder().decode(recordedBytes('memray/baseline/run-1.memray-stats.json')))
  // The table of memray: the line of handle_order with the most bytes.
  const most = stats.top_allocations_by_size[0]
  expect(most.location).toMatch(/^handle_order:/)
  const handle = functionTimes(bytes, []).functions.get('handle_order (service.py)')
  expect(handle?.selfWeight).toBeGreaterThan(0)
  expect(handle?.selfWeight).toBeLessThanOrEqual(most.size)
})

test('speedscope: a sample of a function that is not there, and events, are refused', async () => {
  const file = (profile: object) =>
    JSON.stringify({
      $schema: 'https://www.speedscope.app/file-format-schema.json',
      shared: { frames: [{ name: 'a' }] },
      profiles: [profile],
    })
  await expect(profileOf(file({ type: 'sampled', unit: 'seconds', samples: [[0, 1]], weights: [1] }))).rejects.toThrow(
    /that the profile does not have/,
  )
  await expect(profileOf(file({ type: 'sampled', unit: 'seconds', samples: [[0]], weights: [] }))).rejects.toThrow(
    /do not fit together/,
  )
  await expect(profileOf(file({ type: 'evented', unit: 'seconds', events: [] }))).rejects.toThrow(
    /events and no samples/,
  )
})

test('callgrind with several dumps in one file is the sum of them', async () => {
  const dump = (work: number) =>
    `\npart: 1\nevents: Ir Dr\n\nfn=(1) work\n3 ${work} 1\n+1 5 0\n\ntotals: ${work + 5} 1\n`
  const profile = await profileOf(`# callgrind format\ncreator: callgrind-3.19.0\n${dump(100)}${dump(20)}`)
  expect(selfByRawName(profile)).toEqual(new Map([['work', 130]]))
  const cut = `# callgrind format\ncreator: callgrind-3.19.0\n${dump(100)}${dump(20).replace(/totals.*/, '')}`
  await expect(profileOf(cut)).rejects.toThrow(/add up to 130 instructions, and its own sum is 105/)
})

describe('a deep copy of Instruments', () => {
  const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n\n\n`
  const weights = ({ frames, stacks }: Profile) =>
    stacks.map((one) => [one.frames.map((at) => frames[at]?.name).join(' '), one.weight])

  test('Xcode 16: the time of each function itself, where the whole is rounded', async () => {
    const profile = await profileOf(
      rows(
        'Weight\tSelf Weight\tSymbol Names',
        '4.93 s  100.0%\t0 s\t   start',
        '4.93 s\u2007 99.9%\t0 s\t    main',
        '2.45 s   0.0%\t846.00 ms\t     orders::marshal(int) const',
        '797.00 ms   0.0%\t786.00 ms\t      orders::checksum()',
        '2.48 s   0.0%\t2.48 s\t     orders::parse()',
      ),
    )
    expect(profile).toMatchObject({
      tool: 'Instruments',
      counted: 'cpu-time',
      unit: 'ns',
      nature: 'sampled',
      samples: 4112,
    })
    expect(weights(profile)).toEqual([
      ['start main orders::marshal(int) const orders::checksum()', 786e6],
      ['start main orders::marshal(int) const', 846e6],
      ['start main orders::parse()', 2480e6],
    ])
  })

  test('older ones have the unit in the title, and a column without one', async () => {
    const profile = await profileOf(
      rows(
        'Running Time\tSelf (ms)\t\tSymbol Name',
        '4273.0ms   99.9%\t0\t \tstart',
        '713.0ms   16.6%\t696\t \t alpha()',
        '17.0ms    0.3%\t17\t \t  <Unknown Address>',
      ),
    )
    expect(weights(profile)).toEqual([
      ['start alpha() [unknown]', 17e6],
      ['start alpha()', 696e6],
    ])
  })

  test('cycles and bytes are shown; without a column of their own, functions have what those below do not', async () => {
    const cycles = await profileOf(
      rows(
        'Weight\tSelf Weight\t\tSymbol Name',
        '96.08 Gc  100.0%\t-\t \tapp (40414)',
        '532 cycles 0.0%\t532 cycles\t \t a',
      ),
    )
    expect(cycles).toMatchObject({ unit: 'events', nature: 'shown', samples: null })
    expect(weights(cycles)).toEqual([['app a', 532]])
    const bytes = await profileOf(
      rows(
        'Bytes Used\tCount\t\tSymbol Name',
        ' 3.00 MB     100.0%\t8\t \tmain',
        '  1.50 MB  50.0%\t4\t \t leak',
        '  512 Bytes  0.1%\t4\t \t keep',
      ),
    )
    expect(bytes).toMatchObject({ counted: 'allocated-bytes', unit: 'bytes', nature: 'shown' })
    expect(weights(bytes)).toEqual([
      ['main leak', 1.5 * 1024 ** 2],
      ['main keep', 512],
      ['main', 1.5 * 1024 ** 2 - 512],
    ])
  })

  test('a text in the place of a number is refused with its line', async () => {
    await expect(profileOf(rows('Weight\tSelf Weight\tSymbol Names', '4,93 s  100,0%\t0 s\tmain'))).rejects.toThrow(
      /^Line 2 has "4,93 s {2}100,0%" where a time, cycles or bytes belong/,
    )
  })
})

describe('a profile for the Firefox Profiler', () => {
  const thread = {
    samples: { stack: [2, 2, 1, null], weight: [3, 1, 2, 9], weightType: 'samples', length: 4 },
    stackTable: { prefix: [null, 0, 1], frame: [0, 1, 2], length: 3 },
    frameTable: { func: [0, 1, 1], length: 3 },
    funcTable: { name: [0, 1], fileName: [null, 2], resource: [0, -1], length: 2 },
    resourceTable: { lib: [0] },
  }
  const strings = ['main', 'orders::checksum', '/srv/orders.cpp']
  const file = (more: object = {}, meta: object = {}) =>
    JSON.stringify({
      meta: { preprocessedProfileVersion: 49, product: 'svc', symbolicated: true, ...meta },
      libs: [{ name: 'svc' }],
      threads: [{ ...thread, stringArray: strings, ...more }],
    })

  test('has its stacks, weights, files and libraries', async () => {
    const profile = await profileOf(file())
    expect(profile).toMatchObject({
      tool: 'samply',
      counted: 'wall-time',
      unit: 'samples',
      nature: 'sampled',
      samples: 6,
    })
    expect(profile.frames).toEqual([
      { name: 'orders::checksum', file: '/srv/orders.cpp', library: null, line: null },
      { name: 'main', file: null, library: 'svc', line: null },
    ])
    expect(profile.stacks.map(({ frames, weight }) => [frames, weight])).toEqual([
      [[1, 0, 0], 4],
      [[1, 0], 2],
    ])
  })

  test('newer ones keep their tables once for all threads', async () => {
    const { samples, ...tables } = thread
    const shared = JSON.stringify({
      meta: { preprocessedProfileVersion: 58, product: 'Firefox' },
      libs: [{ name: 'svc' }],
      shared: { ...tables, stringArray: strings },
      threads: [{ samples }, { samples }],
    })
    expect(await profileOf(shared)).toMatchObject({ tool: 'Firefox', samples: 12 })
  })

  test('stacks in a circle, and positions that are not there, are refused', async () => {
    const circle = { stackTable: { prefix: [1, 0, 1], frame: [0, 1, 2] } }
    for (const more of [circle, { frameTable: { func: [7, 7, 7] } }, { samples: { stack: [9] } }]) {
      await expect(profileOf(file(more))).rejects.toThrow(/that the profile does not have/)
    }
  })
})

describe('collapsed stacks of other profilers of Python', () => {
  const selves = async (text: string) => {
    const profile = await profileOf(text)
    return [profile.tool, profile.unit, profile.samples, Object.fromEntries(selfByRawName(profile))]
  }

  test('austin: microseconds, a sample a line, and its settings around them', async () => {
    const text = [
      '# austin: 3.7.0',
      '# mode: wall',
      'P42;T0:7ffb7f8f0700;/srv/service.py:main:12;/srv/service.py:marshal_any:46 300',
      'P42;T0:7ffb7f8f0700;/srv/service.py:main:12;/srv/service.py:marshal_any:47 100',
      'P42;T0:7ffb7f8f0700 50',
      '# duration: 450',
    ].join('\n')
    expect(await selves(text)).toEqual(['austin', 'ns', 3, { marshal_any: 400_000 }])
  })

  test('profiling.sampling of Python 3.15', async () => {
    const text = 'tid:7;service.py:main:12;service.py:marshal_any:46 5\ntid:8;service.py:main:12;<GC> 2\n'
    expect(await selves(text)).toEqual(['profiling.sampling', 'samples', 7, { marshal_any: 5, '<GC>': 2 }])
  })
})

describe('what cannot be read says what to do', () => {
  test.each([
    ['heaptrack/baseline/run-1.heaptrack.zst', /compressed with zstd.*heaptrack_print FILE/],
    ['samply/baseline/run-1.samply-import.json.gz', /addresses and no names.*perf script > perf\.txt/],
    ['jfr/baseline/run-1.jfr-print.txt.gz', /text of jfr print.*jfrconv -o collapsed/],
    ['memray/baseline/run-1.memray-stats.json', /totals of memray/],
  ])('%s', async (path, message) => {
    await expect(recorded(path)).rejects.toThrow(message)
  })

  test.each([
    ['PERFILE2 and more', /a recording of perf.*perf script -i FILE > perf\.txt/],
    ['gmon\u0001\0\0\0', /a recording for gprof.*gprof PROGRAM FILE > gprof\.txt/],
    ['FLR\0\0\u0002', /Java Flight Recorder.*jfrconv/],
    ['heap profile: 1: 2 [3: 4] @ heap/1048576\n', /text of Go with \?debug=1/],
    ['v8-version,11,3,244,8,-node.23,0\n', /node --prof-process FILE/],
    ['{"code":[{"name":"a","type":"CODE"}],"ticks":[]}', /Make a table instead: `node --prof-process FILE/],
    ['goroutine 1 [running]:\nmain.main()\n', /text of Go with \?debug=1/],
    ['{\n  "recording": {\n    "events": [{\n      "type": "jdk.ExecutionSample"', /jfrconv -o collapsed FILE\.jfr/],
    ['{"version": 0, "costs": [{"description": "Memory"}]', /memray transform speedscope FILE/],
    ['allocator,num_allocations,size,tid,thread_name,stack_trace\n', /memray transform speedscope FILE/],
    ['memray\0\0\u000a', /memray transform speedscope FILE/],
    ['v 10400 3\nx /srv/svc\n', /heaptrack_print FILE -F heap\.folded/],
    ['MOJ\u0003', /austin/],
    ['', /empty/],
    ['hello world\n', /starts with "hello world\\n", and is no profile that is known here/],
    ['0x4005d0;0x400600 12\n', /none of its functions has a name.*no strip/],
  ])('%j', async (content, message) => {
    await expect(profileOf(content)).rejects.toThrow(message)
  })
})

test('a file that was cut is refused, whatever the format', async () => {
  const cut = async (path: string, part = 0.6) => {
    const bytes = recordedBytes(path)
    return profileOf(bytes.subarray(0, Math.floor(bytes.length * part)))
  }
  await expect(cut('callgrind/baseline/run-1.callgrind.out.gz')).rejects.toThrow(/its own sum is missing/)
  await expect(cut('node-cpuprofile/baseline/run-1.cpuprofile.gz', 0.99)).rejects.toThrow(/cut or damaged/)
  await expect(cut('memcheck/baseline/run-1.memcheck.xml')).rejects.toThrow(/has no end/)
  const massif = new TextDecoder().decode(recordedBytes('massif/baseline/run-1.massif.out.gz'))
  const peak = massif.indexOf('heap_tree=peak')
  await expect(profileOf(massif.slice(0, peak + 400))).rejects.toThrow(/fewer callers than it states/)
  await expect(profileOf(massif.slice(0, peak))).rejects.toThrow(/has no peak/)
  await expect(cut('go-pprof/baseline/run-1.cpu.pb.gz', 0.5)).rejects.toThrow(/cut or damaged/)
  await expect(profileOf('a;b 12\na;c')).rejects.toThrow(/no profile|no stack/)
})
