import { readdirSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { inspect } from '../../src/commands/inspect.ts'
import { profiles } from '../../src/commands/profiles.ts'
import { printedBy } from '../pairs-of-results.ts'
import { PROFILE_FIXTURES } from './recorded.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-profiles-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

const run = (command: (args: readonly string[]) => Promise<number>, ...args: readonly string[]) =>
  printedBy(command, args)

const fixture = (name: string) => join(PROFILE_FIXTURES, name)
const sides = (tool: string) => ['--baseline', fixture(`${tool}/baseline`), '--candidate', fixture(`${tool}/candidate`)]

async function written(path: string, text: string): Promise<string> {
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), text)
  return join(folder, path)
}

describe('perf-gate profiles', () => {
  test('names the function that changed, and writes it for people and programs', async () => {
    const [json, markdown, svg] = ['a.json', 'a.md', 'a.svg'].map((name) => join(folder, name))
    const { exitCode, printed } = await run(
      profiles,
      ...sides('perf'),
      '--json',
      json!,
      '--markdown',
      markdown!,
      '--flamegraph',
      svg!,
    )
    expect(exitCode).toBe(0)
    expect(printed).toContain(
      '**`orders::marshalAny<unsigned long>` takes 56.3 % more, compared with the other functions (21.1 % → 29.8 % of the CPU time, plausibly +38.0 % to +77.0 %).**',
    )
    expect(printed).toContain('| Expected impact | as it was before, own code would take 10.7 % less |')
    expect(printed.match(/^\| `orders::.*\|$/gm)).toHaveLength(9)
    expect(await readFile(markdown!, 'utf8')).toBe(printed)
    const report = JSON.parse(await readFile(json!, 'utf8'))
    expect(report).toMatchObject({ schemaVersion: 1, notRead: [] })
    expect(report.comparisons[0].functions[0]).toMatchObject({
      name: 'orders::marshalAny<unsigned long>',
      verdict: 'slower',
      changeRatio: expect.closeTo(0.56, 2),
    })
    expect(await readFile(svg!, 'utf8')).toContain('<title>orders::marshalAny&lt;unsigned long&gt;: 21.09 % → 29.75 %')
  })

  test('where results lie beside the profiles, the time is that of a request', async () => {
    const root = join(folder, 'with-results')
    for (const side of ['baseline', 'candidate']) {
      for (const number of [1, 2, 3, 4, 5]) {
        const place = join(root, side, `run-${number}`)
        await mkdir(join(place, 'profile'), { recursive: true })
        await cp(fixture(`perf/${side}/run-${number}.perf-script.txt.gz`), join(place, 'profile/perf.txt.gz'))
        await cp(fixture('../k6/handle-summary.k6-v2.2.0.json'), join(place, 'summary.json'))
        await writeFile(join(place, 'exit-code'), '0')
      }
    }
    const flags = ['--baseline', join(root, 'baseline'), '--candidate', join(root, 'candidate')]
    const { printed } = await run(profiles, ...flags)
    expect(printed).toMatch(/\| All functions together \| [+-]?\d+\.\d % per request \|/)
    expect(printed).not.toContain('was not read')
    expect((await run(profiles, ...sides('perf'))).printed).not.toContain('All functions together')
  })

  test('files of one run that count different things are compared apart', async () => {
    const { printed } = await run(profiles, ...sides('heaptrack'))
    // Three folded costs, and the text of heaptrack_print.
    expect(printed.match(/^\| Tool \| heaptrack/gm)).toHaveLength(4)
    expect(printed).toContain('`baseline/run-1.heaptrack.zst` was not read. The file is compressed with zstd')
  })

  test('own code is what the caller says', async () => {
    const { printed } = await run(profiles, ...sides('go-pprof'), '--own', 'main.(*server).handleOrder,nothing')
    expect(printed).toContain('| `main.(*server).handleOrder` | 100.0 % | 100.0 % |')
    expect(printed).toContain(
      '- No function and no file of the profiles fits `nothing`, so the own code is not told apart by it.',
    )
  })

  test('one profile per side is shown, and it is said what is needed', async () => {
    const one = await written('one/a.collapsed', 'main;work 100\nmain;rest 50\n')
    const { printed } = await run(profiles, '--baseline', one, '--candidate', one)
    expect(printed).toContain(
      '**Nothing is proven with 1 against 1 profiles: record at least 3 of each side, better 5.**',
    )
    expect(printed).toContain('| `work` | 66.7 % | 66.7 % |  |  |')
  })

  test('names with markup are text', async () => {
    const text = 'main;<img src=x onerror=alert(1)>|@everyone 100\nmain;`rest` 50\n'
    const one = await written('hostile/a.collapsed', text)
    const svg = join(folder, 'hostile.svg')
    const { printed } = await run(profiles, '--baseline', one, '--candidate', one, '--flamegraph', svg)
    expect(printed).toContain('| `<img src=x onerror=alert(1)>\\|@everyone` |')
    const picture = await readFile(svg, 'utf8')
    expect(picture).not.toMatch(/<img|<script|onerror="/)
    expect(picture).toContain('&lt;img src=x')
  })

  test('two sides of different tools are refused with what each of them has', async () => {
    const flags = ['--baseline', fixture('perf/baseline'), '--candidate', fixture('go-pprof/candidate')]
    await expect(run(profiles, ...flags)).rejects.toThrow(
      'The two sides have no kind of profile in common, so nothing can be compared: the baseline has profiles of perf (CPU time), and the candidate of pprof (CPU time), pprof (allocated bytes) and pprof (time spent waiting for locks). Record both sides with the same tool and the same options.',
    )
  })

  test('a folder without a profile is an error that names each file', async () => {
    const none = await written('none/notes.txt', 'hello')
    await expect(run(profiles, '--baseline', none, '--candidate', none)).rejects.toThrow(
      /holds no profile that can be read\.\nbaseline\/notes\.txt: The file starts with "hello"/,
    )
    await expect(run(profiles, '--baseline', none)).rejects.toThrow(/--candidate/)
  })
})

describe('perf-gate inspect', () => {
  test('says what a profile is and what takes most', async () => {
    const { exitCode, printed } = await run(inspect, fixture('go-pprof/baseline/run-1.cpu.pb.gz'))
    expect(exitCode).toBe(0)
    expect(printed).toBe(`A profile.

  path        run-1.cpu.pb.gz
  tool        pprof
  format      pprof
  counts      cpu time, in ns
  samples     308
  language    go
  own code    84.7 % of the whole, with the libraries that it calls
  comparing   needs at least 3 profiles per side, better 5, and about 200 samples in a function on each side to see +60 %

The functions of own code that take most:
    23.5 %  main.marshalAny[…]
    19.6 %  main.(*server).decodeBody
    14.6 %  main.(*server).checksum
    12.3 %  main.readHeader[…]
    10.4 %  main.lookupTax[…]
     6.5 %  main.(*server).applyDiscount
     5.8 %  main.(*server).parseRequest
     3.5 %  main.(*server).priceOrder
     1.9 %  main.(*server).encodeResponse
     1.2 %  main.(*server).remember
`)
  })

  test.each(
    readdirSync(PROFILE_FIXTURES, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) =>
        readdirSync(join(PROFILE_FIXTURES, name, 'baseline')).map((file) => `${name}/baseline/${file}`),
      )
      .filter((path) => /\/run-1\./.test(path)),
  )('%s: tool, what it counts, samples, ten functions, and what comparing would need', async (path) => {
    const refused = /heaptrack\.zst|samply-import|jfr-print|memray-stats/
    if (refused.test(path)) {
      await expect(run(inspect, fixture(path))).rejects.toThrow(/`|nothing to compare/)
      return
    }
    const { exitCode, printed } = await run(inspect, fixture(path))
    expect(exitCode).toBe(0)
    for (const line of ['tool', 'counts', 'samples', 'comparing']) {
      expect(printed).toMatch(new RegExp(`^  ${line.padEnd(10)}  \\S.+$`, 'm'))
    }
    const functions = printed.split('take most:\n')[1]?.trimEnd().split('\n') ?? []
    expect(functions.length).toBeGreaterThan(0)
    expect(functions.length).toBeLessThanOrEqual(10)
    for (const line of functions) expect(line).toMatch(/^ +\d+\.\d % {2}\S/)
  })

  test('a raw recording is refused with the command that makes a readable file', async () => {
    await expect(run(inspect, fixture('heaptrack/baseline/run-1.heaptrack.zst'))).rejects.toThrow(
      /Write: `heaptrack_print FILE/,
    )
  })

  test('a folder that holds nothing but profiles', async () => {
    const { exitCode, printed } = await run(inspect, fixture('go-pprof/baseline'))
    expect(exitCode).toBe(0)
    expect(printed.match(/^A profile\.$/gm)?.length).toBeGreaterThan(2)
  })

  test('a report on complexity, and what to do with it', async () => {
    const { exitCode, printed } = await run(inspect, 'examples/complexity/after.csv')
    expect({ exitCode, printed }).toEqual({
      exitCode: 0,
      printed:
        'after.csv: complexity, as lizard counts it, of 23 functions. Two such files are compared with: perf-gate complexity --before FILE --after FILE\n',
    })
  })

  test('what is neither a result nor a profile is refused as before', async () => {
    const { exitCode, printed } = await run(inspect, await written('inspect/notes.txt', 'hello'))
    expect(exitCode).toBe(1)
    expect(printed).toContain('The file is not a result of a known tool')
  })
})
