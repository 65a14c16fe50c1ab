import { BinaryWriter } from '@bufbuild/protobuf/wire'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UserError } from '../../src/model/errors.ts'
import { functionTimes } from '../../src/profiles/function-times.ts'
import { plainOf } from '../saying.ts'
import { profileOf, recordedBytes } from './recorded.ts'

/* A profile comes from the pull request that is judged. It may cost a refusal, and never the gate. */

test('a stack without end keeps its inner end', async () => {
  const profile = await profileOf(`${'outer;'.repeat(50_000)}inner 10\n`)
  expect(profile.stacks[0]?.frames).toHaveLength(512)
  expect(functionTimes(profile, []).functions.get('inner')?.selfWeight).toBe(10)
  expect(profile.notes.map(plainOf).join(' ')).toContain('deeper than 512 functions')
})

test('more stacks and functions than any honest file', async () => {
  const lines = Array.from({ length: 100_002 }, (_, index) => `main;a${index} 1`).join('\n')
  await expect(profileOf(lines)).rejects.toThrow(/more than 100000 functions|more than 100000 different stacks/)
})

test('more bytes than any honest file, as text and as JSON', async () => {
  await expect(profileOf(new Uint8Array(33 * 1024 * 1024).fill(0x61))).rejects.toThrow(/larger than 32 MiB/)
  const json = `{"callFrame":1,"timeDeltas":"${'x'.repeat(16 * 1024 * 1024)}"}`
  await expect(profileOf(json)).rejects.toThrow(/JSON of more than 16 MiB/)
})

test('a recursive function is counted once a stack', async () => {
  const profile = await profileOf('main;f;f;f 10\nmain;g 5\n')
  expect(functionTimes(profile, []).functions.get('f')).toMatchObject({ selfWeight: 10, totalWeight: 10 })
})

test('names with markup, and very long ones, come through as names', async () => {
  const profile = await profileOf(`main;<script>alert(1)</script> 5\nmain;${'x'.repeat(100_000)} 5\n`)
  expect(profile.frames.map(({ name }) => name)).toContain('<script>alert(1)</script>')
  expect(Math.max(...profile.frames.map(({ name }) => name.length))).toBe(4001)
})

