import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { broken, type Expected, runCommand } from './run-command.ts'

/*
 * What people gave to gates like this one, and what came out wrong. Each folder of fixtures/cases has the files, and a case.json that says
 * what must hold. All run in one process, as cli.ts runs them.
 */

type Case = Expected &
  Readonly<{
    what: string
    mustHold: string
    /** Arguments of perf-gate, without its name; files are those beside case.json. */
    command: string
  }>

const CASES = fileURLToPath(new URL('../fixtures/cases', import.meta.url))

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perf-gate-cases-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

const names = (await readdir(CASES)).sort()
const cases = await Promise.all(
  names.map(
    async (name): Promise<readonly [string, Case]> => [
      name,
      JSON.parse(await readFile(join(CASES, name, 'case.json'), 'utf8')),
    ],
  ),
)

describe('inputs of public reports', () => {
  test.each(cases)('%s', async (name, expected) => {
    const [program = '', ...words] = expected.command.split(' ')
    const args = words.map((word) => (/^[-+]/.test(word) ? word : join(CASES, name, word)))
    expect(broken(await runCommand(program, args, join(folder, `${name}.json`)), expected)).toEqual([])
  })
})
