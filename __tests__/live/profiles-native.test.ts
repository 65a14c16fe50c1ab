import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runCli } from '../e2e/run-cli.ts'
import { call } from './call.ts'
import { liveTest } from './live-test.ts'
import { expectHeavierIsNamed, type Recorder, type Rounds, useFolder, weightsIn, weightsOfTable } from './profile.ts'

/* Profiles of C programs, recorded now. What perf-gate reads of them equals what the tools print themselves. */

const folderOfTests = useFolder()

function program(rounds: Rounds): string {
  const functions = Object.entries(rounds).map(
    ([name, count]) =>
      `static __attribute__((noinline)) uint64_t ${name}(uint64_t x) { for (int i = 0; i < ${count * 100}; i++) x = (x ^ (x >> 13)) * 0x9E3779B97F4A7C15ull + i; return x; }`,
  )
  const calls = Object.keys(rounds).map((name) => `x += ${name}(x);`)
  return `#include <stdint.h>
#include <stdlib.h>
${functions.join('\n')}
int main(int count, char **args) { uint64_t x = 1; for (int i = 0; i < atoi(args[1]); i++) { ${calls.join(' ')} } return x == 42; }
`
}

async function compile(folder: string, source: string, flags: readonly string[]): Promise<void> {
  await writeFile(join(folder, 'service.c'), source)
  await call('gcc', [...flags, '-g', '-o', 'service', 'service.c'], { folder })
}

const build: Recorder['build'] = (folder, rounds) =>
  compile(folder, program(rounds), ['-O2', '-fno-omit-frame-pointer'])

liveTest(
  ['gcc', 'valgrind'],
  'callgrind: one profile a side names the function; the table is that of callgrind_annotate',
  async () => {
    const folder = join(folderOfTests(), 'callgrind')
    const profile = await expectHeavierIsNamed(folder, 'encode', {
      runs: 1,
      extension: 'out',
      build,
      record: async (side, file) => {
        await call('valgrind', ['-q', '--tool=callgrind', `--callgrind-out-file=${file}`, './service', '100'], {
          folder: side,
        })
      },
    })
    const table = await call('callgrind_annotate', ['--auto=no', '--threshold=100', profile], { folder })
    // `3,840,100 (77.42%)  service.c:encode [/tmp/…/service]`
    expect(await weightsIn(profile)).toEqual(
      weightsOfTable(table, /^ *(?<weight>[\d,]+) \([^)]*\) +\S*service\.c:(?<name>\w+)/gm),
    )
  },
)

/** A container may have perf and not let it record. Nobody can install that, so it is said and no failure. */
const PERF_RECORDS = spawnSync('perf', ['record', '-q', '-e', 'cpu-clock:u', '-o', '/dev/null', 'true']).status === 0
const perfTest: typeof liveTest = (needs, name, body) => {
  const isThere = spawnSync('perf', ['--version']).status === 0
  if (isThere && !PERF_RECORDS) test.skip(`${name} (left out: perf may not record on this machine)`, () => undefined)
  else liveTest(needs, name, body)
}

perfTest(
  ['gcc', 'perf'],
  'perf: three profiles a side name the function; the table is that of perf report',
  async () => {
    const folder = join(folderOfTests(), 'perf')
    const profile = await expectHeavierIsNamed(folder, 'encode', {
      runs: 3,
      extension: 'txt',
      build,
      record: async (side, file) => {
        const data = join(side, 'perf.data')
        await call('perf', ['record', '-q', '-e', 'cpu-clock:u', '-F', '1999', '-g', '-o', data, './service', '3000'], {
          folder: side,
        })
        await writeFile(file, await call('perf', ['script', '-i', data], { folder: side }))
      },
    })
    const report = ['report', '--stdio', '--no-children', '-g', 'none', '-F', 'period,sym', '-i', 'later_/perf.data']
    const table = await call('perf', report, { folder })
    // `   107553750  [.] encode`
    expect(await weightsIn(profile)).toEqual(weightsOfTable(table, /^ *(?<weight>\d+) +\[\.\] (?<name>\w+) *$/gm))
  },
)

liveTest(['gcc', 'gprof'], 'gprof: its table is shown, heaviest function first', async () => {
  const folder = folderOfTests()
  const rounds = { parse: 62, price: 50, round_up: 42, encode: 240, sign_it: 38, store: 30 }
  await compile(folder, program(rounds), ['-O1', '-pg'])
  await call('./service', ['6000'], { folder })
  const text = await call('gprof', ['-b', 'service', 'gmon.out'], { folder })
  await writeFile(join(folder, 'gprof.txt'), text)
  // ` 77.05      0.20     0.20     6000    33.39    33.39  encode`
  const theirs = weightsOfTable(text, /^ +[\d.]+ +[\d.]+ +(?<weight>[\d.]+) +\d+ +[\d.]+ +[\d.]+ +(?<name>\w+) *$/gm)
  expect(Object.keys(theirs)[0]).toBe('encode')
  const { stdout } = await runCli(['inspect', join(folder, 'gprof.txt')])
  expect(stdout).toMatch(/ {2}tool +gprof\n/)
  expect(stdout).toMatch(/take most:\n +\d+\.\d % {2}encode\n/)
})

function allocating(bytes: Readonly<{ cache: number; lost: number }>): string {
  return `#include <stdlib.h>
#include <string.h>
static __attribute__((noinline)) char *fill_cache(void) { char *p = malloc(${bytes.cache}); memset(p, 1, ${bytes.cache}); return p; }
static __attribute__((noinline)) char *read_order(void) { char *p = malloc(50000); memset(p, 2, 50000); return p; }
static __attribute__((noinline)) void keep_session(void) { char *volatile p = malloc(${bytes.lost}); memset(p, 3, ${bytes.lost}); p = 0; }
int main(void) { char *cache = fill_cache(), *order = read_order(); keep_session(); int x = cache[7] + order[7]; free(order); free(cache); return x == 42; }
`
}

function allocator(record: Recorder['record']): Recorder {
  return {
    runs: 1,
    extension: 'out',
    build: (folder, { encode }) => {
      const isHeavier = encode > 60
      return compile(folder, allocating({ cache: isHeavier ? 200_000 : 100_000, lost: 5000 }), ['-O1'])
    },
    record,
  }
}

liveTest(['gcc', 'valgrind'], 'massif: the function that holds twice the memory at the peak is named', async () => {
  const recorder = allocator(async (side, file) => {
    await call('valgrind', ['-q', '--tool=massif', `--massif-out-file=${file}`, './service'], { folder: side })
  })
  const profile = await expectHeavierIsNamed(join(folderOfTests(), 'massif'), 'fill_cache', recorder)
  expect(await weightsIn(profile)).toEqual({ fill_cache: 200_000, read_order: 50_000, keep_session: 5000 })
})

liveTest(['gcc', 'valgrind'], 'memcheck: the function that loses more is named', async () => {
  const profile = await expectHeavierIsNamed(join(folderOfTests(), 'memcheck'), 'keep_session', {
    runs: 1,
    extension: 'xml',
    build: (folder, { encode }) =>
      compile(folder, allocating({ cache: 1000, lost: encode > 60 ? 30_000 : 5000 }), ['-O1']),
    record: async (side, file) => {
      await call('valgrind', ['-q', '--xml=yes', `--xml-file=${file}`, '--leak-check=full', './service'], {
        folder: side,
      })
    },
  })
  expect(await weightsIn(profile)).toEqual({ keep_session: 30_000 })
  expect(await readFile(profile, 'utf8')).toContain('<leakedbytes>30000</leakedbytes>')
})
