import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from '@jest/globals'
import { type Build, benchmark } from './benchmark.ts'
import { call } from './call.ts'
import { PASSES, SLOWER } from './judge.ts'
import { liveTest } from './live-test.ts'

/* Benchmark runners run here, by the commands of their pages in docs/tools with fewer seconds, and the packaged gate judges what they write. */

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-benchmarks-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

liveTest(['hyperfine'], 'hyperfine: a command that takes longer is blocked, an unchanged one passes', async () => {
  const build: Build = async (side, isSlower) => {
    await writeFile(join(side, 'parse'), `#!/bin/sh\nsleep ${isSlower ? 0.125 : 0.05}\n`)
    await chmod(join(side, 'parse'), 0o755)
  }
  const changes = { '1 2 3 4 5': '1 2 3', '--runs 10': '--runs 5' }
  const { unchanged, slower } = await benchmark(folder, 'hyperfine', build, changes)
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
    const { unchanged, slower } = await benchmark(folder, 'google-benchmark', build, changes)
    expect(unchanged).toEqual({ ...PASSES, verdicts: { 'p50 of Parse': expect.any(String) } })
    expect(slower).toMatchObject({ exitCode: 1, verdicts: { 'p50 of Parse': SLOWER } })
  },
)
