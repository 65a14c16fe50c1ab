import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from '@jest/globals'
import { call } from './call.ts'
import { judge, PASSES, SLOWER } from './judge.ts'
import { liveTest } from './live-test.ts'
import { type Changes, runPage } from './tool-page.ts'

/* Benchmark runners run here, by the commands of their pages in docs/tools with fewer seconds, and the packaged gate judges what they write. */

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-benchmarks-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

type Build = (folder: string, isSlower: boolean) => Promise<void>

/** Both versions lie in ./baseline and ./candidate, as the pages say: once the same twice, and once with a slower candidate. */
async function benchmark(tool: string, results: string, build: Build, changes: Changes) {
  const pair = async (name: string, isSlower: boolean) => {
    for (const side of ['baseline', 'candidate']) {
      await mkdir(join(folder, name, side), { recursive: true })
      await build(join(folder, name, side), isSlower && side === 'candidate')
    }
    await runPage(tool, join(folder, name), changes)
    return judge(folder, '--results', join(folder, name, results))
  }
  return { unchanged: await pair('unchanged', false), slower: await pair('slower', true) }
}

liveTest(['hyperfine'], 'hyperfine: a command that takes longer is blocked, an unchanged one passes', async () => {
  const build: Build = async (side, isSlower) => {
    await writeFile(join(side, 'parse'), `#!/bin/sh\nsleep ${isSlower ? 0.125 : 0.05}\n`)
    await chmod(join(side, 'parse'), 0o755)
  }
  const changes = { '1 2 3 4 5': '1 2 3', '--runs 10': '--runs 5' }
  const { unchanged, slower } = await benchmark('hyperfine', 'results', build, changes)
  expect(unchanged).toEqual({ ...PASSES, verdicts: { 'p50 of parse': expect.any(String) } })
  expect(slower).toMatchObject({ exitCode: 1, verdicts: { 'p50 of parse': SLOWER } })
})

const BENCHMARK = `#include <benchmark/benchmark.h>
static void Parse(benchmark::State& state) {
  unsigned x = 1;
  for (auto _ : state) {
    for (int i = 0; i < ROUNDS; i++) x = (x ^ (x >> 13)) * 0x9E3779B1u + i;
    benchmark::DoNotOptimize(x);
  }
}
BENCHMARK(Parse);
BENCHMARK_MAIN();
`

liveTest(
  ['g++', '/usr/include/benchmark/benchmark.h'],
  'Google Benchmark: one that takes longer is blocked, an unchanged one passes',
  async () => {
    const source = join(folder, 'bench.cc')
    await writeFile(source, BENCHMARK)
    const build: Build = async (side, isSlower) => {
      const rounds = `-DROUNDS=${isSlower ? 5000 : 2000}`
      await call('g++', ['-O1', rounds, source, '-o', join(side, 'bench'), '-lbenchmark', '-lpthread'], { folder })
    }
    const changes = {
      '1 2 3 4 5': '1 2 3',
      '--benchmark_repetitions=5': '--benchmark_repetitions=5 --benchmark_min_time=0.01',
    }
    const { unchanged, slower } = await benchmark('google-benchmark', 'results', build, changes)
    expect(unchanged).toEqual({ ...PASSES, verdicts: { 'p50 of Parse': expect.any(String) } })
    expect(slower).toMatchObject({ exitCode: 1, verdicts: { 'p50 of Parse': SLOWER } })
  },
)
