import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { HEAVIER, namedBetween, ROUNDS } from '../profiles/live.ts'

/*
 * Profiles that Node records now, of a program with one function that does four times the work on the candidate's side. Only shares are
 * compared, so a slow or busy machine makes the recording longer and changes nothing else.
 */

const RUNS = 5

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-live-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

function program(rounds: Readonly<Record<string, number>>): string {
  const functions = Object.entries(rounds).map(([name, count]) =>
    [
      `function ${name}(x) {`,
      `  for (let i = 0; i < ${count * 1000}; i++) x = (Math.imul(x ^ (x >>> 13), 0x9e3779b1) + i) | 0`,
      '  return x',
      '}',
    ].join('\n'),
  )
  const calls = Object.keys(rounds).map((name) => `  x = ${name}(x)`)
  return [
    ...functions,
    'function handle(x) {',
    ...calls,
    '  return x',
    '}',
    'let x = 1',
    'for (let i = 0; i < 800; i++) x = handle(x)',
    'process.exitCode = x === 42 ? 1 : 0',
    'function last() {}',
    'last()',
    '',
  ].join('\n')
}

async function record(name: string, rounds: Readonly<Record<string, number>>): Promise<string> {
  const side = join(folder, name)
  await mkdir(side, { recursive: true })
  const script = join(folder, 'service.cjs')
  await writeFile(script, program(rounds))
  for (let run = 1; run <= RUNS; run += 1) {
    const flags = [
      '--cpu-prof',
      '--cpu-prof-interval',
      '500',
      '--cpu-prof-dir',
      side,
      '--cpu-prof-name',
      `run-${run}.cpuprofile`,
    ]
    const { status, stderr } = spawnSync(process.execPath, [...flags, script], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  }
  return side
}

test('node --cpu-prof: the function with four times the work is named first, and no other', async () => {
  const baseline = await record('baseline', ROUNDS)
  const candidate = await record('candidate', HEAVIER)
  const first = await namedBetween(baseline, candidate)
  expect(first[0]).toBe('encode (service.cjs) slower')
  // By its own promise the comparison names another function in up to 1 of 20 pairs. In two pairs in a row it would be a fault.
  if (first.length > 1) {
    const again = await record('again', HEAVIER)
    expect(await namedBetween(baseline, again)).toEqual(['encode (service.cjs) slower'])
  }
})