describe('.cpuprofile', () => {
  const node = (id: number, children: readonly number[]) => ({
    id,
    callFrame: { functionName: `f${id}`, scriptId: '1', url: 'file:///a.js', lineNumber: id, columnNumber: 0 },
    hitCount: 1,
    children,
  })
  const file = (nodes: readonly object[], samples: readonly number[]) =>
    JSON.stringify({ nodes, samples, timeDeltas: samples.map(() => 1000), startTime: 0, endTime: 1 })

  test('callers in a circle', async () => {
    await expect(profileOf(file([node(1, [2]), node(2, [1])], [1, 2]))).rejects.toThrow(/go round in a circle/)
    await expect(profileOf(file([node(1, [1])], [1]))).rejects.toThrow(/go round in a circle/)
  })

  test('a node with two callers, one that is not there, and lists that do not fit', async () => {
    await expect(profileOf(file([node(1, [3]), node(2, [3]), node(3, [])], [3]))).rejects.toThrow(/has two callers/)
    await expect(profileOf(file([node(1, [])], [9]))).rejects.toThrow(/node 9, which the profile does not have/)
    await expect(profileOf(file([node(1, [])], []))).rejects.toThrow(/do not fit together/)
  })

  test('a chain of callers without end, with a sample in each', async () => {
    const length = 4000
    const nodes = Array.from({ length }, (_, id) => node(id, id === length - 1 ? [] : [id + 1]))
    const samples = nodes.map((_, id) => id)
    await expect(profileOf(file(nodes, samples))).rejects.toThrow(/deeper than any honest ones|functions on its stacks/)
  })

  test('JSON that is nested to do harm', async () => {
    const deep = `{"callFrame":1,"timeDeltas":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    await expect(profileOf(deep)).rejects.toThrow(/nested more than 4000 levels deep/)
  })
})

describe('pprof', () => {
  const type = () =>
    new BinaryWriter().tag(1, 2).bytes(new BinaryWriter().tag(1, 0).int64(1).tag(2, 0).int64(2).finish())

  test('more entries than any honest file', async () => {
    const writer = type()
    for (let index = 0; index < 300_001; index += 1) writer.tag(2, 2).bytes(new Uint8Array())
    await expect(profileOf(writer.finish())).rejects.toThrow(/more than 300000 entries/)
  })

  test('a stack deeper than any honest one', async () => {
    const ids = new BinaryWriter().tag(1, 2).bytes(new Uint8Array(20_001).fill(1)).finish()
    await expect(profileOf(type().tag(2, 2).bytes(ids).finish())).rejects.toThrow(/deeper than any honest ones/)
  })

  test('a number without end, and a length beyond the end', async () => {
    const start = type().finish()
    const endless = new Uint8Array([...start, 0x12, 0xff, 0xff, 0x03, ...new Uint8Array(1_000_000).fill(0xff)])
    await expect(profileOf(endless)).rejects.toThrow(/cut or damaged/)
    await expect(profileOf(new Uint8Array([...start, 0x12, 0x7f, 1, 2]))).rejects.toThrow(/cut or damaged/)
  })

  test('a sample of a place and a name that are not there has no name', async () => {
    const strings = ['', 'cpu', 'nanoseconds']
    const writer = type()
    for (const text of strings) writer.tag(6, 2).string(text)
    const sample = new BinaryWriter().tag(1, 0).int64(99).tag(2, 0).int64(5).finish()
    await expect(profileOf(writer.tag(2, 2).bytes(sample).finish())).rejects.toThrow(/none of its functions has a name/)
  })
})

test('XML with what memcheck never writes', async () => {
  const xml = (inside: string) =>
    `<?xml version="1.0"?>\n<valgrindoutput>\n<protocoltool>memcheck</protocoltool>\n${inside}\n</valgrindoutput>\n`
  await expect(profileOf(xml('<!DOCTYPE a [<!ENTITY b "c">]>'))).rejects.toThrow(/which memcheck does not write/)
  await expect(profileOf(xml('<a>'.repeat(100)))).rejects.toThrow(/nested deeper/)
  await expect(profileOf(xml('<error><kind>x</error>'))).rejects.toThrow(/closes <error> where it is not open/)
})

test('a chain of stacks without end is walked to its inner thousand', async () => {
  const length = 2000
  const all = Array.from({ length }, (_, index) => index)
  const profile = await profileOf(
    JSON.stringify({
      meta: { preprocessedProfileVersion: 49 },
      threads: [
        {
          samples: { stack: all },
          stackTable: { prefix: all.map((index) => (index === 0 ? null : index - 1)), frame: all },
          frameTable: { func: all },
          funcTable: { name: all },
          stringArray: all.map((index) => `f${index}`),
        },
      ],
    }),
  )
  expect(Math.max(...profile.stacks.map(({ frames }) => frames.length))).toBe(512)
  expect(profile.samples).toBe(length)
})

test('a deep copy of Instruments whose rows go on without numbers of their own', async () => {
  const rows = Array.from({ length: 3000 }, (_, depth) => `${3000 - depth}.0ms 1.0%\t${' '.repeat(depth)}f${depth}`)
  const profile = await profileOf(`Weight\tSymbol Names\n${rows.join('\n')}\n`)
  expect(profile.stacks.reduce((sum, { weight }) => sum + weight, 0)).toBe(3000e6)
})

/* A file of each format with some bytes changed: read, or refused with a reason. Nothing else, and never a weight that is no number. */
test.each([
  ['perf/baseline/run-1.perf-script.txt.gz'],
  ['callgrind/baseline/run-1.callgrind.out.gz'],
  ['go-pprof/baseline/run-1.cpu.pb.gz'],
  ['node-heapprofile/baseline/run-1.heapprofile.gz'],
  ['massif/baseline/run-1.massif.out.gz'],
  ['memcheck/baseline/run-1.memcheck.xml'],
  ['gprof/baseline/run-1.gprof.txt'],
  ['heaptrack/baseline/run-1.heaptrack.peak.folded.gz'],
])('%s with changed bytes', async (path) => {
  const whole = recordedBytes(path)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 }),
      async (changes) => {
        const bytes = new Uint8Array(whole)
        for (const [at, value] of changes) bytes[at] = value
        try {
          const profile = await profileOf(bytes)
          expect(profile.stacks.every(({ weight }) => weight > 0 && Number.isFinite(weight))).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      },
    ),
    { numRuns: 30, seed: 16 },
  )
})
