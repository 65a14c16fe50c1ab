import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Profile } from '../../src/model/profile.ts'
import { functionTimes } from '../../src/profiles/function-times.ts'
import { PROFILE_FORMATS } from '../../src/profiles/registry.ts'
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
  expect(profile.notes.join(' ')).toContain('gprof gives the time of functions that the compiler split')
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
    expect(profile.nature).toBe('shown')
  })
})

test.each(filesOf(/^(?:async-profiler|jfr|py-spy|heaptrack\/.*folded)/))(
  '%s has the weights of its leaves',
  async (path, expected) => {
    const profile = await recorded(path)
    const empty = /(\d+) samples have no stack/.exec(profile.notes.join(' '))?.[1] ?? '0'
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
  await expect(profileOf(massif.slice(0, peak + 400))).rejects.toThrow(/not as many callers as it says/)
  await expect(profileOf(massif.slice(0, peak))).rejects.toThrow(/has no peak/)
  await expect(cut('go-pprof/baseline/run-1.cpu.pb.gz', 0.5)).rejects.toThrow(/cut or damaged/)
  await expect(profileOf('a;b 12\na;c')).rejects.toThrow(/no profile|no stack/)
})
