import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { profiles } from '../../src/commands/profiles.ts'

/** Rounds of each function's loop in a program that is recorded. No two are equal: gcc makes one of functions with the same code. */
export const ROUNDS: Readonly<Record<string, number>> = {
  parse: 62,
  price: 50,
  round_up: 42,
  encode: 60,
  sign_it: 38,
  store: 30,
}

/** The function that does this many times the work on the candidate's side. */
export const HEAVIER = { ...ROUNDS, encode: 240 }

/** What `perf-gate profiles` names: each function with its verdict. */
export async function namedBetween(baseline: string, candidate: string): Promise<readonly string[]> {
  const json = join(candidate, '..', 'report.json')
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  try {
    await profiles(['--baseline', baseline, '--candidate', candidate, '--json', json])
  } finally {
    write.mockRestore()
  }
  const { comparisons } = JSON.parse(await readFile(json, 'utf8')) as {
    comparisons: { functions: { name: string; verdict: string }[] }[]
  }
  return comparisons.flatMap(({ functions }) =>
    functions.filter(({ verdict }) => verdict !== 'not-proven').map(({ name, verdict }) => `${name} ${verdict}`),
  )
}
