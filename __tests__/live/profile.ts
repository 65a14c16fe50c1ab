import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from '@jest/globals'
import { runCli } from '../e2e/run-cli.ts'

/** Rounds of each function's loop in a program that is recorded. No two are equal: gcc makes one of functions with the same code. */
const ROUNDS = { parse: 62, price: 50, round_up: 42, encode: 60, sign_it: 38, store: 30 }

export type Rounds = Readonly<typeof ROUNDS>

/** The function that does four times the work on the candidate's side. */
const HEAVIER: Rounds = { ...ROUNDS, encode: 240 }

export type Recorder = Readonly<{
  /** How many profiles a side. */
  runs: number
  /** Ends the names of the profiles; other files in their folders are no profiles. */
  extension: string
  /** Writes and builds the program in a folder that is there. */
  build: (folder: string, rounds: Rounds) => Promise<void>
  /** Runs the program of a folder, and writes its profile to a file. */
  record: (folder: string, profile: string) => Promise<void>
}>

/** A folder for the tests of a file. */
export function useFolder(): () => string {
  let folder: string
  beforeAll(async () => {
    // Not perf-gate-…: perf takes any file below /tmp/perf- for a map of code that was made at run time, and finds no names in it.
    folder = await mkdtemp(join(tmpdir(), 'profiled-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
  })
  return () => folder
}

/**
 * Records a program and one with a heavier function. It must be named, and no other.
 *
 * @returns the last profile of the heavier one
 */
export async function expectHeavierIsNamed(folder: string, name: string, recorder: Recorder): Promise<string> {
  const baseline = await recordSide(folder, 'before', ROUNDS, recorder)
  if (recorder.runs === 1) {
    // A tool that counts needs one profile a side, and counts the same in each.
    expect(await namedBetween(baseline, await recordSide(folder, 'repeat', ROUNDS, recorder))).toEqual([])
  }
  const candidate = await recordSide(folder, 'later_', HEAVIER, recorder)
  const named = await namedBetween(baseline, candidate)
  expect(named[0]).toBe(`${name} slower`)
  // By its own promise the comparison names another function in up to 1 of 20 pairs. In two pairs in a row it would be a fault.
  if (named.length > 1) {
    const again = await recordSide(folder, 'again_', HEAVIER, recorder)
    expect(await namedBetween(baseline, again)).toEqual([`${name} slower`])
  }
  return profileOf(candidate, recorder.runs, recorder)
}

/** The program is built at a path of the same length on each side: callgrind counts what the system does with its path. */
async function recordSide(folder: string, side: string, rounds: Rounds, recorder: Recorder): Promise<string> {
  const place = join(folder, side)
  await mkdir(join(place, 'profiles'), { recursive: true })
  await recorder.build(place, rounds)
  for (let run = 1; run <= recorder.runs; run += 1) {
    await recorder.record(place, profileOf(join(place, 'profiles'), run, recorder))
  }
  return join(place, 'profiles')
}

function profileOf(folder: string, run: number, { extension }: Recorder): string {
  return join(folder, `run-${run}.${extension}`)
}

type Report = Readonly<{
  comparisons: readonly Readonly<{
    functions: readonly Readonly<{ name: string; verdict: string; candidateWeight: number }>[]
  }>[]
}>

async function compare(baseline: string, candidate: string) {
  const json = `${candidate}.report`
  const { exitCode, stderr } = await runCli([
    'profiles',
    '--baseline',
    baseline,
    '--candidate',
    candidate,
    '--json',
    json,
  ])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  const { comparisons } = JSON.parse(await readFile(json, 'utf8')) as Report
  return comparisons.flatMap(({ functions }) => functions)
}

/** What `perf-gate profiles` names: each function with its verdict. */
async function namedBetween(baseline: string, candidate: string): Promise<readonly string[]> {
  const functions = await compare(baseline, candidate)
  return functions.filter(({ verdict }) => verdict !== 'not-proven').map(({ name, verdict }) => `${name} ${verdict}`)
}

/** What each function of one's own takes in a profile, in the unit of its tool. */
export async function weightsIn(profile: string): Promise<Readonly<Record<string, number>>> {
  const functions = await compare(profile, profile)
  return Object.fromEntries(functions.map(({ name, candidateWeight }) => [name, candidateWeight]))
}

/** The functions of the program in a table of a tool, whose rows give a weight and a name. A table without one of them is not understood. */
export function weightsOfTable(table: string, row: RegExp): Readonly<Record<string, number>> {
  const rows = [...table.matchAll(row)].map(({ groups = {} }): [string, number] => [
    groups.name ?? '',
    Number(groups.weight?.replaceAll(',', '')),
  ])
  const own = rows.filter(([name]) => name.replace('main.', '') in ROUNDS)
  expect(own).toHaveLength(Object.keys(ROUNDS).length)
  return Object.fromEntries(own)
}
