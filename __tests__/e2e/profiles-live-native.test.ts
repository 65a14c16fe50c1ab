import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { HEAVIER, namedBetween, ROUNDS } from '../profiles/live.ts'

/*
 * Profiles that perf and callgrind record now, of a C program with one function that does four times the work on the
 * candidate's side. A test is left out where the machine has no such program, or may not use it.
 */

const isThere = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0
const HAS_GCC = isThere('gcc', '--version')
const HAS_CALLGRIND = HAS_GCC && isThere('valgrind', '--version')
const HAS_PERF = HAS_GCC && isThere('perf', 'record', '-q', '-e', 'cpu-clock', '-o', '/dev/null', 'true')

let folder: string

beforeAll(async () => {
  // Not perf-gate-…: perf takes any file below /tmp/perf- for a map of code that was made at run time, and finds no names in it.
  folder = await mkdtemp(join(tmpdir(), 'profiled-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

function program(rounds: Readonly<Record<string, number>>): string {
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

/** Both sides are built at paths of the same length: callgrind counts what the system does with them. */
async function build(side: 'before' | 'later_', rounds: Readonly<Record<string, number>>): Promise<string> {
  await mkdir(join(folder, side), { recursive: true })
  const source = join(folder, side, 'service.c')
  await writeFile(source, program(rounds))
  const binary = join(folder, side, 'service')
  call('gcc', '-O2', '-g', '-fno-omit-frame-pointer', '-o', binary, source)
  return binary
}

function call(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e9 })
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`)
  return stdout
}

async function recordSides(tool: string, record: (binary: string, run: number) => Promise<string>, runs: number) {
  const sides = { baseline: await build('before', ROUNDS), candidate: await build('later_', HEAVIER) }
  for (const [side, binary] of Object.entries(sides)) {
    await mkdir(join(folder, tool, side), { recursive: true })
    for (let run = 1; run <= runs; run += 1) {
      await writeFile(join(folder, tool, side, `run-${run}.txt`), await record(binary, run))
    }
  }
  return await namedBetween(join(folder, tool, 'baseline'), join(folder, tool, 'candidate'))
}

const withCallgrind = HAS_CALLGRIND ? test : test.skip
withCallgrind('callgrind: one profile per side names the function, and no other', async () => {
  const named = await recordSides(
    'callgrind',
    async (binary) => {
      call('valgrind', '-q', '--tool=callgrind', `--callgrind-out-file=${binary}.out`, binary, '100')
      return call('cat', `${binary}.out`)
    },
    1,
  )
  expect(named).toEqual(['encode slower'])
})

const withPerf = HAS_PERF ? test : test.skip
withPerf('perf: five profiles per side name the function first, and no other', async () => {
  const record = async (binary: string) => {
    call('perf', 'record', '-q', '-e', 'cpu-clock', '-F', '1999', '-g', '-o', `${binary}.data`, binary, '6000')
    return call('perf', 'script', '-i', `${binary}.data`)
  }
  const named = await recordSides('perf', record, 5)
  expect(named[0]).toBe('encode slower')
  // By its own promise the comparison names another function in up to 1 of 20 pairs. In two pairs in a row it would be a fault.
  if (named.length > 1) expect(await recordSides('perf-again', record, 5)).toEqual(['encode slower'])
})
